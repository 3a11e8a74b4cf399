import Foundation

/// Text as it is stored: NFC, no control characters, ordinary spaces, trimmed.
///
/// Text that is clean already, which nearly all is, is told by one pass over its bytes.
enum CleanText {
  /// A text of one line.
  ///
  /// Line ends become spaces. Nil if nothing is left.
  static func line(_ text: String) -> String? { clean(text, keepingLines: false) }

  /// A text of several lines.
  static func lines(_ text: String) -> String? { clean(text, keepingLines: true) }

  private static func clean(_ text: String, keepingLines: Bool) -> String? {
    if text.isEmpty { return nil }
    let clean = text.utf8.withContiguousStorageIfAvailable { Self.isClean($0) } ?? false
    return clean ? text : mended(text, keepingLines: keepingLines)
  }

  /// Whether bytes of UTF-8 surely need nothing; false where it would take a closer look.
  private static func isClean(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes[0] <= 0x20 || bytes[bytes.count - 1] <= 0x20 { return false }
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case 0x20...0x7E: at += 1
      // U+0100 to U+02FF: composed letters.
      case 0xC4...0xCB: at += 2
      // U+00C0 to U+00FF.
      case 0xC3: at += 2
      // Greek from U+03B1, Cyrillic that no mark follows.
      case 0xCE where bytes[at + 1] >= 0xB1, 0xD0: at += 2
      case 0xCF where bytes[at + 1] <= 0x8B: at += 2
      // U+00B0 to U+00BF: degree, micro, fractions.
      case 0xC2 where bytes[at + 1] >= 0xB0: at += 2
      // U+2010 to U+2026, U+2030 to U+205E: dashes, quotation marks, dots, primes.
      case 0xE2 where bytes[at + 1] == 0x80 && (0x90...0xA6).contains(bytes[at + 2]): at += 3
      // U+3001 to U+3028: Chinese punctuation.
      case 0xE3 where bytes[at + 1] == 0x80 && (0x81...0xA8).contains(bytes[at + 2]): at += 3
      // U+4000 to U+9FFF: the ideographs.
      case 0xE4...0xE9: at += 3
      // U+FF01 to U+FF7F: full-width forms.
      case 0xEF where bytes[at + 1] == 0xBC && bytes[at + 2] >= 0x81 || bytes[at + 1] == 0xBD: at += 3
      default: return false
      }
    }
    return true
  }

  private static func mended(_ text: String, keepingLines: Bool) -> String? {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepingLines: scalars.append(scalar)
      case 0x0D where keepingLines: continue
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0x00AD: continue
      case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let trimmed = String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }
}
