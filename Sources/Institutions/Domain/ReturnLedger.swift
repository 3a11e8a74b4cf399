import Access
public import Kernel
public import Ledgers

extension Ledger {
  /// R-REV: what an institution returns for a quarter or a year, in the categories of the national questionnaire.
  ///
  /// A return that nobody filed is missing, not zero.
  public static let returns = Ledger(
    "institution_returns", path: "/returns", mark: "R-REV", name: Phrase(zh: "机构统计报表", en: "Returns of institutions"),
    one: Phrase(zh: "统计报表", en: "return"),
    purpose: Phrase(
      zh: "机构按季、按年填报人员、收入与业务。审核后锁定，更正须先退回审核；未报为缺报，不作零处理。",
      en:
        "Staff, income and business by quarter and year. Approval locks a return; to correct it, it is reopened first. A return not filed is missing, never zero."
    ),
    identity: ["institution", "year", "period"], title: "institution", readers: .readInstitutionFiles,
    keepers: .keepInstitutions, filers: .fileForInstitution, owner: "institution", isApproved: true, day: "period_end",
    rules: [
      .part("ip_revenue", of: "total_revenue"), .part("insured", of: "employees"),
      .part("foreign_revenue", of: "ip_revenue"), .part("granted", of: "filed"), linesAddUp, endsWithItsPeriod,
    ],
    fields: [
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required.listed
        .also("机构名称", "统一社会信用代码"),
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(2020...2100)).required.listed,
      LedgerField("period", Phrase(zh: "报告期", en: "Period"), .choice(returnPeriods)).required.listed.filter,
      LedgerField("period_end", Phrase(zh: "期末", en: "Last day"), .day).required.help(
        Phrase(zh: "报告期最后一天，如 2026-09-30", en: "The period's last day, such as 2026-09-30")),
      LedgerField("employees", Phrase(zh: "期末从业人员", en: "Employees"), .whole(0...100_000)).required.listed,
      LedgerField("insured", Phrase(zh: "其中参保人数", en: "Of them insured"), .whole(0...100_000)),
      LedgerField("attorneys", Phrase(zh: "其中执业专利代理师", en: "Of them patent attorneys"), .whole(0...100_000)),
      LedgerField("interns", Phrase(zh: "实习人员", en: "Interns"), .whole(0...100_000)),
      LedgerField("dispatched", Phrase(zh: "劳务派遣人员", en: "Dispatched"), .whole(0...100_000)),
      LedgerField("total_revenue", Phrase(zh: "营业收入合计", en: "Total revenue"), .money(.tenThousand)).required.listed,
      LedgerField("ip_revenue", Phrase(zh: "知识产权服务收入", en: "IP-service revenue"), .money(.tenThousand)).required.listed
        .help(Phrase(zh: "不含增值税", en: "Net of VAT")),
    ]
      + ServiceCategory.allCases.map { category in
        LedgerField(
          "revenue_\(category.rawValue)", Phrase(zh: "\(category.phrase.zh)收入", en: "Revenue: \(category.phrase.en)"),
          .money(.tenThousand))
      } + [
        LedgerField("foreign_revenue", Phrase(zh: "涉外收入", en: "Foreign-related revenue"), .money(.tenThousand)),
        LedgerField("nbs_listed", Phrase(zh: "已入统", en: "On the NBS list"), .flag).help(
          Phrase(zh: "在国家统计局规模以上名录中", en: "On the statistics bureau's list of above-scale units")),
        LedgerField("profit", Phrase(zh: "利润", en: "Profit"), .money(.tenThousand)).internalOnly,
        LedgerField("tax", Phrase(zh: "纳税", en: "Tax"), .money(.tenThousand)).internalOnly,
        LedgerField("floor_area", Phrase(zh: "办公面积（平方米）", en: "Floor area (m²)"), .hundredths(0...100_000_000)),
        LedgerField("clients", Phrase(zh: "服务客户数", en: "Clients"), .whole(0...1_000_000)),
        LedgerField("filed", Phrase(zh: "代理申请件数", en: "Cases filed"), .whole(0...10_000_000)),
        LedgerField("granted", Phrase(zh: "其中授权件数", en: "Cases granted"), .whole(0...10_000_000)),
        LedgerField("disputes", Phrase(zh: "纠纷案件", en: "Disputes"), .whole(0...100_000)),
        LedgerField("complaints", Phrase(zh: "被投诉次数", en: "Complaints"), .whole(0...100_000)),
        LedgerField("trainings", Phrase(zh: "开展培训场次", en: "Trainings given"), .whole(0...100_000)),
        LedgerField("tools", Phrase(zh: "数字化工具", en: "Digital tools"), .text(limit: 300)),
        LedgerField("party", Phrase(zh: "建有党组织", en: "Party organisation"), .flag),
        LedgerField("difficulties", Phrase(zh: "困难与建议", en: "Difficulties"), .lines(limit: 2_000)),
      ])

  /// The seven lines of revenue are the IP-service revenue, where all of them are given.
  private static let linesAddUp = Rule { values in
    let lines = ServiceCategory.allCases.map { values.whole("revenue_\($0.rawValue)") }
    guard let total = values.whole("ip_revenue"), lines.contains(where: { $0 != nil }) else { return nil }
    let sum = lines.compactMap(\.self).reduce(0, +)
    if sum == total || sum < total && lines.contains(nil) { return nil }
    return FieldRefusal(ReturnRefusal.linesDoNotAddUp(lines: Fen(sum), total: Fen(total)), in: "ip_revenue")
  }

  private static let endsWithItsPeriod = Rule { values in
    guard let year = values.whole("year"), let period = values.text("period").flatMap(ReturnPeriod.init(rawValue:)),
      let end = values.day("period_end"), end != period.lastDay(of: Int(year))
    else { return nil }
    let right = period.lastDay(of: Int(year))
    return FieldRefusal(ReturnRefusal.wrongLastDay(right), in: "period_end")
  }
}

