/// The symbols of a short identifier as they are compared: ASCII capitals, full-width forms folded.
///
/// Spaces at both ends and zero-width marks are dropped; no-break and ideographic spaces and tabs
/// become spaces. Lives on the stack, so that an importer reads a million numbers without allocating.
struct FoldedSymbols {
  /// How many symbols are kept; a longer text is no identifier, but ``count`` still tells its length.
  static let capacity = 64

  private var bytes = SIMD64<UInt8>()
  /// The symbols found, also those beyond ``capacity``.
  private(set) var count = 0
  /// The first symbol that has no ASCII form, if there is one.
  private(set) var foreign: Character?

  init(_ text: String) {
    for scalar in text.unicodeScalars { take(scalar) }
    dropTrailingSpaces()
  }

  init(utf8 span: Span<UInt8>) {
    var place = 0
    while place < span.count {
      let byte = span[place]
      if byte < 0x80 {
        take(Unicode.Scalar(byte))
        place += 1
      } else {
        place = takeMultibyte(from: span, at: place)
      }
    }
    dropTrailingSpaces()
  }

  /// The symbol at `place`, or 0 behind the last.
  subscript(place: Int) -> UInt8 { place < min(count, Self.capacity) ? bytes[place] : 0 }

  /// The letters and digits of `range` as text.
  func text(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (offset, place) in range.enumerated() { buffer.initializeElement(at: offset, to: self[place]) }
      return range.count
    }
  }

  mutating func append(_ byte: UInt8) {
    if count < Self.capacity { bytes[count] = byte }
    count += 1
  }

  init() {}

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: append(UInt8(scalar.value - 0x20))
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: if count > 0 { append(Symbol.space) }
    case 0x21...0x7E: append(UInt8(scalar.value))
    case 0xFF41...0xFF5A: append(UInt8(scalar.value - 0xFF41 + 0x41))
    case 0xFF01...0xFF5E: append(UInt8(scalar.value - 0xFEE0))
    case 0x200B...0x200F, 0x202A...0x202E, 0xFEFF: break
    default:
      foreign = foreign ?? Character(scalar)
      append(0x7F)
    }
  }

  /// Decodes one scalar and returns the next place; what is not UTF-8 counts as a foreign symbol.
  private mutating func takeMultibyte(from span: Span<UInt8>, at place: Int) -> Int {
    let lead = span[place]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, place + length <= span.count else {
      take("\u{FFFD}")
      return place + 1
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard span[place + offset] & 0xC0 == 0x80 else {
        take("\u{FFFD}")
        return place + offset
      }
      value = value << 6 | UInt32(span[place + offset] & 0x3F)
    }
    take(Unicode.Scalar(value) ?? "\u{FFFD}")
    return place + length
  }

  private mutating func dropTrailingSpaces() {
    while count > 0, count <= Self.capacity, bytes[count - 1] == Symbol.space { count -= 1 }
  }
}

/// The symbols that identifiers give a meaning to.
enum Symbol {
  static let space: UInt8 = 0x20
  static let comma: UInt8 = 0x2C
  static let dash: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F

  static func digit(_ byte: UInt8) -> Int? { (0x30...0x39).contains(byte) ? Int(byte &- 0x30) : nil }
  static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  /// 0–9, then A–Z from 10, as GB 11714 values its symbols.
  static func base36(_ byte: UInt8) -> Int? { digit(byte) ?? (isLetter(byte) ? Int(byte) - 55 : nil) }
}

extension FoldedSymbols {
  /// The symbol at `place` as a person typed it, for a refusal.
  func character(at place: Int) -> Character {
    self[place] == 0x7F ? foreign ?? "\u{FFFD}" : Symbol.character(self[place])
  }

  /// The number that all symbols of `range`, at most 18, write; nil if one of them is no digit.
  func decimal(_ range: Range<Int>) -> Int? {
    var value = 0
    for place in range {
      guard let digit = Symbol.digit(self[place]) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// The first symbol that is no digit.
  func firstNonDigit(in range: Range<Int>) -> Character? {
    range.first { Symbol.digit(self[$0]) == nil }.map { character(at: $0) }
  }
}
