import Foundation

/// An address of the network, of version 4 or 6.
struct NetworkAddress: Equatable, Sendable {
  /// Four or sixteen.
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a `sockaddr_in` or `sockaddr_in6`; anything else is nil.
  init?(socketAddress: [UInt8], family: Int32) {
    switch family {
    case AF_INET where socketAddress.count >= 8: bytes = Array(socketAddress[4..<8])
    case AF_INET6 where socketAddress.count >= 24: bytes = Array(socketAddress[8..<24])
    default: return nil
    }
  }

  /// Whether it belongs to the public network: not to this machine, not to a network behind it.
  ///
  /// Source: the registries of special-purpose addresses of IANA (RFC 6890).
  var isPublic: Bool {
    if bytes.count == 4 { return isPublicV4(bytes) }
    // ::ffff:a.b.c.d is the address of version 4.
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return isPublicV4(Array(bytes.suffix(4)))
    }
    // Only 2000::/3 is given out; Teredo (2001::/32), documentation (2001:db8::/32) and 6to4 (2002::/16) lead elsewhere.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      return !(bytes[2] < 0x02 || bytes[2] == 0x0D && bytes[3] == 0xB8)
    }
    return !(bytes[0] == 0x20 && bytes[1] == 0x02) && !(bytes[0] == 0x3F && bytes[1] == 0xFF && bytes[2] < 0x10)
  }

  private func isPublicV4(_ address: [UInt8]) -> Bool {
    let number = address.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return !Self.special.contains { network, length in number >> (32 - length) == network >> (32 - length) }
  }

  private static let special: [(UInt32, UInt32)] = [
    (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16), (0xAC10_0000, 12),
    (0xC000_0000, 24), (0xC000_0200, 24), (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
    (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 4), (0xF000_0000, 4),
  ]
}
