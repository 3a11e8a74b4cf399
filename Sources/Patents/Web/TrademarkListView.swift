import API
import Access
import HTTPTypes
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// The trademarks of the register, newest first, with what they can be narrowed by.
func trademarkListPage(_ page: TrademarkPage, _ question: TrademarkQuestion, for account: Account) -> Page {
  let isAsked = question.faults.isEmpty
  return Page(
    Phrase(zh: "商标登记库", en: "Register of trademarks"), status: isAsked ? .ok : RefusalKind.invalid.status,
    """
    \(filters(page.facets, question))
    \(isAsked ? found(page, question, account) : notice(.error, question.faults[0].phrase))
    """)
}

private func found(_ page: TrademarkPage, _ question: TrademarkQuestion, _ account: Account) -> HTML {
  let filter = question.filter
  guard page.count > 0 else { return nothing(filter) }
  let export: HTML =
    account.may(.exportPatents)
    ? "<p class=\"actions\">\(linkButton(Phrase(zh: "导出（CSV）", en: "Take along (CSV)"), to: TrademarkPath.export(filter)))</p>"
    : ""
  return """
    <p class="count" role="status">\(Phrase(zh: "共 \(Count(page.count)) 件，按申请日由新到旧", en: "\(Count(page.count)) marks, newest filing first"))</p>
    \(facets(page.facets, filter))
    \(export)
    \(table(
      Phrase(zh: "商标列表", en: "List of trademarks"),
      columns: [
        Column(Phrase(zh: "商标", en: "Mark"), .name), Column(Phrase(zh: "申请号／注册号", en: "Numbers"), .code),
        Column(Phrase(zh: "类别", en: "Sort")), Column(Phrase(zh: "申请人（注册人）", en: "Applicants")),
        Column(Phrase(zh: "国际分类", en: "Nice classes"), .code), Column(Phrase(zh: "申请日", en: "Filed"), .code),
        Column(Phrase(zh: "状态", en: "Status")),
      ], rows: page.lines.map(row)))
    \(pager(
      newer: question.after == nil ? nil : TrademarkPath.list(filter),
      older: page.next.map { TrademarkPath.list(filter, after: $0) }))
    """
}

private func row(_ line: TrademarkLine) -> [HTML] {
  [
    "<a href=\"\(TrademarkPath.show(line.id))\">\(line.name.map { data($0) } ?? wordless)</a>\(if: isSample(line.applicants), " \(demoMark)")",
    "\(line.office) \(joined(line.numbers.map { "\($0)" as HTML }))", "\(line.sort.phrase)",
    joined(line.applicants.prefix(3).map { data($0) }), "\(line.classes.map(String.init).joined(separator: " "))",
    "\(line.day)", line.status.map(markStatus) ?? "",
  ]
}

/// Whether a mark is one of the invented ones of the demonstration, which name their applicants so.
func isSample(_ applicants: [String]) -> Bool { applicants.contains { $0.hasSuffix("（示例）") } }

let wordless: HTML = "\(Phrase(zh: "（无文字）", en: "(without words)"))"

func classPhrase(_ number: Int) -> Phrase { Phrase(zh: "第 \(number) 类", en: "Class \(number)") }

private func filters(_ facets: TrademarkFacets, _ question: TrademarkQuestion) -> HTML {
  let filter = question.filter
  func choice(_ name: String, _ label: Phrase, _ choices: [Choice], _ chosen: String?) -> HTML {
    field(
      name, label, .list([Choice("", Phrase(zh: "全部", en: "All"))] + choices), values: chosen.map { [$0] } ?? [],
      error: question.fault(of: name))
  }
  let classes = facets.classes.map(\.value)
  let shown = filter.niceClass.map { classes.contains($0) ? classes : classes + [$0] } ?? classes
  let statuses = facets.statuses.map(\.value).with(filter.status)
  return filterBar(
    to: TrademarkPath.list, clear: filter.isEmpty && question.faults.isEmpty ? nil : TrademarkPath.list,
    """
    \(field("q", Phrase(zh: "商标文字、申请人或号码", en: "Words, applicant or number"), .search, values: filter.text.map { [$0] } ?? []))
    \(choice("sort", Phrase(zh: "类别", en: "Sort"), TrademarkRecord.Sort.allCases.map { Choice($0.rawValue, $0.phrase) }, filter.sort?.rawValue))
    \(choice("class", Phrase(zh: "国际分类", en: "Nice class"), shown.map { Choice("\($0)", classPhrase($0)) }, filter.niceClass.map(String.init)))
    \(choice("status", Phrase(zh: "状态", en: "Status"), statuses.map { word in PatentPhrases.markStatus(word).map { Choice(word, $0) } ?? Choice(word, text: word) }, filter.status))
    \(choice("office", Phrase(zh: "受理局", en: "Office"), facets.offices.map(\.value).with(filter.office).map { Choice($0, text: $0) }, filter.office))
    """)
}

extension [String] {
  fileprivate func with(_ chosen: String?) -> [String] { chosen.map { contains($0) ? self : self + [$0] } ?? self }
}

/// How many marks each class and each status has, each a way to them.
private func facets(_ facets: TrademarkFacets, _ filter: TrademarkFilter) -> HTML {
  func narrowed(_ change: (inout TrademarkFilter) -> Void) -> Link {
    var filter = filter
    change(&filter)
    return TrademarkPath.list(filter)
  }
  let classes = facets.classes.map { facet -> HTML in
    "<a href=\"\(narrowed { $0.niceClass = facet.value })\">\(classPhrase(facet.value))</a> \(Count(facet.count))"
  }
  let statuses = facets.statuses.prefix(20).map { facet -> HTML in
    "<a href=\"\(narrowed { $0.status = facet.value })\">\(markStatus(facet.value))</a> \(Count(facet.count))"
  }
  return definitions([
    (Phrase(zh: "按国际分类", en: "By Nice class"), classes.isEmpty ? .notKnown : joined(classes)),
    (Phrase(zh: "按状态", en: "By status"), statuses.isEmpty ? .notKnown : joined(statuses)),
  ])
}

private func nothing(_ filter: TrademarkFilter) -> HTML {
  filter.isEmpty
    ? emptyState(
      Phrase(zh: "登记库中还没有商标", en: "There are no trademarks yet"),
      Phrase(
        zh: "导入 WIPO ST.66 或 ST.96 商标文件后，这里会列出全部商标。",
        en: "Once a trademark file in WIPO ST.66 or ST.96 is imported, its marks are listed here."))
    : emptyState(
      Phrase(zh: "没有符合条件的商标", en: "No trademark meets these conditions"),
      Phrase(zh: "请减少条件或换用其他字词。", en: "Try fewer or other words."),
      action: linkButton(Phrase(zh: "查看全部商标", en: "See all trademarks"), to: TrademarkPath.list))
}
