import Kernel
import Patents
import Tables

/// A vendor's table: XLSX, XLS or delimited text, known by its headers.
public protocol SheetFormat: PatentFormat {}

extension SheetFormat {
  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    guard let vendor = SheetVendor.all.first(where: { $0.format.code == code }) else { return }
    var number = 0
    try SheetRows.forEach(input) { cells, columns in
      number += 1
      if number <= row { return }
      let outcome = SheetRecord(vendor, columns).outcome(of: cells)
      try visit(
        FormatRow(
          number: number, line: cells.number, outcome: outcome, bytesRead: cells.bytesRead, original: cells.original))
    }
  }
}

/// How the header of a sheet is found, and what its columns are.
struct SheetReading {
  /// The place of the header among first rows; nil for a sheet that is passed over.
  let header: ([TableRow]) -> Int?
  let columns: ([String]) -> SheetColumns

  /// By headers that are known.
  static var known: SheetReading { SheetReading(header: SheetRows.header) { SheetColumns($0) } }
}

/// The rows of data of a table with the columns that they stand in.
enum SheetRows {
  /// The place of the header among first rows: the one with most known headers.
  static func header(_ rows: [TableRow]) -> Int? {
    var best: (place: Int, known: Int)?
    for (place, row) in rows.enumerated() where row.fault == nil {
      let texts = row.texts
      guard SheetColumns(texts).isOfPatents else { continue }
      let known = texts.count { SheetHeader.meaning($0) != nil }
      if known > best?.known ?? 1 { best = (place, known) }
    }
    return best?.place
  }

  /// Hands over the rows behind the header of each sheet that is of patents.
  static func forEach(
    _ input: FormatInput, by reading: SheetReading = .known, _ visit: (TableRow, SheetColumns) throws -> Void
  ) throws {
    var sheet = -1
    var waiting: [TableRow] = []
    var columns: SheetColumns?
    var isDecided = false
    func decide() throws {
      isDecided = true
      guard let place = reading.header(waiting) else {
        waiting = []
        return
      }
      let found = reading.columns(waiting[place].texts)
      columns = found
      for row in waiting[(place + 1)...] { try visit(row, found) }
      waiting = []
    }
    try TableFile.forEachRow(input) { row in
      if row.sheet != sheet {
        if !isDecided { try decide() }
        (sheet, waiting, columns, isDecided) = (row.sheet, [], nil, false)
      }
      if isDecided {
        if let columns { try visit(row, columns) }
      } else {
        waiting.append(row.kept())
        if waiting.count == TableFile.headerReach { try decide() }
      }
    }
    if !isDecided { try decide() }
  }
}

extension TableRow {
  /// The row with its original made now: the reader goes on.
  fileprivate func kept() -> TableRow {
    let text = original()
    return TableRow(sheet: sheet, number: number, cells: cells, fault: fault, bytesRead: bytesRead, original: { text })
  }
}
