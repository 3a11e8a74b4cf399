import Kernel
import Markup
import Rules
import RulesStore
import Web

/// One rule: what it says on a day, on what ground, since when, and where it is used.
///
/// - Parameter dayFault: what is wrong with the day that was asked for; the page shows today instead.
func rulePage(_ file: RuleFile, on day: Day, dayFault: Phrase? = nil, maySupersede: Bool) -> Page {
  let rule = file.rule
  return Page(
    rule.title, trail: [Crumb(Phrase(zh: "规则库", en: "Rules"), RulePath.list)],
    """
    \(dayBar(rule, day, dayFault))
    \(missing(file, day))
    \(facts(file, day))
    \(rows(file.finding))
    \(if: maySupersede, "<p class=\"actions\">\(linkButton(Phrase(zh: "替换取值", en: "Supersede the value"), to: RulePath.supersede(rule.id)))</p>")
    \(if: rule.isTimeLimit && file.finding.hasValue, deadlineBar(rule, day))
    <section><h2>\(Phrase(zh: "取值沿革", en: "Values over time"))</h2>
    \(timeline(ruleTimeline(file, on: day, maySupersede: maySupersede)))</section>
    <section><h2>\(Phrase(zh: "使用处", en: "Where it is used"))</h2>
    \(uses(file.uses))</section>
    """)
}

private func dayBar(_ rule: Rule, _ day: Day, _ fault: Phrase?) -> HTML {
  filterBar(
    to: RulePath.show(rule.id),
    field(
      "on", Phrase(zh: "适用日期", en: "As on"), .day, values: [day.description],
      help: Phrase(
        zh: "按行为发生之日查看取值", en: "Shows the value of the day of the conduct"), error: fault))
}

extension RuleFinding {
  fileprivate var hasValue: Bool { if case .value = self { true } else { false } }
}

/// Leads to the deadline that the rule makes.
private func deadlineBar(_ rule: Rule, _ day: Day) -> HTML {
  let label = Phrase(zh: "计算届满日", en: "Count the last day")
  return """
    <form class="filters" method="get" action="\(RulePath.deadlines)" aria-label="\(label)">\
    \(hidden("rule", rule.id.description))\
    \(field(
      "after", Phrase(zh: "从某日起算", en: "Counted from"), .day, values: [day.description], need: .required,
      help: Phrase(zh: "当日不计入，从次日起算", en: "That day is not counted; the next is the first")))\
    <div class="filter-actions">\(button(label, .plain))</div></form>
    """
}

private func missing(_ file: RuleFile, _ day: Day) -> HTML {
  let rule = file.rule
  switch file.finding {
  case .value(let reading): return reading.mark.map { notice(.warning, $0) } ?? ""
  case .unknown:
    return notice(.error, RuleRefusal.unknownValue(rule.id, missing: rule.title, supplier: rule.supplier).phrase)
  case .notInForce: return notice(.information, RuleRefusal.notInForce(rule.id, title: rule.title, on: day).phrase)
  }
}

private func facts(_ file: RuleFile, _ day: Day) -> HTML {
  let rule = file.rule
  var pairs: [(Phrase, HTML)] = [
    (Phrase(zh: "取值", en: "Value"), "<strong>\(file.finding.phrase)</strong> \(ruleStatus(file.finding))"),
    (Phrase(zh: "编号", en: "Name"), copyable(rule.id.description)),
    (
      Phrase(zh: "分类", en: "Subject"),
      "<a href=\"\(RulePath.list(RuleFilter(group: rule.group.key)))\">\(rule.group.title)</a>"
    ),
    (Phrase(zh: "单位", en: "Unit"), "\(rule.unit.phrase)"),
    (Phrase(zh: "可提供或确认的单位", en: "May be supplied or confirmed by"), "\(rule.supplier)"),
  ]
  if case .value(let reading) = file.finding, let source = reading.source {
    pairs.append((Phrase(zh: "依据", en: "Source"), ruleSource(source)))
  }
  return definitions(pairs)
}

/// The rows of a table; nothing for a single value.
private func rows(_ finding: RuleFinding) -> HTML {
  guard case .value(let reading) = finding, case .table(let content) = reading.value else { return "" }
  return ruleRows(content, reading.title)
}

func ruleRows(_ content: RuleTable, _ caption: Phrase) -> HTML {
  let isWords = content.unit == .text
  let columns =
    [Column(Phrase(zh: "代码", en: "Key"), .code), Column(Phrase(zh: "项目", en: "Item"), .name)]
    + (isWords ? [] : [Column(Phrase(zh: "取值", en: "Value"))])
  return table(
    caption, columns: columns,
    rows: content.rows.map { row in
      ["\(row.key)", "\(row.title)"] + (isWords ? [] : ["\(row.amount.phrase(in: content.unit))"])
    })
}

/// A source in one line; English titles stand beside Chinese document numbers.
func citation(_ source: RuleSource) -> HTML {
  marked(source.phrase)
}

/// Document, number and article, and the copies that were read.
///
/// The addresses are no links: few are official.
func ruleSource(_ source: RuleSource) -> HTML {
  let copies = source.copies.map { "<li>\(if: !$0.key.isEmpty, "<code>\($0.key)</code> ")\($0.address)</li>" as HTML }
  let words = citation(source)
  guard !copies.isEmpty else { return words }
  return """
    \(words)<details><summary>\(Phrase(zh: "所读副本（引用前请向发布机关核对）", en: "Copies read (verify with the issuing body)"))</summary>\
    <ul>\(copies)</ul></details>
    """
}

private func uses(_ uses: [RuleUse]) -> HTML {
  guard !uses.isEmpty else {
    return "<p>\(Phrase(zh: "目前没有功能使用这条规则", en: "No function uses this rule yet"))</p>"
  }
  let items = uses.map { use -> HTML in
    use.path.map { "<li><a href=\"\(Link($0))\">\(use.function)</a></li>" } ?? "<li>\(use.function)</li>"
  }
  return "<ul>\(items)</ul>"
}
