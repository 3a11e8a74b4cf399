import Access
import CorpusStore
import Kernel
import Logging
import PatentsStore
import ServiceLifecycle

/// Tells keepers of queries of new documents, soon after an import.
struct AlertService: Service {
  let queries: SavedQueryDesk
  let log: Logger

  /// A look where nothing has changed costs a few rows.
  private static let pause = Duration.seconds(20)

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await runOnce()
        try await Task.sleep(for: Self.pause)
      }
    }
  }

  /// What fails now is tried again after the pause; an index that is being built refuses, and that is no fault.
  private func runOnce() async {
    do {
      try await queries.raiseAlerts(by: .system([.raiseAlerts, .readPatents]))
    } catch is any Refusal {
    } catch {
      log.error("kept queries could not be looked at: \(error)")
    }
  }
}
