public import Kernel
import Tables

/// A list of patents exported by PatSnap (智慧芽).
public struct PatSnapSheet: PatentFormat {
  public let code = "patsnap-xlsx"
  public let name = Phrase(zh: "智慧芽导出表格（XLSX）", en: "PatSnap export (XLSX)")
  public let precedence = 200
  public let citation =
    "据2024年4月1日导出的33列表格：[标]为标准化名称，“-”为空，“|”分隔多值；"
    + "as observed in an export of 33 columns of 1 April 2024"

  public init() {}

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    try Self.layout.read(input, after: row, visit)
  }

  /// Several names stand between bars.
  ///
  /// Commas stay: `姓, 名` is one person.
  static let layout = SheetLayout(null: "-", separators: ["|"]) { header in
    let names = Set(header.map(SheetColumn.folded))
    let isOfVendor =
      names.contains { $0.hasPrefix("[标]") } || !names.isDisjoint(with: ["法律状态/事件", "简单同族被引用专利总数", "标题(译)(简体中文)"])
    return isOfVendor && (names.contains("公开(公告)号") || names.contains("申请号"))
  }
}
