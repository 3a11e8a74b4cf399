public import Foundation
public import Kernel
import LedgersStore
public import Programme
import Tables

/// The questionnaire as a table: one row an institution, under the headings that it asks for.
public enum QuestionnaireFile {
  public static func csv(_ questionnaire: Questionnaire, in language: Language) -> String {
    var text = "\u{FEFF}" + LedgerExport.line(Questionnaire.columns.map { $0.heading.text(in: language) })
    for entry in questionnaire.entries {
      text += LedgerExport.line(
        Questionnaire.columns.map { column in entry.values[column.code].map { words($0, language) } ?? "" })
    }
    return text
  }

  /// - Throws: `WorkbookRefusal`.
  public static func workbook(
    _ questionnaire: Questionnaire, at path: String, made: Date, in language: Language
  ) throws {
    let book = try WorkbookWriter(path: path, made: made)
    let title = Phrase(zh: "统计调查\(questionnaire.year)", en: "Questionnaire \(questionnaire.year)")
    try book.beginSheet(
      title.text(in: language),
      columns: Questionnaire.columns.map { WorkbookColumn($0.heading.text(in: language), width: 18) })
    for entry in questionnaire.entries {
      try book.append(Questionnaire.columns.map { cell(entry.values[$0.code], language) })
    }
    let notes = [
      (
        Phrase(zh: "口径", en: "What it holds"),
        Phrase(
          zh: "栏目按知识产权服务业统计调查的内容；数据取自已审核的年度报表、名录、许可、从业人员、服务与出口台账。",
          en:
            "Headings after the national survey of IP services; filled from the approved yearly return, the register, and the ledgers of licences, staff, services and exports."
        )
      ),
      (
        Phrase(zh: "空格", en: "Empty cells"),
        Phrase(
          zh: "未掌握的栏目留空，不填 0；填报前请机构补齐。", en: "What is not known stays empty and is no 0; the institution completes it.")
      ),
    ]
    try book.addNotes(
      Phrase(zh: "说明", en: "Notes").text(in: language), notes.map { ($0.text(in: language), $1.text(in: language)) })
    try book.finish()
  }

  private static func words(_ value: Questionnaire.Value, _ language: Language) -> String {
    switch value {
    case .text(let words): words.text(in: language)
    case .count(let count): String(count)
    case .money(let fen): decimal(fen, digits: 6)
    case .hundredths(let value): decimal(value, digits: 2)
    case .day(let day): day.description
    case .flag(let flag): (flag ? Phrase(zh: "是", en: "Yes") : Phrase(zh: "否", en: "No")).text(in: language)
    }
  }

  private static func cell(_ value: Questionnaire.Value?, _ language: Language) -> WorkbookCell {
    switch value {
    case nil: .empty
    case .count(let count): .whole(count)
    case .day(let day): .day(day)
    case .money(let amount) where amount.magnitude < 1_000_000_000_000_000: .number(Double(amount) / 1_000_000)
    case .hundredths(let amount) where amount.magnitude < 1_000_000_000_000_000: .number(Double(amount) / 100)
    case .some(let value): .text(words(value, language))
    }
  }

  /// `value` with its last `digits` places behind a point, as short as it can be.
  private static func decimal(_ value: Int64, digits: Int) -> String {
    let symbols = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - symbols.count)) + symbols
    var decimals = padded.suffix(digits)
    while decimals.last == "0" { decimals = decimals.dropLast() }
    return (value < 0 ? "-" : "") + padded.dropLast(digits) + (decimals.isEmpty ? "" : "." + decimals)
  }
}
