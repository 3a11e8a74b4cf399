import CZlib
import Crypto
import Foundation
import Storage

/// Writes the lines of an archive through gzip, and counts their hash.
final class BackupWriter {
  private let path: String
  private let file: gzFile
  private var hash = SHA256()
  private var waiting: [UInt8] = []
  private var isOver = false
  private static let chunk = 48 * 1_024

  /// - Throws: ``RestoreRefusal/cannotWrite(_:)``
  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0, let file = gzdopen(descriptor, "wb6") else { throw RestoreRefusal.cannotWrite(path) }
    self.file = file
  }

  deinit {
    guard !isOver else { return }
    gzclose(file)
    unlink(path + ".part")
  }

  func write(_ line: some Encodable) throws { try append(Array(Self.encoder.encode(line))) }
  func write(_ values: [SQLValue]) throws { try append(BackupCells.line(values)) }

  func write(file path: String, named name: String) throws {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw RestoreRefusal.cannotRead(path) }
    defer { try? handle.close() }
    let size = Int64(try handle.seekToEnd())
    try handle.seek(toOffset: 0)
    try write(BackupFile(file: name, size: size))
    while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
      try write(BackupChunk(bytes: data.base64EncodedString()))
    }
  }

  func finish(rows: Int, tables: Int, files: Int) throws {
    let sum = hash.finalize().map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
    try write(BackupTrailer(rows: rows, tables: tables, files: files, sha256: sum))
    try flush()
    isOver = true
    guard gzclose(file) == Z_OK, Self.sync(path + ".part"), rename(path + ".part", path) == 0 else {
      unlink(path + ".part")
      throw RestoreRefusal.cannotWrite(path)
    }
  }

  private func append(_ line: [UInt8]) throws {
    hash.update(data: line)
    hash.update(data: [0x0A] as [UInt8])
    waiting += line
    waiting.append(0x0A)
    if waiting.count > 1 << 18 { try flush() }
  }

  private func flush() throws {
    let count = waiting.withUnsafeBytes { gzwrite(file, $0.baseAddress, UInt32($0.count)) }
    guard waiting.isEmpty || Int(count) == waiting.count else { throw RestoreRefusal.cannotWrite(path) }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
