import Tables

/// Tables that are markup and are given the name of a workbook: SpreadsheetML of Excel 2003, and plain HTML.
enum MarkupTable {
  enum Kind { case spreadsheet, html }

  static func kind(_ head: [UInt8]) -> Kind? {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    guard text.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<" else { return nil }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheet }
    return text.contains("<table") || text.contains("<tr") ? .html : nil
  }

  static func forEachRow(_ source: ByteSource, _ kind: Kind, _ visit: (TableRow) throws -> Void) throws {
    let rows = try XMLRecords(source, elements: kind == .spreadsheet ? ["Row"] : ["tr", "TR"])
    var number = 0
    while try rows.advance() {
      number += 1
      guard rows.record.fault == nil else { continue }
      let cells = kind == .spreadsheet ? sheetCells(rows.record.root) : htmlCells(rows.record.root)
      let row = TableRow(
        sheet: 0, number: number, cells: cells, fault: nil, bytesRead: rows.bytesRead,
        original: { TableFile.original(cells) })
      if !row.isEmpty { try visit(row) }
    }
  }

  private static func htmlCells(_ row: XMLNode) -> [XLSXCell?] {
    row.children.map { $0.text.map { .text($0) } }
  }

  /// `ss:Index` leaves columns out.
  private static func sheetCells(_ row: XMLNode) -> [XLSXCell?] {
    var cells: [XLSXCell?] = []
    for cell in row.all("Cell") {
      if let index = cell.attribute("Index").flatMap({ Int($0) }), index > cells.count + 1, index < 16_384 {
        while cells.count < index - 1 { cells.append(nil) }
      }
      let data = cell["Data"]
      guard let text = data?.text else {
        cells.append(nil)
        continue
      }
      cells.append(data?.attribute("Type") == "Number" ? .number(text) : .text(text))
    }
    return cells
  }
}
