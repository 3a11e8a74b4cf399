import Access
import Enterprises
import EnterprisesStore
import FiguresStore
import Fixtures
import Foundation
import JournalStore
import Journal
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import PremisesStore
import Protection
import ProtectionStore
import Rules
import RulesStore
import StationsStore
import Storage
import Synchronization

/// A zone that has nothing but the procedures of protection, the ledgers that they write, and a handful of people.
struct ProtectionZone {
  let database: any Database
  let clock: TestClock
  let world: World
  let rules: RuleZone

  static let book = ProcedureBook([
    .windowTicket, .rightsAid, .problemVisit, KeptProcedure(VolunteerRegistration.self), .mediation, .complaint,
  ])
  /// Read once for all tests.
  private static let calendar = Result { try HolidayLibrary.shipped() }
  private static let operating = Result { try RuleLibrary.shipped(for: .operating) }
  private static let demonstration = Result { try RuleLibrary.shipped(for: .demonstration) }
  static let institutions = Ledger(
    "institutions", path: "/institutions", mark: "R-ORG", name: Phrase(zh: "机构", en: "Institutions"),
    one: Phrase(zh: "机构", en: "institution"), purpose: Phrase(zh: "测试用机构。", en: "Institutions of the tests."),
    identity: ["code"], title: "name", readers: .readEnterprises, keepers: .keepEnterprises,
    fields: [
      LedgerField("code", Phrase(zh: "统一社会信用代码", en: "Credit code"), .creditCode).required,
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 40)).required,
      LedgerField("active_from", Phrase(zh: "起", en: "From"), .day),
      LedgerField("active_to", Phrase(zh: "止", en: "To"), .day),
    ])
  static let ledgers = LedgerBook(enterpriseLedgers() + [KeptLedger(institutions)])
  static let tables = MatterTables.records + ledgers.all.map(\.ledger.table)

  /// 2026-09-28 is a Monday; the holidays of October follow.
  static func with(
    _ kind: DatabaseKind, on day: String = "2026-09-28", rules: RuleZone = .demonstration,
    _ work: (ProtectionZone) async throws -> Void
  ) async throws {
    let migrations =
      journalMigrations + ruleMigrations + MatterTables.migrations + enterpriseMigrations
      + [institutions.migration("test institutions")] + figureMigrations + premisesMigrations
      + StationTables.migrations
    try await kind.withDatabase(migrations) { database in
      let clock = TestClock(day)
      let fixed = World.fixed()
      let world = World(now: { clock.now }, serial: fixed.serial, randomBytes: fixed.randomBytes)
      let zone = ProtectionZone(database: database, clock: clock, world: world, rules: rules)
      try await zone.found()
      try await work(zone)
    }
  }

  private func found() async throws {
    let (desk, keeper) = (ledgers(database), Cast.keeper)
    for (code, name) in [(Cast.agencyCode, "清风代理"), (Cast.centreCode, "运营中心")] {
      try await desk.add(LedgerDraft(texts: ["code": code, "name": name]), to: Self.institutions, by: keeper)
    }
    try await desk.add(
      LedgerDraft(texts: ["code": Cast.firmCode, "name": "星河科技", "kind": "enterprise", "place": "jiangning"]),
      to: .enterprises, by: keeper)
    for (status, from, to) in [
      ("high-tech", "2024-11-01", "2027-10-31"), ("pre-listing", "2025-01-01", "2026-09-27"),
      ("srdi-nation", "2026-09-28", ""),
    ] {
      try await desk.add(
        LedgerDraft(texts: ["enterprise": Cast.firmCode, "status": status, "from_day": from, "to_day": to]),
        to: .statuses, by: keeper)
    }
    try await desk.add(
      LedgerDraft(texts: ["enterprise": Cast.firmCode, "visited_on": "2026-09-25", "visitors": "甲、乙"]), to: .visits,
      by: keeper)
  }

  func ledgers(_ database: any Database) -> LedgerDesk {
    LedgerDesk(book: Self.ledgers, database: database, world: world) { _ in nil }
  }

  func desk(_ other: (any Database)? = nil) throws -> MatterDesk {
    let calendar = try Self.calendar.get()
    return MatterDesk(
      book: Self.book, rules: RuleShelf(shipped: try (rules == .operating ? Self.operating : Self.demonstration).get()),
      ledgers: ledgers(other ?? database),
      around: MatterSurroundings(
        calendar: { _ in calendar },
        holders: { permission, _ in
          [.giveAid, .mediate].contains(permission) ? [MatterPerson(account: Cast.helper.id, name: "戊")] : []
        },
        mark: { "mark of \($0)" }),
      database: other ?? database, world: world)
  }

  /// Files for the firm at the counter, or by `account`.
  @discardableResult
  func file(
    _ code: String, _ texts: [String: String], files: [HandedIn] = [], channel: Matter.Channel = .counter,
    station: String? = nil, by account: Account = Cast.firm
  ) async throws -> FiledMatter {
    try await desk().file(
      MatterFiling(code, texts: texts, files: files, channel: channel, station: station), by: account)
  }

  func take(
    _ step: String, _ id: ID<Matter>, _ texts: [String: String] = [:], because reason: String = "",
    naming: [ID<Account>] = [], by account: Account
  ) async throws {
    try await desk().take(
      step, on: id, StepGiven(texts: texts, reason: reason, named: naming), seen: nil, by: account)
  }

  func file(of id: ID<Matter>, by account: Account = Cast.staff) async throws -> MatterFile {
    try await desk().find(id, by: account)
  }

  func matter(_ id: ID<Matter>) async throws -> Matter { try await file(of: id).matter }

  func records(_ ledger: Ledger) async throws -> [LedgerRecord] {
    try await ledgers(database).page(of: ledger, by: Cast.keeper).records
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(database: database, world: world, tables: Self.tables, subjects: { _, _, _ in true })
    let verdict = try await journal.verify(by: .console([.verifyJournal]))
    if case .intact = verdict { return true }
    return false
  }

  func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }
}

