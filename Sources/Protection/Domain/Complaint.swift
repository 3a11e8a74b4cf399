public import Kernel
public import Ledgers
public import Matters
import Rules

/// A report, a consumer's complaint or a dispute over a service (举报、消费投诉、服务纠纷).
///
/// A report may be made without a name. Who complains or reports is known to the staff alone; the other side of a
/// complaint takes part from its acceptance on, and of a report there is no other side at all.
///
/// Source: 市场监督管理投诉举报处理暂行办法（2022年文本），第三十三条保密.
public enum Complaint: ProcedureDeclaration {
  public static let respondent = "respondent"

  public static let kind = Question.choice(
    "complaint_kind", Phrase(zh: "类别", en: "Kind"),
    [
      LedgerChoice("report", Phrase(zh: "举报（违法线索）", en: "Report of an offence")),
      LedgerChoice("consumer", Phrase(zh: "消费投诉", en: "Consumer’s complaint")),
      LedgerChoice("service", Phrase(zh: "服务纠纷", en: "Dispute over a service")),
    ]
  ).required
  public static let reports: Set<String> = ["report"]
  public static let complaints: Set<String> = ["consumer", "service"]

  static let subject = Question.line("complaint_subject", Phrase(zh: "事由", en: "Subject")).required
  static let target = Question.line("target", Phrase(zh: "被投诉（举报）的单位或个人", en: "Against whom"), limit: 120)
    .required
  static let targetCode = Question.creditCode(
    "target_code", Phrase(zh: "其统一社会信用代码（如知道）", en: "Their credit code, if you know it"))
  static let facts = Question.lines("facts", Phrase(zh: "事实", en: "What happened")).required
  static let happenedOn = Question.day("happened_on", Phrase(zh: "发生日期", en: "Happened on"))
  static let demand = Question.lines("demand", Phrase(zh: "投诉请求", en: "What you ask for")).required
  public static let complainant = Question.line(
    "complainant", Phrase(zh: "投诉人姓名", en: "Your name"), limit: 60
  ).required.personal.internalOnly.help(kept)
  public static let complainantPhone = Question.line(
    "complainant_phone", Phrase(zh: "联系电话", en: "Telephone"), limit: 40
  ).required.personal.internalOnly.help(kept)
  public static let reporter = Question.line("reporter", Phrase(zh: "举报人姓名", en: "Your name"), limit: 60)
    .personal.internalOnly.help(free)
  public static let reporterContact = Question.line(
    "reporter_contact", Phrase(zh: "联系方式", en: "How to reach you"), limit: 80
  ).personal.internalOnly.help(free)

  private static let kept = Phrase(zh: "仅工作人员可见，不会告知对方。", en: "For the staff alone; the other side is never told.")
  private static let free = Phrase(
    zh: "匿名举报请留空，凭查询码查询结果。", en: "Leave it empty to stay anonymous; the code shows you the outcome.")

  public static let head = ProcedureHead(
    code: "complaint", letters: "TS", name: Phrase(zh: "投诉举报", en: "Complaints and reports"),
    purpose: Phrase(
      zh: "对知识产权服务中的违法行为举报，对消费和服务纠纷投诉；举报可以匿名。",
      en: "Report offences in intellectual-property services, or complain of a purchase or a service; reports may be "
        + "anonymous."),
    audience: Phrase(zh: "任何单位和个人", en: "Anybody"),
    basis: Phrase(
      zh: "市场监督管理投诉举报处理暂行办法；三年行动计划五（五）1",
      en: "Interim Measures for Handling Complaints and Reports in Market Regulation; plan 5(5)1"),
    filers: .fileComplaints, handlers: .handleComplaints, allowsAnonymity: true,
    anonymity: FormCondition(kind, isOneOf: reports), title: "complaint_subject")

  public static let form = [
    FormPart(
      Phrase(zh: "投诉或举报", en: "Complaint or report"),
      [kind.field, subject.field, target.field, targetCode.field, facts.field, happenedOn.field]),
    FormPart(
      Phrase(zh: "请求", en: "Request"), when: FormCondition(kind, isOneOf: complaints), [demand.field]),
    FormPart(
      Phrase(zh: "投诉人", en: "About you"), when: FormCondition(kind, isOneOf: complaints),
      [complainant.field, complainantPhone.field]),
    FormPart(
      Phrase(zh: "举报人（可不填）", en: "About you (may be left out)"), when: FormCondition(kind, isOneOf: reports),
      [reporter.field, reporterContact.field]),
  ]

  public static let materials = [
    Material("evidence", Phrase(zh: "证据材料", en: "Evidence"), isRequired: false)
  ]

  public static let parties = [
    PartyDeclaration(
      respondent, Phrase(zh: "被投诉人", en: "The other side"), namedBy: respondentCode, called: target,
      reads: [
        kind.field.name, subject.field.name, target.field.name, facts.field.name, happenedOn.field.name,
        demand.field.name,
      ])
  ]

  public static let start = Stage.filed

  private static let ofReports = FormCondition(kind, isOneOf: reports)
  /// The Measures are about what consumers buy; a dispute over a service goes by the zone's own charter (AMB-28).
  private static let ofConsumers = FormCondition(kind, isOneOf: ["consumer"])
  private static let ofServices = FormCondition(kind, isOneOf: ["service"])

  public static let clocks: [Clock<Stage>] = [
    Clock(
      "accept", Phrase(zh: "决定是否受理", en: "Accept or refuse"), rule: "complaint.acceptDays", while: [.filed],
      pausedIn: [.correction], isLegal: true, tells: .superviseComplaints, when: ofConsumers),
    Clock(
      "charter", Phrase(zh: "决定是否受理（服务公约）", en: "Accept or refuse, by the charter"),
      rule: "service.complaint.charterDays", while: [.filed], pausedIn: [.correction], tells: .superviseComplaints,
      when: ofServices),
    Clock(
      "mediation", Phrase(zh: "调解", en: "Mediation"), rule: "complaint.mediationDays", while: [.mediating],
      isLegal: true, tells: .superviseComplaints, when: ofConsumers),
    Clock(
      "notice", Phrase(zh: "告知双方终止调解", en: "Telling both sides of the end"),
      rule: "complaint.terminationNoticeDays", while: [.unsettled], isLegal: true, tells: .superviseComplaints,
      when: ofConsumers),
    Clock(
      "verify", Phrase(zh: "核查并决定是否立案", en: "Verify and decide on opening"), rule: "report.verifyDays",
      while: [.filed, .verifying], pausedIn: [.correction, .supplementing], isLegal: true,
      extendedBy: ClockExtension(rule: "report.verifyExtensionDays", approver: .superviseComplaints),
      tells: .superviseComplaints, when: ofReports),
    Clock(
      "inform", Phrase(zh: "告知举报人", en: "Telling the reporter"), rule: "report.informDays", while: [.decided],
      isLegal: true, tells: .superviseComplaints),
    Clock(
      "objection", Phrase(zh: "提出异议", en: "Objection"), rule: "service.complaint.objectionDays",
      while: [.answered], isWait: true),
    Clock(
      "review", Phrase(zh: "异议复核", en: "Review of the objection"), rule: "service.complaint.reviewDays",
      while: [.reviewing], tells: .superviseComplaints),
  ]
}
