import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-ORG: the service institutions of the zone, by their credit code.
  public static let institutions = Ledger(
    "institutions", path: "/institutions", mark: "R-ORG", name: Phrase(zh: "服务机构名录", en: "Institutions"),
    one: Phrase(zh: "服务机构", en: "institution"),
    purpose: Phrase(
      zh: "试验区内从事七类知识产权服务的法人和分支机构，一家机构一条，以统一社会信用代码为准。",
      en:
        "Legal persons and branches of the zone that offer one of the seven kinds of IP service: one record each, by the unified social credit code."
    ),
    identity: ["code"], title: "name", readers: .readInstitutions, keepers: .keepInstitutions, owner: "code",
    rules: [.inOrder("registered_on", "active_from"), .inOrder("active_from", "active_to")],
    fields: [
      LedgerField("code", Phrase(zh: "统一社会信用代码", en: "Credit code"), .creditCode).required.listed
        .also("信用代码", "社会信用代码", "USCC"),
      LedgerField("name", Phrase(zh: "机构名称", en: "Name"), .text(limit: 120)).required.listed.also("名称", "单位名称", "全称"),
      LedgerField("name_en", Phrase(zh: "英文名称", en: "Name in English"), .text(limit: 200)),
      LedgerField("kind", Phrase(zh: "机构类型", en: "Kind"), .choice(institutionKinds)).required.filter,
      LedgerField("main_category", Phrase(zh: "主要类别", en: "Main category"), .choice(ServiceCategory.choices)).required
        .listed.filter,
      LedgerField("categories", Phrase(zh: "服务类别", en: "Categories"), .choices(ServiceCategory.choices)).required.filter
        .also("七类服务"),
      LedgerField("objects", Phrase(zh: "服务对象类型", en: "Objects"), .choices(serviceObjects)),
      LedgerField("industry", Phrase(zh: "行业代码", en: "Industry class"), .text(limit: 12)).help(
        Phrase(zh: "GB/T 4754 代码，如 M7520", en: "Code of GB/T 4754, such as M7520")),
      LedgerField("registered_on", Phrase(zh: "成立日期", en: "Registered on"), .day).also("注册日期"),
      LedgerField("in_district", Phrase(zh: "在江宁区内", en: "In Jiangning"), .flag).required.filter.help(
        Phrase(zh: "注册地或实际经营地在江宁区", en: "Registered or really working in the district")),
      LedgerField("ip_income", Phrase(zh: "有知识产权业务收入", en: "Has IP income"), .flag).required.help(
        Phrase(zh: "律师事务所有此项收入才计入机构数", en: "A law firm counts only with such income")),
      LedgerField("address", Phrase(zh: "地址", en: "Address"), .text(limit: 200)),
      LedgerField("active_from", Phrase(zh: "纳入日期", en: "In the zone from"), .day).required.listed.also("入驻日期"),
      LedgerField("active_to", Phrase(zh: "离开日期", en: "In the zone until"), .day).listed.help(
        Phrase(zh: "最后一天；仍在区内则不填", en: "The last day; empty while it is here")),
      LedgerField("left_for", Phrase(zh: "离开原因", en: "Why it left"), .text(limit: 200)),
      LedgerField("parent_code", Phrase(zh: "上级机构信用代码", en: "Parent's credit code"), .creditCode),
      LedgerField("parent_name", Phrase(zh: "上级机构名称", en: "Parent's name"), .text(limit: 120)),
      LedgerField("website", Phrase(zh: "网站", en: "Web site"), .text(limit: 200)),
      LedgerField("phone", Phrase(zh: "服务电话", en: "Telephone"), .text(limit: 40)),
      LedgerField("services_offered", Phrase(zh: "服务项目", en: "Services offered"), .lines(limit: 2_000)),
    ])

  /// R-LIC: licences and filings with their validity.
  public static let licences = Ledger(
    "licences", path: "/institutions/licences", mark: "R-LIC", name: Phrase(zh: "许可与备案", en: "Licences and filings"),
    one: Phrase(zh: "许可或备案", en: "licence or filing"),
    purpose: Phrase(
      zh: "机构的执业许可、商标代理备案等，到期即失效。", en: "Licences and filings of institutions; each holds until it expires."),
    identity: ["institution", "kind", "number"], title: "number", readers: .readInstitutions,
    keepers: .keepInstitutions, filers: .fileForInstitution, owner: "institution", day: "valid_from",
    rules: [.inOrder("valid_from", "valid_to")],
    fields: [
      LedgerField("number", Phrase(zh: "证号", en: "Number"), .text(limit: 80)).required.listed,
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required.listed
        .also("机构名称", "统一社会信用代码"),
      LedgerField("kind", Phrase(zh: "种类", en: "Kind"), .choice(licenceKinds)).required.listed.filter,
      LedgerField("valid_from", Phrase(zh: "有效期自", en: "Valid from"), .day).required.listed,
      LedgerField("valid_to", Phrase(zh: "有效期至", en: "Valid until"), .day).listed,
    ])

  /// R-BRD: recognised brands; a brand counts once, however many branches it has.
  public static let brands = Ledger(
    "brands", path: "/institutions/brands", mark: "R-BRD", name: Phrase(zh: "品牌机构", en: "Brand institutions"),
    one: Phrase(zh: "品牌认定", en: "brand recognition"),
    purpose: Phrase(
      zh: "列入国家、省或区品牌名单的机构及其分支；同一品牌只计一家，未入名单的留在招引线索。",
      en:
        "Institutions and branches on a national, provincial or district list. A brand counts once; without a list it stays a lead."
    ),
    identity: ["institution", "list", "recognised_on"], title: "brand", readers: .readInstitutions,
    keepers: .keepInstitutions, owner: "institution", day: "recognised_on",
    rules: [.inOrder("recognised_on", "ended_on")],
    fields: [
      LedgerField("brand", Phrase(zh: "品牌", en: "Brand"), .text(limit: 120)).required.listed.help(
        Phrase(zh: "总部与分支填同一品牌名", en: "The same for a head office and its branches")),
      LedgerField("institution", Phrase(zh: "机构", en: "Institution"), .organisation(of: "institutions")).required
        .listed,
      LedgerField("list", Phrase(zh: "名单级别", en: "List"), .choice(brandLists)).required.listed.filter,
      LedgerField("list_name", Phrase(zh: "名单名称", en: "Name of the list"), .text(limit: 200)).required,
      LedgerField("recognised_on", Phrase(zh: "认定日期", en: "Recognised on"), .day).required.listed,
      LedgerField("ended_on", Phrase(zh: "终止日期", en: "Ended on"), .day),
    ])

  /// R-REP: permanent representative offices of foreign bodies.
  public static let foreignOffices = Ledger(
    "foreign_offices", path: "/institutions/foreign-offices", mark: "R-REP",
    name: Phrase(zh: "外国代表机构", en: "Foreign representative offices"),
    one: Phrase(zh: "外国代表机构", en: "foreign representative office"),
    purpose: Phrase(
      zh: "经批准的常驻代表机构；批准到期即不再计入。", en: "Approved permanent offices; an expired approval no longer counts."),
    identity: ["approval"], title: "name", readers: .readInstitutions, keepers: .keepInstitutions, day: "approved_on",
    rules: [.inOrder("approved_on", "valid_to")],
    fields: [
      LedgerField("name", Phrase(zh: "代表机构名称", en: "Name"), .text(limit: 200)).required.listed,
      LedgerField("approval", Phrase(zh: "批准文号", en: "Approval number"), .text(limit: 80)).required.listed,
      LedgerField("country", Phrase(zh: "国家或地区", en: "Country or region"), .text(limit: 60)).required.listed,
      LedgerField("home", Phrase(zh: "外国机构名称", en: "Foreign body"), .text(limit: 200)),
      LedgerField("kind", Phrase(zh: "类型", en: "Kind"), .choice(foreignKinds)).required.filter,
      LedgerField("in_district", Phrase(zh: "登记地址在区内", en: "Registered in the district"), .flag).required,
      LedgerField("scope", Phrase(zh: "业务范围", en: "Scope"), .text(limit: 300)),
      LedgerField("approved_on", Phrase(zh: "批准日期", en: "Approved on"), .day).required.listed,
      LedgerField("valid_to", Phrase(zh: "有效期至", en: "Valid until"), .day).listed,
    ])
}

