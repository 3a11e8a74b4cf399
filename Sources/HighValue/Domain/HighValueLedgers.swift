public import Access
public import Evidence
public import Kernel
public import Ledgers

extension Ledger {
  /// R-PLG: pledges of single patents, the evidence of class H4.
  public static let patentPledges = Ledger(
    "patent_pledges", path: "/patent-pledges", mark: "R-PLG", name: Phrase(zh: "专利质押", en: "Pledges of patents"),
    one: Phrase(zh: "专利质押", en: "pledge of a patent"),
    purpose: Phrase(
      zh: "逐件登记专利权质押及其融资金额，是高价值发明专利第四类的依据；金额门槛未知，未知前不据此认定。",
      en:
        "Pledges patent by patent with what they financed: the evidence of the fourth class of high-value patents. The smallest amount is not known; until it is, nothing is decided by it."
    ),
    identity: ["patent", "registered_on", "pledgee"], title: "patent", readers: .readPledges, keepers: .keepHighValue,
    day: "registered_on", rules: [.inOrder("registered_on", "ended_on")],
    fields: [
      LedgerField("patent", Phrase(zh: "专利申请号", en: "Application number of the patent"), .text(limit: 40)).required
        .listed
        .also("专利号", "申请号").help(
          Phrase(zh: "带不带校验位均可，如 201710601862.3", en: "With or without its check symbol, such as 201710601862.3")),
      LedgerField("registered_on", Phrase(zh: "质押登记日", en: "Registered on"), .day).required.listed.also(
        "登记日期", "质押生效日"),
      LedgerField("pledgee", Phrase(zh: "质权人", en: "Pledgee"), .text(limit: 120)).required.listed.internalOnly,
      LedgerField("amount", Phrase(zh: "融资金额", en: "Amount financed"), .money(.yuan)).listed.internalOnly.help(
        Phrase(
          zh: "一份合同质押多件的，填合同总额并注明合同号；不知道的留空，不填 0",
          en:
            "For several patents under one contract the whole amount, with its number; leave it empty where it is not known"
        )),
      LedgerField("contract", Phrase(zh: "合同或登记号", en: "Contract or registration"), .text(limit: 80)).also("质押登记号"),
      LedgerField("ended_on", Phrase(zh: "质押注销日", en: "Ended on"), .day).listed.also("质押解除日"),
    ])

  /// R-AWD: awards to single patents, the evidence of class H5.
  public static let patentAwards = Ledger(
    "patent_awards", path: "/patent-awards", mark: "R-AWD", name: Phrase(zh: "专利获奖", en: "Awards to patents"),
    one: Phrase(zh: "专利获奖", en: "award to a patent"),
    purpose: Phrase(
      zh: "国家科学技术奖与中国专利奖计入高价值发明专利第五类；其他奖项只作记录。",
      en:
        "State Science and Technology Awards and China Patent Awards make a patent one of the fifth class; other awards are kept as records only."
    ),
    identity: ["patent", "award", "year"], title: "patent", readers: .readHighValue, keepers: .keepHighValue,
    day: "announced_on",
    fields: [
      LedgerField("patent", Phrase(zh: "专利申请号", en: "Application number of the patent"), .text(limit: 40)).required
        .listed
        .also("专利号", "申请号"),
      LedgerField("award", Phrase(zh: "奖项", en: "Award"), .choice(PatentAward.Kind.choices)).required.listed.filter,
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(1989...2100)).required.listed.also("获奖年度"),
      LedgerField("award_grade", Phrase(zh: "奖项等级", en: "Grade of the award"), .choice(awardGrades)).listed.also(
        "获奖等级"),
      LedgerField("announced_on", Phrase(zh: "公布日期", en: "Announced on"), .day).listed.help(
        Phrase(
          zh: "不填的，自次年起确定计入，当年作“可能”",
          en: "Where it is left out, the award is certain from the next year on, and probable in its own")
      ),
    ])
}

private let awardGrades = [
  LedgerChoice("highest", Phrase(zh: "最高奖或特等奖", en: "Highest or special prize")),
  LedgerChoice("gold", Phrase(zh: "金奖", en: "Gold")),
  LedgerChoice("silver", Phrase(zh: "银奖", en: "Silver")),
  LedgerChoice("excellence", Phrase(zh: "优秀奖", en: "Excellence")),
  LedgerChoice("first", Phrase(zh: "一等奖", en: "First prize")),
  LedgerChoice("second", Phrase(zh: "二等奖", en: "Second prize")),
  LedgerChoice("third", Phrase(zh: "三等奖", en: "Third prize")),
]

/// A pledge on record, for the fourth class.
public struct PatentPledge: Equatable, Sendable {
  public let id: ID<LedgerRecord>
  public let registeredOn: Day
  public let endedOn: Day?
  /// Nil where nobody has said it.
  public let amount: Fen?
  public let grade: EvidenceGrade

  public init(id: ID<LedgerRecord>, registeredOn: Day, endedOn: Day?, amount: Fen?, grade: EvidenceGrade) {
    self.id = id
    self.registeredOn = registeredOn
    self.endedOn = endedOn
    self.amount = amount
    self.grade = grade
  }
}

/// An award on record, for the fifth class.
public struct PatentAward: Equatable, Sendable {
  public let id: ID<LedgerRecord>
  public let kind: Kind
  public let year: Int
  public let announcedOn: Day?
  public let grade: EvidenceGrade

  public init(id: ID<LedgerRecord>, kind: Kind, year: Int, announcedOn: Day?, grade: EvidenceGrade) {
    self.id = id
    self.kind = kind
    self.year = year
    self.announcedOn = announcedOn
    self.grade = grade
  }

  public enum Kind: String, CaseIterable, Sendable {
    case stateScience = "state-science"
    case chinaPatent = "china-patent"
    case other

    public var phrase: Phrase {
      switch self {
      case .stateScience: Phrase(zh: "国家科学技术奖", en: "State Science and Technology Award")
      case .chinaPatent: Phrase(zh: "中国专利奖", en: "China Patent Award")
      case .other: Phrase(zh: "其他奖项（不计入）", en: "Another award (does not count)")
      }
    }

    static let choices = allCases.map { LedgerChoice($0.rawValue, $0.phrase) }
  }
}

extension Permission {
  /// The counts, the patents behind them and the tables they rest on.
  public static let readHighValue = Permission(
    "high-value.read", Phrase(zh: "查看高价值发明专利", en: "See high-value invention patents"))
  public static let keepHighValue = Permission(
    "high-value.keep", Phrase(zh: "维护高价值发明专利的依据与清单", en: "Keep the evidence and lists of high-value patents"))
  public static let readPledges = Permission("high-value.pledges", Phrase(zh: "查看专利质押台账", en: "See pledges of patents"))
}
