import Crypto
import Evidence
import Foundation

/// Where the bytes of evidence lie: one file each, named by its SHA-256, never changed.
struct EvidenceFolder: Sendable {
  let path: String

  func place(_ sha256: String) -> String { path + "/" + (Self.isHash(sha256) ? sha256 : "none") }

  /// Moves a received file to its place; the same bytes lie there once, and bytes that were damaged are mended.
  ///
  /// - Parameter mark: unique, for the piece that is copied where the file comes from another disk.
  func keep(_ received: String, as sha256: String, mark: String) throws {
    let place = place(sha256)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    if rename(received, place) != 0 {
      guard errno == EXDEV else { throw CocoaError(.fileWriteUnknown) }
      let part = place + "." + mark
      try FileManager.default.copyItem(atPath: received, toPath: part)
      guard rename(part, place) == 0 else { throw CocoaError(.fileWriteUnknown) }
      try FileManager.default.removeItem(atPath: received)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: place)
    try Self.sync(place)
    try Self.sync(path)
  }

  /// How a registered file stands on the disk.
  ///
  /// - Complexity: one pass over the file.
  func state(of file: EvidenceFile) -> EvidenceFileState {
    guard let handle = FileHandle(forReadingAtPath: place(file.sha256)) else { return .missing }
    defer { try? handle.close() }
    var hash = SHA256()
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    } catch {
      return .altered
    }
    return hexadecimal(hash.finalize()) == file.sha256 ? .sound : .altered
  }

  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  digest.map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
}

/// How the bytes of a registered file stand on the disk.
public enum EvidenceFileState: Sendable, CaseIterable { case sound, missing, altered }
