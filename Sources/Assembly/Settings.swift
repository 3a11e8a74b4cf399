public import Documents
import EvidenceStore
public import Exchange
public import Kernel

/// How one deployment differs from another: `DIR/ipzone.yaml`, then the environment, then options.
public struct Settings: Equatable, Sendable {
  public var zoneName: Phrase?
  public var platformName: Phrase?
  public var footerHost: Phrase?
  public var footerContact: Phrase?
  public var siteCode: String?
  public var icpNumber: String?
  public var policeNumber: String?
  /// Bytes of one uploaded file.
  public var uploadLimit: Int64 = 512 * 1_048_576
  /// Bytes of one file of evidence.
  public var evidenceLimit: Int64 = EvidenceDesk.usualLimit
  /// The faces of official documents, those first that the zone has bought.
  public var fonts = LetterFonts()
  /// What is decided about the open data.
  public var open = OpenPolicy()
  /// Cookies only over https, and browsers told to stay with it.
  public var secureCookies = false
  /// Scheme and host that people come by, such as `https://ip.example.cn`.
  public var origin: String?
  /// Whether a proxy in front may be believed about where a request came from.
  public var trustedProxy = false
  /// Seconds without a request after which a session of staff ends.
  public var staffIdle: Double = 30 * 60
  /// Seconds after which a session of staff ends whatever happens.
  public var staffSession: Double = 12 * 3_600
  public var publicIdle: Double = 8 * 3_600
  public var publicSession: Double = 30 * 86_400
  public var host = "127.0.0.1"
  public var port = 8_080
  /// 0 for none; it listens on 127.0.0.1 only.
  public var metricsPort = 9_090
  public var logFormat = LogFormat.json
  /// A `postgres://` address; nil for SQLite.
  public var database: String?

  public init() {}

  public enum LogFormat: String, CaseIterable, Sendable { case json, text }

  /// - Parameters:
  ///   - file: the path of `ipzone.yaml`, which need not exist.
  ///   - environment: `IPZONE_PORT` is `port`, and so on.
  /// - Throws: ``SettingsRefusal``, naming the line or the variable.
  public static func load(file: String, environment: [String: String]) throws(SettingsRefusal) -> Settings {
    var settings = Settings()
    for entry in try SettingsFile.entries(at: file) { try settings.take(entry) }
    for key in SettingsKey.allCases {
      guard let value = environment[key.variable], !value.isEmpty else { continue }
      try settings.take(SettingsEntry(name: key.rawValue, value: value, source: key.variable))
    }
    return settings
  }

  private mutating func take(_ entry: SettingsEntry) throws(SettingsRefusal) {
    guard let key = SettingsKey(rawValue: entry.name) else {
      throw .unknownKey(entry.name, at: entry.source)
    }
    guard key.set(entry.value, in: &self) else {
      throw .badValue(entry.name, entry.value, wanted: key.wanted, at: entry.source)
    }
  }
}

/// One setting as somebody wrote it, and where.
struct SettingsEntry: Equatable {
  let name: String
  let value: String
  /// `ipzone.yaml:3`, or the name of a variable.
  let source: String
}
