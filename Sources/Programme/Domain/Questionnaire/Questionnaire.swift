public import Institutions
public import Kernel
public import Ledgers

/// The national questionnaire of IP services (知识产权服务业统计调查) of one year, filled from what the zone has on record.
///
/// What the zone does not know is absent, never 0.
public struct Questionnaire: Equatable, Sendable {
  public let year: Int
  /// One institution each, by credit code.
  public let entries: [Entry]

  public init(year: Int, entries: [Entry]) {
    self.year = year
    self.entries = entries
  }

  public struct Entry: Equatable, Sendable {
    public let code: String
    public let name: String
    /// Its return of the year, and how far that has come; only an approved one fills anything.
    public let filed: Filed?
    /// By the columns' codes.
    public let values: [String: Value]

    public init(code: String, name: String, filed: Filed?, values: [String: Value]) {
      self.code = code
      self.name = name
      self.filed = filed
      self.values = values
    }
  }

  public struct Filed: Equatable, Sendable {
    public let record: ID<LedgerRecord>
    public let stage: LedgerStage

    public init(record: ID<LedgerRecord>, stage: LedgerStage) {
      self.record = record
      self.stage = stage
    }
  }

  public enum Value: Equatable, Sendable {
    case text(Phrase)
    case count(Int64)
    /// In fen; the questionnaire asks for 万元.
    case money(Int64)
    /// Square metres or US dollars in hundredths.
    case hundredths(Int64)
    case day(Day)
    case flag(Bool)
  }

  public struct Column: Equatable, Sendable {
    public let code: String
    public let part: Phrase
    public let words: Phrase

    public init(_ code: String, _ part: Phrase, _ words: Phrase) {
      self.code = code
      self.part = part
      self.words = words
    }

    /// Part and words, as the head of a column.
    public var heading: Phrase { Phrase(zh: "\(part.zh)｜\(words.zh)", en: "\(part.en) | \(words.en)") }
  }

  /// The fields that come from the institution's return, as it has them.
  public static let returned =
    [
      "employees", "insured", "interns", "dispatched", "attorneys", "total_revenue", "ip_revenue", "foreign_revenue",
      "tax", "profit", "clients", "filed", "granted", "disputes", "complaints", "trainings", "floor_area", "tools",
      "party", "nbs_listed", "difficulties",
    ] + ServiceCategory.allCases.map { "revenue_\($0.rawValue)" }

  /// The fields that come from the register of institutions.
  public static let registered = [
    "code", "name", "kind", "registered_on", "address", "industry", "parent_name", "parent_code", "categories",
    "objects",
  ]

  /// Every heading, in its order.
  public static let columns: [Column] = basics + people + money + business + growth

  private static let basics: [Column] = {
    let part = Phrase(zh: "基本情况", en: "Basic facts")
    let register = registered.compactMap { name in
      Ledger.institutions.field(name).map { Column(name, part, $0.words) }
    }
    return register + [
      Column("site", part, Phrase(zh: "所在片区", en: "Site in the zone")),
      Column("licences", part, Phrase(zh: "许可与备案（证号、有效期）", en: "Licences and filings with their dates")),
      Column("partners", part, Phrase(zh: "合伙人或股东", en: "Partners or shareholders")),
    ]
  }()

  private static let people: [Column] = {
    let part = Phrase(zh: "人员", en: "Staff")
    return returned.prefix(5).compactMap { fromReturn($0, part) } + [
      Column("full_time", part, Phrase(zh: "全职", en: "Full time")),
      Column("part_time", part, Phrase(zh: "兼职", en: "Part time")),
      Column("college", part, Phrase(zh: "大专及以下", en: "College or below")),
      Column("bachelor", part, Phrase(zh: "本科", en: "Bachelor")),
      Column("master", part, Phrase(zh: "硕士", en: "Master")),
      Column("doctor", part, Phrase(zh: "博士", en: "Doctor")),
      Column("qualified_attorneys", part, Phrase(zh: "有专利代理师资格", en: "Qualified patent attorneys")),
      Column("mark_agents", part, Phrase(zh: "商标代理从业人员", en: "Trade mark agents")),
      Column("lawyers", part, Phrase(zh: "律师", en: "Lawyers")),
      Column("appraisers", part, Phrase(zh: "资产评估师", en: "Appraisers")),
      Column("examiners", part, Phrase(zh: "有审查员经历", en: "Former examiners")),
      Column("new_hires", part, Phrase(zh: "本年新入职", en: "Hired in the year")),
      Column("graduates", part, Phrase(zh: "其中应届毕业生", en: "Of them new graduates")),
    ]
  }()

  private static let money: [Column] = {
    let part = Phrase(zh: "财务", en: "Finance")
    let objects = serviceObjects.map { object in
      Column(
        "object_\(object.code)", part,
        Phrase(
          zh: "知识产权服务收入：\(object.words.zh)（万元）", en: "IP-service revenue: \(object.words.en) (10,000 yuan)"))
    }
    return ["total_revenue", "ip_revenue"].compactMap { fromReturn($0, part) }
      + ServiceCategory.allCases.compactMap { fromReturn("revenue_\($0.rawValue)", part) } + objects
      + ["foreign_revenue"].compactMap { fromReturn($0, part) }
      + [Column("receipts", part, Phrase(zh: "境外收款（美元）", en: "Receipts from abroad (US dollars)"))]
      + ["tax", "profit"].compactMap { fromReturn($0, part) }
  }()

  private static let business: [Column] = {
    let part = Phrase(zh: "业务", en: "Business")
    return ["clients"].compactMap { fromReturn($0, part) } + [
      Column("served", part, Phrase(zh: "服务客户数（按服务台账）", en: "Clients by the ledger of services")),
      Column("served_jiangning", part, Phrase(zh: "其中江宁区", en: "Of them in Jiangning")),
      Column("served_nanjing", part, Phrase(zh: "其中南京其他区", en: "Of them elsewhere in Nanjing")),
      Column("served_jiangsu", part, Phrase(zh: "其中江苏其他市", en: "Of them elsewhere in Jiangsu")),
      Column("served_elsewhere", part, Phrase(zh: "其中省外", en: "Of them outside Jiangsu")),
      Column("served_above_scale", part, Phrase(zh: "其中规上企业", en: "Of them above the scale threshold")),
    ] + ["filed", "granted", "disputes", "complaints", "trainings"].compactMap { fromReturn($0, part) }
  }()

  private static let growth: [Column] = {
    let part = Phrase(zh: "发展情况", en: "Development")
    return ["floor_area", "tools", "party", "nbs_listed", "difficulties"].compactMap { fromReturn($0, part) }
  }()

  private static func fromReturn(_ name: String, _ part: Phrase) -> Column? {
    Ledger.returns.field(name).map { Column(name, part, $0.header) }
  }
}
