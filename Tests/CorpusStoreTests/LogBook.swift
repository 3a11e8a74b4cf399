import Logging
import Synchronization

/// What a process wrote to its log.
final class LogBook: Sendable {
  private let held = Mutex<[String]>([])

  var messages: [String] { held.withLock { $0 } }
  var log: Logger { Logger(label: "tests") { _ in Pen(book: self) } }

  private struct Pen: LogHandler {
    let book: LogBook
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { book.held.withLock { $0.append("\(event.message)") } }
  }
}
