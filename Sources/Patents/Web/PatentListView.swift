import Kernel
import Markup
import Patents
import PatentsStore
import Web

/// The register as a list, newest first, with its filters.
func patentListPage(
  _ page: PatentPage, _ filter: PatentFilter, _ cursor: PatentCursor?, _ facets: PatentFacets
) -> Page {
  Page(
    Phrase(zh: "专利检索", en: "Patents"),
    """
    \(filters(filter, facets))
    \(page.patents.isEmpty ? nothing(filter) : results(page, filter, cursor))
    """)
}

private func filters(_ filter: PatentFilter, _ facets: PatentFacets) -> HTML {
  let kinds = PatentKind.allCases.filter { facets.kinds.contains($0.rawValue) }
  let years = facets.years.map { Array($0.reversed()) } ?? []
  let fields: HTML = """
    \(field("q", Phrase(zh: "号码或名称", en: "Number or title"), .search, values: values(filter.text)))
    \(field("kind", Phrase(zh: "类型", en: "Kind"), .list(kinds.map { Choice($0.rawValue, $0.phrase) }), values: values(filter.kind)))
    \(field("year", Phrase(zh: "公开年", en: "Year"), .list(years.map { Choice("\($0)", text: "\($0)") }), values: values(filter.year.map(String.init))))
    \(field("section", Phrase(zh: "IPC 部", en: "IPC section"), .list(facets.sections.map { Choice($0, sectionPhrase($0)) }), values: values(filter.section)))
    \(field("province", Phrase(zh: "省市", en: "Province"), .list(facets.provinces.map { Choice($0, provincePhrase($0)) }), values: values(filter.province)))
    \(filter.applicant.map { hidden("applicant", $0.description) } ?? "")
    """
  return filterBar(to: PatentPath.list, clear: filter.isEmpty ? nil : PatentPath.list, fields)
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
    "<a href=\"\(PatentPath.show(patent.id))\">\(facts[.title].map { data($0) } ?? untitled)</a>",
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
      Phrase(zh: "请减少条件，或改用公开号、申请号查找。", en: "Try fewer conditions, or a publication or application number."),
      action: linkButton(Phrase(zh: "查看全部专利", en: "See all patents"), to: PatentPath.list))
}

private func values(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

private func countPhrase(_ count: Int, exact: Bool) -> Phrase {
  let number = Count(exact ? count : PatentPage.countedTo).description
  return exact
    ? Phrase(zh: "共 \(number) 件，按公开日由新到旧", en: "\(number) patents, newest publication first")
    : Phrase(zh: "超过 \(number) 件，按公开日由新到旧", en: "More than \(number) patents, newest publication first")
}

let untitled: HTML = "\(Phrase(zh: "（无名称）", en: "(untitled)"))"
