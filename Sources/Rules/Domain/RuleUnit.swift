public import Kernel

/// What a rule's value counts or holds.
public enum RuleUnit: String, CaseIterable, Sendable {
  case count, points, hours, days, workingDays, months, years, millimetres, multiple
  case fen, basisPoints, flag, date, dayOfYear, window, text, table

  /// Whether the value is a whole number of the unit.
  public var isWhole: Bool {
    switch self {
    case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple: true
    case .fen, .basisPoints, .flag, .date, .dayOfYear, .window, .text, .table: false
    }
  }

  /// Whether a table can have rows of this unit: numbers, or words alone.
  public var fitsTable: Bool { isWhole || self == .text || self == .fen || self == .basisPoints }

  /// Whether `value` is of this unit's kind.
  public func accepts(_ value: RuleValue) -> Bool {
    switch value {
    case .whole(let number): isWhole && number >= 0
    case .fen: self == .fen
    case .share: self == .basisPoints
    case .flag: self == .flag
    case .date: self == .date
    case .dayOfYear: self == .dayOfYear
    case .window: self == .window
    case .text: self == .text
    case .table: self == .table
    }
  }

  public var phrase: Phrase {
    switch self {
    case .count: Phrase(zh: "个", en: "count")
    case .points: Phrase(zh: "分", en: "points")
    case .hours: Phrase(zh: "小时", en: "hours")
    case .days: Phrase(zh: "日", en: "days")
    case .workingDays: Phrase(zh: "个工作日", en: "working days")
    case .months: Phrase(zh: "个月", en: "months")
    case .years: Phrase(zh: "年", en: "years")
    case .millimetres: Phrase(zh: "毫米", en: "mm")
    case .multiple: Phrase(zh: "倍", en: "times")
    case .fen: Phrase(zh: "元", en: "CNY")
    case .basisPoints: Phrase(zh: "百分比", en: "per cent")
    case .flag: Phrase(zh: "是或否", en: "yes or no")
    case .date: Phrase(zh: "日期", en: "date")
    case .dayOfYear: Phrase(zh: "每年日期", en: "day of the year")
    case .window: Phrase(zh: "每年期间", en: "period of the year")
    case .text: Phrase(zh: "文字", en: "text")
    case .table: Phrase(zh: "表", en: "table")
    }
  }
}
