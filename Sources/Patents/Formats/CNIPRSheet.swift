public import Kernel
import Tables

/// A list of patents in the columns of CNIPR (知识产权出版社) and the systems that follow it.
public struct CNIPRSheet: PatentFormat {
  public let code = "cnipr-xlsx"
  public let name = Phrase(zh: "专利信息检索表格（CNIPR，XLSX）", en: "CNIPR patent table (XLSX)")
  public let precedence = 200
  public let citation =
    "据三个表格：申请号、公开（公告）号、名称等25列，代理机构与代码相连；"
    + "as observed in three tables, one of 25 columns in which agency and code are one"

  public init() {}

  public func read(_ input: FormatInput, after row: Int, _ visit: (FormatRow) throws -> Void) throws {
    try Self.layout.read(input, after: row, visit)
  }

  static let layout = SheetLayout(null: "", separators: [";", "；"]) { header in
    let columns = Set(header.compactMap(SheetColumn.init(header:)))
    return columns.contains(.title) && (columns.contains(.publication) || columns.contains(.application))
      && !PatSnapSheet.layout.recognises(header)
  }
}
