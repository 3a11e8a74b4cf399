public import Kernel

/// Why something cannot be done with high-value patents.
public enum HighValueRefusal: Refusal, Equatable {
  case unknown(Thing)
  case missing(Field)
  case tooLong(Field, limit: Int)
  /// A version that holds from this day on is there already.
  case tableFromThatDay(Day)
  case sameTable(String)
  case withdrawnAlready
  case badRows(Int)
  case noRows
  case tooManyRows(limit: Int)
  case columnsMissing([String])
  case notATable
  case dayAhead
  case nothingFound

  public enum Thing: String, Sendable { case table, list, entry, patent }
  public enum Field: String, Sendable { case name, source, from, reason, day }

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .tableFromThatDay, .sameTable, .withdrawnAlready, .nothingFound: .conflict
    case .missing, .tooLong, .badRows, .noRows, .columnsMissing, .notATable, .dayAhead: .invalid
    case .tooManyRows: .tooLarge
    }
  }

  public var code: String {
    switch self {
    case .unknown(let thing): "high-value.unknown-\(thing.rawValue)"
    case .missing: "high-value.missing"
    case .tooLong: "high-value.too-long"
    case .tableFromThatDay: "high-value.table-from-that-day"
    case .sameTable: "high-value.same-table"
    case .withdrawnAlready: "high-value.withdrawn-already"
    case .badRows: "high-value.bad-rows"
    case .noRows: "high-value.no-rows"
    case .tooManyRows: "high-value.too-many-rows"
    case .columnsMissing: "high-value.columns-missing"
    case .notATable: "high-value.not-a-table"
    case .dayAhead: "high-value.day-ahead"
    case .nothingFound: "high-value.nothing-found"
    }
  }

  public var field: String? {
    switch self {
    case .missing(let field), .tooLong(let field, _): field.rawValue
    case .tableFromThatDay: "from"
    case .sameTable, .badRows, .noRows, .tooManyRows, .columnsMissing, .notATable: "file"
    case .dayAhead: "day"
    case .unknown, .withdrawnAlready, .nothingFound: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .unknown(.table): Phrase(zh: "没有这一版参照表；请从列表中打开", en: "There is no such table; please open it from the list")
    case .unknown(.list): Phrase(zh: "没有这份认定清单；请从列表中打开", en: "There is no such list; please open it from the page")
    case .unknown(.entry): Phrase(zh: "清单中没有这一件；请从清单中打开", en: "There is no such entry; please open it from its list")
    case .unknown(.patent): Phrase(zh: "登记库中没有这件专利", en: "The register has no such patent")
    case .missing: Phrase(zh: "此项必填", en: "Please fill this in")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters; please shorten it")
    case .tableFromThatDay(let day):
      Phrase(
        zh: "已有一版自 \(day) 起适用；请改用另一日期，或先撤回原版",
        en: "A table holds from \(day) on already; please give another day or withdraw that one first")
    case .sameTable(let name):
      Phrase(zh: "同一文件已作为“\(name)”导入，无需再导", en: "The same file is there already as “\(name)”")
    case .withdrawnAlready: Phrase(zh: "这一版已经撤回", en: "This table is withdrawn already")
    case .badRows(let count):
      Phrase(
        zh: "有 \(count) 行读不懂；对照表不能残缺导入，请按所列原因改好后重新上传",
        en: "\(count) rows cannot be read; a table is taken whole or not at all, so please mend them and send it again")
    case .noRows, .tooManyRows, .columnsMissing, .notATable, .dayAhead, .nothingFound: fileWords
    }
  }

  private var fileWords: Phrase {
    switch self {
    case .noRows: Phrase(zh: "文件中没有数据行", en: "The file has no rows")
    case .tooManyRows(let limit): Phrase(zh: "最多 \(limit) 行，请核对文件", en: "At most \(limit) rows; please check the file")
    case .columnsMissing(let names):
      Phrase(
        zh: "找不到这些列：\(names.joined(separator: "、"))；请在表头写明产业代码、产业名称、IPC 分类号、条件",
        en:
          "These columns are missing: \(names.joined(separator: "、")); the heading names code, name, IPC and condition")
    case .notATable:
      Phrase(zh: "请上传 XLSX、CSV 或 DOCX 表格", en: "Please send the table as XLSX, CSV or DOCX")
    case .dayAhead: Phrase(zh: "日期不能晚于今天", en: "The day must not be later than today")
    case .nothingFound:
      Phrase(
        zh: "当日没有可列入清单的专利；请先导入专利或核对日期", en: "No patent is high-value on that day; import patents first or check the day"
      )
    case .unknown, .missing, .tooLong, .tableFromThatDay, .sameTable, .withdrawnAlready, .badRows:
      Phrase(zh: "无法办理", en: "This cannot be done")
    }
  }
}
