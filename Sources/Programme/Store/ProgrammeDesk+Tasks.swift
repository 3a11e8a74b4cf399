public import Access
import Journal
import JournalStore
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// A task with its baselines, its progress and the changes of its dates.
  public func task(_ id: ID<PlanTask>, by account: Account) async throws -> TaskFile {
    try account.require(.readPlan)
    let (seesDrafts, today) = (account.may(.readPlanDrafts), world.today())
    return try await database.read { db in
      guard let task = try PlanRows.task(id, in: db), let plan = try PlanRows.plan(task.plan, in: db),
        plan.isApproved || seesDrafts
      else { throw PlanRefusal.unknownTask(id) }
      let baselines = try PlanRows.baselines(of: id, in: db)
      return TaskFile(
        plan: plan, line: TaskLine(task: seesDrafts ? task : task.withoutName, baseline: baselines.last),
        baselines: baselines, progress: try PlanRows.progress(of: id, in: db),
        redatings: try PlanRows.redatings(of: id, in: db), today: today)
    }
  }

  /// Adds a task at the end of a year's plan.
  ///
  /// - Throws: `FormRefusal` with a ``PlanRefusal`` for each of time, person and target that is missing.
  @discardableResult
  public func addTask(_ draft: TaskDraft, toPlanOf year: Int, by account: Account) async throws -> ID<PlanTask> {
    try account.require(.editPlan)
    let content = try TaskContent(draft)
    let world = world
    return try await database.write { db in
      let id: ID<PlanTask> = world.newID()
      return try Recording.write(Deed(.addTask, by: account, on: id.subject), world: world, in: db) { recording in
        guard let plan = try PlanRows.plan(of: year, in: db) else { throw PlanRefusal.unknownPlan(year) }
        guard try !PlanRows.isTaken(content.title, in: plan.id, in: db) else {
          throw PlanRefusal.titleTaken(content.title)
        }
        let task = PlanTask(
          id: id, plan: plan.id, place: try PlanRows.nextPlace(in: plan.id, in: db), content: content, stage: .open,
          percent: 0, revision: 0)
        try recording.insert(PlanRows.values(task), into: .planTasks)
        return id
      }
    }
  }

  /// Changes what a task is about; the dates only while its plan is a draft.
  ///
  /// - Parameter reason: needed once the plan is approved.
  public func editTask(
    _ id: ID<PlanTask>, to draft: TaskDraft, because reason: String?, seen: Int64, by account: Account
  ) async throws {
    try account.require(.editPlan)
    let content = try TaskContent(draft)
    let given = try reason.map { try Reason($0, orElse: PlanRefusal.reasonMissing).text }
    try await change(id, Deed(.editTask, by: account, on: id.subject, because: given), seen) { task, plan, _, db in
      if plan.isApproved {
        guard content.dates == task.content.dates else { throw PlanRefusal.datesFixed }
        guard given != nil else { throw PlanRefusal.reasonMissing }
      }
      guard try !PlanRows.isTaken(content.title, in: plan.id, but: id, in: db) else {
        throw PlanRefusal.titleTaken(content.title)
      }
      task.content = content
    }
  }

  /// Changes the present dates of a task; its baseline stays, and so do the dates it had.
  public func redateTask(
    _ id: ID<PlanTask>, start: Day?, due: Day?, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.editPlan)
    let reason = try Reason(reason, orElse: PlanRefusal.reasonMissing).text
    guard let start else { throw PlanRefusal.startMissing }
    guard let due else { throw PlanRefusal.dueMissing }
    let (dates, world) = (try TaskDates(start: start, due: due), world)
    try await change(id, Deed(.redateTask, by: account, on: id.subject, because: reason), seen) {
      task, _, recording, _ in
      guard task.content.dates != dates else { throw PlanRefusal.sameDates }
      let redating = Redating(
        id: world.newID(), task: id, from: task.content.dates, to: dates, reason: reason, on: world.today())
      try recording.insert(PlanRows.values(redating, by: account.id), into: .planRedatings)
      task.content.dates = dates
    }
  }

  /// Notes how far a task was on a day; the newest day's note is how far it is.
  public func noteProgress(
    _ id: ID<PlanTask>, on day: Day?, percent: Int?, note: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.editPlan)
    guard let day else { throw PlanRefusal.dayMissing }
    guard day <= world.today() else { throw PlanRefusal.dayInFuture }
    guard let percent, (0...100).contains(percent) else { throw PlanRefusal.wrongPercent }
    guard !note.isEmpty else { throw PlanRefusal.noteMissing }
    guard note.count <= Reason.limit else { throw PlanRefusal.tooLong(field: "note", limit: Reason.limit) }
    let world = world
    try await change(id, Deed(.noteProgress, by: account, on: id.subject), seen) { task, _, recording, db in
      let newest = try PlanRows.progress(of: id, in: db).first?.on
      let progress = ProgressNote(id: world.newID(), task: id, on: day, percent: percent, note: note)
      try recording.insert(PlanRows.values(progress, by: account.id), into: .planProgress)
      if newest.map({ $0 <= day }) != false { task.percent = percent }
    }
  }

  /// Closes a task as done on a day, with what shows it.
  public func finishTask(
    _ id: ID<PlanTask>, on day: Day?, evidence: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.editPlan)
    guard let day else { throw PlanRefusal.dayMissing }
    guard day <= world.today() else { throw PlanRefusal.dayInFuture }
    guard !evidence.isEmpty else { throw PlanRefusal.evidenceMissing }
    guard evidence.count <= Reason.limit else { throw PlanRefusal.tooLong(field: "evidence", limit: Reason.limit) }
    try await change(id, Deed(.finishTask, by: account, on: id.subject), seen) { task, plan, _, _ in
      guard plan.isApproved else { throw PlanRefusal.notApproved }
      guard day >= task.content.dates.start else { throw PlanRefusal.doneBeforeStart }
      task.stage = .done(on: day, evidence: evidence)
      task.percent = 100
    }
  }

  /// Takes a task out of the plan; it stays to be seen with the reason.
  public func cancelTask(_ id: ID<PlanTask>, because reason: String, seen: Int64, by account: Account) async throws {
    try account.require(.editPlan)
    let reason = try Reason(reason, orElse: PlanRefusal.reasonMissing).text
    try await change(id, Deed(.cancelTask, by: account, on: id.subject, because: reason), seen) { task, _, _, _ in
      task.stage = .cancelled(because: reason)
    }
  }

  /// Changes an open task in one entry of the journal.
  private func change(
    _ id: ID<PlanTask>, _ deed: Deed, _ seen: Int64?,
    _ work: @escaping @Sendable (inout PlanTask, Plan, Recording, any Writing) throws -> Void
  ) async throws {
    let world = world
    try await database.write { db in
      try Recording.write(deed, world: world, in: db) { recording in
        guard var task = try PlanRows.task(id, in: db), let plan = try PlanRows.plan(task.plan, in: db) else {
          throw PlanRefusal.unknownTask(id)
        }
        try task.requireOpen()
        try work(&task, plan, recording, db)
        try recording.update(PlanRows.values(task), in: .planTasks, seen: seen)
      }
    }
  }
}
