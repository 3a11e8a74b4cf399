public import Access
public import Kernel
public import Ledgers
public import Matters
import Rules

/// Leaving the centre or a base, or moving to another one when the stage changes (迁出与晋级换址).
///
/// Whoever is told to leave is heard first. What was counted stays counted: the stay ends on a day that is not over, and
/// the register keeps the record with that day.
///
/// Source: 宁政办发〔2024〕11号，四、六（三）：入驻和迁出载体的动态管理机制.
public enum Leaving: ProcedureDeclaration {
  public static let ground = Question.choice(
    "ground", Phrase(zh: "事由", en: "Why"),
    [
      LedgerChoice("own", Phrase(zh: "自愿迁出", en: "At its own wish")),
      LedgerChoice("stage", Phrase(zh: "发展阶段变化，换到对应片区", en: "Its stage changed: move to the site for it")),
      LedgerChoice("expired", Phrase(zh: "合同到期（运营中心提出）", en: "The contract ended (raised by the centre)")),
      LedgerChoice("appraisal", Phrase(zh: "两次考核不合格（运营中心提出）", en: "Failed two appraisals (raised by the centre)")),
      LedgerChoice("closed", Phrase(zh: "注销或停业", en: "Dissolved or out of business")),
    ]
  ).required
  /// The centre alone raises these, and the institution is heard.
  public static let raisedByCentre: Set<String> = ["expired", "appraisal"]

  public static let wish = Question.lines("wish", Phrase(zh: "说明", en: "Explanation"), limit: 1_000).required
  public static let wantedLast = Question.day("wanted_last", Phrase(zh: "希望迁出日期", en: "Wants to leave on")).required
  public static let wantedStage = Question.choice(
    "wanted_stage", Phrase(zh: "变化后的阶段", en: "The stage now"), TenantStage.choices
  ).required.help(Phrase(zh: "须与按公布标准测算的阶段一致", en: "It must be the one that the published criteria give"))
  public static let contractEnd = Question.day("contract_end", Phrase(zh: "合同到期日", en: "The contract ended on"))
    .required
  public static let firstAppraisal = Question.line(
    "first_appraisal", Phrase(zh: "第一次不合格的考核文号", en: "First appraisal failed"), limit: 80
  ).required
  public static let secondAppraisal = Question.line(
    "second_appraisal", Phrase(zh: "第二次不合格的考核文号", en: "Second appraisal failed"), limit: 80
  ).required
  public static let rooms = Question.line("rooms", Phrase(zh: "现用房间", en: "Rooms held"), limit: 400)
  public static let currentStage = Question.choice(
    "current_stage", Phrase(zh: "入驻时阶段", en: "Stage at admission"), TenantStage.choices)
  public static let foundStage = Question.choice(
    "found_stage", Phrase(zh: "现按标准测算", en: "Stage by the criteria now"), TenantStage.choices)

  public static let head = ProcedureHead(
    code: "move-out", letters: "QC", name: Phrase(zh: "迁出与晋级换址", en: "Moving out or up"),
    purpose: Phrase(
      zh: "入驻机构迁出，或发展阶段变化后换到对应片区；由运营中心提出的，先告知、听取陈述再决定。历史记录和历史统计保留不变。",
      en:
        "For tenants that leave, or move to another site when their stage changes. Where the centre raises it the tenant is heard first. Past records and figures stay."
    ),
    audience: Phrase(zh: "已入驻的服务机构", en: "Institutions that have a room"),
    basis: Phrase(zh: "宁政办发〔2024〕11号，四、六（三）", en: "The plan (宁政办发〔2024〕11号), 4 and 6(3)"),
    filers: .fileMoveOut, handlers: .handleMoveOuts, isForOrganisations: true, title: "rooms",
    against: FormCondition(ground, isOneOf: raisedByCentre))

  public static let form = [
    FormPart(Phrase(zh: "事由", en: "Why"), [ground.field]),
    FormPart(
      Phrase(zh: "迁出", en: "Leaving"), when: FormCondition(ground, isOneOf: ["own", "closed"]),
      [wantedLast.field]),
    FormPart(
      Phrase(zh: "换址", en: "Moving up"), when: FormCondition(ground, isOneOf: ["stage"]), [wantedStage.field]),
    FormPart(
      Phrase(zh: "合同到期", en: "End of the contract"), when: FormCondition(ground, isOneOf: ["expired"]),
      [contractEnd.field]),
    FormPart(
      Phrase(zh: "考核不合格", en: "Appraisals"), when: FormCondition(ground, isOneOf: ["appraisal"]),
      [firstAppraisal.field, secondAppraisal.field]),
    FormPart(Phrase(zh: "说明", en: "Explanation"), [wish.field]),
    .kept(Phrase(zh: "入驻登记", en: "On record"), [rooms.field, currentStage.field, foundStage.field]),
  ]

  public static let materials = [
    Material(
      papersMaterial,
      Phrase(zh: "相关材料（如申请书、考核文书、合同）", en: "Papers, such as the application, appraisals or the contract"),
      isRequired: false,
      help: Phrase(
        zh: "窗口代机构登记自愿迁出、换址、注销停业的，须附机构签章的申请",
        en: "Where the counter files it at the tenant’s own wish, the application that the tenant has signed is needed")
    )
  ]
  public static let papersMaterial = "papers"

  public static let start = Stage.filed

  /// Nobody is heard, and nobody has to leave, within a time that nobody has set.
  public static let clocks: [Clock<Stage>] = [
    Clock(
      "statement", Phrase(zh: "陈述申辩", en: "Statement"), rule: "service.moveOut.statementDays", while: [.notified],
      isLegal: true, isWait: true),
    Clock(
      "leave", Phrase(zh: "搬离", en: "Leaving"), rule: "service.moveOut.leaveDays", while: [.leaving], isLegal: true,
      tells: .handleMoveOuts),
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .notify: stage == .filed ? .notified : nil
    case .state: stage == .notified ? .stated : nil
    case .lapseStatement: stage == .notified ? .stated : nil
    case .hear: stage == .stated ? .heard : nil
    case .decideLeave: [.filed, .heard].contains(stage) ? .leaving : nil
    case .decideMove: [.filed, .heard].contains(stage) ? .moving : nil
    case .decideStay: [.filed, .heard].contains(stage) ? .stays : nil
    case .contest: stage == .leaving ? .leaving : nil
    case .handOver: stage == .leaving ? .leaving : nil
    case .complete: stage == .leaving ? .left : nil
    case .move: stage == .moving ? .moved : nil
    case .drop: undecided.contains(stage) || [.moving, .leaving].contains(stage) ? .dropped : nil
    case .withdraw: undecided.contains(stage) ? .withdrawn : nil
    }
  }

  /// What the record of the room says of a departure on `ground`.
  public static func departure(for ground: String?) -> DepartureReason {
    switch ground {
    case "expired": .expired
    case "appraisal": .appraisal
    case "closed": .closed
    default: .own
    }
  }

  private static let undecided: Set<Stage> = [.filed, .notified, .stated, .heard]
}
