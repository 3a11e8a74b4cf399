import Access
import Corpus
import CorpusStore
import Fixtures
import Foundation
import HTTPTypes
import Journal
import JournalStore
import Kernel
import Landscape
import LandscapeStore
import LandscapeWeb
import Logging
import Parties
import PartiesStore
import PortalFixtures
import Rules
import RulesStore
import Storage
import Testing
import Web

/// A zone with nine documents and the parties that their applicants are.
private struct LandscapeZone {
  let database: any Database
  let world = World.fixed()
  let folder = FileManager.default.temporaryDirectory.appending(path: "landscape-\(UUID().uuidString)").path
  let clerk = Account.console([.readParties, .mergeParties])
  let parties: PartyDesk
  let desk: LandscapeDesk

  init(_ database: any Database) async throws {
    self.database = database
    let register = CorpusRegister(
      readers: .readParties, keepers: .mergeParties, tables: [.partyNames], edition: 1,
      count: { _ in nineDocuments().count },
      page: { last, limit, _ in Array(nineDocuments().filter { $0.id > last }.prefix(limit)) },
      find: { ids, _ in nineDocuments().filter { ids.contains($0.id) } },
      ids: { _ in nineDocuments().map(\.id) }, changed: { _, _ in [] },
      words: { column, value in column == .province && value == "江苏" ? Phrase(zh: "江苏", en: "Jiangsu") : nil })
    var log = Logger(label: "landscape", factory: { _ in SwiftLogNoOpLogHandler() })
    log.logLevel = .critical
    let corpus = CorpusDesk(of: register, folder: folder, database: database, world: world, log: log)
    parties = PartyDesk(database: database, world: world)
    desk = LandscapeDesk(
      corpus: corpus, rules: RuleShelf(shipped: try RuleLibrary.shipped()), database: database, world: world)
    let (world, clerk) = (world, clerk)
    try await database.write { db in
      try Recording.writeBatch(Deed(.learnNames, by: clerk), world: world, in: db) { recording in
        try NameBook(world: world).learn(nineDocuments().flatMap(\.applicants), by: recording, in: db)
      }
    }
  }

  static func with(_ kind: DatabaseKind, _ work: (LandscapeZone) async throws -> Void) async throws {
    try await kind.withDatabase(journalMigrations + ruleMigrations + partyMigrations) { database in
      let zone = try await LandscapeZone(database)
      defer { try? FileManager.default.removeItem(atPath: zone.folder) }
      try await work(zone)
    }
  }

  func party(_ name: String) async throws -> Party {
    try #require(try await parties.page(containing: name, by: clerk).first { $0.name == name })
  }

  func applicants() async throws -> [Int] {
    let file = try await desk.draw(CorpusQuestion(), by: clerk)
    return try #require(file.report.analysis(.applicants)).rows.map(\.value)
  }
}

extension Action {
  fileprivate static let learnNames = Action("test.learn-names", Phrase(zh: "学习名称", en: "Learned names"))
}

@Suite struct `The landscape desk` {
  @Test(arguments: DatabaseKind.all) func `follows a merge by hand and its taking back`(_ kind: DatabaseKind)
    async throws
  {
    try await LandscapeZone.with(kind) { zone in
      #expect(try await zone.applicants() == [2, 2, 2, 2, 1])
      let (one, other) = (try await zone.party("深圳华明（有限公司）"), try await zone.party("深圳华明有限公司"))
      try await zone.parties.merge(one.id, into: other.id, because: "同一企业", seen: one.revision, by: zone.clerk)
      #expect(try await zone.applicants() == [3, 2, 2, 2])
      let file = try await zone.desk.draw(CorpusQuestion(), by: zone.clerk)
      let group = try #require(file.report.mergedApplicants.first { $0.name == "深圳华明有限公司" })
      #expect(group.spellings.first { $0.text == "深圳华明（有限公司）" }?.basis == .hand)
      let merged = try await zone.parties.find(one.id, by: zone.clerk).party
      try await zone.parties.unmerge(one.id, because: "有误", seen: merged.revision, by: zone.clerk)
      #expect(try await zone.applicants() == [2, 2, 2, 2, 1])
    }
  }

  @Test(arguments: DatabaseKind.all) func `rests on the last publication and the rules of the day`(_ kind: DatabaseKind)
    async throws
  {
    try await LandscapeZone.with(kind) { zone in
      let file = try await zone.desk.draw(CorpusQuestion("PRO:江苏"), by: zone.clerk)
      // The latest document of the corpus was published on 2025-09-03.
      #expect(file.report.completeness.cutoff == Day("2025-09-03"))
      #expect(file.report.completeness.completeUntil == Day("2024-03-03"))
      #expect((file.months.value, file.internationalMonths.value) == (18, 30))
      #expect(file.report.documents == 3 && file.report.corpus == 9)
      await #expect(throws: AccessRefusal.self) {
        try await zone.desk.draw(CorpusQuestion(), by: .visitor([]))
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `is shown in both languages, with files`(_ kind: DatabaseKind) async throws {
    try await LandscapeZone.with(kind) { zone in
      var routes = Routes()
      addLandscapeDoors(to: &routes, desk: zone.desk, parties: .mergeParties)
      let keeper = SessionKeeper(
        visitor: .visitor([.readParties]), resolve: { _ in nil }, resolveToken: { _ in nil })
      let portal = Portal(
        site: Site(), keeper: keeper, world: .fixed(), assets: Assets([:]), secret: Array(repeating: 7, count: 32))
      let client = PortalClient(portal, routes: routes)
      let zh = try await client.get("/landscape?q=PRO:%E6%B1%9F%E8%8B%8F").text
      #expect(zh.contains("<h2>申请趋势</h2>") && zh.contains("2025-09-03（语料库中最晚的公开日）"))
      // (PRO:江苏) AND AP==东南乙大学: what the number of its row opens into.
      #expect(
        zh.contains(
          "/search?q=%28PRO%3A%E6%B1%9F%E8%8B%8F%29%20AND%20AP%3D%3D%22%E4%B8%9C%E5%8D%97%E4%B9%99%E5%A4%A7%E5%AD%A6%22"
        ))
      let en = try await client.get("/en/landscape?q=PRO:%E6%B1%9F%E8%8B%8F").text
      #expect(en.contains("<h2>Filings by year</h2>") && en.contains("Jiangsu"))
      #expect(en.contains("<span lang=\"zh-CN\">东南乙大学</span>"))
      let bad = try await client.get("/landscape?q=(%E6%B3%B5")
      #expect(bad.status == .unprocessableContent && bad.text.contains("括号没有成对"))
      let file = try await client.get("/en/landscape/csv?analysis=applicants&q=PRO:%E6%B1%9F%E8%8B%8F").text
      #expect(file.contains("东南乙大学,2,66.67%,,\"(PRO:江苏) AND AP==\"\"东南乙大学\"\"\"\r\n"))
      #expect(file.contains("Cut-off date,2025-09-03\r\n"))
      #expect(try await client.get("/landscape/csv?analysis=nothing").status == .notFound)
    }
  }
}
