import Glibc

/// Looks for traces of declared entities while a file passes by for another purpose, so that most files need no look of
/// their own.
///
/// A declaration can only hide from this where its characters are no bytes of ASCII: in compressed files, in characters
/// of two bytes and in encodings that nobody writes patents in.
public struct EntityTraces {
  /// Whether a document could declare entities; false where that is sure.
  public private(set) var arePossible = false
  private var tail: [UInt8] = []
  private var isBeginning = true

  /// A declaration of an encoding is shorter, spaces and all.
  private static let overlap = 200
  private static let declaration = Array("<!ENTITY".utf8)
  /// Names, folded, of encodings in which ASCII is ASCII.
  private static let plain: Set<String> = [
    "utf8", "usascii", "ascii", "gb2312", "gbk", "gb18030", "big5", "shiftjis", "eucjp", "euckr", "iso88591",
    "windows1252",
  ]

  public init() {}

  /// Looks at the next bytes of the file.
  public mutating func look(at bytes: UnsafeRawBufferPointer) {
    guard !arePossible, !bytes.isEmpty else { return }
    if isBeginning {
      isBeginning = false
      arePossible =
        bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x50, 0x4B]) || bytes.prefix(4).contains(0)
      if arePossible || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
        return arePossible = true
      }
    }
    // What began in the bytes before goes on in these.
    let seam = tail + bytes.prefix(Self.overlap)
    arePossible = seam.withUnsafeBytes(Self.hasTraces) || Self.hasTraces(bytes)
    tail = Array((bytes.count < Self.overlap ? tail + bytes : Array(bytes.suffix(Self.overlap))).suffix(Self.overlap))
  }

  private static func hasTraces(_ bytes: UnsafeRawBufferPointer) -> Bool {
    places(of: declaration, second: 0x21, in: bytes) { _ in true }
      || places(of: Array("<?xml".utf8), second: 0x3F, in: bytes) {
        !isPlain(UnsafeRawBufferPointer(rebasing: bytes[$0...]))
      }
  }

  /// Whether some place of a mark, looked for by its second byte, which is rare, is one that is sought.
  private static func places(
    of mark: [UInt8], second: UInt8, in bytes: UnsafeRawBufferPointer, isSought: (Int) -> Bool
  ) -> Bool {
    var from = 1
    while from < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + from, Int32(second), bytes.count - from)
    {
      let place = UnsafeRawPointer(found) - base - 1
      from = place + 2
      if bytes[place...].starts(with: mark), isSought(place) { return true }
    }
    return false
  }

  /// Whether an XML declaration names no encoding, or one of the plain ones; true also where its end is yet to come.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let text = String(decoding: bytes.prefix(overlap), as: UTF8.self)
    guard let end = text.firstIndex(of: ">") else { return bytes.count < overlap }
    guard let name = text[..<end].firstRange(of: "encoding") else { return true }
    let value = text[name.upperBound..<end].lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return plain.contains { value.hasPrefix($0) }
  }
}
