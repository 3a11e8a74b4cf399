/// The days that one year's notice of the State Council (部分节假日安排的通知) moves.
public struct HolidayYear: Hashable, Sendable {
  public let year: Int
  /// Days off, weekends among them or not.
  public let off: [Day]
  /// Weekend days that are worked.
  public let working: [Day]

  public init(year: Int, off: [Day], working: [Day]) {
    self.year = year
    self.off = off
    self.working = working
  }
}
