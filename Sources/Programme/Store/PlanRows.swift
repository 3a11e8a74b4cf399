import Access
import JournalStore
import Kernel
import Programme
import Storage

/// The only SQL that knows the plans, their tasks, and the tables about these.
enum PlanRows {
  private static let planColumns: SQL =
    "id, year, title, approved_on, approval_document, approved_by, baselines, entry"
  private static let taskColumns: SQL = "\(RecordTable.planTasks.columnList), entry"

  /// The newest year first.
  static func plans(withDrafts: Bool, in db: any Reading) throws -> [Plan] {
    let condition: SQL = withDrafts ? "" : "WHERE approved_on IS NOT NULL"
    return try db.rows("SELECT \(planColumns) FROM plans \(condition) ORDER BY year DESC").map(Plan.init(row:))
  }

  static func plan(of year: Int, in db: any Reading) throws -> Plan? {
    try db.row("SELECT \(planColumns) FROM plans WHERE year = \(year)").map(Plan.init(row:))
  }

  static func plan(_ id: ID<Plan>, in db: any Reading) throws -> Plan? {
    try db.row("SELECT \(planColumns) FROM plans WHERE id = \(id)").map(Plan.init(row:))
  }

  static func tasks(of plan: ID<Plan>, in db: any Reading) throws -> [PlanTask] {
    try db.rows("SELECT \(taskColumns) FROM plan_tasks WHERE plan = \(plan) ORDER BY place").map(PlanTask.init(row:))
  }

  static func task(_ id: ID<PlanTask>, in db: any Reading) throws -> PlanTask? {
    try db.row("SELECT \(taskColumns) FROM plan_tasks WHERE id = \(id)").map(PlanTask.init(row:))
  }

  /// The place of the next task.
  static func nextPlace(in plan: ID<Plan>, in db: any Reading) throws -> Int {
    try db.count("SELECT max(place) FROM plan_tasks WHERE plan = \(plan)") + 1
  }

  /// Whether another task of the plan that is not cancelled has this title.
  static func isTaken(_ title: String, in plan: ID<Plan>, but id: ID<PlanTask>? = nil, in db: any Reading) throws
    -> Bool
  {
    try db.count(
      """
      SELECT count(*) FROM plan_tasks
      WHERE plan = \(plan) AND title = \(title) AND stage <> 'cancelled' AND id <> \(id ?? ID(-1))
      """) > 0
  }

  /// All baselines of a plan's tasks, the oldest first.
  static func baselines(of plan: ID<Plan>, in db: any Reading) throws -> [PlanBaseline] {
    try baselines("task IN (SELECT id FROM plan_tasks WHERE plan = \(plan))", in: db)
  }

  static func baselines(of task: ID<PlanTask>, in db: any Reading) throws -> [PlanBaseline] {
    try baselines("task = \(task)", in: db)
  }

  private static func baselines(_ condition: SQL, in db: any Reading) throws -> [PlanBaseline] {
    try db.rows(
      """
      SELECT id, task, number, start_on, due_on, set_on, reason FROM plan_baselines
      WHERE \(condition) ORDER BY number, task
      """
    ).map { row in
      var columns = row.columns
      return try PlanBaseline(
        id: columns.id(), task: columns.id(), number: columns.int(), start: columns.day(), due: columns.day(),
        setOn: columns.day(), reason: columns.text())
    }
  }

  /// The newest first.
  static func progress(of task: ID<PlanTask>, in db: any Reading) throws -> [ProgressNote] {
    try db.rows(
      """
      SELECT id, task, noted_on, percent, note FROM plan_progress WHERE task = \(task)
      ORDER BY noted_on DESC, id DESC
      """
    ).map { row in
      var columns = row.columns
      return try ProgressNote(
        id: columns.id(), task: columns.id(), on: columns.day(), percent: columns.int(), note: columns.text())
    }
  }

  /// The newest first.
  static func redatings(of task: ID<PlanTask>, in db: any Reading) throws -> [Redating] {
    try db.rows(
      """
      SELECT id, task, from_start, from_due, to_start, to_due, reason, changed_on FROM plan_redatings
      WHERE task = \(task) ORDER BY id DESC
      """
    ).map { row in
      var columns = row.columns
      return try Redating(
        id: columns.id(), task: columns.id(), from: TaskDates(recorded: columns.day(), columns.day()),
        to: TaskDates(recorded: columns.day(), columns.day()), reason: columns.text(), on: columns.day())
    }
  }
}

