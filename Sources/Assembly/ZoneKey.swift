import Foundation
public import Kernel

/// The zone's key: thirty-two random bytes in a file of its own, which no backup holds unless it is asked to.
public enum ZoneKey {
  public static let length = 32

  /// Reads the key at `path`, or makes one.
  ///
  /// Several processes may start at once: the first file wins, the others read it.
  ///
  /// - Throws: ``ZoneRefusal/keyDamaged(_:)``, ``ZoneRefusal/directoryNotWritable(_:)``
  public static func load(at path: String, world: World) throws(ZoneRefusal) -> [UInt8] {
    if !FileManager.default.fileExists(atPath: path) { try create(at: path, world.randomBytes(length)) }
    guard let bytes = FileManager.default.contents(atPath: path), bytes.count == length else {
      throw .keyDamaged(path)
    }
    return Array(bytes)
  }

  /// Written beside its place and linked there, so that nobody sees half a key and none is overwritten.
  static func create(at path: String, _ key: [UInt8]) throws(ZoneRefusal) {
    let draft = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .directoryNotWritable(path) }
    let count = key.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    let isWritten = count == key.count && fsync(descriptor) == 0
    close(descriptor)
    defer { unlink(draft) }
    guard isWritten, link(draft, path) == 0 || errno == EEXIST else { throw .directoryNotWritable(path) }
  }
}
