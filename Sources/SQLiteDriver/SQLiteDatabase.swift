private import CSQLite
internal import Foundation
internal import GRDB
public import Storage
import Synchronization

/// SQLite in one file, behind GRDB's pool: one writer, many readers, write-ahead log.
///
/// No other target imports GRDB.
public struct SQLiteDatabase: Storage.Database {
  private let writer: any DatabaseWriter
  private let door = Door()
  public var dialect: Dialect { .sqlite }

  /// A database that lives as long as the value: for tests.
  public static func inMemory() throws -> SQLiteDatabase { SQLiteDatabase(writer: try DatabaseQueue()) }

  /// Opens or creates the file at `path`.
  ///
  /// A commit is on the disk when ``write(_:)`` returns (`synchronous = FULL`). A second process may
  /// hold the file; its writes are waited for, 15 seconds at most.
  public static func open(at path: String) throws -> SQLiteDatabase {
    _ = stopsCounting
    var configuration = Configuration()
    configuration.busyMode = .timeout(15)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { connection in
      // Only a file that is made now takes it: rows with abstracts and claims are kilobytes long.
      try connection.execute(sql: "PRAGMA page_size = 16384")
      try connection.execute(sql: "PRAGMA synchronous = FULL")
      // The writer's pages are those that a bulk import comes back to: random places of many indexes.
      try connection.execute(sql: "PRAGMA cache_size = \(connection.configuration.readonly ? -16000 : -96000)")
      try connection.execute(sql: "PRAGMA temp_store = MEMORY")
      // A page that many batches write is carried over into the file once, not with each of them.
      try connection.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
    }
    return SQLiteDatabase(writer: try DatabasePool(path: path, configuration: configuration))
  }

  /// Before the first connection: later SQLite refuses, and only counts on.
  private static let stopsCounting = csqlite_stop_counting_memory() == SQLITE_OK

  private init(writer: any DatabaseWriter) { self.writer = writer }

  public func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result
  {
    try await naming { try await writer.read { try Self.run(work, on: $0) } }
  }

  @discardableResult public func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result)
    async throws -> Result
  {
    try await naming { try await writer.write { try Self.run(work, on: $0) } }
  }

  public func close() async throws {
    door.shut()
    try writer.close()
  }

  private static func run<Result>(_ work: (SQLiteSession) throws -> Result, on connection: GRDB.Database) throws
    -> Result
  {
    let session = SQLiteSession(connection)
    defer { session.end() }
    let result = try work(session)
    try session.verifySound()
    return result
  }

  /// What fails at the beginning or the commit of a transaction comes from GRDB in words of its own.
  private func naming<Result>(_ run: () async throws -> Result) async throws -> Result {
    guard door.isOpen else { throw StorageFault.unreachable("the database is closed") }
    do { return try await run() } catch let error as DatabaseError { throw StorageFault(error) }
  }
}

/// GRDB hands SQLite a null pointer when a database in memory is used after its end.
private final class Door: Sendable {
  private let state = Mutex(true)
  var isOpen: Bool { state.withLock { $0 } }
  func shut() { state.withLock { $0 = false } }
}
