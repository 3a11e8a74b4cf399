import Kernel
import Landscape
import Markup

extension LandscapeFigures {
  /// Horizontal bars, so that long names fit beside them on a phone.
  func rankBars(_ analysis: Analysis) -> HTML {
    let peak = max(1, analysis.rows.map(\.value).max() ?? 1)
    let bars = analysis.rows.map { row -> HTML in
      let width = row.value == 0 ? 0 : max(2, row.value * 1_000 / peak)
      return """
        <li><span class="bar-label">\(label(row.label, of: analysis.kind))</span>\
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar-ground" width="1000" height="20"/><rect class="bar-fill" width="\(width)" height="20"/></svg>\
        <span class="bar-value">\(number(row.value, link(row.narrowing)))</span></li>
        """
    }
    return "<ul class=\"bars\">\(bars)</ul>"
  }

  /// Upright bars by year, those of years that are not published in full hatched on a shaded ground.
  func yearColumns(_ analysis: Analysis) -> HTML {
    let rows = analysis.rows
    let peak = max(1, rows.map(\.value).max() ?? 1)
    let step = max(24, min(60, 660 / max(rows.count, 1)))
    let width = 40 + step * rows.count
    let hatch = "hatch-\(analysis.kind.rawValue)"
    let every = max(1, (44 + step - 1) / step)
    let bars = rows.enumerated().map { place, row -> HTML in
      let x = 20 + place * step
      let height = row.value == 0 ? 0 : max(2, row.value * 150 / peak)
      let isLabelled = (rows.count - 1 - place).isMultiple(of: every)
      let column: HTML = """
        <rect class="year-ground\(ground(row.standing))" x="\(x)" y="10" width="\(step)" height="170"/>\
        <rect class="year-bar" x="\(x + step / 8)" y="\(180 - height)" width="\(step - step / 4)" height="\(height)"/>\
        \(if: row.standing == .incomplete, "<rect class=\"year-hatch\" fill=\"url(#\(hatch))\" x=\"\(x + step / 8)\" y=\"\(180 - height)\" width=\"\(step - step / 4)\" height=\"\(height)\"/>")\
        \(if: step >= 26 && row.value > 0, "<text class=\"chart-value\" x=\"\(x + step / 2)\" y=\"\(174 - height)\">\(row.value)</text>")\
        \(if: isLabelled, "<text class=\"chart-label\" x=\"\(x + step / 2)\" y=\"200\">\(row.year)</text>")
        """
      // The whole column leads to the documents of the year, however low its bar is.
      guard row.value > 0, let link = link(row.narrowing) else { return column }
      return "<a href=\"\(link)\" aria-label=\"\(row.year): \(row.value)\">\(column)</a>"
    }
    return """
      \(drawn(analysis.kind, width, 212, """
        <defs><pattern id="\(hatch)" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.5" height="6"/></pattern></defs>\
        \(bars)<line class="chart-axis" x1="10" y1="180" x2="\(width - 10)" y2="180"/>
        """))\(legend(analysis))
      """
  }

  private func ground(_ standing: YearStanding) -> String {
    switch standing {
    case .complete: ""
    case .internationalIncomplete: " year-open-pct"
    case .incomplete: " year-open"
    }
  }

  private func legend(_ analysis: Analysis) -> HTML {
    let open =
      analysis.kind == .publications
      ? Phrase(zh: "数据截止时尚未结束的年份", en: "The year in which the data end")
      : Phrase(zh: "尚未全部公开的年份", en: "Years not published in full yet")
    let items = [YearStanding.incomplete, .internationalIncomplete].filter { standing in
      analysis.rows.contains { $0.standing == standing }
    }.map { standing -> HTML in
      let words =
        standing == .incomplete
        ? open
        : Phrase(
          zh: "PCT申请尚未全部进入国家阶段的年份", en: "Years whose international applications have not all entered the national phase"
        )
      let name = standing == .incomplete ? "year-open" : "year-open-pct"
      return """
        <li><svg class="legend-mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">\
        <rect class="\(name)" width="20" height="20"/></svg>\(words)</li>
        """
    }
    return items.isEmpty ? "" : "<ul class=\"legend\">\(items)</ul>"
  }

