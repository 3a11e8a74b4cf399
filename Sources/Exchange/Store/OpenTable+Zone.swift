import Evidence
public import Exchange
import Figures
public import FiguresStore
import Foundation
import Institutions
import Kernel
public import Ledgers

extension OpenTable {
  /// What is public of each institution.
  init(institutions entries: [OpenEntry], isDemonstration: Bool) {
    let fields = Ledger.institutions.openFields
    let columns =
      fields.map { OpenColumn($0.name, $0.words) } + [
        OpenColumn("page", Phrase(zh: "固定网址", en: "Permanent page")),
        OpenColumn("updated", Phrase(zh: "更新日期", en: "Updated")),
      ]
    self.init(
      columns: columns + Self.mark(isDemonstration),
      rows: entries.map { entry in
        fields.map { OpenCell(entry.record.values[$0.name], of: $0) } + [
          .text("/open/institutions/\(entry.code)"), .day(Day(entry.changedAt)),
        ] + Self.marked(isDemonstration)
      })
  }

  init(figures: [FrozenFigure], book: FigureBook, isDemonstration: Bool) {
    let columns = [
      OpenColumn("code", Phrase(zh: "指标编号", en: "Code")),
      OpenColumn("name_zh", Phrase(zh: "指标名称", en: "Name in Chinese")),
      OpenColumn("name_en", Phrase(zh: "英文名称", en: "Name in English")),
      OpenColumn("unit", Phrase(zh: "单位", en: "Unit")),
      OpenColumn("cutoff", Phrase(zh: "截止日", en: "Cut-off")),
      OpenColumn("edition", Phrase(zh: "版次", en: "Edition")),
      OpenColumn("value", Phrase(zh: "数值", en: "Value")),
      OpenColumn("verdict", Phrase(zh: "与目标相比", en: "Against the target")),
      OpenColumn("records", Phrase(zh: "计入条数", en: "Records counted")),
      OpenColumn("declared", Phrase(zh: "已申报未计入条数", en: "Declared, not counted")),
      OpenColumn("definition_sha256", Phrase(zh: "口径 SHA-256", en: "SHA-256 of the definition")),
      OpenColumn("list_sha256", Phrase(zh: "清单 SHA-256", en: "SHA-256 of the list")),
      OpenColumn("published", Phrase(zh: "公布日期", en: "Published")),
      OpenColumn("page", Phrase(zh: "固定网址", en: "Permanent page")),
    ]
    self.init(
      columns: columns + Self.mark(isDemonstration),
      rows: figures.map { figure in
        let indicator = book.find(figure.code)?.indicator
        return [
          .text(figure.code.description), OpenCell(indicator?.name.zh), OpenCell(indicator?.name.en),
          indicator.map { .choices([OpenChoice($0.unit.zh, $0.unit)]) } ?? .missing, .day(figure.cutoff),
          .number("\(figure.edition)"), figure.openValue(book).map { .number($0) } ?? .missing,
          .choices([OpenChoice(figure.verdict.rawValue, figure.verdict.phrase)]), .number("\(figure.rows)"),
          .number("\(figure.declared)"), .text(figure.definition), .text(figure.listHash),
          figure.publishedAt.map { .day(Day($0)) } ?? .missing, .text("/open/figures/\(figure.id)"),
        ] + Self.marked(isDemonstration)
      })
  }

  init(indicators book: FigureBook) {
    self.init(
      columns: [
        OpenColumn("code", Phrase(zh: "指标编号", en: "Code")),
        OpenColumn("name_zh", Phrase(zh: "指标名称", en: "Name in Chinese")),
        OpenColumn("name_en", Phrase(zh: "英文名称", en: "Name in English")),
        OpenColumn("level", Phrase(zh: "类别", en: "Level")),
        OpenColumn("unit", Phrase(zh: "单位", en: "Unit")),
        OpenColumn("clause", Phrase(zh: "出处", en: "Clause of the plan")),
        OpenColumn("counting_zh", Phrase(zh: "计数规则", en: "Counting rule in Chinese")),
        OpenColumn("counting_en", Phrase(zh: "计数规则（英文）", en: "Counting rule in English")),
        OpenColumn("minimum_grade", Phrase(zh: "最低佐证等级", en: "Least evidence")),
        OpenColumn("version", Phrase(zh: "定义版本", en: "Version")),
      ],
      rows: book.sources.map(\.indicator).map { indicator in
        [
          .text(indicator.code.description), .text(indicator.name.zh), .text(indicator.name.en),
          .choices([OpenChoice(indicator.level.rawValue, indicator.level.phrase)]),
          .choices([OpenChoice(indicator.unit.zh, indicator.unit)]), .text(indicator.clause),
          .text(indicator.counting.zh), .text(indicator.counting.en), .text(indicator.minimum.code),
          .number("\(indicator.version)"),
        ]
      })
  }

  /// Every row of a demonstration says so, wherever the file goes.
  private static func mark(_ isDemonstration: Bool) -> [OpenColumn] {
    isDemonstration ? [OpenColumn("sample", Phrase(zh: "示例数据", en: "Sample data"))] : []
  }

  private static func marked(_ isDemonstration: Bool) -> [OpenCell] { isDemonstration ? [.flag(true)] : [] }
}

extension OpenCell {
  init(_ text: String?) { self = text.map { .text($0) } ?? .missing }

  /// A value of a record, without what only programs of the zone know: choices have their words.
  public init(_ value: LedgerValue?, of field: LedgerField) {
    switch (field.sort, value) {
    case (_, nil): self = .missing
    case (.choice(let choices), .text(let code)):
      self = .choices(choices.filter { $0.code == code }.map { OpenChoice($0.code, $0.words) })
    case (.choices(let choices), .codes(let codes)):
      self = .choices(choices.filter { codes.contains($0.code) }.map { OpenChoice($0.code, $0.words) })
    case (_, .day(let day)): self = .day(day)
    case (_, .flag(let flag)): self = .flag(flag)
    case (_, .text(let text)): self = .text(text)
    case (_, .codes(let codes)): self = .text(codes.joined(separator: " "))
    case (.whole, .whole(let value)): self = .number("\(value)")
    case (_, .whole): self = .text(field.written(value, in: .en))
    }
  }
}

extension Ledger {
  /// The fields that everybody may see.
  public var openFields: [LedgerField] { fields.filter { !$0.isInternal && !$0.isPersonal } }
}

extension FrozenFigure {
  /// The value as programs read it; nil where there is none.
  public func openValue(_ book: FigureBook) -> String? {
    value.map { value in
      book.find(code).map { value.plainText(digits: $0.indicator.measure.digits) } ?? value.shortest
    }
  }
}
