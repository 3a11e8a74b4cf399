public import Logging
public import Storage

/// PostgreSQL 15 or later behind libpq: a few connections, each blocking on a thread of its own.
///
/// No other target imports libpq. The database must be encoded in UTF-8; with a locale other than `C`
/// columns that were not declared with ``Dialect/text`` sort differently from SQLite.
public struct PostgresDatabase: Database {
  private let pool: WorkerPool
  public var dialect: Dialect { .postgres }

  /// Connects once, to see that the server is there; further connections are made when they are needed.
  ///
  /// - Parameters:
  ///   - url: such as `postgres://user@host/name`, or any connection string of libpq.
  ///   - connections: how many transactions may run at once; more wait for their turn.
  ///   - statementTimeout: after which the server gives up one statement (code 57014); migrations are exempt.
  /// - Throws: ``StorageFault/unreachable(_:)`` without a server, ``StorageFault/failed(code:message:)`` for a
  ///   database in another encoding.
  public static func open(
    _ url: String, connections: Int = 8, statementTimeout: Duration = .seconds(60), log: Logger
  ) async throws -> PostgresDatabase {
    precondition(connections > 0, "a database without connections")
    let settings = settings(statementTimeout: statementTimeout)
    let workers = (1...connections).reversed().map { PostgresWorker(url, settings: settings, number: $0, log: log) }
    let database = PostgresDatabase(pool: WorkerPool(workers))
    try await database.verifyEncoding(log: log)
    return database
  }

  public func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result
  {
    try await pool.withWorker { try await $0.read(work) }
  }

  /// A transaction that a deadlock or a serialisation failure has ended runs again, ten times at most.
  ///
  /// A connection lost during the commit leaves open whether it happened: ``StorageFault/unreachable(_:)``.
  @discardableResult public func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result)
    async throws -> Result
  {
    try await pool.withWorker { try await $0.write(work) }
  }

  public func close() async throws { try await pool.close() }

  private static func settings(statementTimeout: Duration) -> String {
    """
    SET TIME ZONE 'UTC';
    SET standard_conforming_strings = on;
    SET client_min_messages = notice;
    SET statement_timeout = \(statementTimeout.components.seconds * 1_000);
    SET cursor_tuple_fraction = 1;
    SET jit = off
    """
  }

  private func verifyEncoding(log: Logger) async throws {
    let (encoding, collation) = try await read { db in
      let row = try db.row(
        "SELECT current_setting('server_encoding'), datcollate FROM pg_database WHERE datname = current_database()")
      var columns = row?.columns
      return (try columns?.text(), try columns?.text())
    }
    guard encoding == "UTF8" else {
      try await close()
      throw StorageFault.failed(
        code: "encoding", message: "the database must be encoded in UTF8, not \(encoding ?? "?")")
    }
    if let collation, !["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) {
      log.notice(
        "The database does not sort by code point; plain text columns come in another order than in SQLite",
        metadata: ["postgres.collation": "\(collation)"])
    }
  }
}
