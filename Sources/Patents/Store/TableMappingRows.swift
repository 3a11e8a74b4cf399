public import Foundation
public import Kernel
public import PatentFormats
import Storage

/// A mapping of columns as the zone keeps it.
public struct KeptMapping: Equatable, Sendable {
  public let id: ID<KeptMapping>
  public let mapping: TableMapping
  public let madeAt: Date
  public let madeBy: Int64
  /// Nil while it reads imports.
  public let withdrawal: Withdrawal?
  /// How many files were read by it.
  public let files: Int
  public let revision: Int64

  public struct Withdrawal: Equatable, Sendable {
    public let at: Date
    public let reason: String
  }

  /// The code under which files and terms name it as their source.
  public var source: String { MappedTable(mapping).code }
}

/// The only SQL that knows `table_mappings`.
enum TableMappingRows {
  private static let columns: SQL =
    "m.id, m.name, m.columns, m.made_at, m.made_by, m.withdrawn_at, m.withdrawn_because, m.entry"

  static func values(
    _ id: ID<KeptMapping>, _ mapping: TableMapping, madeAt: Date, madeBy: Int64,
    _ withdrawal: KeptMapping.Withdrawal? = nil
  ) throws -> [SQLValue] {
    [
      id.sqlValue, .text(mapping.name), .text(mapping.signature), .text(try StoredColumn.text(mapping.columns)),
      madeAt.sqlValue, .integer(madeBy), withdrawal.map(\.at.sqlValue) ?? .null, (withdrawal?.reason).sqlValue,
    ]
  }

  /// All of them, those in use first, each group by name.
  static func all(in db: any Reading) throws -> [KeptMapping] {
    try find("ORDER BY CASE WHEN m.withdrawn_at IS NULL THEN 0 ELSE 1 END, m.name", in: db)
  }

  static func inUse(in db: any Reading) throws -> [TableMapping] {
    try find("WHERE m.withdrawn_at IS NULL ORDER BY m.name", in: db).map(\.mapping)
  }

  static func find(_ id: ID<KeptMapping>, in db: any Reading) throws -> KeptMapping? {
    try find("WHERE m.id = \(id)", in: db).first
  }

  static func find(named name: String, in db: any Reading) throws -> KeptMapping? {
    try find("WHERE m.name = \(name)", in: db).first
  }

  static func inUse(for signature: String, in db: any Reading) throws -> KeptMapping? {
    try find("WHERE m.withdrawn_at IS NULL AND m.signature = \(signature)", in: db).first
  }

  private static func find(_ condition: SQL, in db: any Reading) throws -> [KeptMapping] {
    try db.rows(
      """
      SELECT \(columns), (SELECT count(*) FROM patent_files AS f WHERE f.format = 'mapping:' || m.name)
      FROM table_mappings AS m \(condition)
      """
    ).map(mapping)
  }

  private static func mapping(_ row: Row) throws -> KeptMapping {
    var columns = row.columns
    let (id, name, stored): (ID<KeptMapping>, String, String) = try (columns.id(), columns.text(), columns.text())
    let (madeAt, madeBy) = (try columns.date(), try columns.integer())
    let withdrawnAt = try columns.optional { try $0.date() }
    let because = try columns.optional { try $0.text() }
    let (revision, files) = (try columns.integer(), try columns.int())
    try columns.end()
    return KeptMapping(
      id: id, mapping: try TableMapping(name: name, columns: try StoredColumn.columns(stored)), madeAt: madeAt,
      madeBy: madeBy,
      withdrawal: withdrawnAt.map { KeptMapping.Withdrawal(at: $0, reason: because ?? "") }, files: files,
      revision: revision)
  }
}

/// A column as the database keeps it.
private struct StoredColumn: Codable {
  let header: String
  let use: String
  let because: String?

  static func text(_ columns: [MappedColumn]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let stored = columns.map { StoredColumn(header: $0.header, use: $0.use.code, because: $0.use.reason) }
    return String(decoding: try encoder.encode(stored), as: UTF8.self)
  }

  /// What a later release does not know any more is kept under its own header.
  static func columns(_ text: String) throws -> [MappedColumn] {
    try JSONDecoder().decode([StoredColumn].self, from: Data(text.utf8)).map {
      MappedColumn(header: $0.header, use: ColumnUse($0.use, because: $0.because ?? "") ?? .own)
    }
  }
}
