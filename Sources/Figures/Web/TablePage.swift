import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Every figure at one cut-off, each cell with its way to the query behind it.
func tablePage(
  _ all: [Figure], _ selection: FigureSelection?, series: SeriesBook, at day: Day, isDemonstration: Bool,
  mayObserve: Bool
) -> Page {
  let caption =
    selection.map {
      Phrase(zh: "截至 \(day) 的指标：\($0.phrase.zh)", en: "Figures at \(day): \($0.phrase.en.lowercased())")
    } ?? Phrase(zh: "截至 \(day) 的全部指标", en: "All figures at \(day)")
  let figures = selection.map { all.filter($0.includes) } ?? all
  let rows = figures.map { figure -> [HTML] in
    [
      "<a href=\"\(FigurePath.show(figure.code, at: day))\"><code>\(figure.code)</code> \(figure.indicator.name)</a>",
      figureValue(figure, mayObserve: mayObserve), figureTarget(figure, series), figure.verdict.mark,
      rowCount(figure.totals.rows, FigurePath.rows(figure.code, at: day), mayObserve: mayObserve),
      rowCount(
        figure.totals.declared, FigurePath.rows(figure.code, at: day, .declared), mayObserve: mayObserve),
      "<code>\(figure.definition.prefix(12))</code>",
    ]
  }
  return Page(
    Phrase(zh: "指标总表", en: "Table of figures"), trail: [Crumb(figureCrumb, FigurePath.overview(at: day))],
    """
    \(filterBar(
      to: Link("/figures/table"), clear: selection == nil ? nil : FigurePath.table(at: day),
      """
      \(field("at", Phrase(zh: "截止日", en: "Cut-off"), .day, values: [day.description]))
      \(field(
        "show", Phrase(zh: "只看", en: "Only"), .list(FigureSelection.allCases.map { Choice($0.rawValue, $0.phrase) }),
        values: selection.map { [$0.rawValue] } ?? []))
      """))
    <p class="actions">\(linkButton(Phrase(zh: "下载（CSV）", en: "Download (CSV)"), to: FigurePath.tableCSV(at: day), .main))\
    \(if: isDemonstration, demoMark)</p>
    \(if: all.isEmpty, emptyState(
      Phrase(zh: "尚未登记指标", en: "No figures are declared yet"),
      Phrase(zh: "指标定义随程序发布", en: "Figures are declared with the program")))
    \(if: figures.isEmpty && !all.isEmpty, emptyState(
      Phrase(zh: "没有这样的指标", en: "There are none"),
      Phrase(zh: "请换一个条件或截止日", en: "Try another choice or another cut-off")))
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
