public import Kernel
import Tables

/// A list of patents downloaded from WIPO PATENTSCOPE.
public struct PatentscopeTable: SheetFormat {
  public let code = "patentscope-sheet"
  public let name = Phrase(zh: "PATENTSCOPE 下载表格", en: "PATENTSCOPE download")
  public let precedence = 250
  public let citation =
    "WIPO PATENTSCOPE 结果清单：Application Id、Priorities Data（旧称 Priority Data）、National Phase Entries；"
    + "WIPO PATENTSCOPE's result list"

  public init() {}

  static let vendor = SheetVendor(
    PatentscopeTable(),
    headers: """
      Application Id¦Application Number¦Application Date¦Publication Number¦Publication Date¦Country¦Title¦Abstract¦I P C¦IPC
      Applicants¦Inventors¦Priorities Data¦Priority Data¦National Phase Entries¦Image
      """)
}
