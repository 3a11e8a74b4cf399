import Foundation
import Testing

/// Ports of this machine.
enum LocalPort {
  /// A port that was free a moment ago.
  static func free() throws -> Int {
    let one = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(one) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        try #require(bind(one, generic, length) == 0)
        try #require(getsockname(one, generic, &length) == 0)
        return Int(UInt16(bigEndian: UnsafeRawPointer(generic).load(fromByteOffset: 2, as: UInt16.self)))
      }
    }
  }
}
