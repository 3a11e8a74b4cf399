import Crypto
import Foundation
public import HighValue
public import Kernel
import Tables

/// A file with the table of strategic emerging industries and the IPC: XLSX, CSV or DOCX, told by its content.
///
/// Columns stand in any order and are known by their headers. Cells that a merged cell leaves empty take code and name from
/// the row above; several symbols of one cell become several rows.
public struct SEITableFile: Sendable {
  public static let mostRows = 50_000
  private static let headerDepth = 20

  /// One symbol of a row, in the order of the file.
  public struct Line: Equatable, Sendable {
    /// As people count the rows of the file.
    public let number: Int
    public let seiCode: String
    public let seiName: String
    public let pattern: IPCPattern
    public let condition: String?
  }

  /// A row that cannot be read, and why.
  public struct Fault: Sendable {
    public let number: Int
    public let text: String
    public let fault: SEIRowFault
  }

  public let lines: [Line]
  public let faults: [Fault]

  /// A file without a row.
  static let none = SEITableFile(lines: [], faults: [])

  private init(lines: [Line], faults: [Fault]) {
    self.lines = lines
    self.faults = faults
  }

  /// What a column may be called, the first being how the template calls it; brackets and blanks do not count.
  static let headings: [(field: String, names: [String])] = [
    ("code", ["产业代码", "战略性新兴产业代码", "战略性新兴产业分类代码", "分类代码", "代码", "seicode", "code"]),
    (
      "name",
      ["产业名称", "战略性新兴产业名称", "战略性新兴产业分类名称", "战略性新兴产业分类", "分类名称", "名称", "seiname", "name"]
    ),
    (
      "ipc",
      [
        "IPC分类号", "ipc", "国际专利分类号", "国际专利分类", "国际专利分类ipc", "国际专利分类号ipc", "分类号", "ipcpattern", "ipc号",
      ]
    ),
    ("condition", ["条件", "限定条件", "备注", "说明", "condition"]),
  ]

  /// The columns with one row that shows how they are filled in; it is no row of any official table.
  public static let template =
    "\u{FEFF}产业代码,产业名称,IPC分类号,条件\r\n（示例）1.1.1,（示例）产业名称,G06F16/00；H04L9/*,（示例）仅限……\r\n"

