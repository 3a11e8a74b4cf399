public import Kernel

/// A day that comes every year, such as 30 June.
public struct DayOfYear: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let month: Int
  public let day: Int

  /// Reads `06-30`; nil for anything else, and for 29 February, which does not come every year.
  public init?(_ text: some StringProtocol) {
    guard let day = Day("2001-\(text)") else { return nil }
    month = day.month
    self.day = day.day
  }

  /// That day in `year`, or nil if `year` is outside the calendar.
  public func inYear(_ year: Int) -> Day? { Day(year: year, month: month, day: day) }

  public var description: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

  public static func < (left: Self, right: Self) -> Bool { (left.month, left.day) < (right.month, right.day) }
}

/// A period of every year, both ends included; one that ends before it starts runs over New Year.
public struct YearWindow: Hashable, Sendable, CustomStringConvertible {
  public let first: DayOfYear
  public let last: DayOfYear

  public init(_ first: DayOfYear, _ last: DayOfYear) {
    self.first = first
    self.last = last
  }

  /// Reads `01-01..06-30`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = DayOfYear(parts[0]), let last = DayOfYear(parts[1]) else { return nil }
    self.init(first, last)
  }

  public func contains(_ day: Day) -> Bool {
    let (place, start, end) = ((day.month, day.day), (first.month, first.day), (last.month, last.day))
    return start <= end ? start <= place && place <= end : start <= place || place <= end
  }

  public var description: String { "\(first)..\(last)" }
}
