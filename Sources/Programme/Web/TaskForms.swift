import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

func newTaskPage(_ plan: Plan, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "添加任务", en: "Add a task"), trail: planTrail(plan.year),
    """
    <p class="lead">\(Phrase(
      zh: "时间、人员、目标缺一项都不能保存。", en: "A task is not kept without a time, a person and a target."))</p>
    \(state.form(
      to: PlanPath.newTask(plan.year), submit: Phrase(zh: "添加", en: "Add"),
      "\(aboutFields(TaskDraft(), state))\(dateFields(nil, state))\(targetFields(TaskDraft(), state))"))
    """)
}

func editTaskPage(_ file: TaskFile, _ state: FormState) -> Page {
  let draft = TaskDraft(file.task.content)
  let isApproved = file.plan.isApproved
  return form(
    file, Phrase(zh: "修改任务", en: "Change the task"), to: PlanPath.edit(file.task.id), Phrase(zh: "保存", en: "Save"),
    state,
    """
    \(aboutFields(draft, state))\(if: !isApproved, dateFields(file.task.content.dates, state))\
    \(targetFields(draft, state))\(if: isApproved, reasonField(state))
    """)
}

func redatePage(_ file: TaskFile, _ state: FormState) -> Page {
  form(
    file, Phrase(zh: "调整时间", en: "Change the dates"), to: PlanPath.redate(file.task.id),
    Phrase(zh: "调整", en: "Change"), state,
    """
    <p class="help">\(Phrase(
      zh: "基线不变，原日期和理由保留在任务页上。要改基线，请在调整后批准。",
      en: "The baseline stays; the former dates and the reason remain on the task's page. A new baseline comes with the approval of the adjustment."))</p>
    \(dateFields(file.task.content.dates, state))\(reasonField(state))
    """)
}

func progressPage(_ file: TaskFile, _ state: FormState) -> Page {
  form(
    file, Phrase(zh: "填报进展", en: "Note progress"), to: PlanPath.progress(file.task.id),
    Phrase(zh: "填报", en: "Note it"), state,
    """
    \(state.field(
      "on", Phrase(zh: "截至日期", en: "As of"), .day, else: file.today.description, need: .required))\
    \(state.field(
      "percent", Phrase(zh: "进度（%）", en: "Progress (%)"), .number(0...100), else: "\(file.task.percent)",
      need: .required))\
    \(state.field("note", Phrase(zh: "进展说明", en: "How far it is"), .area(rows: 3), need: .required,
      help: Phrase(zh: "计划公开后进展随之公开，请勿填写个人信息", en: "It is published with the plan; please leave out what is personal")))
    """)
}

func finishPage(_ file: TaskFile, _ state: FormState) -> Page {
  form(
    file, Phrase(zh: "办结任务", en: "Mark the task as done"), to: PlanPath.finish(file.task.id),
    Phrase(zh: "办结", en: "Done"), state,
    """
    \(file.plan.isApproved ? "" : notice(.warning, PlanRefusal.notApproved.phrase))\
    \(state.field("on", Phrase(zh: "完成日期", en: "Done on"), .day, else: file.today.description, need: .required))\
    \(state.field(
      "evidence", Phrase(zh: "完成依据", en: "What shows it"), .area(rows: 3), need: .required,
      help: Phrase(zh: "如文号、报告名称或证据编号", en: "Such as a document's number, a report, a piece of evidence")))
    """)
}

func cancelPage(_ file: TaskFile, _ state: FormState) -> Page {
  form(
    file, Phrase(zh: "取消任务", en: "Cancel the task"), to: PlanPath.cancel(file.task.id),
    Phrase(zh: "取消任务", en: "Cancel the task"), state,
    """
    <p class="help">\(Phrase(
      zh: "取消后任务仍列在计划中并显示理由，不能恢复。", en: "The task stays in the plan with the reason, and cannot be taken up again."))</p>
    \(reasonField(state))
    """)
}

private func form(
  _ file: TaskFile, _ title: Phrase, to link: Link, _ submit: Phrase, _ state: FormState, _ fields: HTML
) -> Page {
  Page(
    title, trail: taskTrail((file.plan, file.task)),
    state.form(to: link, revision: file.task.revision, submit: submit, fields))
}

private func aboutFields(_ draft: TaskDraft, _ state: FormState) -> HTML {
  """
  \(state.field("title", Phrase(zh: "任务名称", en: "Task"), else: draft.title, need: .required))\
  \(state.field(
    "clause", Phrase(zh: "方案条款", en: "Clause of the construction plan"), else: draft.clause,
    help: Phrase(zh: "如“五（一）1”", en: "Such as 五（一）1")))
  """
}

private func dateFields(_ dates: TaskDates?, _ state: FormState) -> HTML {
  """
  \(state.field(
    "start", Phrase(zh: "开始日期", en: "First day"), .day, else: dates?.start.description ?? "", need: .required))\
  \(state.field("due", Phrase(zh: "完成期限", en: "Last day"), .day, else: dates?.due.description ?? "", need: .required))
  """
}

private func targetFields(_ draft: TaskDraft, _ state: FormState) -> HTML {
  """
  \(state.field("person", Phrase(zh: "责任人", en: "Accountable person"), else: draft.person, need: .required))\
  \(state.field("department", Phrase(zh: "责任部门", en: "Department"), else: draft.department, need: .required))\
  \(state.field(
    "account", Phrase(zh: "责任人的账号编号", en: "Id of the person's account"), else: draft.account?.description ?? "",
    help: Phrase(zh: "有账号时填写", en: "If there is an account")))\
  \(state.field(
    "target", Phrase(zh: "可以衡量的目标", en: "Target that can be measured"), .area(rows: 3), else: draft.target,
    need: .required))\
  \(state.field(
    "figure", Phrase(zh: "关联指标代码", en: "Code of a figure"), else: draft.figure,
    help: Phrase(zh: "如 A01；任务页将显示该指标的现值", en: "Such as A01; the task's page then shows what the figure is")))\
  \(state.field("number", Phrase(zh: "指标目标值", en: "Number to reach"), else: draft.number))
  """
}

private func reasonField(_ state: FormState) -> HTML {
  state.field(
    "reason", Phrase(zh: "理由", en: "Reason"), .area(rows: 3), need: .required,
    help: Phrase(zh: "随任务显示，并记入留痕", en: "It is shown with the task and goes into the journal"))
}
