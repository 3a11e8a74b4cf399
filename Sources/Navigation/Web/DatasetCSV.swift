import Corpus
import Kernel
import Navigation
import NavigationStore
import Tables

/// Who reads a table: people in a spreadsheet, or a program.
enum TableReader {
  case people, programs
}

/// The documents of a dataset as lines; what was taken out says why.
func datasetCSV(_ lines: [DatasetLine], in language: Language, for reader: TableReader) -> String {
  let writer = CSVWriter(formulas: reader == .people ? .disarmed : .kept)
  func text(_ phrase: Phrase) -> String { phrase.text(in: language) }
  let titles =
    reader == .programs
    ? [
      "document", "publication", "application", "title", "applicants", "filed", "published", "kind", "status", "ipc",
      "branches", "removed", "mergedInto", "note",
    ]
    : [
      text(Phrase(zh: "编号", en: "Id")), text(Phrase(zh: "公开号", en: "Publication")),
      text(Phrase(zh: "申请号", en: "Application")), text(Phrase(zh: "名称", en: "Title")),
      text(Phrase(zh: "申请人", en: "Applicants")), text(Phrase(zh: "申请日", en: "Filed")),
      text(Phrase(zh: "公开日", en: "Published")), text(Phrase(zh: "类型", en: "Kind")),
      text(Phrase(zh: "法律状态", en: "Legal status")), text(Phrase(zh: "IPC", en: "IPC")),
      text(Phrase(zh: "分支", en: "Branches")), text(Phrase(zh: "移出理由", en: "Why taken out")),
      text(Phrase(zh: "合并到", en: "Merged into")), text(Phrase(zh: "说明", en: "Note")),
    ]
  let rows = lines.map { line -> [String] in
    let (document, removal) = (line.document.document, line.removal)
    let reason = removal.map { reader == .people ? text($0.reason.phrase) : $0.reason.rawValue }
    return [
      "\(ID<FrozenDocument>(document.id))", document.publicationNumbers.joined(separator: "; "),
      document.applicationNumbers.joined(separator: "; "), document.title, document.applicants.joined(separator: "; "),
      document.filingDay?.description ?? "", document.publicationDay?.description ?? "", document.kind ?? "",
      document.status ?? "", document.ipc.joined(separator: "; "),
      line.document.branches.map(String.init).joined(separator: "; "), reason ?? "",
      removal?.into.map { "\(ID<FrozenDocument>($0))" } ?? "", removal?.note ?? "",
    ]
  }
  return (reader == .people ? CSVWriter.mark : "") + ([titles] + rows).map(writer.line).joined()
}
