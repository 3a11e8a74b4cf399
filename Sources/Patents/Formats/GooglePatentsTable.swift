public import Kernel
import Tables

/// A list of patents downloaded from Google Patents: a line with the address of the search, then the columns.
public struct GooglePatentsTable: SheetFormat {
  public let code = "google-patents-csv"
  public let name = Phrase(zh: "Google Patents 下载表格", en: "Google Patents download")
  public let precedence = 150
  public let citation =
    "Google Patents 下载的表格：首行为检索地址，编号形如 CN-106844774-A，多值以逗号分隔；"
    + "Google Patents' download: the search's address first, numbers such as CN-106844774-A, values parted by commas"

  public init() {}

  static let vendor = SheetVendor(
    GooglePatentsTable(),
    headers: """
      id¦title¦assignee¦inventor/author¦priority date¦filing/creation date¦publication date¦grant date¦result link
      representative figure link
      """, separators: [","])
}
