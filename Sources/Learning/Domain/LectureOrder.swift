public import Access
public import Kernel
public import Ledgers
public import Matters
import Rules

/// An ordered lecture (你点我讲): somebody says what is to be explained, to whom and when; the centre answers, a
/// lecturer claims it, and it is held.
///
/// Source: 建设方案五（六）2 “你点我讲”.
public enum LectureOrder: ProcedureDeclaration {
  public static let topic = Question.line("topic", Phrase(zh: "想听的内容", en: "What it is to be about"), limit: 80)
    .required
  static let wishedLecturer = Question.line(
    "wished_lecturer", Phrase(zh: "希望的讲师", en: "Lecturer, if you have one in mind"), limit: 60)
  static let wishedOn = Question.day("wished_on", Phrase(zh: "希望的日期", en: "Day that would suit you")).required
  public static let medium = Question.choice("medium", Phrase(zh: "形式", en: "How"), Lecture.Medium.choices).required
  static let audience = Question.choice(
    "audience", Phrase(zh: "听众", en: "Listeners"),
    [
      LedgerChoice("managers", Phrase(zh: "企业管理人员", en: "Managers")),
      LedgerChoice("engineers", Phrase(zh: "研发人员", en: "Engineers and researchers")),
      LedgerChoice("sales", Phrase(zh: "市场、外贸人员", en: "Sales and export staff")),
      LedgerChoice("students", Phrase(zh: "学生", en: "Students")),
      LedgerChoice("other", Phrase(zh: "其他", en: "Others")),
    ]
  ).required
  static let people = Question.whole("people", Phrase(zh: "预计人数", en: "How many will come"), 1...2_000).required
  static let first = Question.line("question_1", Phrase(zh: "问题一", en: "First question"), limit: 200).required.help(
    Phrase(
      zh: "请写三个您真正想弄清楚的问题，讲师据此备课。",
      en: "Three things that you really want to know; the lecturer prepares by them."))
  static let second = Question.line("question_2", Phrase(zh: "问题二", en: "Second question"), limit: 200).required
  static let third = Question.line("question_3", Phrase(zh: "问题三", en: "Third question"), limit: 200).required
  static let phone = Question.line("phone", Phrase(zh: "联系电话", en: "Telephone"), limit: 40).required.personal

  public static let head = ProcedureHead(
    code: "lecture-order", letters: "DJ", name: Phrase(zh: "你点我讲（点一场讲座）", en: "Order a lecture"),
    purpose: Phrase(
      zh: "告诉我们想听什么、谁来听、哪天方便，再写下三个问题。运营中心确认后邀请讲师认领，开课前公开报名；人数不足时合班或改期，订单不取消。",
      en:
        "Say what you want explained, to whom, and which day suits you, and write down three questions. The centre answers, a lecturer claims it, and registration opens. If too few register it is merged or moved to another day; the order stays open."
    ),
    audience: Phrase(zh: "企业、服务机构、高校师生和其他公众（须登录）", en: "Firms, institutions, students, anybody with an account"),
    basis: Phrase(zh: "建设方案五（六）2“你点我讲”", en: "The plan, 5(6)2: “you order, we explain”"),
    filers: .orderLectures, handlers: .handleLectures, title: "topic")

  public static let form = [
    FormPart(Phrase(zh: "讲什么", en: "What about"), [topic.field, wishedLecturer.field]),
    FormPart(
      Phrase(zh: "讲给谁、什么时候", en: "To whom, and when"), [audience.field, people.field, medium.field, wishedOn.field]),
    FormPart(Phrase(zh: "三个问题", en: "Three questions"), [first.field, second.field, third.field]),
    FormPart(Phrase(zh: "怎样联系您", en: "How to reach you"), [phone.field]),
  ]
  /// A lecturer prepares by the questions, and need not know who asked them.
  public static let parties = [
    PartyDeclaration(
      "lecturer", Phrase(zh: "受邀讲师", en: "Lecturer invited"),
      reads: ["topic", "audience", "people", "medium", "wished_on", "question_1", "question_2", "question_3"])
  ]

  public static let start = Stage.filed
  public static let clocks = [
    Clock<Stage>(
      "answer", Phrase(zh: "答复", en: "Answer"), rule: "service.lecture.answerDays", while: [.filed],
      pausedIn: [.correction], tells: .handleLectures),
    Clock<Stage>(
      "held", Phrase(zh: "举办", en: "To be held"), rule: "service.lecture.heldDays",
      while: [.filed, .confirmed, .claimed, .announced], pausedIn: [.correction], tells: .handleLectures),
  ]

  public static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .ask: stage == .filed ? .correction : nil
    case .supplement: stage == .correction ? .filed : nil
    case .confirm: stage == .filed ? .confirmed : nil
    case .decline: stage == .filed ? .declined : nil
    case .invite: stage == .confirmed ? .confirmed : nil
    case .claim: stage == .confirmed ? .claimed : nil
    case .giveBack: stage == .claimed ? .confirmed : nil
    case .announce: stage == .claimed ? .announced : nil
    case .postpone, .merge, .announceAnew: stage == .announced ? .announced : nil
    case .fulfil: stage == .announced ? .fulfilled : nil
    case .cancel: [.confirmed, .claimed, .announced].contains(stage) ? .cancelled : nil
    case .withdraw: [.filed, .correction, .confirmed, .claimed].contains(stage) ? .withdrawn : nil
    case .rate: stage == .fulfilled ? .fulfilled : nil
    }
  }
}
