/// One forward step of the schema.
///
/// Once released it is never edited, reordered or removed.
public struct Migration: Sendable {
  public let name: String
  public let steps: @Sendable (Dialect) -> [SQL]

  public init(_ name: String, _ steps: @escaping @Sendable (Dialect) -> [SQL]) {
    self.name = name
    self.steps = steps
  }

  /// Runs those of `migrations` that `database` has not seen, each in a transaction of its own.
  ///
  /// Two processes may start at once: a lock lets one migrate and the other find it done.
  ///
  /// - Precondition: no two have the same name.
  /// - Returns: the names of the migrations that ran now.
  @discardableResult
  public static func run(_ migrations: [Migration], on database: some Database) async throws -> [String] {
    precondition(Set(migrations.map(\.name)).count == migrations.count, "two migrations have the same name")
    let dialect = database.dialect
    var ran: [String] = []
    for migration in migrations {
      let isNew = try await database.write { transaction in
        try lock(transaction)
        try transaction.run("CREATE TABLE IF NOT EXISTS migrations (name TEXT NOT NULL PRIMARY KEY)")
        guard try transaction.rows("SELECT name FROM migrations WHERE name = \(migration.name)").isEmpty else {
          return false
        }
        for step in migration.steps(dialect) { try transaction.run(step) }
        try transaction.run("INSERT INTO migrations (name) VALUES (\(migration.name))")
        return true
      }
      if isNew { ran.append(migration.name) }
    }
    return ran
  }

  /// Those of `migrations` that `database` has not seen.
  public static func pending(_ migrations: [Migration], in database: some Database) async throws -> [String] {
    let names = migrations.map(\.name)
    return try await database.read { reading in
      guard try tables(in: reading).contains("migrations") else { return names }
      let seen = Set(
        try reading.rows("SELECT name FROM migrations").map { row in
          var columns = row.columns
          return try columns.text()
        })
      return names.filter { !seen.contains($0) }
    }
  }

  /// SQLite's write transaction is the lock; PostgreSQL takes an advisory one until the commit.
  ///
  /// Neither the wait for it nor the index on a large table is bound by the statement timeout.
  private static func lock(_ transaction: any Writing) throws {
    switch transaction.dialect {
    case .sqlite: break
    case .postgres:
      try transaction.run("SET LOCAL statement_timeout = 0")
      try transaction.run("SELECT pg_advisory_xact_lock(7400112011)")
    }
  }

  private static func tables(in reading: any Reading) throws -> Set<String> {
    let listing: SQL =
      switch reading.dialect {
      case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'"
      case .postgres: "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
      }
    return Set(
      try reading.rows(listing).map { row in
        var columns = row.columns
        return try columns.text()
      })
  }
}
