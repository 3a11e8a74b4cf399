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
  /// A few broken characters among many do not hide an encoding: they cost their row, not the file. Text in
  /// the other encoding has one in nearly every character.
  /// - Parameter whole: whether `head` is all there is; otherwise its last character may be cut.
  /// - Throws: ``TableRefusal/wrongEncoding(offset:)``.
  public static func detect(_ head: [UInt8], whole: Bool) throws(TableRefusal) -> (TextEncoding, mark: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard head.contains(where: { $0 >= 0x80 }) else { return (.ascii, 0) }
    let utf8 = EncodingTally(head, whole: whole, length: UTF8Check.length)
    if utf8.isLikely { return (.utf8, 0) }
    let gb18030 = EncodingTally(head, whole: whole, length: GB18030Check.length)
    if gb18030.isLikely { return (.gb18030, 0) }
    throw .wrongEncoding(offset: Int64(max(utf8.firstFault ?? 0, gb18030.firstFault ?? 0)))
  }
}

/// How a text fares in an encoding.
struct EncodingTally {
  private var good = 0
  private var faults = 0
  private(set) var firstFault: Int?

  /// At most one broken character in twenty.
  var isLikely: Bool { faults == 0 || faults * 20 <= good }

  /// - Parameter length: the length of the character beyond ASCII that begins at a place: 0 if there is none,
  ///   nil if it is cut by the end.
  init(_ bytes: [UInt8], whole: Bool, length: ([UInt8], Int) -> Int?) {
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      guard let length = length(bytes, at) ?? (whole ? 0 : nil) else { return }
      if length > 0 {
        good += 1
        at += length
      } else {
        faults += 1
        firstFault = firstFault ?? at
        at += 1
      }
    }
  }
}

enum UTF8Check {
  static func length(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard let (length, second) = shape(bytes[at]) else { return 0 }
    for place in 1..<length {
      guard at + place < bytes.count else { return nil }
      guard (place == 1 ? second : 0x80...0xBF).contains(bytes[at + place]) else { return 0 }
    }
    return length
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
  static func length(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard bytes[at] != 0x80, bytes[at] != 0xFF else { return 0 }
    guard at + 1 < bytes.count else { return nil }
    switch bytes[at + 1] {
    case 0x40...0x7E, 0x80...0xFE: return 2
    case 0x30...0x39:
      guard at + 3 < bytes.count else { return nil }
      let fits = (0x81...0xFE).contains(bytes[at + 2]) && (0x30...0x39).contains(bytes[at + 3])
      return fits ? 4 : 0
    default: return 0
    }
  }
}
