import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-EXP: receipts for services to non-residents.
  public static let exports = Ledger(
    "service_exports", path: "/exports", mark: "R-EXP", name: Phrase(zh: "服务出口台账", en: "Service exports"),
    one: Phrase(zh: "服务出口收款", en: "export receipt"),
    purpose: Phrase(
      zh: "以收款计：境外客户、合同号、收汇凭证；按入账日汇率折美元，汇率与来源一并保存。无凭证不计。",
      en:
        "By receipt: foreign client, contract, bank receipt; in US dollars at the booking day's rate, which is kept with its source. Without a receipt nothing counts."
    ),
    identity: ["contract", "receipt"], title: "contract", readers: .readCaseLedgers, keepers: .keepAchievements,
    day: "received_on",
    fields: [
      LedgerField("contract", Phrase(zh: "合同号", en: "Contract"), .text(limit: 60)).required.listed,
      LedgerField("receipt", Phrase(zh: "收汇凭证号", en: "Receipt"), .text(limit: 60)).required.listed,
      LedgerField("institution", Phrase(zh: "服务机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("client", Phrase(zh: "境外客户", en: "Foreign client"), .text(limit: 120)).required,
      LedgerField("country", Phrase(zh: "国家或地区", en: "Country or region"), .text(limit: 60)).required.listed,
      LedgerField("mode", Phrase(zh: "服务贸易模式", en: "Mode of supply"), .choice(supplyModes)).required.filter.help(
        Phrase(zh: "商业存在（模式三）不计入", en: "Commercial presence (mode 3) does not count")),
      LedgerField("currency", Phrase(zh: "币种", en: "Currency"), .text(limit: 3)).required,
      LedgerField("amount", Phrase(zh: "原币金额", en: "Amount in that currency"), .hundredths(0...100_000_000_000_000))
        .required,
      LedgerField("usd", Phrase(zh: "折美元", en: "US dollars"), .hundredths(0...100_000_000_000_000)).required.listed,
      LedgerField("rate", Phrase(zh: "汇率", en: "Rate"), .text(limit: 20)).required,
      LedgerField("rate_source", Phrase(zh: "汇率来源", en: "Source of the rate"), .text(limit: 120)).required,
      LedgerField("received_on", Phrase(zh: "收款日期", en: "Received on"), .day).required.listed,
    ])

  /// R-DRV: service exports of clients that a zone institution served before.
  public static let drivenExports = Ledger(
    "driven_exports", path: "/driven-exports", mark: "R-DRV", name: Phrase(zh: "带动出口申报", en: "Exports driven"),
    one: Phrase(zh: "带动出口申报", en: "claim of driven exports"),
    purpose: Phrase(
      zh: "客户签字确认的带动出口额，一客户一年一条，不超过其申报出口额；属申报数，未经审计。",
      en:
        "Exports that a client signs as driven: one claim per client and year, capped at its declared exports. Declared, not audited."
    ),
    identity: ["client", "year"], title: "client", readers: .readCaseLedgers, keepers: .keepAchievements,
    rules: [.part("amount", of: "declared")],
    fields: [
      LedgerField("client", Phrase(zh: "客户信用代码", en: "Client's credit code"), .creditCode).required.listed,
      LedgerField("year", Phrase(zh: "年度", en: "Year"), .whole(2020...2100)).required.listed,
      LedgerField("institution", Phrase(zh: "服务机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("declared", Phrase(zh: "客户申报服务出口额", en: "Client's declared exports"), .money(.tenThousand)).required,
      LedgerField("amount", Phrase(zh: "带动出口额", en: "Driven"), .money(.tenThousand)).required.listed,
      LedgerField("signed", Phrase(zh: "客户已签字", en: "Signed by the client"), .flag).required.filter,
    ])

  /// R-OVS: workstations and branches abroad.
  public static let overseasSites = Ledger(
    "overseas_sites", path: "/overseas-sites", mark: "R-OVS", name: Phrase(zh: "海外工作站", en: "Overseas workstations"),
    one: Phrase(zh: "海外工作站", en: "overseas workstation"),
    purpose: Phrase(
      zh: "协议有效、有联系人、近 12 个月有服务记录的海外站点计入。",
      en: "Sites with an agreement in force, a contact and a logged service within twelve months count."),
    identity: ["code"], title: "name", readers: .readAchievements, keepers: .keepAchievements, day: "from_day",
    rules: [.inOrder("from_day", "to_day")],
    fields: [
      LedgerField("code", Phrase(zh: "站点编号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 120)).required.listed,
      LedgerField("country", Phrase(zh: "国家或地区", en: "Country or region"), .text(limit: 60)).required.listed,
      LedgerField("owner", Phrase(zh: "设立主体", en: "Set up by"), .text(limit: 120)).required,
      LedgerField("contact", Phrase(zh: "联系人", en: "Contact"), .text(limit: 60)).required.personal,
      LedgerField("from_day", Phrase(zh: "协议起始", en: "Agreement from"), .day).required.listed,
      LedgerField("to_day", Phrase(zh: "协议终止", en: "Agreement until"), .day).listed,
    ])

  /// What the sites abroad did: the log that keeps them counted.
  public static let overseasLogs = Ledger(
    "overseas_logs", path: "/overseas-sites/logs", mark: "R-OVS",
    name: Phrase(zh: "海外站点服务记录", en: "Logs of overseas sites"),
    one: Phrase(zh: "站点服务记录", en: "log of an overseas site"),
    purpose: Phrase(zh: "海外站点的走访、案件、预警等月度记录。", en: "Visits, cases and warnings of the sites abroad."),
    identity: ["site", "served_on", "what"], title: "what", readers: .readCaseLedgers, keepers: .keepAchievements,
    day: "served_on",
    fields: [
      LedgerField("what", Phrase(zh: "内容", en: "What was done"), .text(limit: 200)).required.listed,
      LedgerField("site", Phrase(zh: "站点", en: "Site"), .organisation(of: "overseas_sites")).required.listed.also(
        "站点编号"),
      LedgerField("served_on", Phrase(zh: "日期", en: "On"), .day).required.listed,
    ])

  /// R-ABN: abnormal filings that were listed, and what became of each.
  public static let abnormalCases = Ledger(
    "abnormal_cases", path: "/abnormal-cases", mark: "R-ABN", name: Phrase(zh: "非正常专利申请", en: "Abnormal filings"),
    one: Phrase(zh: "非正常申请", en: "abnormal filing"),
    purpose: Phrase(
      zh: "通报批次中申请人地址在江宁的申请及处理结果；撤回以手续合格通知书为准。",
      en:
        "Listed filings of applicants in Jiangning, and their outcome; a withdrawal is proven by its acceptance notice."
    ),
    identity: ["batch", "application"], title: "application", readers: .readCaseLedgers, keepers: .keepAchievements,
    day: "listed_on", rules: [.inOrder("listed_on", "batch_closed_on"), .inOrder("listed_on", "outcome_on")],
    fields: [
      LedgerField("application", Phrase(zh: "申请号", en: "Application number"), .text(limit: 40)).required.listed,
      LedgerField("batch", Phrase(zh: "批次", en: "Batch"), .text(limit: 40)).required.listed,
      LedgerField("applicant", Phrase(zh: "申请人", en: "Applicant"), .text(limit: 200)).required.listed.internalOnly,
      LedgerField("listed_on", Phrase(zh: "通报日期", en: "Listed on"), .day).required.listed,
      LedgerField("batch_closed_on", Phrase(zh: "批次截止日期", en: "Batch closed on"), .day),
      LedgerField("outcome", Phrase(zh: "处理结果", en: "Outcome"), .choice(abnormalOutcomes)).required.listed.filter,
      LedgerField("outcome_on", Phrase(zh: "处理日期", en: "Outcome on"), .day).listed,
    ])

  /// R-PCT: international applications of applicants in the district.
  public static let pctFilings = Ledger(
    "pct_filings", path: "/pct", mark: "R-PCT", name: Phrase(zh: "PCT 申请", en: "PCT applications"),
    one: Phrase(zh: "PCT 申请", en: "PCT application"),
    purpose: Phrase(
      zh: "以申请人地址计，首位申请人在江宁的 PCT 国际申请。",
      en: "International applications whose first applicant has an address in Jiangning."),
    identity: ["number"], title: "number", readers: .readAchievements, keepers: .keepAchievements, day: "filed_on",
    fields: [
      LedgerField("number", Phrase(zh: "国际申请号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("applicant", Phrase(zh: "首位申请人", en: "First applicant"), .text(limit: 200)).required.listed,
      LedgerField("in_district", Phrase(zh: "地址在江宁", en: "In Jiangning"), .flag).required,
      LedgerField("filed_on", Phrase(zh: "国际申请日", en: "Filed on"), .day).required.listed,
    ])

  /// R-TRF: transfers that the register recorded.
  public static let transfers = Ledger(
    "transfers", path: "/transfers", mark: "R-TRF", name: Phrase(zh: "专利转让", en: "Patent transfers"),
    one: Phrase(zh: "专利转让", en: "patent transfer"),
    purpose: Phrase(
      zh: "经登记的专利权转移；更名、继承、集团内转移另列，不计入。",
      en:
        "Recorded changes of ownership. Changes of name, inheritance and moves within a group are listed apart and do not count."
    ),
    identity: ["patent", "changed_on", "kind"], title: "patent", readers: .readAchievements, keepers: .keepAchievements,
    day: "changed_on",
    fields: [
      LedgerField("patent", Phrase(zh: "专利号", en: "Patent"), .text(limit: 40)).required.listed,
      LedgerField("kind", Phrase(zh: "变更类型", en: "Kind"), .choice(transferKinds)).required.listed.filter,
      LedgerField("changed_on", Phrase(zh: "变更日期", en: "Changed on"), .day).required.listed,
      LedgerField("from_zone", Phrase(zh: "转让方在区内", en: "Transferor in the zone"), .flag).required.listed.filter,
      LedgerField("to_zone", Phrase(zh: "受让方在区内", en: "Transferee in the zone"), .flag).required.listed.filter,
      LedgerField("brokered", Phrase(zh: "区内机构促成", en: "Brokered by a zone institution"), .flag).required.listed
        .filter,
      LedgerField("price", Phrase(zh: "价款", en: "Price"), .money(.yuan)).internalOnly,
    ])

  /// R-FIN: pledges, insurance and securitisation of rights.
  public static let financings = Ledger(
    "financings", path: "/financings", mark: "R-FIN", name: Phrase(zh: "知识产权金融", en: "IP finance"),
    one: Phrase(zh: "金融业务", en: "financing"),
    purpose: Phrase(zh: "质押、保险、证券化的笔数与金额。", en: "Pledges, insurance and securitisation: how many, and how much."),
    identity: ["number"], title: "number", readers: .readCaseLedgers, keepers: .keepAchievements, day: "signed_on",
    fields: [
      LedgerField("number", Phrase(zh: "登记或合同号", en: "Number"), .text(limit: 60)).required.listed,
      LedgerField("kind", Phrase(zh: "种类", en: "Kind"), .choice(financeKinds)).required.listed.filter,
      LedgerField("client", Phrase(zh: "企业信用代码", en: "Firm's credit code"), .creditCode).required.listed,
      LedgerField("amount", Phrase(zh: "金额", en: "Amount"), .money(.tenThousand)).required.listed,
      LedgerField("rate", Phrase(zh: "年利率或费率", en: "Rate"), .share),
      LedgerField("signed_on", Phrase(zh: "签约日期", en: "Signed on"), .day).required.listed,
    ])
}

let supplyModes = [
  LedgerChoice("1", Phrase(zh: "模式一：跨境交付", en: "Mode 1: across the border")),
  LedgerChoice("2", Phrase(zh: "模式二：境外消费", en: "Mode 2: consumption abroad")),
  LedgerChoice("3", Phrase(zh: "模式三：商业存在", en: "Mode 3: commercial presence")),
  LedgerChoice("4", Phrase(zh: "模式四：自然人移动", en: "Mode 4: persons abroad")),
]
let abnormalOutcomes = [
  LedgerChoice("open", Phrase(zh: "未处理", en: "Open")),
  LedgerChoice("withdrawn", Phrase(zh: "已撤回", en: "Withdrawn")),
  LedgerChoice("appealed", Phrase(zh: "申诉中", en: "Appealed")),
  LedgerChoice("upheld", Phrase(zh: "申诉成立", en: "Appeal upheld")),
]
let transferKinds = [
  LedgerChoice("right", Phrase(zh: "专利权转让", en: "Transfer of the right")),
  LedgerChoice("application", Phrase(zh: "申请权转让", en: "Transfer of the application")),
  LedgerChoice("name", Phrase(zh: "更名", en: "Change of name")),
  LedgerChoice("inheritance", Phrase(zh: "继承", en: "Inheritance")),
  LedgerChoice("group", Phrase(zh: "集团内转移", en: "Within a group")),
]
let financeKinds = [
  LedgerChoice("pledge", Phrase(zh: "质押融资", en: "Pledge loan")),
  LedgerChoice("insurance", Phrase(zh: "保险", en: "Insurance")),
  LedgerChoice("securitisation", Phrase(zh: "证券化", en: "Securitisation")),
]
