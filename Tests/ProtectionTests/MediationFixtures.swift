import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import LedgersStore
import Matters
import MattersStore
import Protection
import ProtectionStore
import Rules
import RulesStore
import Storage
import Synchronization
import Testing

/// A zone that has nothing but mediation and complaints, with a calendar that the test turns.
struct DisputeZone {
  let database: any Database
  let clock: DisputeClock
  let post = DisputePost()
  let people: DisputePeople
  let desk: MatterDesk
  let journal: JournalDesk

  init(database: any Database) throws {
    self.database = database
    let (clock, post, people) = (DisputeClock(), post, try DisputePeople())
    (self.clock, self.people) = (clock, people)
    let calendar = try HolidayLibrary.shipped()
    let world = clock.world
    desk = MatterDesk(
      book: ProcedureBook([.mediation, .complaint]),
      rules: RuleShelf(shipped: try RuleLibrary.shipped(for: .demonstration)),
      ledgers: LedgerDesk(book: LedgerBook([]), database: database, world: world) { _ in nil },
      around: MatterSurroundings(
        calendar: { _ in calendar },
        holders: { permission, _ in
          people.staff.filter { $0.may(permission) }.map { MatterPerson(account: $0.id, name: $0.displayName) }
        },
        name: { id, _ in people.all.first { $0.id == id }?.displayName },
        organisation: { code, _ in people.all.compactMap(\.mandate).first { $0.organisation == code }?.organisationName
        },
        isTied: { id, codes, _ in
          people.all.first { $0.id == id }?.mandate.map { codes.contains($0.organisation) } ?? false
        },
        tell: { news, _ in post.take(news) },
        mark: { code in "mark-\(code.utf8.reduce(UInt64(17)) { $0 &* 31 &+ UInt64($1) })" }),
      database: database, world: world)
    journal = JournalDesk(
      database: database, world: world, tables: MatterTables.records, subjects: { _, _, _ in true })
  }

  static func with(_ kind: DatabaseKind, _ work: (DisputeZone) async throws -> Void) async throws {
    try await kind.withDatabase(journalMigrations + ruleMigrations + MatterTables.migrations) { database in
      let zone = try DisputeZone(database: database)
      try await work(zone)
      guard case .intact = try await zone.journal.verify(by: .console([.verifyJournal])) else {
        Issue.record("the journal is broken")
        return
      }
    }
  }

  func take(
    _ step: String, _ id: ID<Matter>, _ texts: [String: String] = [:], because reason: String = "",
    naming named: [ID<Account>] = [], by account: Account
  ) async throws {
    try await desk.take(
      step, on: id, StepGiven(texts: texts, reason: reason, named: named), seen: nil, by: account)
  }

  func file(_ id: ID<Matter>, by account: Account? = nil) async throws -> MatterFile {
    try await desk.find(id, by: account ?? people.handler)
  }

  func stage(_ id: ID<Matter>) async throws -> String { try await file(id).matter.stage }

  /// The last day of the newest run of `clock`.
  func due(_ clock: String, _ id: ID<Matter>) async throws -> String? {
    try await file(id).clocks.last { $0.clock == clock }?.due.day.description
  }
}

/// Who takes part: ids are large, so that a number found in a text is theirs.
struct DisputePeople: Sendable {
  let handler = account(
    7_700_011, "handler", "窗口张", [.fileMatters, .workOnMatters, .handleMediation, .handleComplaints])
  let supervisor = account(
    7_700_012, "supervisor", "科长李",
    [
      .fileMatters, .workOnMatters, .assignMatters, .handleMediation, .handleComplaints, .superviseMediation,
      .superviseComplaints,
    ])
  let mediator = account(7_700_013, "mediator", "调解员王", [.fileMatters, .mediate])
  let secondMediator = account(7_700_015, "mediator2", "调解员赵", [.fileMatters, .mediate])
  let auditor = account(7_700_016, "auditor", "审计钱", [.fileMatters, .readJournal, .verifyJournal])
  let tiedMediator: Account
  let applicant: Account
  let respondent: Account
  let outsider: Account
  let reporter = account(7_700_051, "whistle", "吹哨人孙", client)
  let visitor = Account.visitor([.readGuides, .fileComplaints])
  let zone = Account.system([.runClocks, .fileMatters])

