import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// What staff look at each week: how far the figures are, how fresh their data is, and what to chase.
func boardPage(_ figures: [Figure], series: SeriesBook, at day: Day) -> Page {
  let targeted = figures.filter { $0.indicator.target != .none }
  let missing = targeted.filter { $0.state.value == nil }
  let unmet = figures.filter(FigureSelection.unmet.includes)
  return Page(
    Phrase(zh: "推进看板", en: "Board"), trail: [Crumb(figureCrumb, FigurePath.overview(at: day))],
    """
    \(cutoffBar(day, to: Link("/figures/board")))
    \(tiles([
      Tile(
        Phrase(zh: "已达标", en: "Attained"), "\(Count(targeted.filter(\.verdict.isAttained).count))",
        unit: Phrase(zh: "/ \(targeted.count) 项", en: "of \(targeted.count)"), link: FigurePath.table(at: day, .attained)),
      Tile(Phrase(zh: "有数据未达标", en: "With data, not met"), "\(Count(unmet.count))", link: Link("/figures/board", query: [("at", day.description)], fragment: "chase")),
      Tile(Phrase(zh: "尚无数据", en: "No data yet"), "\(Count(missing.count))", link: Link("/figures/board", query: [("at", day.description)], fragment: "missing")),
    ]))
    \(chase(unmet, series, day))
    \(missingList(missing, day))
    \(freshness(figures, day))
    """)
}

/// Largest gap first, by the share of the target that is missing.
private func chase(_ figures: [Figure], _ series: SeriesBook, _ day: Day) -> HTML {
  let sorted = figures.sorted { left, right in
    let (a, b) = (missingShare(left), missingShare(right))
    return a == b ? left.code < right.code : a > b
  }
  let rows = sorted.map { figure -> [HTML] in
    [
      link(figure, day), figureValue(figure, mayObserve: true), figureTarget(figure, series), figureGap(figure),
      figure.verdict.mark,
      "\(figure.indicator.owner)",
    ]
  }
  let caption = Phrase(zh: "本周要追：未达标，差距大的在前", en: "To chase this week: not met, the largest gap first")
  guard !rows.isEmpty else {
    return "<section id=\"chase\"><h2>\(caption)</h2><p>\(Phrase(zh: "没有这样的指标。", en: "There are none."))</p></section>"
  }
  return """
    <section id="chase"><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "现值", en: "Value"), .number),
        Column(Phrase(zh: "目标", en: "Target")), Column(Phrase(zh: "差距", en: "Gap")),
        Column(Phrase(zh: "结论", en: "Verdict")), Column(Phrase(zh: "责任单位", en: "Responsible")),
      ], rows: rows))</section>
    """
}

/// Thousandths of the target that are missing.
private func missingShare(_ figure: Figure) -> Int {
  guard let gap = figure.gap, let threshold = figure.threshold else { return 0 }
  return gap.thousandths(of: threshold)
}

private func missingList(_ figures: [Figure], _ day: Day) -> HTML {
  let caption = Phrase(zh: "尚无数据：等待的记录", en: "No data yet: what is awaited")
  guard !figures.isEmpty else { return "" }
  let rows = figures.map { figure -> [HTML] in
    [
      link(figure, day), "\(figure.state.absence ?? Absence.none.phrase)",
      "<ul>\(figure.indicator.awaits.map { "<li>\($0)</li>" as HTML })</ul>", "\(figure.indicator.owner)",
    ]
  }
  return """
    <section id="missing"><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "状态", en: "State")),
        Column(Phrase(zh: "所需记录", en: "Records needed")), Column(Phrase(zh: "责任单位", en: "Responsible")),
      ], rows: rows))</section>
    """
}

/// Oldest data first.
private func freshness(_ figures: [Figure], _ day: Day) -> HTML {
  let known = figures.compactMap { figure in figure.totals.newest.map { (figure, $0) } }
    .sorted { ($0.1, $0.0.code) < ($1.1, $1.0.code) }
  guard !known.isEmpty else { return "" }
  let caption = Phrase(zh: "数据新鲜度：最新一条记录的日期，旧的在前", en: "Freshness: day of the newest record, oldest first")
  let rows = known.map { figure, newest -> [HTML] in
    let days = day.number - newest.number
    return [
      link(figure, day), "\(newest.description)", "\(Count(days))", "\(figure.indicator.frequency)",
    ]
  }
  return """
    <section><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "最新记录", en: "Newest record"), .code),
        Column(Phrase(zh: "距截止日（天）", en: "Days before the cut-off"), .number),
        Column(Phrase(zh: "应有频次", en: "Due")),
      ], rows: rows))</section>
    """
}

private func link(_ figure: Figure, _ day: Day) -> HTML {
  "<a href=\"\(FigurePath.show(figure.code, at: day))\"><code>\(figure.code)</code> \(figure.indicator.name)</a>"
}
