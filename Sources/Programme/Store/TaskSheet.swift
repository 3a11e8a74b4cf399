import Foundation
public import Kernel
public import Programme
import Tables

/// The tasks of a file, row by row, as CSV or XLSX.
///
/// The first row names the columns, in Chinese or English, in any order; whether the file is a workbook is told by its
/// first bytes.
public struct TaskSheet: Sendable {
  /// A row that holds anything.
  public struct Line: Sendable {
    /// As a person counts the file's rows.
    public let number: Int
    public let draft: TaskDraft
    /// What cannot be read in it.
    public let faults: [Phrase]
  }

  public let lines: [Line]

  /// More rows than any year has tasks.
  public static let limit = 2_000

  /// What a column may be called, the first being how the template calls it.
  static let headings: [(field: String, names: [String])] = [
    ("title", ["任务", "任务名称", "工作任务", "task", "title"]),
    ("clause", ["方案条款", "条款", "clause"]),
    ("start", ["开始日期", "开始时间", "start"]),
    ("due", ["完成期限", "完成时限", "截止日期", "due"]),
    ("person", ["责任人", "person"]),
    ("department", ["责任部门", "责任单位", "department"]),
    ("target", ["目标", "可衡量目标", "target"]),
    ("figure", ["指标代码", "figure"]),
    ("number", ["目标值", "number"]),
  ]

  /// The columns of a file that can be filled in, and one invented row.
  public static var template: String {
    let row = [
      "（示例）举办知识产权服务业发展论坛", "五（二）2", "2026-03-01", "2026-06-30", "（示例）张某", "（示例）区知识产权局", "举办论坛 1 场，参会机构 50 家以上",
      "E08", "1",
    ]
    return csvText([headings.map(\.names[0]), row])
  }

  init(lines: [Line]) { self.lines = lines }

  /// - Throws: `TableRefusal` for what is no table, ``TaskSheetRefusal`` for one without these columns.
  public init(path: String) throws {
    var rows: [(number: Int, cells: [String])] = []
    try Self.forEachRow(path) { number, cells in
      guard rows.count <= Self.limit else { throw TaskSheetRefusal.tooManyRows }
      if cells.contains(where: { !$0.isEmpty }) { rows.append((number, cells)) }
    }
    guard let head = rows.first else { throw TaskSheetRefusal.empty }
    let columns = try Self.columns(head.cells)
    lines = rows.dropFirst().map { Self.line($0.number, $0.cells, columns) }
    guard !lines.isEmpty else { throw TaskSheetRefusal.empty }
  }

  private static func forEachRow(_ path: String, _ visit: (Int, [String]) throws -> Void) throws {
    let source = try ByteSource(path: path)
    if try source.peek(2) == [0x50, 0x4B] || source.peek(2) == [0xD0, 0xCF] {
      try XLSXReader(path: path).forEachRow(ofSheet: 0) { row, _ in
        try visit(row.number, row.cells.map { clean($0?.text ?? "") })
      }
      return
    }
    let reader = try CSVReader(source)
    while try reader.advance() {
      if let fault = reader.fault { throw TaskSheetRefusal.brokenRow(reader.number, fault.phrase) }
      try visit(reader.number, try (0..<min(reader.fieldCount, 100)).map { clean(try reader.text($0)) })
    }
  }

  private static func clean(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
      .replacing("\r\n", with: "\n").replacing("\u{0}", with: "")
  }

  private static func columns(_ head: [String]) throws(TaskSheetRefusal) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (field, names) in headings {
      columns[field] = head.firstIndex { names.contains($0.lowercased().filter { !$0.isWhitespace }) }
    }
    let missing = headings.filter { columns[$0.field] == nil && !["clause", "figure", "number"].contains($0.field) }
    guard missing.isEmpty else { throw .missingColumns(missing.map { $0.names[0] }) }
    return columns
  }

  private static func line(_ number: Int, _ cells: [String], _ columns: [String: Int]) -> Line {
    func cell(_ field: String) -> String { columns[field].flatMap { $0 < cells.count ? cells[$0] : nil } ?? "" }
    var draft = TaskDraft()
    var faults: [Phrase] = []
    func day(_ field: String, _ label: Phrase) -> Day? {
      guard !cell(field).isEmpty else { return nil }
      if let day = writtenDay(cell(field)) { return day }
      faults.append(
        Phrase(
          zh: "\(label.zh)“\(cell(field))”不是日期，请写作 2026-03-01",
          en: "\(label.en) is no day: \(cell(field)); please write 2026-03-01"))
      return nil
    }
    draft.title = cell("title")
    draft.clause = cell("clause")
    draft.start = day("start", Phrase(zh: "开始日期", en: "The first day"))
    draft.due = day("due", Phrase(zh: "完成期限", en: "The last day"))
    draft.person = cell("person")
    draft.department = cell("department")
    draft.target = cell("target")
    draft.figure = cell("figure")
    draft.number = cell("number")
    return Line(number: number, draft: draft, faults: faults)
  }
}

/// A day as people write it in tables: `2026-03-01`, `2026/3/1`, `2026.3.1` or `2026年3月1日`.
func writtenDay(_ text: String) -> Day? {
  guard let match = text.wholeMatch(of: /([0-9]{4})[-\/.年]([0-9]{1,2})[-\/.月]([0-9]{1,2})日?/),
    let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
  else { return nil }
  return Day(year: year, month: month, day: day)
}

/// Why a file of tasks is not read at all.
public enum TaskSheetRefusal: Refusal, Equatable {
  case empty
  case tooManyRows
  case missingColumns([String])
  case brokenRow(Int, Phrase)

  public var kind: RefusalKind { .invalid }
  public var field: String? { "file" }

  public var code: String {
    switch self {
    case .empty: "plan.sheet-empty"
    case .tooManyRows: "plan.sheet-too-long"
    case .missingColumns: "plan.sheet-columns"
    case .brokenRow: "plan.sheet-row"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .empty:
      Phrase(zh: "表中没有任务；请在标题行下面每行填写一项任务", en: "The table has no tasks; please fill in one a row below the headings")
    case .tooManyRows:
      Phrase(
        zh: "一次最多导入 \(TaskSheet.limit) 行，请分次导入", en: "At most \(TaskSheet.limit) rows at once; please split the file")
    case .missingColumns(let names):
      Phrase(
        zh: "第一行缺少列：\(names.joined(separator: "、"))；请使用模板",
        en: "The first row lacks these columns: \(names.joined(separator: "、")); please use the template")
    case .brokenRow(let number, let phrase):
      Phrase(zh: "第 \(number) 行：\(phrase.zh)", en: "Row \(number): \(phrase.en)")
    }
  }
}

/// Rows as CSV (RFC 4180): UTF-8 with a mark that spreadsheets know it by, and no cell that one would run as a formula.
public func csvText(_ rows: [[String]]) -> String {
  "\u{FEFF}" + rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
}

private func csvCell(_ text: String) -> String {
  let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
  let isNumber = text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
  return "\"" + (isFormula && !isNumber ? "'" + text : text).replacing("\"", with: "\"\"") + "\""
}
