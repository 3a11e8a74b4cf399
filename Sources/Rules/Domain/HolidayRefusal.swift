public import Kernel

/// Why a year's calendar is not taken.
public enum HolidayRefusal: Refusal, Equatable {
  case noYear, noDays, noDocument, noAddress
  /// The line of the table, as a person counts.
  case badLine(Int)
  case outside(Day, Int)
  case notWeekend(Day)
  case twice(Day)
  case needsReason(Int)
  case knownAlready(Int)

  public var kind: RefusalKind {
    switch self {
    case .knownAlready: .conflict
    case .noYear, .noDays, .noDocument, .noAddress, .badLine, .outside, .notWeekend, .twice, .needsReason: .invalid
    }
  }

  public var code: String {
    switch self {
    case .noYear: "calendars.no-year"
    case .noDays: "calendars.no-days"
    case .noDocument: "calendars.no-document"
    case .noAddress: "calendars.no-address"
    case .badLine: "calendars.bad-line"
    case .outside: "calendars.outside"
    case .notWeekend: "calendars.not-weekend"
    case .twice: "calendars.twice"
    case .needsReason: "calendars.needs-reason"
    case .knownAlready: "calendars.known-already"
    }
  }

  public var field: String? {
    switch self {
    case .noYear: "year"
    case .noDocument: "title"
    case .noAddress: "address"
    case .needsReason: "reason"
    case .noDays, .badLine, .outside, .notWeekend, .twice, .knownAlready: "days"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noYear: Phrase(zh: "年份应在 2000 至 2099 之间", en: "The year must lie between 2000 and 2099")
    case .noDays: Phrase(zh: "请至少填写一个放假日，或上传表格", en: "Please give at least one day off, or a file")
    case .noDocument:
      Phrase(
        zh: "请填写通知的标题和文号（各不超过 200 字）", en: "Please give title and number of the notice, at most 200 characters each")
    case .noAddress:
      Phrase(
        zh: "通知网址应以 http:// 或 https:// 开头，不含空格",
        en: "The address of the notice begins with http:// or https:// and has no spaces")
    case .badLine(let line):
      Phrase(
        zh: "第 \(line) 行无法识别，请写成“日期,休或班,节日”，如 2027-01-01,休,元旦",
        en:
          "Line \(line) cannot be read; please write day, off or working, and the holiday’s Chinese name, as the template does"
      )
    case .outside(let day, let year):
      Phrase(zh: "\(day) 不在 \(year) 年内，请核对", en: "\(day) does not lie in \(year); please check it")
    case .notWeekend(let day):
      Phrase(
        zh: "\(day) 不是周六或周日，不能作为调休上班日，请核对",
        en: "\(day) is no Saturday or Sunday, so it cannot be a make-up day; please check it")
    case .twice(let day):
      Phrase(zh: "\(day) 出现了两次，请只保留一次", en: "\(day) stands there twice; please keep one")
    case .needsReason(let year):
      Phrase(
        zh: "\(year)年的安排已经收录，替换须填写理由", en: "The calendar of \(year) is known already; please say why it is replaced")
    case .knownAlready(let year):
      Phrase(
        zh: "\(year)年的安排与已收录的完全相同，无需重复导入",
        en: "The calendar of \(year) is known exactly so; there is nothing to take in")
    }
  }
}
