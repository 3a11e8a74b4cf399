import Kernel
import Web

/// What the pages of plans and evaluations say when something was done.
extension Success {
  static let planMade = Success(
    "plan.made", Phrase(zh: "年度计划已建立，请添加或导入任务", en: "The plan was made; please add or import its tasks"))
  static let planApproved = Success(
    "plan.approved", Phrase(zh: "计划已批准，现行日期已列为基线", en: "The plan is approved; its present dates are the baseline"))
  static let planAdjusted = Success(
    "plan.adjusted", Phrase(zh: "调整已批准，原基线仍可查看", en: "The adjustment is approved; the former baseline stays to be seen")
  )
  static let taskAdded = Success("plan.task-added", Phrase(zh: "任务已添加", en: "The task was added"))
  static let taskChanged = Success("plan.task-changed", Phrase(zh: "任务已修改", en: "The task was changed"))
  static let taskRedated = Success(
    "plan.task-redated", Phrase(zh: "时间已调整，基线不变", en: "The dates were changed; the baseline stays"))
  static let progressNoted = Success("plan.progress-noted", Phrase(zh: "进展已填报", en: "The progress was noted"))
  static let taskFinished = Success("plan.task-finished", Phrase(zh: "任务已完成", en: "The task is done"))
  static let taskCancelled = Success("plan.task-cancelled", Phrase(zh: "任务已取消", en: "The task was cancelled"))
  static let schemeEntered = Success(
    "evaluations.scheme-entered",
    Phrase(zh: "新版本已录入，以后的评价按此计算", en: "The new version was entered; evaluations go by it from now on"))
  static let evaluated = Success("evaluations.done", Phrase(zh: "评价已完成并保存", en: "The evaluation was made and kept"))
  static let evidenceListed = Success("evaluations.evidence-listed", Phrase(zh: "证据已登记", en: "The evidence was listed"))

  static let programme = [
    planMade, planApproved, planAdjusted, taskAdded, taskChanged, taskRedated, progressNoted, taskFinished,
    taskCancelled, schemeEntered, evaluated, evidenceListed,
  ]
}
