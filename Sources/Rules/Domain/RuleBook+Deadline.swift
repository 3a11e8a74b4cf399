public import Kernel

extension RuleUnit {
  /// Whether a rule of this unit is a time limit, so that a last day can be counted.
  public var isTimeLimit: Bool { longest != nil }

  /// A hundred years: what is longer is a slip of the pen, and no calendar to be walked day by day.
  fileprivate var longest: Int? {
    switch self {
    case .days: 36_525
    case .workingDays: 26_000
    case .months: 1_200
    case .years: 100
    case .count, .points, .hours, .millimetres, .multiple, .fen, .basisPoints, .flag, .date, .dayOfYear, .window, .text,
      .table:
      nil
    }
  }
}

extension RuleBook {
  /// The rules that are time limits, by id.
  public var timeLimits: [Rule] { rules.filter(\.isTimeLimit) }

  /// When the time limit `id`, as in force on `start`, ends that begins with the day after `start`.
  ///
  /// - Complexity: O(*n*), *n* the days on the way; at most a hundred years.
  public func deadline(of id: RuleID, after start: Day, holidays: HolidayBook) throws(RuleRefusal) -> RuleDeadline {
    let rule = try rule(id)
    if rule.unit.isTimeLimit, !rule.isDeadline { throw .noDeadline(id, title: rule.title) }
    let reading = try timeLimit(rule, on: start)
    guard let longest = rule.unit.longest, reading.value <= longest, (1950...2099).contains(start.year) else {
      throw .beyondCalendar(id, title: rule.title)
    }
    let (count, calendar) = (reading.value, holidays.calendar)
    let (counted, end): (Day?, Deadline) =
      switch rule.unit {
      case .days: (start.adding(days: count), calendar.deadline(days: count, after: start))
      case .months: (start.adding(months: count), calendar.deadline(months: count, after: start))
      case .years: (start.adding(months: 12 * count), calendar.deadline(years: count, after: start))
      case .workingDays, .count, .points, .hours, .millimetres, .multiple, .fen, .basisPoints, .flag, .date,
        .dayOfYear, .window, .text, .table:
        (nil, calendar.deadline(workingDays: count, after: start))
      }
    let isStartKnown = reading.supersession != nil || rule.isStartKnown(on: start)
    return RuleDeadline(
      reading, start: start, counted: counted ?? end.day, end: end, isStartKnown: isStartKnown, holidays: holidays)
  }

  private func timeLimit(_ rule: Rule, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    switch rule.unit {
    case .days: try days(rule.id, on: day)
    case .workingDays: try workingDays(rule.id, on: day)
    case .months: try months(rule.id, on: day)
    case .years: try years(rule.id, on: day)
    case .count, .points, .hours, .millimetres, .multiple, .fen, .basisPoints, .flag, .date, .dayOfYear, .window, .text,
      .table:
      throw .noTimeLimit(rule.id, title: rule.title, is: rule.unit)
    }
  }
}
