extension ReportSetter {
  private static let size = 8.0

  func set(_ chart: ReportChart) {
    guard !chart.bars.isEmpty else { return }
    switch chart.sort {
    case .columns: columns(chart)
    case .bars: bars(chart)
    }
    for note in chart.notes { text(note, .number, 8, grey: 0.3) }
    y += 8
  }

  /// As much as the chart takes, captions and notes apart.
  func height(of chart: ReportChart) -> Double {
    switch chart.sort {
    case .columns: Self.columnHeight + 60
    case .bars: labels(of: chart).map(Self.rowHeight).reduce(30, +)
    }
  }

  private func labels(of chart: ReportChart) -> [[String]] {
    chart.bars.map { canvas.lines(of: $0.label, .number, Self.size, width: Self.labelWidth) }
  }

  private static func rowHeight(_ label: [String]) -> Double { Double(max(1, label.count)) * 10.5 + 4 }

  private func columns(_ chart: ReportChart) {
    let height = Self.columnHeight
    needs(self.height(of: chart))
    caption(chart.caption)
    let (base, step) = (y + height + 10, min(40, Self.width / Double(chart.bars.count)))
    let peak = Double(max(1, chart.bars.map(\.value).max() ?? 1))
    let labelled = every(chart, step)
    for (place, bar) in chart.bars.enumerated() {
      let x = Self.left + Double(place) * step
      if bar.isOpen { canvas.fill(x: x, y: y, width: step, height: height + 10, grey: 0.93) }
      let tall = Double(bar.value) / peak * height
      let body = (x: x + step / 8, width: step * 0.75)
      if bar.isOpen {
        canvas.hatch(x: body.x, y: base - tall, width: body.width, height: tall)
      } else {
        canvas.fill(x: body.x, y: base - tall, width: body.width, height: tall, grey: 0.35)
      }
      let value = "\(bar.value)"
      if bar.value > 0, canvas.width(of: value, .number, 7) <= step {
        centred(value, 7, in: (x, step), baseline: base - tall - 2)
      }
      if (chart.bars.count - 1 - place).isMultiple(of: labelled) {
        centred(bar.label, Self.size, in: (x, step), baseline: base + 11)
      }
    }
    canvas.rule(x: Self.left, y: base, width: step * Double(chart.bars.count), thickness: 0.6)
    y = base + 18
  }

  /// Every how many columns there is room for a label.
  private func every(_ chart: ReportChart, _ step: Double) -> Int {
    let widest = chart.bars.map { canvas.width(of: $0.label, .number, Self.size) }.max() ?? step
    return max(1, Int(((widest + 4) / step).rounded(.up)))
  }

  private func centred(_ text: String, _ size: Double, in room: (x: Double, width: Double), baseline: Double) {
    let wanted = room.x + (room.width - canvas.width(of: text, .number, size)) / 2
    let latest = Self.right - canvas.width(of: text, .number, size)
    canvas.draw(text, .number, size, x: max(Self.left, min(wanted, latest)), baseline: baseline)
  }

  private func bars(_ chart: ReportChart) {
    let labels = labels(of: chart)
    let heights = labels.map(Self.rowHeight)
    needs(min(height(of: chart), Self.bottom - Self.top))
    caption(chart.caption)
    let peak = Double(max(1, chart.bars.map(\.value).max() ?? 1))
    let start = Self.left + Self.labelWidth + 8
    let longest = Self.right - start - 44
    for (place, bar) in chart.bars.enumerated() {
      needs(heights[place])
      for (line, words) in labels[place].enumerated() {
        canvas.draw(words, .number, Self.size, x: Self.left, baseline: y + Double(line + 1) * 10.5 - 2)
      }
      let wide = Double(bar.value) / peak * longest
      if bar.isOpen {
        canvas.hatch(x: start, y: y + 1, width: wide, height: 9)
      } else {
        canvas.fill(x: start, y: y + 1, width: wide, height: 9, grey: 0.35)
      }
      canvas.draw("\(bar.value)", .number, Self.size, x: start + wide + 4, baseline: y + 8.5)
      y += heights[place]
    }
    y += 4
  }

  private static let labelWidth = 150.0
  private static let columnHeight = 130.0
}
