import Evidence
import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// What an account may do on the page of a figure.
struct FigureRights {
  let mayObserve: Bool
  let mayFreeze: Bool
  let mayRule: Bool
}

/// One figure: what it says, how it is counted, and what it is made of.
func figurePage(
  _ file: FigureFile, _ extra: HTML, series: SeriesBook, rights: FigureRights, links: FigureLinks, isFuture: Bool
) -> Page {
  let figure = file.figure
  let indicator = figure.indicator
  let day = figure.cutoff
  return Page(
    Phrase(zh: "\(figure.code) \(indicator.name.zh)", en: "\(figure.code) \(indicator.name.en)"),
    trail: [Crumb(figureCrumb, FigurePath.overview(at: day))],
    """
    \(tiles([
      Tile(
        Phrase(zh: "截至 \(day)", en: "At \(day)"), figureValue(figure), note: figure.period.phrase,
        link: rights.mayObserve && figure.totals.rows > 0 ? FigurePath.rows(figure.code, at: day) : nil),
      Tile(Phrase(zh: "目标", en: "Target"), figureTarget(figure, series)),
      Tile(Phrase(zh: "结论", en: "Verdict"), figure.verdict.mark),
      Tile(Phrase(zh: "差距", en: "Gap"), figureGap(figure)),
    ]))
    \(remarks(file, rights, isFuture: isFuture))
    \(family(file, series, rights))
    \(cutoffBar(day, to: Link("/figures/\(figure.code)")))
    \(actions(figure, rights))
    \(trajectory(figure, file.months, mayObserve: rights.mayObserve))
    \(shares(file, .base, file.byBase, rights, links))
    \(shares(file, .category, file.byCategory, rights, links))
    \(shares(file, .grade, file.byGrade, rights, links))
    \(extra)
    \(definition(figure, series))
    \(readings(file, rights))
    \(rulings(figure, rights))
    \(editions(file))
    """)
}

/// What the figure is made of by one comparison, each part with the way to its rows.
private func shares(
  _ file: FigureFile, _ comparison: FigureComparison, _ shares: [FigureShare], _ rights: FigureRights,
  _ links: FigureLinks
) -> HTML {
  guard !shares.isEmpty else { return "" }
  let figure = file.figure
  func name(_ share: FigureShare) -> HTML {
    guard comparison == .grade else { return shareName(share, links.words) }
    guard let grade = share.key.flatMap({ Int($0) }).flatMap({ EvidenceGrade(rawValue: $0) }) else { return .notKnown }
    return "<code>\(grade.code)</code> \(grade.phrase)"
  }
  func link(_ share: FigureShare) -> Link? {
    guard rights.mayObserve, let narrowing = FigureNarrowing(comparison, key: share.key) else { return nil }
    let isDeclared = narrowing.grade.map { !$0.meets(figure.indicator.minimum) } ?? false
    guard share.rows > 0 || isDeclared else { return nil }
    return FigurePath.rows(figure.code, at: figure.cutoff, isDeclared ? .declared : .counted, narrowed: narrowing)
  }
  return shareBars(comparison.phrase, shares, figure.indicator, name: name, link: link)
}

extension FigureComparison {
  fileprivate var phrase: Phrase {
    switch self {
    case .base: Phrase(zh: "按基地", en: "By base")
    case .category: Phrase(zh: "按类别", en: "By category")
    case .grade: Phrase(zh: "按证据等级", en: "By evidence")
    }
  }
}

private func remarks(_ file: FigureFile, _ rights: FigureRights, isFuture: Bool) -> HTML {
  let figure = file.figure
  var notices: [HTML] = []
  if isFuture {
    notices.append(
      notice(
        .information,
        Phrase(zh: "截止日在今天之后：只含现有的记录", en: "The cut-off lies ahead: only the records of today are in it")))
  }
  if figure.state.value == nil, !figure.indicator.awaits.isEmpty {
    let items = figure.indicator.awaits.map { "<li>\($0)</li>" as HTML }
    notices.append(
      notice(.warning, Phrase(zh: "尚缺以下记录", en: "These records are missing"), "<ul>\(items)</ul>"))
  }
  if figure.totals.declared > 0 {
    notices.append(
      notice(
        .information,
        Phrase(
          zh: "另有 \(figure.totals.declared) 条申报因证据等级不足未计入",
          en: "\(figure.totals.declared) more were declared with too weak evidence and do not count"),
        rights.mayObserve
          ? "<p><a href=\"\(FigurePath.rows(figure.code, at: figure.cutoff, .declared))\">\(Phrase(zh: "查看这些申报", en: "See these declarations"))</a></p>"
          : ""))
  }
  if figure.verdict == .noComparator, let latest = file.latestComparator {
    let link = FigurePath.show(figure.code, at: latest.period.end)
    notices.append(
      notice(
        .information, Phrase(zh: "这一天没有对比值", en: "There is no comparator for this day"),
        "<p><a href=\"\(link)\">\(Phrase(zh: "查看有对比值的 \(latest.period.end)", en: "See \(latest.period.end), which has one"))</a></p>"
      ))
  }
  return "\(notices)\(figure.indicator.notes.map { notice(.information, $0) })"
}

private func actions(_ figure: Figure, _ rights: FigureRights) -> HTML {
  let day = figure.cutoff
  guard rights.mayObserve || rights.mayFreeze else { return "" }
  return """
    <p class="actions">\
    \(if: rights.mayObserve, linkButton(Phrase(zh: "打开到逐条记录", en: "Open into records"), to: FigurePath.rows(figure.code, at: day), .main))\
    \(if: rights.mayObserve, linkButton(Phrase(zh: "下载清单", en: "Download the rows"), to: FigurePath.rowsCSV(figure.code, at: day)))\
    \(if: rights.mayFreeze, linkButton(Phrase(zh: "定稿", en: "Freeze"), to: FigurePath.freeze(figure.code, at: day)))</p>
    """
}

