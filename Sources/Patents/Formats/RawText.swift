import Patents
import Tables

extension [UInt8] {
  /// The beginning of a file behind the mark of UTF-8 that it may begin with.
  var withoutMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self[...] }
}

extension LineReader {
  /// The lines of a file of JSON lines.
  static func ofJSON(_ input: FormatInput) throws -> LineReader {
    let lines = try LineReader(try ByteSource(path: input.path, limit: input.limit))
    if lines.encoding == .gb18030 || lines.encoding == .utf16LittleEndian || lines.encoding == .utf16BigEndian {
      // JSON between systems is UTF-8 (RFC 8259, 8.1); in GB 18030 a backslash may be half a character.
      throw TableRefusal.wrongEncoding(offset: 0)
    }
    return lines
  }

  /// The beginning of the line at hand, for whoever is told why it was refused.
  var original: String { withBytes { String(decoding: $0.prefix(originalLimit), as: UTF8.self) } }
}

extension RowFault {
  func rejection(original: String) -> Rejection { Rejection(code: code, phrase: phrase, original: original) }
}