  /// A drawing as wide as it needs, which a narrow screen scrolls.
  private func drawn(_ kind: AnalysisKind, _ width: Int, _ height: Int, _ content: HTML) -> HTML {
    let label = Phrase(zh: "图：\(kind.phrase.zh)", en: "Chart: \(kind.phrase.en)")
    return """
      <div class="chart-scroll" role="region" aria-label="\(label)" tabindex="0">\
      <svg class="landscape-years" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" role="group" aria-label="\(label)">\
      \(content)</svg></div>
      """
  }

  /// The path of a technology: from year to year, applicants to the right and documents upwards.
  func lifeCycleLine(_ analysis: Analysis) -> HTML {
    let points = analysis.rows.filter { $0.value > 0 }.map { row in
      (row: row, applicants: row.second, documents: row.value)
    }
    let (right, top) = (max(1, points.map(\.applicants).max() ?? 1), max(1, points.map(\.documents).max() ?? 1))
    func x(_ applicants: Int) -> Int { 50 + applicants * 600 / right }
    func y(_ documents: Int) -> Int { 260 - documents * 225 / top }
    let line = points.map { "\(x($0.applicants)),\(y($0.documents))" }.joined(separator: " ")
    // The latest year is named first; a label that would cover another is left out, the table has them all.
    var named: [(x: Int, y: Int)] = []
    let marks = points.reversed().map { point -> HTML in
      let (x, y) = (x(point.applicants), y(point.documents))
      let isFree = !named.contains { abs($0.x - x) < 36 && abs($0.y - y) < 15 }
      if isFree { named.append((x, y)) }
      let name = point.row.standing == .incomplete ? "life-open" : "life-dot"
      return """
        <circle class="\(name)" cx="\(x)" cy="\(y)" r="5"/>\
        \(if: isFree, "<text class=\"chart-label\" x=\"\(x)\" y=\"\(y - 10)\">\(point.row.year)</text>")
        """
    }
    return """
      \(drawn(analysis.kind, 700, 300, """
        <line class="chart-axis" x1="50" y1="260" x2="680" y2="260"/><line class="chart-axis" x1="50" y1="20" x2="50" y2="260"/>\
        <polyline class="spark-line" points="\(line)"/>\(marks)\
        <text class="chart-label" x="650" y="284">\(right)</text><text class="chart-label" x="50" y="284">0</text>\
        <text class="chart-label" x="26" y="40">\(top)</text>
        """))
      <p class="fine-print">\(Phrase(
        zh: "横轴：当年申请人数；纵轴：当年申请件数；空心点为尚未全部公开的年份。",
        en: "Across: applicants of the year; upwards: documents filed; hollow points are years not published in full yet."))</p>
      """
  }

  /// Change to the left or right of a middle line.
  func growthBars(_ analysis: Analysis) -> HTML {
    let rows = analysis.rows.dropFirst()
    let peak = max(1, rows.map { abs($0.third) }.max() ?? 1)
    let bars = rows.map { row -> HTML in
      let change = row.third
      let width = change == 0 ? 0 : max(2, abs(change) * 500 / peak)
      return """
        <li><span class="bar-label">\(label(row.label, of: analysis.kind))</span>\
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
        <rect class="bar-ground" width="1000" height="20"/>\
        <rect class="\(change < 0 ? "bar-fall" : "bar-fill")" x="\(change < 0 ? 500 - width : 500)" width="\(width)" height="20"/>\
        <rect class="bar-middle" x="499" width="2" height="20"/></svg>\
        <span class="bar-value">\(change > 0 ? "+" : "")\(Count(change))</span></li>
        """
    }
    return "<ul class=\"bars\">\(bars)</ul>"
  }
}

extension AnalysisRow {
  fileprivate var second: Int { cells.count > 1 ? cells[1].plain : 0 }
  fileprivate var third: Int { cells.count > 2 ? cells[2].plain : 0 }
  fileprivate var year: String { if case .data(let year) = label { year } else { "" } }
}

extension AnalysisCell {
  fileprivate var plain: Int {
    switch self {
    case .count(let number, _), .number(let number): number
    case .share, .nothing: 0
    }
  }
}
