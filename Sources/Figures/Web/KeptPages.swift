import Synchronization
import Web

/// Pages of many figures, each kept until something that figures are made of changes.
///
/// They are the same for all who have the same rights; menu, language and frame are added for each request.
final class KeptPages: Sendable {
  private let kept = Mutex<[String: (edition: Int64, page: Page)]>([:])
  /// A bound against whoever asks for every day there is.
  private let limit = 60

  func find(_ name: String, of edition: Int64) -> Page? {
    kept.withLock { kept in kept[name].flatMap { $0.edition == edition ? $0.page : nil } }
  }

  func keep(_ page: Page, as name: String, of edition: Int64) {
    kept.withLock { kept in
      if kept.count >= limit { kept = [:] }
      kept[name] = (edition, page)
    }
  }
}
