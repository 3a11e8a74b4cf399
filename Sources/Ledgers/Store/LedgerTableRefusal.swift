public import Kernel

/// Why a table cannot be read as records, or a row of it cannot.
public enum LedgerTableRefusal: Refusal, Equatable {
  case noHeader
  case columnsMissing([Phrase])
  case columnTwice(Phrase)
  case wrongUnit(String, wanted: Phrase)
  case tooManyRows(limit: Int)
  case noRows
  /// Something stands in a column without a header: the row is shifted.
  case cellWithoutColumn(String)
  case brokenRow(code: String, Phrase)

  public var kind: RefusalKind {
    switch self {
    case .tooManyRows: .tooLarge
    case .noHeader, .columnsMissing, .columnTwice, .wrongUnit, .noRows, .cellWithoutColumn, .brokenRow: .invalid
    }
  }

  public var code: String {
    switch self {
    case .noHeader: "ledger-table.no-header"
    case .columnsMissing: "ledger-table.columns-missing"
    case .columnTwice: "ledger-table.column-twice"
    case .wrongUnit: "ledger-table.wrong-unit"
    case .tooManyRows: "ledger-table.too-many-rows"
    case .noRows: "ledger-table.no-rows"
    case .cellWithoutColumn: "ledger-table.cell-without-column"
    case .brokenRow(let code, _): code
    }
  }

  public var phrase: Phrase {
    switch self {
    case .noHeader:
      Phrase(
        zh: "前 5 行中没有找到表头；请下载模板，按模板的列名填写后再上传",
        en: "There is no header within the first five rows; please download the template and use its column names")
    case .columnsMissing(let columns):
      Phrase(
        zh: "缺少必填列：\(columns.map(\.zh).joined(separator: "、"))；请补上后再上传，本次未导入任何行",
        en: "Required columns are missing: \(columns.map(\.en).joined(separator: ", ")); nothing was imported")
    case .columnTwice(let column):
      Phrase(
        zh: "“\(column.zh)”出现在两列中；请只保留一列，本次未导入任何行",
        en: "“\(column.en)” stands in two columns; please keep one. Nothing was imported")
    case .wrongUnit(let header, let wanted):
      Phrase(
        zh: "列“\(header)”的单位不符；该列应为“\(wanted.zh)”，请换算后再上传，本次未导入任何行",
        en: "The unit of the column “\(header)” is not that of “\(wanted.en)”; please convert it. Nothing was imported")
    case .tooManyRows(let limit):
      Phrase(zh: "超过 \(limit) 行；请拆成几个文件上传", en: "There are more than \(limit) rows; please split the file")
    case .noRows: Phrase(zh: "表头下面没有数据；请填写后再上传", en: "There are no rows below the header; please fill some in")
    case .cellWithoutColumn(let text):
      Phrase(
        zh: "“\(text)”所在的列没有列名，该行可能错列；请对照表头检查整行",
        en: "“\(text)” stands in a column without a name; the row may be shifted, please check it against the header")
    case .brokenRow(_, let phrase): phrase
    }
  }
}
