import Foundation
import Synchronization

private let stopRequested = Atomic(false)

/// SIGINT and SIGTERM as a wish that the work in hand ends at the next good place.
///
/// The second signal ends the process at once, as if nobody listened.
enum StopSignal {
  static var isRaised: Bool { stopRequested.load(ordering: .relaxed) }

  static func listen() {
    _ = isRaised  // made before a signal handler needs it
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        stopRequested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
