import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Every outside series with its value in use.
func seriesListPage(_ files: [SeriesFile], mayImport: Bool) -> Page {
  let caption = Phrase(zh: "外部数据序列", en: "Outside series")
  let rows = files.map { file -> [HTML] in
    [
      "<a href=\"\(FigurePath.series(file.series.code))\">\(file.series.name)</a>",
      file.inUse.last.map { "\($0.value.text(digits: file.series.digits))" } ?? .notKnown, "\(file.series.unit)",
      file.inUse.last.map { "\($0.period.description) \($0.standing.phrase)" } ?? .notKnown, "\(file.series.publisher)",
    ]
  }
  return Page(
    caption, trail: [Crumb(figureCrumb, FigurePath.overview)],
    """
    <p class="lead">\(Phrase(
      zh: "人口、生产总值、全省平均等数值由其他单位公布，本区只录入并注明来源。初步数与最终数都保留，有最终数时用最终数。",
      en: "Population, GDP and provincial averages are published by others; the zone takes them in with their source. Provisional and final values are both kept, and the final one is used."))</p>
    \(if: mayImport, """
      <p class="actions">\(linkButton(Phrase(zh: "录入一个数值", en: "Enter a value"), to: FigurePath.newSeriesValue, .main))\
      \(linkButton(Phrase(zh: "导入表格", en: "Import a table"), to: FigurePath.importSeries))\
      \(linkButton(Phrase(zh: "下载模板", en: "Download the template"), to: FigurePath.seriesTemplate))</p>
      """)
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "序列", en: "Series"), .name), Column(Phrase(zh: "最近数值", en: "Latest value"), .number),
        Column(Phrase(zh: "单位", en: "Unit")), Column(Phrase(zh: "期间", en: "Period")),
        Column(Phrase(zh: "发布单位", en: "Publisher")),
      ], rows: rows))
    """)
}

/// One series with every value that was published.
func seriesPage(_ file: SeriesFile) -> Page {
  let used = Set(file.inUse.map(\.id))
  let rows = file.values.reversed().map { value -> [HTML] in
    [
      "\(value.period.description)", "\(value.value.text(digits: max(file.series.digits, min(value.value.digits, 4))))",
      "\(value.standing.phrase)\(if: used.contains(value.id), " \(badge(Phrase(zh: "采用", en: "in use"), .success))")",
      marked(value.source), "\(value.publishedOn.description)", "\(value.importedOn.description)",
    ]
  }
  return Page(
    file.series.name,
    trail: [
      Crumb(figureCrumb, FigurePath.overview), Crumb(Phrase(zh: "外部数据序列", en: "Outside series"), FigurePath.series),
    ],
    """
    \(definitions([
      (Phrase(zh: "代码", en: "Code"), "<code>\(file.series.code)</code>"),
      (Phrase(zh: "单位", en: "Unit"), "\(file.series.unit)"),
      (Phrase(zh: "发布单位", en: "Publisher"), "\(file.series.publisher)"),
    ]))
    \(if: rows.isEmpty, emptyState(
      Phrase(zh: "尚无数值", en: "No values yet"),
      Phrase(zh: "请在发布后录入，并注明来源", en: "Enter a value with its source once it is published")))
    \(if: !rows.isEmpty, table(
      file.series.name,
      columns: [
        Column(Phrase(zh: "期间", en: "Period"), .name), Column(file.series.unit, .number),
        Column(Phrase(zh: "性质", en: "Standing")), Column(Phrase(zh: "来源", en: "Source")),
        Column(Phrase(zh: "发布日期", en: "Published"), .code), Column(Phrase(zh: "录入日期", en: "Taken in"), .code),
      ], rows: rows))
    """)
}