private func definition(_ figure: Figure, _ series: SeriesBook) -> HTML {
  let indicator = figure.indicator
  var pairs: [(Phrase, HTML)] = [
    (Phrase(zh: "方案条款", en: "Clause of the plan"), "\(indicator.clause, in: .zh)"),
    (Phrase(zh: "目标", en: "Target"), figureTarget(figure, series)),
    (Phrase(zh: "计数规则", en: "What counts once"), "\(indicator.counting)"),
    (
      Phrase(zh: "最低证据等级", en: "Minimum evidence"), "<code>\(indicator.minimum.code)</code> \(indicator.minimum.phrase)"
    ),
    (Phrase(zh: "时间口径", en: "Period"), "\(figure.period.phrase)"),
    (Phrase(zh: "责任单位", en: "Responsible"), "\(indicator.owner)"),
    (Phrase(zh: "频次", en: "Frequency"), "\(indicator.frequency)"),
  ]
  if let comparator = figure.comparator {
    let value = comparator.value.text(digits: max(indicator.measure.digits, min(comparator.value.digits, 4)))
    pairs.append((Phrase(zh: "对比值", en: "Comparator"), "\(value) <small>\(comparator.phrase)</small>"))
  }
  if let newest = figure.totals.newest {
    pairs.append((Phrase(zh: "最新一条记录的日期", en: "Day of the newest record"), "\(newest.description)"))
  }
  pairs.append(
    (Phrase(zh: "定义版本", en: "Version"), "\(Count(indicator.version)) <code>\(figure.definition.prefix(16))</code>"))
  return "<section><h2>\(Phrase(zh: "怎么算", en: "How it is counted"))</h2>\(definitions(pairs))</section>"
}

/// The figures that are one indicator of the plan together with this one, each judged by itself.
private func family(_ file: FigureFile, _ series: SeriesBook, _ rights: FigureRights) -> HTML {
  guard !file.family.isEmpty else { return "" }
  let caption = Phrase(zh: "同一指标的各项", en: "Figures of the same indicator")
  let rows = file.family.map { one -> [HTML] in
    [
      "<a href=\"\(FigurePath.show(one.code, at: one.cutoff))\">\(one.code.description) \(one.indicator.name)</a>",
      figureValue(one, mayObserve: rights.mayObserve), figureTarget(one, series), one.verdict.mark,
    ]
  }
  return """
    <section><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "指标", en: "Figure"), .name), Column(Phrase(zh: "数值", en: "Value"), .number),
        Column(Phrase(zh: "目标", en: "Target")), Column(Phrase(zh: "结论", en: "Verdict")),
      ], rows: rows))</section>
    """
}

/// The same sentence read otherwise: shown in grey, judged by nobody.
private func readings(_ file: FigureFile, _ rights: FigureRights) -> HTML {
  guard !file.alternatives.isEmpty else { return "" }
  return """
    <section><h2>\(Phrase(zh: "其他读法（仅供参考）", en: "Other readings, for reference"))</h2>
    <div class="other-readings">\(definitions(file.alternatives.map { ($0.period.phrase, figureValue($0, mayObserve: rights.mayObserve, reading: $0.period)) }))</div></section>
    """
}

private func rulings(_ figure: Figure, _ rights: FigureRights) -> HTML {
  guard !figure.indicator.rulings.isEmpty else { return "" }
  let pairs = figure.indicator.rulings.map { ruling -> (Phrase, HTML) in
    let option = figure.options[ruling.code].flatMap { ruling.option($0) }
    let change: HTML =
      rights.mayRule
      ? " <a href=\"\(FigurePath.ruling(ruling.code))\">\(Phrase(zh: "更改 \(ruling.code)", en: "Change \(ruling.code)"))</a>"
      : ""
    return (
      Phrase(zh: "\(ruling.code) \(ruling.question.zh)", en: "\(ruling.code) \(ruling.question.en)"),
      "<strong>\(option?.phrase ?? Phrase(zh: "未定", en: "open"))</strong>\(change)"
    )
  }
  return "<section><h2>\(Phrase(zh: "口径裁定", en: "Rulings"))</h2>\(definitions(pairs))</section>"
}

private func editions(_ file: FigureFile) -> HTML {
  guard !file.frozen.isEmpty else { return "" }
  let digits = file.figure.indicator.measure.digits
  let rows = file.frozen.map { frozen -> [HTML] in
    [
      "<a href=\"\(FigurePath.frozen(frozen))\">\(frozen.cutoff.description) #\(frozen.edition)</a>\(if: frozen.isDemonstration, " \(demoMark)")",
      frozen.value.map { "\($0.text(digits: digits))" } ?? .notKnown, frozen.verdict.mark,
      frozen.publishedAt.map { "\(Instant($0))" } ?? "\(Phrase(zh: "未公布", en: "not published"))",
      "<code>\(frozen.listHash.prefix(16))</code>",
    ]
  }
  let caption = Phrase(zh: "定稿", en: "Frozen editions")
  return """
    <section><h2>\(caption)</h2>
    \(table(
      caption,
      columns: [
        Column(Phrase(zh: "截止日与版次", en: "Cut-off and edition"), .name),
        Column(Phrase(zh: "数值", en: "Value"), .number), Column(Phrase(zh: "结论", en: "Verdict")),
        Column(Phrase(zh: "公布", en: "Published")), Column(Phrase(zh: "清单哈希", en: "Hash of the list"), .code),
      ], rows: rows))</section>
    """
}