public let institutionKinds = [
  LedgerChoice("company", Phrase(zh: "企业法人", en: "Company"), aliases: ["法人", "公司"]),
  LedgerChoice("branch", Phrase(zh: "分支机构", en: "Branch"), aliases: ["分公司", "分所"]),
  LedgerChoice("law-firm", Phrase(zh: "律师事务所", en: "Law firm"), aliases: ["律所"]),
  LedgerChoice("partnership", Phrase(zh: "合伙企业", en: "Partnership"), aliases: ["普通合伙", "特殊普通合伙"]),
  LedgerChoice("public-body", Phrase(zh: "事业单位", en: "Public body")),
  LedgerChoice("sole-trader", Phrase(zh: "个体工商户", en: "Sole trader"), aliases: ["个体户"]),
  LedgerChoice("university-office", Phrase(zh: "高校内设机构", en: "University office")),
]
public let licenceKinds = [
  LedgerChoice("patent-agency", Phrase(zh: "专利代理机构执业许可", en: "Patent agency licence")),
  LedgerChoice("mark-agency", Phrase(zh: "商标代理机构备案", en: "Trade mark agency filing")),
  LedgerChoice("law-firm", Phrase(zh: "律师事务所执业许可", en: "Law firm licence")),
  LedgerChoice("appraisal", Phrase(zh: "资产评估备案", en: "Appraisal filing")),
  LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
]
let brandLists = [
  LedgerChoice("nation", Phrase(zh: "国家级名单", en: "National list"), aliases: ["国家级"]),
  LedgerChoice("province", Phrase(zh: "省级名单", en: "Provincial list"), aliases: ["省级"]),
  LedgerChoice("district", Phrase(zh: "区级名单", en: "District list"), aliases: ["区级"]),
]
let foreignKinds = [
  LedgerChoice("patent-agency", Phrase(zh: "外国专利代理机构", en: "Foreign patent agency")),
  LedgerChoice("other", Phrase(zh: "其他知识产权机构", en: "Other IP body")),
]