/// The form for one value.
func newSeriesValuePage(_ book: SeriesBook, _ state: FormState, today: Day) -> Page {
  let choices = book.all.map {
    Choice(
      $0.code.description, Phrase(zh: "\($0.name.zh)（\($0.unit.zh)）", en: "\($0.name.en) (\($0.unit.en))"))
  }
  return Page(
    Phrase(zh: "录入外部数值", en: "Enter an outside value"), trail: seriesTrail,
    """
    \(state.form(
      to: FigurePath.newSeriesValue, submit: Phrase(zh: "录入", en: "Enter"),
      """
      \(state.field("series", Phrase(zh: "序列", en: "Series"), .list(choices), need: .required))
      \(state.field(
        "period", Phrase(zh: "期间", en: "Period"), need: .required,
        help: Phrase(zh: "年度数写 2026，时点数写 2026-10-31", en: "2026 for a year, 2026-10-31 for a day")))
      \(state.field("value", Phrase(zh: "数值", en: "Value"), need: .required, help: Phrase(zh: "如 88.3", en: "Such as 88.3")))
      \(state.field(
        "standing", Phrase(zh: "性质", en: "Standing"),
        .radio(SeriesStanding.allCases.map { Choice($0.rawValue, $0.phrase) }), need: .required))
      \(state.field(
        "source", Phrase(zh: "来源", en: "Source"), need: .required,
        help: Phrase(zh: "文件名称和文号，或网页标题", en: "Title and number of the document, or the page")))
      \(state.field(
        "published", Phrase(zh: "发布日期", en: "Published on"), .day, else: today.description, need: .required))
      """))
    """)
}

/// The form for a table of values, and what came of one.
func importSeriesPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "导入外部数据", en: "Import outside values"), trail: seriesTrail,
    """
    <p class="lead">\(Phrase(
      zh: "CSV 或 XLSX，第一行为列名：序列、期间、数值、性质、来源、发布日期。有误的行逐行列出，其余照常录入。",
      en: "CSV or XLSX with the columns series, period, value, standing, source, published. Wrong lines are listed, the others are taken in."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "下载模板", en: "Download the template"), to: FigurePath.seriesTemplate))</p>
    \(state.form(
      to: FigurePath.importSeries, .files, submit: Phrase(zh: "导入", en: "Import"),
      state.field("file", Phrase(zh: "文件", en: "File"), .file(accept: ".csv,.xlsx"), need: .required)))
    """)
}

let seriesTrail = [
  Crumb(figureCrumb, FigurePath.overview), Crumb(Phrase(zh: "外部数据序列", en: "Outside series"), FigurePath.series),
]

/// What came of an import; it stands in the address of its page.
struct ImportedSeries {
  var added = 0
  var corrected = 0
  var unchanged = 0
  var refused = 0
  /// The first of the refused lines.
  var faults: [SeriesFault] = []

  init(_ run: SeriesImport) {
    (added, corrected, unchanged, refused) = (run.added, run.corrected, run.unchanged, run.faults.count)
    faults = Array(run.faults.prefix(100))
  }

  init(_ query: Query) {
    func count(_ name: String) -> Int { Int(query.text(name)).map { min(max(0, $0), 1_000_000) } ?? 0 }
    (added, corrected, unchanged) = (count("added"), count("corrected"), count("unchanged"))
    refused = count("refused")
    faults = query.text("lines").split(separator: ".").prefix(100).compactMap { part in
      let pair = part.split(separator: "-")
      guard pair.count == 2, let line = Int(pair[0]), let reason = SeriesFaultReason(rawValue: String(pair[1])) else {
        return nil
      }
      return SeriesFault(line: line, reason: reason)
    }
  }

  var link: Link {
    var query = [("added", added), ("corrected", corrected), ("unchanged", unchanged), ("refused", refused)]
      .map { ($0.0, "\($0.1)") }
    if !faults.isEmpty {
      query.append(("lines", faults.map { "\($0.line)-\($0.reason.rawValue)" }.joined(separator: ".")))
    }
    return Link("/series/imported", query: query)
  }
}

func importedSeriesPage(_ run: ImportedSeries) -> Page {
  let caption = Phrase(zh: "未录入的行", en: "Lines that were not taken")
  return Page(
    Phrase(zh: "导入结果", en: "Result of the import"), trail: seriesTrail,
    """
    \(notice(
      run.refused == 0 ? .success : .warning,
      Phrase(
        zh: "新录入 \(run.added) 个，更正 \(run.corrected) 个，未变 \(run.unchanged) 个，退回 \(run.refused) 行",
        en: "\(run.added) added, \(run.corrected) corrected, \(run.unchanged) unchanged, \(run.refused) lines refused")))
    \(if: !run.faults.isEmpty, table(
      caption, columns: [Column(Phrase(zh: "行", en: "Line"), .number), Column(Phrase(zh: "原因", en: "Why"))],
      rows: run.faults.map { ["\(Count($0.line))", "\($0.reason.phrase)"] }))
    <p><a href="\(FigurePath.series)">\(Phrase(zh: "查看外部数据序列", en: "See the outside series"))</a></p>
    """)
}
