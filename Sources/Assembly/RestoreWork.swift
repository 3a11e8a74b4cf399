import Foundation
import Storage

/// The second pass over an archive: rows into tables, files into the data directory.
struct RestoreWork {
  private let path: String
  private let directory: String
  private let reader: BackupReader
  private let tables: [String: BackupTable]
  private var section: BackupSection?
  private var batch: [[SQLValue]] = []
  /// Pointers into the same table, written when all its rows are there.
  private var pointers: [Pointer] = []
  private var file: FileHandle?
  private static let batchSize = 500

  private struct Pointer {
    let table: String
    let column: String
    let key: SQLValue
    let value: SQLValue
  }

  init(path: String, directory: String, in db: any Reading) throws {
    self.path = path
    self.directory = directory
    reader = try BackupReader(path)
    tables = Dictionary(uniqueKeysWithValues: try BackupTable.all(in: db).map { ($0.name, $0) })
  }

  mutating func run(in db: any Writing) throws {
    _ = try reader.next()
    // What a migration itself has put into a table comes again with the archive.
    for table in tables.values where try db.count("SELECT count(*) FROM \(SQL(name: table.name))") > 0 {
      try db.run("DELETE FROM \(SQL(name: table.name))")
    }
    while let line = try reader.next() {
      switch BackupLine(line) {
      case .row(let cells): try take(cells, in: db)
      case .section(let next):
        try endSection(in: db)
        section = next
      case .file(let next):
        try endSection(in: db)
        try open(next)
      case .chunk(let bytes): try file?.write(contentsOf: bytes)
      case .trailer: try endSection(in: db)
      case nil: throw RestoreRefusal.damaged(path)
      }
    }
    try file?.close()
  }

  private mutating func take(_ cells: ArraySlice<UInt8>, in db: any Writing) throws {
    guard let section, var values = BackupCells.values(cells), values.count == section.columns.count else {
      throw RestoreRefusal.damaged(path)
    }
    for column in tables[section.table]?.selfReferences ?? [] {
      guard let place = section.columns.firstIndex(of: column), let key = values.first, values[place] != .null else {
        continue
      }
      pointers.append(Pointer(table: section.table, column: column, key: key, value: values[place]))
      values[place] = .null
    }
    batch.append(values)
    if batch.count == Self.batchSize { try writeBatch(in: db) }
  }

  private mutating func endSection(in db: any Writing) throws {
    try writeBatch(in: db)
    for pointer in pointers {
      try db.run(
        """
        UPDATE \(SQL(name: pointer.table)) SET \(SQL(name: pointer.column)) = \(pointer.value)
        WHERE \(SQL(name: section?.columns.first ?? "id")) = \(pointer.key)
        """)
    }
    pointers = []
    section = nil
  }

  private mutating func writeBatch(in db: any Writing) throws {
    guard let section, !batch.isEmpty else { return }
    guard let table = tables[section.table], Set(section.columns).isSubset(of: table.columns) else {
      throw RestoreRefusal.damaged(path)
    }
    try db.insert(batch, into: section.table, columns: section.columns)
    batch.removeAll(keepingCapacity: true)
  }

  private mutating func open(_ next: BackupFile) throws {
    try file?.close()
    let place = directory + "/" + next.file
    let folder = URL(fileURLWithPath: place).deletingLastPathComponent().path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard FileManager.default.createFile(atPath: place, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: place)
    else { throw RestoreRefusal.cannotWrite(place) }
    file = handle
  }
}
