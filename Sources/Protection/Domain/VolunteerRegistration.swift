public import Access
public import Kernel
public import Ledgers
public import Matters
import Rules

extension Permission {
  public static let fileVolunteer = Permission(
    "protection.volunteers.file", Phrase(zh: "登记为志愿者", en: "Register as a volunteer"))
  public static let handleVolunteers = Permission(
    "protection.volunteers.handle", Phrase(zh: "办理志愿服务登记", en: "Handle volunteers' registrations"))
}

/// Registration of volunteers (志愿服务登记): a procedure of ordinary shape, which docs/procedures.md walks through.
public enum VolunteerRegistration: ProcedureDeclaration {
  static let name = Question.line("name", Phrase(zh: "姓名", en: "Name"), limit: 60).required
  static let phone = Question.line("phone", Phrase(zh: "联系电话", en: "Telephone"), limit: 40).required.personal
  static let field = Question.choice(
    "field", Phrase(zh: "专业方向", en: "Field"),
    [
      LedgerChoice("law", Phrase(zh: "法律", en: "Law")),
      LedgerChoice("patents", Phrase(zh: "专利", en: "Patents")),
      LedgerChoice("marks", Phrase(zh: "商标", en: "Trade marks")),
      LedgerChoice("teaching", Phrase(zh: "宣讲", en: "Teaching")),
    ]
  ).required
  static let hours = Question.whole("hours", Phrase(zh: "每月可服务小时数", en: "Hours a month"), 1...100).required
  static let number = Question.line("number", Phrase(zh: "志愿者编号", en: "Volunteer's number"), limit: 40).required

  public static let head = ProcedureHead(
    code: "volunteer", letters: "ZY", name: Phrase(zh: "志愿服务登记", en: "Volunteer registration"),
    purpose: Phrase(
      zh: "登记后可受派参与维权援助、宣讲等公益服务。", en: "Those registered can be called on for aid, talks and other free services."),
    audience: Phrase(zh: "年满十八周岁的个人", en: "Anybody of eighteen or older"),
    basis: Phrase(zh: "建设方案五（一）3“公益知识产权服务”", en: "The plan, 5(1)3: free services on intellectual property"),
    filers: .fileVolunteer, handlers: .handleVolunteers, title: "name")
  public static let form = [
    FormPart(Phrase(zh: "志愿者", en: "Volunteer"), [name.field, phone.field, field.field, hours.field])
  ]

  public enum Stage: String, ProcedureStage {
    case filed, correction, registered, refused, withdrawn

    public var phrase: Phrase {
      switch self {
      case .filed: Phrase(zh: "审核中", en: "Under review")
      case .correction: Phrase(zh: "待补正", en: "To be corrected")
      case .registered: Phrase(zh: "已登记", en: "Registered")
      case .refused: Phrase(zh: "不予登记", en: "Not registered")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase { phrase }

    public var end: MatterEnd? {
      switch self {
      case .filed, .correction: nil
      case .registered: .granted
      case .refused: .refused
      case .withdrawn: .withdrawn
      }
    }
  }

  public enum Step: String, ProcedureStep {
    case ask, supplement, register, refuse, withdraw

    public var phrase: Phrase {
      switch self {
      case .ask: Phrase(zh: "要求补正", en: "Ask for a correction")
      case .supplement: Phrase(zh: "补正", en: "Correct")
      case .register: Phrase(zh: "准予登记", en: "Register")
      case .refuse: Phrase(zh: "不予登记", en: "Refuse")
      case .withdraw: Phrase(zh: "撤回", en: "Withdraw")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .ask, .register, .refuse: [.staff(.handleVolunteers)]
      case .supplement, .withdraw: [.filer]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .supplement: [LedgerField("supplement", Phrase(zh: "补正内容", en: "Correction"), .lines(limit: 1_000)).required]
      case .register: [number.field]
      case .ask, .refuse, .withdraw: []
      }
    }

    public var needsReason: Bool { self == .ask || self == .refuse }
  }

  public static let start = Stage.filed
  public static let clocks = [
    Clock<Stage>(
      "decision", Phrase(zh: "审核", en: "Decision"), rule: "service.volunteer.decisionDays", while: [.filed],
      pausedIn: [.correction])
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .ask: stage == .filed ? .correction : nil
    case .supplement: stage == .correction ? .filed : nil
    case .register: stage == .filed ? .registered : nil
    case .refuse: stage == .filed ? .refused : nil
    case .withdraw: stage.end == nil ? .withdrawn : nil
    }
  }
}
