public import Kernel

/// When a time limit ends, and how that came about (期限届满日).
public struct RuleDeadline: Sendable {
  /// The length of the time limit as the rule had it on ``start``, with its mark and source.
  public let reading: RuleReading<Int>
  /// The day of the event, which is not counted itself.
  public let start: Day
  public let end: Deadline
  /// Where the count itself ended; nil unless that was a day off and the end moved.
  public let movedFrom: Day?
  /// What the count met: days off and make-up days on the way of working days; for other units only those that
  /// moved the end.
  public let met: [DayRun]
  /// What to tell beside a day that rests on a year without a notice; nil if the day is final.
  public let caution: Phrase?
  /// What to tell where the rule may not have held on ``start`` yet; nil for years that the notices cover.
  public let startCaution: Phrase?

  public var firstCounted: Day { start.adding(days: 1) }

  init(
    _ reading: RuleReading<Int>, start: Day, counted: Day, end: Deadline, isStartKnown: Bool, holidays: HolidayBook
  ) {
    self.reading = reading
    self.start = start
    self.end = end
    movedFrom = counted == end.day ? nil : counted
    let first = reading.unit == .workingDays ? start.adding(days: 1) : counted
    met = holidays.runs(from: first, through: end.day)
    caution = Self.caution(end, holidays)
    startCaution = isStartKnown || start.year >= holidays.firstYear ? nil : Self.startUnknown
  }

  private static let startUnknown = Phrase(
    zh: "规则库未收录这条规则自何日起施行，请核对起算日当时是否已有效力",
    en: "It is not recorded since when this rule holds; please check whether it was in force on the day counted from")

  /// A year before the first notice was announced long ago: it is not in the calendar, and will not be.
  private static func caution(_ end: Deadline, _ holidays: HolidayBook) -> Phrase? {
    guard let year = end.provisional, year < holidays.firstYear else { return end.caution }
    return Phrase(
      zh: "本平台未收录\(year)年的节假日安排，只按周末计算，请对照当年通知核对",
      en: "The holidays of \(year) are not kept here, so only weekends were counted; please check that year's notice")
  }
}
