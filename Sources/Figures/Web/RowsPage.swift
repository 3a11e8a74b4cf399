import Access
import Evidence
import Figures
import FiguresStore
import Kernel
import Markup
import Web

/// Which rows of a figure a page shows; it stands in the address.
struct RowsQuestion {
  static let length = 50

  let part: FigurePart
  let standing: ContributionStanding
  let narrowing: FigureNarrowing
  let last: String?

  init(_ query: Query) {
    part = query.optional("part").flatMap { FigurePart(rawValue: $0) } ?? .now
    standing = query.optional("standing").flatMap { ContributionStanding(rawValue: $0) } ?? .counted
    narrowing = FigureNarrowing(query)
    last = query.optional("after")
  }
}

/// What stands beside the rows of a page, by table and record.
struct RowsBeside {
  /// The evidence on file that records rest on.
  let evidence: [String: [Int64: EvidenceItem]]
  /// The records that the reader may not open.
  let closed: [String: Set<Int64>]
}

/// What a figure counts, each thing with its records; apart from it what was only declared.
///
/// - Parameter totals: of the rows that were asked for.
func rowsPage(
  _ figure: Figure, _ totals: FigureTotals, _ things: [CountedThing],
  _ beside: RowsBeside, _ question: RowsQuestion, hasMore: Bool, links: FigureLinks, for account: Account
) -> Page {
  let day = figure.cutoff
  let current = FigurePath.rows(
    figure.code, at: day, part: question.part, question.standing, narrowed: question.narrowing)
  return Page(
    Phrase(zh: "逐条记录", en: "Records"), trail: figureTrail(figure.indicator, at: day),
    """
    \(narrowed(figure, question, links))<p class="lead">\(totalWords(figure, totals))</p>
    \(tabs(Phrase(zh: "清单", en: "Lists"), lists(figure, totals, question), current: current))
    \(things.isEmpty ? none(question) : list(things, beside, question, links, account))
    \(pager(
      newer: question.last == nil ? nil : current,
      older: hasMore
        ? things.last.map { FigurePath.rows(figure.code, at: day, part: question.part, question.standing, narrowed: question.narrowing, after: $0.countedAs) }
        : nil))
    <p class="actions">\(linkButton(Phrase(zh: "下载全部行（CSV）", en: "Download all rows (CSV)"), to: FigurePath.rowsCSV(figure.code, at: day)))</p>
    """)
}

func figureTrail(_ indicator: Indicator, at day: Day) -> [Crumb] {
  [
    Crumb(figureCrumb, FigurePath.overview(at: day)),
    Crumb(
      Phrase(zh: "\(indicator.code) \(indicator.name.zh)", en: "\(indicator.code) \(indicator.name.en)"),
      FigurePath.show(indicator.code, at: day)),
  ]
}

/// Which of the rows these are, and the way back to all of them.
private func narrowed(_ figure: Figure, _ question: RowsQuestion, _ links: FigureLinks) -> HTML {
  guard !question.narrowing.isWhole else { return "" }
  let all = FigurePath.rows(figure.code, at: figure.cutoff)
  return """
    <p class="narrowed">\(question.narrowing.words(links.words).map { "<span class=\"badge\">\($0)</span> " as HTML })\
    <a href="\(all)">\(Phrase(zh: "查看全部记录", en: "See all records"))</a></p>
    """
}

/// How the rows add up to the value.
private func totalWords(_ figure: Figure, _ totals: FigureTotals) -> Phrase {
  let (now, whole) = (totals.met.now, totals.met.of)
  let measure = figure.indicator.measure
  let state = measure.state(totals)
  guard let quantity = state.value else { return state.absence ?? Absence.none.phrase }
  let value = quantity.text(digits: measure.digits)
  return switch measure {
  case .distinct, .milestone:
    Phrase(
      zh: "\(now.rows) 条记录，去重后 \(now.things) 个，即数值 \(value)",
      en: "\(now.rows) records of \(now.things) different: \(value)")
  case .sum(let divisor, _):
    Phrase(
      zh: "\(now.rows) 条记录合计 \(Count(Int(now.weight)))，除以 \(Count(divisor)) 得 \(value)",
      en: "\(now.rows) records add up to \(Count(Int(now.weight))), divided by \(Count(divisor)): \(value)")
  case .ratio(let times, _):
    Phrase(
      zh: "\(Count(Int(now.weight))) × \(times) ÷ \(Count(Int(whole.weight))) = \(value)",
      en: "\(Count(Int(now.weight))) × \(times) ÷ \(Count(Int(whole.weight))) = \(value)")
  case .growth:
    Phrase(
      zh: "本期 \(Count(Int(now.weight)))，上年同期 \(Count(Int(totals.met.before.weight)))，增速 \(value)%",
      en: "\(Count(Int(now.weight))) against \(Count(Int(totals.met.before.weight))) a year earlier: \(value)%")
  }
}

