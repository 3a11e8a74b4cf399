import CXLSXWriter
import Kernel

/// Writes cells, each in the style of its sort.
struct CellStyles {
  private typealias Style = UnsafeMutablePointer<lxw_format>
  private let title: Style?
  private let text: Style?
  private let money: Style?
  private let share: Style?
  private let day: Style?

  /// What one cell of Excel holds, in UTF-16 units.
  private static let longestText = 32_767
  /// Excel keeps fifteen digits of a number.
  private static let largestWhole: Int64 = 999_999_999_999_999
  /// Excel takes 1900 for a leap year, so that only days after that February are the same in every program.
  private static let firstDay = Day(year: 1900, month: 3, day: 1)

  init(of book: UnsafeMutablePointer<lxw_workbook>) {
    title = workbook_add_format(book)
    text = workbook_add_format(book)
    money = workbook_add_format(book)
    share = workbook_add_format(book)
    day = workbook_add_format(book)
    format_set_bold(title)
    format_set_text_wrap(title)
    format_set_bg_color(title, 0xE8EEF6)
    format_set_bottom(title, UInt8(LXW_BORDER_THIN.rawValue))
    // Marked as text, so that a cell that is edited by hand stays one.
    format_set_num_format(text, "@")
    format_set_num_format(money, "#,##0.00")
    format_set_num_format(share, "0.00%")
    format_set_num_format(day, "yyyy-mm-dd")
  }

  func writeTitle(
    _ text: String, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
  ) throws(WorkbookRefusal) {
    try write(text, in: title, to: sheet, row: row, column: column)
  }

  func write(
    _ cell: WorkbookCell, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
  ) throws(WorkbookRefusal) {
    switch cell {
    case .empty: return
    case .text(let value): try write(value, in: text, to: sheet, row: row, column: column)
    case .number(let value) where !value.isFinite:
      try write("\(value)", in: text, to: sheet, row: row, column: column)
    case .number(let value): number(value, in: nil, to: sheet, row: row, column: column)
    case .whole(let value) where value.magnitude > Self.largestWhole.magnitude:
      try write("\(value)", in: text, to: sheet, row: row, column: column)
    case .whole(let value): number(Double(value), in: nil, to: sheet, row: row, column: column)
    case .money(let value) where value.value.magnitude > Self.largestWhole.magnitude:
      try write(value.yuan, in: text, to: sheet, row: row, column: column)
    case .money(let value): number(Double(value.value) / 100, in: money, to: sheet, row: row, column: column)
    case .share(let value): number(Double(value.value) / 10_000, in: share, to: sheet, row: row, column: column)
    case .day(let value):
      guard let first = Self.firstDay, value >= first else {
        try write(value.description, in: text, to: sheet, row: row, column: column)
        return
      }
      var parts = lxw_datetime(
        year: Int32(value.year), month: Int32(value.month), day: Int32(value.day), hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(sheet, lxw_row_t(row), lxw_col_t(column), &parts, day)
    }
  }

  private func number(
    _ value: Double, in style: Style?, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
  ) {
    worksheet_write_number(sheet, lxw_row_t(row), lxw_col_t(column), value, style)
  }

  private func write(
    _ text: String, in style: Style?, to sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int
  ) throws(WorkbookRefusal) {
    let told = writtenText(text)
    guard told.utf16.count <= Self.longestText else { throw .textTooLong(row: row + 1, column: column + 1) }
    guard !told.isEmpty else { return }
    let outcome = worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), told, style)
    guard outcome == LXW_NO_ERROR else { throw .textTooLong(row: row + 1, column: column + 1) }
  }
}
