/// How the bytes of a text file spell its characters.
public enum TextEncoding: Sendable, Equatable {
  /// Nothing but ASCII so far: the first row that has more decides between UTF-8 and GB18030.
  case ascii
  case utf8
  case utf16LittleEndian, utf16BigEndian
  /// GB 18030, and with it GBK and GB 2312, which are parts of it.
  case gb18030

  /// The encoding of a file that begins with `head`, and the length of its byte order mark.
  ///
  /// - Parameter whole: whether `head` is all there is; otherwise its last character may be cut.
  /// - Throws: ``TableRefusal/wrongEncoding(offset:)``.
  public static func detect(_ head: [UInt8], whole: Bool) throws(TableRefusal) -> (TextEncoding, mark: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard head.contains(where: { $0 >= 0x80 }) else { return (.ascii, 0) }
    let utf8 = UTF8Check.firstFault(in: head, whole: whole)
    guard let utf8 else { return (.utf8, 0) }
    let gb18030 = GB18030Check.firstFault(in: head, whole: whole)
    guard let gb18030 else { return (.gb18030, 0) }
    throw .wrongEncoding(offset: Int64(max(utf8, gb18030)))
  }
}

enum UTF8Check {
  /// The offset of the first byte that cannot be UTF-8, or nil.
  static func firstFault(in bytes: [UInt8], whole: Bool) -> Int? {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard let (length, second) = shape(lead) else { return at }
      for place in 1..<length {
        guard at + place < bytes.count else { return whole ? at : nil }
        guard (place == 1 ? second : 0x80...0xBF).contains(bytes[at + place]) else { return at }
      }
      at += length
    }
    return nil
  }

  /// The length that a lead byte announces, and what may follow it (no overlong forms, no surrogates).
  private static func shape(_ lead: UInt8) -> (Int, ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}

enum GB18030Check {
  /// The offset of the first byte that cannot be GB 18030, or nil.
  static func firstFault(in bytes: [UInt8], whole: Bool) -> Int? {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      guard lead != 0x80, lead != 0xFF else { return at }
      guard at + 1 < bytes.count else { return whole ? at : nil }
      switch bytes[at + 1] {
      case 0x40...0x7E, 0x80...0xFE: at += 2
      case 0x30...0x39:
        for (place, range) in [(2, UInt8(0x81)...0xFE), (3, 0x30...0x39)] {
          guard at + place < bytes.count else { return whole ? at : nil }
          guard range.contains(bytes[at + place]) else { return at }
        }
        at += 4
      default: return at
      }
    }
    return nil
  }
}
