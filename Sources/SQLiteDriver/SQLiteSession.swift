import GRDB
import GRDBSQLite
import Storage

/// A connection inside a transaction.
///
/// Statements are GRDB's cached ones, stepped by hand: its `Row` copies and traps, this does neither.
/// A failed statement dooms the transaction, as PostgreSQL has it.
final class SQLiteSession: Writing {
  private let connection: GRDB.Database
  private var doom: (any Error)?
  private var isOver = false
  var dialect: Dialect { .sqlite }

  init(_ connection: GRDB.Database) { self.connection = connection }

  func rows(_ sql: Storage.SQL) throws -> [Storage.Row] {
    var rows: [Storage.Row] = []
    try forEach(sql) { rows.append($0) }
    return rows
  }

  func forEach(_ sql: Storage.SQL, _ visit: (Storage.Row) throws -> Void) throws {
    let (text, values) = sql.rendered(for: .sqlite)
    let statement = try dooming { try SQLiteStatement(text, on: connection) }
    defer { statement.rest() }
    try dooming { try statement.bind(values) }
    while let row = try dooming({ try statement.nextRow() }) { try visit(row) }
  }

  func run(_ sql: Storage.SQL) throws -> Int {
    let (text, values) = sql.rendered(for: .sqlite)
    return try dooming {
      let statement = try SQLiteStatement(text, on: connection)
      defer { statement.rest() }
      return try statement.changes(with: values)
    }
  }

  func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: Storage.SQL) throws -> Int {
    guard let first = rows.first else { return 0 }
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a value for each column")
    let names = Storage.SQL.joined(columns.map { Storage.SQL(name: $0) }, by: ", ")
    let places = Storage.SQL.joined(first.map { value -> Storage.SQL in "\(value)" }, by: ", ")
    let (text, values) =
      ("INSERT INTO \(Storage.SQL(name: table)) (\(names)) VALUES (\(places)) \(onConflict)"
      as Storage.SQL).rendered(for: .sqlite)
    let conflictValues = Array(values.dropFirst(columns.count))
    return try dooming {
      let statement = try SQLiteStatement(text, on: connection)
      defer { statement.rest() }
      var texts = TextArena()
      var changes = 0
      for row in rows { changes += try statement.changes(with: row, conflictValues, texts: &texts) }
      return changes
    }
  }

  /// - Throws: what doomed the transaction, for a caller who has swallowed it.
  func verifySound() throws { if let doom { throw doom } }

  func end() { isOver = true }

  private func dooming<Result>(_ run: () throws -> Result) throws -> Result {
    guard !isOver else { throw StorageFault.failed(code: "21", message: "the transaction is over") }
    if let doom { throw doom }
    do { return try run() } catch {
      doom = error
      throw error
    }
  }
}
