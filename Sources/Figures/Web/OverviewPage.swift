import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Targets and progress: every figure by level, with its verdict and its way through the year.
func overviewPage(
  _ figures: [(figure: Figure, months: [FigurePoint])], series: SeriesBook, at day: Day, mayObserve: Bool
) -> Page {
  let all = figures.map(\.figure)
  return Page(
    figureCrumb,
    """
    <p class="lead">\(Phrase(
      zh: "《建设方案（2024—2026年）》的每项指标都由记录计算，可以点开到每一条记录。没有记录的写明“尚无数据”，从不当作 0；缺对比值的不判达标。",
      en: "Every figure of the 2024–2026 plan is computed from records and opens into them. Where there are no records it says so and is never taken for 0; without a comparator nothing counts as met."))</p>
    \(cutoffBar(day, to: FigurePath.overview))
    \(all.isEmpty ? noFigures : summary(all, at: day))
    <p class="actions">\(linkButton(Phrase(zh: "全部指标一张表", en: "All figures in one table"), to: FigurePath.table(at: day)))\
    \(linkButton(Phrase(zh: "口径裁定", en: "Rulings"), to: FigurePath.rulings))\
    \(linkButton(Phrase(zh: "外部数据序列", en: "Outside series"), to: FigurePath.series))\
    \(if: mayObserve, linkButton(Phrase(zh: "推进看板", en: "Board"), to: FigurePath.board(at: day)))</p>
    \(standing(of: figures.flatMap(\.months)))
    \(IndicatorLevel.allCases.map { level in
      section(level, figures.filter { $0.figure.indicator.level == level }, series, day, mayObserve: mayObserve)
    })
    """)
}

private let noFigures = emptyState(
  Phrase(zh: "尚未登记指标", en: "No figures are declared yet"),
  Phrase(zh: "指标定义随程序发布；请升级程序后再看", en: "Figures are declared with the program; please look again after an update"))

/// How the figures with a target stand; those of the other tiles add up to the first.
private func summary(_ figures: [Figure], at day: Day) -> HTML {
  func tile(_ selection: FigureSelection, note: Phrase? = nil) -> Tile {
    Tile(
      selection.phrase, "\(Count(figures.filter(selection.includes).count))", note: note,
      link: FigurePath.table(at: day, selection))
  }
  return tiles([
    tile(.targeted), tile(.attained, note: Phrase(zh: "截至 \(day)", en: "at \(day)")), tile(.unmet),
    tile(.noComparator), tile(.missing),
  ])
}

private func section(
  _ level: IndicatorLevel, _ figures: [(figure: Figure, months: [FigurePoint])], _ series: SeriesBook, _ day: Day,
  mayObserve: Bool
) -> HTML {
  guard !figures.isEmpty else { return "" }
  let caption = Phrase(zh: "\(level.rawValue) \(level.phrase.zh)", en: "\(level.rawValue) \(level.phrase.en)")
  let rows = figures.map { figure, months -> [HTML] in
    [
      "<a href=\"\(FigurePath.show(figure.code, at: day))\"><code>\(figure.code)</code> \(figure.indicator.name)</a>",
      value(figure, mayObserve: mayObserve), figureTarget(figure, series), figure.verdict.mark, figureGap(figure),
      sparkline(months, target: figure.threshold, digits: figure.indicator.measure.digits),
    ]
  }
  return """
    <section><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "现值", en: "Value"), .number),
        Column(Phrase(zh: "目标", en: "Target")), Column(Phrase(zh: "结论", en: "Verdict")),
        Column(Phrase(zh: "差距", en: "Gap")), Column(Phrase(zh: "本年走势", en: "This year")),
      ], rows: rows))\
    \(months(figures.filter { $0.months.contains { $0.value != nil } }, caption, mayObserve: mayObserve))</section>
    """
}

private func value(_ figure: Figure, mayObserve: Bool) -> HTML {
  guard figure.state.value == nil, !figure.indicator.awaits.isEmpty else {
    return figureValue(figure, mayObserve: mayObserve)
  }
  let awaits = figure.indicator.awaits
  let words = Phrase(
    zh: "所需记录：" + awaits.map(\.zh).joined(separator: "、"), en: "Needs: " + awaits.map(\.en).joined(separator: ", "))
  return "<div>\(figureValue(figure))<small class=\"needs\">\(words)</small></div>"
}

private func months(
  _ figures: [(figure: Figure, months: [FigurePoint])], _ caption: Phrase, mayObserve: Bool
) -> HTML {
  guard let first = figures.first else { return "" }
  let heads = first.months.map { Column(Phrase(zh: "\($0.cutoff.month)月", en: "\($0.cutoff.month)"), .number) }
  let rows = figures.map { figure, months -> [HTML] in
    ["<code>\(figure.code)</code>"] + months.map { monthValue($0, of: figure, mayObserve: mayObserve) }
  }
  let list = table(
    Phrase(zh: "\(caption.zh)：各月末数值", en: "\(caption.en): month-ends"),
    columns: [Column(Phrase(zh: "指标", en: "Figure"), .name)] + heads, rows: rows)
  return """
    <details class="figures"><summary>\(Phrase(zh: "走势数据表", en: "The month-ends as a table"))</summary>
    \(list)</details>
    """
}
