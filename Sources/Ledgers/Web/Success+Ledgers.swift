import Kernel
import Web

/// What the pages of records say when something was done.
extension Success {
  static let recordAdded = Success("ledger.added", Phrase(zh: "已登记", en: "The record was added"))
  static let recordFiled = Success(
    "ledger.filed", Phrase(zh: "已提交，待运营中心审核；审核通过后计入统计", en: "Submitted; it counts once the centre has approved it"))
  static let recordCorrected = Success(
    "ledger.corrected", Phrase(zh: "已更正，原内容保留在留痕中", en: "Corrected; the journal keeps what stood before"))
  static let recordWithdrawn = Success("ledger.withdrawn-done", Phrase(zh: "已撤回", en: "The record was withdrawn"))
  static let recordApproved = Success("ledger.approved", Phrase(zh: "已审核通过", en: "The record was approved"))
  static let recordReturned = Success("ledger.returned", Phrase(zh: "已退回填报单位", en: "Sent back to who filed it"))
  static let recordReopened = Success(
    "ledger.reopened", Phrase(zh: "已退回审核，可以更正", en: "Reopened; it can be corrected now"))

  static let ofLedgers = [
    recordAdded, recordFiled, recordCorrected, recordWithdrawn, recordApproved, recordReturned, recordReopened,
  ]
}