extension PlanRows {
  static func values(_ plan: Plan) -> [SQLValue] {
    [
      plan.id.sqlValue, plan.year.sqlValue, .text(plan.title), (plan.approval?.on).sqlValue,
      (plan.approval?.document).sqlValue, (plan.approval?.by).sqlValue, plan.baselines.sqlValue,
    ]
  }

  static func values(_ task: PlanTask) -> [SQLValue] {
    let content = task.content
    let goal = content.target.figure
    let (stage, doneOn, note): (String, Day?, String?) =
      switch task.stage {
      case .open: ("open", nil, nil)
      case .done(let day, let evidence): ("done", day, evidence)
      case .cancelled(let reason): ("cancelled", nil, reason)
      }
    return [
      task.id.sqlValue, task.plan.sqlValue, task.place.sqlValue, .text(content.title), .text(content.clause),
      content.dates.start.sqlValue, content.dates.due.sqlValue, .text(content.person.name),
      .text(content.person.department), content.person.account.sqlValue, .text(content.target.text),
      (goal?.code).sqlValue, (goal?.number.millionths).sqlValue, .text(stage), doneOn.sqlValue, note.sqlValue,
      task.percent.sqlValue,
    ]
  }

  static func values(_ baseline: PlanBaseline) -> [SQLValue] {
    [
      baseline.id.sqlValue, baseline.task.sqlValue, baseline.number.sqlValue, baseline.start.sqlValue,
      baseline.due.sqlValue, baseline.setOn.sqlValue, .text(baseline.reason),
    ]
  }

  static func values(_ redating: Redating, by account: ID<Account>) -> [SQLValue] {
    [
      redating.id.sqlValue, redating.task.sqlValue, redating.from.start.sqlValue, redating.from.due.sqlValue,
      redating.to.start.sqlValue, redating.to.due.sqlValue, .text(redating.reason), redating.on.sqlValue,
      account.sqlValue,
    ]
  }

  static func values(_ note: ProgressNote, by account: ID<Account>) -> [SQLValue] {
    [
      note.id.sqlValue, note.task.sqlValue, note.on.sqlValue, note.percent.sqlValue, .text(note.note),
      account.sqlValue,
    ]
  }
}

extension Plan {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, year, title): (ID<Plan>, Int, String) = (try columns.id(), try columns.int(), try columns.text())
    let on = try columns.optional { try $0.day() }
    let document = try columns.optional { try $0.text() }
    let by: ID<Account>? = try columns.optional { try $0.id() }
    let approval: PlanApproval? =
      if let on, let document, let by { PlanApproval(on: on, document: document, by: by) } else { nil }
    try self.init(
      id: id, year: year, title: title, approval: approval, baselines: columns.int(), revision: columns.integer())
    try columns.end()
  }
}

extension PlanTask {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let (id, plan, place): (ID<PlanTask>, ID<Plan>, Int) = (try columns.id(), try columns.id(), try columns.int())
    let (title, clause) = (try columns.text(), try columns.text())
    let dates = TaskDates(recorded: try columns.day(), try columns.day())
    let person = ResponsiblePerson(
      name: try columns.text(), department: try columns.text(), account: try columns.optional { try $0.id() })
    let target = try columns.text()
    let figure = try columns.optional { try $0.text() }
    let number = try columns.optional { SchemeNumber(millionths: try $0.integer()) }
    let goal: FigureGoal? = if let figure, let number { FigureGoal(code: figure, number: number) } else { nil }
    let stage = try columns.text()
    let doneOn = try columns.optional { try $0.day() }
    let note = try columns.optional { try $0.text() } ?? ""
    let content = TaskContent(
      title: title, clause: clause, dates: dates, person: person, target: TaskTarget(text: target, figure: goal))
    try self.init(
      id: id, plan: plan, place: place, content: content,
      stage: doneOn.map { .done(on: $0, evidence: note) } ?? (stage == "open" ? .open : .cancelled(because: note)),
      percent: columns.int(), revision: columns.integer())
    try columns.end()
  }
}
