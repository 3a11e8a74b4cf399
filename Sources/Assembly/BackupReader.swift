import CZlib
import Crypto
import Foundation

/// Reads the lines of an archive in constant memory.
final class BackupReader {
  private let path: String
  private let file: gzFile
  private var buffer: [UInt8] = []
  private var position = 0
  private var hash = SHA256()

  /// - Throws: ``RestoreRefusal/cannotRead(_:)``
  init(_ path: String) throws {
    self.path = path
    guard let file = gzopen(path, "rb") else { throw RestoreRefusal.cannotRead(path) }
    self.file = file
  }

  deinit { gzclose(file) }

  /// The next line without its end; nil behind the last.
  ///
  /// - Throws: ``RestoreRefusal/damaged(_:)`` where the archive is cut or gzip finds an error.
  func next() throws -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = buffer[position..<end]
        position = end + 1
        return line
      }
      searched = buffer.count - position
      buffer.removeSubrange(..<position)
      position = 0
      guard try fill() else {
        guard buffer.isEmpty else { throw RestoreRefusal.damaged(path) }
        return nil
      }
    }
  }

  func count(_ line: ArraySlice<UInt8>) {
    line.withUnsafeBytes { hash.update(bufferPointer: $0) }
    hash.update(data: [0x0A] as [UInt8])
  }

  /// The hash of all lines that were counted, in hexadecimal.
  var sum: String { hash.finalize().map { String(256 + Int($0), radix: 16).dropFirst() }.joined() }

  private func fill() throws -> Bool {
    let old = buffer.count
    let room = 1 << 18
    buffer.append(contentsOf: repeatElement(0, count: room))
    let count = buffer.withUnsafeMutableBytes { gzread(file, $0.baseAddress?.advanced(by: old), UInt32(room)) }
    buffer.removeLast(room - max(Int(count), 0))
    guard count >= 0 else { throw RestoreRefusal.damaged(path) }
    return count > 0
  }
}

/// What one line of an archive says.
enum BackupLine {
  case section(BackupSection)
  case file(BackupFile)
  case chunk([UInt8])
  case row(ArraySlice<UInt8>)
  case trailer(BackupTrailer)

  init?(_ line: ArraySlice<UInt8>) {
    if line.first == 0x5B {
      self = .row(line)
      return
    }
    let (data, decoder) = (Data(line), JSONDecoder())
    if let chunk = try? decoder.decode(BackupChunk.self, from: data), let bytes = Data(base64Encoded: chunk.bytes) {
      self = .chunk(Array(bytes))
    } else if let section = try? decoder.decode(BackupSection.self, from: data) {
      self = .section(section)
    } else if let file = try? decoder.decode(BackupFile.self, from: data) {
      self = .file(file)
    } else if let trailer = try? decoder.decode(BackupTrailer.self, from: data) {
      self = .trailer(trailer)
    } else {
      return nil
    }
  }
}
