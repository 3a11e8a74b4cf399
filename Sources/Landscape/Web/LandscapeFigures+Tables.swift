import Corpus
import Kernel
import Landscape
import Markup
import Web

extension LandscapeFigures {
  func label(_ label: AnalysisLabel, of kind: AnalysisKind) -> HTML {
    switch label {
    case .words(let phrase): "\(phrase)"
    case .data(let name): kind.column.flatMap { words($0, name) }.map { marked($0) } ?? data(name)
    }
  }

  /// What stands over a column; tables take words only, and data are their own.
  private func heading(_ label: AnalysisLabel) -> Phrase {
    switch label {
    case .words(let phrase): phrase
    case .data(let name): Phrase(zh: name, en: name)
    }
  }

  /// The figures of an analysis, every number of documents a way to them.
  func table(_ analysis: Analysis) -> HTML {
    let standings = analysis.rows.contains { $0.standing != .complete }
    let columns =
      [Column(analysis.subject, .name)] + analysis.headings.map { Column(heading($0), .number) }
      + (standings ? [Column(Phrase(zh: "完整性", en: "Completeness"))] : [])
    let rows = analysis.rows.map { row in
      [label(row.label, of: analysis.kind)] + row.cells.map(cell) + (standings ? [standing(row.standing)] : [])
    }
    return Markup.table(analysis.kind.phrase, columns: columns, rows: rows)
  }

  private func standing(_ standing: YearStanding) -> HTML {
    standing.phrase.map { badge($0, .warning) } ?? "\(Phrase(zh: "完整", en: "complete"))"
  }

  func cell(_ cell: AnalysisCell) -> HTML {
    switch cell {
    case .count(let count, let narrowing): number(count, count > 0 ? link(narrowing) : nil)
    case .number(let number): "\(Count(number))"
    case .share(let share): "\(percent(share))"
    case .nothing: .notKnown
    }
  }

  func link(_ narrowing: Narrowing?) -> Link? {
    narrowing.flatMap { documents($0) }
  }

  /// Over a year whose figures are not complete.
  private func openMark(_ heading: AnalysisLabel, _ kind: AnalysisKind) -> HTML {
    guard kind == .classYears, case .data(let text) = heading, let year = Int(text),
      report.completeness.standing(ofFilingYear: year) == .incomplete, let words = YearStanding.incomplete.phrase
    else { return "" }
    return "<span class=\"open-mark\">\(words)</span>"
  }

  /// A table whose cells are shaded by their numbers: chart and figures in one.
  func matrix(_ analysis: Analysis) -> HTML {
    let peak = analysis.rows.flatMap { $0.cells.dropFirst() }.map(\.documents).max() ?? 0
    let heads = analysis.headings.map { heading -> HTML in
      "<th scope=\"col\" class=\"number\">\(label(heading, of: analysis.kind))\(openMark(heading, analysis.kind))</th>"
    }
    let rows = analysis.rows.map { row -> HTML in
      let cells = row.cells.enumerated().map { place, cell -> HTML in
        let shade = place > 0 ? cell.shade(of: peak) : nil
        return "<td class=\"number\(shade.map { " heat-\($0)" } ?? "")\">\(self.cell(cell))</td>"
      }
      return "<tr><th scope=\"row\" class=\"code\">\(label(row.label, of: analysis.kind))</th>\(cells)</tr>\n"
    }
    return """
      <figure class="chart"><div class="chart-scroll" role="region" aria-label="\(analysis.kind.phrase)" tabindex="0">\
      <table class="heat"><caption class="unseen">\(analysis.kind.phrase)</caption>
      <thead><tr><th scope="col">\(analysis.subject)</th>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table></div>\
      <figcaption class="fine-print">\(Phrase(zh: "颜色越深，件数越多。", en: "The darker, the more documents."))</figcaption></figure>
      """
  }
}

extension AnalysisCell {
  /// A number of documents, 0 for anything else.
  var documents: Int { if case .count(let count, _) = self { count } else { 0 } }

  /// From 0 for none to 5; nil for what is no number of documents.
  func shade(of peak: Int) -> Int? {
    guard case .count(let count, _) = self else { return nil }
    return count == 0 ? 0 : max(1, (count * 5 + peak - 1) / max(peak, 1))
  }
}
