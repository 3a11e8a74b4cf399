public import Kernel

extension PlanRefusal {
  public var phrase: Phrase {
    switch self {
    case .unknownPlan(let year):
      Phrase(
        zh: "没有可查看的 \(year) 年度计划；请从计划列表中选择",
        en: "There is no plan of \(year) to be seen; please choose one from the list")
    case .unknownTask: Phrase(zh: "没有这项任务；请从年度计划中选择", en: "There is no such task; please choose one from a plan")
    case .planExists(let year):
      Phrase(zh: "\(year) 年度计划已经建立，请直接在其中添加任务", en: "There is a plan of \(year) already; please add tasks to it")
    case .wrongYear:
      Phrase(
        zh: "请填写 \(Plan.years.lowerBound) 至 \(Plan.years.upperBound) 的年份",
        en: "Please give a year from \(Plan.years.lowerBound) to \(Plan.years.upperBound)")
    case .titleMissing: Phrase(zh: "请填写任务名称", en: "Please name the task")
    case .startMissing: Phrase(zh: "时间未落实：请填写开始日期", en: "No time is set: please give the first day")
    case .dueMissing: Phrase(zh: "时间未落实：请填写完成期限", en: "No time is set: please give the last day")
    case .dueBeforeStart: Phrase(zh: "完成期限早于开始日期，请更正", en: "The last day lies before the first; please correct it")
    case .personMissing: Phrase(zh: "人员未落实：请填写责任人姓名", en: "Nobody is accountable: please name the person")
    case .departmentMissing:
      Phrase(zh: "人员未落实：请填写责任人所在部门", en: "Nobody is accountable: please name the person's department")
    case .targetMissing:
      Phrase(
        zh: "目标未落实：请写明可以衡量的目标", en: "No target is set: please say what is to be reached, so that it can be measured")
    case .figureMissing: Phrase(zh: "填了目标值就要填写指标代码", en: "A number needs the code of the figure that it is for")
    case .wrongFigure: Phrase(zh: "指标代码形如 A01 或 E09.1", en: "The code of a figure looks like A01 or E09.1")
    case .numberMissing:
      Phrase(zh: "关联指标时请填写目标值，如 101 或 88.5", en: "A figure needs the number it is to reach, such as 101 or 88.5")
    case .tooLong(_, let limit): Phrase(zh: "不超过 \(limit) 字，请精简", en: "At most \(limit) characters; please shorten it")
    case .titleTaken(let title):
      Phrase(
        zh: "计划中已有任务“\(title)”，请换一个名称或修改原任务",
        en: "The plan has a task “\(title)” already; please use another name, or change that task")
    case .datesFixed:
      Phrase(
        zh: "计划已批准，日期不能在此修改；请使用“调整时间”并写明理由",
        en: "The plan is approved, so its dates are not changed here; please use “Change the dates” and give a reason")
    case .nothingToApprove:
      Phrase(zh: "计划中还没有任务，不能批准；请先添加任务", en: "The plan has no tasks to approve; please add some first")
    case .alreadyApproved:
      Phrase(
        zh: "计划已经批准；调整后的日期请通过“批准调整”列为新基线",
        en: "The plan is approved already; changed dates become a new baseline by approving the adjustment")
    case .notApproved: Phrase(zh: "计划尚未批准，请先批准", en: "The plan is not approved yet; please approve it first")
    case .documentMissing:
      Phrase(zh: "请填写批准文号或会议纪要编号", en: "Please give the number of the approving document or of the minutes")
    case .reasonMissing:
      Phrase(
        zh: "请写明理由，它将随任务公开显示并记入留痕", en: "Please give a reason; it is shown with the task and goes into the journal")
    case .noteMissing: Phrase(zh: "请用一两句话说明进展", en: "Please say in a sentence or two how far it is")
    case .wrongPercent: Phrase(zh: "进度为 0 至 100 的整数", en: "Progress is a whole number from 0 to 100")
    case .dayMissing: Phrase(zh: "请填写日期", en: "Please give the day")
    case .dayInFuture: Phrase(zh: "日期不能晚于今天", en: "The day cannot lie after today")
    case .doneBeforeStart: Phrase(zh: "完成日期早于开始日期，请更正", en: "It was done before it began; please correct the day")
    case .evidenceMissing:
      Phrase(
        zh: "请写明完成的依据，如文号、报告名称或证据编号",
        en: "Please say what shows that it is done: a document, a report, a piece of evidence")
    case .taskClosed: Phrase(zh: "任务已完成或已取消，不能再改", en: "The task is done or cancelled and is not changed any more")
    case .sameDates: Phrase(zh: "日期没有变化，无需调整", en: "The dates are the same, so there is nothing to change")
    case .nothingMoved:
      Phrase(
        zh: "所有任务的日期都与基线一致，无需批准调整", en: "Every task has the dates of its baseline, so there is no adjustment to approve"
      )
    }
  }
}
