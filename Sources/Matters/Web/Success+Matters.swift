import Kernel
import Web

extension Success {
  static let stepTaken = Success("matters.taken", Phrase(zh: "已办理，并已通知当事人", en: "Done; those concerned were told"))
  static let matterAssigned = Success("matters.assigned", Phrase(zh: "已分派", en: "Assigned"))
  static let stoodAside = Success(
    "matters.recused", Phrase(zh: "已回避，办件不再由您办理", en: "You stand aside; the matter is no longer yours"))
  static let noteAdded = Success("matters.noted", Phrase(zh: "已记入", en: "Noted"))
  static let clockExtended = Success("matters.extended", Phrase(zh: "时限已延长", en: "The time limit was extended"))
  static let draftSaved = Success(
    "matters.draft", Phrase(zh: "草稿已保存，可在任何设备上继续填写", en: "The draft is kept; you can go on with it on any device"))
  static let draftDiscarded = Success("matters.discarded", Phrase(zh: "草稿已删除", en: "The draft is gone"))

  static let ofMatters = [stepTaken, matterAssigned, stoodAside, noteAdded, clockExtended, draftSaved, draftDiscarded]
}
