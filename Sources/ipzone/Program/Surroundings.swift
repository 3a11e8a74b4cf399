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

  /// The database's address, with its password.
  private var server: String? { given(options.database, "IPZONE_DATABASE") }

  /// Texts that no message may show.
  var secrets: [String] { [DatabaseAddress(server ?? "").password].compactMap { $0 } }

  var place: ZonePlace { ZonePlace(directory: directory, server: server) }

  /// Opens the zone for one piece of work, and closes it whatever happens.
  func withZone<Result>(_ opening: Opening, _ work: (Zone) async throws -> Result) async throws -> Result {
    if opening == .existing { try requireZone() }
    let zone = try await Zone.open(place, world: { World.live(node: $0) }, log: log)
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

  /// Whether a command may make a zone where there is none.
  enum Opening { case creating, existing }

  /// A mistyped directory must not become a new, empty zone.
  func requireZone() throws {
    guard place.server == nil, !FileManager.default.fileExists(atPath: place.databaseFile) else { return }
    throw CommandRefusal.noZone(directory)
  }

  var log: Logger {
    var log = Logger(label: "ipzone")
    log.logLevel = options.logLevel?.level ?? .warning
    return log
  }

  private func given(_ option: String?, _ name: String) -> String? {
    if let option { return option }
    guard let value = environment[name], !value.isEmpty else { return nil }
    return value
  }
}

/// The address of a PostgreSQL server, as far as it must be kept secret.
struct DatabaseAddress {
  private let text: String
  init(_ text: String) { self.text = text }

  /// The password of `postgres://user:password@host` or of `password=…`, as it is written.
  var password: String? {
    if let scheme = text.range(of: "://"), let at = text[scheme.upperBound...].lastIndex(of: "@"),
      let colon = text[scheme.upperBound..<at].firstIndex(of: ":")
    {
      let password = text[text.index(after: colon)..<at]
      if !password.isEmpty { return String(password) }
    }
    guard let key = text.range(of: "password=") else { return nil }
    let password = text[key.upperBound...].prefix { !" &".contains($0) }
    return password.isEmpty ? nil : String(password)
  }

  /// The address with the password left out.
  var masked: String { password.map { text.replacingOccurrences(of: $0, with: "•••") } ?? text }
}
