import Dispatch
import Synchronization

/// Hands values from a task to a thread that may wait, never more than a few ahead of it.
package final class Handover<Value: Sendable>: Sendable {
  private struct State {
    var values: [Value] = []
    var isOver = false
    var fault: (any Error)?
    var isAbandoned = false
    var giver: CheckedContinuation<Void, Never>?

    /// Whoever waits for room, if there is some now.
    mutating func released(_ room: Int) -> CheckedContinuation<Void, Never>? {
      guard isAbandoned || values.count < room else { return nil }
      defer { giver = nil }
      return giver
    }
  }

  private let room: Int
  private let state = Mutex(State())
  private let ready = DispatchSemaphore(value: 0)

  package init(room: Int) { self.room = room }

  /// Waits until there is room for another one.
  ///
  /// - Returns: whether anybody still takes them.
  package func give(_ value: Value) async -> Bool {
    state.withLock { $0.values.append(value) }
    ready.signal()
    await withCheckedContinuation { giver in
      let released = state.withLock { state in
        state.giver = giver
        return state.released(room)
      }
      released?.resume()
    }
    return state.withLock { !$0.isAbandoned }
  }

  /// There will be no more.
  ///
  /// - Parameter fault: why, if not because all have been given.
  package func end(_ fault: (any Error)? = nil) {
    state.withLock { ($0.isOver, $0.fault) = (true, fault) }
    ready.signal()
  }

  /// The next one, waited for on the caller's thread; nil at the end.
  ///
  /// - Throws: what the giver failed with.
  package func take() throws -> Value? {
    ready.wait()
    let (value, fault, released) = state.withLock { state in
      let value = state.values.isEmpty ? nil : state.values.removeFirst()
      return (value, value == nil ? state.fault : nil, state.released(room))
    }
    released?.resume()
    if let fault { throw fault }
    return value
  }

  /// Nobody takes any more; whoever gives is told so.
  package func abandon() {
    let released = state.withLock { state in
      state.isAbandoned = true
      state.values = []
      return state.released(room)
    }
    released?.resume()
  }
}
