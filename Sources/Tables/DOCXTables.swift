/// The tables of a Word document (ECMA-376), row by row, as text.
///
/// A cell over several columns is followed by empty ones, a cell that continues the one above it is empty; a table within a
/// cell is read as text of that cell.
public enum DOCXTables {
  /// Every row of every table, in the order of the document.
  ///
  /// - Parameter rows: at most so many; what lies behind is not read.
  /// - Throws: ``TableRefusal/notASpreadsheet`` for what is no Word document, and what XML is refused for.
  public static func rows(path: String, atMost rows: Int) throws(TableRefusal) -> [[String]] {
    let archive = try ZipArchive(path: path, limit: ExpansionLimit())
    guard let part = try archive.open("word/document.xml") else { throw .notASpreadsheet }
    let reader = WordTableReader(atMost: rows)
    let events = try XMLEvents(reader)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while !reader.isFull {
      let count = try part.read(into: buffer)
      if count == 0 { break }
      try events.feed(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    if reader.isFull { events.stop() } else { try events.finish() }
    return Array(reader.rows.prefix(rows))
  }
}

private final class WordTableReader: XMLVisitor {
  static let vocabulary = ["tbl", "tr", "tc", "t", "br", "tab", "p", "gridSpan"]
  private(set) var rows: [[String]] = []
  private let limit: Int
  /// How deep the parser stands in tables.
  private var depth = 0
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var span = 1
  private var isText = false

  init(atMost rows: Int) { limit = rows }

  var isFull: Bool { rows.count >= limit }
  var holdsTooMuch: Bool { cell.count > 1 << 20 || cells.count > 10_000 }

  func start(_ name: Int, _ attributes: XMLAttributes) {
    switch name {
    case 0: depth += 1
    case 1 where depth == 1: cells = []
    case 2 where depth == 1:
      cell = []
      span = 1
    case 3: isText = true
    case 4, 5: if depth > 0 { cell.append(0x0A) }
    // Every paragraph of a cell but the first begins on a line of its own.
    case 6: if depth > 0, !cell.isEmpty { cell.append(0x0A) }
    case 7 where depth == 1: span = min(100, max(1, attributes["val"].flatMap { Int($0) } ?? 1))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isText, depth > 0 { cell.append(contentsOf: bytes) }
  }

  func end(_ name: Int) {
    switch name {
    case 0: depth -= 1
    case 1 where depth == 1: if !isFull { rows.append(cells) }
    case 2 where depth == 1:
      cells.append(String(decoding: cell, as: UTF8.self))
      cells += Array(repeating: "", count: span - 1)
    case 3: isText = false
    default: break
    }
  }
}
