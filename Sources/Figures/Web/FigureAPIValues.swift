import Evidence
import API
import Figures
import FiguresStore
import Foundation
import Kernel

/// A figure at a cut-off; numbers are decimal texts, so that none is rounded on the way.
struct FigureView: APIValue {
  let code: String
  let name: Phrase
  let unit: Phrase
  let clause: String
  let cutoff: Day
  let period: String
  let value: String?
  let state: String
  let reason: Phrase?
  let target: Phrase
  let comparator: String?
  let comparatorSource: Phrase?
  let verdict: String
  let verdictWords: Phrase
  let gap: String?
  let rows: Int
  let declared: Int
  let definition: String

  init(_ figure: Figure) {
    let indicator = figure.indicator
    code = figure.code.description
    name = indicator.name
    unit = indicator.unit
    clause = indicator.clause
    cutoff = figure.cutoff
    period = figure.period.rawValue
    value = figure.plainValue
    state = figure.state.code
    reason = figure.state.absence
    target = figure.targetPhrase
    comparator = figure.comparator.map { $0.value.plainText(digits: max($0.value.digits, indicator.measure.digits)) }
    comparatorSource = figure.comparator?.phrase
    verdict = figure.verdict.rawValue
    verdictWords = figure.verdict.phrase
    gap = figure.gap?.plainText(digits: indicator.measure.digits)
    rows = figure.totals.rows
    declared = figure.totals.declared
    definition = figure.definition
  }

  static var schema: APISchema {
    .object(
      "Figure",
      [
        APIField("code", .text, Phrase(zh: "编号", en: "Its code")),
        APIField("name", .phrase, Phrase(zh: "名称", en: "Its name")),
        APIField("unit", .phrase, Phrase(zh: "单位", en: "Its unit")),
        APIField("clause", .text, Phrase(zh: "方案条款", en: "Clause of the plan")),
        APIField("cutoff", .day, Phrase(zh: "截止日", en: "The cut-off")),
        APIField("period", .choice(PeriodKind.allCases.map(\.rawValue)), Phrase(zh: "时间口径", en: "Which days count")),
        APIField(
          "value", .text, Phrase(zh: "数值（十进制文本）；没有数据则没有", en: "A decimal; absent where there is no data"), .sometimes),
        APIField("state", .text, Phrase(zh: "value，或缺什么", en: "“value”, or what is missing")),
        APIField("reason", .phrase, Phrase(zh: "没有数值的原因", en: "Why there is no value"), .sometimes),
        APIField("target", .phrase, Phrase(zh: "目标", en: "The target in words")),
        APIField("comparator", .text, Phrase(zh: "对比值", en: "The comparator"), .sometimes),
        APIField("comparatorSource", .phrase, Phrase(zh: "对比值来源", en: "Where it comes from"), .sometimes),
        APIField("verdict", .choice(Verdict.allCases.map(\.rawValue)), Phrase(zh: "结论", en: "The verdict")),
        APIField("verdictWords", .phrase, Phrase(zh: "结论的文字", en: "The verdict in words")),
        APIField("gap", .text, Phrase(zh: "差距", en: "What is missing to the target"), .sometimes),
        APIField("rows", .integer(), Phrase(zh: "计入的行数", en: "Rows that count")),
        APIField("declared", .integer(), Phrase(zh: "申报未计入的行数", en: "Rows with too weak evidence")),
        APIField("definition", .text, Phrase(zh: "定义与口径的 SHA-256", en: "SHA-256 of definition and readings")),
      ])
  }
}

/// A figure with all that is computed beside it.
struct FigureDetail: APIValue {
  let figure: FigureView
  let counting: Phrase
  let minimum: String
  let owner: Phrase
  let readings: [String]
  let alternatives: [FigureView]
  let family: [FigureView]
  let byBase: [ShareView]
  let byCategory: [ShareView]
  let months: [ShareView]

