import Foundation
public import Jobs
public import Kernel
public import Logging
public import Storage

/// Does one kind of job.
///
/// A worker calls `report` often; when that answers ``JobSignal/stop`` it ends with what is done so far,
/// and must be able to go on from there. It throws a `Refusal` for an expected no.
public typealias JobWorker =
  @Sendable (Job, _ report: @escaping @Sendable (JobProgress) async -> JobSignal) async throws
  -> String

public enum JobSignal: Sendable { case goOn, stop }

/// Runs the jobs of the database, one at a time in this process.
///
/// A job whose process died is taken over when its lease is over and goes on from its last batch.
public struct JobRunner: Sendable {
  private let database: any Database
  private let world: World
  private let workers: [String: JobWorker]
  private let log: Logger
  private let holder: LeaseHolder
  private let stopping: StopFlag

  /// - Parameter stopping: once raised, the job in hand ends after its current batch and no other starts.
  public init(
    database: any Database, world: World, workers: [String: JobWorker], log: Logger, stopping: StopFlag = StopFlag()
  ) {
    self.database = database
    self.world = world
    self.workers = workers
    self.log = log
    self.stopping = stopping
    // Each runner has a name of its own, so that two in one process keep out of each other's way, too.
    holder = .current(part: "jobs-\(world.serial())")
  }

  /// Runs until it is told to stop; then the job in hand ends after its current batch and waits for the next start.
  ///
  /// Where the task is cancelled, that batch is given up instead, and comes again.
  public func run() async {
    while !Task.isCancelled, !stopping.isRaised {
      do {
        if try await !runNext() { try await Task.sleep(for: .milliseconds(500)) }
      } catch is CancellationError {
        return
      } catch {
        log.error("The job queue cannot be read", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: .seconds(5))
      }
    }
  }

  /// Runs the oldest job that needs a worker.
  ///
  /// - Returns: whether there was one.
  public func runNext() async throws -> Bool {
    guard let job = try await claim(), let worker = workers[job.kind] else { return false }
    log.info("Job starts", metadata: ["job.id": "\(job.id)", "job.kind": "\(job.kind)"])
    let told = StopFlag()
    do {
      let outcome = try await worker(job) { progress in
        let signal = await report(progress, on: job.id)
        if signal == .stop { told.raise() }
        return signal
      }
      try await settle(job.id, outcome: outcome, wasTold: told.isRaised)
    } catch let refusal as any Refusal {
      try await end(job.id, at: .failed, outcome: "\(refusal.code)\n\(refusal.phrase.zh)\n\(refusal.phrase.en)")
    } catch is CancellationError {
      try await release(job.id)
      return false
    } catch {
      log.error("Job failed", metadata: ["job.id": "\(job.id)", "error": "\(error)"])
      try await end(job.id, at: .failed, outcome: nil)
    }
    return true
  }

  /// Takes the oldest job that no living process works on; nil also where another process was faster.
  private func claim() async throws -> Job? {
    let (now, holder, kinds) = (world.now(), holder, Set(workers.keys))
    do {
      return try await database.write { db in
        for found in try JobRows.unfinished(in: db) where kinds.contains(found.kind) {
          let lease = "job \(found.id)"
          if try Leases.isHeld(lease, seenFrom: holder, at: now, in: db) { continue }
          try Leases.take(lease, for: holder, at: now, in: db)
          // Read again: only now nobody else changes it.
          if let job = try JobRows.find(found.id, in: db), try Self.start(job, in: db) { return job }
          try Leases.release(lease, of: holder, in: db)
        }
        return nil
      }
    } catch StorageFault.duplicate {
      return nil
    } catch JobRefusal.taken {
      return nil
    }
  }

  /// - Returns: whether there is anything to do.
  private static func start(_ job: Job, in db: any Writing) throws -> Bool {
    switch job.stage {
    case .waiting: return try JobRows.move(job, to: .running, outcome: nil, in: db)
    case .running: return true
    case .cancelling:
      _ = try JobRows.move(job, to: .cancelled, outcome: job.outcome, in: db)
      return false
    case .cancelled, .done, .failed: return false
    }
  }

  private func report(_ progress: JobProgress, on id: ID<Job>) async -> JobSignal {
    if Task.isCancelled || stopping.isRaised { return .stop }
    let (now, holder) = (world.now(), holder)
    do {
      return try await database.write { db in
        try Leases.take("job \(id)", for: holder, at: now, in: db)
        try JobRows.report(progress, on: id, in: db)
        return try JobRows.find(id, in: db)?.stage == .cancelling ? .stop : .goOn
      }
    } catch let refusal as JobRefusal {
      log.warning("Another process has taken the job over", metadata: ["job.id": "\(id)", "error": "\(refusal.code)"])
      return .stop
    } catch {
      log.warning("Progress was not written", metadata: ["job.id": "\(id)", "error": "\(error)"])
      return .goOn
    }
  }

  /// A worker that returned because the process stops leaves its job running, for the next one to take over.
  private func settle(_ id: ID<Job>, outcome: String, wasTold: Bool) async throws {
    guard !Task.isCancelled, !(wasTold && stopping.isRaised) else { return try await release(id) }
    let stage = try await database.read { try JobRows.find(id, in: $0)?.stage }
    try await end(id, at: stage == .cancelling ? .cancelled : .done, outcome: outcome)
  }

  private func end(_ id: ID<Job>, at stage: JobStage, outcome: String?) async throws {
    let holder = holder
    let now = world.now()
    try await writing { db in
      // Whoever has taken the job over says how it ends.
      do { try Leases.take("job \(id)", for: holder, at: now, in: db) } catch is JobRefusal { return }
      guard let job = try JobRows.find(id, in: db) else { return }
      _ = try JobRows.move(job, to: stage, outcome: outcome, in: db)
      try Leases.release("job \(id)", of: holder, in: db)
    }
  }

  private func release(_ id: ID<Job>) async throws {
    let holder = holder
    try await writing { try Leases.release("job \(id)", of: holder, in: $0) }
  }

  /// Also where the task has been cancelled: how a job ended is written down in a task of its own.
  private func writing(_ work: @escaping @Sendable (any Writing) throws -> Void) async throws {
    let database = database
    let task = Task { try await database.write(work) }
    try await task.value
  }
}
