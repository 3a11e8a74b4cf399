import Kernel
import Web

extension Success {
  static let navigationOpened = Success(
    "navigation.opened", Phrase(zh: "项目已立项，请填写技术分解表", en: "The project is open; now write the technology table"))
  static let navigationSet = Success("navigation.set", Phrase(zh: "已保存", en: "Saved"))
  static let datasetFrozen = Success(
    "navigation.frozen", Phrase(zh: "数据集已冻结，请清洗并撰写", en: "The dataset is frozen; now clean it and write"))
  static let documentsRemoved = Success(
    "navigation.removed", Phrase(zh: "已移出，请在清洗后完成清洗记录", en: "Taken out; close the cleaning log when you are done"))
  static let documentRestored = Success("navigation.restored", Phrase(zh: "已放回数据集", en: "Taken back into the dataset"))
  static let logClosed = Success("navigation.log-closed", Phrase(zh: "清洗记录已完成", en: "The cleaning log is closed"))
  static let sectionWritten = Success("navigation.written", Phrase(zh: "章节已保存", en: "The chapter is saved"))
  static let navigationSubmitted = Success(
    "navigation.submitted", Phrase(zh: "已送专家评审", en: "The draft is with the experts"))
  static let navigationAccepted = Success("navigation.accepted", Phrase(zh: "评审通过", en: "Accepted"))
  static let navigationSentBack = Success("navigation.sent-back", Phrase(zh: "已退回修改", en: "Sent back"))
  static let navigationReopened = Success(
    "navigation.reopened", Phrase(zh: "可以修改了；改后须重新评审", en: "It can be changed; afterwards it is reviewed anew"))
  static let navigationReleased = Success("navigation.released", Phrase(zh: "报告已发布", en: "The report is released"))
  static let navigationDeclined = Success("navigation.declined", Phrase(zh: "项目已终止", en: "The project is given up"))
  static let useTold = Success("navigation.use-told", Phrase(zh: "运用情况已登记", en: "The use is on record"))

  static let ofNavigation = [
    navigationOpened, navigationSet, datasetFrozen, documentsRemoved, documentRestored, logClosed, sectionWritten,
    navigationSubmitted, navigationAccepted, navigationSentBack, navigationReopened, navigationReleased,
    navigationDeclined, useTold,
  ]
}
