public import Access
public import Enterprises
public import Kernel
public import Ledgers
public import Matters
import Rules

/// A ticket of the one-stop window (综合服务窗口): counter, telephone, station and web in one series of numbers.
///
/// It is a service of the zone once it closes with an outcome; what is passed on to somebody else is none.
public enum WindowTicket: ProcedureDeclaration {
  public static let category = Question.choice("category", Phrase(zh: "事项类别", en: "Kind of matter"), serviceMatters)
    .required
  public static let object = Question.choice("object", Phrase(zh: "涉及权利", en: "About"), serviceObjectChoices)
  static let question = Question.lines("question", Phrase(zh: "需要办理的事项", en: "What is asked"), limit: 2_000).required
  static let contact = Question.line("contact", Phrase(zh: "联系方式", en: "Telephone or e-mail"), limit: 80).personal
    .help(Phrase(zh: "凭回执上的查询码也可查看办理情况，可不留", en: "Not needed: the code on the receipt shows how it goes, too"))
  /// The statuses of the firm on the day of filing, from the ledger of statuses.
  public static let classes = Question.choices(
    "classes", Phrase(zh: "企业资质（当日）", en: "Statuses of the firm that day"), enterpriseStatuses
  ).internalOnly
  static let answer = Question.lines("answer", Phrase(zh: "答复", en: "Answer")).required
  public static let agency = Question.organisation("agency", Phrase(zh: "承办机构", en: "Agency"), of: "institutions")
  static let addressee = Question.line("addressee", Phrase(zh: "应向何处提出", en: "Where to turn")).required
  public static let outcome = Question.lines("outcome", Phrase(zh: "办理结果", en: "Outcome")).required
  public static let rating = Question.choice(
    "rating", Phrase(zh: "满意度", en: "Rating"),
    [
      LedgerChoice("5", Phrase(zh: "非常满意", en: "Very satisfied")),
      LedgerChoice("4", Phrase(zh: "满意", en: "Satisfied")),
      LedgerChoice("3", Phrase(zh: "一般", en: "Neither")),
      LedgerChoice("2", Phrase(zh: "不满意", en: "Not satisfied")),
      LedgerChoice("1", Phrase(zh: "非常不满意", en: "Not satisfied at all")),
    ]
  ).required

  public static let head = ProcedureHead(
    code: "window-ticket", letters: "CK", name: Phrase(zh: "综合服务窗口", en: "One-stop window"),
    purpose: Phrase(
      zh: "知识产权咨询、运用、转化、保护等事项，一个窗口受理、分办、答复；不属于本窗口的，告知应向何处提出。",
      en:
        "One window takes, routes and answers what firms ask on intellectual property; what belongs elsewhere is sent there."
    ),
    audience: Phrase(zh: "企业、高校、科研机构和个人", en: "Firms, universities, institutes and anybody else"),
    basis: Phrase(zh: "建设方案五（一）3“综合服务窗口”", en: "The plan, 5(1)3: one-stop window"), filers: .askWindow,
    handlers: .handleTickets, title: "category")
  public static let form = [
    FormPart(Phrase(zh: "事项", en: "Matter"), [category.field, object.field, question.field]),
    FormPart(Phrase(zh: "联系方式", en: "Contact"), [contact.field]),
    FormPart.kept(Phrase(zh: "企业分类", en: "Classification"), [classes.field]),
  ]
  public static let parties = [
    PartyDeclaration(
      "agency", Phrase(zh: "承办机构", en: "Agency"), namedBy: agency, reads: ["category", "object", "question", "contact"])
  ]

  public enum Stage: String, ProcedureStage {
    case received, waiting, inside, agency, city, closed, referred, ended, withdrawn

    public var phrase: Phrase {
      switch self {
      case .received: Phrase(zh: "待首次答复", en: "Awaiting the first answer")
      case .waiting: Phrase(zh: "待申请人补充", en: "Waiting for the applicant")
      case .inside: Phrase(zh: "窗口办理中", en: "With the window")
      case .agency: Phrase(zh: "机构办理中", en: "With an agency")
      case .city: Phrase(zh: "市保护中心办理中", en: "With the city's protection centre")
      case .closed: Phrase(zh: "已办结", en: "Closed with an outcome")
      case .referred: Phrase(zh: "已转告", en: "Sent elsewhere")
      case .ended: Phrase(zh: "申请人未补充，已终止", en: "Ended: nothing was added")
      case .withdrawn: Phrase(zh: "已撤回", en: "Withdrawn")
      }
    }

    public var status: Phrase {
      switch self {
      case .received: Phrase(zh: "已收到，正在答复", en: "Received; an answer is being written")
      case .waiting: Phrase(zh: "请补充说明", en: "More is asked of you")
      case .inside, .agency, .city: Phrase(zh: "办理中", en: "In hand")
      case .closed, .referred, .ended, .withdrawn: phrase
      }
    }

    public var end: MatterEnd? {
      switch self {
      case .received, .waiting, .inside, .agency, .city: nil
      case .closed: .granted
      case .referred: .referred
      case .ended: .ended
      case .withdrawn: .withdrawn
      }
    }
  }

  public static let start = Stage.received
  public static let clocks = [
    Clock<Stage>(
      "answer", Phrase(zh: "首次答复", en: "First answer"), rule: "service.ticket.answerDays", while: [.received],
      tells: .handleTickets),
    Clock<Stage>(
      "close", Phrase(zh: "办结", en: "Closing"), rule: "service.ticket.closeDays",
      while: [.received, .inside, .agency, .city], pausedIn: [.waiting], tells: .handleTickets),
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .answer: stage == .received ? .inside : nil
    case .ask: [.received, .inside].contains(stage) ? .waiting : nil
    case .supplement: stage == .waiting ? .inside : nil
    case .toAgency: stage == .inside ? .agency : nil
    case .toCity: stage == .inside ? .city : nil
    case .report: stage == .agency ? .inside : nil
    case .takeBack: [.agency, .city].contains(stage) ? .inside : nil
    case .close: [.inside, .agency, .city].contains(stage) ? .closed : nil
    case .refer: [.received, .inside, .waiting].contains(stage) ? .referred : nil
    case .end: stage == .waiting ? .ended : nil
    case .withdraw: stage.end == nil ? .withdrawn : nil
    case .rate: stage == .closed ? .closed : nil
    }
  }
}
