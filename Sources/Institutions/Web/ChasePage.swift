import Institutions
import Kernel
import Markup
import Web

/// Who has not filed the return of a period.
///
/// - Parameters:
///   - rows: the returns of the sort that was asked for.
///   - mayFile: whether the reader may file a return in an institution's place.
func chasePage(_ chase: ReturnChase, _ rows: CountedRows?, thisYear: Int, mayFile: Bool) -> Page {
  let query = [("year", "\(chase.year)"), ("period", chase.period.rawValue)]
  func returns(_ show: String, _ count: Int) -> Link? {
    count == 0 ? nil : Link("/chase", query: query + [("show", show)], fragment: CountedRows.fragment)
  }
  return Page(
    Phrase(zh: "报表催报", en: "Returns to chase"),
    trail: [Crumb(Phrase(zh: "机构统计报表", en: "Returns of institutions"), Link("/returns"))],
    """
    <p class="lead">\(Phrase(
      zh: "报告期末在册而没有报表的机构。没有报即为缺报，不按零计算。",
      en: "Institutions of the zone on the period's last day without a return. A return not filed is missing; it does not count as zero."))</p>
    \(filterBar(
      to: Link("/chase"),
      """
      \(field(
        "year", Phrase(zh: "年度", en: "Year"), .list((2024...max(2024, thisYear)).map { Choice("\($0)", text: "\($0)") }),
        values: ["\(chase.year)"]))
      \(field(
        "period", Phrase(zh: "报告期", en: "Period"), .list(ReturnPeriod.allCases.map { Choice($0.rawValue, $0.phrase) }),
        values: [chase.period.rawValue]))
      """))
    \(tiles([
      Tile(Phrase(zh: "已审核", en: "Approved"), "\(Count(chase.approved))", link: returns("approved", chase.approved)),
      Tile(Phrase(zh: "待审核或退回", en: "Pending"), "\(Count(chase.pending))", link: returns("pending", chase.pending)),
      Tile(Phrase(zh: "缺报", en: "Missing"), "\(Count(chase.missing.count))", link: Link("/chase", query: query, fragment: "missing")),
    ]))
    \(rows?.markup ?? "")
    <div id="missing">\(chase.missing.isEmpty ? nobody : missing(chase, mayFile: mayFile))</div>
    <p class="actions">\(linkButton(
      Phrase(zh: "下载催报名单", en: "Download the list"), to: Link("/chase/list.csv", query: query)))</p>
    """)
}

private let nobody = emptyState(
  Phrase(zh: "没有缺报的机构", en: "Nobody is missing"),
  Phrase(zh: "该报告期在册机构均已填报", en: "Every institution of the period has filed"))

private func missing(_ chase: ReturnChase, mayFile: Bool) -> HTML {
  table(
    Phrase(zh: "缺报机构", en: "Institutions without a return"),
    columns: [
      Column(Phrase(zh: "机构", en: "Institution"), .name), Column(Phrase(zh: "统一社会信用代码", en: "Credit code"), .code),
      Column(Phrase(zh: "电话", en: "Telephone"), .code),
    ] + (mayFile ? [Column(Phrase(zh: "办理", en: "Do"))] : []),
    rows: chase.missing.map { entry in
      [
        "<a href=\"\(Link("/institutions", query: [("q", entry.code)]))\">\(marked(entry.name))</a>", "\(entry.code)",
        entry.phone.map { "\($0)" } ?? .notKnown,
      ] + (mayFile ? [filing(entry, chase)] : [])
    })
}

/// The way to the form, with what is known filled in.
private func filing(_ entry: ReturnChase.Missing, _ chase: ReturnChase) -> HTML {
  let query = [("institution", entry.code), ("year", "\(chase.year)"), ("period", chase.period.rawValue)]
  return "<a href=\"\(Link("/returns/new", query: query))\">\(Phrase(zh: "代为填报", en: "File for it"))</a>"
}
