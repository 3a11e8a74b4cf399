import Access
import EnterprisesStore
import Evidence
import Figures
import FiguresStore
import Fixtures
import Foundation
import Institutions
import InstitutionsStore
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Premises
import PremisesStore
import Programme
import ProgrammeStore
import Rules
import RulesStore
import Storage
import Testing

/// A zone with rooms, a register of institutions, the figure A01, and the two procedures by which tenants come and go.
struct MoveZone {
  let database: any Database
  let clock: Clock
  let matters: MatterDesk
  let ledgers: LedgerDesk
  let premises: PremisesDesk
  let figures: FigureDesk
  /// The centre's rooms: 301 and 302 are offices of 30 m².
  private(set) var rooms: [Room] = []

  private static let calendar = Result { try HolidayLibrary.shipped() }
  private static let facts = TenantFacts { codes, day, db in
    let known = try institutionFacts(of: codes.map(\.description), on: day, in: db)
    return codes.reduce(into: [:]) { found, code in
      guard let fact = known[code.description] else { return }
      found[code] = TenantFact(
        name: fact.name, staff: fact.staff, revenue: fact.revenue.map { Fen($0) }, registered: fact.registered)
    }
  }

  /// It begins on Monday, 2026-11-23.
  static func with(
    _ kind: DatabaseKind, rules: RuleZone = .demonstration, _ work: (MoveZone) async throws -> Void
  ) async throws {
    let migrations =
      journalMigrations + ruleMigrations + figureMigrations + institutionMigrations + enterpriseMigrations
      + premisesMigrations + MatterTables.migrations
    try await kind.withDatabase(migrations) { database in
      var zone = try MoveZone(database, rules)
      zone.clock.set(day("2026-11-23"))
      let premises = PremisesZone(database: database, clock: zone.clock, facts: facts)
      try await premises.desk.establish(by: premises.clerk)
      zone.rooms = try await premises.buildFloor()
      let draft = try CriteriaDraft(
        from: day("2024-01-01"),
        thresholds: [StageThreshold(.mature, .staff, atLeast: 30), StageThreshold(.growing, .staff, atLeast: 10)])
      let moves = try await premises.desk.preview(draft, by: premises.clerk)
      try await premises.desk.adopt(
        draft, adoptedBy: "中心", document: "标准1号", seen: StageMove.mark(of: moves), by: premises.clerk)
      try await work(zone)
      #expect(try await zone.isIntact())
    }
  }

  private init(_ database: any Database, _ rules: RuleZone) throws {
    self.database = database
    let clock = Clock()
    self.clock = clock
    let world = clock.world
    ledgers = LedgerDesk(book: LedgerBook(institutionLedgers), database: database, world: world) { _ in nil }
    premises = PremisesDesk(database: database, world: world, facts: Self.facts)
    figures = FigureDesk(
      book: FigureBook(planFigures { _ in nil }.filter { $0.indicator.code == "A01" }), series: planSeries,
      tables: Self.tables, isDemonstration: true, database: database, world: world)
    let calendar = try Self.calendar.get()
    matters = MatterDesk(
      book: ProcedureBook([.moveIn(Self.facts), .moveOut(Self.facts)]),
      rules: RuleShelf(shipped: try RuleLibrary.shipped(for: rules)), ledgers: ledgers,
      around: MatterSurroundings(
        calendar: { _ in calendar },
        holders: { permission, _ in
          Movers.panel.filter { $0.may(permission) }.map { MatterPerson(account: $0.id, name: $0.displayName) }
        },
        name: { id, _ in Movers.panel.first { $0.id == id }?.displayName },
        isTied: { id, codes, _ in
          Movers.panel.first { $0.id == id }?.mandate.map { codes.contains($0.organisation) } ?? false
        },
        mark: { "mark of \($0)" }),
      database: database, world: world)
  }

