#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// BM25 (Robertson and Zaragoza 2009) with the usual k₁ = 1.2 and b = 0.75.
///
/// An occurrence in the title counts like `titleWeight` occurrences more: titles are short and chosen with care.
enum Ranking {
  static let k1: Float = 1.2
  static let b: Float = 0.75
  static let titleWeight = 4

  /// A length of a text in one byte, to about two parts in a hundred.
  static func norm(of length: UInt32) -> UInt8 { UInt8(min(255, (16 * log2(Double(length) + 1)).rounded())) }

  static func length(of norm: UInt8) -> Float { Float(exp2(Double(norm) / 16) - 1) }

  /// How much rarity counts: in how many of all documents the term occurs.
  static func rarity(_ found: Int, of all: Int) -> Float {
    Float(log(1 + (Double(all) - Double(found) + 0.5) / (Double(found) + 0.5)))
  }

  /// The part of a score that repetition and length give, from 0 to k₁ + 1.
  static func saturation(_ occurrences: Float, length: Float, mean: Float) -> Float {
    occurrences * (k1 + 1) / (occurrences + k1 * (1 - b + b * length / max(mean, 1)))
  }
}