/// A clock that a test sets: noon in Nanjing of a day.
final class TestClock: Sendable {
  private let day: Mutex<Day>

  init(_ text: String) { day = Mutex(Day(text) ?? Day(number: 0)) }

  var now: Date { day.withLock { $0.start.addingTimeInterval(12 * 3_600) } }

  func set(_ text: String) { day.withLock { $0 = Day(text) ?? $0 } }
}

/// Who appears in these tests.
enum Cast {
  static let firmCode = creditCode(1)
  static let agencyCode = creditCode(2)
  static let centreCode = creditCode(3)

  static let keeper = account(1, [.readEnterprises, .keepEnterprises])
  static let firm = account(
    11, [.fileMatters, .readGuides, .askWindow, .askForAid, .fileVolunteer, .fileMediation, .fileComplaints],
    for: (firmCode, "星河科技"))
  static let agency = account(12, [.fileMatters, .readGuides], for: (agencyCode, "清风代理"))
  static let helper = account(13, [.fileMatters, .readGuides, .giveAid, .mediate])
  static let stranger = account(14, [.fileMatters, .readGuides, .askWindow, .fileVolunteer])
  static let staff = account(
    21,
    [
      .fileMatters, .workOnMatters, .readGuides, .askWindow, .handleTickets, .askForAid, .handleAid, .raiseProblems,
      .handleProblems, .fileVolunteer, .handleVolunteers, .handleMediation, .superviseMediation, .handleComplaints,
      .superviseComplaints,
    ])
  static let visitor = Account.visitor([.readGuides, .askWindow])
  static let zone = Account.system([.runClocks])

  static func account(
    _ number: Int64, _ permissions: Set<Permission>, for organisation: (code: String, name: String)? = nil
  ) -> Account {
    let mandate = organisation.flatMap { organisation in
      (try? SocialCreditCode(organisation.code)).map { code in
        Mandate(
          id: .sample(number), holder: .sample(number), organisation: code, organisationName: organisation.name,
          grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
      }
    }
    return Account(
      id: .sample(number), standing: .person, name: "p\(number)", displayName: "人\(number)", roles: [.member],
      permissions: permissions, mandate: mandate)
  }
}

/// The `number`th credit code: its check symbol is the one that the standard's own type accepts.
func creditCode(_ number: Int) -> String {
  let body = "91320100MA" + String(10_000_000 + number).dropFirst()
  let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { symbol -> String in "\(body)\(symbol)" }
  return codes.first { (try? SocialCreditCode($0)) != nil } ?? ""
}

/// The codes of what refused a piece of work.
func refusals<Done>(_ work: () async throws -> Done) async throws -> [String] {
  do {
    _ = try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map(\.code)
  } catch let refusal as any Refusal {
    return [refusal.code]
  }
}
