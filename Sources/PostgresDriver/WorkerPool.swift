import Storage
import Synchronization

/// Hands each worker to one task at a time; whoever finds none waits in order.
final class WorkerPool: Sendable {
  private struct State {
    var idle: [PostgresWorker]
    var waiting: [(ticket: Int, continuation: CheckedContinuation<PostgresWorker?, Never>)] = []
    var tickets = 0
    var isClosed = false
  }

  private let state: Mutex<State>
  private let count: Int

  init(_ workers: [PostgresWorker]) {
    count = workers.count
    state = Mutex(State(idle: workers))
  }

  /// Runs `work` with a worker of its own.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits, ``StorageFault/unreachable(_:)`` after
  ///   ``close()``, and what `work` throws.
  func withWorker<Result: Sendable>(_ work: (PostgresWorker) async throws -> Result) async throws -> Result {
    guard let worker = try await take(mayBeClosed: false) else {
      try Task.checkCancellation()
      throw StorageFault.unreachable("the database is closed")
    }
    defer { put(worker) }
    return try await withTaskCancellationHandler {
      try await work(worker)
    } onCancel: {
      worker.interruption.fire()
    }
  }

  /// Lets running transactions end and closes every connection; later work is refused.
  func close() async throws {
    let (wasClosed, refused) = state.withLock { state in
      defer { (state.isClosed, state.waiting) = (true, []) }
      return (state.isClosed, state.waiting)
    }
    guard !wasClosed else { return }
    for (_, continuation) in refused { continuation.resume(returning: nil) }
    for _ in 0..<count {
      guard let worker = try await take(mayBeClosed: true) else { return }
      await worker.close()
    }
  }

  private func take(mayBeClosed: Bool) async throws -> PostgresWorker? {
    try Task.checkCancellation()
    let ticket = state.withLock { state in
      state.tickets += 1
      return state.tickets
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        enqueue(continuation, ticket: ticket, mayBeClosed: mayBeClosed)
        // The cancellation may have come before there was anyone to wake.
        if Task.isCancelled { giveUp(ticket) }
      }
    } onCancel: {
      giveUp(ticket)
    }
  }

  private func enqueue(_ continuation: CheckedContinuation<PostgresWorker?, Never>, ticket: Int, mayBeClosed: Bool) {
    let (isDecided, worker) = state.withLock { state -> (Bool, PostgresWorker?) in
      if state.isClosed && !mayBeClosed { return (true, nil) }
      if let worker = state.idle.popLast() { return (true, worker) }
      state.waiting.append((ticket, continuation))
      return (false, nil)
    }
    if isDecided { continuation.resume(returning: worker) }
  }

  private func giveUp(_ ticket: Int) {
    let waiter = state.withLock { state in
      state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
    }
    waiter?.continuation.resume(returning: nil)
  }

  private func put(_ worker: PostgresWorker) {
    let waiter = state.withLock { state -> CheckedContinuation<PostgresWorker?, Never>? in
      guard !state.waiting.isEmpty else {
        state.idle.append(worker)
        return nil
      }
      return state.waiting.removeFirst().continuation
    }
    waiter?.resume(returning: worker)
  }
}
