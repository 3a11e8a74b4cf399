public import Kernel

/// A cell of a sheet.
public enum XLSXCell: Equatable, Sendable {
  case text(String)
  /// A number as the file writes it, such as `2.01711E+12`.
  case number(String)
  /// A number that the sheet shows in per cent, as the file writes it: `0.65` is shown as 65 %.
  case share(String)
  case day(Day)
  case boolean(Bool)
  /// `#N/A` and its like.
  case error(String)

  public var text: String {
    switch self {
    case .text(let text), .number(let text), .share(let text), .error(let text): text
    case .day(let day): day.description
    case .boolean(let value): value ? "TRUE" : "FALSE"
    }
  }
}

/// A row of a sheet.
public struct XLSXRow: Sendable {
  /// As a person counts: 1 is the first row of the sheet.
  public let number: Int
  /// By column; nil where the file has no value.
  public let cells: [XLSXCell?]

  public subscript(column: Int) -> XLSXCell? { column < cells.count ? cells[column] : nil }
  public var isEmpty: Bool { cells.allSatisfy { $0 == nil } }
}

/// The sheets of an XLSX workbook (ECMA-376), row by row.
///
/// Memory holds the shared strings and a piece of a sheet, never a sheet.
public final class XLSXReader {
  private let archive: ZipArchive
  private let strings: SharedStrings
  private let styles: SheetStyles
  private let parts: [(name: String, path: String)]
  private let usesDatesFrom1904: Bool
  /// How much of the file is styles and shared strings, which are read before any row.
  public private(set) var bytesBeforeRows: Int64 = 0

  /// - Throws: ``TableRefusal``: no ZIP, encrypted or of before 2007, a bomb, no worksheet, entities in its XML.
  ///
  /// No sheet of a million rows comes near eight gigabytes, so more is not read whatever `limit` says.
  public init(path: String, limit: ExpansionLimit = ExpansionLimit()) throws(TableRefusal) {
    var limit = limit
    limit.bytes = min(limit.bytes, 8 << 30)
    let head = try ByteSource(path: path, limit: limit).peek(8)
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .encryptedOrOld }
    guard head.starts(with: [0x50, 0x4B]) else { throw .notASpreadsheet }
    archive = try ZipArchive(path: path, limit: limit)
    let book = WorkbookReader()
    guard try Self.read("xl/workbook.xml", of: archive, book) else { throw .notASpreadsheet }
    let relations = RelationsReader()
    _ = try Self.read("xl/_rels/workbook.xml.rels", of: archive, relations)
    parts = book.sheets.compactMap { sheet in
      relations.targets[sheet.relation].map { (sheet.name, Self.partPath($0)) }
    }
    guard !parts.isEmpty else { throw .noWorksheet }
    usesDatesFrom1904 = book.usesDatesFrom1904
    styles = SheetStyles()
    _ = try Self.read("xl/styles.xml", of: archive, styles)
    strings = try SharedStrings()
    _ = try Self.read("xl/sharedStrings.xml", of: archive, SharedStringsReader(strings))
    guard !strings.hasFailed else { throw .unreadable("tmp") }
    for part in ["xl/styles.xml", "xl/sharedStrings.xml"] {
      bytesBeforeRows += try archive.open(part)?.compressedSize ?? 0
    }
  }

  public var sheets: [String] { parts.map(\.name) }

  /// Hands over each row of a sheet that the file has.
  ///
  /// - Parameter visit: gets the row and how much of the sheet has been read, of its share of the file.
  public func forEachRow(ofSheet place: Int, _ visit: (XLSXRow, Int64) throws -> Void) throws {
    guard let part = try archive.open(parts[place].path) else { throw TableRefusal.noWorksheet }
    let sheet = SheetReader(strings: strings, styles: styles, usesDatesFrom1904: usesDatesFrom1904)
    let events = try XMLEvents(sheet)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try part.read(into: buffer)
      if count == 0 { break }
      try events.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      for row in sheet.takeRows() { try visit(row, part.compressedRead) }
    }
    try events.finish()
    for row in sheet.takeRows() { try visit(row, part.compressedSize) }
  }

  /// The first row of a sheet, such as its header; nil if it has none.
  public func firstRow(ofSheet place: Int) throws -> XLSXRow? {
    var first: XLSXRow?
    do {
      try forEachRow(ofSheet: place) { row, _ in
        first = row
        throw Enough()
      }
    } catch is Enough {}
    return first
  }

  private struct Enough: Error {}

  private static func partPath(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    return "xl/" + target
  }

  /// Parses a whole part; false if there is none.
  private static func read<Visitor: XMLVisitor>(
    _ name: String, of archive: ZipArchive, _ visitor: Visitor
  ) throws(TableRefusal) -> Bool {
    guard let part = try archive.open(name) else { return false }
    let events = try XMLEvents(visitor)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try part.read(into: buffer)
      if count == 0 { break }
      try events.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    try events.finish()
    return true
  }
}
