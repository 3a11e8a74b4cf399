import Kernel
import Markup
import Programme
import ProgrammeStore
import Web

/// The form that approves a draft, or the changed dates of an approved plan.
func approvalPage(_ file: PlanFile, _ state: FormState) -> Page {
  let plan = file.plan
  let rows = file.moved.map { line -> [HTML] in
    [
      taskLink(line.task), personMarkup(line.task.content.person), "\(line.baseline?.due)",
      "\(line.task.content.dates.due.description)",
    ]
  }
  let tasks = table(
    Phrase(zh: "将列为新基线的任务", en: "Tasks that get a new baseline"),
    columns: [
      Column(Phrase(zh: "任务", en: "Task"), .name), Column(Phrase(zh: "责任", en: "Accountable")),
      Column(Phrase(zh: "现有基线期限", en: "Baseline now"), .code), Column(Phrase(zh: "现行期限", en: "Present end"), .code),
    ], rows: rows)
  return Page(
    plan.isApproved ? Phrase(zh: "批准调整", en: "Approve the adjustment") : Phrase(zh: "批准计划", en: "Approve the plan"),
    trail: planTrail(plan.year),
    """
    <p class="lead">\(plan.isApproved
      ? Phrase(zh: "批准后，下列任务的现行日期成为新基线，原基线保留并可查看。", en: "The present dates of these tasks become a new baseline; the former stays to be seen.")
      : Phrase(zh: "批准后，计划向公众公开，各任务的日期成为基线，此后调整时间须写明理由。", en: "The plan is published, its dates become the baseline, and changing them needs a reason from then on."))</p>
    \(rows.isEmpty ? notice(.information, plan.isApproved ? PlanRefusal.nothingMoved.phrase : PlanRefusal.nothingToApprove.phrase) : tasks)
    \(state.form(
      to: PlanPath.approve(plan.year), revision: plan.revision, submit: Phrase(zh: "批准", en: "Approve"),
      plan.isApproved ? adjustmentFields(state) : approvalFields(state)))
    """)
}

private func approvalFields(_ state: FormState) -> HTML {
  state.field(
    "document", Phrase(zh: "批准文号或会议纪要编号", en: "Number of the approving document or of the minutes"), need: .required)
}

private func adjustmentFields(_ state: FormState) -> HTML {
  """
  \(hidden("adjust", "yes"))\(state.field(
    "reason", Phrase(zh: "调整理由和依据", en: "Why it is adjusted, and on what ground"), .area(rows: 3), need: .required))
  """
}

func importPage(_ file: PlanFile, _ state: FormState) -> Page {
  let year = file.plan.year
  return Page(
    Phrase(zh: "导入任务", en: "Import tasks"), trail: planTrail(year),
    """
    <p class="lead">\(Phrase(
      zh: "每行一项任务，第一行为列名。时间、人员、目标不全的行不予导入，并逐行说明原因；其余各行照常导入。",
      en: "One task a row, the first row naming the columns. A row without time, person or target is refused and told why; all others are kept."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "下载模板", en: "Download a template"), to: PlanPath.template(year)))</p>
    \(state.form(
      to: PlanPath.importing(year), .files, submit: Phrase(zh: "导入", en: "Import"),
      state.field(
        "file", Phrase(zh: "表格文件", en: "Table"), .file(accept: ".csv,.xlsx"), need: .required,
        help: Phrase(zh: "CSV 或 XLSX，最多 \(TaskSheet.limit) 行", en: "CSV or XLSX, at most \(TaskSheet.limit) rows"))))
    """)
}

func importedPage(_ rows: [ImportedTaskRow], _ year: Int) -> Page {
  let kept = rows.filter { $0.task != nil }
  let refused = rows.filter { $0.task == nil }
  let words = Phrase(
    zh: "导入 \(kept.count) 项，未导入 \(refused.count) 行", en: "\(kept.count) imported, \(refused.count) refused")
  let advice = Phrase(
    zh: "请在原表中更正后再次导入整表：已有的任务不会重复。",
    en: "Please correct them in the table and import it whole again: tasks that are there are not repeated.")
  let list = table(
    Phrase(zh: "未导入的行", en: "Refused rows"),
    columns: [
      Column(Phrase(zh: "行", en: "Row"), .number), Column(Phrase(zh: "任务", en: "Task"), .name),
      Column(Phrase(zh: "原因", en: "Why")),
    ],
    rows: refused.map { row in
      [
        "\(row.number)", row.title.isEmpty ? .notGiven : marked(row.title),
        "<ul>\(row.refusals.map { "<li>\(marked($0))</li>" as HTML })</ul>",
      ]
    })
  return Page(
    Phrase(zh: "导入结果", en: "What was imported"), trail: planTrail(year),
    """
    \(notice(refused.isEmpty ? .success : .warning, words, refused.isEmpty ? "" : "<p>\(advice)</p>"))
    \(if: !refused.isEmpty, list)
    \(if: !kept.isEmpty, "<h2>\(Phrase(zh: "已导入", en: "Imported"))</h2><ul>\(kept.map(importedItem))</ul>")
    <p class="actions">\(linkButton(Phrase(zh: "查看计划", en: "See the plan"), to: PlanPath.show(year), .main))\
    \(linkButton(Phrase(zh: "再次导入", en: "Import again"), to: PlanPath.importing(year)))</p>
    """)
}

private func importedItem(_ row: ImportedTaskRow) -> HTML {
  row.task.map { "<li><a href=\"\(PlanPath.task($0))\">\(marked(row.title))</a></li>" } ?? ""
}
