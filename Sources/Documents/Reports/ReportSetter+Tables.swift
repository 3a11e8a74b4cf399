extension ReportSetter {
  private static let size = 8.5
  private static let pitch = 12.5
  private static let padding = 4.0
  /// More columns than a page reads stand in further tables below, each with the first column.
  private static let mostColumns = 8

  func set(_ table: ReportTable) {
    let others = Array(table.columns.indices.dropFirst())
    guard others.count >= Self.mostColumns else { return set(table, Array(table.columns.indices)) }
    for start in stride(from: 0, to: others.count, by: Self.mostColumns - 1) {
      set(table, [0] + others[start..<min(start + Self.mostColumns - 1, others.count)])
    }
  }

  private func set(_ table: ReportTable, _ shown: [Int]) {
    let widths = widths(of: table, shown)
    needs(Self.pitch * 4)
    caption(table.caption)
    header(table, shown, widths)
    for row in table.rows { set(row, table, shown, widths) }
    canvas.rule(x: Self.left, y: y, width: Self.width, thickness: 0.8)
    y += 12
  }

  private func header(_ table: ReportTable, _ shown: [Int], _ widths: [Double]) {
    canvas.rule(x: Self.left, y: y, width: Self.width, thickness: 0.8)
    draw(cells(shown.map { table.columns[$0].title }, .heading, widths), .heading, table, shown, widths)
    canvas.rule(x: Self.left, y: y, width: Self.width, thickness: 0.5)
  }

  /// A row that is longer than what is left of the page goes on with the lines that are left over.
  private func set(_ row: [String], _ table: ReportTable, _ shown: [Int], _ widths: [Double]) {
    var rest = cells(shown.map { row.indices.contains($0) ? row[$0] : "" }, .number, widths)
    repeat {
      let longest = rest.map(\.count).max() ?? 1
      let room = Int((Self.bottom - y - 4) / Self.pitch)
      if room < 1 || (room < longest && longest <= 6) {
        nextPage()
        header(table, shown, widths)
        continue
      }
      draw(rest.map { Array($0.prefix(room)) }, .number, table, shown, widths)
      rest = rest.map { Array($0.dropFirst(room)) }
    } while rest.contains { !$0.isEmpty }
    canvas.rule(x: Self.left, y: y, width: Self.width, thickness: 0.2)
  }

  private func cells(_ texts: [String], _ face: LetterFace, _ widths: [Double]) -> [[String]] {
    zip(texts, widths).map { canvas.lines(of: $0, face, Self.size, width: $1 - Self.padding * 2) }
  }

  private func draw(
    _ cells: [[String]], _ face: LetterFace, _ table: ReportTable, _ shown: [Int], _ widths: [Double]
  ) {
    var x = Self.left
    for (place, lines) in cells.enumerated() {
      for (line, text) in lines.enumerated() {
        let spare = widths[place] - Self.padding * 2 - canvas.width(of: text, face, Self.size)
        let shift = table.columns[shown[place]].isNumber ? max(0, spare) : 0
        canvas.draw(
          text, face, Self.size, x: x + Self.padding + shift, baseline: y + Self.pitch * Double(line + 1) - 2)
      }
      x += widths[place]
    }
    y += Self.pitch * Double(cells.map(\.count).max() ?? 1) + 3
  }

  /// As wide as the longest cell where that fits, else shared by need; none narrower than a few characters.
  private func widths(of table: ReportTable, _ shown: [Int]) -> [Double] {
    let wanted = shown.map { column -> Double in
      let texts =
        [table.columns[column].title] + table.rows.prefix(200).map { $0.indices.contains(column) ? $0[column] : "" }
      let longest = texts.map { canvas.width(of: String($0.prefix(80)), .heading, Self.size) }.max() ?? 0
      return min(max(longest, 18), 300) + Self.padding * 2
    }
    let sum = wanted.reduce(0, +)
    guard sum > Self.width else { return spread(wanted, Self.width - sum) }
    let least = wanted.map { min($0, 44) }
    let (spare, need) = (Self.width - least.reduce(0, +), sum - least.reduce(0, +))
    return zip(wanted, least).map { $1 + ($0 - $1) * max(0, spare) / max(need, 1) }
  }

  private func spread(_ widths: [Double], _ spare: Double) -> [Double] {
    widths.map { $0 + spare / Double(max(widths.count, 1)) }
  }
}
