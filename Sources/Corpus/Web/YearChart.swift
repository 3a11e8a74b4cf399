import Corpus
import Kernel
import Markup

/// The hits by year as columns, and the same as a table whose numbers open.
struct YearChart {
  let question: CorpusQuestion
  let tally: CorpusTally

  private var years: [(year: Int, count: Int)] {
    let counts = tally.entries.reduce(into: [Int: Int]()) { if let year = Int($1.value) { $0[year] = $1.count } }
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return [] }
    // A wrong year far away would squeeze all others.
    return (max(first, last - 59)...last).map { ($0, counts[$0] ?? 0) }
  }

  var markup: HTML {
    let years = years
    guard years.count > 1 else { return "" }
    let caption = Phrase(zh: "命中文献按\(tally.column.phrase.zh)的分布", en: "Hits by \(tally.column.phrase.en.lowercased())")
    let rows: [[HTML]] = tally.entries.sorted { $0.value > $1.value }.map { entry in
      let link = SearchPath.results(question.narrowed(to: [CorpusNarrowing(tally.column, entry.value)]))
      return ["<a href=\"\(link)\">\(entry.value)</a>", "\(Count(entry.count))"]
    }
    return """
      <figure class="chart year-chart"><figcaption>\(caption)<span class="unit">\(Phrase(zh: "单位：件", en: "Unit: documents"))</span></figcaption>
      <div class="chart-scroll" role="region" aria-label="\(caption)" tabindex="0">\(drawing(years))</div>
      <details class="figures"><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
      \(table(caption, columns: [Column(tally.column.phrase, .name), Column(Phrase(zh: "件数", en: "Documents"), .number)], rows: rows))\
      </details></figure>
      """
  }

  private func drawing(_ years: [(year: Int, count: Int)]) -> HTML {
    let peak = max(1, years.map(\.count).max() ?? 1)
    let step = 700 / years.count
    let labelled = max(1, (years.count + 13) / 14)
    let columns = years.enumerated().map { place, year -> HTML in
      let height = year.count == 0 ? 0 : max(2, year.count * 100 / peak)
      let x = 10 + place * step
      // Counted from the newest, so that the last year always has its label.
      let isLabelled = (years.count - 1 - place).isMultiple(of: labelled)
      return """
        <rect class="bar-fill" x="\(x)" y="\(112 - height)" width="\(max(2, step * 4 / 5))" height="\(height)"/>\
        \(if: isLabelled, "<text class=\"chart-label\" x=\"\(x + step * 2 / 5)\" y=\"130\">\(year.year)</text>")
        """
    }
    return """
      <svg class="year-columns" viewBox="0 0 720 136" aria-hidden="true" focusable="false">\
      <text class="chart-peak" x="10" y="9">\(Count(peak))</text>\
      <line class="chart-axis" x1="5" y1="112" x2="715" y2="112"/>\(columns)</svg>
      """
  }
}
