import Assembly
import Kernel
import Patents
import PatentsStore

/// The rejected and repaired rows of an import as a CSV file that a spreadsheet opens.
///
/// UTF-8 with a mark at its beginning. A text that a spreadsheet would take for a formula gets an apostrophe.
struct NoteSheet {
  private let sink: LineSink
  private let language: Language
  private static let page = 1_000

  init(path: String, language: Language) throws {
    sink = try LineSink(path)
    self.language = language
    let titles = [
      Phrase(zh: "文件", en: "File"), Phrase(zh: "行", en: "Row"), Phrase(zh: "类别", en: "Sort"),
      Phrase(zh: "代码", en: "Code"), Phrase(zh: "字段", en: "Field"), Phrase(zh: "说明", en: "Explanation"),
      Phrase(zh: "原文", en: "Original"),
    ]
    try sink.write("\u{FEFF}" + Self.row(titles.map { $0.text(in: language) }))
  }

  func add(_ run: PatentImport, of entry: ImportFiles.Entry, from zone: Zone) async throws {
    var last = 0
    while true {
      let notes = try await zone.patents.notes(of: run.id, after: last, limit: Self.page, by: zone.console)
      // The last row of a full page may have more notes than fit on it.
      let isFull = notes.count == Self.page && notes.first?.line != notes.last?.line
      let whole = isFull ? notes.filter { $0.line != notes.last?.line } : notes
      for note in whole { try sink.write(Self.row(cells(note, of: entry))) }
      guard notes.count == Self.page, let line = whole.last?.line else { return }
      last = line
    }
  }

  func finish() throws { try sink.finish() }

  private func cells(_ note: ImportNote, of entry: ImportFiles.Entry) -> [String] {
    [
      entry.path, "\(note.line)", note.sort.phrase.text(in: language), note.code, note.field ?? "",
      note.phrase.text(in: language), note.original,
    ]
  }

  private static func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") }

  private static func quoted(_ cell: String) -> String {
    let isFormula = cell.first.map { "=+-@\t\r".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension ImportNote.Sort {
  fileprivate var phrase: Phrase {
    switch self {
    case .rejected: Phrase(zh: "退回", en: "Rejected")
    case .repaired: Phrase(zh: "修正", en: "Repaired")
    }
  }
}
