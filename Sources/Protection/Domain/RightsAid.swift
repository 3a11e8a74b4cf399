public import Access
public import Enterprises
public import Kernel
public import Ledgers
public import Matters
import Rules

/// Aid to those whose rights are infringed (维权援助): eligibility, evidence, acceptance, help by partners, experts and
/// volunteers, outcome and a call afterwards.
///
/// Its limits of time are legal values that nobody has supplied yet: as long as they are unknown nothing is accepted.
public enum RightsAid: ProcedureDeclaration {
  public static let applicant = Question.choice(
    "applicant", Phrase(zh: "申请人类型", en: "Kind of applicant"),
    [
      LedgerChoice("small", Phrase(zh: "小微企业", en: "Small or micro enterprise")),
      LedgerChoice("medium", Phrase(zh: "中型企业", en: "Medium-sized enterprise")),
      LedgerChoice("research", Phrase(zh: "高校、科研机构", en: "University or research institute")),
      LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
    ]
  ).required
  static let difficulty = Question.lines("difficulty", Phrase(zh: "需要援助的理由", en: "Why aid is needed"), limit: 1_000)
    .required
  public static let object = Question.choice(
    "object", Phrase(zh: "被侵害的权利", en: "Right infringed"), serviceObjectChoices
  )
  .required
  static let number = Question.line("right_number", Phrase(zh: "权利证书号", en: "Number of the right"), limit: 80).required
  static let title = Question.line("subject", Phrase(zh: "事由", en: "Subject"), limit: 120).required
  static let opponent = Question.line("opponent", Phrase(zh: "涉嫌侵权人", en: "Who is said to infringe"), limit: 200)
  static let facts = Question.lines("facts", Phrase(zh: "侵权事实", en: "Facts")).required
  static let evidence = Question.lines("evidence_list", Phrase(zh: "证据目录", en: "List of evidence"), limit: 2_000)
    .required
    .help(Phrase(zh: "逐项列明名称、来源和证明内容", en: "Each piece with its name, its source and what it shows"))
  static let wish = Question.choices(
    "wish", Phrase(zh: "希望得到的援助", en: "Aid asked for"), helpChoices)
  static let whereTo = Question.line("where_to", Phrase(zh: "可向何处提出", en: "Where to turn instead")).required
  static let kind = Question.choice("help_kind", Phrase(zh: "援助方式", en: "Kind of help"), helpChoices).required
  static let content = Question.lines("content", Phrase(zh: "援助内容", en: "What was given")).required
  public static let outcome = Question.lines("outcome", Phrase(zh: "援助结果", en: "Outcome")).required
  public static let wasReferred = Question.line(
    "passed_on", Phrase(zh: "后续转送部门", en: "Passed on to, for what follows"), limit: 200)

  static let helpChoices = [
    LedgerChoice("advice", Phrase(zh: "咨询指导", en: "Advice")),
    LedgerChoice("opinion", Phrase(zh: "出具意见书", en: "Opinion letter")),
    LedgerChoice("accompany", Phrase(zh: "陪同维权", en: "Going along")),
  ]

  public static let head = ProcedureHead(
    code: "rights-aid", letters: "WQ", name: Phrase(zh: "知识产权维权援助", en: "Rights-protection aid"),
    purpose: Phrase(
      zh: "为知识产权受到侵害、维权有困难的单位提供咨询指导、意见书和陪同维权；不符合条件的，书面说明理由和可求助的部门。",
      en:
        "Advice, opinion letters and company for those whose rights are infringed and who need help; whoever is not eligible is told why and where to turn."
    ),
    audience: Phrase(zh: "中小微企业、高校和科研机构", en: "Small and medium-sized firms, universities, research institutes"),
    basis: Phrase(zh: "《知识产权维权援助工作指引》（2023）；建设方案五（一）3", en: "Guide to rights-protection aid (2023); the plan, 5(1)3"),
    filers: .askForAid, handlers: .handleAid, isForOrganisations: true, title: "subject")
  public static let form = [
    FormPart(Phrase(zh: "申请人条件", en: "Eligibility"), [applicant.field, difficulty.field]),
    FormPart(Phrase(zh: "权利", en: "Right"), [object.field, number.field]),
    FormPart(
      Phrase(zh: "侵权情况", en: "Infringement"), [title.field, opponent.field, facts.field, evidence.field, wish.field]),
  ]
  public static let materials = [
    Material("right", Phrase(zh: "权利证明", en: "Proof of the right")),
    Material("evidence", Phrase(zh: "侵权初步证据", en: "First evidence of the infringement")),
    Material("mandate", Phrase(zh: "授权委托书", en: "Power of attorney"), isRequired: false),
  ]
  public static let parties = [
    PartyDeclaration(
      "helper", Phrase(zh: "援助人员", en: "Helper"),
      reads: [
        "applicant", "difficulty", "object", "right_number", "subject", "opponent", "facts", "evidence_list", "wish",
      ])
  ]

  public static let start = Stage.filed
  public static let clocks = [
    Clock<Stage>(
      "acceptance", Phrase(zh: "受理", en: "Acceptance"), rule: "service.aid.acceptDays", while: [.filed],
      pausedIn: [.correction], tells: .handleAid),
    Clock<Stage>(
      "handling", Phrase(zh: "办理", en: "Handling"), rule: "aid.handlingDays", while: [.accepted, .helping],
      isLegal: true, tells: .handleAid),
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .ask: stage == .filed ? .correction : nil
    case .supplement: stage == .correction ? .filed : nil
    case .accept: stage == .filed ? .accepted : nil
    case .refuse: [.filed, .correction].contains(stage) ? .refused : nil
    case .refer: [.filed, .correction, .accepted, .helping].contains(stage) ? .referred : nil
    case .assign: [.accepted, .helping].contains(stage) ? .helping : nil
    case .help: stage == .helping ? .helping : nil
    case .close: stage == .helping ? .closed : nil
    case .withdraw: stage.end == nil ? .withdrawn : nil
    case .followUp: stage == .closed ? .closed : nil
    }
  }
}
