public import Institutions
public import Kernel
public import Ledgers
public import Matters

/// The questions of the application.
extension Admission {
  public static let name = Question.line("name", Phrase(zh: "机构名称", en: "Name"), limit: 120).required
    .help(Phrase(zh: "与营业执照一致", en: "As on the business licence"))
  public static let kind = Question.choice("kind", Phrase(zh: "机构类型", en: "Kind"), institutionKinds).required
  public static let registered = Question.day("registered_on", Phrase(zh: "成立日期", en: "Registered on")).required
  public static let mainCategory = Question.choice(
    "main_category", Phrase(zh: "主要服务类别", en: "Main kind of service"), ServiceCategory.choices
  ).required
  public static let categories = Question.choices(
    "categories", Phrase(zh: "服务类别", en: "Kinds of service"), ServiceCategory.choices
  ).required
  public static let phone = Question.line("phone", Phrase(zh: "服务电话", en: "Telephone"), limit: 40).required
  public static let services = Question.lines(
    "services_offered", Phrase(zh: "机构简介和服务项目", en: "Profile and services offered"), limit: 2_000
  ).required
  public static let parentName = Question.line("parent_name", Phrase(zh: "总部名称", en: "Head office"), limit: 120)
    .required
  public static let parentCode = Question.creditCode(
    "parent_code", Phrase(zh: "总部统一社会信用代码", en: "Head office’s credit code")
  ).required

  public static let licence = Question.choice(
    "licence", Phrase(zh: "从事的业务须经何种许可", en: "Licence that the work needs"),
    [LedgerChoice("none", Phrase(zh: "不从事须经许可或备案的业务", en: "None: no licensed work"))] + licenceKinds
  ).required
  /// The kinds of licence whose paper has to be shown.
  public static let licensed = Set(licenceKinds.map(\.code))
  public static let licenceNumber = Question.line(
    "licence_number", Phrase(zh: "许可证号或备案号", en: "Number of the licence or filing"), limit: 80
  ).required
  public static let licenceFrom = Question.day("licence_from", Phrase(zh: "有效期自", en: "Valid from")).required
  public static let licenceTo = Question.day("licence_to", Phrase(zh: "有效期至", en: "Valid until"))
    .help(Phrase(zh: "长期有效的不填", en: "Empty if it holds for good"))

  public static let staff = Question.whole("staff", Phrase(zh: "从业人员（人）", en: "Staff"), 1...100_000).required
  public static let revenue = Question.money(
    "total_revenue", Phrase(zh: "上年营业收入", en: "Last year’s revenue"), in: .tenThousand
  ).required
  public static let ipRevenue = Question.money(
    "ip_revenue", Phrase(zh: "其中知识产权服务收入", en: "Of it from IP services"), in: .tenThousand
  ).required

  public static let stage = Question.choice("stage", Phrase(zh: "发展阶段", en: "Stage"), TenantStage.choices).required
    .help(
      Phrase(
        zh: "按公布的分期标准；已在名录中的机构由系统预填", en: "By the published criteria; filled in for who is in the register already"))
  public static let site = Question.choice("site", Phrase(zh: "申请入驻", en: "Site asked for"), SiteCode.choices).required
    .help(
      Phrase(
        zh: "成熟期在一中心，成长期、初创期在两个基地，以各片区现行功能为准",
        en: "Mature institutions go to the centre, growing and starting ones to a base, as the sites’ functions stand"))
  public static let stageBasis = Question.choice(
    "stage_basis", Phrase(zh: "阶段和片区依据", en: "What stage and site rest on"),
    [
      LedgerChoice("criteria", Phrase(zh: "按公布的分期标准", en: "The published criteria")),
      LedgerChoice("other", Phrase(zh: "另有理由", en: "Other reasons")),
    ]
  ).required
  public static let stageReason = Question.lines("stage_reason", Phrase(zh: "理由", en: "Reasons"), limit: 1_000).required
  public static let area = Question.hundredths(
    "wanted_area", Phrase(zh: "需要面积（平方米）", en: "Area wanted (m²)"), 100...1_000_000
  ).required
  public static let wantedFrom = Question.day("wanted_from", Phrase(zh: "希望入驻日期", en: "Wanted from")).required

  public static let commitments = Question.choices(
    "commitments", Phrase(zh: "本机构承诺", en: "We undertake"),
    [
      LedgerChoice("lawful", Phrase(zh: "依法执业，不代理非正常专利申请", en: "to work lawfully and file no abnormal applications")),
      LedgerChoice("local", Phrase(zh: "入驻后在江宁区实际经营", en: "to work in Jiangning once admitted")),
      LedgerChoice("returns", Phrase(zh: "按期如实报送统计报表", en: "to file true returns in time")),
      LedgerChoice("true", Phrase(zh: "所填内容和材料真实", en: "that all we say and hand in is true")),
    ]
  ).required.help(Phrase(zh: "须全部勾选", en: "All of them have to be ticked"))
  public static let plannedRevenue = Question.money(
    "planned_revenue", Phrase(zh: "入驻首年预计收入", en: "Revenue expected in the first year"), in: .tenThousand
  ).required
  public static let plannedStaff = Question.whole(
    "planned_staff", Phrase(zh: "入驻首年预计人员（人）", en: "Staff expected in the first year"), 1...100_000
  ).required

  public static let suggestedStage = Question.choice(
    "suggested_stage", Phrase(zh: "测算阶段", en: "Stage by the criteria"), TenantStage.choices)
  public static let suggestedSite = Question.choice(
    "suggested_site", Phrase(zh: "对应片区", en: "Site for that stage"), SiteCode.choices)
}

extension TenantStage {
  /// As answers of a field, the highest first.
  public static let choices = allCases.reversed().map { LedgerChoice($0.rawValue, $0.phrase) }
}

extension TenantStage {
  /// Whether an institution that was at `other` has moved up; not where that is unknown.
  public func isAbove(_ other: TenantStage?) -> Bool {
    guard let other, let old = Self.allCases.firstIndex(of: other), let new = Self.allCases.firstIndex(of: self) else {
      return false
    }
    return new > old
  }
}

extension SiteCode {
  /// As answers of a field.
  public static let choices = allCases.map { LedgerChoice($0.rawValue, $0.name) }
}
