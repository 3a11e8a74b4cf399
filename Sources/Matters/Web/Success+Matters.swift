import Kernel
import Web

extension Success {
  static let stepTaken = Success(
    "matters.taken",
    Phrase(zh: "已办理；有账号的当事人已收到通知，其他人凭查询码查看", en: "Done; those with an account were told, others see it by their code"))
  static let matterAssigned = Success("matters.assigned", Phrase(zh: "已分派", en: "Assigned"))
  static let stoodAside = Success(
    "matters.recused", Phrase(zh: "已回避，办件不再由您办理", en: "You stand aside; the matter is no longer yours"))
  static let noteAdded = Success("matters.noted", Phrase(zh: "已记入", en: "Noted"))
  static let clockExtended = Success("matters.extended", Phrase(zh: "时限已延长", en: "The time limit was extended"))
  static let draftSaved = Success(
    "matters.draft", Phrase(zh: "草稿已保存，可在任何设备上继续填写", en: "The draft is kept; you can go on with it on any device"))
  static let draftDiscarded = Success("matters.discarded", Phrase(zh: "草稿已删除", en: "The draft is gone"))

  static let calendarRevoked = Success(
    "matters.calendar-revoked", Phrase(zh: "日历地址已撤销", en: "The calendar's address is revoked"))

  static let ofMatters = [
    stepTaken, matterAssigned, stoodAside, noteAdded, clockExtended, draftSaved, draftDiscarded, calendarRevoked,
  ]
}
