import Access
import AccessStore
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Learning
import LearningStore
import Ledgers
import LedgersStore
import Matters
import MattersStore
import NoticesStore
import Rules
import RulesStore
import Storage
import Synchronization

/// A zone that has nothing but lectures, their orders, and the ledger that sign-ins go to.
struct LearningZone: Sendable {
  let database: any Database
  let clock: LectureClock
  let desk: LearningDesk
  let matters: MatterDesk
  let ledgers: LedgerDesk
  let world: World

  static let attendances = Ledger(
    "attendances", path: "/attendances", mark: "R-TRN", name: Phrase(zh: "签到", en: "Attendances"),
    one: Phrase(zh: "签到", en: "attendance"), purpose: Phrase(zh: "测试用。", en: "Of the tests."),
    identity: ["training", "person"], title: "training", readers: .readLectures, keepers: .handleLectures,
    day: "held_on",
    fields: [
      LedgerField("training", Phrase(zh: "培训", en: "Training"), .text(limit: 120)).required,
      LedgerField("held_on", Phrase(zh: "日期", en: "Held on"), .day).required,
      LedgerField("person_name", Phrase(zh: "姓名", en: "Name"), .text(limit: 60)).required.personal,
      LedgerField("person", Phrase(zh: "证件号码", en: "Identity number"), .person).required.internalOnly,
      LedgerField("firm", Phrase(zh: "单位", en: "Firm"), .creditCode),
    ])
  static let book = LedgerBook([KeptLedger(attendances)])
  static let tables = MatterTables.records + LearningTables.records + [attendances.table] + noticeTables

  /// It is noon of 2026-09-28, a Monday, until the test turns the clock.
  static func with(_ kind: DatabaseKind, _ work: (LearningZone) async throws -> Void) async throws {
    let migrations =
      journalMigrations + accessMigrations + ruleMigrations + noticeMigrations + MatterTables.migrations
      + LearningTables.migrations + [attendances.migration("test attendances")]
    try await kind.withDatabase(migrations) { database in
      let zone = try LearningZone(database)
      try await work(zone)
      let journal = JournalDesk(
        database: database, world: zone.world, tables: tables, subjects: { _, _, _ in true })
      guard case .intact = try await journal.verify(by: .console([.verifyJournal])) else { throw BrokenJournal() }
    }
  }

  init(_ database: any Database, clock: LectureClock = LectureClock()) throws {
    self.database = database
    self.clock = clock
    let fixed = World.fixed()
    world = World(now: { clock.now }, serial: fixed.serial, randomBytes: fixed.randomBytes)
    let outbox = NoticeOutbox(world: world, zoneKey: Array(repeating: 1, count: 32), canMail: true)
    ledgers = LedgerDesk(book: Self.book, database: database, world: world, personKey: Self.key)
    desk = LearningDesk(
      database: database, world: world, ledgers: ledgers, outbox: outbox, zoneKey: Array(repeating: 2, count: 32),
      personKey: Self.key)
    let calendar = try HolidayLibrary.shipped()
    matters = MatterDesk(
      book: ProcedureBook([.lectureOrder]), rules: RuleShelf(shipped: try RuleLibrary.shipped(for: .demonstration)),
      ledgers: ledgers,
      around: MatterSurroundings(
        calendar: { _ in calendar },
        holders: { permission, _ in
          permission == .giveLectures
            ? [Cast.lecturer, Cast.other].map { MatterPerson(account: $0.id, name: $0.displayName) } : []
        },
        tell: { try outbox.tellLearners($0, $1) }, mark: { "mark of \($0)" }),
      database: database, world: world)
  }

  /// Numbers of the tests are `ID…`; what they become is nobody's business.
  @Sendable private static func key(_ written: String) -> String? {
    let text = written.uppercased().filter { !$0.isWhitespace }
    return text.hasPrefix("ID")
      ? "P-" + String(repeating: "0", count: max(0, 24 - text.count)) + text.dropFirst(2)
      : text.hasPrefix("P-") ? text : nil
  }

