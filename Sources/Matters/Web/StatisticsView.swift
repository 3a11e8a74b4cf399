import Access
import Kernel
import Markup
import Matters
import MattersStore
import Web

/// A number of the statistics of a procedure and year.
enum StatisticsPart: String, CaseIterable {
  case filed, open, closed, granted, refused, referred, ended, withdrawn, timed
  case onTime = "on-time"

  /// What is counted, beside procedure and year.
  var filter: MatterFilter {
    var filter = MatterFilter()
    switch self {
    case .filed: break
    case .open: filter.isOpen = true
    case .closed: filter.isOpen = false
    case .granted: filter.end = .granted
    case .refused: filter.end = .refused
    case .referred: filter.end = .referred
    case .ended: filter.end = .ended
    case .withdrawn: filter.end = .withdrawn
    case .timed: filter.punctuality = .timed
    case .onTime: filter.punctuality = .onTime
    }
    return filter
  }

  var words: Phrase {
    switch self {
    case .filed: Phrase(zh: "提交", en: "Filed")
    case .open: Phrase(zh: "办理中", en: "Open")
    case .closed: Phrase(zh: "已结束", en: "Closed")
    case .granted: MatterEnd.granted.phrase
    case .refused: MatterEnd.refused.phrase
    case .referred: MatterEnd.referred.phrase
    case .ended: MatterEnd.ended.phrase
    case .withdrawn: MatterEnd.withdrawn.phrase
    case .timed: Phrase(zh: "有时限", en: "With a time limit")
    case .onTime: Phrase(zh: "未超期", en: "On time")
    }
  }

  func count(in counts: MatterStatistics) -> Int {
    switch self {
    case .filed: counts.filed
    case .open: counts.filed - counts.closed
    case .closed: counts.closed
    case .granted: counts.byEnd[.granted] ?? 0
    case .refused: counts.byEnd[.refused] ?? 0
    case .referred: counts.byEnd[.referred] ?? 0
    case .ended: counts.byEnd[.ended] ?? 0
    case .withdrawn: counts.byEnd[.withdrawn] ?? 0
    case .timed: counts.timed
    case .onTime: counts.onTime
    }
  }

  /// In the order of the table: filed is open and closed, closed is what follows.
  static let columns: [StatisticsPart] = [
    .filed, .open, .closed, .granted, .refused, .referred, .ended, .withdrawn, .timed, .onTime,
  ]
}

/// How each procedure has gone in a year; each number opens into its matters for those who work on matters.
func statisticsPage(
  _ found: [(Procedure, MatterStatistics)], year: Int, years: [Int], for account: Account
) -> Page {
  let title = Phrase(zh: "办件统计", en: "How matters have gone")
  func number(_ part: StatisticsPart, _ procedure: Procedure, _ counts: MatterStatistics) -> HTML {
    let count = part.count(in: counts)
    guard count > 0, account.may(.workOnMatters) else { return "\(Count(count))" }
    return "<a href=\"\(countedPath(part, procedure.head.code, year))\">\(Count(count))</a>"
  }
  return Page(
    title, trail: [Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides)],
    """
    <p class="lead">\(Phrase(
      zh: "按提交年度统计；没有办件的没有中位数和按时率，不以 0 代替。",
      en: "By the year of filing. Where there was no matter there is no median and no share, never 0."))</p>
    \(filterBar(
      to: MatterPath.statistics,
      field("year", Phrase(zh: "年度", en: "Year"), .list(years.map { Choice("\($0)", text: "\($0)") }), values: ["\(year)"])))
    \(barChart(
      Phrase(zh: "\(year) 年各事项办件数", en: "Matters filed in \(year)"), unit: Phrase(zh: "件", en: "matters"),
      bars: found.map { procedure, counts in
        Bar(
          "\(procedure.head.name)", counts.filed,
          link: account.may(.workOnMatters)
            ? countedPath(.filed, procedure.head.code, year) : MatterPath.guide(procedure.head.code))
      }))
    \(table(
      title,
      columns: [Column(Phrase(zh: "事项", en: "Procedure"), .name)]
        + StatisticsPart.columns.map { Column($0.words, .number) } + [
          Column(Phrase(zh: "按时率", en: "On time, share"), .number),
          Column(Phrase(zh: "办理中位数（工作日）", en: "Median working days"), .number),
        ],
      rows: found.map { procedure, counts in
        ["<a href=\"\(MatterPath.guide(procedure.head.code))\">\(procedure.head.name)</a>"]
          + StatisticsPart.columns.map { number($0, procedure, counts) } + [
            counts.onTimeShare.map { "\($0.value / 100)%" } ?? .notKnown,
            counts.medianDays.map { "\($0)" } ?? .notKnown,
          ]
      }))
    """)
}

private func countedPath(_ part: StatisticsPart, _ procedure: String, _ year: Int) -> Link {
  MatterPath.counted([("procedure", procedure), ("year", "\(year)"), ("part", part.rawValue)])
}

/// The matters that a number of the statistics counts: by their numbers alone where the reader has no part in them.
func countedPage(
  _ found: CountedMatters, _ procedure: Procedure, _ part: StatisticsPart, year: Int, isFirst: Bool
) -> Page {
  let title = Phrase(
    zh: "\(year) 年\(procedure.head.name.zh)：\(part.words.zh)", en: "\(procedure.head.name.en) \(year): \(part.words.en)"
  )
  let first = countedPath(part, procedure.head.code, year)
  let older = found.next.map { next in
    MatterPath.counted([
      ("procedure", procedure.head.code), ("year", "\(year)"), ("part", part.rawValue), ("after", "\(next)"),
    ])
  }
  return Page(
    title,
    trail: [
      Crumb(Phrase(zh: "办事指南", en: "What you can ask for"), MatterPath.guides),
      Crumb(Phrase(zh: "办件统计", en: "How matters have gone"), MatterPath.statistics),
    ],
    """
    <p class="lead">\(Phrase(zh: "共 \(found.count) 件", en: "Matters: \(found.count)"))</p>
    <section id="rows">\(if: found.matters.isEmpty, emptyState(
      Phrase(zh: "没有这样的办件", en: "No matters of this kind"), Phrase(zh: "可换一个年度", en: "Try another year")))\
    \(if: !found.matters.isEmpty, countedTable(title, found, procedure))</section>
    \(pager(newer: isFirst ? nil : first, older: older))
    """)
}

private func countedTable(_ title: Phrase, _ found: CountedMatters, _ procedure: Procedure) -> HTML {
  let closed = Phrase(zh: "仅承办人和当事人可查看", en: "open to its staff and parties alone")
  return table(
    title,
    columns: [
      Column(Phrase(zh: "编号", en: "Number"), .name), Column(Phrase(zh: "阶段", en: "Stage")),
      Column(Phrase(zh: "提交时间", en: "Filed")), Column(Phrase(zh: "办结时间", en: "Closed")),
    ],
    rows: found.matters.map { matter in
      [
        found.open.contains(matter.id)
          ? "<a href=\"\(MatterPath.show(matter.id))\">\(matter.number)</a>"
          : "\(matter.number) <small>\(closed)</small>",
        "\(procedure.stage(matter.stage)?.phrase ?? Phrase(zh: matter.stage, en: matter.stage))",
        "\(Instant(matter.filedAt))", matter.closedAt.map { "\(Instant($0))" } ?? "",
      ]
    })
}
