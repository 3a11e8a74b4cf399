import Figures
public import Kernel
import Tables

/// A table of series values as people fill it in: which line says what, or what is wrong with it.
struct SeriesTable {
  struct Line {
    /// As a person counts.
    let number: Int
    let cells: [String]
  }

  /// The columns, by the headings that are understood.
  static let headings: [(field: String, names: [String])] = [
    ("series", ["序列", "series"]), ("period", ["期间", "period"]), ("value", ["数值", "value"]),
    ("standing", ["性质", "standing"]), ("source", ["来源", "source"]), ("published", ["发布日期", "published"]),
  ]

  /// - Throws: ``TableRefusal`` for what is neither CSV nor XLSX.
  static func lines(ofFileAt path: String) throws -> [Line] {
    let head = try ByteSource(path: path).peek(4)
    guard head.starts(with: [0x50, 0x4B]) || head.starts(with: [0xD0, 0xCF]) else { return try csvLines(path) }
    let workbook = try XLSXReader(path: path)
    var lines: [Line] = []
    try workbook.forEachRow(ofSheet: 0) { row, _ in
      guard !row.isEmpty else { return }
      guard lines.count < limit else { throw SeriesFileRefusal.tooLong }
      lines.append(Line(number: row.number, cells: row.cells.map { $0?.text ?? "" }))
    }
    return lines
  }

  private static let limit = 20_000

  private static func csvLines(_ path: String) throws -> [Line] {
    let rows = try CSVReader(try ByteSource(path: path))
    var lines: [Line] = []
    while try rows.advance() {
      guard lines.count < limit else { throw SeriesFileRefusal.tooLong }
      // A row that cannot be read is one of no cells: its line is refused by number.
      let cells = rows.fault == nil ? (try? rows.texts()) ?? [] : []
      lines.append(Line(number: rows.number, cells: cells))
    }
    return lines
  }
}

/// Why a file of series values is not taken as a whole.
public enum SeriesFileRefusal: Refusal, Equatable {
  /// The headings that are missing.
  case headingsMissing([String])
  case tooLong

  public var kind: RefusalKind {
    switch self {
    case .headingsMissing: .invalid
    case .tooLong: .tooLarge
    }
  }

  public var code: String {
    switch self {
    case .headingsMissing: "series.headings-missing"
    case .tooLong: "series.too-long"
    }
  }

  public var field: String? { "file" }

  public var phrase: Phrase {
    switch self {
    case .headingsMissing(let names):
      Phrase(
        zh: "第一行缺少列：\(names.joined(separator: "、"))；请按模板填写后再上传",
        en: "The first row lacks the columns \(names.joined(separator: ", ")); please use the template")
    case .tooLong: Phrase(zh: "一个文件最多 20,000 行，请拆分后再上传", en: "A file has at most 20,000 rows; please split it")
    }
  }
}
