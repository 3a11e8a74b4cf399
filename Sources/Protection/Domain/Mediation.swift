public import Kernel
public import Ledgers
public import Matters
import Rules

/// Mediation of an intellectual-property dispute (纠纷调解), free of charge.
///
/// The other side reads what is claimed and asked for, never what the applicant keeps to itself; what each side tells
/// the mediator in confidence, the mediator and the staff alone read.
///
/// Source: 人民调解法；专利纠纷行政裁决和调解办法 第六十五条、第六十六条、第六十九条.
public enum Mediation: ProcedureDeclaration {
  public static let respondent = "respondent"
  public static let mediator = "mediator"

  public static let origin = Question.choice(
    "origin", Phrase(zh: "来源", en: "Origin"),
    [
      LedgerChoice("party", Phrase(zh: "当事人申请", en: "A party applies")),
      LedgerChoice("court", Phrase(zh: "法院委派", en: "Assigned by a court")),
    ]
  ).required
  static let court = Question.line("court", Phrase(zh: "委派法院", en: "Court"), limit: 100).required
  static let courtCase = Question.line("court_case", Phrase(zh: "法院案号", en: "Case number of the court"), limit: 60)
    .required
  public static let claimant = Question.line("claimant", Phrase(zh: "申请人名称", en: "Name of the applicant"), limit: 120)
    .required
  static let right = Question.choice(
    "right_kind", Phrase(zh: "权利类型", en: "Kind of right"),
    [
      LedgerChoice("patent", Phrase(zh: "专利", en: "Patent")),
      LedgerChoice("mark", Phrase(zh: "商标", en: "Trade mark")),
      LedgerChoice("copyright", Phrase(zh: "版权", en: "Copyright")),
      LedgerChoice("secret", Phrase(zh: "商业秘密", en: "Trade secret")),
      LedgerChoice("contract", Phrase(zh: "知识产权合同", en: "Intellectual-property contract")),
      LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
    ]
  ).required
  static let dispute = Question.choice(
    "dispute_kind", Phrase(zh: "纠纷类型", en: "Kind of dispute"),
    [
      LedgerChoice("ownership", Phrase(zh: "权属", en: "Ownership")),
      LedgerChoice("inventorship", Phrase(zh: "发明人、设计人资格", en: "Inventorship")),
      LedgerChoice("reward", Phrase(zh: "职务发明奖励、报酬", en: "Reward of a service invention")),
      LedgerChoice("provisional", Phrase(zh: "临时保护期使用费（授权后）", en: "Fee for provisional protection (after grant)")),
      LedgerChoice("damages", Phrase(zh: "侵权赔偿数额", en: "Damages for infringement")),
      LedgerChoice("other", Phrase(zh: "其他", en: "Other")),
    ]
  ).required
  public static let subject = Question.line("subject", Phrase(zh: "争议事项", en: "Subject of the dispute")).required
  static let claims = Question.lines("claims", Phrase(zh: "事实和理由", en: "Facts and claims")).required
  static let requests = Question.lines("requests", Phrase(zh: "调解请求", en: "What is asked for")).required
  public static let respondentCode = Question.creditCode(
    "respondent_code", Phrase(zh: "被申请人统一社会信用代码", en: "Credit code of the other side")
  ).required
  static let respondentName = Question.line("respondent_name", Phrase(zh: "被申请人名称", en: "Name of the other side"))
    .required
  static let respondentContact = Question.line(
    "respondent_contact", Phrase(zh: "被申请人联系方式", en: "How to reach the other side")
  ).personal
  static let confidential = Question.lines("confidential_note", Phrase(zh: "保密说明", en: "Confidential note"))
    .personal.help(
      Phrase(
        zh: "如底线、商业秘密。只有调解员和工作人员能看到，对方不会看到。",
        en: "Such as a bottom line or a trade secret. Only the mediator and the staff read it, never the other side."))

