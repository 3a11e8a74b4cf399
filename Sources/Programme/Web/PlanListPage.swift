import Kernel
import Markup
import Programme
import Web

func planListPage(_ plans: [Plan], mayEdit: Bool) -> Page {
  let new = linkButton(Phrase(zh: "建立年度计划", en: "Make a plan"), to: PlanPath.new, .main)
  let list =
    plans.isEmpty
    ? emptyState(
      Phrase(zh: "还没有可查看的年度计划", en: "There are no plans to be seen yet"),
      Phrase(zh: "计划批准后在此公开", en: "Plans are published here once they are approved"))
    : table(
      Phrase(zh: "各年度推进计划", en: "Plans by year"),
      columns: [
        Column(Phrase(zh: "年度", en: "Year"), .code), Column(Phrase(zh: "计划", en: "Plan"), .name),
        Column(Phrase(zh: "状态", en: "State")), Column(Phrase(zh: "批准文件", en: "Approved under")),
      ],
      rows: plans.map { plan in
        [
          "\(plan.year)", "<a href=\"\(PlanPath.show(plan.year))\">\(marked(plan.title))</a>", planBadge(plan),
          plan.approval.map { "\(marked($0.document)) · \($0.on.description)" } ?? .notKnown,
        ]
      })
  return Page(
    Phrase(zh: "年度计划", en: "Plans"),
    """
    <p class="lead">\(Phrase(
      zh: "建设方案要求制定年度推进计划和工作进度表，做到时间、人员、目标三落实。每项任务都有起止日期、责任人和可以衡量的目标。",
      en: "The construction plan asks for a plan and a schedule each year, in which every task has a time, a person and a target that can be measured."))</p>
    \(if: mayEdit, "<p class=\"actions\">\(new)</p>")
    \(list)
    """)
}

func planBadge(_ plan: Plan) -> HTML {
  guard plan.isApproved else { return badge(Phrase(zh: "草案", en: "Draft"), .warning) }
  return plan.baselines > 1
    ? badge(Phrase(zh: "已批准，已调整 \(plan.baselines - 1) 次", en: "Approved, adjusted \(plan.baselines - 1)×"), .success)
    : badge(Phrase(zh: "已批准", en: "Approved"), .success)
}

func newPlanPage(_ state: FormState) -> Page {
  Page(
    Phrase(zh: "建立年度计划", en: "Make a plan"), trail: [Crumb(Phrase(zh: "年度计划", en: "Plans"), PlanPath.list)],
    state.form(
      to: PlanPath.new, submit: Phrase(zh: "建立", en: "Make it"),
      """
      \(state.field("year", Phrase(zh: "年度", en: "Year"), .number(Plan.years), need: .required))\
      \(state.field(
        "title", Phrase(zh: "计划名称", en: "Title"), need: .required,
        help: Phrase(zh: "如“2026 年度推进计划”", en: "Such as 2026 年度推进计划")))
      """))
}

/// A year that has no plan, or none that the reader may see.
func noPlanPage(_ year: Int, mayEdit: Bool) -> Page {
  Page(
    Phrase(zh: "\(year) 年度计划", en: "Plan of \(year)"), trail: [Crumb(Phrase(zh: "年度计划", en: "Plans"), PlanPath.list)],
    emptyState(
      Phrase(zh: "\(year) 年度计划尚未公布", en: "There is no plan of \(year) yet"),
      mayEdit
        ? Phrase(zh: "请先建立计划，再添加或导入任务", en: "Please make it first, then add or import its tasks")
        : Phrase(zh: "计划批准后在此公开", en: "It is published here once it is approved"),
      action: mayEdit ? linkButton(Phrase(zh: "建立年度计划", en: "Make a plan"), to: PlanPath.new, .main) : ""))
}
