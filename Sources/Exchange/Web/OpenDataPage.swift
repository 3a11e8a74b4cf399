import Exchange
import ExchangeStore
import Figures
import FiguresStore
import Foundation
import Kernel
import Markup
import Web

/// What the zone gives out, each dataset with its formats, its licence and what its columns mean.
func openDataPage(
  _ datasets: [OpenDataset], licence: String?, published: [FrozenFigure], _ desk: ExchangeDesk
) -> Page {
  Page(
    Phrase(zh: "开放数据", en: "Open data"),
    """
    <p class="lead">\(Phrase(
      zh: "名录和指标都可以整体下载或由程序读取，网址长期不变，无需账号。",
      en: "Directory and figures can be downloaded whole or read by programs, at permanent addresses and without an account."))</p>
    \(licenceNotice(licence))
    \(datasets.map(section))
    \(programs)
    \(if: !published.isEmpty, publishedSection(published, desk))
    """)
}

private func licenceNotice(_ licence: String?) -> HTML {
  guard let licence else {
    return notice(
      .information, Phrase(zh: "使用许可尚未设定", en: "No licence is set yet"),
      "<p>\(Phrase(zh: "发布单位设定许可后将在此注明；在此之前，引用请注明来源。", en: "The publisher has not chosen one; until then please name the source."))</p>"
    )
  }
  return "<p>\(Phrase(zh: "使用许可：", en: "Licence: "))<a rel=\"license\" href=\"\(licence)\">\(licence)</a></p>"
}

private func section(_ dataset: OpenDataset) -> HTML {
  let formats = dataset.formats.map { format in
    linkButton(format.phrase, to: ExchangePath.file(dataset.code, format))
  }
  let modified: HTML = dataset.modified.map { "\(Instant($0))" } ?? .notKnown
  let frequency: HTML = OpenData(rawValue: dataset.code).map { "\($0.frequency)" } ?? .notKnown
  let facts: [(Phrase, HTML)] = [
    (Phrase(zh: "条数", en: "Rows"), "\(Count(dataset.rows).description)"),
    (Phrase(zh: "更新时间", en: "Updated"), modified), (Phrase(zh: "更新方式", en: "Frequency"), frequency),
  ]
  return """
    <section id="\(dataset.code)"><h2>\(dataset.title)</h2>
    <p>\(dataset.description)</p>
    \(definitions(facts))
    <p class="actions">\(formats)</p>
    <details><summary>\(Phrase(zh: "字段说明", en: "What the columns are"))</summary>
    \(dictionary(dataset))</details></section>
    """
}

private func dictionary(_ dataset: OpenDataset) -> HTML {
  table(
    Phrase(zh: "\(dataset.title.zh)的字段", en: "Columns of \(dataset.title.en)"),
    columns: [
      Column(Phrase(zh: "字段（JSON）", en: "Name in JSON"), .code),
      Column(Phrase(zh: "含义（CSV、Excel）", en: "Meaning (CSV, Excel)")),
    ],
    rows: dataset.columns.map { ["<code>\($0.name)</code>", "\($0.words)"] })
}

private let programs: HTML = """
  <section><h2>\(Phrase(zh: "供程序使用", en: "For programs"))</h2>
  <ul>
  <li><a href="\(ExchangePath.catalogue)">\(Phrase(zh: "数据目录（DCAT-AP，JSON-LD）", en: "Catalogue (DCAT-AP, JSON-LD)"))</a></li>
  <li><a href="\(ExchangePath.feed)">\(Phrase(zh: "更新订阅（Atom）", en: "Feed of changes (Atom)"))</a></li>
  <li><a href="\(ExchangePath.dataValues)">\(Phrase(zh: "指标值（DHIS2 格式，可加 ?at=截止日）", en: "Figures for DHIS2 (add ?at= and a cut-off)"))</a></li>
  </ul></section>
  """

private func publishedSection(_ published: [FrozenFigure], _ desk: ExchangeDesk) -> HTML {
  let rows = published.prefix(50).map { figure -> [HTML] in
    [
      "<a href=\"\(ExchangePath.figure(figure.id))\">\(figure.code.description)</a>", figureName(figure, desk),
      "\(figure.cutoff.description)", figureValue(figure, desk),
    ]
  }
  return """
    <section><h2>\(Phrase(zh: "最近公布的指标", en: "Figures published lately"))</h2>
    \(table(
      Phrase(zh: "最近公布的指标", en: "Figures published lately"),
      columns: [
        Column(Phrase(zh: "编号", en: "Code"), .code), Column(Phrase(zh: "指标", en: "Figure"), .name),
        Column(Phrase(zh: "截止日", en: "Cut-off"), .code), Column(Phrase(zh: "数值", en: "Value"), .number),
      ], rows: rows))</section>
    """
}

func figureName(_ figure: FrozenFigure, _ desk: ExchangeDesk) -> HTML {
  desk.indicator(figure).map { "\($0.name)" } ?? "\(figure.code.description)"
}

func figureValue(_ figure: FrozenFigure, _ desk: ExchangeDesk) -> HTML {
  guard let value = desk.valueText(figure) else { return .notKnown }
  return "\(value) \(desk.indicator(figure).map { "\($0.unit)" as HTML })"
}
