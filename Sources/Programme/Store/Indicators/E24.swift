import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E24 年度推进计划三落实: Tasks with date, person and target ÷ all tasks.
  static let e24 = FigureSource(
    Indicator(
      "E24", name: Phrase(zh: "年度推进计划三落实", en: "Annual plan: date, person and target"),
      unit: Phrase(zh: "%", en: "%"), clause: "六（三）", measure: .ratio(times: 100, digits: 2),
      target: .absolute(.atLeast, 100), period: .flow,
      counting: Phrase(zh: "时间、人员、目标齐备的任务÷全部任务", en: "Tasks with date, person and target ÷ all tasks"),
      minimum: .g4, owner: Phrase(zh: "领导小组办公室", en: "Office of the leading group"),
      frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "年度计划任务（R-TSK）", en: "tasks of the annual plan (R-TSK)")]),
    reads: [.plans, .planTasks]
  ) { question in
    """
    SELECT 'plan_tasks', t.id, CAST(t.id AS TEXT), 1, 'of', 2, t.title, NULL, t.department, t.due_on
      FROM plan_tasks t JOIN plans p ON p.id = t.plan WHERE p.year = \(question.cutoff.year)
        AND t.stage <> 'cancelled'
      UNION ALL
      SELECT 'plan_tasks', t.id, CAST(t.id AS TEXT), 1, 'now', 2, t.title, NULL, t.department, t.due_on
      FROM plan_tasks t JOIN plans p ON p.id = t.plan WHERE p.year = \(question.cutoff.year)
        AND t.stage <> 'cancelled'
        AND t.due_on <> '' AND t.person_name <> '' AND t.target <> ''
    """
  }
}
