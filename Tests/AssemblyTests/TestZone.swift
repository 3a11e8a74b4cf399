import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Jobs
import JobsStore
import Journal
import JournalStore
import Kernel
import Logging
import PatentsStore
import PortalFixtures
import Storage
import Synchronization
import Testing
import Web

/// A demonstration zone as it is in service, in a folder of its own.
struct TestZone: Sendable {
  let zone: Zone
  let responder: PortalResponder
  let clock: TestClock

  /// Hands `work` a zone with a login for every role and nothing else, and removes it afterwards.
  static func with<Result>(
    _ settings: Settings = Settings(), clock: TestClock = TestClock(), _ work: (TestZone) async throws -> Result
  ) async throws -> Result {
    try await inFolder { folder in
      let zone = try await TestZone(ZonePlace(directory: folder), settings, clock: clock)
      try await zone.zone.access.createDemonstrationLogins(by: zone.zone.console)
      let result = try await work(zone)
      try await zone.zone.close()
      return result
    }
  }

  /// Hands `work` an empty folder and removes it afterwards.
  static func inFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await work(folder)
  }

  /// - Parameter reached: another way to the zone's database.
  init(
    _ place: ZonePlace, _ settings: Settings = Settings(), clock: TestClock,
    reaching reached: (any Database) -> any Database = { $0 }
  ) async throws {
    var log = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
    log.logLevel = .critical
    zone = try await Zone.open(
      place, settings: settings, asDemonstration: true, passwords: PasswordCost(passes: 1, kibibytes: 8),
      world: { clock.world(node: $0) }, log: log, reaching: reached)
    responder = try ZonePortal.responder(zone, settings: settings)
    self.clock = clock
  }

  /// A browser in which nobody is signed in.
  func visitor() -> PortalClient { PortalClient(responder) }

  /// A browser with a fresh session of the demonstration's login of `role`.
  func signedIn(_ role: Role) async throws -> PortalClient {
    let browser = visitor()
    browser.setCookie(sessionCookie, try await session(role))
    return browser
  }

  /// The token of a fresh session, past the second factor.
  func session(_ role: Role) async throws -> String {
    // A code of the authenticator serves once, so every session is half a minute later than the last.
    clock.advance(by: 31)
    let login = try await login(role)
    let code = try zone.access.demonstrationCode(for: role)
    let outcome = try await zone.access.signIn(
      name: login.name, password: login.password.text, code: code, from: Origin())
    guard case .signedIn(let token) = outcome else { throw NoSuchPage() }
    return token.text
  }

  func login(_ role: Role) async throws -> PrintedLogin {
    let logins = try await zone.access.createDemonstrationLogins(by: zone.console)
    return try #require(logins.first { $0.role == role })
  }

  /// Imports the committed demonstration patents.
  func importDemonstration() async throws {
    _ = try await zone.patents.importFile(
      at: Tree.path("Samples/demo/demo-patents.jsonl"), named: "demo-patents.jsonl", by: zone.console)
  }

  /// Carries out the jobs that wait, as the server's runner does.
  func runJobs() async throws {
    let patents = zone.patents
    let runner = JobRunner(
      database: zone.database, world: zone.world,
      workers: patents.workers,
      log: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() }))
    while try await runner.runNext() {}
  }

  /// Whether the whole journal and every record are intact.
  func isIntact() async throws -> Bool {
    guard case .intact = try await zone.journal.verify(by: zone.console) else { return false }
    return true
  }

  func count(_ table: String) async throws -> Int64 {
    try await zone.database.read { db in
      try db.rows("SELECT count(*) FROM \(SQL(name: table))").first.map { row in
        var columns = row.columns
        return try columns.integer()
      } ?? -1
    }
  }
}

/// A clock that tests set, and ids and dice that differ from run to run no more than they must.
final class TestClock: Sendable {
  private let time: Mutex<Date>
  private let last = Mutex<Int64>(0)
  private let dice: Mutex<SeededDice>

  /// - Parameter seed: two processes throw different dice.
  init(at start: Date = .noon, seed: UInt64 = 20_261_122) {
    time = Mutex(start)
    dice = Mutex(SeededDice(seed: seed))
  }

  func advance(by seconds: Double) { time.withLock { $0 += seconds } }

  /// Ids of different nodes never meet.
  func world(node: Int) -> World {
    World(
      now: { self.time.withLock { $0 } },
      serial: {
        self.last.withLock { last in
          last += 1
          return 1 << 40 | last << 10 | Int64(node & 1_023)
        }
      },
      randomBytes: { length in
        self.dice.withLock { dice in (0..<length).map { _ in UInt8(dice.roll(below: 256)) } }
      })
  }
}

/// The source tree that the tests were built from.
enum Tree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func path(_ name: String) -> String { root + "/" + name }
  static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
