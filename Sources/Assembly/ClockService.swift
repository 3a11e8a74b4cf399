import Access
import LearningStore
import Logging
import MattersStore
import Portfolios
import PortfoliosStore
import ServiceLifecycle

/// Notes ended time limits every few minutes, tells those concerned, of annuities, too, and forgets what was to be kept so long.
struct ClockService: Service {
  let matters: MatterDesk
  let learning: LearningDesk
  let portfolios: PortfolioDesk
  let log: Logger

  /// Time limits end with a day; nobody waits for the minute.
  private static let pause = Duration.seconds(180)
  /// Annuities are counted for every patent of every portfolio; a notice of thirty days can wait an hour.
  private static let roundsOfAnHour = 20

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      var round = 0
      while !Task.isCancelled {
        await runOnce()
        if round.isMultiple(of: Self.roundsOfAnHour) { await remind() }
        round += 1
        try await Task.sleep(for: Self.pause)
      }
    }
  }

  /// What fails now is tried again after the pause.
  private func runOnce() async {
    do {
      try await matters.runClocks(by: .zoneItself)
    } catch {
      log.error("time limits could not be checked: \(error)")
    }
    do {
      _ = try await learning.forgetAddresses(by: .zoneItself)
    } catch {
      log.error("addresses of past lectures could not be forgotten: \(error)")
    }
  }

  private func remind() async {
    do {
      try await portfolios.remind(by: .zoneItself)
    } catch {
      log.error("annuities could not be checked: \(error)")
    }
  }
}

extension Account {
  /// The zone acting by itself: checking time limits and annuities, and keeping what is handed in.
  static let zoneItself = Account.system([.runClocks, .remindOfAnnuities])
}
