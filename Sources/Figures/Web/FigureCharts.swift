import Figures
import FiguresStore
import Foundation
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
func trajectory(_ figure: Figure, _ months: [FigurePoint], mayObserve: Bool) -> HTML {
  let values = months.map(\.value)
  let digits = figure.indicator.measure.digits
  let unit = figure.indicator.unit
  let caption = Phrase(zh: "\(figure.cutoff.year) 年各月末走势", en: "Month-ends of \(figure.cutoff.year)")
  let rows = months.map { month -> [HTML] in
    ["\(month.cutoff.description)", monthState(month, of: figure, mayObserve: mayObserve)]
  }
  let hasValues = values.contains { $0 != nil }
  return """
    <figure class="chart"><figcaption>\(caption)<span class="unit">\(unitWords(unit))\(hasValues ? targetWords(figure, digits) : nil)</span></figcaption>\
    \(standing(of: months))\(if: hasValues, drawing(values, months, figure.threshold, digits))\
    <details class="figures"\(if: !hasValues, " open")><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
    \(table(caption, columns: [Column(Phrase(zh: "截止日", en: "Cut-off"), .name), Column(unit, .number)], rows: rows))\
    </details></figure>
    """
}

private func monthState(_ month: FigurePoint, of figure: Figure, mayObserve: Bool) -> HTML {
  guard let state = month.state else {
    return month.standing == .awaited
      ? "\(Phrase(zh: "正在计算", en: "being computed"))" : "\(Phrase(zh: "未到", en: "not yet"))"
  }
  guard state.value != nil else { return stateText(state, figure.indicator.measure.digits) }
  return monthValue(month, of: figure, mayObserve: mayObserve)
}

/// The value at a month-end as a link to its rows, for those who may see them.
func monthValue(_ month: FigurePoint, of figure: Figure, mayObserve: Bool) -> HTML {
  guard let value = month.value else { return .notKnown }
  let text = value.text(digits: figure.indicator.measure.digits)
  return mayObserve ? "<a href=\"\(FigurePath.rows(figure.code, at: month.cutoff))\">\(text)</a>" : "\(text)"
}

/// Says so where month-ends are older than the records; nothing where all are of now.
func standing(of months: [FigurePoint]) -> HTML {
  let earliest = months.compactMap { month -> Date? in
    guard case .earlier(let moment) = month.standing else { return nil }
    return moment
  }.min()
  if let earliest {
    return """
      <p class="note">\(Phrase(zh: "记录刚有变更，走势正在重算；图中往月数值算于", en: "Records have just changed and the month-ends are being recomputed; earlier months were computed at")) \
      \(Instant(earliest))\(Phrase(zh: "。现值均为最新。", en: ". Present values are up to date."))</p>
      """
  }
  guard months.contains(where: { $0.standing == .awaited }) else { return "" }
  return """
    <p class="note">\(Phrase(zh: "往月走势正在计算，稍后刷新即可看到。现值均为最新。", en: "The month-ends are being computed; reload in a moment. Present values are up to date."))</p>
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

/// Values by base, category or grade as bars, and the same as a table; each opens into its rows.
///
/// - Parameter link: where the rows of a share are; nil for none.
func shareBars(
  _ caption: Phrase, _ shares: [FigureShare], _ indicator: Indicator, name: (FigureShare) -> HTML,
  link: (FigureShare) -> Link?
) -> HTML {
  let digits = indicator.measure.digits
  let peak = shares.compactMap(\.state.value).max().flatMap { $0 > 0 ? $0 : nil } ?? 1
  func value(_ share: FigureShare) -> HTML {
    let text = stateText(share.state, digits)
    return link(share).map { "<a href=\"\($0)\">\(text)</a>" } ?? text
  }
  let bars = shares.map { share -> HTML in
    let width = share.state.value.map { $0.thousandths(of: peak) } ?? 0
    return """
      <li><span class="bar-label">\(name(share))</span>\
      <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
      <rect class="bar-ground" width="1000" height="20"/><rect class="bar-fill" width="\(width)" height="20"/></svg>\
      <span class="bar-value">\(value(share))</span></li>
      """
  }
  let rows = shares.map { [name($0), value($0), "\(Count($0.rows))"] }
  return """
    <figure class="chart"><figcaption>\(caption)<span class="unit">\(unitWords(indicator.unit))</span></figcaption>\
    <ul class="bars">\(bars)</ul><details class="figures"><summary>\(Phrase(zh: "数据表", en: "Figures"))</summary>\
    \(table(caption, columns: [
      Column(Phrase(zh: "项目", en: "Item"), .name), Column(indicator.unit, .number),
      Column(Phrase(zh: "计入行数", en: "Rows"), .number),
    ], rows: rows))\
    </details></figure>
    """
}

func shareName(_ share: FigureShare, _ words: (String) -> Phrase?) -> HTML {
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
