/// A share in hundredths of a percent: 10 000 is the whole.
public struct BasisPoints: Hashable, Comparable, Sendable {
  public let value: Int

  /// - Precondition: `value` is in 0 ... 10 000.
  public init(_ value: Int) {
    precondition((0...10_000).contains(value), "not a share: \(value)")
    self.value = value
  }

  /// The share of `count`, rounded up to a whole number.
  public func roundedUp(of count: Int) -> Int { (count * value + 9_999) / 10_000 }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
