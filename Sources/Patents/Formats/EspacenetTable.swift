public import Kernel
import Tables

/// A list of patents downloaded from Espacenet.
public struct EspacenetTable: SheetFormat {
  public let code = "espacenet-sheet"
  public let name = Phrase(zh: "Espacenet 下载表格", en: "Espacenet download")
  public let precedence = 250
  public let citation =
    "Espacenet 结果清单：申请人后附国别如 [CN]，多值分行；Espacenet's result list: applicants with a country such as [CN]"

  public init() {}

  static let vendor = SheetVendor(
    EspacenetTable(),
    headers: """
      No¦Title¦Inventors¦Applicants¦Publication number¦Earliest priority¦IPC¦CPC¦Publication date¦Earliest publication¦Family number
      """)
}
