import Access
import Logging
import MattersStore
import ServiceLifecycle

/// Notes ended time limits every few minutes, and tells those concerned.
struct ClockService: Service {
  let matters: MatterDesk
  let log: Logger

  /// Time limits end with a day; nobody waits for the minute.
  private static let pause = Duration.seconds(180)
  private static let batch = 100

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await runOnce()
        try await Task.sleep(for: Self.pause)
      }
    }
  }

  /// What fails now is tried again after the pause.
  private func runOnce() async {
    do {
      while try await matters.runClocks(limit: Self.batch, by: .zoneItself) == Self.batch {}
    } catch {
      log.error("time limits could not be checked: \(error)")
    }
  }
}

extension Account {
  /// The zone acting by itself on matters: checking time limits, and keeping what is handed in.
  static let zoneItself = Account.system([.runClocks])
}
