public import Journal
public import Kernel
public import Navigation

extension ID<NavigationProject> {
  /// The project as the journal names it.
  public var subject: Subject { Subject(table: "navigation_projects", number: number) }
}

extension Action {
  static let openNavigation = Action("navigation.open", Phrase(zh: "立项专利导航", en: "Opened a navigation project"))
  static let setNavigation = Action("navigation.set", Phrase(zh: "修改导航项目范围", en: "Changed a project’s scope"))
  static let setTechnologyTable = Action("navigation.table", Phrase(zh: "填写技术分解表", en: "Wrote the technology table"))
  static let freezeDataset = Action("navigation.freeze", Phrase(zh: "冻结数据集", en: "Froze a dataset"))
  static let removeDocuments = Action("navigation.remove", Phrase(zh: "清洗：移出文献", en: "Took documents out"))
  static let restoreDocument = Action("navigation.restore", Phrase(zh: "清洗：放回文献", en: "Took a document back in"))
  static let closeCleaningLog = Action("navigation.close-log", Phrase(zh: "完成清洗记录", en: "Closed the cleaning log"))
  static let writeSection = Action("navigation.write", Phrase(zh: "撰写报告章节", en: "Wrote a chapter"))
  static let submitNavigation = Action("navigation.submit", Phrase(zh: "送专家评审", en: "Sent the draft to review"))
  static let reviewNavigation = Action("navigation.review", Phrase(zh: "专家评审", en: "Reviewed the draft"))
  static let reopenNavigation = Action("navigation.reopen", Phrase(zh: "评审后重新修改", en: "Opened the draft again"))
  static let releaseNavigation = Action("navigation.release", Phrase(zh: "发布导航报告", en: "Released the report"))
  static let declineNavigation = Action("navigation.decline", Phrase(zh: "终止导航项目", en: "Gave the project up"))
  static let tellUse = Action("navigation.tell-use", Phrase(zh: "登记成果运用", en: "Told what the report was used for"))
}
