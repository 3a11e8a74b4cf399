import Exchange
import Foundation
import Kernel
import Tables

/// A dataset in the forms that it is given out in.
struct OpenWriting {
  private let dataset: OpenDataset
  private let table: OpenTable
  private let publisher: OpenPublisher
  private let language: Language

  init(_ dataset: OpenDataset, _ table: OpenTable, from publisher: OpenPublisher, in language: Language) {
    self.dataset = dataset
    self.table = table
    self.publisher = publisher
    self.language = language
  }

  /// For spreadsheets: with byte order mark, and without anything that one would run.
  var csv: String {
    let writer = CSVWriter(formulas: .disarmed)
    let header = writer.line(table.columns.map { $0.words.text(in: language) })
    return CSVWriter.mark + header
      + table.rows.map { row in writer.line(row.map { $0.text(in: language) }) }.joined()
  }

  var json: OpenValue {
    [
      "dataset": .text(dataset.code),
      "title": ["zh": .text(publisher.mark.zh + dataset.title.zh), "en": .text(publisher.mark.en + dataset.title.en)],
      "publisher": ["zh": .text(publisher.publisher.zh), "en": .text(publisher.publisher.en)],
      "licence": .text(publisher.licence),
      "origin": .text(publisher.origin),
      "modified": .text(dataset.modified?.formatted(.iso8601)),
      "sample": .flag(publisher.isDemonstration),
      "rows": table.json,
    ]
  }

  /// - Parameter name: unique in `folder`.
  func workbook(folder: String, named name: String, made: Date) throws -> [UInt8] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = "\(folder)/upload-\(name).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let book = try WorkbookWriter(path: path, folder: folder, made: made)
    try book.beginSheet(title, columns: table.columns.map { WorkbookColumn($0.words.text(in: language), width: 20) })
    for row in table.rows { try book.append(row.map { $0.workbookCell(in: language) }) }
    try book.addNotes(Phrase(zh: "说明", en: "Notes").text(in: language), notes)
    try book.finish()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// What the file is saved as, with the mark of invented data.
  func fileName(_ format: OpenFormat) -> String {
    let day = dataset.modified.map { "-\(Day($0))" } ?? ""
    return "\(title)\(day).\(format.rawValue)"
  }

  private var title: String { publisher.mark.text(in: language) + dataset.title.text(in: language) }

  private var notes: [(title: String, text: String)] {
    let notes: [(Phrase, String?)] = [
      (Phrase(zh: "数据集", en: "Dataset"), title),
      (Phrase(zh: "说明", en: "Description"), dataset.description.text(in: language)),
      (Phrase(zh: "发布单位", en: "Publisher"), publisher.publisher.text(in: language)),
      (Phrase(zh: "许可", en: "Licence"), publisher.licence),
      (Phrase(zh: "更新时间", en: "Modified"), dataset.modified?.formatted(.iso8601)),
      (Phrase(zh: "来源", en: "Source"), publisher.address(language.pathPrefix + "/open#\(dataset.code)")),
    ]
    return notes.compactMap { phrase, text in text.map { (phrase.text(in: language), $0) } }
  }
}

extension OpenCell {
  fileprivate func workbookCell(in language: Language) -> WorkbookCell {
    switch self {
    case .missing: .empty
    case .number(let text): Double(text).map { .number($0) } ?? .text(text)
    case .day(let day): .day(day)
    case .text, .flag, .choices: .text(text(in: language))
    }
  }
}
