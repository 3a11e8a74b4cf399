import Institutions
import Kernel
import Markup
import Web

/// The categories of service with how many institutions offer each; those without any are the gaps.
///
/// - Parameter rows: the institutions of the category that was asked for.
func chainPage(_ chain: ServiceChain, _ rows: CountedRows?, on day: Day) -> Page {
  let bars = chain.offered.map { entry in
    Bar(
      "\(entry.category.phrase)", entry.institutions,
      link: entry.institutions == 0
        ? nil
        : Link(
          "/chain", query: [("on", day.description), ("category", entry.category.rawValue)],
          fragment: CountedRows.fragment))
  }
  return Page(
    Phrase(zh: "服务链图", en: "The chain of services"),
    """
    <p class="lead">\(Phrase(
      zh: "试验区机构提供的七类服务。没有机构提供的一类即为缺口，是招引的方向。",
      en: "The seven kinds of service that institutions of the zone offer. A kind that nobody offers is a gap: whom to bring in."))</p>
    \(filterBar(to: Link("/chain"), field("on", Phrase(zh: "日期", en: "On"), .day, values: ["\(day)"])))
    \(chain.gaps.isEmpty ? full : gaps(chain.gaps))
    \(barChart(
      Phrase(zh: "提供该类服务的机构数", en: "Institutions that offer the kind of service"), unit: Phrase(zh: "家", en: "institutions"),
      bars: bars))
    \(rows?.markup ?? "")
    """)
}

private let full = notice(.success, Phrase(zh: "七类服务均有机构提供", en: "All seven kinds are offered"))

private func gaps(_ gaps: [ServiceCategory]) -> HTML {
  notice(
    .warning, Phrase(zh: "存在服务缺口", en: "There are gaps"),
    """
    <p>\(Phrase(zh: "尚无机构提供：", en: "Nobody offers: "))</p><ul>\(gaps.map { "<li>\($0.phrase)</li>" as HTML })</ul>
    """)
}
