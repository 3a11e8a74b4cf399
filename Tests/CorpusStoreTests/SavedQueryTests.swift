import Access
import AccessStore
import Corpus
import CorpusStore
import Fixtures
import Foundation
import JobsStore
import Journal
import JournalStore
import Kernel
import Logging
import Notices
import NoticesStore
import PartiesStore
import Patents
import PatentsStore
import Storage
import Testing

/// A register with an index, somebody with an account, and the queries that this person keeps.
private struct SavedZone {
  let database: any Database
  let folder: URL
  let world: World
  let patents: PatentDesk
  let corpus: CorpusDesk
  let access: AccessDesk
  let person: Account
  let clerk = Account.console([.readPatents, .importPatents, .withdrawImports, .verifyJournal])
  let zone = Account.system([.raiseAlerts, .readPatents])
  private let outbox: NoticeOutbox

  static func with(_ kind: DatabaseKind, _ work: (SavedZone) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-saved-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let migrations =
      journalMigrations + accessMigrations + jobMigrations + noticeMigrations + partyMigrations + patentMigrations
      + SavedQueryTables.migrations
    try await kind.withDatabase(migrations) { try await work(SavedZone($0, folder)) }
  }

  private init(_ database: any Database, _ folder: URL) async throws {
    self.database = database
    self.folder = folder
    world = .fixed()
    let key = [UInt8](repeating: 7, count: 32)
    outbox = NoticeOutbox(world: world, zoneKey: key, canMail: false)
    patents = PatentDesk(
      database: database, world: world, jobs: JobDesk(database: database, world: world), uploads: folder.path)
    access = AccessDesk(
      database: database, world: world,
      matrix: PermissionMatrix(visitor: [.register], byRole: [.member: [.ownNotices]]), zoneKey: key,
      cost: PasswordCost(passes: 1, kibibytes: 16), outbox: outbox,
      erasing: { try SavedQueryErasure.erase(of: $0, in: $1, $2) })
    let contact = try ContactDetails(displayName: "王芳（示例）", email: nil)
    let id = try await access.register(
      Registration(name: "wangfang", contact: contact, password: Secret("correct horse battery 9")), by: access.visitor)
    person = Account(
      id: id, standing: .person, name: "wangfang", displayName: "", roles: [.member],
      permissions: [.readPatents, .saveQueries, .ownNotices])
    let log = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
    corpus = CorpusDesk(
      of: .patents, folder: folder.appending(path: "corpus").path, database: database, world: world, log: log)
  }

  var queries: SavedQueryDesk { queries(through: database) }

  /// The same with faults between the desk and what it writes; the index stays that of the sound database.
  func queries(through faulty: any Database) -> SavedQueryDesk {
    SavedQueryDesk(
      corpus: corpus, arrived: { try PatentArrivals.ids(after: $0, through: $1, in: $2) }, database: faulty,
      world: world, outbox: outbox)
  }

  func stranger() -> Account {
    Account(
      id: ID(99), standing: .person, name: "lilei", displayName: "", roles: [.member], permissions: person.permissions)
  }

  /// Imports documents with these titles, numbered from `first`.
  @discardableResult func bring(_ titles: [String], from first: Int, as name: String) async throws -> PatentImport {
    let lines = titles.enumerated().map { place, title in
      "{\"publication_number\":\"CN\(110_000_000 + first + place)A\",\"title\":\"\(title)\"}\n"
    }
    let path = folder.appending(path: name).path
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
    return try await patents.importFile(at: path, named: name, by: clerk)
  }

  func raise() async throws -> Int { try await queries.raiseAlerts(by: zone) }

  func notices() async throws -> [KeptNotice] {
    try await NoticeDesk(
      book: NoticeBook(corpusNoticeKinds), database: database, world: world, outbox: outbox, mailRoute: nil,
      isPlainAllowed: true
    ).inbox(by: person)
  }

