public import Kernel

/// Why one row of a text file cannot be read, while the rest of the file can.
public enum RowFault: Error, Equatable, Sendable {
  /// The bytes of a field are not in the file's encoding; the offset is that of the row in the text.
  case wrongEncoding(offset: Int64)
  case tooLong(limit: Int)
  case nulByte
  /// A quotation mark opens and none closes it.
  case openQuote
  /// A line is no JSON object; the offset is within the line.
  case malformedObject(offset: Int)

  public var code: String {
    switch self {
    case .wrongEncoding: "row.wrong-encoding"
    case .tooLong: "row.too-long"
    case .nulByte: "row.nul-byte"
    case .openQuote: "row.open-quote"
    case .malformedObject: "row.malformed"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .wrongEncoding(let offset):
      Phrase(
        zh: "该行文字编码有误（行首在第 \(offset) 字节）", en: "The row's text encoding is broken (the row begins at byte \(offset))")
    case .tooLong(let limit):
      Phrase(zh: "该行过长（上限 \(limit) 字节）", en: "The row is too long (limit \(limit) bytes)")
    case .nulByte:
      Phrase(zh: "该行含有空字节，文件可能已损坏", en: "The row holds NUL bytes; the file may be damaged")
    case .openQuote:
      Phrase(zh: "该行引号没有配对", en: "A quotation mark in the row is not closed")
    case .malformedObject(let offset):
      Phrase(zh: "该行不是有效的 JSON 对象（第 \(offset + 1) 字节处）", en: "The line is no valid JSON object (at byte \(offset + 1))")
    }
  }
}
