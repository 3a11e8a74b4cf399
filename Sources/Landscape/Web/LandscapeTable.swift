import Corpus
import Kernel
import Landscape
import LandscapeStore
import Tables

/// An analysis as a file: its rows with the search that finds each, and below them what it was drawn of.
struct LandscapeTable {
  let file: LandscapeFile
  let isDemonstration: Bool
  let words: (CorpusColumn, String) -> Phrase?
  let language: Language

  func csv(_ analysis: Analysis) -> String {
    let writer = CSVWriter(formulas: .disarmed)
    let heading =
      [text(analysis.subject)] + analysis.headings.map { label($0, analysis) }
      + [text(Phrase(zh: "数据完整性", en: "Completeness")), text(Phrase(zh: "检索式", en: "Search"))]
    let rows = analysis.rows.map { row in
      [label(row.label, analysis)] + row.cells.map(cell)
        + [row.standing.phrase.map(text) ?? "", search(row.narrowing)]
    }
    return CSVWriter.mark + ([heading] + rows + [[]] + facts(analysis)).map(writer.line).joined()
  }

  private func text(_ phrase: Phrase) -> String { phrase.text(in: language) }

  private func label(_ label: AnalysisLabel, _ analysis: Analysis) -> String {
    switch label {
    case .words(let phrase): text(phrase)
    case .data(let name): analysis.kind.column.flatMap { words($0, name) }.map(text) ?? name
    }
  }

  private func cell(_ cell: AnalysisCell) -> String {
    switch cell {
    case .count(let count, _): "\(count)"
    case .number(let number): "\(number)"
    case .share(let share): percent(share)
    case .nothing: ""
    }
  }

  private func search(_ narrowing: Narrowing?) -> String {
    let question = file.report.question
    return narrowing.map { $0.text(behind: question.text) ?? "" } ?? question.text
  }

  private func facts(_ analysis: Analysis) -> [[String]] {
    let report = file.report
    var facts = [
      [text(Phrase(zh: "分析", en: "Analysis")), text(analysis.kind.phrase)],
      [text(Phrase(zh: "检索式", en: "Search")), report.question.text],
    ]
    for narrowing in report.question.narrowings {
      facts.append([text(Phrase(zh: "筛选", en: "Narrowed to")), narrowing.description])
    }
    facts += [
      [text(Phrase(zh: "文献数", en: "Documents")), "\(report.documents)"],
      [text(Phrase(zh: "语料库文献数", en: "Documents in the corpus")), "\(report.corpus)"],
      [text(Phrase(zh: "数据截止日", en: "Cut-off date")), report.completeness.cutoff.description],
      [text(Phrase(zh: "语料库所至留痕号", en: "Corpus follows the journal to entry")), "\(report.position)"],
      [text(Phrase(zh: "计数单位", en: "Counted")), text(LandscapeReport.unit)],
      [text(Phrase(zh: "申请人归一", en: "Spellings of applicants")), text(report.options.namesWords)],
    ]
    facts += analysis.balance.parts.map { [text($0.words), "\($0.count)", search($0.narrowing)] }
    if let assignments = analysis.balance.assignments {
      facts.append([
        text(Phrase(zh: "各行合计（一件可计入多行）", en: "Sum of the rows (a document may stand in several)")), "\(assignments)",
      ])
    }
    facts += analysis.notes.map { [text($0)] }
    if isDemonstration { facts.append([text(Phrase(zh: "示例数据", en: "Sample data"))]) }
    return facts
  }
}

/// Hundredths of a percent as people write them, such as `12.34%`.
func percent(_ share: Int) -> String {
  let rest = share.magnitude % 100
  return "\(share < 0 ? "-" : "")\(share.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)%"
}

extension LandscapeOptions {
  var namesWords: Phrase {
    mergesNames
      ? Phrase(zh: "按规则与人工合并归一", en: "Merged by rule and by hand")
      : Phrase(zh: "按原文，不归一", en: "As written, not merged")
  }
}

extension AnalysisKind {
  /// The column that the rows are values of, where they may have words.
  var column: CorpusColumn? {
    switch self {
    case .provinces: .province
    case .statuses: .status
    case .filings, .publications, .kinds, .applicants, .concentration, .lifeCycle, .coApplicants, .classes,
      .classYears, .classPairs, .growth, .whiteSpace, .cities, .districts, .inventors, .coInventors, .agencies,
      .citations:
      nil
    }
  }
}
