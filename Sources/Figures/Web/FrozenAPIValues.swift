import API
import Figures
import FiguresStore
import Foundation
import Kernel

/// What is to be frozen.
struct FreezeOrder: Decodable, Sendable {
  let cutoff: Day
  let reason: String

  static let schema = APISchema.object(
    "FreezeOrder",
    [
      APIField("cutoff", .day, Phrase(zh: "截止日", en: "The cut-off")),
      APIField("reason", .text, Phrase(zh: "理由", en: "The reason")),
    ])
}

/// A frozen figure.
struct FrozenView: APIValue {
  let id: ID<FrozenFigure>
  let name: String
  let code: String
  let cutoff: Day
  let edition: Int
  let state: String
  let numerator: Int64?
  let denominator: Int64?
  let verdict: String
  let comparator: String?
  let rows: Int
  let declared: Int
  let readings: [String]
  let definition: String
  let listHash: String
  let frozenAt: Date
  let publishedAt: Date?
  let demonstration: Bool

  init(_ frozen: FrozenFigure) {
    id = frozen.id
    name = frozen.name
    code = frozen.code.description
    cutoff = frozen.cutoff
    edition = frozen.edition
    state = frozen.state
    numerator = frozen.value?.numerator
    denominator = frozen.value?.denominator
    verdict = frozen.verdict.rawValue
    comparator = frozen.comparator.map { $0.plainText(digits: $0.digits) }
    rows = frozen.rows
    declared = frozen.declared
    readings = frozen.rulings
    definition = frozen.definition
    listHash = frozen.listHash
    frozenAt = frozen.frozenAt
    publishedAt = frozen.publishedAt
    demonstration = frozen.isDemonstration
  }

  static var schema: APISchema {
    .object(
      "FrozenFigure",
      [
        APIField("id", .id, Phrase(zh: "编号", en: "Its id")),
        APIField("name", .text, Phrase(zh: "名称", en: "Its name")),
        APIField("code", .text, Phrase(zh: "指标", en: "The figure")),
        APIField("cutoff", .day, Phrase(zh: "截止日", en: "The cut-off")),
        APIField("edition", .integer(), Phrase(zh: "版次", en: "The edition")),
        APIField("state", .text, Phrase(zh: "value，或缺什么", en: "“value”, or what is missing")),
        APIField("numerator", .integer(), Phrase(zh: "数值的分子", en: "The exact value's numerator"), .sometimes),
        APIField("denominator", .integer(), Phrase(zh: "数值的分母", en: "The exact value's denominator"), .sometimes),
        APIField("verdict", .choice(Verdict.allCases.map(\.rawValue)), Phrase(zh: "结论", en: "The verdict")),
        APIField("comparator", .text, Phrase(zh: "对比值", en: "The comparator"), .sometimes),
        APIField("rows", .integer(), Phrase(zh: "清单行数", en: "Rows of the list")),
        APIField("declared", .integer(), Phrase(zh: "申报未计入", en: "Declared only")),
        APIField("readings", .array(.text), Phrase(zh: "口径", en: "Readings that held")),
        APIField("definition", .text, Phrase(zh: "定义的 SHA-256", en: "SHA-256 of the definition")),
        APIField("listHash", .text, Phrase(zh: "清单的 SHA-256", en: "SHA-256 of the list")),
        APIField("frozenAt", .instant, Phrase(zh: "定稿时间", en: "When it was frozen")),
        APIField("publishedAt", .instant, Phrase(zh: "公布时间", en: "When it was published"), .sometimes),
        APIField("demonstration", .boolean, Phrase(zh: "是否示例数据", en: "Whether it is sample data")),
      ])
  }
}

/// A frozen figure with what has become of its records.
struct FrozenDetail: APIValue {
  let frozen: FrozenView
  let changedRecords: Int
  let live: FigureView?

  init(_ file: FrozenFile) {
    frozen = FrozenView(file.frozen)
    changedRecords = file.changedCount
    live = file.live.map { FigureView($0) }
  }

  static var schema: APISchema {
    .object(
      "FrozenFigureDetail",
      [
        APIField("frozen", FrozenView.schema, Phrase(zh: "定稿", en: "The frozen figure")),
        APIField("changedRecords", .integer(), Phrase(zh: "此后变更的记录数", en: "Records changed or removed since")),
        APIField("live", FigureView.schema, Phrase(zh: "今天的数值", en: "What the same question gives today"), .sometimes),
      ])
  }
}
