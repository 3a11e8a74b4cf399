import CFreeXL
public import Kernel

/// The sheets of a workbook of Excel 97 to 2003 (BIFF8), and older, row by row.
///
/// The format has no way to be read in pieces: a sheet is in memory while it is read. It holds 65,536 rows at most.
/// Source: [MS-XLS]; read by libfreexl.
public final class XLSReader {
  private let handle: UnsafeRawPointer
  public let sheets: [String]

  /// Files beyond this are no sheet of 65,536 rows.
  private static let largest: Int64 = 512 << 20

  /// - Throws: ``TableRefusal/encryptedOrOld`` if the workbook has a password, ``TableRefusal/notASpreadsheet`` if it
  ///   is none.
  public init(path: String) throws(TableRefusal) {
    let source = try ByteSource(path: path)
    guard try source.peek(8).starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .notASpreadsheet }
    if (source.size ?? 0) > Self.largest { throw .expandsTooMuch(limit: Self.largest) }
    var opened: UnsafeRawPointer?
    let status = freexl_open(path, &opened)
    guard status == FREEXL_OK, let opened else {
      if let opened { freexl_close(opened) }
      throw status == FREEXL_BIFF_OBFUSCATED || status == FREEXL_BIFF_INVALID_SST ? .encryptedOrOld : .notASpreadsheet
    }
    handle = opened
    sheets = Self.names(opened)
    if sheets.isEmpty { throw .noWorksheet }
  }

  deinit { freexl_close(handle) }

  private static func names(_ handle: UnsafeRawPointer) -> [String] {
    var count: UInt32 = 0
    guard freexl_get_info(handle, UInt16(FREEXL_BIFF_SHEET_COUNT), &count) == FREEXL_OK else { return [] }
    return (0..<UInt16(clamping: count)).map { place in
      var name: UnsafePointer<CChar>?
      guard freexl_get_worksheet_name(handle, place, &name) == FREEXL_OK, let name else { return "" }
      return String(cString: name)
    }
  }

  /// Hands over each row of a sheet that has a value.
  ///
  /// - Parameter visit: gets the row and the share of the sheet that was read, in thousandths.
  public func forEachRow(ofSheet place: Int, _ visit: (XLSXRow, Int) throws -> Void) throws {
    var (rows, columns): (UInt32, UInt16) = (0, 0)
    guard freexl_select_active_worksheet(handle, UInt16(place)) == FREEXL_OK,
      freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK
    else { throw TableRefusal.damaged }
    for row in 0..<rows {
      var cells: [XLSXCell?] = []
      cells.reserveCapacity(Int(columns))
      for column in 0..<columns {
        var value = FreeXL_CellValue()
        let isRead = freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK
        cells.append(isRead ? Self.cell(value) : nil)
      }
      let found = XLSXRow(number: Int(row) + 1, cells: cells)
      if !found.isEmpty { try visit(found, Int(row + 1) * 1_000 / Int(rows)) }
    }
  }

  private static func cell(_ cell: FreeXL_CellValue) -> XLSXCell? {
    switch Int32(cell.type) {
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT: return cell.value.text_value.map { .text(String(cString: $0)) }
    case FREEXL_CELL_INT: return .number("\(cell.value.int_value)")
    case FREEXL_CELL_DOUBLE: return .number(number(cell.value.double_value))
    case FREEXL_CELL_DATE, FREEXL_CELL_DATETIME:
      return cell.value.text_value.map { written in
        let text = String(cString: written)
        return Day(text.prefix(10)).map(XLSXCell.day) ?? .text(text)
      }
    case FREEXL_CELL_TIME: return cell.value.text_value.map { .text(String(cString: $0)) }
    default: return nil
    }
  }

  /// As a person would write it; what has more than fifteen digits keeps its exponent, so that it shows as rounded.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
  }
}
