public import Storage

/// A table whose every row is vouched for by the journal.
///
/// Beside its own columns such a table has `entry` (the number of the journal entry that last wrote
/// the row; it is also the revision that forms carry) and `digest` (SHA-256 over table, columns and
/// entry). It is written by nobody but a ``Recording``.
public struct RecordTable: Sendable {
  public let name: String
  /// The row's own columns, the key first, in the order of every list of values.
  public let columns: [String]
  /// How many of the first columns are the key; the first is a 64-bit number.
  public let keyWidth: Int
  /// Columns with personal values: the journal keeps their salted hash and an erasable side row.
  public let personal: Set<String>

  public init(_ name: String, columns: [String], keyWidth: Int = 1, personal: Set<String> = []) {
    precondition(personal.isSubset(of: columns) && (1...columns.count).contains(keyWidth))
    self.name = name
    self.columns = columns
    self.keyWidth = keyWidth
    self.personal = personal
  }

  /// The two columns that every CREATE TABLE of such a table ends with.
  public static func vouching(_ dialect: Dialect) -> SQL {
    "entry BIGINT NOT NULL, digest \(dialect.bytes) NOT NULL"
  }

  /// `a, b, c`, for SELECT lists.
  public var columnList: SQL { .joined(columns.map { SQL(name: $0) }, by: ", ") }

  var allColumns: [String] { columns + ["entry", "digest"] }

  func matches(_ key: [SQLValue]) -> SQL {
    .joined(zip(columns, key).map { name, value -> SQL in "\(SQL(name: name)) = \(value)" }, by: " AND ")
  }
}
