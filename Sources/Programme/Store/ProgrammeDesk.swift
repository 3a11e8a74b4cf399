public import Access
public import Journal
public import Kernel
public import Programme
public import Storage

/// What the zone does with its yearly plans and with the schemes that it is evaluated by.
public struct ProgrammeDesk: Sendable {
  let database: any Database
  let world: World
  let shipped: [SchemeVersion]
  let figures: any FigureValues

  /// - Parameters:
  ///   - schemes: those that come with the program; ``SchemeLibrary/shipped()``.
  ///   - figures: where the values of the zone's figures come from.
  public init(
    database: any Database, world: World, schemes: [SchemeVersion], figures: any FigureValues = NoFigureValues()
  ) {
    self.database = database
    self.world = world
    shipped = schemes
    self.figures = figures
  }
}

extension Permission {
  public static let readPlan = Permission("programme.read-plan", Phrase(zh: "查看年度计划", en: "See approved plans"))
  public static let readPlanDrafts = Permission(
    "programme.read-drafts", Phrase(zh: "查看计划草案和责任人", en: "See drafts of plans and who is accountable"))
  public static let editPlan = Permission(
    "programme.edit-plan", Phrase(zh: "编制年度计划、填报进展", en: "Make plans and note progress"))
  public static let approvePlan = Permission("programme.approve-plan", Phrase(zh: "批准年度计划", en: "Approve plans"))
  public static let readEvaluations = Permission(
    "programme.read-evaluations", Phrase(zh: "查看评价", en: "See evaluations"))
  public static let runEvaluations = Permission(
    "programme.run-evaluations", Phrase(zh: "开展评价", en: "Evaluate the zone"))
  public static let editSchemes = Permission(
    "programme.edit-schemes", Phrase(zh: "录入评价指标", en: "Enter evaluation schemes"))
}

extension Action {
  static let createPlan = Action("plan.create", Phrase(zh: "建立年度计划", en: "Made a plan"))
  static let approvePlan = Action("plan.approve", Phrase(zh: "批准年度计划", en: "Approved a plan"))
  static let rebaselinePlan = Action("plan.rebaseline", Phrase(zh: "批准计划调整", en: "Approved an adjusted plan"))
  static let addTask = Action("plan.add-task", Phrase(zh: "添加任务", en: "Added a task"))
  static let importTasks = Action("plan.import-tasks", Phrase(zh: "导入任务", en: "Imported tasks"))
  static let editTask = Action("plan.edit-task", Phrase(zh: "修改任务", en: "Changed a task"))
  static let redateTask = Action("plan.redate-task", Phrase(zh: "调整任务时间", en: "Changed a task's dates"))
  static let noteProgress = Action("plan.note-progress", Phrase(zh: "填报任务进展", en: "Noted progress"))
  static let finishTask = Action("plan.finish-task", Phrase(zh: "完成任务", en: "Finished a task"))
  static let cancelTask = Action("plan.cancel-task", Phrase(zh: "取消任务", en: "Cancelled a task"))
  static let enterScheme = Action("evaluations.enter-scheme", Phrase(zh: "录入评价指标", en: "Entered a scheme"))
  static let weighScheme = Action("evaluations.weigh-scheme", Phrase(zh: "录入指标权重", en: "Entered weights"))
  static let evaluate = Action("evaluations.run", Phrase(zh: "开展评价", en: "Evaluated the zone"))
  static let addEvidence = Action("evaluations.add-evidence", Phrase(zh: "登记评价证据", en: "Listed evidence"))
  static let takePack = Action("evaluations.take-pack", Phrase(zh: "导出证据包", en: "Took an evidence pack"))
}

extension ID<Plan> {
  /// The plan as the journal names it.
  public var subject: Subject { Subject(table: "plans", number: number) }
}

extension ID<PlanTask> {
  /// The task as the journal names it.
  public var subject: Subject { Subject(table: "plan_tasks", number: number) }
}

extension ID<SchemeVersion> {
  /// The version as the journal names it.
  public var subject: Subject { Subject(table: "scheme_versions", number: number) }
}

extension ID<EvaluationRun> {
  /// The evaluation as the journal names it.
  public var subject: Subject { Subject(table: "evaluation_runs", number: number) }
}
