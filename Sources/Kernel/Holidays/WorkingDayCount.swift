/// A number of working days.
public struct WorkingDayCount: Hashable, Sendable {
  public let days: Int
  /// The first year that the count needed and nobody has announced yet.
  public let provisional: Int?

  public init(days: Int, provisional: Int? = nil) {
    self.days = days
    self.provisional = provisional
  }
}
