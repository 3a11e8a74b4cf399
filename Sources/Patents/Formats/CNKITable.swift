public import Kernel
import Tables

/// A table of patents collected from CNKI's pages, without numbers.
public struct CNKITable: SheetFormat {
  public let code = "cnki-sheet"
  public let name = Phrase(zh: "知网专利表格", en: "CNKI patent table")
  public let precedence = 100
  public let citation =
    "据一个34行的表格：title、author、com、sql（申请日）、quote（公开日）、claim_text；"
    + "as observed in a table of 34 rows whose column sql has the filing and quote the publication date"

  public init() {}

  static let vendor = SheetVendor(
    CNKITable(),
    headers: "title¦author¦com¦public¦sql¦quote¦download¦href¦ChDiv_summary¦claim_text")
}
