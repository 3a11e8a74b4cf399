import Synchronization

/// What a building reported.
final class Asked: Sendable {
  private let held = Mutex<[String]>([])

  /// Without repetition.
  var all: [String] { held.withLock { $0 } }

  func note(_ done: Int, _ all: Int) {
    held.withLock { held in
      if held.last != "\(done)/\(all)" { held.append("\(done)/\(all)") }
    }
  }
}
