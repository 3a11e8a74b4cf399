public import Access
public import Enterprises
public import Kernel
public import Ledgers
public import Matters
import Rules

/// A problem that an enterprise raised on a visit (走访问题): it has an owner and a day, and closes with the raiser's
/// word or a reason.
///
/// The enterprise is who asks, whoever writes it down; the ledger of problems follows the matter.
public enum ProblemVisit: ProcedureDeclaration {
  public static let visitedOn = Question.day("visited_on", Phrase(zh: "走访日期", en: "Visited on")).required
  public static let problem = Question.line("problem", Phrase(zh: "问题", en: "Problem"), limit: 300).required
  public static let keeper = Question.line("keeper", Phrase(zh: "责任人", en: "Owner"), limit: 60).required
  public static let dueOn = Question.day("due_on", Phrase(zh: "办理期限", en: "Due on"))
    .help(Phrase(zh: "不填则按服务时限计算", en: "Where empty, the service level of the zone says when"))
  public static let outcome = Question.lines("outcome", Phrase(zh: "办理结果", en: "Outcome"), limit: 1_000).required

  public static let head = ProcedureHead(
    code: "problem-visit", letters: "ZF", name: Phrase(zh: "走访问题办理", en: "Problems raised on visits"),
    purpose: Phrase(
      zh: "走访企业时提出的问题，逐条落实责任人和期限，办结须企业确认或写明理由。",
      en:
        "Each problem that an enterprise raises on a visit gets an owner and a day; it closes with the enterprise's word or a reason."
    ),
    audience: Phrase(zh: "受访企业", en: "Enterprises that are visited"),
    basis: Phrase(zh: "建设方案六（一）“跟踪指导和服务”", en: "The plan, 6(1): guidance and follow-up"), filers: .raiseProblems,
    handlers: .handleProblems, isForOrganisations: true, title: "problem")
  public static let form = [
    FormPart(Phrase(zh: "走访", en: "Visit"), [visitedOn.field]),
    FormPart(Phrase(zh: "问题", en: "Problem"), [problem.field, keeper.field, dueOn.field]),
  ]

  public enum Stage: String, ProcedureStage {
    case raised, working, answered, closed, unconfirmed

    public var phrase: Phrase {
      switch self {
      case .raised: Phrase(zh: "待办理", en: "Raised")
      case .working: Phrase(zh: "办理中", en: "In hand")
      case .answered: Phrase(zh: "已答复，待企业确认", en: "Answered, to be confirmed")
      case .closed: Phrase(zh: "企业已确认", en: "Confirmed by the enterprise")
      case .unconfirmed: Phrase(zh: "未经确认办结", en: "Closed without confirmation")
      }
    }

    public var status: Phrase {
      switch self {
      case .raised, .working: Phrase(zh: "办理中", en: "In hand")
      case .answered: Phrase(zh: "已答复，请确认", en: "Answered; please confirm")
      case .closed, .unconfirmed: Phrase(zh: "已办结", en: "Closed")
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .raised, .working, .answered: nil
      case .closed: .granted
      case .unconfirmed: .ended
      }
    }
  }

  public enum Step: String, ProcedureStep {
    case begin, answer, confirm, insist, finish

    public var phrase: Phrase {
      switch self {
      case .begin: Phrase(zh: "开始办理", en: "Begin")
      case .answer: Phrase(zh: "答复企业", en: "Answer the enterprise")
      case .confirm: Phrase(zh: "确认已解决", en: "Confirm that it is solved")
      case .insist: Phrase(zh: "未解决，继续办理", en: "It is not solved")
      case .finish: Phrase(zh: "未经确认办结", en: "Close without confirmation")
      }
    }

    public var takers: Set<Taker> {
      switch self {
      case .begin, .answer, .finish: [.staff(.handleProblems)]
      case .confirm, .insist: [.filer]
      }
    }

    public var fields: [LedgerField] {
      switch self {
      case .answer: [ProblemVisit.outcome.field]
      case .begin, .confirm, .insist, .finish: []
      }
    }

    public var needsReason: Bool { self == .insist || self == .finish }
  }

  public static let start = Stage.raised
  public static let clocks = [
    Clock<Stage>(
      "handling", Phrase(zh: "办理", en: "Handling"), rule: "service.problem.handlingDays", while: [.raised, .working],
      pausedIn: [.answered], tells: .handleProblems)
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .begin: stage == .raised ? .working : nil
    case .answer: [.raised, .working].contains(stage) ? .answered : nil
    case .confirm: stage == .answered ? .closed : nil
    case .insist: stage == .answered ? .working : nil
    case .finish: stage == .answered ? .unconfirmed : nil
    }
  }
}