  /// The SHA-256 of a file, by which the same one is known again.
  public static func hash(path: String) throws -> String {
    SHA256.hash(data: try Data(contentsOf: URL(fileURLWithPath: path))).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  /// - Throws: ``HighValueRefusal``, or the refusal of a file that is no table at all.
  public init(path: String) throws {
    var rows: [(number: Int, cells: [String])] = []
    try Self.forEachRow(path) { number, cells in
      guard rows.count <= Self.mostRows else { throw HighValueRefusal.tooManyRows(limit: Self.mostRows) }
      let cleaned = cells.map(Self.clean)
      if cleaned.contains(where: { !$0.isEmpty }) { rows.append((number, cleaned)) }
    }
    guard !rows.isEmpty else { throw HighValueRefusal.noRows }
    let header = try Self.header(rows.prefix(Self.headerDepth).map(\.cells))
    var reading = Reading(columns: header.columns)
    // A document repeats its header with every table.
    for row in rows[(header.place + 1)...] where row.cells != rows[header.place].cells { reading.take(row) }
    guard !reading.lines.isEmpty || !reading.faults.isEmpty else { throw HighValueRefusal.noRows }
    guard reading.lines.count <= Self.mostRows else { throw HighValueRefusal.tooManyRows(limit: Self.mostRows) }
    self.init(lines: reading.lines, faults: reading.faults)
  }

  private static func forEachRow(_ path: String, _ visit: (Int, [String]) throws -> Void) throws {
    switch try RecognisedFile.recognise(path: path) {
    case .workbook:
      try XLSXReader(path: path).forEachRow(ofSheet: 0) { row, _ in
        try visit(row.number, row.cells.map { $0?.text ?? "" })
      }
    case .document:
      for (place, cells) in try DOCXTables.rows(path: path, atMost: mostRows + 2).enumerated() {
        try visit(place + 1, cells)
      }
    case .text:
      let reader = try CSVReader(ByteSource(path: path))
      while try reader.advance() {
        // A row that cannot be cut into cells is one that cannot be read: its text stands for its symbol.
        let cells = reader.fault == nil ? try reader.texts() : ["", "", reader.fault?.phrase.zh ?? ""]
        try visit(reader.number, cells)
      }
    case .pdf, .png, .jpeg, .incomplete, .encryptedOrOld, .unknown: throw HighValueRefusal.notATable
    }
  }

  private static func clean(_ text: String) -> String {
    text.replacing("\u{0}", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
      .precomposedStringWithCanonicalMapping
  }

  /// The row that names most columns.
  private static func header(_ rows: [[String]]) throws -> (place: Int, columns: [String: Int]) {
    var best: (place: Int, columns: [String: Int]) = (0, [:])
    for (place, cells) in rows.enumerated() {
      let columns = Self.columns(cells)
      if columns.count > best.columns.count { best = (place, columns) }
    }
    let missing = headings.filter { $0.field != "condition" && best.columns[$0.field] == nil }
    guard missing.isEmpty else { throw HighValueRefusal.columnsMissing(missing.map { $0.names[0] }) }
    return best
  }

  private static func columns(_ cells: [String]) -> [String: Int] {
    let names = cells.map { cell in cell.lowercased().filter { !$0.isWhitespace && !"()（）*".contains($0) } }
    var columns: [String: Int] = [:]
    for (field, known) in headings {
      // The earliest of its names: a table may have both 名称 and 产业名称.
      let taken = Set(columns.values)
      let places = known.map { $0.lowercased() }.compactMap { name in
        names.indices.first { names[$0] == name && !taken.contains($0) }
      }
      columns[field] = places.first
    }
    return columns
  }

  /// Rows becoming lines, with what merged cells say once.
  private struct Reading {
    let columns: [String: Int]
    var lines: [Line] = []
    var faults: [Fault] = []
    private var code = ""
    private var name = ""

    init(columns: [String: Int]) { self.columns = columns }

    mutating func take(_ row: (number: Int, cells: [String])) {
      func cell(_ field: String) -> String {
        columns[field].flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
      }
      let (ownCode, ownName) = (cell("code"), cell("name"))
      // A new code without a name of its own is not the industry above.
      if !ownCode.isEmpty { (code, name) = (ownCode, ownName) } else if !ownName.isEmpty { name = ownName }
      let symbols = cell("ipc").split { $0.isNewline || ";；,，、".contains($0) }.map { SEITableFile.clean(String($0)) }
        .filter { !$0.isEmpty }
      // The heading of a division has a code and a name, and no symbol.
      if symbols.isEmpty, cell("condition").isEmpty, !ownCode.isEmpty, !ownName.isEmpty { return }
      do throws(SEIRowFault) {
        let found = try read(symbols, cell("condition"), row.number)
        lines += found
      } catch {
        faults.append(
          Fault(number: row.number, text: String(row.cells.joined(separator: " | ").prefix(200)), fault: error))
      }
    }

    private func read(_ symbols: [String], _ condition: String, _ number: Int) throws(SEIRowFault) -> [Line] {
      guard !code.isEmpty else { throw .codeMissing }
      guard !name.isEmpty else { throw .nameMissing }
      guard !symbols.isEmpty else { throw .patternMissing }
      guard code.count <= 40, name.count <= 200, condition.count <= 1_000 else { throw .tooLong }
      var lines: [Line] = []
      for symbol in symbols {
        lines.append(
          Line(
            number: number, seiCode: code, seiName: name, pattern: try IPCPattern(symbol),
            condition: condition.isEmpty ? nil : condition))
      }
      return lines
    }
  }
}
