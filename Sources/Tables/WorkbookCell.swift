public import Kernel

/// What a cell of a written workbook holds.
public enum WorkbookCell: Equatable, Sendable {
  /// Not known: never 0.
  case empty
  /// Stays a text, whatever it looks like.
  case text(String)
  /// Shown with as many decimals as it has.
  case number(Double)
  /// Whole numbers of more than fifteen digits, which Excel would round, become texts.
  case whole(Int64)
  /// Shown in yuan.
  case money(Fen)
  /// Shown in per cent.
  case share(BasisPoints)
  case day(Day)

  /// A text that may be missing.
  public static func text(_ text: String?) -> WorkbookCell { text.map { .text($0) } ?? .empty }
  /// A day that may be missing.
  public static func day(_ day: Day?) -> WorkbookCell { day.map { .day($0) } ?? .empty }
}

/// A column of a sheet.
public struct WorkbookColumn: Equatable, Sendable {
  public let title: String
  /// In characters of the standard font; a Chinese character takes two.
  public let width: Double

  public init(_ title: String, width: Double = 16) {
    self.title = title
    self.width = width
  }
}

/// Why a workbook cannot be written.
public enum WorkbookRefusal: Refusal, Equatable {
  case cannotWrite(String)
  /// A cell of Excel holds 32,767 characters.
  case textTooLong(row: Int, column: Int)

  public var kind: RefusalKind {
    switch self {
    case .cannotWrite: .conflict
    case .textTooLong: .tooLarge
    }
  }

  public var code: String {
    switch self {
    case .cannotWrite: "workbook.cannot-write"
    case .textTooLong: "workbook.text-too-long"
    }
  }

  public var phrase: Phrase {
    switch self {
    case .cannotWrite(let path):
      Phrase(
        zh: "无法写出工作簿 \(path)；请检查磁盘空间与目录权限",
        en: "The workbook \(path) cannot be written; check the disk space and the folder's permissions")
    case .textTooLong(let row, let column):
      Phrase(
        zh: "第 \(row) 行第 \(column) 列的文字超过 Excel 单元格上限 32767 字；请改为导出 CSV",
        en:
          "The text of row \(row), column \(column) is longer than the 32,767 characters a cell of Excel holds; export CSV instead"
      )
    }
  }
}
