import Access
import Fixtures
import Foundation
import Jobs
import JobsStore
import JournalStore
import Kernel
import Logging
import Storage
import Synchronization
import Testing

/// A zone with a queue, whose clock a test sets.
private struct JobZone {
  let database: any Database
  let clock: Clock
  let world: World
  let clerk = Account.console([.queueJobs, .readJobs])
  var desk: JobDesk { JobDesk(database: database, world: world) }

  static func with(_ kind: DatabaseKind, _ work: (JobZone) async throws -> Void) async throws {
    try await kind.withDatabase(journalMigrations + jobMigrations) { database in
      let clock = Clock()
      var world = World.fixed()
      world.now = { clock.now }
      try await work(JobZone(database: database, clock: clock, world: world))
    }
  }

  func runner(_ worker: @escaping JobWorker) -> JobRunner {
    JobRunner(database: database, world: world, workers: ["count": worker], log: Logger(label: "tests"))
  }

  func queue(_ input: String = "3", kind: String = "count") async throws -> Job {
    try await desk.queue(kind: kind, input: input, title: "数到\(input)", by: clerk)
  }

  func stage(_ job: Job) async throws -> JobStage { try await desk.find(job.id, by: clerk).stage }
}

private final class Clock: Sendable {
  private let time = Mutex(Date.noon)
  var now: Date { time.withLock { $0 } }
  func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
}

/// Counts on from where it was, as a worker does that can be resumed.
private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }

  func work(_ job: Job, _ report: @Sendable (JobProgress) async -> JobSignal) async -> String {
    let end = Int(job.input) ?? 0
    while value < end {
      let done = next()
      if await report(JobProgress(done: Int64(done), share: BasisPoints(done * 10_000 / end))) == .stop { break }
    }
    return "\(value)"
  }
}

private enum TestRefusal: Refusal {
  case no
  var kind: RefusalKind { .invalid }
  var code: String { "test.no" }
  var phrase: Phrase { Phrase(zh: "不行", en: "No") }
  var field: String? { nil }
}

