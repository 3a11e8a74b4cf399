import Kernel

/// Sets a report on A4 pages: nothing goes beyond the edges, and no chart is cut where it fits on a page.
final class ReportSetter {
  let canvas: PDFCanvas
  private let report: Report
  /// Where the next thing begins, from the sheet's upper edge.
  var y: Double
  private var number = 1
  private var lastHeading = ""

  static let left = TypePage.millimetres(22)
  static let right = TypePage.sheetWidth - TypePage.millimetres(22)
  static let top = TypePage.millimetres(22)
  static let bottom = TypePage.sheetHeight - TypePage.millimetres(24)
  static let width = right - left

  init(_ report: Report, on canvas: PDFCanvas) {
    self.report = report
    self.canvas = canvas
    y = Self.top
  }

  func set() {
    heading(report.title, .title, 20, before: 8)
    for line in report.subtitle { text(line, .text, 10.5, grey: 0.25) }
    y += 6
    canvas.rule(x: Self.left, y: y, width: Self.width, thickness: 0.8)
    y += 10
    for (place, block) in report.blocks.enumerated() { set(block, keeping: room(after: place)) }
    endPage()
  }

  private func set(_ block: Report.Block, keeping room: Double) {
    switch block {
    case .heading(let text, let level):
      heading(text, .heading, level == 1 ? 15 : 12, before: level == 1 ? 16 : 10, keeping: room)
    case .text(let words): text(words, .number, 10.5)
    case .note(let words): text(words, .number, 8.5, grey: 0.3)
    case .table(let table): set(table)
    case .chart(let chart): set(chart)
    }
  }

  /// Makes sure that so much room is left, on the next page if need be.
  func needs(_ height: Double) {
    if y + height > Self.bottom, y > Self.top { nextPage() }
  }

  func nextPage() {
    endPage()
    number += 1
    y = Self.top
  }

  private func endPage() {
    let base = TypePage.sheetHeight - TypePage.millimetres(13)
    canvas.rule(x: Self.left, y: base - 12, width: Self.width, thickness: 0.4)
    let page = "\(number)"
    let lines = canvas.lines(of: report.footer, .number, 8, width: Self.width - 40)
    for (place, line) in lines.enumerated() {
      canvas.draw(line, .number, 8, x: Self.left, baseline: base + Double(place) * 10, grey: 0.3)
    }
    canvas.draw(
      page, .number, 8, x: Self.right - canvas.width(of: page, .number, 8), baseline: base, grey: 0.3)
    canvas.endPage()
  }

  /// What a heading must have below it on its page: its chart, the head of its table or a line of its text.
  private func room(after place: Int) -> Double {
    var room = 0.0
    for block in report.blocks.dropFirst(place + 1) {
      switch block {
      case .heading: room += 30
      case .note: room += 20
      case .text: return room + 40
      case .table: return room + 60
      case .chart(let chart): return min(room + height(of: chart), (Self.bottom - Self.top) / 2)
      }
    }
    return room
  }

  /// The caption of a chart or table, unless the heading above it says the same.
  func caption(_ words: String) {
    if words != lastHeading { text(words, .heading, 9.5) }
  }

  /// A heading never stands alone at the foot of a page.
  private func heading(_ text: String, _ face: LetterFace, _ size: Double, before: Double, keeping room: Double = 40) {
    let lines = canvas.lines(of: text, face, size, width: Self.width)
    lastHeading = text
    y += before
    needs(Double(lines.count) * size * 1.4 + room)
    draw(lines, face, size, x: Self.left, pitch: 1.4)
    y += 4
  }

  func text(_ words: String, _ face: LetterFace, _ size: Double, grey: Double = 0) {
    for line in canvas.lines(of: words, face, size, width: Self.width) {
      needs(size * 1.6)
      draw([line], face, size, x: Self.left, pitch: 1.6, grey: grey)
    }
    y += size * 0.4
  }

  private func draw(
    _ lines: [String], _ face: LetterFace, _ size: Double, x: Double, pitch: Double, grey: Double = 0
  ) {
    for line in lines {
      y += size * pitch
      canvas.draw(line, face, size, x: x, baseline: y - size * (pitch - 1) * 0.6, grey: grey)
    }
  }
}

extension Report {
  /// The report as PDF: A4, fonts embedded, text searchable, charts drawn as shapes.
  ///
  /// - Throws: ``DocumentRefusal/noFont(_:)`` where the machine has none of the wanted fonts.
  public func pdf(fonts: LetterFonts = LetterFonts()) throws(DocumentRefusal) -> [UInt8] {
    let canvas = try PDFCanvas(width: TypePage.sheetWidth, height: TypePage.sheetHeight, fonts: fonts)
    canvas.describe(title: title, author: author, on: date, in: language)
    ReportSetter(self, on: canvas).set()
    return try canvas.finish()
  }
}
