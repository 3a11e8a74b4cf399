public import Storage

/// What tables of a database hold, in a few bytes: equal for equal data, in whatever order it lies.
///
/// Of the two long tables of the journal, which nothing ever changes, only how many rows they have.
public struct DataDigest: Equatable, Sendable {
  private let sums: [String: UInt64]

  /// - Parameter tables: only these; nil for all.
  public init(of database: any Database, tables: Set<String>? = nil) async throws {
    sums = try await database.read { db in
      var sums: [String: UInt64] = [:]
      for table in try tables?.sorted() ?? Self.tables(in: db) {
        sums[table] = try Self.sum(of: table, in: db)
      }
      return sums
    }
  }

  public func tables(differingFrom other: DataDigest) -> [String] {
    sums.keys.filter { sums[$0] != other.sums[$0] }.sorted()
  }

  private static func sum(of table: String, in db: any Reading) throws -> UInt64 {
    let name = SQL(name: table)
    guard !["journal_changes", "journal_personal"].contains(table) else {
      return UInt64(try db.count("SELECT COUNT(*) FROM \(name)"))
    }
    var sum: UInt64 = 0
    try db.forEach("SELECT * FROM \(name)") { sum &+= mixed($0) }
    return sum
  }

  private static func tables(in db: any Reading) throws -> [String] {
    let listing: SQL =
      switch db.dialect {
      case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
      case .postgres: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
      }
    return try db.rows(listing).map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  /// FNV-1a over the row's values with their types, then a last stir.
  private static func mixed(_ row: Row) -> UInt64 {
    var hash = Hash()
    for value in row.values {
      switch value {
      case .null: hash.add(0)
      case .integer(let number): hash.add(1, UInt64(bitPattern: number))
      case .real(let number): hash.add(2, number.bitPattern)
      case .text(let text): hash.add(3, bytes: text.utf8)
      case .blob(let bytes): hash.add(4, bytes: bytes)
      }
    }
    return (hash.state ^ hash.state >> 32) &* 0x9E37_79B9_7F4A_7C15
  }

  private struct Hash {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ words: UInt64...) {
      for word in words { state = (state ^ word) &* 0x100_0000_01B3 }
    }

    mutating func add(_ sort: UInt64, bytes: some Collection<UInt8>) {
      add(sort, UInt64(bytes.count))
      for byte in bytes { add(UInt64(byte)) }
    }
  }
}
