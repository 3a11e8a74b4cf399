import CXLSXWriter
public import Foundation
public import Kernel

/// Writes an XLSX workbook (ECMA-376) row by row, in constant memory however many rows there are.
///
/// A text stays a text: `202410001234` is no number, and `=1+1` is no formula. The file appears under its name when
/// it is finished; a writer that is dropped before leaves nothing.
public final class WorkbookWriter {
  /// A sheet of Excel has 1,048,576 rows, its header among them; beyond this many the next sheet goes on.
  public static let mostRows = 1_000_000

  private let path: String
  private let mostRows: Int
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let styles: CellStyles
  private var isOver = false
  private var names = SheetNames()
  private var sheet: OpenSheet?

  private struct OpenSheet {
    let name: String
    let columns: [WorkbookColumn]
    let pointer: UnsafeMutablePointer<lxw_worksheet>
    /// How many sheets this one goes on from.
    var part = 1
    var rows = 0
  }

  /// - Parameters:
  ///   - folder: where pieces lie while the workbook is written; the system's folder without one.
  ///   - made: what the workbook says of its making, so that the same rows give the same bytes.
  ///   - mostRows: data rows of one sheet; tests take few.
  /// - Throws: ``WorkbookRefusal/cannotWrite(_:)``.
  public init(
    path: String, folder: String? = nil, made: Date, mostRows: Int = WorkbookWriter.mostRows
  ) throws(WorkbookRefusal) {
    // Tried first: the library would print its complaint at the end.
    let descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(path) }
    close(descriptor)
    let book = (folder ?? NSTemporaryDirectory()).withCString { folder in
      var options = lxw_workbook_options(
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return workbook_new_opt(path + ".part", &options)
    }
    guard let book else { throw .cannotWrite(path) }
    self.path = path
    self.mostRows = min(max(mostRows, 1), Self.mostRows)
    self.book = book
    styles = CellStyles(of: book)
    var properties = lxw_doc_properties()
    properties.created = time_t(made.timeIntervalSince1970)
    workbook_set_properties(book, &properties)
  }

  deinit {
    guard !isOver else { return }
    lxw_workbook_free(book)
    unlink(path + ".part")
  }

  /// Ends the sheet before and begins another: its first row are the titles of its columns.
  ///
  /// A name that Excel does not take, or that stands already, is changed as little as need be.
  public func beginSheet(_ name: String, columns: [WorkbookColumn]) throws(WorkbookRefusal) {
    endSheet()
    sheet = try startSheet(name, columns)
  }

  /// - Parameter cells: at most one a column.
  public func append(_ cells: [WorkbookCell]) throws(WorkbookRefusal) {
    precondition(sheet.map { cells.count <= $0.columns.count } ?? false, "a row belongs to a sheet and its columns")
    guard var sheet else { return }
    if sheet.rows == mostRows {
      endSheet()
      let part = sheet.part + 1
      sheet = try startSheet(sheet.name, sheet.columns)
      sheet.part = part
    }
    sheet.rows += 1
    self.sheet = sheet
    for (column, cell) in cells.enumerated() {
      try styles.write(cell, to: sheet.pointer, row: sheet.rows, column: column)
    }
  }

  /// Adds a sheet of two columns that says what the workbook is: source, day, how to read it.
  public func addNotes(_ name: String, _ notes: [(title: String, text: String)]) throws(WorkbookRefusal) {
    endSheet()
    let sheet = try addSheet(name)
    worksheet_set_column(sheet, 0, 0, 22, nil)
    worksheet_set_column(sheet, 1, 1, 80, nil)
    for (row, note) in notes.enumerated() {
      try styles.writeTitle(note.title, to: sheet, row: row, column: 0)
      try styles.write(.text(note.text), to: sheet, row: row, column: 1)
    }
  }

  /// Writes what is left; the file then lies at its path.
  public func finish() throws(WorkbookRefusal) {
    precondition(!isOver, "a workbook is finished once")
    endSheet()
    isOver = true
    guard workbook_close(book) == LXW_NO_ERROR, rename(path + ".part", path) == 0 else {
      unlink(path + ".part")
      throw .cannotWrite(path)
    }
  }

  private func startSheet(_ name: String, _ columns: [WorkbookColumn]) throws(WorkbookRefusal) -> OpenSheet {
    let pointer = try addSheet(name)
    worksheet_freeze_panes(pointer, 1, 0)
    for (place, column) in columns.enumerated() {
      worksheet_set_column(pointer, lxw_col_t(place), lxw_col_t(place), column.width, nil)
      try styles.writeTitle(column.title, to: pointer, row: 0, column: place)
    }
    return OpenSheet(name: name, columns: columns, pointer: pointer)
  }

  private func addSheet(_ name: String) throws(WorkbookRefusal) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let pointer = workbook_add_worksheet(book, names.take(name)) else { throw .cannotWrite(path) }
    return pointer
  }

  private func endSheet() {
    if let sheet, !sheet.columns.isEmpty {
      worksheet_autofilter(sheet.pointer, 0, 0, lxw_row_t(sheet.rows), lxw_col_t(sheet.columns.count - 1))
    }
    sheet = nil
  }
}
