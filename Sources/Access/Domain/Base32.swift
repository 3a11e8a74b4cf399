/// Bytes as capital letters and the digits 2 to 7, without padding.
///
/// Source: RFC 4648.
public enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  public static func text(_ bytes: [UInt8]) -> String {
    var symbols: [UInt8] = []
    var bits: UInt32 = 0
    var width = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      width += 8
      while width >= 5 {
        width -= 5
        symbols.append(alphabet[Int(bits >> UInt32(width) & 31)])
      }
      bits &= (1 << UInt32(width)) - 1
    }
    if width > 0 { symbols.append(alphabet[Int(bits << UInt32(5 - width) & 31)]) }
    return String(decoding: symbols, as: UTF8.self)
  }

  /// Reads what ``text(_:)`` wrote, in either case and with spaces between; anything else is nil.
  public static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var width = 0
    for symbol in text.uppercased().utf8 where symbol != 0x20 && symbol != 0x3D {
      guard let value = alphabet.firstIndex(of: symbol) else { return nil }
      bits = bits << 5 | UInt32(value)
      width += 5
      guard width >= 8 else { continue }
      width -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(width)))
      bits &= (1 << UInt32(width)) - 1
    }
    return bytes
  }
}
