import Access
import AccessStore
import Delivery
import Fixtures
import Foundation
import JobsStore
import Journal
import JournalStore
import Kernel
import Logging
import Notices
import NoticesStore
import Storage
import Synchronization
import Testing

/// A zone with accounts and notices, whose clock a test sets.
struct NoticesZone {
  let database: any Database
  let clock = NoticeClock()
  let world: World
  let outbox: NoticeOutbox
  let access: AccessDesk
  let log = LogLines()

  static let book = NoticeBook([.plain, .legal] + noticeNoticeKinds)
  static let staff = Account.console([
    .ownNotices, .readDeliveries, .replayDeliveries, .manageWebhooks, .verifyJournal, .readJournal,
  ])

  static func with(
    _ kind: DatabaseKind, canMail: Bool = true, _ work: (NoticesZone) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + accessMigrations + noticeMigrations + jobMigrations) {
      try await work(NoticesZone($0, canMail: canMail))
    }
  }

  init(_ database: any Database, canMail: Bool) {
    self.database = database
    let clock = clock
    var world = World.fixed()
    world.now = { clock.now }
    self.world = world
    let key = [UInt8](repeating: 9, count: 32)
    outbox = NoticeOutbox(world: world, zoneKey: key, canMail: canMail)
    access = AccessDesk(
      database: database, world: world,
      matrix: PermissionMatrix(visitor: [.register], byRole: [.member: [.ownAccount, .ownNotices]]), zoneKey: key,
      cost: PasswordCost(passes: 1, kibibytes: 16), outbox: outbox)
  }

  var desk: NoticeDesk { desk(on: database) }

  func desk(on database: any Database) -> NoticeDesk {
    NoticeDesk(
      book: Self.book, database: database, world: world, outbox: outbox, mailRoute: nil, isPlainAllowed: true)
  }

  func courier(
    on faulty: (any Database)? = nil, mail: MailServer? = nil, webhooks: WebhookPolicy = .local,
    patience: DeliveryPatience = .usual
  ) -> NoticeCourier {
    NoticeCourier(
      database: faulty ?? database, world: world, outbox: outbox, book: Self.book,
      post: PostOffice(mail: mail, sender: "示例平台", webhooks: webhooks, origin: "https://ip.example.cn"),
      patience: patience, log: log.logger)
  }

  /// A person with an account; the address is in a domain that is nobody's.
  func person(_ name: String = "wangfang", email: String? = "wangfang@example.com") async throws -> Account {
    let contact = try ContactDetails(displayName: "王芳（示例）", email: email)
    let id = try await access.register(
      Registration(name: name, contact: contact, password: Secret("correct horse battery 9")), by: access.visitor)
    return Account(
      id: id, standing: .person, name: name, displayName: "", roles: [.member], permissions: [.ownNotices])
  }

  @discardableResult
  func post(_ notices: [Notice], on faulty: (any Database)? = nil) async throws -> Int {
    let (world, outbox) = (world, outbox)
    let deed = Deed(Action("tests.post", Phrase(zh: "试", en: "Tried")), by: .console([]))
    return try await (faulty ?? database).write { db in
      try Recording.write(deed, world: world, in: db) { try outbox.post(notices, with: $0, in: db) }
    }
  }

  func deliveries() async throws -> [NoticeDelivery] {
    try await desk.deliveries(by: Self.staff).map(\.delivery)
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: AccessTables.records + noticeTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: Self.staff) { return true }
    return false
  }

  /// All that every table holds, as text: to look for what must be nowhere.
  func everything() async throws -> String {
    try await database.read { db in
      let listing: SQL =
        switch db.dialect {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        case .postgres: "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
        }
      var text = ""
      for row in try db.rows(listing) {
        var columns = row.columns
        try db.forEach("SELECT * FROM \(SQL(name: try columns.text()))") { text += "\($0.values)\n" }
      }
      return text
    }
  }
}

extension NoticeKind {
  static let plain = NoticeKind("tests.plain", Phrase(zh: "一般通知", en: "Plain"))
  static let legal = NoticeKind("tests.legal", Phrase(zh: "法定通知", en: "Legal"), isStatutory: true)
}

extension Notice {
  static func sample(to addressee: Addressee, _ kind: NoticeKind = .plain, secret: Secret? = nil) -> Notice {
    Notice(
      to: addressee, kind, subject: Phrase(zh: "材料被退回", en: "Sent back"),
      body: Phrase(zh: "请补正第二项：\(secret ?? Secret(""))", en: "Please mend item two: \(secret ?? Secret(""))"),
      link: "/matters/1", secret: secret)
  }
}

extension WebhookPolicy {
  static let local = WebhookPolicy(mayReachPrivate: true, isPlainAllowed: true, seconds: 10)
}

final class NoticeClock: Sendable {
  private let time = Mutex(Date.noon)
  var now: Date { time.withLock { $0 } }
  func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
}

/// All that was logged.
final class LogLines: Sendable {
  private let held = Mutex<[String]>([])
  var text: String { held.withLock { $0.joined(separator: "\n") } }
  var logger: Logger { Logger(label: "tests") { _ in Pen(lines: self) } }

  private struct Pen: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.held.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") } }
  }
}
