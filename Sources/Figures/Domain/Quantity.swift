public import Kernel

/// An exact number: a fraction of two 64-bit whole numbers in lowest terms.
public struct Quantity: Hashable, Comparable, Sendable {
  public let numerator: Int64
  /// Above zero.
  public let denominator: Int64

  public init(_ whole: Int) {
    numerator = Int64(whole)
    denominator = 1
  }

  /// Nil for a denominator of zero, and where the fraction does not fit in lowest terms.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let divisor = Int128(Self.commonDivisor(numerator.magnitude, denominator.magnitude))
    guard let top = Int64(exactly: sign * numerator / divisor),
      let bottom = Int64(exactly: sign * denominator / divisor)
    else { return nil }
    self.numerator = top
    self.denominator = bottom
  }

  /// Reads a decimal such as `88.3` or `1,250.05`, at most nine digits behind the point.
  public init?(decimal text: some StringProtocol) {
    guard let bare = withoutThousands(text) else { return nil }
    let isNegative = bare.hasPrefix("-")
    let halves = (isNegative ? bare.dropFirst() : bare[...]).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.allSatisfy({ !$0.isEmpty }) else { return nil }
    let fraction = halves.count == 2 ? halves[1] : ""
    let digits = halves[0] + fraction
    guard fraction.utf8.count <= 9, digits.utf8.count <= 18,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int64(digits)
    else { return nil }
    self.init(Int128(isNegative ? -value : value), over: Self.power(fraction.utf8.count))
  }

  public static func < (left: Self, right: Self) -> Bool {
    Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
  }

  /// `self` − `other`; nil where it does not fit.
  public func minus(_ other: Quantity) -> Quantity? {
    Quantity(
      Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator),
      over: Int128(denominator) * Int128(other.denominator))
  }

  /// With `digits` decimals, half away from zero, in groups of three: `1,234.57`.
  public func text(digits: Int) -> String { text(digits: digits, grouped: ",") }

  /// The same for programs, without groups.
  public func plainText(digits: Int) -> String { text(digits: digits, grouped: "") }

  /// As many decimals as it takes, up to nine.
  public var shortest: String { text(digits: digits) }

  /// How many decimals it takes, up to nine.
  public var digits: Int { (0...9).first { (Int128(numerator) * Self.power($0)) % Int128(denominator) == 0 } ?? 9 }

  /// For drawing only: how many thousandths of `whole` it is, between 0 and 1 000.
  public func thousandths(of whole: Quantity) -> Int {
    guard numerator > 0, whole.numerator > 0 else { return 0 }
    let (top, isOver) = (Int128(numerator) * Int128(whole.denominator)).multipliedReportingOverflow(by: 1_000)
    let bottom = Int128(denominator) * Int128(whole.numerator)
    guard !isOver else { return 1_000 }
    return Int(min(1_000, top / bottom))
  }

  private func text(digits: Int, grouped separator: String) -> String {
    let scaled = Int128(numerator).magnitude * Self.power(digits).magnitude
    let rounded = (2 * scaled + UInt128(denominator)) / (2 * UInt128(denominator))
    let symbols = String(rounded)
    let padded = String(repeating: "0", count: max(0, digits + 1 - symbols.utf8.count)) + symbols
    let whole = Array(padded.dropLast(digits))
    var grouped = numerator < 0 && rounded != 0 ? "-" : ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place).isMultiple(of: 3) { grouped += separator }
      grouped.append(digit)
    }
    return digits > 0 ? grouped + "." + padded.suffix(digits) : grouped
  }

  private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (large, small) = (left, right)
    while small != 0 { (large, small) = (small, large % small) }
    return max(1, large)
  }
}

extension Quantity: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
