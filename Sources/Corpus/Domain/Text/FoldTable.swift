/// What each UTF-16 unit is folded to, and what sort of symbol it is.
///
/// Folding takes away what people type differently for the same word: full and half width, capital and small,
/// traditional and simplified, compatibility forms such as ㎡ and ①. It is the same for documents and for queries.
final class FoldTable: Sendable {
  /// How a unit takes part in the text.
  enum Sort {
    /// Control symbols and the like: as if they were not there.
    static let dropped: UInt32 = 0
    static let space: UInt32 = 1
    /// Letters and digits of alphabets: they are searched by words.
    static let word: UInt32 = 2
    /// Chinese characters, kana, hangul: they are searched by pairs.
    static let single: UInt32 = 3
    /// More than one unit comes of it; the low half is its place in `longer`.
    static let longer: UInt32 = 4
    /// Half of a symbol beyond the basic plane.
    static let surrogate: UInt32 = 5
    /// Punctuation and symbols: each is searched by itself.
    static let sign: UInt32 = 6
  }

  static let shared = FoldTable()

  /// 65,536 entries: the folded unit below, its sort above.
  let entries: [UInt32]
  /// The units, each with its sort, that the symbols of sort `longer` become.
  let longer: [[UInt32]]
  /// The same for scalars beyond the basic plane.
  let beyond: [UInt32: [UInt32]]

  private init() {
    var entries = (0..<65_536).map { UInt32($0) | Self.sort(of: UInt16($0)) << 16 }
    for capital in 0x41...0x5A { entries[capital] = entries[capital + 0x20] }
    var symbols = FoldData.pairs.unicodeScalars.makeIterator()
    while let from = symbols.next(), let to = symbols.next() {
      entries[Int(from.value)] = entries[Int(to.value)]
    }
    var longer: [[UInt32]] = []
    for (from, units) in Self.groups(FoldData.longer) {
      entries[Int(from)] = UInt32(longer.count) | Sort.longer << 16
      longer.append(units.map { UInt32($0) | Self.sort(of: $0) << 16 })
    }
    var beyond: [UInt32: [UInt32]] = [:]
    for (from, units) in Self.groups(FoldData.beyond) {
      beyond[from] = units.map { UInt32($0) | Self.sort(of: $0) << 16 }
    }
    self.entries = entries
    self.longer = longer
    self.beyond = beyond
  }

  /// Groups of a symbol and what it becomes, each closed by a space.
  private static func groups(_ text: String) -> [(UInt32, [UInt16])] {
    text.unicodeScalars.split(separator: " ").compactMap { group in
      guard let first = group.first else { return nil }
      return (first.value, group.dropFirst().flatMap { Array(String($0).utf16) })
    }
  }

  private static func sort(of unit: UInt16) -> UInt32 {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      return Sort.space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return Sort.word
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xFFF0...0xFFFF:
      return Sort.dropped
    case 0x20...0x7E: return Sort.sign
    case 0xD800...0xDFFF: return Sort.surrogate
    case 0xA0..<0x0E00, 0x1E00..<0x2000, 0x2C60..<0x2C80, 0xA720..<0xA800:
      return isLetter(unit) ? Sort.word : isSign(unit) ? Sort.sign : Sort.single
    case 0x2000..<0x2C00, 0x2E00..<0x2E80, 0x3000..<0x3100, 0xFE10..<0xFE70, 0xFF00...0xFFEF:
      return isSign(unit) ? Sort.sign : Sort.single
    default: return Sort.single
    }
  }

  private static func isLetter(_ unit: UInt16) -> Bool {
    switch Unicode.Scalar(unit)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  private static func isSign(_ unit: UInt16) -> Bool {
    switch Unicode.Scalar(unit)?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
