import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-ENT: the enterprises and universities that the zone serves.
  public static let enterprises = Ledger(
    "enterprises", path: "/enterprises", mark: "R-ENT", name: Phrase(zh: "企业与高校", en: "Enterprises and universities"),
    one: Phrase(zh: "企业或高校", en: "enterprise or university"),
    purpose: Phrase(
      zh: "服务对象，一家一条，以统一社会信用代码为准。", en: "Whom the zone serves: one record each, by the unified social credit code."),
    identity: ["code"], title: "name", readers: .readEnterprises, keepers: .keepEnterprises, owner: "code",
    fields: [
      LedgerField("code", Phrase(zh: "统一社会信用代码", en: "Credit code"), .creditCode).required.listed
        .also("信用代码", "社会信用代码", "USCC"),
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 120)).required.listed.also("企业名称", "单位名称", "全称"),
      LedgerField("name_en", Phrase(zh: "英文名称", en: "Name in English"), .text(limit: 200)),
      LedgerField("kind", Phrase(zh: "类型", en: "Kind"), .choice(clientKinds)).required.listed.filter,
      LedgerField("place", Phrase(zh: "所在地", en: "Place"), .choice(clientPlaces)).required.listed.filter,
      LedgerField("industry", Phrase(zh: "行业代码", en: "Industry class"), .text(limit: 12)).help(
        Phrase(zh: "GB/T 4754 代码", en: "Code of GB/T 4754")),
      LedgerField("city_cluster", Phrase(zh: "市“4266”产业", en: "Industry of the city's 4266"), .text(limit: 60)).listed,
      LedgerField(
        "district_cluster", Phrase(zh: "区“5+4+5”产业", en: "Industry of the district's 5+4+5"), .text(limit: 60)
      )
      .listed,
      LedgerField("list_date", Phrase(zh: "产业名单日期", en: "Date of the industry list"), .day).help(
        Phrase(zh: "标注所依据名单的日期；名单会变", en: "Of the list that the tags follow; lists change")),
      LedgerField("contact", Phrase(zh: "联系电话", en: "Telephone"), .text(limit: 40)),
    ])

  /// The dated statuses of enterprises: they count on the day of a service, or not.
  public static let statuses = Ledger(
    "enterprise_statuses", path: "/enterprises/statuses", mark: "R-ENT",
    name: Phrase(zh: "企业资质状态", en: "Statuses of enterprises"), one: Phrase(zh: "资质状态", en: "status"),
    purpose: Phrase(
      zh: "高新技术企业、专精特新、拟上市、规上等名单状态及起止日期；服务当日有效才计入。",
      en:
        "High-tech, SRDI, pre-listing and above-scale statuses with their dates; a service counts if the status held that day."
    ),
    identity: ["enterprise", "status", "from_day"], title: "enterprise", readers: .readEnterprises,
    keepers: .keepEnterprises, owner: "enterprise", day: "from_day", rules: [.inOrder("from_day", "to_day")],
    fields: [
      LedgerField("enterprise", Phrase(zh: "企业", en: "Enterprise"), .organisation(of: "enterprises")).required.listed
        .also("企业名称", "统一社会信用代码"),
      LedgerField("status", Phrase(zh: "资质", en: "Status"), .choice(enterpriseStatuses)).required.listed.filter,
      LedgerField("from_day", Phrase(zh: "起始日期", en: "From"), .day).required.listed,
      LedgerField("to_day", Phrase(zh: "终止日期", en: "Until"), .day).listed.help(
        Phrase(zh: "最后一天", en: "The last day")),
      LedgerField("list", Phrase(zh: "名单名称", en: "List"), .text(limit: 200)).listed,
    ])

  /// R-CON: services rendered, by contract or ticket.
  public static let services = Ledger(
    "services", path: "/services", mark: "R-CON", name: Phrase(zh: "服务台账", en: "Services rendered"),
    one: Phrase(zh: "服务记录", en: "service"),
    purpose: Phrase(
      zh: "机构为企业提供的服务，凭合同、发票或签字记录；讲座单独不计入服务企业数。",
      en:
        "What institutions did for clients, by contract, invoice or signed record; a seminar alone does not count as serving a firm."
    ),
    identity: ["institution", "number"], title: "number", readers: .readEnterprises, keepers: .keepEnterprises,
    filers: .fileServices, owner: "institution", day: "served_on",
    fields: [
      LedgerField("number", Phrase(zh: "合同或服务单号", en: "Contract or ticket"), .text(limit: 60)).required.listed.also(
        "合同号"),
      LedgerField("institution", Phrase(zh: "服务机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("client", Phrase(zh: "客户信用代码", en: "Client's credit code"), .creditCode).required.listed,
      LedgerField("client_name", Phrase(zh: "客户名称", en: "Client"), .text(limit: 120)).listed.internalOnly,
      LedgerField("channel", Phrase(zh: "渠道", en: "Channel"), .choice(serviceChannels)).required.filter,
      LedgerField("matter", Phrase(zh: "事项", en: "Matter"), .choice(serviceMatters)).required.listed.filter,
      LedgerField("object", Phrase(zh: "对象", en: "Object"), .choice(serviceObjectChoices)),
      LedgerField("served_on", Phrase(zh: "服务日期", en: "Served on"), .day).required.listed,
      LedgerField("amount", Phrase(zh: "金额", en: "Amount"), .money(.yuan)).internalOnly,
      LedgerField("client_place", Phrase(zh: "客户所在地", en: "Client's place"), .choice(clientPlaces)).filter,
    ])
}

let clientKinds = [
  LedgerChoice("enterprise", Phrase(zh: "企业", en: "Enterprise")),
  LedgerChoice("university", Phrase(zh: "高校", en: "University")),
  LedgerChoice("institute", Phrase(zh: "科研机构", en: "Research institute")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
let clientPlaces = [
  LedgerChoice("jiangning", Phrase(zh: "江宁区", en: "Jiangning")),
  LedgerChoice("nanjing", Phrase(zh: "南京其他区", en: "Elsewhere in Nanjing")),
  LedgerChoice("jiangsu", Phrase(zh: "江苏其他市", en: "Elsewhere in Jiangsu")),
  LedgerChoice("elsewhere", Phrase(zh: "省外", en: "Outside Jiangsu")),
]
public let enterpriseStatuses = [
  LedgerChoice("high-tech", Phrase(zh: "高新技术企业", en: "High-tech enterprise"), aliases: ["高企"]),
  LedgerChoice("srdi-province", Phrase(zh: "省级专精特新", en: "SRDI, province"), aliases: ["专精特新"]),
  LedgerChoice("srdi-nation", Phrase(zh: "国家专精特新“小巨人”", en: "SRDI, nation"), aliases: ["小巨人", "国家级小巨人"]),
  LedgerChoice("pre-listing", Phrase(zh: "拟上市", en: "Pre-listing"), aliases: ["拟上市企业", "上市后备"]),
  LedgerChoice("above-scale", Phrase(zh: "规上企业", en: "Above scale"), aliases: ["规上"]),
]
let serviceChannels = [
  LedgerChoice("contract", Phrase(zh: "合同", en: "Contract")),
  LedgerChoice("ticket", Phrase(zh: "窗口服务单", en: "Window ticket")),
  LedgerChoice("aid", Phrase(zh: "维权援助", en: "Rights-protection aid")),
  LedgerChoice("advisory", Phrase(zh: "上门辅导", en: "Advisory visit")),
  LedgerChoice("seminar", Phrase(zh: "讲座", en: "Seminar")),
]
public let serviceMatters = [
  LedgerChoice("filing", Phrase(zh: "代理申请", en: "Filing")),
  LedgerChoice("consulting", Phrase(zh: "咨询", en: "Consulting")),
  LedgerChoice("use", Phrase(zh: "运用", en: "Use")),
  LedgerChoice("transfer", Phrase(zh: "转化", en: "Transfer")),
  LedgerChoice("protection", Phrase(zh: "保护", en: "Protection")),
  LedgerChoice("navigation", Phrase(zh: "专利导航", en: "Patent navigation")),
  LedgerChoice("training", Phrase(zh: "培训", en: "Training")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
public let serviceObjectChoices = [
  LedgerChoice("patent", Phrase(zh: "专利", en: "Patents")),
  LedgerChoice("mark", Phrase(zh: "商标", en: "Trade marks")),
  LedgerChoice("copyright", Phrase(zh: "版权", en: "Copyright")),
  LedgerChoice("secret", Phrase(zh: "商业秘密", en: "Trade secrets")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
