import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Logging
import PostgresDriver
import SQLiteDriver
import Storage

/// Puts a ``Backup`` back, into an empty place only: all of it, or nothing.
public struct Restore: Sendable {
  private let place: ZonePlace
  private let log: Logger

  public init(into place: ZonePlace, log: Logger) {
    self.place = place
    self.log = log
  }

  /// Verifies the archive, writes it, and verifies the journal.
  ///
  /// - Throws: ``RestoreRefusal``, ``ZoneRefusal/newerSchema(_:)``; the place is empty then, as it was.
  public func perform(from path: String, world: @escaping @Sendable (Int) -> World) async throws -> Backup.Summary {
    let (header, trailer, hasKey) = try Self.verify(path)
    let known = Set(Schema.migrations.map(\.name))
    let unknown = header.migrations.filter { !known.contains($0) }
    guard unknown.isEmpty else { throw ZoneRefusal.newerSchema(unknown) }
    let database = try await openEmpty()
    do {
      try await fill(database, from: path, header: header)
      try await database.close()
      try await check(header, world: world)
    } catch {
      await clear(database)
      throw error
    }
    return Backup.Summary(
      rows: trailer.rows, tables: trailer.tables, files: trailer.files, head: header.head, hasKey: hasKey)
  }

  /// One pass over the whole archive before anything is written.
  static func verify(_ path: String) throws -> (BackupHeader, BackupTrailer, hasKey: Bool) {
    let reader = try BackupReader(path)
    guard let first = try reader.next(),
      let header = try? JSONDecoder().decode(BackupHeader.self, from: Data(first)),
      header.format == "ipzone-backup", header.version == 1
    else { throw RestoreRefusal.damaged(path) }
    reader.count(first)
    var (rows, tables, files, hasKey) = (0, 0, 0, false)
    while let line = try reader.next() {
      switch BackupLine(line) {
      case .row: rows += 1
      case .section: tables += 1
      case .file(let file):
        files += 1
        hasKey = hasKey || file.file == "zone.key"
        guard isSafe(file.file) else { throw RestoreRefusal.damaged(path) }
      case .chunk: break
      case .trailer(let trailer):
        let own = BackupTrailer(rows: rows, tables: tables, files: files, sha256: reader.sum)
        guard own == trailer, try reader.next() == nil else { throw RestoreRefusal.damaged(path) }
        return (header, trailer, hasKey)
      case nil: throw RestoreRefusal.damaged(path)
      }
      reader.count(line)
    }
    throw RestoreRefusal.damaged(path)
  }

  /// An archive names files below the data directory only.
  private static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isInFolder = parts.first.map { Backup.folders.contains(String($0)) } ?? false
    let isKnown = isInFolder ? parts.count > 1 : ["ipzone.yaml", "zone.key"].contains(name)
    return isKnown && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private func fill(_ database: any Database, from path: String, header: BackupHeader) async throws {
    let then = Set(header.migrations)
    try await Migration.run(Schema.migrations.filter { then.contains($0.name) }, on: database)
    let directory = place.directory
    try await database.write { db in
      try db.liftTimeLimit()
      var work = try RestoreWork(path: path, directory: directory, in: db)
      try work.run(in: db)
    }
    try await Migration.run(Schema.migrations, on: database)
  }

  private func check(_ header: BackupHeader, world: (Int) -> World) async throws {
    // Without opening the zone: its key may still have to be put into its place.
    let database = try await Zone.openDatabase(place, log: log)
    let journal = JournalDesk(
      database: database, world: world(0), tables: Schema.records, checks: Schema.checks, subjects: isSubject)
    let verdict: JournalVerdict
    do { verdict = try await journal.verify(by: .console([.verifyJournal])) } catch {
      try? await database.close()
      throw error
    }
    try await database.close()
    guard case .intact(_, _, let head) = verdict, head.hash == header.head else {
      let found = if case .intact(_, _, let head) = verdict { head.hash } else { "–" }
      throw RestoreRefusal.wrongHead(wanted: header.head, found: found)
    }
  }

  private func openEmpty() async throws -> any Database {
    let files = FileManager.default
    let others = (try? files.contentsOfDirectory(atPath: place.directory)) ?? []
    guard others.isEmpty else { throw RestoreRefusal.placeNotEmpty(place.directory) }
    do {
      try files.createDirectory(
        atPath: place.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw ZoneRefusal.directoryNotWritable(place.directory)
    }
    guard let server = place.server else { return try SQLiteDatabase.open(at: place.databaseFile) }
    let database = try await PostgresDatabase.open(server, log: log)
    guard try await database.read({ try BackupTable.names(in: $0) }).isEmpty else {
      try await database.close()
      throw RestoreRefusal.placeNotEmpty("PostgreSQL")
    }
    return database
  }

  /// Takes back what was begun; a table that cannot be dropped is logged.
  private func clear(_ database: any Database) async {
    try? await database.close()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.directory)) ?? []
    for name in names { try? FileManager.default.removeItem(atPath: place.directory + "/" + name) }
    guard let server = place.server else { return }
    do {
      let database = try await PostgresDatabase.open(server, connections: 1, log: log)
      try await database.write { db in
        for name in try BackupTable.names(in: db) { try db.run("DROP TABLE \(SQL(name: name)) CASCADE") }
      }
      try await database.close()
    } catch {
      log.error("The database could not be emptied again", metadata: ["error": "\(error)"])
    }
  }
}
