import API
import HTTPTypes
import Kernel
import Markup
import Rules
import RulesStore
import Web

/// All rules, or those that the filter leaves; without a filter an overview by status and subject.
func ruleListPage(_ listings: [RuleListing], groups: [RuleGroup], filter: RuleFilter) -> Page {
  let isAnswerable = filter.statusFault ?? filter.dayFault ?? filter.groupFault(groups) == nil
  return Page(
    Phrase(zh: "规则库", en: "Rules"), status: isAnswerable ? .ok : RefusalKind.invalid.status,
    """
    <p class="lead">\(introduction)</p>
    \(filters(groups, filter))
    \(isAnswerable ? found(listings, groups, filter) : notice(.error, uncorrected))
    """)
}

private func found(_ listings: [RuleListing], _ groups: [RuleGroup], _ filter: RuleFilter) -> HTML {
  """
  \(if: filter.status == nil, statusTiles(listings, filter))
  \(filter.isNarrow ? ruleTable(listings) : overview(listings, groups, filter))
  """
}

private let uncorrected = Phrase(zh: "请更正标出的条件后再查询", en: "Please correct the marked conditions and search again")

private let introduction = Phrase(
  zh: "平台使用的每一个法定值都在这里：取值、起止日期、依据和状态。未知的取值不作猜测，需要它的功能会说明缺什么、向谁索取。",
  en: "Every legal value that the platform uses: value, dates, source and status. "
    + "An unknown value is never guessed; whatever needs it says what is missing and who may supply it.")

private func filters(_ groups: [RuleGroup], _ filter: RuleFilter) -> HTML {
  let fields: HTML = """
    \(field("q", Phrase(zh: "名称或编号", en: "Title or name"), .search, values: [filter.part].compactMap(\.self)))\
    \(field(
      "group", Phrase(zh: "分类", en: "Subject"), .list([.all] + groups.map { Choice($0.key, $0.title) }),
      values: [filter.group ?? ""], error: filter.groupFault(groups)))\
    \(field(
      "status", Phrase(zh: "状态", en: "Status"), .list([.all] + RuleStatus.allCases.map { Choice($0.rawValue, $0.phrase) }),
      values: [filter.status?.rawValue ?? ""], error: filter.statusFault))\
    \(field("on", Phrase(zh: "适用日期", en: "As on"), .day, values: [filter.day].compactMap { $0?.description },
      error: filter.dayFault))
    """
  return filterBar(to: RulePath.list, clear: filter.query.isEmpty ? nil : RulePath.list, fields)
}

private func statusTiles(_ listings: [RuleListing], _ filter: RuleFilter) -> HTML {
  let known = RuleStatus.allCases.map { status in
    var narrower = filter
    narrower.status = status
    let count = listings.count { $0.finding.status == status }
    return Tile(status.phrase, "\(Count(count))", note: status.explanation, link: RulePath.list(narrower))
  }
  let rest = listings.count { $0.finding.status == nil }
  let notInForce = Tile(
    RuleFinding.notInForce.phrase, "\(Count(rest))",
    note: Phrase(zh: "尚未施行或已经失效", en: "Not yet in force, or no longer"))
  return tiles(rest == 0 ? known : known + [notInForce])
}

private func overview(_ listings: [RuleListing], _ groups: [RuleGroup], _ filter: RuleFilter) -> HTML {
  let bySubject = Dictionary(grouping: listings, by: \.rule.group)
  let columns =
    [Column(Phrase(zh: "分类", en: "Subject"), .name), Column(Phrase(zh: "规则数", en: "Rules"), .number)]
    + RuleStatus.allCases.map { Column($0.phrase, .number) } + [Column(RuleFinding.notInForce.phrase, .number)]
  let rows = groups.map { group -> [HTML] in
    let own = bySubject[group] ?? []
    let counts = RuleStatus.allCases.map { status -> HTML in
      let link = RulePath.list(RuleFilter(group: group.key, status: status, day: filter.day))
      let count = own.count { $0.finding.status == status }
      return count == 0 ? "0" : "<a href=\"\(link)\">\(Count(count))</a>"
    }
    let link = RulePath.list(RuleFilter(group: group.key, day: filter.day))
    return ["<a href=\"\(link)\">\(group.title)</a>", "\(Count(own.count))"] + counts
      + ["\(Count(own.count { $0.finding.status == nil }))"]
  }
  return table(Phrase(zh: "按分类统计", en: "By subject"), columns: columns, rows: rows)
}

private func ruleTable(_ listings: [RuleListing]) -> HTML {
  guard !listings.isEmpty else {
    return emptyState(
      Phrase(zh: "没有符合条件的规则", en: "No rule matches"), Phrase(zh: "请放宽条件后再查", en: "Please ask for less and try again"),
      action: linkButton(Phrase(zh: "查看全部规则", en: "See all rules"), to: RulePath.list))
  }
  return table(
    Phrase(zh: "共 \(listings.count) 条规则", en: "\(listings.count) rules"),
    columns: [
      Column(Phrase(zh: "规则", en: "Rule"), .name), Column(Phrase(zh: "编号", en: "Name"), .code),
      Column(Phrase(zh: "取值", en: "Value")), Column(Phrase(zh: "状态", en: "Status")),
      Column(Phrase(zh: "依据", en: "Source")), Column(Phrase(zh: "使用处", en: "Uses"), .number),
    ], rows: listings.map(row))
}

private func row(_ listing: RuleListing) -> [HTML] {
  let rule = listing.rule
  let source: HTML =
    if case .value(let reading) = listing.finding, let source = reading.source { citation(source) } else { .notKnown }
  return [
    "<a href=\"\(RulePath.show(rule.id))\">\(rule.title)</a>", "\(rule.id)", "\(listing.finding.phrase)",
    ruleStatus(listing.finding), source, "\(Count(listing.uses))",
  ]
}

extension Choice {
  fileprivate static var all: Choice { Choice("", Phrase(zh: "全部", en: "All")) }
}
