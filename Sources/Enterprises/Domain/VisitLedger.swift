import Access
public import Kernel
public import Ledgers

extension Ledger {
  /// Visits to enterprises (S14).
  public static let visits = Ledger(
    "visits", path: "/enterprises/visits", mark: "R-ENT", name: Phrase(zh: "走访记录", en: "Visits"),
    one: Phrase(zh: "走访记录", en: "visit"),
    purpose: Phrase(
      zh: "走访企业的日期、人员与要点；问题另立台账跟踪。", en: "When who visited an enterprise; its problems are kept apart and followed up."),
    identity: ["enterprise", "visited_on"], title: "enterprise", readers: .readEnterprises, keepers: .keepEnterprises,
    owner: "enterprise", day: "visited_on",
    fields: [
      LedgerField("enterprise", Phrase(zh: "企业", en: "Enterprise"), .organisation(of: "enterprises")).required.listed,
      LedgerField("visited_on", Phrase(zh: "走访日期", en: "Visited on"), .day).required.listed,
      LedgerField("visitors", Phrase(zh: "走访人员", en: "Visitors"), .text(limit: 200)).required.listed,
      LedgerField("summary", Phrase(zh: "要点", en: "Summary"), .lines(limit: 2_000)),
    ])

  /// Problems that enterprises raised: each has an owner and a day, and closes with the raiser's word or a reason.
  public static let problems = Ledger(
    "problems", path: "/enterprises/problems", mark: "R-ENT", name: Phrase(zh: "企业问题台账", en: "Problems raised"),
    one: Phrase(zh: "企业问题", en: "problem"),
    purpose: Phrase(
      zh: "企业提出的问题，逐条有责任人和期限；办结须企业确认，或写明理由。",
      en:
        "What enterprises asked for. Each has an owner and a day; closing needs the raiser's confirmation or a reason."),
    identity: ["enterprise", "raised_on", "problem"], title: "problem", readers: .readEnterprises,
    keepers: .keepEnterprises, owner: "enterprise", day: "raised_on",
    rules: [.inOrder("raised_on", "due_on"), .inOrder("raised_on", "closed_on"), closesWithTheRaisersWord],
    fields: [
      LedgerField("problem", Phrase(zh: "问题", en: "Problem"), .text(limit: 300)).required.listed,
      LedgerField("enterprise", Phrase(zh: "企业", en: "Enterprise"), .organisation(of: "enterprises")).required.listed,
      LedgerField("raised_on", Phrase(zh: "提出日期", en: "Raised on"), .day).required.listed,
      LedgerField("keeper", Phrase(zh: "责任人", en: "Owner"), .text(limit: 60)).required.listed,
      LedgerField("due_on", Phrase(zh: "办理期限", en: "Due on"), .day).required.listed,
      LedgerField("closed_on", Phrase(zh: "办结日期", en: "Closed on"), .day).listed,
      LedgerField("outcome", Phrase(zh: "办理结果", en: "Outcome"), .lines(limit: 1_000)),
      LedgerField("confirmed", Phrase(zh: "企业已确认", en: "Confirmed by the enterprise"), .flag),
      LedgerField("closed_for", Phrase(zh: "未确认办结的理由", en: "Why closed without confirmation"), .text(limit: 300)),
    ])

  private static let closesWithTheRaisersWord = Rule { values in
    guard values.day("closed_on") != nil else { return nil }
    if values.text("outcome") == nil { return FieldRefusal(ProblemRefusal.noOutcome, in: "outcome") }
    if values.flag("confirmed") == true || values.text("closed_for") != nil { return nil }
    return FieldRefusal(ProblemRefusal.notConfirmed, in: "confirmed")
  }
}

/// Why a problem cannot be closed yet.
public enum ProblemRefusal: Refusal, Equatable {
  case noOutcome
  case notConfirmed

  public var kind: RefusalKind { .invalid }

  public var code: String {
    switch self {
    case .noOutcome: "problems.no-outcome"
    case .notConfirmed: "problems.not-confirmed"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noOutcome: Phrase(zh: "办结须写明办理结果", en: "Please say what came of it before closing")
    case .notConfirmed:
      Phrase(
        zh: "办结须企业确认，或写明未确认的理由", en: "Closing needs the enterprise's confirmation, or the reason why there is none")
    }
  }
}
