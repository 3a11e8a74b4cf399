import Tables

/// A row of a table, whatever it lies in.
struct TableRow {
  /// Of a workbook, from 0; 0 for a text file.
  let sheet: Int
  /// The row of the sheet, or of the file, as a person counts.
  let number: Int
  let cells: [XLSXCell?]
  /// Why a row of a text file cannot be read.
  let fault: RowFault?
  let bytesRead: Int64
  /// The row as it stands in the file; made when it is asked for.
  let original: () -> String

  subscript(_ place: Int) -> XLSXCell? { place < cells.count ? cells[place] : nil }
  var isEmpty: Bool { fault == nil && cells.allSatisfy { $0?.text.isEmpty ?? true } }
  var texts: [String] { cells.map { $0?.text ?? "" } }
}

/// The rows of a table: a workbook (XLSX, XLS, or the XML and HTML that programs give that name), JSON lines, or
/// delimited text.
enum TableFile {
  /// Hands over every row that is not empty, sheet by sheet.
  ///
  /// - Parameter isWhole: false for whoever stops after the first rows.
  static func forEachRow(
    _ input: FormatInput, isWhole: Bool = true, _ visit: (TableRow) throws -> Void
  ) throws {
    let source = try ByteSource(path: input.path, limit: input.limit)
    let head = try source.peek(4_096)
    if JSONTable.isOne(head) { return try JSONTable.forEachRow(input, isWhole: isWhole, visit) }
    if head.starts(with: [0x50, 0x4B]) { return try readXLSX(input, visit) }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return try readXLS(input, visit) }
    if let kind = MarkupTable.kind(head) { return try MarkupTable.forEachRow(source, kind, visit) }
    try readText(input, visit)
  }

  /// The first rows, as far as a header can be down.
  static func firstRows(_ input: FormatInput) throws -> [TableRow] {
    var rows: [TableRow] = []
    do {
      try forEachRow(input, isWhole: false) { row in
        // Of each sheet its own first rows.
        if let last = rows.last, last.sheet == row.sheet, rows.count(where: { $0.sheet == row.sheet }) >= headerReach {
          if row.sheet >= 8 { throw Enough() }
          if source(isOneSheet: input) { throw Enough() }
          return
        }
        rows.append(row)
      }
    } catch is Enough {}
    return rows
  }

  /// The header stands among this many first rows that are not empty.
  static let headerReach = 12

  private struct Enough: Error {}

  private static func source(isOneSheet input: FormatInput) -> Bool {
    guard let head = try? ByteSource(path: input.path, limit: input.limit).peek(8) else { return true }
    return !head.starts(with: [0x50, 0x4B]) && !head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  private static func readXLSX(_ input: FormatInput, _ visit: (TableRow) throws -> Void) throws {
    let book = try XLSXReader(path: input.path, limit: input.limit)
    var readBefore = book.bytesBeforeRows
    for sheet in book.sheets.indices {
      var readOfSheet: Int64 = 0
      try book.forEachRow(ofSheet: sheet) { row, read in
        readOfSheet = read
        if row.isEmpty { return }
        try visit(
          TableRow(
            sheet: sheet, number: row.number, cells: row.cells, fault: nil, bytesRead: readBefore + read,
            original: { original(row.cells) }))
      }
      readBefore += readOfSheet
    }
  }

  private static func readXLS(_ input: FormatInput, _ visit: (TableRow) throws -> Void) throws {
    let size = try ByteSource(path: input.path, limit: input.limit).size ?? 0
    let book = try XLSReader(path: input.path)
    for sheet in book.sheets.indices {
      try book.forEachRow(ofSheet: sheet) { row, share in
        let done = Int64(sheet) * 1_000 + Int64(share)
        try visit(
          TableRow(
            sheet: sheet, number: row.number, cells: row.cells, fault: nil,
            bytesRead: size * done / Int64(1_000 * book.sheets.count), original: { original(row.cells) }))
      }
    }
  }

  static func original(_ cells: [XLSXCell?]) -> String {
    let text = cells.map { $0?.text ?? "" }.joined(separator: "\t")
    return text.utf8.count > originalLimit ? String(text.prefix(originalLimit / 3)) : text
  }

  private static func readText(_ input: FormatInput, _ visit: (TableRow) throws -> Void) throws {
    let separator = try bestSeparator(input)
    let rows = try CSVReader(try ByteSource(path: input.path, limit: input.limit), separator: separator)
    while try rows.advance() {
      var fault = rows.fault
      var cells: [XLSXCell?] = []
      if fault == nil {
        cells.reserveCapacity(rows.fieldCount)
        do throws(RowFault) {
          for place in 0..<rows.fieldCount {
            let text = try rows.text(place)
            cells.append(text.isEmpty ? nil : .text(text))
          }
        } catch {
          fault = error
        }
      }
      let row = TableRow(
        sheet: 0, number: rows.number, cells: cells, fault: fault, bytesRead: rows.bytesRead,
        original: { rows.original(limit: originalLimit) })
      if !row.isEmpty { try visit(row) }
    }
  }

  /// The separator by which the first rows have most known headers; the reader's own guess if none has any.
  private static func bestSeparator(_ input: FormatInput) throws -> UInt8? {
    var best: (separator: UInt8, known: Int)?
    for separator: UInt8 in [0x2C, 0x09, 0x3B, 0x7C] {
      let rows = try CSVReader(try ByteSource(path: input.path, limit: input.limit), separator: separator)
      var read = 0
      while read < headerReach, try rows.advance() {
        read += 1
        guard rows.fault == nil, rows.fieldCount > 1, let texts = try? rows.texts() else { continue }
        let known = texts.count { SheetHeader.meaning($0) != nil }
        if known > best?.known ?? 1 { best = (separator, known) }
      }
    }
    return best?.separator
  }
}
