public import Kernel

/// Which days a figure looks at, given its cut-off.
public enum PeriodKind: String, CaseIterable, Sendable {
  /// What is there on the cut-off.
  case stock
  /// What happened in the calendar year of the cut-off, up to it.
  case flow
  /// What happened since the plan began.
  case cumulative
  /// What was issued since the plan began: the days of ``cumulative``.
  case milestone

  /// The first day that the plan covers.
  ///
  /// Source: 宁政办发〔2024〕11号：2024—2026年。
  public static let planStart = Day(number: 19_723)
  /// The day by which its targets are to be met.
  public static let planEnd = Day(number: 20_818)

  public func days(until cutoff: Day) -> ClosedRange<Day> {
    switch self {
    case .stock: cutoff...cutoff
    case .flow: cutoff.yearStart...cutoff
    case .cumulative, .milestone: min(Self.planStart, cutoff)...cutoff
    }
  }

  /// The same days a year earlier; of a sum over years, those of the one year before.
  public func daysBefore(_ cutoff: Day) -> ClosedRange<Day> {
    let last = cutoff.adding(months: -12)
    return switch self {
    case .stock: last...last
    case .flow, .cumulative, .milestone: last.yearStart...last
    }
  }

  public var phrase: Phrase {
    switch self {
    case .stock: Phrase(zh: "时点数", en: "On the day")
    case .flow: Phrase(zh: "当年数", en: "In the year")
    case .cumulative: Phrase(zh: "2024年以来累计", en: "Since 2024")
    case .milestone: Phrase(zh: "2024年以来出台", en: "Issued since 2024")
    }
  }
}

extension Day {
  /// 1 January of its year.
  var yearStart: Day { adding(days: 1 - day).adding(months: 1 - month) }

  /// The last day of its month.
  public var monthEnd: Day { adding(days: 1 - day).adding(months: 1).adding(days: -1) }
}

/// What a figure is asked: at which cut-off, over which days, under which readings.
public struct FigureQuestion: Sendable {
  public let cutoff: Day
  public let period: ClosedRange<Day>
  /// The same days a year earlier, for parts `before` and `before-of`.
  public let yearBefore: ClosedRange<Day>
  /// By the code of each ruling, the option that holds.
  public let rulings: [String: String]

  public init(_ kind: PeriodKind, at cutoff: Day, rulings: [String: String]) {
    self.cutoff = cutoff
    period = kind.days(until: cutoff)
    yearBefore = kind.daysBefore(cutoff)
    self.rulings = rulings
  }
}