  public static let head = ProcedureHead(
    code: "mediation", letters: "TJ", name: Phrase(zh: "知识产权纠纷调解", en: "Mediation of disputes"),
    purpose: Phrase(
      zh: "双方自愿，由无利害关系的调解员主持，达成的协议可共同申请司法确认。",
      en:
        "Voluntary for both sides and led by a mediator without ties to either; an agreement can be confirmed in court."
    ),
    audience: Phrase(zh: "纠纷任何一方，或委派案件的法院", en: "Either side of a dispute, or a court that assigns a case"),
    basis: Phrase(
      zh: "人民调解法；专利纠纷行政裁决和调解办法；三年行动计划五（一）3",
      en: "People’s Mediation Law; Measures for Adjudication and Mediation of Patent Disputes; plan 5(1)3"),
    filers: .fileMediation, handlers: .handleMediation, title: "subject")

  public static let form = [
    FormPart(Phrase(zh: "申请", en: "Application"), [origin.field, claimant.field]),
    FormPart(
      Phrase(zh: "委派案件", en: "Case assigned"), when: FormCondition(origin, isOneOf: ["court"]),
      [court.field, courtCase.field]),
    FormPart(
      Phrase(zh: "争议", en: "Dispute"),
      [right.field, dispute.field, subject.field, claims.field, requests.field]),
    FormPart(
      Phrase(zh: "被申请人", en: "The other side"),
      [respondentCode.field, respondentName.field, respondentContact.field]),
    FormPart(Phrase(zh: "对方看不到的内容", en: "What the other side does not read"), [confidential.field]),
  ]

  public static let materials = [
    Material("proof", Phrase(zh: "权利证明", en: "Proof of the right"), isRequired: false),
    Material("evidence", Phrase(zh: "争议事实的证据", en: "Evidence of the facts"), isRequired: false),
  ]

  private static let shared: Set<String> = [
    claimant.field.name, right.field.name, dispute.field.name, subject.field.name, claims.field.name,
    requests.field.name, respondentName.field.name,
  ]

  public static let parties = [
    PartyDeclaration(
      respondent, Phrase(zh: "被申请人", en: "The other side"), namedBy: respondentCode, called: respondentName,
      joinsAt: Step.ask.rawValue,
      reads: shared),
    PartyDeclaration(
      mediator, Phrase(zh: "调解员", en: "Mediator"),
      reads: shared.union([
        origin.field.name, court.field.name, courtCase.field.name, respondentCode.field.name, confidential.field.name,
      ])),
  ]

  public static let start = Stage.filed

  public static let clocks: [Clock<Stage>] = [
    Clock(
      "notice", Phrase(zh: "征询对方意见", en: "Asking the other side"), rule: "mediate.noticeDays", while: [.filed],
      pausedIn: [.correction], isLegal: true, tells: .superviseMediation),
    Clock(
      "answer", Phrase(zh: "对方答复", en: "Answer of the other side"), rule: "mediate.answerDays", while: [.asked],
      isLegal: true, isWait: true),
    Clock(
      "filing", Phrase(zh: "立案并选定调解员", en: "Opening, with a mediator"), rule: "mediate.filingDays",
      while: [.consented], isLegal: true, tells: .superviseMediation),
    Clock(
      "term", Phrase(zh: "调解期限", en: "Term of mediation"), rule: "mediate.usualMonths", while: inMediation,
      tells: .superviseMediation, when: FormCondition(origin, isOneOf: ["party"])),
    Clock(
      "courtTerm", Phrase(zh: "委派调解期限", en: "Term set by the court"), rule: "mediate.courtAssignedDays",
      while: inMediation, isLegal: true,
      extendedBy: ClockExtension(rule: "mediate.courtAssignedDays", approver: .superviseMediation),
      tells: .superviseMediation, when: FormCondition(origin, isOneOf: ["court"])),
    Clock(
      "confirmation", Phrase(zh: "共同申请司法确认", en: "Joint application for judicial confirmation"),
      rule: "mediate.confirmationDays", while: [.effective], isLegal: true, isWait: true),
  ]
  private static let inMediation: Set<Stage> = [
    .mediating, .signing, .signedByFiler, .signedByRespondent, .signed, .replacing,
  ]
}
