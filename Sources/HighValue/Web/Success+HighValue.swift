import Kernel
import Web

extension Success {
  static let seiTableTaken = Success("high-value.table-taken", Phrase(zh: "参照表已导入", en: "The table is taken"))
  static let seiTableWithdrawn = Success(
    "high-value.table-withdrawn", Phrase(zh: "已撤回，任何日期都不再适用", en: "Withdrawn: it holds on no day"))
  static let highValueListMade = Success(
    "high-value.list-made", Phrase(zh: "认定清单已生成", en: "The list is made"))

  static let ofHighValue = [seiTableTaken, seiTableWithdrawn, highValueListMade]
}
