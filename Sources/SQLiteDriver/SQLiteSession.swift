import GRDB
import GRDBSQLite
import Storage

/// A connection inside a transaction.
///
/// Statements are GRDB's cached ones, stepped by hand: its `Row` copies and traps, this does neither.
struct SQLiteSession: Writing {
  let connection: GRDB.Database
  var dialect: Dialect { .sqlite }

  func rows(_ sql: Storage.SQL) throws -> [Storage.Row] {
    var rows: [Storage.Row] = []
    try forEach(sql) { rows.append($0) }
    return rows
  }

  func forEach(_ sql: Storage.SQL, _ visit: (Storage.Row) throws -> Void) throws {
    let (text, values) = sql.rendered(for: .sqlite)
    let statement = try prepare(text)
    defer { sqlite3_reset(statement) }
    try bind(values, to: statement)
    let width = sqlite3_column_count(statement)
    while try step(statement) {
      try visit(Storage.Row((0..<width).map { column(statement, $0) }))
    }
  }

  func run(_ sql: Storage.SQL) throws -> Int {
    let (text, values) = sql.rendered(for: .sqlite)
    let statement = try prepare(text)
    defer { sqlite3_reset(statement) }
    try bind(values, to: statement)
    while try step(statement) {}
    return Int(sqlite3_changes(connection.sqliteConnection))
  }

  func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: Storage.SQL) throws -> Int {
    let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    let (conflict, _) = onConflict.rendered(for: .sqlite)
    let statement = try prepare(
      "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places)) \(conflict)")
    defer { sqlite3_reset(statement) }
    var inserted = 0
    for row in rows {
      try bind(row, to: statement)
      while try step(statement) {}
      inserted += Int(sqlite3_changes(connection.sqliteConnection))
      sqlite3_reset(statement)
    }
    return inserted
  }

  private func prepare(_ text: String) throws -> OpaquePointer {
    do {
      let statement = try connection.cachedStatement(sql: text).sqliteStatement
      sqlite3_reset(statement)
      return statement
    } catch let error as DatabaseError {
      throw StorageFault.failed(code: "\(error.extendedResultCode.rawValue)", message: error.message ?? "")
    }
  }

  private func bind(_ values: [SQLValue], to statement: OpaquePointer) throws {
    for (place, value) in values.enumerated() {
      let index = Int32(place + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, index)
        case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
        case .real(let real): sqlite3_bind_double(statement, index, real)
        case .text(let text): bindText(text, to: statement, at: index)
        case .blob(let bytes):
          bytes.isEmpty
            ? sqlite3_bind_zeroblob(statement, index, 0)
            : bytes.withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), transient) }
        }
      guard code == SQLITE_OK else { throw fault() }
    }
  }

  private func bindText(_ text: String, to statement: OpaquePointer, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        $0.isEmpty
          ? sqlite3_bind_text(statement, index, "", 0, transient)
          : sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw fault()
    }
  }

  private func fault() -> StorageFault {
    let code = sqlite3_extended_errcode(connection.sqliteConnection)
    let message = sqlite3_errmsg(connection.sqliteConnection).map { String(cString: $0) } ?? ""
    let isDuplicate = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY
    return isDuplicate ? .duplicate(message) : .failed(code: "\(code)", message: message)
  }
}

/// SQLite copies what it is handed before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private let SQLITE_CONSTRAINT_UNIQUE: Int32 = 19 | 8 << 8
private let SQLITE_CONSTRAINT_PRIMARYKEY: Int32 = 19 | 6 << 8

private func column(_ statement: OpaquePointer, _ index: Int32) -> SQLValue {
  switch sqlite3_column_type(statement, index) {
  case SQLITE_INTEGER: .integer(sqlite3_column_int64(statement, index))
  case SQLITE_FLOAT: .real(sqlite3_column_double(statement, index))
  case SQLITE_TEXT: .text(text(statement, index))
  case SQLITE_BLOB: .blob(bytes(statement, index))
  default: .null
  }
}

private func text(_ statement: OpaquePointer, _ index: Int32) -> String {
  guard let start = sqlite3_column_text(statement, index) else { return "" }
  let count = Int(sqlite3_column_bytes(statement, index))
  return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}

private func bytes(_ statement: OpaquePointer, _ index: Int32) -> [UInt8] {
  guard let start = sqlite3_column_blob(statement, index) else { return [] }
  return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
}
