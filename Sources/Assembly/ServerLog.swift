public import Foundation
public import Logging

/// Log lines on standard error: one JSON object a line, or text for a person at a terminal.
public struct ServerLog: LogHandler {
  public var logLevel: Logger.Level = .info
  public var metadata: Logger.Metadata = [:]
  private let label: String
  private let format: Settings.LogFormat
  private let now: @Sendable () -> Date

  public init(label: String, format: Settings.LogFormat, now: @escaping @Sendable () -> Date) {
    self.label = label
    self.format = format
    self.now = now
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    var line =
      switch format {
      case .json: json(event, fields)
      case .text: text(event, fields)
      }
    line += "\n"
    // One call a line: lines of several threads do not mix.
    line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }

  private func json(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
    var members = [
      ("time", time()), ("level", event.level.rawValue), ("logger", label), ("message", "\(event.message)"),
    ]
    members += fields.map { ($0.key, "\($0.value)") }
    return "{" + members.map { Self.quoted($0.0) + ":" + Self.quoted($0.1) }.joined(separator: ",") + "}"
  }

  private func text(_ event: LogEvent, _ fields: [(key: String, value: Logger.MetadataValue)]) -> String {
    let rest = fields.map { " \($0.key)=\($0.value)" }.joined()
    return "\(time()) \(event.level.rawValue) \(event.message)\(rest)".filter { !$0.isNewline }
  }

  private func time() -> String {
    now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\u{0}"..."\u{1F}": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
