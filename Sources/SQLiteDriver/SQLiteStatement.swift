import GRDB
import GRDBSQLite
import Storage

/// One statement on its way: bound, stepped, laid to rest.
struct SQLiteStatement {
  private let connection: OpaquePointer?
  /// Keeps ``pointer`` alive where the statement is not in GRDB's cache.
  private let owner: Statement
  private var pointer: OpaquePointer { owner.sqliteStatement }

  init(_ text: String, on connection: GRDB.Database) throws {
    self.connection = connection.sqliteConnection
    do {
      let cached = try connection.cachedStatement(sql: text)
      // A visitor may run the very statement whose rows it is being handed.
      owner = sqlite3_stmt_busy(cached.sqliteStatement) == 0 ? cached : try connection.makeStatement(sql: text)
    } catch let error as DatabaseError {
      throw StorageFault(error)
    }
  }

  /// Frees what was bound, and lets the next user begin.
  func rest() {
    sqlite3_reset(pointer)
    sqlite3_clear_bindings(pointer)
  }

  func nextRow() throws -> Storage.Row? {
    guard try step() else { return nil }
    return Storage.Row((0..<sqlite3_column_count(pointer)).map { column($0) })
  }

  /// Runs the statement to its end.
  /// - Returns: the number of rows changed; 0 for a statement that only reads or defines.
  func changes(with values: [SQLValue]) throws -> Int {
    try bind(values)
    return try changes()
  }

  /// The same for one row of many, whose texts are bound where they lie in `texts`.
  ///
  /// - Parameter further: what is bound behind `values`.
  func changes(with values: [SQLValue], _ further: [SQLValue], texts: inout TextArena) throws -> Int {
    texts.fill(with: values)
    var index: Int32 = 0
    for value in values {
      index += 1
      let result: Int32
      if case .text = value {
        let text = texts.next()
        guard !text.hasNUL else { return try refuse(value) }
        result = sqlite3_bind_text(pointer, index, text.start, text.count, nil)
      } else {
        try value.requireStorable()
        result = bind(value, at: index)
      }
      guard result == SQLITE_OK else { throw fault() }
    }
    for value in further {
      index += 1
      try value.requireStorable()
      guard bind(value, at: index) == SQLITE_OK else { throw fault() }
    }
    return try changes()
  }

  private func refuse(_ value: SQLValue) throws -> Int {
    try value.requireStorable()
    return 0
  }

  private func changes() throws -> Int {
    let before = sqlite3_total_changes(connection)
    while try step() {}
    sqlite3_reset(pointer)
    return sqlite3_total_changes(connection) == before ? 0 : Int(sqlite3_changes(connection))
  }

  func bind(_ values: [SQLValue]) throws {
    for (place, value) in values.enumerated() {
      try value.requireStorable()
      guard bind(value, at: Int32(place + 1)) == SQLITE_OK else { throw fault() }
    }
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(pointer, index)
    case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
    case .real(let real): sqlite3_bind_double(pointer, index, real)
    case .text(let text): bind(text, at: index)
    case .blob(let bytes):
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(pointer, index, 0)
        : bytes.withUnsafeBytes { sqlite3_bind_blob(pointer, index, $0.baseAddress, Int32($0.count), transient) }
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        $0.isEmpty
          ? sqlite3_bind_text(pointer, index, "", 0, transient)
          : sqlite3_bind_text(pointer, index, $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  private func step() throws -> Bool {
    switch sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw fault()
    }
  }

  private func fault() -> StorageFault {
    StorageFault(
      code: sqlite3_extended_errcode(connection),
      message: sqlite3_errmsg(connection).map { String(cString: $0) } ?? "")
  }

  private func column(_ index: Int32) -> SQLValue {
    switch sqlite3_column_type(pointer, index) {
    case SQLITE_INTEGER: .integer(sqlite3_column_int64(pointer, index))
    case SQLITE_FLOAT: .real(sqlite3_column_double(pointer, index))
    case SQLITE_TEXT: .text(text(index))
    case SQLITE_BLOB: .blob(bytes(index))
    default: .null
    }
  }

  private func text(_ index: Int32) -> String {
    guard let start = sqlite3_column_text(pointer, index) else { return "" }
    let count = Int(sqlite3_column_bytes(pointer, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func bytes(_ index: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(pointer, index) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, index))))
  }
}

/// SQLite copies what it is handed before the call returns.
// The C header defines this constant as a cast, which Swift does not import.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension StorageFault {
  init(_ error: DatabaseError) {
    self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "")
  }

  /// SQLite's extended codes: 2067 is a unique key, 1555 and 2579 are primary ones.
  init(code: Int32, message: String) {
    let prefix = "UNIQUE constraint failed: "
    switch code {
    case 2_067, 1_555, 2_579:
      self = .duplicate(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
    default: self = .failed(code: "\(code)", message: message)
    }
  }
}
