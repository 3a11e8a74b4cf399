public import Access
public import Institutions
public import Kernel
public import Ledgers
public import Matters
import Rules

/// Admission of a service institution to the centre or a base (机构入驻): from the application to the key.
///
/// The panel's decision is made public before it takes effect; with the contract the institution is in its room and in
/// the public register on the same day.
///
/// Source: 宁政办发〔2024〕11号，四、六（三）：入驻和迁出载体的动态管理机制.
public enum Admission: ProcedureDeclaration {
  public static let panel = "panel"

  public static let head = ProcedureHead(
    code: "move-in", letters: "RZ", name: Phrase(zh: "机构入驻", en: "Moving in"),
    purpose: Phrase(
      zh: "知识产权服务机构申请入驻运营管理中心或两个基地：材料审查、基地走访、三人以上评审、公示、签约，当日登记房间并列入机构名录。",
      en:
        "For IP service institutions that want a room in the centre or a base: papers, a visit, a panel of three or more, publicity, contract; room and register follow the same day."
    ),
    audience: Phrase(
      zh: "从事知识产权代理、法律、信息、咨询、运营、培训等服务的机构", en: "Institutions offering intellectual-property services"),
    basis: Phrase(zh: "宁政办发〔2024〕11号，四（空间布局）、六（三）", en: "The plan (宁政办发〔2024〕11号), 4 and 6(3)"),
    filers: .applyForRooms, handlers: .handleMoveIns, isForOrganisations: true, title: "name")

  public static let form = [
    FormPart(
      Phrase(zh: "申请机构", en: "The institution"),
      [
        name.field, kind.field, registered.field, mainCategory.field, categories.field, phone.field, services.field,
      ]),
    FormPart(
      Phrase(zh: "所属总部", en: "Head office"), when: FormCondition(kind, isOneOf: ["branch"]),
      [parentName.field, parentCode.field]),
    FormPart(Phrase(zh: "执业许可", en: "Licence"), [licence.field]),
    FormPart(
      Phrase(zh: "许可证件", en: "The licence held"), when: FormCondition(licence, isOneOf: licensed),
      [licenceNumber.field, licenceFrom.field, licenceTo.field]),
    FormPart(
      Phrase(zh: "人员与上年收入", en: "Staff and last year’s revenue"), [staff.field, revenue.field, ipRevenue.field]),
    FormPart(
      Phrase(zh: "入驻意向", en: "Where to"),
      [stage.field, site.field, stageBasis.field, area.field, wantedFrom.field]),
    FormPart(
      Phrase(zh: "选择其他阶段的理由", en: "Why another stage"), when: FormCondition(stageBasis, isOneOf: ["other"]),
      [stageReason.field]),
    FormPart(Phrase(zh: "承诺", en: "Commitments"), [commitments.field, plannedRevenue.field, plannedStaff.field]),
    .kept(Phrase(zh: "按分期标准测算", en: "By the published criteria"), [suggestedStage.field, suggestedSite.field]),
  ]

  /// A missing licence is no reason to turn somebody away at the door: it is asked for once.
  public static let materials = [
    Material("business", Phrase(zh: "营业执照或登记证书", en: "Business licence or certificate of registration")),
    Material(
      licenceMaterial, Phrase(zh: "执业许可证件（从事须经许可的业务）", en: "Licence, for licensed work"), isRequired: false,
      when: FormCondition(licence, isOneOf: licensed),
      help: Phrase(
        zh: "须经许可的业务必交；缺少的，受理审查时一次性告知补正", en: "Needed for licensed work; if it is missing you are asked for it once")),
    Material("revenue", Phrase(zh: "上年度财务报表", en: "Last year’s accounts"), isRequired: false),
    Material("staff", Phrase(zh: "人员名单及参保证明", en: "Staff list with proof of insurance"), isRequired: false),
  ]
  public static let licenceMaterial = "licence"

  /// The panel reads the application, but not how to reach the applicant.
  public static let parties = [
    PartyDeclaration(
      panel, Phrase(zh: "评审人", en: "Panel member"),
      reads: Set(form.flatMap(\.fields).map(\.name)).subtracting([phone.field.name]))
  ]

  public static let start = Stage.filed

  /// Nothing is made public for a time that nobody has set: without the rule’s value the decision cannot be entered.
  public static let clocks: [Clock<Stage>] = [
    Clock(
      "completeness", Phrase(zh: "材料审查", en: "Check of the papers"), rule: "service.moveIn.completenessDays",
      while: [.filed], pausedIn: [.correction], tells: .decideMoveIns),
    Clock(
      "decision", Phrase(zh: "评审决定", en: "Decision"), rule: "service.moveIn.decisionDays",
      while: [.accepted, .visited, .judging, .panelShort], tells: .decideMoveIns),
    Clock(
      "publicity", Phrase(zh: "公示", en: "Publicity"), rule: "service.moveIn.publicityDays", while: [.publicity],
      pausedIn: [.objected], isLegal: true, isWait: true),
    Clock(
      "objection", Phrase(zh: "异议核查", en: "Looking into an objection"), rule: "service.moveIn.objectionDays",
      while: [.objected], tells: .decideMoveIns),
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .ask: stage == .filed ? .correction : nil
    case .supplement: stage == .correction ? .filed : nil
    case .accept: stage == .filed ? .accepted : nil
    case .refuse: [.filed, .correction].contains(stage) ? .refused : nil
    case .visit: stage == .accepted ? .visited : nil
    case .convene: stage == .visited ? .judging : nil
    case .standAside: stage == .judging ? .panelShort : nil
    case .replace: stage == .panelShort ? .judging : nil
    case .vote: stage == .judging ? .judging : nil
    case .admit: stage == .judging ? .publicity : nil
    case .turnDown: stage == .judging ? .turnedDown : nil
    // One who objects shuts nobody else out.
    case .object: [.publicity, .objected].contains(stage) ? .objected : nil
    case .uphold: stage == .objected ? .judging : nil
    case .overrule: stage == .objected ? .publicity : nil
    case .lapsePublicity: stage == .publicity ? .cleared : nil
    case .sign: stage == .cleared ? .admitted : nil
    case .giveUp: stage == .cleared ? .unsigned : nil
    case .withdraw: stage.end == nil ? .withdrawn : nil
    }
  }
}
