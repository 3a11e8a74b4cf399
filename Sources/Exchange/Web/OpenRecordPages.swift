import Exchange
import ExchangeStore
import Figures
import FiguresStore
import Institutions
import Kernel
import Ledgers
import Markup
import Web

private let openTrail = [Crumb(Phrase(zh: "开放数据", en: "Open data"), ExchangePath.list)]

/// The permanent page of an institution: what is public of it while it is listed, and when it was.
func openInstitutionPage(_ history: OpenHistory) -> Page {
  let name = history.entries.first?.name ?? ""
  let title = Title.text(name, lang: name.unicodeScalars.contains { $0.properties.isIdeographic } ? .zh : .en)
  return Page(
    title, trail: openTrail,
    """
    \(history.listed.map(facts) ?? leftNotice)
    <section><h2>\(Phrase(zh: "在册时间", en: "Times in the directory"))</h2>
    \(table(
      Phrase(zh: "在册时间", en: "Times in the directory"),
      columns: [
        Column(Phrase(zh: "名称", en: "Name"), .name), Column(Phrase(zh: "自", en: "From"), .code),
        Column(Phrase(zh: "至", en: "Until"), .code), Column(Phrase(zh: "最后更新", en: "Last change"), .code),
      ],
      rows: history.entries.map { entry in
        [
          marked(entry.name), "\(entry.from)", until(entry), "\(Instant(entry.changedAt))",
        ]
      }))</section>
    """)
}

private func facts(_ entry: OpenEntry) -> HTML {
  let fields = Ledger.institutions.openFields.compactMap { field in
    entry.record.values[field.name].map { (field.words, value(OpenCell($0, of: field))) }
  }
  return definitions(fields)
}

private func value(_ cell: OpenCell) -> HTML {
  switch cell {
  case .missing: .notGiven
  case .text(let text), .number(let text): marked(text)
  case .day(let day): "\(day.description)"
  case .flag(let flag): "\(flag ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No"))"
  case .choices(let choices):
    "\(Phrase(zh: choices.map(\.words.zh).joined(separator: "、"), en: choices.map(\.words.en).joined(separator: "; ")))"
  }
}

private let leftNotice: HTML = notice(
  .warning, Phrase(zh: "这家机构目前不在名录中", en: "This institution is not listed today"),
  "<p>\(Phrase(zh: "名录和数据集中已没有它；本页只保留其在册时间。", en: "Directory and datasets no longer have it; this page keeps when it was listed."))</p>"
)

private func until(_ entry: OpenEntry) -> HTML {
  guard let last = entry.last else { return "\(Phrase(zh: "至今", en: "today"))" }
  return "\(last.description)"
}

/// The permanent page of a published figure.
func openFigurePage(_ figure: FrozenFigure, _ desk: ExchangeDesk) -> Page {
  let title =
    desk.indicator(figure).map { Phrase(zh: "\(figure.code) \($0.name.zh)", en: "\(figure.code) \($0.name.en)") }
    ?? Phrase(zh: figure.code.description, en: figure.code.description)
  return Page(
    title, trail: openTrail,
    """
    \(definitions([
      (Phrase(zh: "数值", en: "Value"), figureValue(figure, desk)),
      (Phrase(zh: "截止日", en: "Cut-off"), "\(figure.cutoff.description)"),
      (Phrase(zh: "与目标相比", en: "Against the target"), "\(figure.verdict.phrase)"),
      (Phrase(zh: "计入条数", en: "Records counted"), "\(Count(figure.rows).description)"),
      (Phrase(zh: "已申报未计入", en: "Declared, not counted"), "\(Count(figure.declared).description)"),
      (Phrase(zh: "版次", en: "Edition"), "\(figure.edition)"),
      (Phrase(zh: "公布时间", en: "Published"), figure.publishedAt.map { "\(Instant($0))" } ?? .notKnown),
      (Phrase(zh: "口径 SHA-256", en: "SHA-256 of the definition"), copyable(figure.definition)),
      (Phrase(zh: "清单 SHA-256", en: "SHA-256 of the list"), copyable(figure.listHash)),
    ]))
    <p class="help">\(Phrase(
      zh: "数值由定稿时计入的逐条记录得出；以后的更正产生新的版次，本页不变。",
      en: "The value comes from the records that counted when it was frozen; later corrections make a new edition, and this page stays."))</p>
    """)
}
