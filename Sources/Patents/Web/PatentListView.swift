import API
import HTTPTypes
import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// The register as a list, newest first, with its filters.
///
/// - Parameter page: nil where the question cannot be answered.
func patentListPage(_ page: PatentPage?, _ question: PatentQuestion, _ facets: PatentFacets) -> Page {
  Page(
    Phrase(zh: "专利登记库", en: "Register of patents"), status: page == nil ? RefusalKind.invalid.status : .ok,
    """
    \(filters(question, facets))
    \(question.filter.applicant.map { ofParty($0.description) })
    \(page.map { $0.patents.isEmpty ? nothing(question.filter) : results($0, question.filter, question.cursor) }
      ?? notice(.error, question.faults.first?.phrase ?? untakenCondition))
    """)
}

private let untakenCondition = Phrase(zh: "请更正标出的条件", en: "Please correct the marked conditions")

/// A list of one party's patents says so, since no field of the form shows it.
private func ofParty(_ id: String) -> HTML {
  """
  <p>\(Phrase(zh: "只列出一个主体申请的专利。", en: "Only patents of one applicant are listed."))\
  <a href="\(PatentPath.party(id))">\(Phrase(zh: "查看该主体", en: "See the party"))</a></p>
  """
}

/// What is offered, and what is asked for although no patent has it.
private func filters(_ question: PatentQuestion, _ facets: PatentFacets) -> HTML {
  let filter = question.filter
  let kinds = PatentKind.allCases.filter { facets.kinds.contains($0.rawValue) || filter.kind == $0.rawValue }
  let years = (facets.years.map { Array($0.reversed()) } ?? []).with(filter.year)
  let fields: HTML = """
    \(field("q", Phrase(zh: "名称、申请人或号码", en: "Title, applicant or number"), .search, values: values(filter.text)))
    \(choice("kind", Phrase(zh: "类型", en: "Kind"), kinds.map { Choice($0.rawValue, $0.phrase) }, filter.kind, question))
    \(choice("year", Phrase(zh: "公开年", en: "Year"), years.map { Choice("\($0)", text: "\($0)") }, filter.year.map(String.init), question))
    \(choice("section", Phrase(zh: "IPC 部", en: "IPC section"), facets.sections.with(filter.section).map { Choice($0, sectionPhrase($0)) }, filter.section, question))
    \(choice("province", Phrase(zh: "省市", en: "Province"), facets.provinces.with(filter.province).map { Choice($0, provincePhrase($0)) }, filter.province, question))
    \(filter.applicant.map { hidden("applicant", $0.description) } ?? "")
    """
  return filterBar(
    to: PatentPath.list, clear: filter.isEmpty && question.faults.isEmpty ? nil : PatentPath.list, fields)
}

private func choice(
  _ name: String, _ label: Phrase, _ choices: [Choice], _ chosen: String?, _ question: PatentQuestion
) -> HTML {
  field(
    name, label, .list([Choice("", Phrase(zh: "全部", en: "All"))] + choices), values: values(chosen),
    error: question.fault(of: name))
}

extension [Int] {
  fileprivate func with(_ chosen: Int?) -> [Int] { chosen.map { contains($0) ? self : self + [$0] } ?? self }
}

extension [String] {
  fileprivate func with(_ chosen: String?) -> [String] { chosen.map { contains($0) ? self : self + [$0] } ?? self }
}

private func results(_ page: PatentPage, _ filter: PatentFilter, _ cursor: PatentCursor?) -> HTML {
  """
  <p class="count" role="status">\(countPhrase(page.count, exact: filter.isEmpty || page.count <= PatentPage.countedTo))</p>
  \(table(
    Phrase(zh: "专利列表", en: "List of patents"),
    columns: [
      Column(Phrase(zh: "名称", en: "Title"), .name), Column(Phrase(zh: "公开（公告）号", en: "Publication"), .code),
      Column(Phrase(zh: "类型", en: "Kind"), .code), Column(Phrase(zh: "申请（专利权）人", en: "Applicants")),
      Column(Phrase(zh: "申请日", en: "Filed"), .code), Column(Phrase(zh: "公开日", en: "Published"), .code),
      Column(Phrase(zh: "IPC", en: "IPC"), .code),
    ], rows: page.patents.map(row)))
  \(pager(
    newer: cursor == nil ? nil : PatentPath.list(filter),
    older: page.next.map { PatentPath.list(filter, after: $0) }))
  """
}

private func row(_ patent: Patent) -> [HTML] {
  let facts = patent.facts
  let applicants = facts.list(.applicants)
  let shown = applicants.prefix(3).map { data($0) }
  return [
    "<a href=\"\(PatentPath.show(patent.id))\">\(facts[.title].map { data($0) } ?? untitled)</a>\(if: isSample(facts), " \(demoMark)")",
    facts[.publicationNumber].map { "\($0)" } ?? withoutNumber(patent),
    kindText(facts),
    "\(joined(shown))\(if: applicants.count > 3, " \(Phrase(zh: "等\(applicants.count)个", en: "and \(applicants.count - 3) more"))")",
    "\(facts[.filingDay] ?? "")", "\(facts[.publicationDay] ?? "")", "\(facts.list(.ipc).first ?? "")",
  ]
}

private func withoutNumber(_ patent: Patent) -> HTML {
  if let number = patent.facts[.applicationNumber] ?? patent.facts[.applicationRaw], !patent.identity.isWithoutNumber {
    return "\(number)"
  }
  return badge(Phrase(zh: "无号", en: "No number"), .warning)
}

private func nothing(_ filter: PatentFilter) -> HTML {
  filter.isEmpty
    ? emptyState(
      Phrase(zh: "登记库还是空的", en: "The register is empty"),
      Phrase(zh: "导入专利文件后，这里会列出全部专利。", en: "Once a file of patents is imported, they are listed here."))
    : emptyState(
      Phrase(zh: "没有符合条件的专利", en: "No patent meets these conditions"),
      Phrase(
        zh: "请减少条件或换用其他字词；申请人更名、合并前后的名称可在主体中查到。",
        en: "Try fewer or other words; earlier and later names of an applicant are found among the parties."),
      action: """
        \(linkButton(Phrase(zh: "查看全部专利", en: "See all patents"), to: PatentPath.list))\
        \(filter.text.map { linkButton(Phrase(zh: "在主体中查找", en: "Search the parties"), to: PatentPath.parties($0)) })
        """)
}

private func values(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

private func countPhrase(_ count: Int, exact: Bool) -> Phrase {
  let number = Count(exact ? count : PatentPage.countedTo).description
  return exact
    ? Phrase(zh: "共 \(number) 件，按公开日由新到旧", en: "\(number) patents, newest publication first")
    : Phrase(zh: "超过 \(number) 件，按公开日由新到旧", en: "More than \(number) patents, newest publication first")
}

let untitled: HTML = "\(Phrase(zh: "（无名称）", en: "(untitled)"))"
