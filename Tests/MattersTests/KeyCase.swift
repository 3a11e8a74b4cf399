import Access
import Kernel
import Ledgers
import Matters
import Rules

extension Permission {
  static let askForKeys = Permission("test.keys.ask", Phrase(zh: "借钥匙", en: "Ask for keys"))
  static let lendKeys = Permission("test.keys.lend", Phrase(zh: "管钥匙", en: "Lend keys"))
}

/// A procedure of the tests: somebody asks for a key, a neighbour is heard, the office decides.
enum KeyCase: ProcedureDeclaration {
  static let room = Question.line("room", Phrase(zh: "房间", en: "Room")).required
  static let neighbour = Question.creditCode("neighbour", Phrase(zh: "邻居", en: "Neighbour"))
  static let secret = Question.line("secret", Phrase(zh: "保密说明", en: "In confidence")).personal
  static let word = Question.line("word", Phrase(zh: "意见", en: "Word")).required

  static let head = ProcedureHead(
    code: "keys", letters: "YS", name: Phrase(zh: "借钥匙", en: "Keys"), purpose: Phrase(zh: "试", en: "test"),
    audience: Phrase(zh: "试", en: "test"), basis: Phrase(zh: "试", en: "test"), filers: .askForKeys,
    handlers: .lendKeys, allowsAnonymity: true, title: "room")
  static let form = [FormPart(Phrase(zh: "钥匙", en: "Key"), [room.field, neighbour.field, secret.field])]
  static let parties = [
    PartyDeclaration("neighbour", Phrase(zh: "邻居", en: "Neighbour"), namedBy: neighbour, reads: ["room"])
  ]
  static let start = Stage.filed
  static let clocks = [
    Clock<Stage>(
      "decision", Phrase(zh: "决定", en: "Decision"), rule: "service.volunteer.decisionDays", while: [.filed],
      pausedIn: [.asked])
  ]

  enum Stage: String, ProcedureStage {
    case filed, asked, lent, refused

    var phrase: Phrase { Phrase(zh: "阶段\(rawValue)", en: rawValue) }
    var status: Phrase { phrase }
    var end: MatterEnd? {
      switch self {
      case .filed, .asked: nil
      case .lent: .granted
      case .refused: .refused
      }
    }
  }

  enum Step: String, ProcedureStep {
    case ask, answer, lend, refuse, confide

    var phrase: Phrase { Phrase(zh: "步骤\(rawValue)", en: rawValue) }
    var takers: Set<Taker> {
      switch self {
      case .ask, .refuse: [.staff(.lendKeys)]
      case .lend: [.handler(.lendKeys)]
      case .answer: [.filer]
      case .confide: [.party("neighbour")]
      }
    }
    var fields: [LedgerField] { self == .answer || self == .confide ? [KeyCase.word.field] : [] }
    var needsReason: Bool { self == .refuse || self == .ask }
    var readers: Set<Side> { self == .confide ? [] : [.filer] }
  }

  static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .ask: stage == .filed ? .asked : nil
    case .answer: stage == .asked ? .filed : nil
    case .lend: stage == .filed ? .lent : nil
    case .refuse: stage == .filed ? .refused : nil
    case .confide: stage == .filed ? .filed : nil
    }
  }
}