  /// How many words of queries the journal keeps that could be erased.
  func wordsInJournal() async throws -> Int {
    try await database.read {
      try $0.count("SELECT count(*) FROM journal_personal WHERE record_table = 'saved_queries'")
    }
  }

  func isIntact() async throws -> Bool {
    let tables = AccessTables.records + partyTables + patentTables + noticeTables + SavedQueryTables.records
    let journal = JournalDesk(database: database, world: world, tables: tables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }
}

@Suite struct `A kept query` {
  @Test(arguments: DatabaseKind.all)
  func `comes back as it was kept, to nobody else`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      let asked = CorpusQuestion("泵 NOT 阀", order: .newestFiled).narrowed(to: [
        CorpusNarrowing(.applicant, "甲:乙公司"), CorpusNarrowing(.kind, "invention"),
      ])
      let id = try await zone.queries.save(asked, as: " 泵 ", watch: .none, by: zone.person)
      let kept = try #require(try await zone.queries.all(by: zone.person).first)
      #expect(kept.id == id && kept.name == "泵" && kept.question == asked && kept.watch == .none)
      #expect(try await zone.queries.all(by: zone.stranger()).isEmpty)
      await #expect(throws: SavedQueryRefusal.unknown(id)) {
        try await zone.queries.delete(id, by: zone.stranger())
      }
      await #expect(throws: SavedQueryRefusal.unknown(id)) {
        try await zone.queries.set(.active, of: id, by: zone.stranger())
      }
      try await zone.queries.delete(id, by: zone.person)
      #expect(try await zone.queries.all(by: zone.person).isEmpty)
      #expect(try await zone.wordsInJournal() == 0)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `goes with the account, and so do its words in the journal`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      _ = try await zone.queries.save(CorpusQuestion("王芳"), as: "本人", watch: .active, by: zone.person)
      try await zone.bring(["王芳的泵"], from: 0, as: "a.jsonl")
      #expect(try await zone.raise() == 1)
      #expect(try await zone.wordsInJournal() > 0)
      try await zone.access.erasePersonal(of: zone.person.id, because: "本人申请", by: .console([.eraseAccounts]))
      #expect(try await zone.queries.all(by: zone.person).isEmpty)
      #expect(try await zone.wordsInJournal() == 0)
      #expect(try await zone.raise() == 0)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is refused without a name, under a name taken, and with a fault`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      let (desk, person) = (zone.queries, zone.person)
      await #expect(throws: SavedQueryRefusal.nameMissing) {
        _ = try await desk.save(CorpusQuestion("泵"), as: "  ", watch: .none, by: person)
      }
      await #expect(throws: SavedQueryRefusal.nameTooLong) {
        _ = try await desk.save(
          CorpusQuestion("泵"), as: String(repeating: "泵", count: 101), watch: .none, by: person)
      }
      _ = try await desk.save(CorpusQuestion("泵"), as: "泵", watch: .none, by: person)
      await #expect(throws: SavedQueryRefusal.nameTaken("泵")) {
        _ = try await desk.save(CorpusQuestion("阀"), as: "泵", watch: .none, by: person)
      }
      let refusal = await #expect(throws: FieldRefusal.self) {
        _ = try await desk.save(CorpusQuestion("(泵"), as: "新", watch: .none, by: person)
      }
      #expect(refusal?.code == "corpus.query-unclosed-bracket" && refusal?.field == "q")
      #expect(try await desk.all(by: person).count == 1)
    }
  }
}

