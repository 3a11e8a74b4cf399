import API
import Figures
import FiguresStore
import Kernel

/// A series with its value in use.
struct SeriesView: APIValue {
  let code: String
  let name: Phrase
  let unit: Phrase
  let publisher: Phrase
  let latest: SeriesValueView?

  init(_ file: SeriesFile) {
    code = file.series.code.description
    name = file.series.name
    unit = file.series.unit
    publisher = file.series.publisher
    latest = file.inUse.last.map { SeriesValueView($0, isUsed: true) }
  }

  static var schema: APISchema {
    .object(
      "Series",
      [
        APIField("code", .text, Phrase(zh: "代码", en: "Its code")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
        APIField("unit", .phrase, Phrase(zh: "单位", en: "Its unit")),
        APIField("publisher", .phrase, Phrase(zh: "发布单位", en: "Who publishes it")),
        APIField("latest", SeriesValueView.schema, Phrase(zh: "最近数值", en: "The latest value"), .sometimes),
      ])
  }
}

/// One published value.
struct SeriesValueView: APIValue {
  let period: String
  let value: String
  let standing: String
  let source: String
  let publishedOn: Day
  let importedOn: Day
  let used: Bool

  init(_ value: SeriesValue, isUsed: Bool) {
    period = value.period.description
    self.value = value.value.plainText(digits: value.value.digits)
    standing = value.standing.rawValue
    source = value.source
    publishedOn = value.publishedOn
    importedOn = value.importedOn
    used = isUsed
  }

  static var schema: APISchema {
    .object(
      "SeriesValue",
      [
        APIField("period", .text, Phrase(zh: "年或日", en: "A year or a day")),
        APIField("value", .text, Phrase(zh: "数值（十进制文本）", en: "A decimal")),
        APIField("standing", .choice(SeriesStanding.allCases.map(\.rawValue)), Phrase(zh: "性质", en: "Its standing")),
        APIField("source", .text, Phrase(zh: "来源", en: "Its source")),
        APIField("publishedOn", .day, Phrase(zh: "发布日期", en: "When it was published")),
        APIField("importedOn", .day, Phrase(zh: "录入日期", en: "When it was taken in")),
        APIField("used", .boolean, Phrase(zh: "是否采用", en: "Whether it is the one in use")),
      ])
  }
}

/// A series with every value.
struct SeriesDetail: APIValue {
  let series: SeriesView
  let values: [SeriesValueView]

  init(_ file: SeriesFile) {
    let used = Set(file.inUse.map(\.id))
    series = SeriesView(file)
    values = file.values.map { SeriesValueView($0, isUsed: used.contains($0.id)) }
  }

  static var schema: APISchema {
    .object(
      "SeriesDetail",
      [
        APIField("series", SeriesView.schema, Phrase(zh: "序列", en: "The series")),
        APIField("values", .array(SeriesValueView.schema), Phrase(zh: "全部数值", en: "Every value")),
      ])
  }
}

/// A value that a program enters.
struct SeriesOrder: Decodable, Sendable {
  let period: String
  let value: String
  let standing: String
  let source: String
  let publishedOn: Day

  static let schema = APISchema.object(
    "SeriesOrder",
    [
      APIField("period", .text, Phrase(zh: "2026 或 2026-10-31", en: "2026 or 2026-10-31")),
      APIField("value", .text, Phrase(zh: "十进制文本，如 88.3", en: "A decimal such as 88.3")),
      APIField("standing", .choice(SeriesStanding.allCases.map(\.rawValue)), Phrase(zh: "性质", en: "Its standing")),
      APIField("source", .text, Phrase(zh: "来源", en: "Its source")),
      APIField("publishedOn", .day, Phrase(zh: "发布日期", en: "When it was published")),
    ])

  func draft(of series: SeriesCode) throws(APIRefusal) -> SeriesDraft {
    guard let period = SeriesPeriod(period) else { throw .malformedBody("period") }
    guard let value = Quantity(decimal: value) else { throw .malformedBody("value") }
    guard let standing = SeriesStanding(rawValue: standing) else { throw .malformedBody("standing") }
    guard source.contains(where: { !$0.isWhitespace }), source.count <= 500 else { throw .malformedBody("source") }
    return SeriesDraft(
      series: series, period: period, value: value, standing: standing, source: source, publishedOn: publishedOn)
  }
}
