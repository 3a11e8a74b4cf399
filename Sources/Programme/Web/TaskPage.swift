import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// The figure that a task's target is tied to.
struct TaskPageFigure {
  let goal: FigureGoal
  /// What the figure is today.
  let note: Phrase?
  let link: Link?
}

/// One task: what it is about, how it stands, and everything that was said about it.
func taskPage(_ file: TaskFile, figure: TaskPageFigure?, history: Link?, mayEdit: Bool) -> Page {
  let (task, content) = (file.task, file.task.content)
  return Page(
    .text(content.title, lang: .zh), trail: planTrail(file.plan.year),
    """
    <p>\(lightBadge(file.line.light(on: file.today))) \(planBadge(file.plan))</p>
    \(definitions(facts(file, figure)))
    \(progressBar(Phrase(zh: "已填报进度", en: "Progress noted"), done: task.percent, of: 100))
    <p class="actions">\(if: mayEdit && task.stage == .open, actions(file))\
    \(history.map { linkButton(Phrase(zh: "查看留痕", en: "History"), to: $0) })</p>
    \(progressSection(file))
    \(datesSection(file))
    """)
}

private func facts(_ file: TaskFile, _ figure: TaskPageFigure?) -> [(Phrase, HTML)] {
  let (task, content) = (file.task, file.task.content)
  var facts: [(Phrase, HTML)] = [
    (
      Phrase(zh: "方案条款", en: "Clause of the construction plan"),
      content.clause.isEmpty ? .notGiven : marked(content.clause)
    ),
    (
      Phrase(zh: "时间", en: "Time"),
      "\(content.dates.start.description) – \(content.dates.due.description)"
    ),
    (Phrase(zh: "人员", en: "Accountable"), personMarkup(content.person)),
    (Phrase(zh: "目标", en: "Target"), marked(content.target.text)),
  ]
  if let figure { facts.append((Phrase(zh: "关联指标", en: "Figure"), figureMarkup(figure))) }
  if file.plan.isApproved {
    facts.append(
      (
        Phrase(zh: "与基线的偏差", en: "Slippage"),
        "\(slippageText(file.line.slippage)) \(Phrase(zh: "天（自然日）", en: "calendar days"))"
      ))
  }
  switch task.stage {
  case .open: break
  case .done(let day, let evidence):
    facts.append((Phrase(zh: "完成日期", en: "Done on"), "\(day.description)"))
    facts.append((Phrase(zh: "完成依据", en: "What shows it"), marked(evidence)))
  case .cancelled(let reason): facts.append((Phrase(zh: "取消理由", en: "Why it was cancelled"), marked(reason)))
  }
  return facts
}

private func figureMarkup(_ figure: TaskPageFigure) -> HTML {
  let name: HTML = figure.link.map { "<a href=\"\($0)\">\(figure.goal.code)</a>" } ?? "\(figure.goal.code)"
  let now: HTML = figure.note.map { "\($0)" } ?? "\(Phrase(zh: "尚无数据", en: "no data yet"))"
  return """
    \(name) · \(Phrase(zh: "目标值 ", en: "to reach "))\(figure.goal.number.text) · \(Phrase(zh: "现值：", en: "now: "))\(now)
    """
}

private func actions(_ file: TaskFile) -> HTML {
  let id = file.task.id
  let finish = linkButton(Phrase(zh: "办结", en: "Mark as done"), to: PlanPath.finish(id))
  return """
    \(linkButton(Phrase(zh: "填报进展", en: "Note progress"), to: PlanPath.progress(id), .main))\
    \(if: file.plan.isApproved, finish)\
    \(linkButton(Phrase(zh: "调整时间", en: "Change the dates"), to: PlanPath.redate(id)))\
    \(linkButton(Phrase(zh: "修改", en: "Change"), to: PlanPath.edit(id)))\
    \(linkButton(Phrase(zh: "取消任务", en: "Cancel the task"), to: PlanPath.cancel(id), .grave))
    """
}

private func progressSection(_ file: TaskFile) -> HTML {
  let entries = file.progress.map { note in
    TimelineEntry("\(note.on.description)", "\(note.percent)%", "<p>\(marked(note.note))</p>")
  }
  let list: HTML =
    entries.isEmpty
    ? "<p>\(Phrase(zh: "尚未填报进展。", en: "No progress was noted yet."))</p>" : timeline(entries)
  return "<section><h2>\(Phrase(zh: "进展", en: "Progress"))</h2>\(list)</section>"
}

private func datesSection(_ file: TaskFile) -> HTML {
  let baselines = table(
    Phrase(zh: "各次基线", en: "Baselines"),
    columns: [
      Column(Phrase(zh: "基线", en: "Baseline"), .name), Column(Phrase(zh: "起止", en: "Dates"), .code),
      Column(Phrase(zh: "设定日", en: "Set on"), .code), Column(Phrase(zh: "依据或理由", en: "Under, or why")),
    ],
    rows: file.baselines.map { baseline in
      [
        baseline.number == 1
          ? "\(Phrase(zh: "批准时", en: "At the approval"))"
          : "\(Phrase(zh: "第 \(baseline.number - 1) 次调整", en: "Adjustment \(baseline.number - 1)"))",
        "\(baseline.start.description) – \(baseline.due.description)", "\(baseline.setOn.description)",
        marked(baseline.reason),
      ]
    })
  let changes = table(
    Phrase(zh: "时间调整", en: "Changes of dates"),
    columns: [
      Column(Phrase(zh: "调整日", en: "Changed on"), .code), Column(Phrase(zh: "原起止", en: "From"), .code),
      Column(Phrase(zh: "新起止", en: "To"), .code), Column(Phrase(zh: "理由", en: "Why"), .name),
    ],
    rows: file.redatings.map { change in
      [
        "\(change.on.description)", "\(change.from.start.description) – \(change.from.due.description)",
        "\(change.to.start.description) – \(change.to.due.description)", marked(change.reason),
      ]
    })
  guard !file.baselines.isEmpty || !file.redatings.isEmpty else { return "" }
  return """
    <section><h2>\(Phrase(zh: "基线与时间调整", en: "Baselines and changes of dates"))</h2>
    \(if: !file.baselines.isEmpty, baselines)\(if: !file.redatings.isEmpty, changes)</section>
    """
}
