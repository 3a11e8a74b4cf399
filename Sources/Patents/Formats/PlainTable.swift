public import Kernel
import Tables

/// A table of patents under plain English names, as programs and data sets write them.
public struct PlainTable: SheetFormat {
  public let code = "plain-table"
  public let name = Phrase(zh: "英文列名的专利表格", en: "Table with plain English names")
  public let precedence = 100
  public let citation = "列名即字段名，如 publication_number、title、ipc；columns named for their fields, as data sets have them"

  public init() {}

  static let vendor = SheetVendor(
    PlainTable(),
    headers: """
      id¦pub¦publication_number¦application_number¦title¦abstract¦claims¦applicant¦applicants¦inventor¦inventors¦agency¦agents¦ipc¦cpc
      region¦province¦address¦year¦filing_date¦publication_date¦grant_date¦priority_date¦legal_status¦kind¦country¦language
      """)
}
