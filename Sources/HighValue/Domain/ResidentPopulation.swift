public import Figures
public import Kernel

/// The residents that a count is divided by: the latest year-end that was published (常住人口).
public struct ResidentPopulation: Equatable, Sendable {
  /// The value of the outside series.
  public let value: ID<SeriesValue>
  /// In units of ten thousand persons.
  public let tenThousands: Quantity
  /// Such as `2025`.
  public let period: String
  public let standing: SeriesStanding

  public init(
    value: ID<SeriesValue>, tenThousands: Quantity, period: String, standing: SeriesStanding
  ) {
    self.value = value
    self.tenThousands = tenThousands
    self.period = period
    self.standing = standing
  }

  /// Patents for each ten thousand residents; nil for a population of none.
  public func rate(of patents: Int) -> Quantity? { Self.rate(of: patents, per: tenThousands) }

  /// The same for a number of ten thousands of persons: 4 patents and 2 are 2.
  public static func rate(of patents: Int, per tenThousands: Quantity) -> Quantity? {
    guard tenThousands.numerator > 0 else { return nil }
    return Quantity(Int128(patents) * Int128(tenThousands.denominator), over: Int128(tenThousands.numerator))
  }
}
