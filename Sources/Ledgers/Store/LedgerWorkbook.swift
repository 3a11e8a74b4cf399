import Evidence
public import Foundation
public import Kernel
public import Ledgers
import Tables

extension LedgerExport {
  /// Writes records as a workbook, with what its columns mean on a second sheet; numbers and days are such.
  ///
  /// Without records it is the template to fill in.
  /// - Throws: `WorkbookRefusal`.
  public static func workbook(
    _ records: [LedgerRecord], of ledger: Ledger, _ fields: [LedgerField], hints: HintColumn = .none, at path: String,
    made: Date, in language: Language
  ) throws {
    let book = try WorkbookWriter(path: path, made: made)
    let isTemplate = records.isEmpty
    let columns = zip(
      headers(fields, hints: hints, in: language), fields.map(\.isRequired) + [false, false, false]
    ).map {
      title, isRequired in
      WorkbookColumn(isTemplate && isRequired ? title + "*" : title, width: 18)
    }
    try book.beginSheet(ledger.name.text(in: language), columns: columns)
    for record in records {
      try book.append(
        cells(record, fields, in: language) + (hints == .last ? [.text(said(record.hints, in: language))] : []))
    }
    try book.addNotes(Phrase(zh: "填写说明", en: "How to fill it in").text(in: language), notes(ledger, fields, language))
    try book.finish()
  }

  private static func cells(_ record: LedgerRecord, _ fields: [LedgerField], in language: Language) -> [WorkbookCell] {
    fields.map { field in
      let value = record.values[field.name]
      let text = field.written(value, in: language)
      switch (field.sort, value) {
      case (_, nil): return .empty
      case (.whole, .whole(let whole)): return .whole(whole)
      case (.day, .day(let day)): return .day(day)
      case (.share, .whole(let points)) where (0...10_000).contains(points): return .share(BasisPoints(Int(points)))
      case (.hundredths, .whole(let whole)), (.money, .whole(let whole)):
        // Beyond fifteen digits a spreadsheet would round.
        return whole.magnitude < 1_000_000_000_000_000 ? Double(text).map { .number($0) } ?? .text(text) : .text(text)
      default: return .text(text)
      }
    } + [.text(record.grade.code), .text(record.document)]
  }

  /// What the table is for, then each column: what it takes, and whether it may stay empty.
  private static func notes(
    _ ledger: Ledger, _ fields: [LedgerField], _ language: Language
  ) -> [(title: String, text: String)] {
    let lead = [
      (ledger.name, ledger.purpose),
      (
        Phrase(zh: "如何识别", en: "How it is read"),
        Phrase(
          zh: "按列名识别，列的顺序不限；标 * 的列必填。请不要改动列名；没有数据的单元格留空，不要填 0 或“无”。",
          en:
            "Columns are known by their names, in any order; those with * are required. Leave a cell empty where nothing is known; do not write 0."
        )
      ),
    ]
    return lead.map { ($0.text(in: language), $1.text(in: language)) }
      + (fields + LedgerTable.proof).map { field in
        let need = field.isRequired ? Phrase(zh: "必填", en: "required") : Phrase(zh: "选填", en: "optional")
        let words = [need, field.tableHelp, field.help].compactMap { $0?.text(in: language) }
        return (field.header.text(in: language), words.joined(separator: language == .zh ? "；" : "; "))
      }
  }
}

extension LedgerField {
  /// What a cell of its column takes.
  fileprivate var tableHelp: Phrase {
    switch sort {
    case .text(let limit), .lines(let limit): Phrase(zh: "文字，不超过 \(limit) 字", en: "text of at most \(limit) characters")
    case .day: Phrase(zh: "日期，年-月-日，如 2026-11-22", en: "a day, year-month-day, such as 2026-11-22")
    case .whole(let range):
      Phrase(
        zh: "整数，\(range.lowerBound) 至 \(range.upperBound)",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .hundredths: Phrase(zh: "数字，最多两位小数", en: "a number with at most two decimals")
    case .money(let unit): Phrase(zh: "金额，单位\(unit.phrase.zh)，小数用句点", en: "an amount in \(unit.phrase.en)")
    case .share: Phrase(zh: "百分比，带百分号，如 65%", en: "a percentage with its sign, such as 65%")
    case .choice(let choices):
      Phrase(
        zh: "可选：" + choices.map(\.words.zh).joined(separator: "、"),
        en: "one of: " + choices.map(\.words.en).joined(separator: ", "))
    case .choices(let choices):
      Phrase(
        zh: "可多选，用分号隔开：" + choices.map(\.words.zh).joined(separator: "；"),
        en: "any of, with semicolons between: " + choices.map(\.words.en).joined(separator: "; "))
    case .flag: Phrase(zh: "是 或 否", en: "yes or no")
    case .creditCode: Phrase(zh: "18 位统一社会信用代码，列格式设为文本", en: "unified social credit code of 18 symbols, as text")
    case .organisation: Phrase(zh: "统一社会信用代码或全称", en: "unified social credit code or full name")
    case .person:
      Phrase(zh: "身份证号或护照号，列格式设为文本；只保存摘要", en: "identity or passport number, as text; only a digest is kept")
    }
  }
}
