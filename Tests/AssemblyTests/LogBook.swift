import Logging
import Synchronization

/// What a server wrote to its log.
final class LogBook: Sendable {
  private let held = Mutex<[(level: Logger.Level, message: String)]>([])

  /// Those that somebody must act upon.
  var errors: [String] { held.withLock { $0.filter { $0.level >= .error }.map(\.message) } }

  var messages: [String] { held.withLock { $0.map(\.message) } }

  var handler: any LogHandler { Pen(book: self) }

  private struct Pen: LogHandler {
    let book: LogBook
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      book.held.withLock { $0.append((event.level, "\(event.message) \(metadata) \(event.metadata ?? [:])")) }
    }
  }
}
