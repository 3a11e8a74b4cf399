import JournalStore
import Kernel
import Parties
import PartiesStore
import Patents
import Storage

/// The SQL of a withdrawal.
enum WithdrawRows {
  /// The patents that the run created.
  static func newPatents(of run: ID<PatentImport>) -> SQL {
    "id IN (SELECT patent FROM patent_sources WHERE run = \(run) AND effect = 'new')"
  }

  /// How many patents of the run were written again later, or are confirmed by another run.
  static func restedUpon(_ run: ID<PatentImport>, in db: any Reading) throws -> Int {
    try db.count(
      """
      SELECT count(*) FROM (
        SELECT s.patent FROM patent_sources AS s JOIN patents AS p ON p.id = s.patent
        WHERE s.run = \(run) AND s.effect <> 'unchanged'
        GROUP BY s.patent, p.entry HAVING p.entry > max(s.entry)
        UNION
        SELECT s.patent FROM patent_sources AS s JOIN patent_sources AS other ON other.patent = s.patent
        WHERE s.run = \(run) AND s.effect = 'new' AND other.run <> \(run)) AS rested
      """)
  }

  /// Gives each patent that the run updated, but did not create, its earlier values back, the newest update first.
  static func undoUpdates(
    of run: ID<PatentImport>, world: World, by recording: Recording, in db: any Writing
  ) throws {
    var names = NameBook(world: world)
    let updates = try db.rows(
      """
      SELECT file, line, patent, run, effect, row_hash, fields, before, precedence_before FROM patent_sources
      WHERE run = \(run) AND effect = 'updated'
        AND patent NOT IN (SELECT patent FROM patent_sources WHERE run = \(run) AND effect = 'new')
      ORDER BY patent, line DESC
      """
    ).map(PatentSource.init(row:))
    for source in updates {
      guard var patent = try PatentRows.find(source.patent, in: db) else { continue }
      let then = Set(try PatentRows.names(of: patent, in: db))
      patent.facts = PatentMerge.undone(patent.facts, source.before)
      patent.precedence = source.precedenceBefore ?? patent.precedence
      try recording.update(PatentRows.values(patent), in: .patents)
      try names.learn(patent.facts.partyTexts.map(\.text), by: recording, in: db)
      let now = Set(patent.facts.names(in: names))
      for gone in then.subtracting(now) { try PatentRows.deleteName(gone, of: patent.id, in: db) }
      try PatentRows.insertNames(PatentRows.nameValues(patent, Array(now.subtracting(then))), in: db)
    }
  }

  static func deleteNames(ofNewPatentsOf run: ID<PatentImport>, in db: any Writing) throws {
    try db.run(
      """
      DELETE FROM patent_names
      WHERE patent IN (SELECT patent FROM patent_sources WHERE run = \(run) AND effect = 'new')
      """)
  }
}

extension PatentRows {
  /// The spellings on a patent, by its own text.
  static func names(of patent: Patent, in db: any Reading) throws -> [PatentName] {
    let texts = patent.facts.partyTexts
    guard !texts.isEmpty else { return [] }
    var ids: [String: ID<PartyName>] = [:]
    for row in try db.rows("SELECT text, id FROM party_names WHERE text IN \(SQL.list(texts.map(\.text)))") {
      var columns = row.columns
      ids[try columns.text()] = try columns.id()
    }
    return texts.compactMap { text, role, place in
      ids[text].map { PatentName(name: $0, role: role, place: place) }
    }
  }

  /// The parties that the applicants' spellings belong to today, in the order of the list.
  static func applicants(of patent: Patent, in db: any Reading) throws -> [ID<Party>] {
    try names(of: patent, in: db).filter { $0.role == .applicant }.compactMap { name in
      try db.row("SELECT party FROM party_names WHERE id = \(name.name)").map { row in
        var columns = row.columns
        return try columns.id()
      }
    }
  }
}