private func lists(_ figure: Figure, _ totals: FigureTotals, _ question: RowsQuestion) -> [(Phrase, Link)] {
  let (day, met) = (figure.cutoff, totals.met)
  let counts = [
    (FigurePart.now, met.now.rows), (.of, met.of.rows), (.before, met.before.rows), (.beforeOf, met.beforeOf.rows),
  ]
  let parts = counts.filter { $0.0 == .now || $0.1 > 0 }.map { part, count in
    (
      Phrase(zh: "\(part.phrase.zh)（\(count)）", en: "\(part.phrase.en) (\(count))"),
      FigurePath.rows(figure.code, at: day, part: part, narrowed: question.narrowing)
    )
  }
  guard totals.declared > 0 else { return parts }
  let words = Phrase(
    zh: "申报未计入（\(totals.declared)）", en: "Declared, not counted (\(totals.declared))")
  return parts + [(words, FigurePath.rows(figure.code, at: day, .declared, narrowed: question.narrowing))]
}

private func none(_ question: RowsQuestion) -> HTML {
  emptyState(
    Phrase(zh: "这里没有记录", en: "There are no records here"),
    question.standing == .counted
      ? Phrase(zh: "请换一个截止日，或补录证据等级足够的记录", en: "Try another cut-off, or enter records with sufficient evidence")
      : Phrase(zh: "没有因证据不足而未计入的申报", en: "Nothing was left out for want of evidence"))
}

private func list(
  _ things: [CountedThing], _ beside: RowsBeside, _ question: RowsQuestion,
  _ links: FigureLinks, _ account: Account
) -> HTML {
  let rows = things.flatMap { thing in
    thing.records.enumerated().map { place, row -> [HTML] in
      [
        place == 0 ? name(thing, row) : "<small>\(marked(row.label))</small>",
        links.named(row.table, row.record, beside.closed, for: account)
          + (row.label == thing.countedAs ? "" : " <small>\(marked(row.label))</small>"),
        "\(Count(Int(row.weight)))",
        "<code>\(row.grade.code)</code>\(beside.evidence[row.table]?[row.record].map(proof) ?? "")",
        named(row.base, links), named(row.category, links), row.day.map { "\($0.description)" } ?? .notKnown,
      ]
    } + more(thing)
  }
  return table(
    question.standing == .counted ? question.part.phrase : Phrase(zh: "申报未计入", en: "Declared, not counted"),
    columns: [
      Column(Phrase(zh: "计为", en: "Counts as"), .name), Column(Phrase(zh: "记录", en: "Record")),
      Column(Phrase(zh: "权重", en: "Weight"), .number), Column(Phrase(zh: "证据", en: "Evidence"), .code),
      Column(Phrase(zh: "基地", en: "Base")), Column(Phrase(zh: "类别", en: "Category")),
      Column(Phrase(zh: "日期", en: "Day"), .code),
    ], rows: rows)
}

/// A base or category in words where it is a code.
private func named(_ key: String?, _ links: FigureLinks) -> HTML {
  key.map { key in links.words(key).map { "\($0)" } ?? marked(key) } ?? .notKnown
}

private func proof(_ item: EvidenceItem) -> HTML {
  " <a href=\"\(Link("/evidence/\(item.id)"))\">\(marked(item.facts.title))</a>"
}

private func name(_ thing: CountedThing, _ first: Contribution) -> HTML {
  let label = first.label.isEmpty ? thing.countedAs : first.label
  let count: HTML =
    thing.rows > 1
    ? " <small>\(Phrase(zh: "\(thing.rows) 条，计 1 次", en: "\(thing.rows) records, counts once"))</small>" : ""
  return "\(marked(label))\(count)"
}

private func more(_ thing: CountedThing) -> [[HTML]] {
  let rest = thing.rows - thing.records.count
  guard rest > 0 else { return [] }
  return [["", "\(Phrase(zh: "另有 \(rest) 条，见下载的清单", en: "\(rest) more are in the download"))", "", "", "", "", ""]]
}
