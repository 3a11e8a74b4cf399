import Access
import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// One year's plan: chart, table, overdue tasks and slippage.
func planPage(_ file: PlanFile, _ filter: PlanFilter, for account: Account) -> Page {
  let lines = file.lines(filter)
  let plan = file.plan
  return Page(
    .text(plan.title, lang: .zh), trail: [Crumb(Phrase(zh: "年度计划", en: "Plans"), PlanPath.list)],
    """
    <p>\(planBadge(plan)) \(plan.approval.map(approvalLine))</p>
    \(planTiles(file))
    <p class="actions">\(planActions(file, account))</p>
    \(if: !file.lines.isEmpty, filters(file, filter))
    \(lines.isEmpty ? nothing(file) : "\(GanttChart(lines: lines, today: file.today, year: plan.year).markup)\(taskTable(lines, file.today))")
    \(overdueSection(file))
    \(slippageSection(file))
    """)
}

private func approvalLine(_ approval: PlanApproval) -> HTML {
  HTML(
    zh: "批准文件：\(approval.document)，\(approval.on.description)",
    en: "Under \(marked(approval.document)), \(approval.on.description)")
}

private func planTiles(_ file: PlanFile) -> HTML {
  let lights = file.lines.map { $0.light(on: file.today) }
  func count(_ matches: (TaskLight) -> Bool) -> HTML { "\(lights.count(where: matches))" }
  let year = file.plan.year
  return tiles([
    Tile(Phrase(zh: "任务", en: "Tasks"), "\(lights.count)", unit: Phrase(zh: "项", en: "")),
    Tile(
      Phrase(zh: "已完成", en: "Done"),
      count { light in
        switch light {
        case .doneInTime, .doneLate: true
        case .notStarted, .onTrack, .dueSoon, .slipped, .overdue, .cancelled: false
        }
      }, unit: Phrase(zh: "项", en: "")),
    Tile(
      Phrase(zh: "逾期", en: "Overdue"), count { $0.colour == .red }, unit: Phrase(zh: "项", en: ""),
      link: PlanPath.show(year, PlanFilter(colour: .red))),
    Tile(
      Phrase(zh: "需要关注", en: "To watch"), count { $0.colour == .amber }, unit: Phrase(zh: "项", en: ""),
      note: Phrase(zh: "推迟、\(TaskLight.soon) 天内到期或晚完成", en: "Slipped, due within \(TaskLight.soon) days, or done late"),
      link: PlanPath.show(year, PlanFilter(colour: .amber))),
  ])
}

private func planActions(_ file: PlanFile, _ account: Account) -> HTML {
  let year = file.plan.year
  let approve =
    file.plan.isApproved ? Phrase(zh: "批准调整", en: "Approve the adjustment") : Phrase(zh: "批准计划", en: "Approve the plan")
  let mayApprove = account.may(.approvePlan) && !file.moved.isEmpty
  let edit: HTML = """
    \(linkButton(Phrase(zh: "添加任务", en: "Add a task"), to: PlanPath.newTask(year), .main))\
    \(linkButton(Phrase(zh: "导入任务", en: "Import tasks"), to: PlanPath.importing(year)))
    """
  return """
    \(if: account.may(.editPlan), edit)\(if: mayApprove, linkButton(approve, to: PlanPath.approve(year)))\
    \(linkButton(Phrase(zh: "下载表格（CSV）", en: "Download the table (CSV)"), to: PlanPath.table(year)))
    """
}

private func filters(_ file: PlanFile, _ filter: PlanFilter) -> HTML {
  let year = file.plan.year
  let all = Choice("", Phrase(zh: "全部", en: "All"))
  let people = field(
    "person", Phrase(zh: "责任人", en: "Person"), .list([all] + file.people.map { Choice($0, text: $0) }),
    values: [filter.person].compactMap(\.self))
  let departments = field(
    "department", Phrase(zh: "责任部门", en: "Department"), .list([all] + file.departments.map { Choice($0, text: $0) }),
    values: [filter.department].compactMap(\.self))
  let lights = field(
    "light", Phrase(zh: "状态", en: "Light"),
    .list([all] + TaskLight.Colour.allCases.map { Choice($0.rawValue, colourPhrase($0)) }),
    values: [filter.colour?.rawValue].compactMap(\.self))
  return filterBar(
    to: PlanPath.show(year), clear: filter.isEmpty ? nil : PlanPath.show(year),
    "\(if: !file.people.isEmpty, people)\(departments)\(lights)")
}

private func colourPhrase(_ colour: TaskLight.Colour) -> Phrase {
  switch colour {
  case .green: Phrase(zh: "绿：正常或按期完成", en: "Green: on track or done in time")
  case .amber: Phrase(zh: "黄：推迟、临期或晚完成", en: "Amber: slipped, due soon or done late")
  case .red: Phrase(zh: "红：逾期", en: "Red: overdue")
  case .grey: Phrase(zh: "灰：未开始或已取消", en: "Grey: not begun or cancelled")
  }
}

