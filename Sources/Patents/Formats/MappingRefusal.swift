public import Kernel

/// Why a mapping of columns is not taken, or a table is not read by one.
public enum MappingRefusal: Refusal, Equatable {
  case nameMissing, nameTooLong, noColumns, tooManyColumns
  /// Neither a publication number nor an application number: no row could be known again.
  case noNumber
  /// Two columns for a field that holds one value.
  case twice(SheetColumn, String, String, place: Int)
  case reasonMissing(String, place: Int)
  case unknownUse(String, place: Int)
  case nameTaken(String)
  /// A mapping in use reads the same headers.
  case headersTaken(by: String)
  case unknown(String)
  case withdrawn(String)
  case alreadyWithdrawn
  /// The table lacks the columns by which the mapping knows patents.
  case notThisTable(String, missing: [String])
  /// The file is no table with a header and rows.
  case noTable
  /// The same file went in by other columns, and its rows still stand.
  case importedOtherwise(Phrase)

  public var kind: RefusalKind {
    switch self {
    case .unknown: .missing
    case .nameTaken, .headersTaken, .withdrawn, .alreadyWithdrawn, .importedOtherwise: .conflict
    default: .invalid
    }
  }

  public var code: String {
    switch self {
    case .nameMissing: "mappings.name-missing"
    case .nameTooLong: "mappings.name-too-long"
    case .noColumns: "mappings.no-columns"
    case .tooManyColumns: "mappings.too-many-columns"
    case .noNumber: "mappings.no-number"
    case .twice: "mappings.twice"
    case .reasonMissing: "mappings.reason-missing"
    case .unknownUse: "mappings.unknown-use"
    case .nameTaken: "mappings.name-taken"
    case .headersTaken: "mappings.headers-taken"
    case .unknown: "mappings.unknown"
    case .withdrawn: "mappings.withdrawn"
    case .alreadyWithdrawn: "mappings.already-withdrawn"
    case .notThisTable: "mappings.not-this-table"
    case .noTable: "mappings.no-table"
    case .importedOtherwise: "mappings.imported-otherwise"
    }
  }

  public var field: String? {
    switch self {
    case .nameMissing, .nameTooLong, .nameTaken: "name"
    case .twice(_, _, _, let place), .unknownUse(_, let place): "use-\(place)"
    case .reasonMissing(_, let place): "why-\(place)"
    default: nil
    }
  }
}

extension MappingRefusal {
  public var phrase: Phrase {
    switch self {
    case .nameMissing: Phrase(zh: "请给这套列对应起一个名字", en: "Please give the mapping a name")
    case .nameTooLong:
      Phrase(
        zh: "名字不超过 \(TableMapping.longestName) 个字", en: "A name has at most \(TableMapping.longestName) characters")
    case .noColumns: Phrase(zh: "没有任何带表头的列", en: "There is no column with a header")
    case .tooManyColumns:
      Phrase(zh: "最多 \(TableMapping.mostColumns) 列", en: "At most \(TableMapping.mostColumns) columns are mapped")
    case .noNumber:
      Phrase(
        zh: "没有公开（公告）号或申请号的列，无法识别每一行是哪件专利；请至少指定其中一列",
        en:
          "No column holds a publication or an application number, so no row could be told to be a certain patent; please name one of them"
      )
    case .twice(let column, let first, let second, _):
      Phrase(
        zh: "“\(first)”和“\(second)”都对应“\(column.phrase.zh)”，而它只能有一个值；请把其中一列改为保留原列名或不读取",
        en:
          "“\(first)” and “\(second)” both stand for “\(column.phrase.en)”, which has one value only; keep one of them under its own header, or leave it out"
      )
    case .reasonMissing(let header, _):
      Phrase(
        zh: "“\(header)”不读取的原因没有写；请写明，它会显示在列对应和导入预览中",
        en: "Why “\(header)” is left out is not said; please say it: it is shown with the mapping and before an import")
    case .unknownUse(let header, _):
      Phrase(zh: "“\(header)”的去向不在可选范围内，请重新选择", en: "What “\(header)” is to become is not offered; please choose again")
    default: ofUse
    }
  }

  private var ofUse: Phrase {
    switch self {
    case .nameTaken(let name):
      Phrase(
        zh: "已有名为“\(name)”的列对应；名字用作来源，停用后也不能再用，请换一个名字",
        en:
          "There is a mapping called “\(name)”; its name stands for a source and stays taken after a withdrawal, so please choose another"
      )
    case .headersTaken(let name):
      Phrase(
        zh: "同样的表头已由“\(name)”对应；如需更改，请先停用它",
        en: "The same headers are mapped by “\(name)”; withdraw it first to change that")
    case .unknown(let name):
      Phrase(zh: "没有名为“\(name)”的列对应", en: "There is no mapping called “\(name)”")
    case .withdrawn(let name):
      Phrase(zh: "列对应“\(name)”已停用，不能再用于导入", en: "The mapping “\(name)” is withdrawn and reads no further imports")
    case .alreadyWithdrawn: Phrase(zh: "这套列对应已经停用", en: "This mapping is withdrawn already")
    case .notThisTable(let name, let missing):
      Phrase(
        zh: "文件的表头与列对应“\(name)”不符：缺少\(missing.map { "“\($0)”" }.joined(separator: "、"))",
        en: "The headers are not those of the mapping “\(name)”: "
          + missing.map { "“\($0)”" }.joined(separator: ", ") + " is missing")
    case .importedOtherwise(let name):
      Phrase(
        zh: "同一文件已按“\(name.zh)”导入；请先撤回那次导入，再按新的列对应导入",
        en: "The same file went in as “\(name.en)”; withdraw that import first, then import it by the other columns")
    default:
      Phrase(
        zh: "这不是有表头和数据行的表格，无法对应各列；请导出为 CSV 或 XLSX",
        en:
          "This is no table with a header and rows, so there are no columns to map; please export it as CSV or XLSX")
    }
  }
}
