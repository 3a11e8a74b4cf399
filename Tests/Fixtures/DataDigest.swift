public import Storage

/// What all tables of a database hold, in a few bytes: equal for equal data, in whatever order it lies.
public struct DataDigest: Equatable, Sendable {
  private let sums: [String: UInt64]

  public init(of database: any Database) async throws {
    sums = try await database.read { db in
      var sums: [String: UInt64] = [:]
      for table in try Self.tables(in: db) {
        var sum: UInt64 = 0
        try db.forEach("SELECT * FROM \(SQL(name: table))") { sum &+= Self.mixed($0) }
        sums[table] = sum
      }
      return sums
    }
  }

  public func tables(differingFrom other: DataDigest) -> [String] {
    Set(sums.keys).union(other.sums.keys).filter { sums[$0] != other.sums[$0] }.sorted()
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
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(row.values)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
  }
}
