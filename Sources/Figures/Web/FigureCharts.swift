import Figures
import FiguresStore
import Kernel
import Markup

/// The month-ends of a year as a line beside the target, small enough for a table.
///
/// It says its values to those who hear it; ``trajectory(_:_:)`` has them as a table.
func sparkline(_ months: [FigurePoint], target: Quantity?, digits: Int) -> HTML {
  let values = months.map(\.value)
  guard values.contains(where: { $0 != nil }) else { return .notKnown }
  let peak = peak(values, target)
  let points = values.enumerated().compactMap { place, value in
    value.map { (x: 4 + place * 112 / 11, y: 30 - $0.thousandths(of: peak) * 26 / 1_000) }
  }
  let spoken = zip(months, values).compactMap { month, value in
    value.map { "\(month.cutoff.month): \($0.text(digits: digits))" }
  }
  let label = Phrase(
    zh: "各月末数值 " + spoken.joined(separator: "，"), en: "Month-ends " + spoken.joined(separator: ", "))
  let targetY = target.map { 30 - $0.thousandths(of: peak) * 26 / 1_000 }
  return """
    <svg class="spark" viewBox="0 0 120 34" role="img" aria-label="\(label)" focusable="false">\
    \(targetY.map { "<line class=\"spark-target\" x1=\"0\" y1=\"\($0)\" x2=\"120\" y2=\"\($0)\"/>" as HTML })\
    <polyline class="spark-line" points="\(points.map { "\($0.x),\($0.y)" }.joined(separator: " "))"/>\
    \(points.last.map { "<circle class=\"spark-dot\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"3\"/>" as HTML })</svg>
    """
}

/// The month-ends of a year with the target line, and the same as a table.
func trajectory(_ figure: Figure, _ months: [FigurePoint]) -> HTML {
  let values = months.map(\.value)
  let digits = figure.indicator.measure.digits
  let unit = figure.indicator.unit
  let caption = Phrase(zh: "\(figure.cutoff.year) 年各月末走势", en: "Month-ends of \(figure.cutoff.year)")
  let rows = months.map { month -> [HTML] in
    ["\(month.cutoff.description)", month.state.map { stateText($0, digits) } ?? "\(Phrase(zh: "未到", en: "not yet"))"]
  }
  let hasValues = values.contains { $0 != nil }
  return """
    <figure class="chart"><figcaption>\(caption)<span class="unit">\(unitWords(unit))\(hasValues ? targetWords(figure, digits) : nil)</span></figcaption>\
    \(if: hasValues, drawing(values, months, figure.threshold, digits))\
    <details class="figures"\(if: !hasValues, " open")><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
    \(table(caption, columns: [Column(Phrase(zh: "截止日", en: "Cut-off"), .name), Column(unit, .number)], rows: rows))\
    </details></figure>
    """
}

private func drawing(_ values: [Quantity?], _ months: [FigurePoint], _ target: Quantity?, _ digits: Int) -> HTML {
  let peak = peak(values, target)
  func x(_ place: Int) -> Int { 40 + place * 58 }
  func y(_ value: Quantity) -> Int { 190 - value.thousandths(of: peak) * 160 / 1_000 }
  let points = values.enumerated().compactMap { place, value in value.map { (x: x(place), y: y($0), value: $0) } }
  let labels = points.map { point -> HTML in
    """
    <circle class="spark-dot" cx="\(point.x)" cy="\(point.y)" r="4"/>\
    <text class="chart-value" x="\(point.x)" y="\(point.y - 9)">\(point.value.text(digits: digits))</text>
    """
  }
  let axis = months.enumerated().map { place, month -> HTML in
    "<text class=\"chart-label\" x=\"\(x(place))\" y=\"212\">\(month.cutoff.month)</text>"
  }
  return """
    <div class="chart-scroll" role="region" aria-label="\(Phrase(zh: "走势图", en: "Chart"))" tabindex="0"><svg class="trajectory" viewBox="0 0 720 220" aria-hidden="true" focusable="false">\
    <line class="chart-axis" x1="20" y1="190" x2="700" y2="190"/>\
    \(target.map { targetLine(y($0)) })\
    <polyline class="spark-line" points="\(points.map { "\($0.x),\($0.y)" }.joined(separator: " "))"/>\(labels)\(axis)\
    </svg></div>
    """
}

private func targetLine(_ y: Int) -> HTML {
  "<line class=\"spark-target\" x1=\"20\" y1=\"\(y)\" x2=\"700\" y2=\"\(y)\"/>"
}

/// What the broken line stands for; inside the drawing the words would cover values near the target.
private func targetWords(_ figure: Figure, _ digits: Int) -> HTML? {
  figure.threshold.map { target in
    let text = target.text(digits: digits)
    return "\(Phrase(zh: "；虚线：目标 \(text)", en: "; broken line: target \(text)"))"
  }
}

/// Values by base or category as bars, and the same as a table.
func shareBars(
  _ caption: Phrase, _ shares: [FigureShare], _ indicator: Indicator, _ words: (String) -> Phrase?
) -> HTML {
  let digits = indicator.measure.digits
  let peak = shares.compactMap(\.state.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
  let bars = shares.map { share -> HTML in
    let width = share.state.value.map { $0.thousandths(of: peak) } ?? 0
    return """
      <li><span class="bar-label">\(shareName(share, words))</span>\
      <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
      <rect class="bar-ground" width="1000" height="20"/><rect class="bar-fill" width="\(width)" height="20"/></svg>\
      <span class="bar-value">\(stateText(share.state, digits))</span></li>
      """
  }
  let rows = shares.map { [shareName($0, words), stateText($0.state, digits)] }
  return """
    <figure class="chart"><figcaption>\(caption)<span class="unit">\(unitWords(indicator.unit))</span></figcaption>\
    <ul class="bars">\(bars)</ul><details class="figures"><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
    \(table(caption, columns: [Column(Phrase(zh: "项目", en: "Item"), .name), Column(indicator.unit, .number)], rows: rows))\
    </details></figure>
    """
}

private func shareName(_ share: FigureShare, _ words: (String) -> Phrase?) -> HTML {
  share.key.map { key in words(key).map { "\($0)" } ?? marked(key) } ?? "\(Phrase(zh: "未注明", en: "Not stated"))"
}

func stateText(_ state: FigureState, _ digits: Int) -> HTML {
  state.value.map { "\($0.text(digits: digits))" }
    ?? "<span class=\"not-known\">\(state.absence ?? Absence.none.phrase)</span>"
}

private func unitWords(_ unit: Phrase) -> Phrase { Phrase(zh: "单位：\(unit.zh)", en: "Unit: \(unit.en)") }

/// What fills the height of a drawing.
private func peak(_ values: [Quantity?], _ target: Quantity?) -> Quantity {
  let peak = (values + [target]).compactMap(\.self).max() ?? 1
  return peak > 0 ? peak : 1
}
