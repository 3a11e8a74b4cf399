/// The working days of China as the State Council announces them, and the deadlines counted by them.
///
/// Weekends and announced holidays are off; announced make-up days (调休上班日) are worked. For a year that is
/// not announced yet, only weekends are known: a result that needed such a year says so.
public struct WorkingCalendar: Hashable, Sendable {
  private let announced: Set<Int>
  private let off: Set<Day>
  private let working: Set<Day>

  /// - Parameter years: in any order. A notice may name days of the year before (1 January's long weekend).
  public init(years: [HolidayYear]) {
    announced = Set(years.map(\.year))
    off = Set(years.flatMap(\.off))
    working = Set(years.flatMap(\.working))
  }

  /// Whether people work on `day`, as far as it is announced.
  public func isWorking(_ day: Day) -> Bool {
    if working.contains(day) { return true }
    return day.weekday <= 5 && !off.contains(day)
  }

  /// Whether the State Council has announced the year of `day`.
  public func isAnnounced(_ day: Day) -> Bool { announced.contains(day.year) }

  /// The last of `days` working days after `start`, which is not counted itself.
  ///
  /// - Precondition: `days` is not negative.
  public func deadline(workingDays days: Int, after start: Day) -> Deadline {
    precondition(days >= 0, "a deadline lies ahead: \(days)")
    var walk = Walk(calendar: self, day: start)
    for _ in 0..<days {
      repeat { walk.advance() } while !isWorking(walk.day)
    }
    return walk.deadline
  }

  /// The day `days` calendar days after `start`, which is not counted itself; the next working day if it is off.
  ///
  /// Source: 民法典 第二百零一条、第二百零三条.
  public func deadline(days: Int, after start: Day) -> Deadline { nextWorking(from: start.adding(days: days)) }

  /// The same-numbered day `months` later, or the last day of that month; the next working day if it is off.
  ///
  /// Source: 专利法实施细则 第五条；民法典 第二百零二条、第二百零三条.
  public func deadline(months: Int, after start: Day) -> Deadline { nextWorking(from: start.adding(months: months)) }

  /// As ``deadline(months:after:)``: 29 February ends on 28 February of a common year.
  public func deadline(years: Int, after start: Day) -> Deadline { deadline(months: years * 12, after: start) }

  /// How many working days lie after `start` up to and with `end`; 0 if `end` is not later.
  public func workingDays(after start: Day, through end: Day) -> WorkingDayCount {
    var walk = Walk(calendar: self, day: start)
    var count = 0
    while walk.day < end {
      walk.advance()
      if isWorking(walk.day) { count += 1 }
    }
    return WorkingDayCount(days: count, provisional: walk.missingYear)
  }

  private func nextWorking(from day: Day) -> Deadline {
    var walk = Walk(calendar: self, day: day)
    walk.look()
    while !isWorking(walk.day) { walk.advance() }
    return walk.deadline
  }

  /// A walk over days that remembers the first year nobody has announced.
  private struct Walk {
    let calendar: WorkingCalendar
    var day: Day
    var missingYear: Int?

    var deadline: Deadline { Deadline(day: day, provisional: missingYear) }

    mutating func advance() {
      day = day.adding(days: 1)
      look()
    }

    mutating func look() {
      if missingYear == nil, !calendar.isAnnounced(day) { missingYear = day.year }
    }
  }
}
