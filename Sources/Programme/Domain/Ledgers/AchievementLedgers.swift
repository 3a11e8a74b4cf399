import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-REG: recognitions of hosts by an authority, such as navigation bases.
  public static let recognitions = Ledger(
    "recognitions", path: "/recognitions", mark: "R-REG", name: Phrase(zh: "资质认定", en: "Recognitions"),
    one: Phrase(zh: "资质认定", en: "recognition"),
    purpose: Phrase(
      zh: "国家、省、市、区认定的基地、平台等，凭文号计入。", en: "Bases and other titles recognised by an authority, by document number."),
    identity: ["kind", "host", "level"], title: "host", readers: .readAchievements, keepers: .keepAchievements,
    day: "recognised_on", rules: [.inOrder("recognised_on", "ended_on")],
    fields: [
      LedgerField("host", Phrase(zh: "承担单位", en: "Host"), .text(limit: 120)).required.listed,
      LedgerField("kind", Phrase(zh: "类型", en: "Kind"), .choice(recognitionKinds)).required.listed.filter,
      LedgerField("level", Phrase(zh: "级别", en: "Level"), .choice(levels)).required.listed.filter,
      LedgerField("recognised_on", Phrase(zh: "认定日期", en: "Recognised on"), .day).required.listed,
      LedgerField("ended_on", Phrase(zh: "撤销日期", en: "Ended on"), .day),
    ])

  /// R-PLT: operation centres and platforms.
  public static let platforms = Ledger(
    "platforms", path: "/platforms", mark: "R-PLT", name: Phrase(zh: "运营中心与平台", en: "Operation centres and platforms"),
    one: Phrase(zh: "运营中心或平台", en: "centre or platform"),
    purpose: Phrase(
      zh: "有公共职能、经政府认定且近一季度有交易或服务的计入指标，其余列入观察。",
      en:
        "Those with a public function, a recognition and a deal or service in the last quarter count; the rest are watched."
    ),
    identity: ["name"], title: "name", readers: .readAchievements, keepers: .keepAchievements, day: "opened_on",
    rules: [.inOrder("opened_on", "closed_on")],
    fields: [
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 120)).required.listed,
      LedgerField("host", Phrase(zh: "承担单位", en: "Host"), .text(limit: 120)).required.listed,
      LedgerField("is_public", Phrase(zh: "有公共职能", en: "Public function"), .flag).required.filter,
      LedgerField("recognised", Phrase(zh: "经政府认定", en: "Recognised"), .flag).required.filter,
      LedgerField("opened_on", Phrase(zh: "运行日期", en: "Opened on"), .day).required.listed,
      LedgerField("last_active_on", Phrase(zh: "最近交易或服务日期", en: "Last deal or service on"), .day).listed,
      LedgerField("closed_on", Phrase(zh: "停止日期", en: "Closed on"), .day),
    ])

  /// R-HVC: high-value patent cultivation centres; a raised level is no second centre.
  public static let cultivationCentres = Ledger(
    "cultivation_centres", path: "/cultivation-centres", mark: "R-HVC",
    name: Phrase(zh: "高价值专利培育中心", en: "Cultivation centres"), one: Phrase(zh: "培育中心", en: "cultivation centre"),
    purpose: Phrase(
      zh: "在建或验收通过的培育中心，按编号一家计一次；验收不合格即日退出。",
      en: "Centres under way or accepted, each once by its number; a failed acceptance ends it that day."),
    identity: ["code", "level"], title: "name", readers: .readAchievements, keepers: .keepAchievements, day: "from_day",
    rules: [.inOrder("from_day", "ended_on")],
    fields: [
      LedgerField("code", Phrase(zh: "中心编号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 120)).required.listed,
      LedgerField("level", Phrase(zh: "级别", en: "Level"), .choice(levels)).required.listed.filter,
      LedgerField("progress", Phrase(zh: "阶段", en: "Stage"), .choice(centreStages)).required.listed.filter,
      LedgerField("from_day", Phrase(zh: "立项日期", en: "From"), .day).required.listed,
      LedgerField("ended_on", Phrase(zh: "退出日期", en: "Ended on"), .day).listed,
      LedgerField("partners", Phrase(zh: "共建单位", en: "Partners"), .text(limit: 300)),
    ])

  /// Documents that settle a qualitative target: rules revised, an alliance founded, a report published.
  public static let milestones = Ledger(
    "milestones", path: "/milestones", mark: "R-REG", name: Phrase(zh: "里程碑文件", en: "Milestone documents"),
    one: Phrase(zh: "里程碑文件", en: "milestone document"),
    purpose: Phrase(
      zh: "定性目标凭文件认定：办法修订、联盟成立、报告发布等。",
      en: "Qualitative targets are proven by documents: rules revised, an alliance founded, a report published."),
    identity: ["indicator", "title", "issued_on"], title: "title", readers: .readAchievements,
    keepers: .keepAchievements, day: "issued_on",
    fields: [
      LedgerField("indicator", Phrase(zh: "指标", en: "Indicator"), .choice(milestoneIndicators)).required.listed.filter,
      LedgerField("title", Phrase(zh: "文件名称", en: "Title"), .text(limit: 200)).required.listed,
      LedgerField("issuer", Phrase(zh: "发文单位", en: "Issuer"), .text(limit: 120)).listed,
      LedgerField("issued_on", Phrase(zh: "印发日期", en: "Issued on"), .day).required.listed,
      LedgerField("supersedes", Phrase(zh: "替代文件", en: "Supersedes"), .text(limit: 200)),
      LedgerField("note", Phrase(zh: "说明", en: "Note"), .lines(limit: 1_000)),
    ])

  /// The zone's budget, year by year.
  public static let budgets = Ledger(
    "budgets", path: "/budgets", mark: "R-FND", name: Phrase(zh: "建设资金预算", en: "Budgets"),
    one: Phrase(zh: "年度预算", en: "budget of a year"),
    purpose: Phrase(
      zh: "列入财政预算的试验区建设资金，同一口径逐年比较；另记三项用途支出。",
      en: "The zone's money in the fiscal budget, compared year by year on one scope line, and what it was spent on."),
    identity: ["year", "scope"], title: "scope", readers: .readAchievements, keepers: .keepAchievements,
    fields: [
      LedgerField("scope", Phrase(zh: "口径", en: "Scope line"), .choice(budgetScopes)).required.listed.filter,
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(2020...2100)).required.listed,
      LedgerField("amount", Phrase(zh: "预算数", en: "Budget"), .money(.tenThousand)).required.listed,
      LedgerField("spent", Phrase(zh: "执行数", en: "Spent"), .money(.tenThousand)).listed,
    ])

  /// R-TRN: who signed in at which training.
  public static let attendances = Ledger(
    "attendances", path: "/attendances", mark: "R-TRN", name: Phrase(zh: "培训签到", en: "Attendance"),
    one: Phrase(zh: "培训签到", en: "attendance"),
    purpose: Phrase(
      zh: "“百企千人”培训的签到；一人三次为一人三次，人数与人次分开。",
      en: "Sign-ins at trainings: one person at three lectures is one person and three attendances."),
    identity: ["training", "person"], title: "training", readers: .readCaseLedgers, keepers: .keepAchievements,
    day: "held_on",
    fields: [
      LedgerField("training", Phrase(zh: "培训", en: "Training"), .text(limit: 120)).required.listed,
      LedgerField("held_on", Phrase(zh: "日期", en: "Held on"), .day).required.listed,
      LedgerField("person_name", Phrase(zh: "姓名", en: "Name"), .text(limit: 60)).required.personal.listed,
      LedgerField("person", Phrase(zh: "证件号码", en: "Identity number"), .person).required.internalOnly.also("身份证号"),
      LedgerField("firm", Phrase(zh: "单位信用代码", en: "Firm's credit code"), .creditCode).listed,
    ])
}

