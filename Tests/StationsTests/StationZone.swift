import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Rules
import RulesStore
import Stations
import StationsStore
import Storage

extension Permission {
  static let askAtStation = Permission("test.ask", Phrase(zh: "提出", en: "Ask"))
  static let answerAtStation = Permission("test.answer", Phrase(zh: "答复", en: "Answer"))
}

/// The procedure of the tests: one question, asked and answered.
enum AskedCase: ProcedureDeclaration {
  static let question = Question.line("question", Phrase(zh: "事项", en: "Question"), limit: 20).required
  static let head = ProcedureHead(
    code: "asked", letters: "CK", name: Phrase(zh: "提问", en: "Asked"), purpose: Phrase(zh: "试", en: "test"),
    audience: Phrase(zh: "试", en: "test"), basis: Phrase(zh: "试", en: "test"), filers: .askAtStation,
    handlers: .answerAtStation)
  static let form = [FormPart(Phrase(zh: "事项", en: "Matter"), [question.field])]
  static let start = Stage.asked

  enum Stage: String, ProcedureStage {
    case asked, answered

    var phrase: Phrase { Phrase(zh: "阶段\(rawValue)", en: rawValue) }
    var status: Phrase { phrase }
    var end: MatterEnd? { self == .answered ? .granted : nil }
  }

  enum Step: String, ProcedureStep {
    case answer

    var phrase: Phrase { Phrase(zh: "答复", en: "Answer") }
    var takers: Set<Taker> { [.staff(.answerAtStation)] }
  }

  static func after(_ step: Step, at stage: Stage) -> Stage? {
    switch step {
    case .answer: stage == .asked ? .answered : nil
    }
  }
}

/// A zone of the tests with two stations.
struct StationZone {
  let database: any Database
  let first: ID<Station>
  let second: ID<Station>
  let keeper = person(1, [.keepStations, .workAtStation, .readStations])
  let worker = person(2, [.workAtStation, .readStations])
  let colleague = person(3, [.workAtStation, .readStations])
  let stranger = person(4, [.workAtStation, .readStations])
  private static let keys = World.fixed(at: .monday)

  static func with(_ kind: DatabaseKind, _ work: (StationZone) async throws -> Void) async throws {
    let migrations = journalMigrations + ruleMigrations + MatterTables.migrations + StationTables.migrations
    try await kind.withDatabase(migrations) { database in
      let stations = try await ["01", "02"].asyncMap { try await station($0, in: database) }
      let zone = StationZone(database: database, first: stations[0], second: stations[1])
      let desk = try zone.desk()
      try await desk.addStaff("p2", to: zone.first, by: zone.keeper)
      try await desk.addStaff("p3", to: zone.first, by: zone.keeper)
      try await desk.addStaff("p4", to: zone.second, by: zone.keeper)
      try await work(zone)
    }
  }

  /// A further station, whose staff is whoever keeps stations.
  func station(_ number: String, closedOn: String) async throws -> ID<Station> {
    try await Self.station(number, closedOn: closedOn, in: database)
  }

  private static func station(
    _ number: String, closedOn: String = "", in database: any Database
  ) async throws -> ID<Station> {
    let texts = [
      "number": number, "name": "站\(number)", "place": "某地", "hours": "9–17", "services": "咨询",
      "opened_on": "2026-01-05", "closed_on": closedOn,
    ]
    let record = try await ledgers(database).add(
      LedgerDraft(texts: texts), to: .stations, by: .console([.keepStations]))
    return ID(record.number)
  }

  private static func ledgers(_ database: any Database) -> LedgerDesk {
    LedgerDesk(book: LedgerBook(StationTables.ledgers), database: database, world: keys) { _ in nil }
  }

  func desk(_ other: (any Database)? = nil, at moment: Date = .monday) throws -> StationDesk {
    let (database, calendar) = (other ?? database, try HolidayLibrary.shipped())
    let world = World(now: { moment }, serial: Self.keys.serial, randomBytes: Self.keys.randomBytes)
    let matters = MatterDesk(
      book: ProcedureBook([KeptProcedure(AskedCase.self)]),
      rules: RuleShelf(shipped: try RuleLibrary.shipped(for: .demonstration)), ledgers: Self.ledgers(database),
      around: MatterSurroundings(calendar: { _ in calendar }, mark: { "mark of \($0)" }), database: database,
      world: world)
    let people = [keeper, worker, colleague, stranger]
    return try StationDesk(
      visitsBecome: "asked", of: matters,
      around: StationSurroundings(
        worker: { name, _ in
          people.first { $0.name == name }.map { MatterPerson(account: $0.id, name: $0.displayName) }
        },
        name: { id, _ in people.first { $0.id == id }?.displayName },
        secret: { text in
          let sum = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
          return (0..<32).map { UInt8(truncatingIfNeeded: sum >> UInt64($0 % 8 * 8)) ^ UInt8($0) }
        }),
      database: database, world: world)
  }

  func visit(
    _ sequence: Int, _ question: String = "问题", queue: Character = "a", code: String = "", key: String? = nil
  ) -> StationVisit {
    StationVisit(
      queue: String(repeating: queue, count: 32), sequence: sequence,
      key: key ?? String(repeating: queue, count: 30) + "\(10 + sequence)", visitedAt: .monday - 3_600,
      applicant: "来访人\(sequence)", organisation: code, texts: ["question": question])
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: Self.keys, tables: MatterTables.records + StationTables.records,
      subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: .console([.verifyJournal])) { return true }
    return false
  }

  private static func person(_ number: Int64, _ permissions: Set<Permission>) -> Account {
    Account(
      id: .sample(number), standing: .person, name: "p\(number)", displayName: "人\(number)", roles: [],
      permissions: permissions)
  }
}

extension Date {
  /// Monday, 28 September 2026, noon in Nanjing.
  static let monday = Date(timeIntervalSince1970: 1_790_568_000)
}

extension Array {
  fileprivate func asyncMap<Result>(_ change: (Element) async throws -> Result) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await change(element)) }
    return results
  }
}

/// The codes of what refused a piece of work; none where it was done.
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
