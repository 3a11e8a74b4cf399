public import Access
import Journal
import JournalStore
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// All plans, the newest year first; drafts only for those who may see them.
  public func plans(by account: Account) async throws -> [Plan] {
    try account.require(.readPlan)
    let withDrafts = account.may(.readPlanDrafts)
    return try await database.read { try PlanRows.plans(withDrafts: withDrafts, in: $0) }
  }

  /// The plan of a year with its tasks.
  ///
  /// - Throws: ``PlanRefusal/unknownPlan(_:)``, also for a draft that `account` may not see.
  public func plan(of year: Int, by account: Account) async throws -> PlanFile {
    try account.require(.readPlan)
    let (seesDrafts, today) = (account.may(.readPlanDrafts), world.today())
    return try await database.read { db in
      guard let plan = try PlanRows.plan(of: year, in: db), plan.isApproved || seesDrafts else {
        throw PlanRefusal.unknownPlan(year)
      }
      let newest = Dictionary(
        try PlanRows.baselines(of: plan.id, in: db).map { ($0.task, $0) }, uniquingKeysWith: { $1 })
      let lines = try PlanRows.tasks(of: plan.id, in: db).map { task in
        TaskLine(task: seesDrafts ? task : task.withoutName, baseline: newest[task.id])
      }
      return PlanFile(plan: plan, lines: lines, today: today)
    }
  }

  /// Begins the plan of a year, as a draft.
  @discardableResult
  public func createPlan(of year: Int, titled title: String, by account: Account) async throws -> ID<Plan> {
    try account.require(.editPlan)
    guard Plan.years.contains(year) else { throw PlanRefusal.wrongYear }
    guard !title.isEmpty else { throw PlanRefusal.titleMissing }
    guard title.count <= 120 else { throw PlanRefusal.tooLong(field: "title", limit: 120) }
    let world = world
    return try await database.write { db in
      let plan = Plan(id: world.newID(), year: year, title: title, approval: nil, baselines: 0, revision: 0)
      return try Recording.write(Deed(.createPlan, by: account, on: plan.id.subject), world: world, in: db) {
        recording in
        guard try PlanRows.plan(of: year, in: db) == nil else { throw PlanRefusal.planExists(year) }
        try recording.insert(PlanRows.values(plan), into: .plans)
        return plan.id
      }
    }
  }

  /// Approves a draft: the dates of its tasks become their first baseline.
  ///
  /// - Parameter document: the number of the approving document or of the minutes.
  public func approvePlan(of year: Int, under document: String, seen: Int64, by account: Account) async throws {
    try account.require(.approvePlan)
    let document = try Reason(document, orElse: PlanRefusal.documentMissing).text
    try await baseline(year, Deed(.approvePlan, by: account, because: document), document, seen) { plan in
      guard !plan.isApproved else { throw PlanRefusal.alreadyApproved }
    }
  }

  /// Makes the present dates of all open tasks a further baseline; the old ones stay to be seen.
  public func rebaselinePlan(of year: Int, because reason: String, seen: Int64, by account: Account) async throws {
    try account.require(.approvePlan)
    let reason = try Reason(reason, orElse: PlanRefusal.reasonMissing).text
    try await baseline(year, Deed(.rebaselinePlan, by: account, because: reason), reason, seen) { plan in
      guard plan.isApproved else { throw PlanRefusal.notApproved }
    }
  }

  /// Sets a baseline for every open task that has none with its present dates.
  private func baseline(
    _ year: Int, _ deed: Deed, _ reason: String, _ seen: Int64, _ check: @escaping @Sendable (Plan) throws -> Void
  ) async throws {
    let world = world
    try await database.write { db in
      guard var plan = try PlanRows.plan(of: year, in: db) else { throw PlanRefusal.unknownPlan(year) }
      let deed = Deed(deed.action, by: deed.actor, on: plan.id.subject, because: reason)
      try Recording.write(deed, world: world, in: db) { recording in
        try check(plan)
        let baselines = try PlanRows.baselines(of: plan.id, in: db)
        let newest = Dictionary(baselines.map { ($0.task, $0) }, uniquingKeysWith: { $1 })
        let file = PlanFile(
          plan: plan,
          lines: try PlanRows.tasks(of: plan.id, in: db).map { TaskLine(task: $0, baseline: newest[$0.id]) },
          today: world.today())
        guard !file.moved.isEmpty else {
          throw plan.isApproved ? PlanRefusal.nothingMoved : PlanRefusal.nothingToApprove
        }
        plan.baselines += 1
        if !plan.isApproved { plan.approval = PlanApproval(on: world.today(), document: reason, by: deed.actor.id) }
        try recording.update(PlanRows.values(plan), in: .plans, seen: seen)
        for line in file.moved {
          let dates = line.task.content.dates
          let baseline = PlanBaseline(
            id: world.newID(), task: line.task.id, number: plan.baselines, start: dates.start, due: dates.due,
            setOn: world.today(), reason: reason)
          try recording.insert(PlanRows.values(baseline), into: .planBaselines)
        }
      }
    }
  }
}

extension PlanTask {
  /// As it is shown to whom the name of the person is not.
  var withoutName: PlanTask {
    var shown = self
    let person = ResponsiblePerson(name: "", department: content.person.department)
    shown.content = TaskContent(
      title: content.title, clause: content.clause, dates: content.dates, person: person, target: content.target)
    return shown
  }
}
