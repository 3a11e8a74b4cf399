import Foundation
import JournalStore
public import Kernel
public import Storage

/// A zone in one file: every table, the uploaded files, the evidence, and at the end counts and a hash over all of it.
///
/// Taken in one read transaction while the zone is at work. JSON lines under gzip, the same whichever
/// database they came from, so they can be restored into either.
public struct Backup: Sendable {
  /// What an archive is known to hold.
  public struct Summary: Equatable, Sendable {
    public let rows: Int
    public let tables: Int
    public let files: Int
    /// The journal's last hash.
    public let head: String
    public let hasKey: Bool
  }

  /// Whether the zone's key goes into the archive: with it the archive opens every second factor.
  public enum KeyPolicy: Sendable { case withKey, withoutKey }

  private let zone: Zone

  public init(of zone: Zone) { self.zone = zone }

  /// Writes the archive; it appears at `path` only when it is complete.
  ///
  /// - Complexity: one pass over the data, in constant memory.
  public func write(to path: String, key: KeyPolicy) async throws -> Summary {
    let (place, record, created) = (zone.place, zone.record, zone.world.now())
    return try await zone.database.read { db in
      let tables = try BackupTable.all(in: db)
      let header = BackupHeader(
        migrations: try BackupTable.migrations(in: db), dialect: db.dialect.rawValue,
        head: try BackupTable.head(in: db), created: Int64(created.timeIntervalSince1970 * 1_000),
        demonstration: record.isDemonstration)
      let archive = try BackupWriter(path)
      try archive.write(header)
      var rows = 0
      for table in tables { rows += try Self.write(table, to: archive, in: db) }
      let files = try Self.writeFiles(of: place, key: key, to: archive)
      try archive.finish(rows: rows, tables: tables.count, files: files)
      return Summary(
        rows: rows, tables: tables.count, files: files, head: header.head, hasKey: key == .withKey)
    }
  }

  private static func write(_ table: BackupTable, to archive: BackupWriter, in db: any Reading) throws -> Int {
    try archive.write(BackupSection(table: table.name, columns: table.columns))
    var count = 0
    try db.forEach("SELECT \(table.columnList) FROM \(SQL(name: table.name))") { row in
      try archive.write(row.values)
      count += 1
    }
    return count
  }

  /// The folders whose files belong to the zone.
  static let folders = ["evidence", "uploads"]

  /// Uploads and evidence never change and lie in their place before a record names them, so they need no transaction.
  private static func writeFiles(of place: ZonePlace, key: KeyPolicy, to archive: BackupWriter) throws -> Int {
    var files: [String] = []
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: place.directory + "/" + folder)?.compactMap { $0 as? String }
      files += (names ?? []).sorted().map { folder + "/" + $0 }.filter { isFile(place.directory + "/" + $0) }
    }
    for name in ["ipzone.yaml"] + (key == .withKey ? ["zone.key"] : []) where isFile(place.directory + "/" + name) {
      files.append(name)
    }
    for name in files { try archive.write(file: place.directory + "/" + name, named: name) }
    return files.count
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
  }
}

/// The first line of an archive.
struct BackupHeader: Codable, Equatable {
  var format = "ipzone-backup"
  var version = 1
  let migrations: [String]
  let dialect: String
  let head: String
  let created: Int64
  let demonstration: Bool
}

/// What stands before the rows of a table.
struct BackupSection: Codable, Equatable {
  let table: String
  let columns: [String]
}

/// What stands before the chunks of a file.
struct BackupFile: Codable, Equatable {
  let file: String
  let size: Int64
}

/// A piece of a file.
struct BackupChunk: Codable, Equatable {
  let bytes: String
}

/// The last line: the hash is over every byte before it.
struct BackupTrailer: Codable, Equatable {
  let rows: Int
  let tables: Int
  let files: Int
  let sha256: String
}
