import API
import HTTPTypes
import Kernel
import Markup
import Rules
import RulesStore
import Web

/// The calculator: the question, and its answer once there is one.
///
/// - Parameter limits: every rule that is a time limit, as it reads on the day in question.
func deadlinePage(
  _ question: DeadlineQuestion, _ answer: DeadlineAnswer?, limits: [RuleListing], holidays: HolidayBook, today: Day
) -> Page {
  Page(
    Phrase(zh: "期限计算", en: "Deadlines"), status: status(question, answer),
    """
    <p class="lead">\(introduction)</p>
    \(asking(question, limits, today))
    \(answer.map { shown($0, holidays) } ?? "")
    \(calendars(holidays))
    """)
}

private let introduction = Phrase(
  zh: "选择一条以日、工作日、月或年计的规则和起算日，得出届满日。当日不计入；届满日遇休息日的，顺延至下一工作日。",
  en: "Choose a rule in days, working days, months or years and the day it is counted from. "
    + "That day is not counted; a last day on a day off moves to the next working day.")

private func status(_ question: DeadlineQuestion, _ answer: DeadlineAnswer?) -> HTTPResponse.Status {
  if case .refused(let refusal)? = answer { return refusal.kind.status }
  return question.ruleFault ?? question.afterFault == nil ? .ok : RefusalKind.invalid.status
}

private func asking(_ question: DeadlineQuestion, _ limits: [RuleListing], _ today: Day) -> HTML {
  let choices = limits.sorted { ($0.rule.group.key, $0.rule.id) < ($1.rule.group.key, $1.rule.id) }.map { listing in
    let (title, value) = (listing.rule.title, listing.finding.phrase)
    return Choice(
      listing.rule.id.description, Phrase(zh: "\(title.zh)（\(value.zh)）", en: "\(title.en) (\(value.en))"),
      under: listing.rule.group.title)
  }
  return """
    <form class="form" method="get" action="\(RulePath.deadlines)">\
    \(field(
      "rule", Phrase(zh: "期限规则", en: "Rule"), .list(choices), values: [question.ruleText].compactMap(\.self),
      need: .required, error: question.ruleFault))\
    \(field(
      "after", Phrase(zh: "从某日起算", en: "Counted from"), .day,
      values: [question.afterText ?? (question.asksDay ? "" : today.description)], need: .required,
      help: Phrase(
        zh: "收到文件、提出申请或行为发生之日；按当日有效的规则计算",
        en: "The day of receipt, request or conduct; the rule of that day counts"), error: question.afterFault))\
    <p class="form-actions">\(button(Phrase(zh: "计算届满日", en: "Count the last day")))</p></form>
    """
}

private func shown(_ answer: DeadlineAnswer, _ holidays: HolidayBook) -> HTML {
  let heading = Phrase(zh: "计算结果", en: "Result")
  let content: HTML =
    switch answer {
    case .found(let deadline): deadlineResult(deadline, holidays)
    case .refused(let refusal): notice(.error, refusal.phrase, more(refusal))
    }
  return "<section><h2>\(heading)</h2>\n\(content)</section>"
}

/// Where to read on about a rule that gave no result.
private func more(_ refusal: RuleRefusal) -> HTML {
  switch refusal {
  case .unknownValue(let id, _, let supplier):
    """
    <p>\(Phrase(zh: "可提供取值的单位：", en: "Who may supply the value: "))<strong>\(supplier)</strong></p>\
    \(link(id, Phrase(zh: "查看这条规则", en: "See the rule")))
    """
  case .notInForce(let id, _, _): link(id, Phrase(zh: "查看这条规则的起止日期", en: "See when the rule holds"))
  case .noTimeLimit(let id, _, _), .noDeadline(let id, _), .beyondCalendar(let id, _), .wrongUnit(let id, _, _, _),
    .enteredAlready(let id, _, _):
    link(id, Phrase(zh: "查看这条规则", en: "See the rule"))
  case .noSuchRule, .incompleteSupersession, .noSuchSupersession, .withdrawnAlready:
    "<p><a href=\"\(RulePath.list)\">\(Phrase(zh: "查看全部规则", en: "See all rules"))</a></p>"
  }
}

private func link(_ id: RuleID, _ words: Phrase) -> HTML { "<p><a href=\"\(RulePath.show(id))\">\(words)</a></p>" }

/// Ways to the notices that the count rests on.
private func calendars(_ holidays: HolidayBook) -> HTML {
  let years = holidays.notices.map(\.year) + [holidays.awaitedYear].compactMap(\.self)
  let items = years.map { year -> HTML in
    let awaited = year == holidays.awaitedYear ? Phrase(zh: "（尚未公布）", en: " (not announced yet)") : nil
    return
      "<li><a href=\"\(RulePath.holidays(year))\">\(Phrase(zh: "\(year)年", en: "\(year)"))\(awaited.map { "\($0)" as HTML })</a></li>"
  }
  return """
    <section><h2>\(Phrase(zh: "计算所依据的节假日安排", en: "The holidays that are counted by"))</h2>
    <ul>\(items)</ul>
    <p><a href="\(RulePath.list(RuleFilter(group: "time")))">\(Phrase(
      zh: "期限怎么算：计算方法的规则及依据", en: "How time is counted: the rules and their sources"))</a></p></section>
    """
}
