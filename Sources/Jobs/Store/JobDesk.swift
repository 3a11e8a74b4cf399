public import Access
public import Jobs
import Journal
import JournalStore
public import Kernel
public import Storage

/// What people do with jobs: see them, stop them, let them go on.
public struct JobDesk: Sendable {
  private let database: any Database
  private let world: World

  public init(database: any Database, world: World) {
    self.database = database
    self.world = world
  }

  /// Queues a piece of work; the caller's desk has checked that `account` may order it.
  public func queue(kind: String, input: String, title: String, by account: Account) async throws -> Job {
    try account.require(.queueJobs)
    let job = Job(
      id: world.newID(), kind: kind, input: input, title: title, createdAt: world.now(),
      createdBy: account.id.number, stage: .waiting, progress: JobProgress(), outcome: nil)
    let world = world
    try await database.write { db in
      try JobRows.insert(job, in: db)
      try Recording.note(Deed(.queueJob, by: account, on: job.id.subject, facts: ["kind": kind]), world: world, in: db)
    }
    return job
  }

  public func page(before last: ID<Job>? = nil, limit: Int = 50, by account: Account) async throws -> [Job] {
    try account.require(.readJobs)
    return try await database.read { try JobRows.page(before: last, limit: limit, in: $0) }
  }

  public func find(_ id: ID<Job>, by account: Account) async throws -> Job {
    try account.require(.readJobs)
    return try await database.read { db in
      guard let job = try JobRows.find(id, in: db) else { throw JobRefusal.unknown(id) }
      return job
    }
  }

  /// Stops a job: at once if it waits, after its current batch if it runs.
  public func cancel(_ id: ID<Job>, by account: Account) async throws {
    try await move(id, by: .requestCancel, as: .cancelJob, account: account)
  }

  /// Lets a stopped or failed job go on where it stopped.
  public func resume(_ id: ID<Job>, by account: Account) async throws {
    try await move(id, by: .resume, as: .resumeJob, account: account)
  }

  private func move(_ id: ID<Job>, by step: JobStep, as action: Action, account: Account) async throws {
    try account.require(.queueJobs)
    let world = world
    try await database.write { db in
      guard let job = try JobRows.find(id, in: db) else { throw JobRefusal.unknown(id) }
      guard let stage = job.stage.after(step),
        try JobRows.move(job, to: stage, outcome: job.outcome, in: db)
      else { throw JobRefusal.notNow(step, in: job.stage) }
      try Recording.note(Deed(action, by: account, on: id.subject), world: world, in: db)
    }
  }
}

extension ID<Job> {
  var subject: Subject { Subject(table: "jobs", number: number) }
}

extension Permission {
  public static let readJobs = Permission("jobs.read", Phrase(zh: "查看后台任务", en: "See background jobs"))
  public static let queueJobs = Permission("jobs.queue", Phrase(zh: "安排与停止后台任务", en: "Order and stop background jobs"))
}

extension Action {
  static let queueJob = Action("jobs.queue", Phrase(zh: "安排任务", en: "Ordered a job"))
  static let cancelJob = Action("jobs.cancel", Phrase(zh: "停止任务", en: "Stopped a job"))
  static let resumeJob = Action("jobs.resume", Phrase(zh: "继续任务", en: "Resumed a job"))
}