private func nothing(_ file: PlanFile) -> HTML {
  guard file.lines.isEmpty else {
    return emptyState(
      Phrase(zh: "没有符合条件的任务", en: "No task meets the conditions"),
      Phrase(zh: "请放宽条件", en: "Please ask for less"),
      action: linkButton(Phrase(zh: "查看全部任务", en: "See all tasks"), to: PlanPath.show(file.plan.year)))
  }
  return emptyState(
    Phrase(zh: "计划中还没有任务", en: "The plan has no tasks yet"),
    Phrase(zh: "请添加任务，或用表格一次导入", en: "Please add tasks, or import them from a table"))
}

private func taskTable(_ lines: [TaskLine], _ today: Day) -> HTML {
  table(
    Phrase(zh: "工作进度表", en: "Schedule"),
    columns: [
      Column(Phrase(zh: "序号", en: "No."), .number), Column(Phrase(zh: "任务", en: "Task"), .name),
      Column(Phrase(zh: "方案条款", en: "Clause"), .code), Column(Phrase(zh: "责任", en: "Accountable")),
      Column(Phrase(zh: "目标", en: "Target")), Column(Phrase(zh: "起止", en: "Dates"), .code),
      Column(Phrase(zh: "基线期限", en: "Baseline"), .code), Column(Phrase(zh: "进度", en: "Progress"), .number),
      Column(Phrase(zh: "状态", en: "Light")),
    ],
    rows: lines.map { line in
      let content = line.task.content
      return [
        "\(line.task.place)", taskLink(line.task), content.clause.isEmpty ? .notGiven : marked(content.clause),
        personMarkup(content.person), marked(content.target.text),
        "\(content.dates.start.description)<br>\(content.dates.due.description)",
        line.baseline.map { "\($0.due.description)" } ?? .notKnown, "\(line.task.percent)%",
        lightBadge(line.light(on: today)),
      ]
    })
}

private func overdueSection(_ file: PlanFile) -> HTML {
  guard !file.overdue.isEmpty else { return "" }
  let rows = file.overdue.map { line -> HTML in
    """
    <li>\(lightBadge(line.light(on: file.today))) \(taskLink(line.task)) — \(personMarkup(line.task.content.person))</li>
    """
  }
  return """
    <section id="overdue"><h2>\(Phrase(zh: "逾期任务", en: "Overdue tasks"))</h2><ul>\(rows)</ul></section>
    """
}

/// The tasks that are not where their baseline has them, the latest first.
private func slippageSection(_ file: PlanFile) -> HTML {
  guard file.plan.isApproved else { return "" }
  let moved = file.lines.filter { ($0.slippage ?? 0) != 0 }.sorted { ($0.slippage ?? 0) > ($1.slippage ?? 0) }
  let list: HTML =
    moved.isEmpty
    ? "<p>\(Phrase(zh: "所有任务与基线一致。", en: "Every task is where its baseline has it."))</p>"
    : table(
      Phrase(zh: "偏差表", en: "Slippage"),
      columns: [
        Column(Phrase(zh: "任务", en: "Task"), .name), Column(Phrase(zh: "基线期限", en: "Baseline"), .code),
        Column(Phrase(zh: "现行期限或完成日", en: "Present end, or done on"), .code),
        Column(Phrase(zh: "偏差（天）", en: "Slippage (days)"), .number), Column(Phrase(zh: "责任部门", en: "Department")),
      ],
      rows: moved.map { line in
        [
          taskLink(line.task), "\(line.baseline?.due)",
          "\((line.task.doneOn ?? line.task.content.dates.due).description)", "\(slippageText(line.slippage))",
          marked(line.task.content.person.department),
        ]
      })
  return """
    <section id="slippage"><h2>\(Phrase(zh: "与基线的偏差", en: "Slippage against the baseline"))</h2>
    <p class="help">\(Phrase(
      zh: "偏差按自然日（含节假日）计算：基线期限到现行期限或实际完成日的天数，正数为推迟。",
      en: "In calendar days, days off included: from the baseline's last day to the present one, or to the day it was done. Above zero is late."))</p>
    \(list)</section>
    """
}

/// The whole plan as a table; the column of persons is empty for whom their names are not shown to.
func planTable(_ file: PlanFile) -> String {
  let head = [
    "序号", "任务", "方案条款", "责任人", "责任部门", "目标", "指标代码", "目标值", "开始日期", "完成期限", "基线开始", "基线期限", "进度%", "状态", "完成日期",
    "偏差（自然日）",
  ]
  let rows = file.lines.map { line -> [String] in
    let (task, content) = (line.task, line.task.content)
    return [
      "\(task.place)", content.title, content.clause, content.person.name, content.person.department,
      content.target.text, content.target.figure?.code ?? "", content.target.figure?.number.text ?? "",
      content.dates.start.description, content.dates.due.description, line.baseline?.start.description ?? "",
      line.baseline?.due.description ?? "", "\(task.percent)", line.light(on: file.today).phrase.zh,
      task.doneOn?.description ?? "", line.slippage.map { "\($0)" } ?? "",
    ]
  }
  return csvText([head] + rows)
}
