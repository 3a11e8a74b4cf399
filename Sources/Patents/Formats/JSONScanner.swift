import Glibc
import Kernel

/// Where a line of JSON stops being a flat object.
struct JSONFault: Error, Equatable {
  /// Bytes from the beginning of the line.
  let offset: Int
}

/// Reads one JSON object from bytes without building a tree.
///
/// Strings, null and arrays of strings become values; numbers, Booleans, and nested objects or arrays
/// are checked for their brackets and strings, and passed over.
struct JSONScanner {
  enum Value {
    case null
    case text(String)
    case texts([String])
    /// Anything else, as it stands.
    case other(String)

    /// The value as a text, a list with a line for each of its own; nil for null.
    var written: String? {
      switch self {
      case .null: nil
      case .text(let text), .other(let text): text
      case .texts(let texts): texts.joined(separator: "\n")
      }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: UnsafePointer<UInt8>?
  private let count: Int
  private var at = 0
  private var isFirst = true

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    base = bytes.baseAddress
    count = bytes.count
  }

  mutating func beginObject() throws(JSONFault) { try take(0x7B) }

  /// The next name, or nil at the end of the object.
  ///
  /// Names with escapes match nothing.
  mutating func nextName() throws(JSONFault) -> UnsafeBufferPointer<UInt8>? {
    skipSpace()
    if peek == 0x7D {
      at += 1
      return nil
    }
    if !isFirst { try take(0x2C) }
    isFirst = false
    skipSpace()
    guard peek == 0x22 else { throw JSONFault(offset: at) }
    let start = at + 1
    let (end, _) = try stringEnd()
    try take(0x3A)
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  mutating func value() throws(JSONFault) -> Value {
    skipSpace()
    switch peek {
    case 0x22: return .text(try string())
    case 0x5B: return try array()
    case 0x6E:
      try literal("null")
      return .null
    default:
      let start = at
      try skipValue()
      return .other(String(decoding: bytes[start..<at], as: UTF8.self))
    }
  }

  mutating func skipValue() throws(JSONFault) {
    skipSpace()
    switch peek {
    case 0x22: _ = try stringEnd()
    case 0x7B, 0x5B: try skipNested()
    case 0x74: try literal("true")
    case 0x66: try literal("false")
    case 0x6E: try literal("null")
    default: try skipNumber()
    }
  }

  /// Nothing but spaces may follow the object.
  mutating func end() throws(JSONFault) {
    skipSpace()
    if at != count { throw JSONFault(offset: at) }
  }

  private var peek: UInt8 { at < count ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < count, bytes[at] == 0x20 || bytes[at] == 0x09 || bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
  }

  private mutating func take(_ byte: UInt8) throws(JSONFault) {
    skipSpace()
    guard peek == byte else { throw JSONFault(offset: at) }
    at += 1
  }

  private mutating func literal(_ word: StaticString) throws(JSONFault) {
    guard let base, at + word.utf8CodeUnitCount <= count,
      memcmp(base + at, word.utf8Start, word.utf8CodeUnitCount) == 0
    else { throw JSONFault(offset: at) }
    at += word.utf8CodeUnitCount
  }

  private mutating func skipNumber() throws(JSONFault) {
    let start = at
    while at < count {
      switch bytes[at] {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: at += 1
      default:
        if at == start { throw JSONFault(offset: at) }
        return
      }
    }
    throw JSONFault(offset: at)
  }

  private mutating func skipNested() throws(JSONFault) {
    var depth = 0
    repeat {
      switch peek {
      case 0x22:
        _ = try stringEnd()
        continue
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      default: if at >= count { throw JSONFault(offset: at) }
      }
      at += 1
    } while depth > 0
  }

  private mutating func array() throws(JSONFault) -> Value {
    let start = at
    at += 1
    skipSpace()
    var texts: [String] = []
    if peek == 0x5D {
      at += 1
      return .texts([])
    }
    while true {
      skipSpace()
      guard peek == 0x22 else {
        at = start
        try skipNested()
        return .other(String(decoding: bytes[start..<at], as: UTF8.self))
      }
      texts.append(try string())
      skipSpace()
      if peek == 0x5D { break }
      try take(0x2C)
    }
    at += 1
    return .texts(texts)
  }

  private mutating func string() throws(JSONFault) -> String {
    let start = at + 1
    let (end, escaped) = try stringEnd()
    if escaped { return try unescaped(start, end) }
    guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) else {
      throw JSONFault(offset: start)
    }
    return text
  }

  /// Passes the string at `at`; the place of its closing mark, and whether it has escapes.
  private mutating func stringEnd() throws(JSONFault) -> (end: Int, escaped: Bool) {
    guard let base else { throw JSONFault(offset: at) }
    var from = at + 1
    let start = from
    while let found = memchr(base + from, 0x22, count - from) {
      let end = found.assumingMemoryBound(to: UInt8.self) - UnsafeMutablePointer(mutating: base)
      // An odd number of backslashes before the mark makes it a part of the text.
      var slashes = 0
      while end - slashes > start, base[end - slashes - 1] == 0x5C { slashes += 1 }
      if slashes % 2 == 0 {
        at = end + 1
        return (end, memchr(base + start, 0x5C, end - start) != nil)
      }
      from = end + 1
    }
    throw JSONFault(offset: at)
  }

  private func unescaped(_ start: Int, _ end: Int) throws(JSONFault) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(end - start)
    var place = start
    while place < end {
      if bytes[place] != 0x5C {
        let rest = UnsafeBufferPointer(rebasing: bytes[place..<end])
        let length = plainLength(of: rest, least: 0, without: 0x5C, 0x5C)
        text.append(contentsOf: rest[..<length])
        place += length
        continue
      }
      switch bytes[place + 1] {
      case 0x22, 0x5C, 0x2F: text.append(bytes[place + 1])
      case 0x62: text.append(0x08)
      case 0x66: text.append(0x0C)
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      case 0x75:
        let (scalar, length) = try unicodeEscape(place, end)
        text.append(contentsOf: String(scalar).utf8)
        place += length
        continue
      default: throw JSONFault(offset: place)
      }
      place += 2
    }
    guard let string = String(validating: text, as: UTF8.self) else { throw JSONFault(offset: start) }
    return string
  }

  /// `\u4E13`, or two of them for one character beyond the first 65,536.
  private func unicodeEscape(_ place: Int, _ end: Int) throws(JSONFault) -> (Unicode.Scalar, Int) {
    let first = try hexadecimal(place + 2, end)
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first < 0xDC00, place + 12 <= end, bytes[place + 6] == 0x5C, bytes[place + 7] == 0x75 else {
      throw JSONFault(offset: place)
    }
    let second = try hexadecimal(place + 8, end)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
    else { throw JSONFault(offset: place) }
    return (scalar, 12)
  }

  private func hexadecimal(_ place: Int, _ end: Int) throws(JSONFault) -> UInt32 {
    guard place + 4 <= end else { throw JSONFault(offset: place) }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(byte & 0x5F - 0x37)
      default: throw JSONFault(offset: place)
      }
    }
    return value
  }
}