/// What a return covers.
public enum ReturnPeriod: String, CaseIterable, Sendable {
  case q1, q2, q3, q4, year

  public var phrase: Phrase {
    switch self {
    case .q1: Phrase(zh: "第一季度", en: "First quarter")
    case .q2: Phrase(zh: "第二季度", en: "Second quarter")
    case .q3: Phrase(zh: "第三季度", en: "Third quarter")
    case .q4: Phrase(zh: "第四季度", en: "Fourth quarter")
    case .year: Phrase(zh: "全年", en: "Whole year")
    }
  }

  /// What tables call it besides.
  var otherWords: [String] {
    switch self {
    case .q1: ["一季度", "1季度", "第1季度", "Q1"]
    case .q2: ["二季度", "2季度", "第2季度", "Q2"]
    case .q3: ["三季度", "3季度", "第3季度", "Q3"]
    case .q4: ["四季度", "4季度", "第4季度", "Q4"]
    case .year: ["年度", "年报", "全年度"]
    }
  }

  /// The period's last day in `year`.
  public func lastDay(of year: Int) -> Day {
    let month =
      switch self {
      case .q1: 3
      case .q2: 6
      case .q3: 9
      case .q4, .year: 12
      }
    let first = Day(year: year, month: month, day: 1) ?? Day(number: 0)
    return first.adding(months: 1).adding(days: -1)
  }

  /// The period that ended last before `day`, of a year or a quarter.
  public static func lastQuarter(before day: Day) -> (year: Int, period: ReturnPeriod) {
    switch day.month {
    case 1...3: (day.year - 1, .q4)
    case 4...6: (day.year, .q1)
    case 7...9: (day.year, .q2)
    default: (day.year, .q3)
    }
  }
}

let returnPeriods = ReturnPeriod.allCases.map { LedgerChoice($0.rawValue, $0.phrase, aliases: $0.otherWords) }

/// What is wrong between the fields of a return.
public enum ReturnRefusal: Refusal, Equatable {
  case linesDoNotAddUp(lines: Fen, total: Fen)
  case wrongLastDay(Day)

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .linesDoNotAddUp: "returns.lines-do-not-add-up"
    case .wrongLastDay: "returns.wrong-last-day"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .linesDoNotAddUp(let lines, let total):
      Phrase(
        zh: "七类收入合计 \(lines.tenThousands) 万元，与知识产权服务收入 \(total.tenThousands) 万元不符；请核对",
        en: "The seven lines add up to \(lines.tenThousands) ten thousand yuan, not to the IP-service revenue of "
          + "\(total.tenThousands); please check"
      )
    case .wrongLastDay(let day):
      Phrase(zh: "该报告期最后一天是 \(day)", en: "The last day of this period is \(day)")
    }
  }
}
