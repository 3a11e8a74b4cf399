import Access
import JournalStore
import Kernel
import Ledgers
import Matters
import Storage

/// The only SQL that knows what was answered and handed in, and who takes part.
enum AnswerRows {
  /// The answers that came with each event; the application's are those of the first.
  static func all(
    of id: ID<Matter>, in procedure: Procedure, _ db: any Reading
  ) throws -> [Int: LedgerRecord.Values] {
    let fields = Dictionary(
      (procedure.fields + procedure.steps.flatMap(\.fields)).map { ($0.name, $0) }, uniquingKeysWith: { old, _ in old })
    var found: [Int: LedgerRecord.Values] = [:]
    for row in try db.rows(
      "SELECT place, field, text, whole, day FROM matter_answers WHERE matter = \(id) ORDER BY place, field")
    {
      var row = row.columns
      let (place, name) = (try row.int(), try row.text())
      let text = try row.optional { try $0.text() }
      let whole = try row.optional { try $0.integer() }
      let day = try row.optional { try $0.day() }
      guard let field = fields[name] else { continue }
      found[place, default: .init()][name] = value(text, whole, day, field)
    }
    return found
  }

  static func values(
    _ answers: LedgerRecord.Values, of fields: [LedgerField], place: Int, id: ID<Matter>
  ) -> [[SQLValue]] {
    fields.compactMap { field in
      guard let value = answers[field.name] else { return nil }
      var cells: [SQLValue] = [.null, .null, .null]
      switch value {
      case .text(let text): cells[0] = .text(text)
      case .codes(let codes): cells[0] = .text(codes.joined(separator: ";"))
      case .whole(let whole): cells[1] = .integer(whole)
      case .flag(let flag): cells[1] = .integer(flag ? 1 : 0)
      case .day(let day): cells[2] = day.sqlValue
      }
      return [id.sqlValue, .integer(Int64(place)), .text(field.name)] + cells
    }
  }

  private static func value(_ text: String?, _ whole: Int64?, _ day: Day?, _ field: LedgerField) -> LedgerValue? {
    if let day { return .day(day) }
    if let whole {
      if case .flag = field.sort { return .flag(whole != 0) }
      return .whole(whole)
    }
    guard let text else { return nil }
    if case .choices = field.sort { return .codes(text.split(separator: ";").map(String.init)) }
    return .text(text)
  }

  static func parties(of id: ID<Matter>, in db: any Reading) throws -> [MatterParty] {
    try db.rows(
      "SELECT \(RecordTable.matterParties.columnList) FROM matter_parties WHERE matter = \(id) ORDER BY place"
    ).map(party)
  }

  static func parties(ofAny ids: [ID<Matter>], in db: any Reading) throws -> [MatterParty] {
    try db.rows(
      "SELECT \(RecordTable.matterParties.columnList) FROM matter_parties WHERE matter IN \(SQL.list(ids))"
    ).map(party)
  }

  /// From which of some matters an account stood aside.
  static func recused(
    _ account: ID<Account>, fromAny ids: [ID<Matter>], in db: any Reading
  ) throws -> Set<ID<Matter>> {
    let sql: SQL = "SELECT matter FROM matter_recusals WHERE account = \(account) AND matter IN \(SQL.list(ids))"
    return Set(
      try db.rows(sql).map { row in
        var row = row.columns
        return try row.id()
      })
  }

  private static func party(_ row: Row) throws -> MatterParty {
    var row = row.columns
    let party = MatterParty(
      matter: try row.id(), place: try row.int(), role: try row.text(),
      organisation: try row.optional { try SocialCreditCode($0.text()) }, account: try row.optional { try $0.id() },
      name: try row.text())
    try row.end()
    return party
  }

  static func values(_ party: MatterParty) -> [SQLValue] {
    [
      party.matter.sqlValue, .integer(Int64(party.place)), .text(party.role),
      (party.organisation?.description).sqlValue, party.account.sqlValue, .text(party.name),
    ]
  }

  static func files(of id: ID<Matter>, in db: any Reading) throws -> [MatterFileEntry] {
    try db.rows(
      "SELECT \(RecordTable.matterFiles.columnList) FROM matter_files WHERE matter = \(id) ORDER BY place, number"
    ).map { row in
      var row = row.columns
      let file = MatterFileEntry(
        matter: try row.id(), place: try row.int(), number: try row.int(), material: try row.text(),
        evidence: try row.id(), name: try row.text())
      try row.end()
      return file
    }
  }

  static func recused(from id: ID<Matter>, in db: any Reading) throws -> Set<ID<Account>> {
    Set(
      try db.rows("SELECT account FROM matter_recusals WHERE matter = \(id)").map { row in
        var row = row.columns
        return try row.id()
      })
  }
}