  init(_ file: FigureFile) {
    let indicator = file.figure.indicator
    let digits = indicator.measure.digits
    figure = FigureView(file.figure)
    counting = indicator.counting
    minimum = indicator.minimum.code
    owner = indicator.owner
    readings = file.figure.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    alternatives = file.alternatives.map { FigureView($0) }
    family = file.family.map { FigureView($0) }
    byBase = file.byBase.map { ShareView(key: $0.key, $0.state.value, digits) }
    byCategory = file.byCategory.map { ShareView(key: $0.key, $0.state.value, digits) }
    months = file.months.map { ShareView(key: $0.cutoff.description, $0.value, digits) }
  }

  static var schema: APISchema {
    .object(
      "FigureDetail",
      [
        APIField("figure", FigureView.schema, Phrase(zh: "指标", en: "The figure")),
        APIField("counting", .phrase, Phrase(zh: "计数规则", en: "What counts once")),
        APIField("minimum", .text, Phrase(zh: "最低证据等级", en: "Minimum evidence")),
        APIField("owner", .phrase, Phrase(zh: "责任单位", en: "Who answers for it")),
        APIField("readings", .array(.text), Phrase(zh: "采用的口径", en: "Readings that hold")),
        APIField("alternatives", .array(FigureView.schema), Phrase(zh: "其他读法", en: "Other readings")),
        APIField(
          "family", .array(FigureView.schema), Phrase(zh: "同一指标的各项", en: "Figures of the same indicator")),
        APIField("byBase", .array(ShareView.schema), Phrase(zh: "按基地", en: "By base")),
        APIField("byCategory", .array(ShareView.schema), Phrase(zh: "按类别", en: "By category")),
        APIField("months", .array(ShareView.schema), Phrase(zh: "各月末", en: "Month-ends")),
      ])
  }
}

/// A part of a figure.
struct ShareView: APIValue {
  let key: String?
  let value: String?

  init(key: String?, _ quantity: Quantity?, _ digits: Int) {
    self.key = key
    value = quantity?.plainText(digits: digits)
  }

  static var schema: APISchema {
    .object(
      "FigureShare",
      [
        APIField("key", .text, Phrase(zh: "名称；未注明则没有", en: "Its name; absent where none is stated"), .sometimes),
        APIField("value", .text, Phrase(zh: "数值；没有数据则没有", en: "Absent where there is no data"), .sometimes),
      ])
  }
}

/// What a figure counts, with its first records.
struct CountedThingView: APIValue {
  let countedAs: String
  let rows: Int
  let weight: Int64
  let records: [ContributionView]

  init(_ thing: CountedThing) {
    countedAs = thing.countedAs
    rows = thing.rows
    weight = thing.weight
    records = thing.records.map { ContributionView($0) }
  }

  static var schema: APISchema {
    .object(
      "CountedThing",
      [
        APIField("countedAs", .text, Phrase(zh: "计为", en: "What counts once")),
        APIField("rows", .integer(), Phrase(zh: "记录条数", en: "How many records")),
        APIField("weight", .integer(), Phrase(zh: "权重合计", en: "Sum of the weights")),
        APIField("records", .array(ContributionView.schema), Phrase(zh: "前 20 条记录", en: "The first 20 records")),
      ])
  }
}

/// One record of a figure.
struct ContributionView: APIValue {
  let table: String
  let record: String
  let weight: Int64
  let grade: String
  let label: String
  let base: String?
  let category: String?
  let day: Day?

  init(_ row: Contribution) {
    table = row.table
    record = ID<ContributionView>(row.record).description
    weight = row.weight
    grade = row.grade.code
    label = row.label
    base = row.base
    category = row.category
    day = row.day
  }

  static var schema: APISchema {
    .object(
      "Contribution",
      [
        APIField("table", .text, Phrase(zh: "表", en: "Its table")),
        APIField("record", .id, Phrase(zh: "记录编号", en: "Its id")),
        APIField("weight", .integer(), Phrase(zh: "权重", en: "Its weight")),
        APIField("grade", .text, Phrase(zh: "证据等级", en: "Its evidence")),
        APIField("label", .text, Phrase(zh: "名称", en: "What people call it")),
        APIField("base", .text, Phrase(zh: "基地", en: "Its base"), .sometimes),
        APIField("category", .text, Phrase(zh: "类别", en: "Its category"), .sometimes),
        APIField("day", .day, Phrase(zh: "日期", en: "Its day"), .sometimes),
      ])
  }
}