let levels = [
  LedgerChoice("nation", Phrase(zh: "国家级", en: "National")),
  LedgerChoice("province", Phrase(zh: "省级", en: "Provincial")),
  LedgerChoice("city", Phrase(zh: "市级", en: "City")),
  LedgerChoice("district", Phrase(zh: "区级", en: "District")),
]
let recognitionKinds = [
  LedgerChoice("navigation-base", Phrase(zh: "专利导航服务基地", en: "Patent-navigation service base")),
  LedgerChoice("tisc", Phrase(zh: "技术与创新支持中心", en: "TISC")),
  LedgerChoice("export-base", Phrase(zh: "知识产权服务出口基地", en: "IP-service export base")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
let centreStages = [
  LedgerChoice("building", Phrase(zh: "建设中", en: "Under way")),
  LedgerChoice("accepted", Phrase(zh: "已验收", en: "Accepted")),
  LedgerChoice("failed", Phrase(zh: "验收不合格", en: "Failed")),
]
let budgetScopes = [
  LedgerChoice("zone", Phrase(zh: "试验区建设资金", en: "The zone's money")),
  LedgerChoice("building", Phrase(zh: "大厦建设", en: "Buildings")),
  LedgerChoice("attraction", Phrase(zh: "高端机构引进", en: "Bringing in institutions")),
  LedgerChoice("brand", Phrase(zh: "品牌培育", en: "Brands")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
let milestoneIndicators = [
  LedgerChoice("B01", Phrase(zh: "B01 集聚发展区管理办法修订", en: "B01 Zone management rules revised")),
  LedgerChoice("B02", Phrase(zh: "B02 专项资金管理办法修订", en: "B02 Fund rules revised")),
  LedgerChoice("B04", Phrase(zh: "B04 服务业联盟成立", en: "B04 Alliance founded")),
  LedgerChoice("B05", Phrase(zh: "B05 专家人才库调整", en: "B05 Expert pool refreshed")),
  LedgerChoice("B07", Phrase(zh: "B07 集聚政策出台", en: "B07 Attraction policies issued")),
  LedgerChoice("C12", Phrase(zh: "C12 三方协同创新协议", en: "C12 Three-party agreement")),
  LedgerChoice("E06", Phrase(zh: "E06 出口维权指南", en: "E06 Export enforcement guide")),
  LedgerChoice("E08", Phrase(zh: "E08 服务业发展报告或论坛", en: "E08 Industry report or forum")),
  LedgerChoice("E20", Phrase(zh: "E20 专家咨询委员会会议", en: "E20 Meeting of the advisory committee")),
  LedgerChoice("E22", Phrase(zh: "E22 区域会商", en: "E22 Regional consultation")),
  LedgerChoice("E25", Phrase(zh: "E25 年度考核与评选结果", en: "E25 Yearly appraisal and awards")),
]
