import Access
import Foundation
import JournalStore
import Kernel
import Storage

/// The only SQL that knows mandates.
enum MandateRows {
  static let table = RecordTable(
    "mandates",
    columns: [
      "id", "holder", "organisation", "organisation_name", "grade", "from_day", "to_day", "stage", "proof", "filed_by",
      "filed_at", "decided_by", "decided_at", "note",
    ], personal: ["proof", "note"])

  private static var columns: SQL { "\(table.columnList), entry" }

  static func find(_ id: ID<Mandate>, in db: any Reading) throws -> MandateFile? {
    try db.row("SELECT \(columns) FROM mandates WHERE id = \(id)").map(MandateFile.init)
  }

  static func all(of holder: ID<Account>, in db: any Reading) throws -> [MandateFile] {
    try db.rows("SELECT \(columns) FROM mandates WHERE holder = \(holder) ORDER BY id DESC").map(MandateFile.init)
  }

  /// Whether the same waits for a decision already.
  static func isFiled(_ draft: MandateDraft, for holder: ID<Account>, in db: any Reading) throws -> Bool {
    try db.row(
      """
      SELECT id FROM mandates
      WHERE holder = \(holder) AND organisation = \(draft.organisation.description)
        AND grade = \(draft.grade.rawValue) AND stage = 'filed'
      """) != nil
  }

  /// Oldest first, as a queue is worked off, after `last`.
  static func page(at stage: MandateStage, after last: ID<Mandate>?, limit: Int, in db: any Reading) throws
    -> [MandateFile]
  {
    try db.rows(
      """
      SELECT \(columns) FROM mandates WHERE stage = \(stage.rawValue) AND id > \(last ?? ID(-1))
      ORDER BY id LIMIT \(limit)
      """
    ).map(MandateFile.init)
  }
}

extension MandateFile {
  var values: [SQLValue] {
    [
      mandate.id.sqlValue, mandate.holder.sqlValue, mandate.organisation.description.sqlValue,
      mandate.organisationName.sqlValue, .text(mandate.grade.rawValue), mandate.from.sqlValue, mandate.to.sqlValue,
      .text(mandate.stage.rawValue), proof.sqlValue, filedBy.sqlValue, filedAt.sqlValue, decidedBy.sqlValue,
      decidedAt.sqlValue, note.sqlValue,
    ]
  }

  init(_ row: Row) throws {
    var columns = row.columns
    mandate = try Mandate(
      id: columns.id(), holder: columns.id(), organisation: SocialCreditCode(columns.text()),
      organisationName: columns.text(), grade: columns.value(), from: columns.day(),
      to: columns.optional { try $0.day() }, stage: columns.value())
    proof = try columns.text()
    filedBy = try columns.id()
    filedAt = try columns.date()
    decidedBy = try columns.optional { try $0.id() }
    decidedAt = try columns.optional { try $0.date() }
    note = try columns.optional { try $0.text() }
    revision = try columns.integer()
    try columns.end()
  }

  func taking(_ step: MandateStep, by account: Account, because note: String?, at now: Date) throws(MandateRefusal)
    -> MandateFile
  {
    guard let next = mandate.stage.after(step) else { throw .notNow(step, in: mandate.stage) }
    return MandateFile(
      mandate: Mandate(
        id: mandate.id, holder: mandate.holder, organisation: mandate.organisation,
        organisationName: mandate.organisationName, grade: mandate.grade, from: mandate.from, to: mandate.to,
        stage: next), proof: proof, filedBy: filedBy, filedAt: filedAt, decidedBy: account.id, decidedAt: now,
      note: note, revision: revision)
  }
}
