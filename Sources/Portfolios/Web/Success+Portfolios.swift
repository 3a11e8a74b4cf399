import Kernel
import Web

extension Success {
  static let portfolioOpened = Success(
    "portfolios.opened", Phrase(zh: "专利组合已建立，请接收专利", en: "The portfolio is open; now bring in its patents"))
  static let portfolioSet = Success("portfolios.set", Phrase(zh: "设置已保存", en: "The settings are kept"))
  static let patentsTakenOver = Success(
    "portfolios.taken-over",
    Phrase(zh: "已接收；请补登记已缴年度和部门", en: "Taken over; please add the years paid and the departments"))
  static let oldPlatformTaken = Success(
    "portfolios.imported", Phrase(zh: "已接收，对账如下", en: "Taken over; it is accounted for below"))
  static let holdingCorrected = Success("portfolios.corrected", Phrase(zh: "已更正", en: "Corrected"))
  static let holdingLeft = Success(
    "portfolios.left", Phrase(zh: "已移出组合，历史保留", en: "It has left the portfolio; its history stays"))
  static let annuityPaid = Success("portfolios.paid", Phrase(zh: "缴费已登记", en: "The payment is on record"))
  static let contractAdded = Success("portfolios.contract-added", Phrase(zh: "已登记", en: "It is on record"))
  static let contractEnded = Success("portfolios.contract-ended", Phrase(zh: "已登记终止", en: "Its end is on record"))
  static let reviewOpened = Success(
    "portfolios.review-opened", Phrase(zh: "盘点已开始，清单已冻结", en: "The review is open and its list frozen"))
  static let reviewClosed = Success(
    "portfolios.review-closed", Phrase(zh: "盘点已结束，报告如下", en: "The review is closed; this is its report"))
  static let itemDecided = Success("portfolios.decided", Phrase(zh: "已决定", en: "Decided"))
  static let itemAwaitsLook = Success(
    "portfolios.awaits-look", Phrase(zh: "已记下放弃的决定，待本单位另一人复核", en: "To be abandoned; somebody else must look again"))
  static let lookedAgain = Success("portfolios.looked-again", Phrase(zh: "复核同意放弃", en: "The second look agrees"))
  static let itemSentBack = Success("portfolios.sent-back", Phrase(zh: "已退回重新决定", en: "Sent back to be decided again"))

  static let ofPortfolios = [
    portfolioOpened, portfolioSet, patentsTakenOver, oldPlatformTaken, holdingCorrected, holdingLeft, annuityPaid,
    contractAdded, contractEnded, reviewOpened, reviewClosed, itemDecided, itemAwaitsLook, lookedAgain, itemSentBack,
  ]
}
