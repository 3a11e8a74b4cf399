import Access
import AccessStore
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Storage
import Synchronization

/// A zone on some database, with a clock that the test sets.
struct TestZone {
  let database: any Database
  let clock: Clock
  let desk: AccessDesk
  let journal: JournalDesk
  /// Keeps the ids of the desks of one test apart.
  let serials = Serials()

  static func open(
    on kind: DatabaseKind = .memory, policy: AccessPolicy = AccessPolicy(), _ work: (TestZone) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + accessMigrations) { database in
      try await work(TestZone(database: database, policy: policy))
    }
  }

  init(database: any Database, policy: AccessPolicy = AccessPolicy()) {
    let clock = Clock()
    let world = World.ticking(clock)
    self.clock = clock
    self.database = database
    desk = Self.desk(database, world, policy)
    journal = JournalDesk(
      database: database, world: world, tables: AccessTables.records, subjects: AccessDesk.isSubject)
  }

  static func desk(_ database: any Database, _ world: World, _ policy: AccessPolicy = AccessPolicy()) -> AccessDesk {
    AccessDesk(
      database: database, world: world, matrix: .tests, policy: policy, zoneKey: Array(repeating: 7, count: 32),
      cost: .cheap)
  }

  /// The same desk on a database that fails.
  func desk(on faulty: any Database) -> AccessDesk { Self.desk(faulty, World.ticking(clock, from: 1_000_000)) }

  func isIntact() async throws -> Bool {
    switch try await journal.verify(by: .console([.verifyJournal])) {
    case .intact: true
    case .broken: false
    }
  }

  func actions() async throws -> [String] {
    try await journal.page(limit: 200, by: .console([.readJournal])).map(\.action).reversed()
  }

  /// Registers and signs in.
  @discardableResult func member(_ name: String = "wangfang", wanted: Role = .member) async throws -> Account {
    _ = try await desk.register(
      Registration(name: name, contact: .sample, password: .sample, wanted: wanted), by: desk.visitor)
    return try await enter(name).account
  }

  /// Signs in without a second factor.
  @discardableResult func enter(_ name: String, _ password: Secret = .sample) async throws -> Entered {
    guard case .signedIn(let token) = try await desk.signIn(name: name, password: password.text, from: .sample) else {
      throw Unexpected()
    }
    guard let (account, session) = try await desk.resolve(session: token.text) else { throw Unexpected() }
    return Entered(account: account, session: session, token: token.text)
  }

  /// Invites somebody with `roles`, who accepts and enrols where the role needs it.
  func staff(_ name: String, _ roles: Set<Role>) async throws -> Account {
    let (_, code) = try await desk.invite(Invitation(name: name, contact: .sample, roles: roles), by: .security)
    _ = try await desk.acceptInvitation(code.text, password: .sample)
    let entered = try await enter(name)
    guard roles.contains(where: \.isStaff) else { return entered.account }
    try await enrol(entered)
    guard let (account, _) = try await desk.resolve(session: entered.token) else { throw Unexpected() }
    return account
  }

  @discardableResult func enrol(_ entered: Entered) async throws -> [UInt8] {
    let enrolment = try await desk.enrolSecondFactor(password: .sample, issuer: "ipzone", by: entered.account)
    guard let secret = Base32.bytes(enrolment.secret.text) else { throw Unexpected() }
    let code = Codes.code(secret, at: clock.now)
    try await desk.confirmSecondFactor(code: code, in: entered.session.id, by: entered.account)
    return secret
  }
}

struct Entered {
  let account: Account
  let session: OpenSession
  let token: String
}

struct Unexpected: Error {}

/// Time that stands until a test moves it.
final class Clock: Sendable {
  private let time = Mutex(Date.noon)
  var now: Date { time.withLock { $0 } }
  func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
}

final class Serials: Sendable {
  private let count = Mutex<Int64>(0)
  func next() -> Int64 {
    count.withLock { count in
      count += 100_000
      return count
    }
  }
}

extension World {
  static func ticking(_ clock: Clock, from first: Int64 = 100) -> World {
    let count = Mutex(first)
    let dice = Mutex(SeededDice(seed: UInt64(first)))
    return World(
      now: { clock.now },
      serial: {
        count.withLock { count in
          count += 1
          return count
        }
      },
      randomBytes: { length in dice.withLock { dice in (0..<length).map { _ in UInt8(dice.roll(below: 256)) } } })
  }
}

extension PasswordCost {
  /// Sixteen kibibytes: fast, and useless outside tests.
  static let cheap = PasswordCost(passes: 1, kibibytes: 16)
}

extension PermissionMatrix {
  static let tests = PermissionMatrix(
    visitor: [.register],
    byRole: [
      .centreStaff: [.ownAccount, .inviteClients, .approveMandates, .listAccounts],
      .administrator: [.ownAccount, .listAccounts, .resetPasswords],
      .auditor: [.ownAccount, .listAccounts, .readJournal],
      .securityAdministrator: [
        .ownAccount, .listAccounts, .lookAtAccount, .inviteClients, .grantRoles, .deactivateAccounts, .resetPasswords,
        .resetSecondFactors,
      ],
      .member: [.ownAccount, .fileMandates], .enterprise: [.ownAccount, .fileMandates],
      .institution: [.ownAccount, .fileMandates], .expert: [.ownAccount], .overseas: [.ownAccount, .fileMandates],
      .inspector: [.ownAccount], .regulator: [.ownAccount], .baseManager: [.ownAccount], .government: [.ownAccount],
    ])
}

extension Account {
  static let security = Account.console(PermissionMatrix.tests.permissions(of: [.securityAdministrator]))
  static let server = Account.console(Set(AccessDesk.permissions))
}

extension Secret { static let sample = Secret("correct horse battery") }

extension Origin { static let sample = Origin(address: "10.0.0.7", device: "Test browser") }

extension ContactDetails {
  static let sample = ContactDetails(
    known: "王芳", email: "wang@example.cn", phone: "13812341234", language: .zh)
}
