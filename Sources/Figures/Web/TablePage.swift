import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Every figure at one cut-off, each cell with its way to the query behind it.
func tablePage(_ figures: [Figure], series: SeriesBook, at day: Day, isDemonstration: Bool) -> Page {
  let caption = Phrase(zh: "截至 \(day) 的全部指标", en: "All figures at \(day)")
  let rows = figures.map { figure -> [HTML] in
    [
      "<a href=\"\(FigurePath.show(figure.code, at: day))\"><code>\(figure.code)</code> \(figure.indicator.name)</a>",
      figureValue(figure), figureTarget(figure, series), figure.verdict.mark, "\(Count(figure.totals.rows))",
      "\(Count(figure.totals.declared))", "<code>\(figure.definition.prefix(12))</code>",
    ]
  }
  return Page(
    Phrase(zh: "指标总表", en: "Table of figures"), trail: [Crumb(figureCrumb, FigurePath.overview(at: day))],
    """
    \(cutoffBar(day, to: Link("/figures/table")))
    <p class="actions">\(linkButton(Phrase(zh: "下载（CSV）", en: "Download (CSV)"), to: FigurePath.tableCSV(at: day), .main))\
    \(if: isDemonstration, demoMark)</p>
    \(if: figures.isEmpty, emptyState(
      Phrase(zh: "尚未登记指标", en: "No figures are declared yet"),
      Phrase(zh: "指标定义随程序发布", en: "Figures are declared with the program")))
    \(if: !figures.isEmpty, table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "数值", en: "Value"), .number),
        Column(Phrase(zh: "目标", en: "Target")), Column(Phrase(zh: "结论", en: "Verdict")),
        Column(Phrase(zh: "计入行数", en: "Rows"), .number), Column(Phrase(zh: "申报未计入", en: "Declared only"), .number),
        Column(Phrase(zh: "定义", en: "Definition"), .code),
      ], rows: rows))
    """)
}
