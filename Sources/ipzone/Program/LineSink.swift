import Foundation
import Synchronization

/// Takes lines and writes them, a megabyte at a time, to a file or to standard output.
///
/// A file appears under its name only when it is complete.
final class LineSink: Sendable {
  private let path: String?
  private let descriptor: Int32
  private let waiting = Mutex<[UInt8]>([])

  /// - Throws: ``CommandRefusal/cannotWrite(_:)``
  init(_ path: String?) throws {
    self.path = path
    guard let path else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CommandRefusal.cannotWrite(path) }
  }

  deinit {
    if path != nil { close(descriptor) }
  }

  func write(_ line: String) throws {
    try waiting.withLock { bytes in
      bytes.append(contentsOf: line.utf8)
      bytes.append(0x0A)
      if bytes.count > 1 << 20 { try flush(&bytes) }
    }
  }

  func finish() throws {
    try waiting.withLock { try flush(&$0) }
    guard let path else { return }
    guard fsync(descriptor) == 0, rename(path + ".part", path) == 0 else { throw CommandRefusal.cannotWrite(path) }
  }

  private func flush(_ bytes: inout [UInt8]) throws {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw CommandRefusal.cannotWrite(path ?? "stdout") }
      done += count
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
