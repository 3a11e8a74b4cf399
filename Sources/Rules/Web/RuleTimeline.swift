import Kernel
import Markup
import Rules
import RulesStore
import Web

/// Everything that was, is or will be the value: shipped periods and entered values, the latest first.
func ruleTimeline(_ file: RuleFile, on day: Day, maySupersede: Bool) -> [TimelineEntry] {
  let shipped = file.rule.periods.map { (start: $0.from?.number ?? .min, entry: period($0, of: file, on: day)) }
  let entered = file.entries.map {
    (start: $0.from.number, entry: supersession($0, of: file, maySupersede: maySupersede))
  }
  return (shipped + entered).enumerated()
    .sorted { ($0.element.start, $0.offset) > ($1.element.start, $1.offset) }
    .map(\.element.entry)
}

private let inQuestion: HTML = " \(badge(Phrase(zh: "所查日期", en: "Day in question")))"

private func period(_ period: RulePeriod, of file: RuleFile, on day: Day) -> TimelineEntry {
  let rule = file.rule
  // An entered value in force stands in the place of the shipped one, which is not what the day reads.
  let isInForce = file.supersession == nil && period.contains(day)
  let value = period.value.map { $0.phrase(in: rule.unit) } ?? RuleFinding.unknown.phrase
  let more: HTML = """
    \(period.basis.source.map { "<p>\(citation($0))</p>" as HTML })\(period.note.map { "<p class=\"help\">\($0)</p>" as HTML })
    """
  return TimelineEntry(
    "\(span(period.from, period.to))",
    "\(value) \(ruleStatus(period.status, mark: period.basis.mark))\(if: isInForce, inQuestion)",
    more, tone: isInForce ? period.status.tone : .neutral)
}

private func supersession(_ entry: Supersession, of file: RuleFile, maySupersede: Bool) -> TimelineEntry {
  let status = entry.ruleBasis.status
  let isCounted = entry.withdrawnAt == nil
  let withdrawn: HTML = entry.withdrawnAt.map { "<p>\(Phrase(zh: "已撤回", en: "Withdrawn")) \(Instant($0))</p>" } ?? ""
  let more: HTML = """
    <p>\(basis(entry.basis))</p><p>\(Phrase(zh: "理由：", en: "Reason: "))\(entry.reason, in: .zh)</p>\
    <p class="help">\(Phrase(zh: "录入于", en: "Entered")) \(Instant(entry.enteredAt))</p>\(withdrawn)\
    \(if: isCounted && maySupersede, "<p><a href=\"\(RulePath.withdraw(entry))\">\(Phrase(zh: "撤回这条替换", en: "Withdraw this entry"))</a></p>")
    """
  return TimelineEntry(
    "\(span(entry.from, nil))",
    """
    \(entry.value.phrase(in: file.rule.unit)) \(ruleStatus(status, mark: entry.ruleBasis.mark)) \
    \(badge(isCounted ? Phrase(zh: "管理员替换", en: "Superseding") : Phrase(zh: "已撤回", en: "Withdrawn")))\(if: file.supersession?.id == entry.id, inQuestion)
    """, more, tone: isCounted ? status.tone : .neutral)
}

private func basis(_ basis: Supersession.Basis) -> HTML {
  switch basis {
  case .document(let name, let number, let article, let copy):
    """
    \("《\(RuleSource.withoutMarks(name))》 \(number)\(article.map { " \($0)" } ?? "")", in: .zh)\
    \(copy.map { "<br><span class=\"help\">\(Phrase(zh: "所读副本：", en: "Copy read: "))\($0)</span>" as HTML })
    """
  case .decision(let who, let number, let day): "\("\(who) \(number)", in: .zh) \(day.description)"
  }
}

extension RuleFile {
  /// The entry that counts on the day in question; nil where a shipped value does, or none.
  fileprivate var supersession: Supersession? {
    if case .value(let reading) = finding { reading.supersession } else { nil }
  }
}

private func span(_ from: Day?, _ to: Day?) -> Phrase {
  switch (from, to) {
  case (nil, nil): Phrase(zh: "起止未限", en: "No dates given")
  case (let from?, nil): Phrase(zh: "\(from) 起", en: "From \(from)")
  case (nil, let to?): Phrase(zh: "至 \(to)", en: "Until \(to)")
  case (let from?, let to?): Phrase(zh: "\(from) 至 \(to)", en: "\(from) to \(to)")
  }
}
