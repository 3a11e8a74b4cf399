/// Text of a known encoding, where it is at hand as a whole.
public enum TextDecoding {
  /// The text, or nil if the bytes are not in the encoding.
  public static func text(_ bytes: [UInt8], _ encoding: TextEncoding) -> String? {
    switch encoding {
    case .ascii, .utf8: return String(validating: bytes, as: UTF8.self)
    case .gb18030: return bytes.withUnsafeBytes { GB18030Decoder().decode($0) }
    case .utf16LittleEndian: return units(bytes) { UInt16($0[$1]) | UInt16($0[$1 + 1]) << 8 }
    case .utf16BigEndian: return units(bytes) { UInt16($0[$1]) << 8 | UInt16($0[$1 + 1]) }
    }
  }

  private static func units(_ bytes: [UInt8], _ unit: ([UInt8], Int) -> UInt16) -> String? {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes, $0) }
    return String(validating: units, as: UTF16.self)
  }
}