@Suite struct `An alert` {
  @Test(arguments: DatabaseKind.all)
  func `tells of documents that are new and meet the query, once`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      try await zone.bring(["水泵", "油泵", "气阀"], from: 0, as: "a.jsonl")
      let id = try await zone.queries.save(CorpusQuestion("泵"), as: "泵类", watch: .active, by: zone.person)
      #expect(try await zone.raise() == 0)
      try await zone.bring(["离心泵", "球阀", "齿轮泵"], from: 3, as: "b.jsonl")
      #expect(try await zone.raise() == 1)
      #expect(try await zone.raise() == 0)
      let alert = try #require(try await zone.queries.alerts(by: zone.person).first)
      #expect(alert.query == id && alert.found == 2)
      let news = try await zone.queries.documents(of: alert.id, by: zone.person)
      let titles = try await news.ids.asyncTitles(zone.patents, by: zone.clerk)
      #expect(titles.sorted() == ["离心泵", "齿轮泵"] && news.query.name == "泵类")
      let notice = try #require(try await zone.notices().first)
      #expect(notice.subject.zh == "“泵类”有 2 件新文献" && notice.link == "/search/alerts?alert=\(alert.id)")
      await #expect(throws: SavedQueryRefusal.unknownAlert(alert.id)) {
        _ = try await zone.queries.documents(of: alert.id, by: zone.stranger())
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is raised neither by the same file again nor by a further source of a known document`(
    _ kind: DatabaseKind
  ) async throws {
    try await SavedZone.with(kind) { zone in
      try await zone.bring(["水泵"], from: 0, as: "a.jsonl")
      _ = try await zone.queries.save(CorpusQuestion("泵"), as: "泵", watch: .active, by: zone.person)
      try await zone.bring(["水泵"], from: 0, as: "a.jsonl")
      #expect(try await zone.raise() == 0)
      // The same document under a better title: changed, but not new.
      try await zone.bring(["新型水泵"], from: 0, as: "b.jsonl")
      #expect(try await zone.raise() == 0)
      #expect(try await zone.notices().isEmpty)
      #expect(try await zone.queries.alerts(by: zone.person).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `waits while it is paused, and then tells of all together`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      let id = try await zone.queries.save(CorpusQuestion("泵"), as: "泵", watch: .active, by: zone.person)
      try await zone.queries.set(.paused, of: id, by: zone.person)
      try await zone.bring(["水泵"], from: 0, as: "a.jsonl")
      try await zone.bring(["油泵"], from: 1, as: "b.jsonl")
      #expect(try await zone.raise() == 0)
      try await zone.queries.set(.active, of: id, by: zone.person)
      #expect(try await zone.raise() == 1)
      #expect(try await zone.queries.alerts(by: zone.person).map(\.found) == [2])
      try await zone.queries.set(.none, of: id, by: zone.person)
      try await zone.bring(["气泵"], from: 2, as: "c.jsonl")
      try await zone.queries.set(.active, of: id, by: zone.person)
      // What arrived while nobody asked is not new.
      #expect(try await zone.raise() == 0)
      try await zone.queries.delete(id, by: zone.person)
      try await zone.bring(["真空泵"], from: 3, as: "d.jsonl")
      #expect(try await zone.raise() == 0)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is raised once, however many look at once and wherever one of them fails`(_ kind: DatabaseKind) async throws {
    try await SavedZone.with(kind) { zone in
      _ = try await zone.queries.save(CorpusQuestion("泵"), as: "泵", watch: .active, by: zone.person)
      try await zone.bring(["水泵"], from: 0, as: "a.jsonl")
      let (statements, raised) = try await failEverywhere(on: zone.database) {
        try await zone.queries(through: $0).raiseAlerts(by: zone.zone)
      }
      #expect(raised == 1 && statements > 6)
      try await zone.bring(["油泵"], from: 1, as: "b.jsonl")
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 { group.addTask { try await zone.raise() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(counts.reduce(0, +) == 1)
      #expect(try await zone.notices().count == 2)
    }
  }
}

extension [Int64] {
  fileprivate func asyncTitles(_ desk: PatentDesk, by account: Account) async throws -> [String] {
    var titles: [String] = []
    for id in self { titles.append(try await desk.find(ID(id), by: account).patent.facts[.title] ?? "") }
    return titles
  }
}
