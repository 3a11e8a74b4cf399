public import Kernel

/// All holiday notices that are known, and what they make of each day.
public struct HolidayBook: Sendable {
  /// By year.
  public let notices: [HolidayNotice]
  public let calendar: WorkingCalendar
  private let off: [Day: [Holiday]]
  private let working: [Day: [Holiday]]

  /// - Parameter notices: in any order, one a year.
  public init(_ notices: [HolidayNotice]) {
    self.notices = notices.sorted { $0.year < $1.year }
    calendar = WorkingCalendar(
      years: notices.map { notice in
        HolidayYear(year: notice.year, off: notice.off.map(\.day), working: notice.working.map(\.day))
      })
    off = Self.byDay(notices.flatMap(\.off))
    working = Self.byDay(notices.flatMap(\.working))
  }

  public func notice(of year: Int) -> HolidayNotice? { notices.first { $0.year == year } }

  /// The year of the first notice; without any, no year is covered.
  public var firstYear: Int { notices.first?.year ?? .max }

  /// The first year that is still to be announced; nil without any notice.
  public var awaitedYear: Int? {
    let known = Set(notices.map(\.year))
    return notices.first.flatMap { first in (first.year...first.year + known.count).first { !known.contains($0) } }
  }

  /// The book with `notice` in the place of what was known of its year.
  public func taking(_ notice: HolidayNotice) -> HolidayBook {
    HolidayBook(notices.filter { $0.year != notice.year } + [notice])
  }

  public func kind(of day: Day) -> DayKind {
    if let holidays = working[day] { return .makeUp(for: holidays) }
    if let holidays = off[day] { return .holiday(holidays) }
    return day.weekday <= 5 ? .working : .weekend
  }

  /// The days from `first` to `last` that are no common working days, neighbours of one kind together.
  public func runs(from first: Day, through last: Day) -> [DayRun] {
    var runs: [DayRun] = []
    var day = first
    while day <= last {
      let kind = kind(of: day)
      if let run = runs.last, run.kind == kind, run.last.adding(days: 1) == day {
        runs[runs.count - 1] = DayRun(first: run.first, last: day, kind: kind)
      } else if kind != .working {
        runs.append(DayRun(first: day, last: day, kind: kind))
      }
      day = day.adding(days: 1)
    }
    return runs
  }

  private static func byDay(_ days: [HolidayNotice.NamedDay]) -> [Day: [Holiday]] {
    Dictionary(days.map { ($0.day, $0.holidays) }) { first, _ in first }
  }
}

/// What a day is, as far as it is announced.
public enum DayKind: Hashable, Sendable {
  case working
  /// A weekend day that is worked (调休上班日).
  case makeUp(for: [Holiday])
  case weekend
  case holiday([Holiday])

  public var isWorking: Bool {
    switch self {
    case .working, .makeUp: true
    case .weekend, .holiday: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .working: Phrase(zh: "工作日", en: "Working day")
    case .makeUp(let holidays):
      Phrase(zh: "调休上班（\(holidays.phrase.zh)）", en: "Worked to make up for \(holidays.phrase.en)")
    case .weekend: Phrase(zh: "周末", en: "Weekend")
    case .holiday(let holidays): holidays.phrase
    }
  }
}

/// Days of one kind that follow each other.
public struct DayRun: Hashable, Sendable {
  public let first: Day
  public let last: Day
  public let kind: DayKind

  public init(first: Day, last: Day, kind: DayKind) {
    self.first = first
    self.last = last
    self.kind = kind
  }

  public var count: Int { last.number - first.number + 1 }
}