@Suite struct `A job` {
  @Test(arguments: DatabaseKind.all)
  func `is run once, the oldest first, and shows how far it came`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let first = try await zone.queue("3")
      let second = try await zone.queue("5")
      let foreign = try await zone.queue(kind: "other")
      #expect(first.stage == .waiting)
      let order = Mutex<[ID<Job>]>([])
      let progress = JobProgress(done: 2, share: BasisPoints(4_000), rate: 2.5, secondsLeft: 1)
      let runner = zone.runner { job, report in
        order.withLock { $0.append(job.id) }
        _ = await report(progress)
        let seen = try await zone.desk.find(job.id, by: zone.clerk)
        #expect(seen.stage == .running)
        #expect(seen.progress == progress)
        return "fertig"
      }
      #expect(try await runner.runNext())
      #expect(try await runner.runNext())
      #expect(try await !runner.runNext())
      #expect(order.withLock { $0 } == [first.id, second.id])
      let done = try await zone.desk.find(first.id, by: zone.clerk)
      #expect(done.stage == .done && done.outcome == "fertig")
      #expect(try await zone.stage(foreign) == .waiting)
      #expect(try await zone.desk.page(by: zone.clerk).map(\.id) == [foreign.id, second.id, first.id])
      #expect(try await zone.database.read { try $0.count("SELECT count(*) FROM leases") } == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is cancelled while it runs and goes on when it is resumed`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let job = try await zone.queue("5")
      let counter = Counter()
      let runner = zone.runner { job, report in
        await counter.work(job) { progress in
          if progress.done == 2 {
            do { try await zone.desk.cancel(job.id, by: zone.clerk) } catch { Issue.record(error) }
          }
          return await report(progress)
        }
      }
      #expect(try await runner.runNext())
      #expect(try await zone.stage(job) == .cancelled)
      #expect(counter.value == 2)
      #expect(try await !runner.runNext())
      await #expect(throws: JobRefusal.notNow(.requestCancel, in: .cancelled)) {
        try await zone.desk.cancel(job.id, by: zone.clerk)
      }
      try await zone.desk.resume(job.id, by: zone.clerk)
      #expect(try await runner.runNext())
      #expect(try await zone.stage(job) == .done)
      #expect(counter.value == 5)
      await #expect(throws: JobRefusal.notNow(.resume, in: .done)) {
        try await zone.desk.resume(job.id, by: zone.clerk)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that waits is cancelled at once`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let job = try await zone.queue()
      try await zone.desk.cancel(job.id, by: zone.clerk)
      #expect(try await zone.stage(job) == .cancelled)
      let runner = zone.runner { _, _ in "" }
      #expect(try await !runner.runNext())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that is refused says why; any other failure keeps its words to the log`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let refused = try await zone.queue("1")
      let broken = try await zone.queue("2")
      let runner = zone.runner { job, _ in
        if job.input == "1" { throw TestRefusal.no }
        throw InjectedFault()
      }
      #expect(try await runner.runNext())
      #expect(try await runner.runNext())
      let first = try await zone.desk.find(refused.id, by: zone.clerk)
      #expect(first.stage == .failed && first.outcome == "test.no\n不行\nNo")
      let second = try await zone.desk.find(broken.id, by: zone.clerk)
      #expect(second.stage == .failed && second.outcome == nil)
      try await zone.desk.resume(refused.id, by: zone.clerk)
      #expect(try await zone.stage(refused) == .waiting)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a process that has died is taken over`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let job = try await zone.queue("3")
      let (name, until) = ("job \(job.id)", zone.clock.now.addingTimeInterval(60))
      try await zone.database.write { db in
        _ = try db.run("UPDATE jobs SET stage = 'running' WHERE id = \(job.id)")
        _ = try db.run("INSERT INTO leases (name, holder, until) VALUES (\(name), \("elsewhere/1/2/jobs"), \(until))")
      }
      let counter = Counter()
      let runner = zone.runner { await counter.work($0, $1) }
      #expect(try await !runner.runNext())
      zone.clock.pass(61)
      #expect(try await runner.runNext())
      #expect(try await zone.stage(job) == .done)
      #expect(counter.value == 3)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that was being stopped when its process died is stopped`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let job = try await zone.queue()
      try await zone.database.write { db in
        _ = try db.run("UPDATE jobs SET stage = 'cancelling' WHERE id = \(job.id)")
      }
      let runner = zone.runner { _, _ in "" }
      #expect(try await !runner.runNext())
      #expect(try await zone.stage(job) == .cancelled)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `in hand when the server stops waits for the next start`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      let job = try await zone.queue("5")
      let counter = Counter()
      let runner = zone.runner { job, report in
        await counter.work(job) { progress in
          if progress.done == 3 { withUnsafeCurrentTask { $0?.cancel() } }
          return await report(progress)
        }
      }
      await Task { await runner.run() }.value
      #expect(counter.value == 3)
      #expect(try await zone.stage(job) == .running)
      let next = zone.runner { await counter.work($0, $1) }
      #expect(try await next.runNext())
      #expect(try await zone.stage(job) == .done)
      #expect(counter.value == 5)
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `is done by one of many runners`(_ kind: DatabaseKind) async throws {
    try await JobZone.with(kind) { zone in
      for _ in 0..<6 { _ = try await zone.queue() }
      let runs = Counter()
      let runners = (0..<4).map { _ in zone.runner { _, _ in "\(runs.next())" } }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for runner in runners { group.addTask { while try await runner.runNext() {} } }
        try await group.waitForAll()
      }
      while try await runners[0].runNext() {}
      #expect(runs.value == 6)
      #expect(try await zone.desk.page(by: zone.clerk).allSatisfy { $0.stage == .done })
    }
  }
}

@Suite struct `The chart of a job` {
  @Test func `is this`() {
    let chart = JobStage.allCases.map { stage in
      "\(stage): "
        + JobStep.allCases.compactMap { step in stage.after(step).map { "\(step) → \($0)" } }
        .joined(separator: ", ")
    }
    #expect(
      chart == [
        "waiting: start → running, requestCancel → cancelled",
        "running: finish → done, fail → failed, requestCancel → cancelling",
        "cancelling: finish → done, fail → failed, stop → cancelled", "cancelled: resume → waiting", "done: ",
        "failed: resume → waiting",
      ])
  }
}
