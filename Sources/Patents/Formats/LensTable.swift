public import Kernel
import Tables

/// A list of patents exported by Lens.org.
public struct LensTable: SheetFormat {
  public let code = "lens-csv"
  public let name = Phrase(zh: "Lens 导出表格", en: "Lens.org export")
  public let precedence = 200
  public let citation = "Lens.org 导出的37列，多值以“;;”分隔；the 37 columns of Lens.org's export, values parted by ;;"

  public init() {}

  static let vendor = SheetVendor(
    LensTable(),
    headers: """
      #¦Jurisdiction¦Kind¦Display Key¦Lens ID¦Publication Date¦Publication Year¦Application Number¦Application Date¦Priority Numbers
      Earliest Priority Date¦Title¦Abstract¦Applicants¦Inventors¦Owners¦URL¦Document Type¦Has Full Text¦Cites Patent Count
      Cited by Patent Count¦Simple Family Size¦Simple Family Members¦Simple Family Member Jurisdictions¦Extended Family Size
      Extended Family Members¦Extended Family Member Jurisdictions¦Sequence Count¦CPC Classifications¦IPCR Classifications
      US Classifications¦NPL Citation Count¦NPL Resolved Citation Count¦NPL Resolved Lens ID(s)¦NPL Resolved External ID(s)
      NPL Citations¦Legal Status
      """)
}
