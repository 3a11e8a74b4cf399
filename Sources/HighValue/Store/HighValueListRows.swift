import Evidence
import HighValue
import Kernel
import Storage

/// The only SQL that knows `high_value_lists` and `high_value_entries`, but for figure C08.
enum HighValueListRows {
  private static let columns: SQL = """
    id, day, counted_from, by_rule, least_pledge, edition, certain, probable, list_hash, reason, made_at, made_by
    """
  private static let entryColumns: SQL = """
    id, list, number, patent, title, applicants, granted_on, certainty, certain, probable, evidence_zh, evidence_en,
    grade
    """

  /// The latest first.
  static func all(limit: Int, in db: any Reading) throws -> [HighValueList] {
    try db.rows("SELECT \(columns) FROM high_value_lists ORDER BY day DESC, id DESC LIMIT \(limit)")
      .map(HighValueList.init(row:))
  }

  static func find(_ id: ID<HighValueList>, in db: any Reading) throws -> HighValueList? {
    try db.row("SELECT \(columns) FROM high_value_lists WHERE id = \(id)").map(HighValueList.init(row:))
  }

  /// In the order of the numbers.
  static func entries(
    of list: ID<HighValueList>, _ certainty: Certainty?, after number: String, limit: Int, in db: any Reading
  ) throws -> [HighValueEntry] {
    let chosen: SQL = certainty.map { "AND certainty = \($0.rawValue)" } ?? ""
    return try db.rows(
      """
      SELECT \(entryColumns) FROM high_value_entries WHERE list = \(list) AND number > \(number) \(chosen)
      ORDER BY number LIMIT \(limit)
      """
    ).map(HighValueEntry.init(row:))
  }

  static func find(_ id: ID<HighValueEntry>, in db: any Reading) throws -> HighValueEntry? {
    try db.row("SELECT \(entryColumns) FROM high_value_entries WHERE id = \(id)").map(HighValueEntry.init(row:))
  }

  static func values(_ list: HighValueList) -> [SQLValue] {
    [
      list.id.sqlValue, list.day.sqlValue, .text(list.start.rawValue), list.isStartByRule.sqlValue,
      list.leastPledge.sqlValue, list.table.sqlValue, list.certain.sqlValue,
      list.probable.sqlValue, .text(list.hash), .text(list.reason), list.madeAt.sqlValue, .text(list.madeBy),
    ]
  }

  static func values(_ entry: HighValueEntry) -> [SQLValue] {
    [
      entry.id.sqlValue, entry.list.sqlValue, .text(entry.number), entry.patent.sqlValue, .text(entry.title),
      .text(entry.applicants.joined(separator: "\n")), entry.grantedOn.sqlValue, .text(entry.certainty.rawValue),
      .text(codes(entry.certain)), .text(codes(entry.probable)), .text(entry.evidence.zh), .text(entry.evidence.en),
      entry.grade.rawValue.sqlValue,
    ]
  }

  private static func codes(_ classes: [HighValueClass]) -> String {
    classes.map(\.rawValue).joined(separator: ",")
  }
}

extension HighValueList {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), day: columns.day(), start: columns.value(), isStartByRule: columns.bool(),
      leastPledge: columns.optional { Fen(try $0.integer()) }, table: columns.optional { try $0.id() },
      certain: columns.int(), probable: columns.int(), hash: columns.text(), reason: columns.text(),
      madeAt: columns.date(), madeBy: columns.text())
    try columns.end()
  }
}

extension HighValueEntry {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), list: columns.id(), number: columns.text(), patent: columns.id(), title: columns.text(),
      applicants: columns.text().split(separator: "\n").map(String.init), grantedOn: columns.day(),
      certainty: columns.value(), certain: Self.classes(columns.text()), probable: Self.classes(columns.text()),
      evidence: Phrase(zh: columns.text(), en: columns.text()),
      grade: EvidenceGrade(rawValue: columns.int()) ?? .g4)
    try columns.end()
  }

  private static func classes(_ text: String) -> [HighValueClass] {
    text.split(separator: ",").compactMap { HighValueClass(rawValue: String($0)) }
  }
}
