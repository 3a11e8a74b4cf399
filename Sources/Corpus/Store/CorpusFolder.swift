import Corpus
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One of the folders `1`, `2`, … in which processes keep an index each, held against others for as long as this lives.
///
/// The system gives a folder free when its process ends, however it ends.
final class CorpusFolder: Sendable {
  let path: String
  private let descriptor: Int32

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// As pages and logs name it: `corpus/1`.
  var name: String { Self.name(path) }

  static func name(_ path: String) -> String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  /// Takes the first folder that nobody holds.
  ///
  /// - Parameter mayAdd: whether a further one is made where all are held; the first is always made.
  /// - Returns: nil where all are held.
  static func claim(in root: String, adding mayAdd: Bool) throws(CorpusRefusal) -> CorpusFolder? {
    try make(root)
    for number in 1...limit {
      let path = "\(root)/\(number)"
      if number > 1, !mayAdd, access(path, F_OK) != 0 { return nil }
      try make(path)
      if let folder = try hold(path) { return folder }
    }
    return nil
  }

  /// The folders that there are, held or not.
  static func all(in root: String) -> [String] {
    (1...limit).map { "\(root)/\($0)" }.filter { access($0, F_OK) == 0 }
  }

  /// More processes than any zone runs on one data directory.
  private static let limit = 64

  private static func make(_ path: String) throws(CorpusRefusal) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw refusal(path) }
  }

  private static func hold(_ path: String) throws(CorpusRefusal) -> CorpusFolder? {
    let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refusal(path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return CorpusFolder(path: path, descriptor: descriptor) }
    let isHeld = errno == EWOULDBLOCK
    close(descriptor)
    guard isHeld else { throw refusal(path) }
    return nil
  }

  private static func refusal(_ path: String) -> CorpusRefusal {
    .unreadable(file: name(path), reason: String(cString: strerror(errno)))
  }
}
