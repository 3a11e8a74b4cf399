/// The sum of the digests of any number of rows, modulo 2²⁵⁶, with their count.
///
/// Sums add and subtract in any order. So one journal entry can vouch for a million rows in forty
/// bytes, and a row that moves on to a later entry is simply taken out of the sum again. A changed,
/// missing or extra row shows as a difference. Somebody who can compute millions of digests could
/// search for other rows of the same sum: the daily publication of the head is what binds the chain,
/// the sums find mistakes and hand-made changes.
public struct RowSum: Equatable, Sendable {
  public private(set) var count: Int
  private var words: (UInt64, UInt64, UInt64, UInt64)

  public static var none: RowSum { RowSum(count: 0, words: (0, 0, 0, 0)) }

  private init(count: Int, words: (UInt64, UInt64, UInt64, UInt64)) {
    self.count = count
    self.words = words
  }

  /// - Parameter digest: 32 bytes, the lowest first.
  public init(digest: [UInt8]) { self.init(count: 1, words: Self.words(of: digest)) }

  /// Reads what ``text`` wrote.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: ":")
    guard parts.count == 2, let count = Int(parts[0]), parts[1].utf8.count == 64 else { return nil }
    var words: [UInt64] = []
    var rest = parts[1]
    while !rest.isEmpty {
      guard let word = UInt64(rest.prefix(16), radix: 16) else { return nil }
      words.append(word)
      rest = rest.dropFirst(16)
    }
    self.init(count: count, words: (words[3], words[2], words[1], words[0]))
  }

  /// `count:` and 64 hexadecimal digits, the highest first.
  public var text: String {
    "\(count):" + [words.3, words.2, words.1, words.0].map(padded).joined()
  }

  public static func += (sum: inout RowSum, other: RowSum) {
    sum.count += other.count
    sum.words = adding(sum.words, other.words, carry: false)
  }

  public static func -= (sum: inout RowSum, other: RowSum) {
    sum.count -= other.count
    let flipped = (~other.words.0, ~other.words.1, ~other.words.2, ~other.words.3)
    sum.words = adding(sum.words, flipped, carry: true)
  }

  public static func == (left: RowSum, right: RowSum) -> Bool { left.count == right.count && left.words == right.words }

  private static func adding(
    _ left: (UInt64, UInt64, UInt64, UInt64), _ right: (UInt64, UInt64, UInt64, UInt64), carry: Bool
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    let (first, c0) = sum(left.0, right.0, carry)
    let (second, c1) = sum(left.1, right.1, c0)
    let (third, c2) = sum(left.2, right.2, c1)
    let (fourth, _) = sum(left.3, right.3, c2)
    return (first, second, third, fourth)
  }

  private static func sum(_ left: UInt64, _ right: UInt64, _ carry: Bool) -> (UInt64, Bool) {
    let (partial, over) = left.addingReportingOverflow(right)
    let (whole, overAgain) = partial.addingReportingOverflow(carry ? 1 : 0)
    return (whole, over || overAgain)
  }

  private static func words(of digest: [UInt8]) -> (UInt64, UInt64, UInt64, UInt64) {
    precondition(digest.count == 32, "a digest has 32 bytes")
    return digest.withUnsafeBytes { bytes in
      (
        UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
      )
    }
  }
}

private func padded(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