  /// A lecture of ninety minutes at two o'clock of a day.
  func lecture(_ day: String = "2026-10-12", seats: Int = 30, test: Bool = false) async throws -> Lecture {
    let lecture = try await desk.plan(
      LectureDraft(texts: [
        "title": "检索入门", "series": "training", "lecturer": "王老师", "medium": "onsite", "place": "三楼", "held_on": day,
        "begins": "14:00", "minutes": "90", "capacity": "\(seats)",
      ]), by: Cast.staff)
    if test {
      try await desk.setTest(
        "一加一？\n- 一\n* 二\n\n二加二？\n* 四\n- 五", passMark: 60, tries: 2, of: lecture.id, by: Cast.staff)
    }
    return lecture
  }

  func register(
    _ number: Int, for lecture: Lecture, by account: Account = Cast.visitor, firm: String = ""
  ) async throws -> Held {
    let draft = LearnerDraft(
      name: "学员\(number)", identity: "ID\(number)", email: account.standing == .person ? "" : "p\(number)@example.org",
      organisation: firm)
    let (booking, code) = try await desk.register(draft, for: lecture.id, by: account)
    return Held(id: booking.id, code: code, stage: booking.stage)
  }

  /// Lets notices find an account: the rows of accounts are others' business.
  func enrol(_ account: Account) async throws {
    try await database.write { db in
      try db.insert(
        [
          [
            account.id.sqlValue, .text(account.name), .text(account.name), .text(account.displayName), .text("zh-CN"),
            .text("active"), .integer(0), .text(""), .text(""), world.now().sqlValue, .integer(0), .blob([]),
          ]
        ], into: "accounts",
        columns: [
          "id", "name", "name_key", "display_name", "language", "stage", "must_change", "secret_mark", "salt",
          "created_at", "entry", "digest",
        ])
    }
  }

  func stage(_ held: Held) async throws -> Booking.Stage {
    try await desk.ticket(held.id, held.code, by: Cast.visitor).booking.stage
  }

  func load(_ lecture: Lecture) async throws -> LectureLoad { try await desk.find(lecture.id, by: Cast.staff).load }

  /// The subjects of all notices, in their order.
  func notices() async throws -> [String] { try await texts("SELECT subject_zh FROM notices ORDER BY id") }

  /// What was said to an address, in its order.
  func told(_ number: Int) async throws -> [String] {
    try await texts("SELECT body_zh FROM notices WHERE email = \("p\(number)@example.org") ORDER BY id")
  }

  func texts(_ query: SQL) async throws -> [String] {
    try await database.read { db in
      try db.rows(query).map { row in
        var row = row.columns
        return try row.text()
      }
    }
  }
}

struct BrokenJournal: Error {}

/// A ticket in somebody's hand.
struct Held: Sendable {
  let id: ID<Booking>
  let code: String
  let stage: Booking.Stage
}

/// A clock that stands until the test turns it.
final class LectureClock: Sendable {
  private let moment: Mutex<Date>

  init() { moment = Mutex((Day("2026-09-28") ?? Day(number: 0)).start.addingTimeInterval(43_200)) }

  var now: Date { moment.withLock { $0 } }

  /// To a moment in Nanjing, written as 2026-10-12 14:00.
  func turn(to text: String) {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let day = Day(parts[0]), let hour = HourOfDay(parts[1]) else { return }
    moment.withLock { $0 = hour.on(day) }
  }
}

/// Who appears in these tests.
enum Cast {
  static let visitor = Account.visitor([.readLectures, .registerForLectures])
  static let staff = account(
    21, [.readLectures, .registerForLectures, .handleLectures, .fileMatters, .workOnMatters, .followLectures])
  static let lecturer = account(31, [.readLectures, .giveLectures, .fileMatters])
  static let other = account(32, [.readLectures, .giveLectures, .fileMatters])
  static let student = account(41, learner)
  static let pupil = account(42, learner)
  static let guardian = account(22, [.readLectures, .erasePersonal])
  static let zone = Account.system([.runClocks, .fileMatters])
  private static let learner: Set<Permission> = [
    .readLectures, .registerForLectures, .followLectures, .orderLectures, .nominateTopics, .fileMatters,
  ]

  static func account(_ number: Int64, _ permissions: Set<Permission>) -> Account {
    Account(
      id: .sample(number), standing: .person, name: "p\(number)", displayName: "人\(number)", roles: [.member],
      permissions: permissions)
  }
}

/// The codes of what refused a piece of work; empty where it was done.
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
