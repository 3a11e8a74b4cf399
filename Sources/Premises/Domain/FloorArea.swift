public import Kernel

/// An area in hundredths of a square metre, so that a floor's rooms add up exactly.
public struct FloorArea: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Reads square metres with at most two decimals, such as `86.5` or `1,234.50`; nil for anything else.
  ///
  /// At most seven digits before the point: a building, not a district.
  public init?(_ text: String) {
    guard let hundredths = Premises.hundredths(of: text) else { return nil }
    self.hundredths = hundredths
  }

  public static let zero = FloorArea(hundredths: 0)

  /// Square metres with two decimals, such as `86.50`; nothing between the thousands.
  public var description: String {
    let magnitude = String(hundredths.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - magnitude.count)) + magnitude
    return (hundredths < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  /// The share that this is of `whole` in hundredths of a percent, rounded half up; nil of nothing.
  public func share(of whole: FloorArea) -> Int? {
    guard whole.hundredths > 0 else { return nil }
    return (hundredths * 20_000 + whole.hundredths) / (whole.hundredths * 2)
  }

  public static func < (left: Self, right: Self) -> Bool { left.hundredths < right.hundredths }
  public static func + (left: Self, right: Self) -> Self { FloorArea(hundredths: left.hundredths + right.hundredths) }
  public static func - (left: Self, right: Self) -> Self { FloorArea(hundredths: left.hundredths - right.hundredths) }
  public static func += (left: inout Self, right: Self) { left = left + right }
}

/// Hundredths of a number with at most seven digits before and two behind its point; nil for anything else.
///
/// Commas between thousands and blanks do not count.
public func hundredths(of text: String) -> Int? {
  guard let plain = withoutThousands(text.filter { $0 != " " }) else { return nil }
  let parts = plain.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let whole = parts.first, (1...7).contains(whole.count), whole.allSatisfy(\.isASCIIDigit) else { return nil }
  let decimals = parts.count > 1 ? String(parts[1]) : ""
  guard decimals.count <= 2, decimals.allSatisfy(\.isASCIIDigit), parts.count == 1 || !decimals.isEmpty else {
    return nil
  }
  let padded = decimals + String(repeating: "0", count: 2 - decimals.count)
  guard let units = Int(whole), let rest = Int(padded) else { return nil }
  return units * 100 + rest
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
