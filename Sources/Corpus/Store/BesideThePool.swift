import Dispatch

/// Where an index is opened, written and merged: seconds of work that must not hold a thread of the cooperative pool.
struct BesideThePool: Sendable {
  private let queue = DispatchQueue(label: "ipzone.corpus", qos: .utility)

  /// Runs `work` behind whatever was asked for before.
  func run<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try work() }) }
    }
  }
}

/// One at a time, in the order of coming, across suspensions.
actor Turn {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    guard isTaken else {
      isTaken = true
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func pass() {
    guard !waiting.isEmpty else {
      isTaken = false
      return
    }
    waiting.removeFirst().resume()
  }

  /// Holds the turn while `work` lasts, whatever becomes of it.
  nonisolated func during(_ work: @Sendable () async throws -> Void) async throws {
    await take()
    do {
      try await work()
      await pass()
    } catch {
      await pass()
      throw error
    }
  }
}