  static let client: Set<Permission> = [.fileMatters, .readGuides, .fileMediation, .fileComplaints]

  init() throws {
    tiedMediator = Self.account(
      7_700_014, "mediator-tied", "调解员周", [.fileMatters, .mediate], for: try Self.mandate(2, "乙公司"))
    applicant = Self.account(7_700_021, "applicant", "申请人吴", Self.client, for: try Self.mandate(1, "甲公司"))
    respondent = Self.account(7_700_031, "respondent", "被申请人郑", Self.client, for: try Self.mandate(2, "乙公司"))
    outsider = Self.account(7_700_041, "outsider", "旁人冯", Self.client, for: try Self.mandate(3, "丙公司"))
  }

  var staff: [Account] { [handler, supervisor, mediator, tiedMediator, secondMediator] }
  var all: [Account] { staff + [auditor, applicant, respondent, outsider, reporter] }

  static func account(
    _ id: Int64, _ name: String, _ display: String, _ permissions: Set<Permission>, for mandate: Mandate? = nil
  ) -> Account {
    Account(
      id: ID(id), standing: .person, name: name, displayName: display, roles: [], permissions: permissions,
      mandate: mandate)
  }

  private static func mandate(_ number: Int, _ name: String) throws -> Mandate {
    Mandate(
      id: .sample(), holder: .sample(9), organisation: try SocialCreditCode(disputeCode(number)),
      organisationName: name, grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
  }
}

/// The `number`th credit code: its check symbol is the one that the standard's own type accepts.
func disputeCode(_ number: Int) -> String {
  let body = "91320100MB" + String(20_000_000 + number).dropFirst()
  let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { symbol -> String in "\(body)\(symbol)" }
  return codes.first { (try? SocialCreditCode($0)) != nil } ?? ""
}

/// A clock that stands until the test turns it.
final class DisputeClock: Sendable {
  private let now = Mutex<Date>(.noon)
  private let fixed = World.fixed()

  var world: World {
    World(now: { self.now.withLock { $0 } }, serial: fixed.serial, randomBytes: fixed.randomBytes)
  }

  /// Noon of `day`, written as 2026-09-28.
  func turn(to day: String) throws {
    let start = try #require(Day(day)).start
    now.withLock { $0 = start.addingTimeInterval(43_200) }
  }
}

/// Everything that people are told.
final class DisputePost: Sendable {
  private let kept = Mutex<[MatterNews]>([])

  var all: [MatterNews] { kept.withLock { $0 } }

  func take(_ news: MatterNews) { kept.withLock { $0.append(news) } }

  func clear() { kept.withLock { $0 = [] } }
}

/// The codes of what refused a piece of work; empty where it was done.
func disputeRefusals(_ work: () async throws -> Void) async throws -> [String] {
  do {
    try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map(\.code)
  } catch let refusal as any Refusal {
    return [refusal.code]
  }
}

/// The steps of a chart as a table by hand: `step | stages it is taken at | who takes it`.
struct DisputeSteps {
  private let rows: [String: (stages: Set<String>, takers: Set<String>)]

  init(_ text: String) {
    rows = Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").map { line in
        let cells = line.split(separator: "|").map { Set($0.split(separator: " ").map(String.init)) }
        return (cells[0].first ?? "", (cells[1], cells[2]))
      })
  }

  var steps: Set<String> { Set(rows.keys) }

  func allows(_ step: String, at stage: String, by role: String) -> Bool {
    rows[step].map { $0.stages.contains(stage) && $0.takers.contains(role) } ?? false
  }
}
