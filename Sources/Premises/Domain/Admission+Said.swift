public import Kernel
public import Ledgers
public import Matters

/// What is said with the steps of an admission.
extension Admission {
  public static let missing = Question.choices(
    "missing", Phrase(zh: "需补正的材料", en: "What is missing"),
    [
      LedgerChoice(licenceMaterial, Phrase(zh: "执业许可证件", en: "The licence")),
      LedgerChoice("business", Phrase(zh: "营业执照或登记证书", en: "Business licence")),
      LedgerChoice("revenue", Phrase(zh: "上年度财务报表", en: "Last year’s accounts")),
      LedgerChoice("staff", Phrase(zh: "人员名单及参保证明", en: "Staff list")),
      LedgerChoice("form", Phrase(zh: "申请表内容", en: "Answers of the form")),
    ]
  ).required
  public static let supplied = Question.lines("supplied", Phrase(zh: "补正说明", en: "What is supplied")).required
    .help(Phrase(zh: "证件请作为附件上传", en: "Please attach the papers below"))
  public static let supplies = Question.choices(
    "supplies", Phrase(zh: "附件包含", en: "The attachment holds"),
    [
      LedgerChoice(licenceMaterial, Phrase(zh: "执业许可证件", en: "The licence")),
      LedgerChoice("other", Phrase(zh: "其他材料", en: "Other papers")),
    ])
  public static let ground = Question.choice(
    "ground", Phrase(zh: "不予受理的原因", en: "Ground"),
    [
      LedgerChoice("licence", Phrase(zh: "缺少执业许可", en: "No licence")),
      LedgerChoice("papers", Phrase(zh: "补正后材料仍不齐全", en: "Papers still incomplete")),
      LedgerChoice("scope", Phrase(zh: "不属于入驻对象", en: "Not among those who can be admitted")),
    ]
  ).required

  public static let visitedOn = Question.day("visited_on", Phrase(zh: "走访日期", en: "Visited on")).required
  public static let visitNote = Question.lines("visit_note", Phrase(zh: "走访记录", en: "Note of the visit")).required
  public static let visitAdvice = Question.choice(
    "visit_advice", Phrase(zh: "基地意见", en: "The base’s advice"),
    [
      LedgerChoice("for", Phrase(zh: "建议入驻", en: "Admit")),
      LedgerChoice("open", Phrase(zh: "由评审组判断", en: "Left to the panel")),
      LedgerChoice("against", Phrase(zh: "不建议入驻", en: "Do not admit")),
    ]
  ).required

  public static let isFree = Question.flag(
    "no_tie", Phrase(zh: "本人与申请机构及其负责人没有利害关系", en: "I have no tie to the applicant or to who leads it")
  ).required.help(Phrase(zh: "有利害关系的，请不要表决，改选“回避”", en: "If you have one do not vote: stand aside"))
  public static let vote = Question.choice(
    "vote", Phrase(zh: "表决", en: "Vote"),
    [
      LedgerChoice("for", Phrase(zh: "同意入驻", en: "Admit")),
      LedgerChoice("against", Phrase(zh: "不同意入驻", en: "Do not admit")),
    ]
  ).required
  public static let opinion = Question.lines("opinion", Phrase(zh: "评审意见", en: "Opinion"), limit: 1_000).required

  public static let decisionNumber = Question.line(
    "decision_number", Phrase(zh: "评审决定文号", en: "Number of the decision"), limit: 80
  ).required
  public static let panelNames = Question.line(
    "panel_names", Phrase(zh: "评审人", en: "The panel"), limit: 400
  ).required.help(Phrase(zh: "列明全体评审人；已按评审组填好", en: "Every member; filled in already"))
  public static let votesFor = Question.whole("votes_for", Phrase(zh: "同意票", en: "Votes for"), 0...99).required
  public static let votesAgainst = Question.whole("votes_against", Phrase(zh: "反对票", en: "Votes against"), 0...99)
    .required
  public static let decidedSite = Question.choice(
    "decided_site", Phrase(zh: "拟入驻片区", en: "Site decided on"), SiteCode.choices
  ).required
  public static let decidedStage = Question.choice(
    "decided_stage", Phrase(zh: "认定阶段", en: "Stage decided on"), TenantStage.choices
  ).required

  public static let objector = Question.line("objector", Phrase(zh: "异议人姓名或单位", en: "Who objects"), limit: 120)
    .required.personal.internalOnly
  public static let objectorContact = Question.line(
    "objector_contact", Phrase(zh: "联系方式", en: "How to reach you"), limit: 120
  ).required.personal.internalOnly
  public static let objection = Question.lines("objection", Phrase(zh: "异议内容", en: "The objection"), limit: 2_000)
    .required

  public static let room = Question.line("room", Phrase(zh: "房间", en: "Room"), limit: 20).required
    .help(Phrase(zh: "只列出该片区当日空置、可出租的房间", en: "Rooms of the site that are for letting and vacant today"))
  public static let firstDay = Question.day("first_day", Phrase(zh: "入驻日期", en: "In from")).required
  public static let leaseEnd = Question.day("lease_end", Phrase(zh: "合同到期日", en: "Contract until")).required
  public static let contract = Question.line("contract", Phrase(zh: "合同编号", en: "Number of the contract"), limit: 80)
    .required
}
