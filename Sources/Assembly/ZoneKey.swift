import Crypto
import Foundation
public import Kernel

/// The zone's key: thirty-two random bytes in a file of its own, which no backup holds unless it is asked to.
public enum ZoneKey {
  /// Reads the key of a zone whose secrets are sealed by the key with `mark`; a zone without a mark may get a new key.
  ///
  /// - Throws: ``ZoneRefusal/keyMissing(_:)``, ``ZoneRefusal/keyOfAnother(_:)`` and what ``load(at:world:)`` throws.
  static func load(at path: String, mark: String?, world: World) throws(ZoneRefusal) -> [UInt8] {
    if mark != nil, !FileManager.default.fileExists(atPath: path) { throw .keyMissing(path) }
    let key = try load(at: path, world: world)
    guard mark == nil || mark == Self.mark(of: key) else { throw .keyOfAnother(path) }
    return key
  }

  /// What tells keys apart and gives none away.
  static func mark(of key: [UInt8]) -> String {
    SHA256.hash(data: Array("ipzone key mark".utf8) + key).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

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
