import Access
import Corpus
import CorpusStore
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Logging
import Navigation
import NavigationStore
import Parties
import PartiesStore
import Rules
import RulesStore
import Storage
import Synchronization

/// A zone with seven documents, and the people of a project.
struct NavigationZone {
  let database: any Database
  let folder: String
  let corpus: CorpusDesk
  private let shelf = Shelf()
  let news = News()
  private static let keys = World.fixed()

  static let firm = "91350100M000100Y43"
  static let agency = "12329999MB9900001P"

  let analyst = person(1, "甲", [.keepNavigation, .overseeNavigation, .reviewNavigation, .tellNavigationUse])
  let colleague = person(2, "乙", [.keepNavigation, .overseeNavigation, .reviewNavigation])
  let expert = person(3, "丙", [.reviewNavigation])
  let buyer = person(4, "丁", [.tellNavigationUse])
  let agent = person(5, "戊", [.keepNavigation, .tellNavigationUse])
  let stranger = person(6, "己", [.keepNavigation])
  let visitor = Account.visitor([.readNavigation, .readParties])

  /// Documents that may be added to while the zone is there.
  final class Shelf: Sendable {
    private let documents = Mutex(sevenDocuments())
    private let added = Mutex<[Int64]>([])

    var all: [CorpusDocument] { documents.withLock { $0 } }
    var later: [Int64] { added.withLock { $0 } }

    func add(_ document: CorpusDocument) {
      documents.withLock { $0.append(document) }
      added.withLock { $0.append(document.id) }
    }
  }

  /// What others were told of.
  final class News: Sendable {
    private let told = Mutex<[NavigationNews.Event]>([])

    var events: [NavigationNews.Event] { told.withLock { $0 } }

    func add(_ event: NavigationNews.Event) { told.withLock { $0.append(event) } }
  }

  private init(_ database: any Database) {
    self.database = database
    folder = FileManager.default.temporaryDirectory.appending(path: "navigation-\(UUID().uuidString)").path
    let shelf = shelf
    let register = CorpusRegister(
      readers: .readParties, keepers: .mergeParties, tables: [.partyNames], edition: 1,
      count: { _ in shelf.all.count },
      page: { last, limit, _ in Array(shelf.all.filter { $0.id > last }.prefix(limit)) },
      find: { ids, _ in shelf.all.filter { ids.contains($0.id) } }, ids: { _ in shelf.all.map(\.id) },
      changed: { _, _ in shelf.later })
    let log = Logger(label: "navigation", factory: { _ in SwiftLogNoOpLogHandler() })
    corpus = CorpusDesk(of: register, folder: folder, database: database, world: Self.world(), log: log)
  }

  static func with(_ kind: DatabaseKind, _ work: (NavigationZone) async throws -> Void) async throws {
    let migrations = journalMigrations + ruleMigrations + partyMigrations + NavigationTables.migrations
    try await kind.withDatabase(migrations) { database in
      let zone = NavigationZone(database)
      defer { try? FileManager.default.removeItem(atPath: zone.folder) }
      try await zone.learn(sevenDocuments().flatMap(\.applicants))
      try await work(zone)
    }
  }

  static func world(_ day: String = "2026-11-22") -> World {
    let noon = (Day(day) ?? Day(Date.noon)).start.addingTimeInterval(43_200)
    return World(now: { noon }, serial: keys.serial, randomBytes: keys.randomBytes)
  }

  func desk(on day: String = "2026-11-22") throws -> NavigationDesk {
    let news = news
    return NavigationDesk(
      corpus: corpus, rules: RuleShelf(shipped: try RuleLibrary.shipped(for: .demonstration)),
      holidays: HolidayShelf(shipped: try HolidayLibrary.book()),
      around: NavigationSurroundings(
        mandates: { account, _, _ in
          switch account.id.number {
          case 4: [try mandate(Self.firm, "示例企业", of: account)]
          case 5: [try mandate(Self.agency, "示例机构", of: account)]
          default: []
          }
        }, tell: { told, _, _ in news.add(told.event) }), database: database, world: Self.world(day))
  }

