import Assembly
import Foundation
import Kernel
import Logging

/// What a command finds around it: options, environment, and the zone that they lead to.
struct Surroundings: Sendable {
  let environment: [String: String]
  let options: GlobalOptions
  let console: Console

  var directory: String { given(options.data, "IPZONE_DATA") ?? ".zone" }

  /// Texts that no message may show.
  var secrets: [String] {
    let configured = try? settings().database
    return [options.database, environment["IPZONE_DATABASE"], configured]
      .compactMap { $0.flatMap { DatabaseAddress($0).password } }
  }

  /// The file, the environment and the options together.
  func settings() throws -> Settings {
    var settings = try Settings.load(
      file: ZonePlace(directory: directory).configurationFile, environment: environment)
    if let database = options.database { settings.database = database }
    return settings
  }

  func place() throws -> ZonePlace { ZonePlace(directory: directory, server: try settings().database) }

  /// Opens the zone for one piece of work, and closes it whatever happens.
  func withZone<Result>(
    _ opening: Opening, asDemonstration: Bool = false, withNewKey: Bool = false, _ work: (Zone) async throws -> Result
  ) async throws -> Result {
    let (settings, place) = (try settings(), try place())
    if opening != .creating { try requireZone() }
    let zone = try await Zone.open(
      place, settings: settings, asDemonstration: asDemonstration, schema: opening.schema, withNewKey: withNewKey,
      world: { World.live(node: $0) }, log: try log())
    return try await closing(zone) { try await work(zone) }
  }

  /// Runs `work`, then closes `zone`.
  func closing<Result>(_ zone: Zone, _ work: () async throws -> Result) async throws -> Result {
    do {
      let result = try await work()
      try await zone.close()
      return result
    } catch {
      try? await zone.close()
      throw error
    }
  }

  /// What a command expects of the place.
  enum Opening {
    /// Makes a zone where there is none, and brings an older one up to date.
    case creating
    /// A zone with this program's schema.
    case existing
    /// A zone of whatever schema, to look it over.
    case lookedAt

    fileprivate var schema: Zone.SchemaOpening {
      switch self {
      case .creating: .bringUpToDate
      case .existing: .require
      case .lookedAt: .lookAt
      }
    }
  }

  func log(at level: Logger.Level = .warning) throws -> Logger {
    var log = Logger(label: "ipzone")
    log.logLevel = options.logLevel?.level ?? level
    return log
  }

  /// Whether there is a zone at the place that the options name; a server's may be there.
  var hasZone: Bool {
    get throws {
      let place = try place()
      return place.server != nil || FileManager.default.fileExists(atPath: place.databaseFile)
    }
  }

  /// A mistyped directory must not become a new, empty zone.
  private func requireZone() throws {
    guard try hasZone else { throw CommandRefusal.noZone(directory) }
  }

  private func given(_ option: String?, _ name: String) -> String? {
    if let option { return option }
    guard let value = environment[name], !value.isEmpty else { return nil }
    return value
  }
}
