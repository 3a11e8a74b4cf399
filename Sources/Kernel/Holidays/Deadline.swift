/// The last day of a period.
public struct Deadline: Hashable, Sendable {
  public let day: Day
  /// The first year that the count needed and nobody has announced yet; the day may move when it is.
  public let provisional: Int?

  public init(day: Day, provisional: Int? = nil) {
    self.day = day
    self.provisional = provisional
  }

  /// What to tell beside a provisional day; nil if the day is final.
  public var caution: Phrase? {
    provisional.map { year in
      Phrase(
        zh: "暂定：\(year)年节假日安排尚未公布，公布后本日期可能调整",
        en: "Provisional: the holidays of \(year) are not announced yet; this day may move when they are")
    }
  }
}