  /// The register changes, and with it the journal.
  func add(_ document: CorpusDocument) async throws {
    shelf.add(document)
    try await learn(document.applicants)
  }

  private func learn(_ names: [String]) async throws {
    let world = Self.world()
    try await database.write { db in
      try Recording.writeBatch(Deed(.learnNames, by: .console([])), world: world, in: db) { recording in
        try NameBook(world: world).learn(names, by: recording, in: db)
      }
    }
  }

  func facts(cutoff: String? = "2025-12-31", isPublic: Bool = false) throws -> NavigationFacts {
    NavigationFacts(
      title: "焊接导航", kind: .enterprise, need: "避开哪些专利", ordererName: "示例企业",
      orderer: try SocialCreditCode(Self.firm), cutoff: cutoff.flatMap { Day($0) }, isPublic: isPublic)
  }

  /// A project with a frozen dataset.
  func frozen(
    _ facts: NavigationFacts? = nil, by account: Account? = nil
  ) async throws -> ID<NavigationProject> {
    let (desk, account) = (try desk(), account ?? analyst)
    let id = try await desk.open(try facts ?? self.facts(), by: account)
    try await desk.set(table: TechnologyBranch.table("焊接 | 激光焊接\n机器人 | 机器人"), of: id, by: account)
    try await desk.freeze(id, by: account)
    return id
  }

  func write(_ id: ID<NavigationProject>, by account: Account? = nil) async throws {
    for section in NavigationKind.enterprise.sections {
      try await desk().write("判断", in: section.key, of: id, by: account ?? analyst)
    }
  }

  /// Cleaned, written and accepted.
  func accepted(_ facts: NavigationFacts? = nil) async throws -> ID<NavigationProject> {
    let (desk, id) = (try desk(), try await frozen(facts))
    try await desk.closeLog("逐件核对", of: id, by: analyst)
    try await write(id)
    try await desk.submit(id, by: analyst)
    try await desk.review(ReviewDraft(.accept, capacity: "研究员", opinion: "同意"), on: id, by: expert)
    return id
  }
}

extension Action {
  fileprivate static let learnNames = Action("test.learn-names", Phrase(zh: "学习名称", en: "Learned names"))
}

private func person(_ number: Int64, _ name: String, _ permissions: Set<Permission>) -> Account {
  Account(
    id: ID(number), standing: .person, name: "p\(number)", displayName: name, roles: [.enterprise],
    permissions: permissions.union([.readNavigation, .readParties]))
}

private func mandate(_ code: String, _ name: String, of account: Account) throws -> Mandate {
  Mandate(
    id: ID(account.id.number), holder: account.id, organisation: try SocialCreditCode(code), organisationName: name,
    grade: .clerk, from: Day(number: 0), to: nil, stage: .approved)
}

/// Counted by hand: the first two are one application; the sixth was published after the end of 2025; the last is about
/// something else.
func sevenDocuments() -> [CorpusDocument] {
  [
    document(1, "激光焊接方法", "A1", "2019-03-01", "2019-09-01", "甲公司"),
    document(2, "激光焊接方法", "A1", "2019-03-01", "2021-05-01", "甲公司"),
    document(3, "激光焊接夹具", "A2", "2020-06-01", "2020-12-01", "乙大学"),
    document(4, "机器人手臂", "A3", "2021-07-01", "2022-01-01", "甲公司"),
    document(5, "激光焊接机器人", "A4", "2024-02-02", "2024-08-08", "乙大学"),
    document(6, "激光焊接头", "A5", "2025-01-01", "2026-01-01", "甲公司"),
    document(7, "灌溉系统", "A6", "2018-01-01", "2018-06-01", "乙大学"),
  ]
}

func document(
  _ id: Int64, _ title: String, _ application: String, _ filed: String, _ published: String, _ applicant: String
) -> CorpusDocument {
  var document = CorpusDocument(id: id)
  document.title = title
  document.applicationNumbers = [application]
  document.publicationNumbers = ["CN\(id)"]
  document.filingDay = Day(filed)
  document.publicationDay = Day(published)
  document.kind = "invention"
  document.applicants = [applicant]
  document.ipc = ["B23K26/21"]
  document.sources = ["sample"]
  return document
}