  private static let tables =
    figureTables + institutionTables + enterpriseTables + premisesTables + MatterTables.records

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: clock.world, tables: Self.tables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: .console([.verifyJournal])) { return true }
    return false
  }

  /// How many institutions the zone has on `on`.
  func a01(_ on: String) async throws -> Int {
    let figure = try await figures.figure("A01", at: day(on), by: .console([.readFigures]))
    return figure.state.value.map { Int($0.numerator / $0.denominator) } ?? 0
  }

  func apply(
    _ more: [String: String] = [:], materials: [String] = ["business", "licence"], by account: Account = Movers.agency
  ) async throws -> ID<Matter> {
    let texts = Movers.application.merging(more) { $1 }
    let files = materials.map { HandedIn(material: $0, evidence: ID(1), name: "\($0).pdf") }
    return try await matters.file(MatterFiling("move-in", texts: texts, files: files), by: account).id
  }

  /// By the agency itself, or raised by the centre for it.
  func leave(_ texts: [String: String], by account: Account = Movers.agency) async throws -> ID<Matter> {
    var filing = MatterFiling("move-out", texts: ["wish": "说明"].merging(texts) { $1 })
    if account == Movers.centre { filing.onBehalfOf = .init(name: "清风代理", organisation: code(1)) }
    return try await matters.file(filing, by: account).id
  }

  func take(
    _ step: String, _ id: ID<Matter>, _ texts: [String: String] = [:], because reason: String = "",
    naming: [Account] = [], with materials: [String] = [], by account: Account = Movers.centre
  ) async throws {
    let files = materials.map { HandedIn(material: $0, evidence: ID(1), name: "附件.pdf") }
    try await matters.take(
      step, on: id, StepGiven(texts: texts, reason: reason, named: naming.map(\.id), files: files), seen: nil,
      by: account)
  }

  func matter(_ id: ID<Matter>) async throws -> Matter { try await matters.find(id, by: Movers.centre).matter }
  func stage(_ id: ID<Matter>) async throws -> String { try await matter(id).stage }

  func due(_ clock: String, _ id: ID<Matter>) async throws -> String? {
    try await matters.find(id, by: Movers.centre).clocks.last { $0.clock == clock }?.due.day.description
  }

  func stays(of tenant: SocialCreditCode) async throws -> [Occupancy] {
    try await premises.book(by: .console([.readPremises, .managePremises])).occupancies
      .filter { $0.tenant == tenant }.sorted { $0.stay.first < $1.stay.first }
  }

  func entry(of tenant: SocialCreditCode) async throws -> InstitutionEntry? {
    try await database.read { try institutionEntry(of: tenant, in: $0) }
  }

  /// As far as the panel, which has three members.
  func judged(_ more: [String: String] = [:], by account: Account = Movers.agency) async throws -> ID<Matter> {
    let id = try await apply(more, by: account)
    try await take("accept", id)
    try await take(
      "visit", id, ["visited_on": "2026-11-23", "visit_note": "场所真实", "visit_advice": "for"], by: Movers.base)
    try await take("convene", id, naming: Array(Movers.panel.prefix(3)))
    return id
  }

  func vote(_ id: ID<Matter>, _ votes: [(Account, String)]) async throws {
    for (account, vote) in votes {
      try await take("vote", id, ["no_tie": "yes", "vote": vote, "opinion": "意见"], by: account)
    }
  }

  static let decision = [
    "decision_number": "入驻决1号", "panel_names": "评审甲、评审乙、评审丙", "votes_for": "3", "votes_against": "0",
    "decided_site": "centre", "decided_stage": "mature",
  ]

  /// As far as the publicity.
  func admitted(_ more: [String: String] = [:], by account: Account = Movers.agency) async throws -> ID<Matter> {
    let id = try await judged(more, by: account)
    try await vote(id, Movers.panel.prefix(3).map { ($0, "for") })
    try await take("admit", id, Self.decision)
    return id
  }

  /// As far as the contract; the clock stands on the first day after the publicity.
  func cleared() async throws -> ID<Matter> {
    let id = try await admitted()
    try await endPublicity()
    return id
  }

  func endPublicity() async throws {
    clock.set(day("2026-12-01"))
    _ = try await matters.runClocks(by: .system([.runClocks]))
  }

  func sign(
    _ id: ID<Matter>, room: String = "301", from first: String = "2026-12-01"
  ) async throws {
    try await take(
      "sign", id, ["room": room, "first_day": first, "lease_end": "2029-11-30", "contract": "合同1号"])
  }
}

/// Who appears in these tests.
enum Movers {
  static let agency = account(11, [.fileMatters, .readGuides, .applyForRooms, .fileMoveOut], for: (code(1), "清风代理"))
  static let rival = account(12, [.fileMatters, .readGuides, .applyForRooms, .fileMoveOut], for: (code(2), "明月咨询"))
  static let outsider = account(13, [.fileMatters, .readGuides, .applyForRooms])
  static let centre = account(
    21, [.fileMatters, .workOnMatters, .handleMoveIns, .decideMoveIns, .handleMoveOuts, .fileMoveOut, .applyForRooms])
  static let base = account(22, [.fileMatters, .workOnMatters, .handleMoveIns, .visitApplicants])
  /// The last is tied to the agency.
  static let panel = [
    judge(31, "评审甲"), judge(32, "评审乙"), judge(33, "评审丙"), judge(34, "评审丁"),
    judge(35, "评审戊", for: (code(1), "清风代理")),
  ]
  static let zone = Account.system([.runClocks])
  static let visitor = Account.visitor([.readGuides])

  static let application = [
    "name": "清风代理", "kind": "company", "registered_on": "2015-05-01", "main_category": "agency",
    "categories": "agency;consulting", "phone": "025-00000000", "services_offered": "专利代理", "licence": "patent-agency",
    "licence_number": "32000", "licence_from": "2016-01-01", "staff": "40", "total_revenue": "1200",
    "ip_revenue": "1000", "stage": "mature", "site": "centre", "stage_basis": "criteria", "wanted_area": "60",
    "wanted_from": "2026-12-20", "commitments": "lawful;local;returns;true", "planned_revenue": "1500",
    "planned_staff": "45",
  ]

  private static func judge(
    _ number: Int64, _ name: String, for organisation: (SocialCreditCode, String)? = nil
  ) -> Account {
    account(number, [.fileMatters, .sitOnPanel], named: name, for: organisation)
  }

  static func account(
    _ number: Int64, _ permissions: Set<Permission>, named name: String? = nil,
    for organisation: (code: SocialCreditCode, name: String)? = nil
  ) -> Account {
    let mandate = organisation.map { organisation in
      Mandate(
        id: .sample(number), holder: .sample(number), organisation: organisation.code,
        organisationName: organisation.name, grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
    }
    return Account(
      id: .sample(number), standing: .person, name: "p\(number)", displayName: name ?? "人\(number)", roles: [.member],
      permissions: permissions, mandate: mandate)
  }
}

/// The codes of what refused a piece of work, with the fields that they name.
func refusals<Done>(_ work: () async throws -> Done) async throws -> [String] {
  do {
    _ = try await work()
    return []
  } catch let refusal as FormRefusal {
    return refusal.causes.map { [$0.code, $0.field].compactMap(\.self).joined(separator: " ") }
  } catch let refusal as any Refusal {
    return [[refusal.code, refusal.field].compactMap(\.self).joined(separator: " ")]
  }
}
