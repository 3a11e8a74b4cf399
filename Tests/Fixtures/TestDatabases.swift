import Foundation
import Logging
import PostgresDriver
import SQLiteDriver
public import Storage

/// The databases that a test of a store runs on: `@Test(arguments: DatabaseKind.all)`.
public enum DatabaseKind: String, Sendable {
  case memory, file, postgres

  /// Every kind; where PostgreSQL is not installed its tests fail, unless `IPZONE_ALLOW_SKIP` names `postgres`.
  public static let all: [DatabaseKind] = {
    let mayBeMissing = ProcessInfo.processInfo.environment["IPZONE_ALLOW_SKIP"]?.contains("postgres") == true
    guard mayBeMissing, !PrivatePostgres.isInstalled else { return [.memory, .file, .postgres] }
    FileHandle.standardError.write(
      Data("SKIPPED: the tests on PostgreSQL, because PostgreSQL 15 is not installed\n".utf8))
    return [.memory, .file]
  }()

  /// Those where several tasks write at once.
  public static let shared: [DatabaseKind] = all.filter { $0 != .memory }

  /// Hands `work` a database of this kind on which `migrations` have run, and removes it afterwards.
  @discardableResult
  public func withDatabase<Result>(
    _ migrations: [Migration] = [], _ work: (any Database) async throws -> Result
  ) async throws -> Result {
    try await withPlace { place in
      let database = try await place.open()
      return try await closing(database) {
        try await Migration.run(migrations, on: database)
        return try await work(database)
      }
    }
  }

  /// Hands `work` an empty place in which several databases may be opened: as if by several processes.
  public func withPlace<Result>(_ work: (DatabasePlace) async throws -> Result) async throws -> Result {
    switch self {
    case .memory: return try await work(.memory)
    case .file:
      let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      return try await work(.file(folder.appending(path: "test.sqlite").path))
    case .postgres:
      let server = try PrivatePostgres.server()
      let (url, schema) = try await server.newSchema()
      let result = await Swift.Result { try await work(.postgres(url)) }
      try await server.drop(schema)
      return try result.get()
    }
  }
}

/// Where a test keeps a database.
public enum DatabasePlace: Sendable {
  case memory
  case file(String)
  case postgres(String)

  public func open(connections: Int = 8) async throws -> any Database {
    switch self {
    case .memory: try SQLiteDatabase.inMemory()
    case .file(let path): try SQLiteDatabase.open(at: path)
    case .postgres(let url):
      try await PostgresDatabase.open(url, connections: connections, log: Logger(label: "tests"))
    }
  }
}

/// The same store test on every kind of database.
public enum TestDatabases {
  public static func each(
    _ migrations: [Migration] = [], _ work: (any Database) async throws -> Void
  ) async throws {
    for kind in DatabaseKind.all { try await kind.withDatabase(migrations, work) }
  }
}

extension Result where Failure == any Error {
  init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}

private func closing<Result>(_ database: any Database, _ work: () async throws -> Result) async throws -> Result {
  let result = await Swift.Result { try await work() }
  try await database.close()
  return try result.get()
}
