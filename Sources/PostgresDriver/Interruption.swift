import CPostgres
import Synchronization

/// Asks the server to give up a transaction whose task was cancelled.
///
/// The request travels on a connection of its own and may arrive late, so a connection that was
/// interrupted is not used again.
final class Interruption: Sendable {
  private struct State {
    /// The address of the `PGcancel`; only ever used under the lock.
    var target: UInt?
    var wasFired = false
  }

  private let state = Mutex(State())

  func begin(_ cancel: OpaquePointer?) {
    state.withLock { $0 = State(target: cancel.map { UInt(bitPattern: $0) }) }
  }

  /// - Returns: whether the transaction was interrupted.
  func end() -> Bool {
    state.withLock { state in
      defer { state = State() }
      return state.wasFired
    }
  }

  func fire() {
    state.withLock { state in
      guard let target = state.target, let cancel = OpaquePointer(bitPattern: target) else { return }
      state.wasFired = true
      var message = [CChar](repeating: 0, count: 256)
      _ = PQcancel(cancel, &message, Int32(message.count))
    }
  }
}
