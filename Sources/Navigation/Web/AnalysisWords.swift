import Corpus
import Kernel
import Landscape
import Navigation
import NavigationStore
import Tables

/// The figures of an analysis as texts of one language: for files.
struct AnalysisWords {
  let words: @Sendable (CorpusColumn, String) -> Phrase?
  let language: Language

  func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

  func label(_ label: AnalysisLabel, of kind: AnalysisKind) -> String {
    switch label {
    case .words(let phrase): text(phrase)
    case .data(let name): Self.column(of: kind).flatMap { words($0, name) }.map(text) ?? name
    }
  }

  func cell(_ cell: AnalysisCell) -> String {
    switch cell {
    case .count(let count, _): "\(count)"
    case .number(let number): "\(number)"
    case .share(let share): Self.percent(share)
    case .nothing: "—"
    }
  }

  /// Headings, then the rows; years that are not complete say so in a last column.
  func rows(_ analysis: Analysis) -> (titles: [String], rows: [[String]]) {
    let standings = analysis.rows.contains { $0.standing != .complete }
    let titles =
      [text(analysis.subject)] + analysis.headings.map { label($0, of: analysis.kind) }
      + (standings ? [text(Phrase(zh: "数据完整性", en: "Completeness"))] : [])
    let rows = analysis.rows.map { row in
      [label(row.label, of: analysis.kind)] + row.cells.map(cell)
        + (standings ? [row.standing.phrase.map(text) ?? text(Phrase(zh: "完整", en: "complete"))] : [])
    }
    return (titles, rows)
  }

  /// How the parts of an analysis add up to all documents.
  func sum(_ balance: Balance) -> String {
    let parts = balance.parts.map { "\(text($0.words)) \($0.count)" }.joined(separator: " + ")
    let more = balance.assignments.map { sum in
      text(
        Phrase(
          zh: "；各行合计 \(sum)（一件可计入多行）",
          en: "; the rows add up to \(sum), since a document may stand in several"))
    }
    return "\(balance.documents) = \(parts)\(more ?? "")"
  }

  /// The file of an analysis: its rows with the search that finds each in the dataset, and what it was drawn of.
  func csv(_ analysis: Analysis, of figures: NavigationFigures, isDemonstration: Bool) -> String {
    let writer = CSVWriter(formulas: .disarmed)
    let (titles, rows) = rows(analysis)
    let searches = analysis.rows.map { $0.narrowing?.text(behind: "") ?? "" }
    var lines: [[String]] = [titles + [text(Phrase(zh: "数据集内检索式", en: "Search in the dataset"))]]
    for (row, search) in zip(rows, searches) { lines.append(row + [search]) }
    lines.append([])
    let facts: [(Phrase, String)] = [
      (Phrase(zh: "项目", en: "Project"), figures.file.project.facts.title),
      (Phrase(zh: "分析", en: "Analysis"), text(analysis.kind.phrase)),
      (Phrase(zh: "合计", en: "Sum"), sum(analysis.balance)),
      (Phrase(zh: "检索截止日", en: "Cut-off date"), figures.dataset.cutoff?.description ?? "—"),
      (Phrase(zh: "数据集摘要（SHA-256）", en: "Digest of the dataset (SHA-256)"), figures.dataset.hash),
    ]
    lines += facts.map { [text($0.0), $0.1] }
    lines += analysis.notes.map { [text($0)] }
    if isDemonstration { lines.append([text(Phrase(zh: "示例数据", en: "Sample data"))]) }
    return CSVWriter.mark + lines.map(writer.line).joined()
  }

  /// The column that rows are values of, where they may have words.
  private static func column(of kind: AnalysisKind) -> CorpusColumn? {
    switch kind {
    case .provinces: .province
    case .statuses: .status
    case .filings, .publications, .kinds, .applicants, .concentration, .lifeCycle, .coApplicants, .classes,
      .classYears, .classPairs, .growth, .whiteSpace, .cities, .districts, .inventors, .coInventors, .agencies,
      .citations:
      nil
    }
  }

  /// Hundredths of a percent, such as `12.34%`.
  private static func percent(_ share: Int) -> String {
    let rest = share.magnitude % 100
    return "\(share < 0 ? "-" : "")\(share.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
