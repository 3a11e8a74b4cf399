import Institutions
import Kernel
import Ledgers
import Markup
import Web

/// How many leads came how far, each number with the records behind it.
///
/// - Parameter counted: the leads at the step that was asked for.
func funnelPage(
  _ funnel: RecruitmentFunnel, _ counted: CountedRows?, _ quiet: [QuietLead], year: Int?, today: Day
) -> Page {
  func link(_ step: String, _ leads: Int) -> Link? {
    guard leads > 0 else { return nil }
    let query = (year.map { [("year", "\($0)")] } ?? []) + [("step", step)]
    return Link("/recruitment", query: query, fragment: CountedRows.fragment)
  }
  let bars = funnel.reached.map { entry in
    Bar("\(leadStepWords(entry.step))", entry.leads, link: link(entry.step, entry.leads))
  }
  let rows = funnel.reached.enumerated().map { place, entry -> [HTML] in
    [
      "\(leadStepWords(entry.step))", number(entry.leads, link(entry.step, entry.leads)),
      funnel.conversion(at: place).map { "\(percent($0))" } ?? .notKnown,
    ]
  }
  let years = Array(2024...max(2024, today.year))
  return Page(
    Phrase(zh: "招引转化", en: "Recruitment"),
    trail: [Crumb(Phrase(zh: "招引线索", en: "Leads"), Link("/institutions/leads"))],
    """
    <p class="lead">\(Phrase(
      zh: "按线索建立时间统计：到今天为止，其中多少走到了洽谈、签约、入驻。每个数都由招引步骤台账算出，可逐条核对。",
      en: "By when the leads were opened: how many of them have come to talks, a contract and a room by today. Every number follows from the log of steps."))</p>
    \(filterBar(
      to: Link("/recruitment"), clear: year == nil ? nil : Link("/recruitment"),
      field(
        "year", Phrase(zh: "线索建立年度", en: "Leads opened in"), .list([Choice("", Phrase(zh: "全部年度", en: "All years"))] + years.map { Choice("\($0)", text: "\($0)") }),
        values: [year.map { "\($0)" }].compactMap(\.self))))
    \(barChart(Phrase(zh: "到达各步骤的线索", en: "Leads that reached each step"), unit: Phrase(zh: "条", en: "leads"), bars: bars))
    \(table(
      Phrase(zh: "各步转化率", en: "Conversion of each step"),
      columns: [
        Column(Phrase(zh: "步骤", en: "Step"), .name), Column(Phrase(zh: "线索数", en: "Leads"), .number),
        Column(Phrase(zh: "较上一步", en: "Of the step before"), .number),
      ], rows: rows))
    <p>\(Phrase(zh: "已终止：", en: "Given up: "))\(number(funnel.lost, link("lost", funnel.lost)))</p>
    \(counted?.markup ?? "")
    <p class="actions">\(linkButton(Phrase(zh: "查看线索", en: "See the leads"), to: Link("/institutions/leads")))</p>
    \(quiet.isEmpty ? "" : quietSection(quiet))
    """)
}

private func number(_ count: Int, _ link: Link?) -> HTML {
  link.map { "<a href=\"\($0)\">\(Count(count))</a>" } ?? "\(Count(count))"
}

/// Leads that wait for somebody.
private func quietSection(_ quiet: [QuietLead]) -> HTML {
  let title = Phrase(
    zh: "\(QuietLead.patience) 天以上没有进展的线索", en: "Leads without a step for more than \(QuietLead.patience) days")
  return """
    <section id="quiet"><h2>\(title)</h2>
    \(table(
      title, columns: [Column(Phrase(zh: "线索", en: "Lead"), .name), Column(Phrase(zh: "上次进展", en: "Last step"), .code)],
      rows: quiet.map { lead in
        [
          "<a href=\"\(Link("/institutions/leads/\(lead.record)"))\">\(marked(lead.name))</a>", "\(lead.lastOn.description)",
        ]
      }))</section>
    """
}

func leadStepWords(_ step: String) -> Phrase {
  leadStepChoices.first { $0.code == step }?.words ?? Phrase(zh: step, en: step)
}

private func percent(_ points: Int) -> String {
  "\(points / 100).\(points % 100 < 10 ? "0" : "")\(points % 100)%"
}
