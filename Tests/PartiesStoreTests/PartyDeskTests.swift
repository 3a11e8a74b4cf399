import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Parties
import PartiesStore
import Storage
import Testing

/// A zone that knows some names.
private struct PartyZone {
  let database: any Database
  let world = World.fixed()
  let clerk = Account.console([.readParties, .mergeParties, .verifyJournal])
  var desk: PartyDesk { PartyDesk(database: database, world: world) }

  static func with(
    _ kind: DatabaseKind, _ names: [String], _ work: (PartyZone) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + partyMigrations) { database in
      let zone = PartyZone(database: database)
      try await zone.learn(names)
      try await work(zone)
    }
  }

  func learn(_ names: [String]) async throws {
    let (world, clerk) = (world, clerk)
    try await database.write { db in
      try Recording.writeBatch(Deed(.learn, by: clerk), world: world, in: db) { recording in
        try NameBook(world: world).learn(names, by: recording, in: db)
      }
    }
  }

  func party(_ name: String) async throws -> Party {
    try #require(try await desk.page(containing: name, by: clerk).first { $0.name == name })
  }

  func revision(_ id: ID<Party>) async throws -> Int64 { try await desk.find(id, by: clerk).party.revision }

  func merge(_ id: ID<Party>, into target: ID<Party>) async throws {
    try await desk.merge(id, into: target, because: "更名", seen: try await revision(id), by: clerk)
  }

  func unmerge(_ id: ID<Party>) async throws {
    try await desk.unmerge(id, because: "有误", seen: try await revision(id), by: clerk)
  }

  func spellings(_ id: ID<Party>) async throws -> [String] { try await desk.find(id, by: clerk).names.map(\.text) }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(database: database, world: world, tables: partyTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }
}

extension Action {
  fileprivate static let learn = Action("test.learn", Phrase(zh: "记下名称", en: "Learned names"))
}

@Suite struct `Parties` {
  @Test(arguments: DatabaseKind.all)
  func `are listed in the order of their pinyin, page by page`(_ kind: DatabaseKind) async throws {
    // By the 现代汉语词典: ān, bǎi, cháng, chóng, dà, shàn, xià, zēng.
    let names = ["安徽大学", "百度公司", "长沙大学", "重庆大学", "大连大学", "单雄信", "厦门大学", "曾国藩"]
    try await PartyZone.with(kind, names.reversed()) { zone in
      var listed: [Party] = []
      while listed.count < 9 {
        let page = try await zone.desk.page(after: listed.last?.id, limit: 3, by: zone.clerk)
        if page.isEmpty { break }
        listed += page
      }
      #expect(listed.map(\.name) == names)
      let universities = try await zone.desk.page(containing: "大学", by: zone.clerk)
      #expect(universities.map(\.name) == names.filter { $0.hasSuffix("大学") })
      #expect(try await zone.desk.page(containing: "_", by: zone.clerk).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `have one spelling for each writing of their name`(_ kind: DatabaseKind) async throws {
    try await PartyZone.with(kind, ["Andr\u{E9}", "甲（南京）公司"]) { zone in
      try await zone.learn(["Andre\u{301}", "甲(南京)公司", "Andr\u{E9}", "乙"])
      try await zone.learn(["ANDR\u{C9}", "乙"])
      #expect(try await zone.desk.page(by: zone.clerk).count == 3)
      let andre = try await zone.party("Andr\u{E9}")
      #expect(try await zone.spellings(andre.id).map { $0.unicodeScalars.count }.sorted() == [5, 5, 6])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `merge in a chain and come apart again in any order`(_ kind: DatabaseKind) async throws {
    for isInnerFirst in [true, false] {
      try await PartyZone.with(kind, ["甲", "乙", "丙"]) { zone in
        let (a, b, c) = (try await zone.party("甲").id, try await zone.party("乙").id, try await zone.party("丙").id)
        try await zone.merge(a, into: b)
        #expect(try await Set(zone.spellings(b)) == ["乙", "甲"])
        try await zone.merge(b, into: c)
        #expect(try await Set(zone.spellings(c)) == ["丙", "乙", "甲"])
        #expect(try await zone.desk.page(by: zone.clerk).map(\.id) == [c])
        #expect(try await zone.desk.find(c, by: zone.clerk).merged.map(\.id) == [b])
        if isInnerFirst {
          try await zone.unmerge(a)
          #expect(try await zone.spellings(a) == ["甲"])
          #expect(try await Set(zone.spellings(c)) == ["丙", "乙"])
          try await zone.unmerge(b)
        } else {
          try await zone.unmerge(b)
          #expect(try await Set(zone.spellings(b)) == ["乙", "甲"])
          #expect(try await zone.spellings(c) == ["丙"])
          try await zone.unmerge(a)
        }
        for (id, name) in [(a, "甲"), (b, "乙"), (c, "丙")] { #expect(try await zone.spellings(id) == [name]) }
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are not merged against the rules`(_ kind: DatabaseKind) async throws {
    try await PartyZone.with(kind, ["甲", "乙", "丙"]) { zone in
      let (a, b, c) = (try await zone.party("甲").id, try await zone.party("乙").id, try await zone.party("丙").id)
      await #expect(throws: PartyRefusal.intoItself) { try await zone.merge(a, into: a) }
      await #expect(throws: PartyRefusal.notMerged) { try await zone.unmerge(a) }
      await #expect(throws: PartyRefusal.unknown(ID(-9))) { try await zone.merge(a, into: ID(-9)) }
      await #expect(throws: PartyRefusal.reasonMissing) {
        try await zone.desk.merge(a, into: b, because: "", seen: 1, by: zone.clerk)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.merge(a, into: b, because: "更名", seen: 99, by: zone.clerk)
      }
      try await zone.merge(a, into: b)
      await #expect(throws: PartyRefusal.alreadyMerged(into: b)) { try await zone.merge(a, into: c) }
      await #expect(throws: PartyRefusal.alreadyMerged(into: b)) { try await zone.merge(c, into: a) }
      await #expect(throws: PartyRefusal.alreadyMerged(into: b)) { try await zone.merge(b, into: a) }
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `never merge into a ring, however many try at once`(_ kind: DatabaseKind) async throws {
    try await PartyZone.with(kind, ["甲", "乙", "丙"]) { zone in
      let ids = [try await zone.party("甲").id, try await zone.party("乙").id, try await zone.party("丙").id]
      await withTaskGroup(of: Void.self) { group in
        for (place, id) in ids.enumerated() {
          group.addTask {
            do { try await zone.merge(id, into: ids[(place + 1) % 3]) } catch is PartyRefusal {} catch {
              Issue.record(error)
            }
          }
        }
      }
      let standing = try await zone.desk.page(by: zone.clerk)
      #expect(!standing.isEmpty)
      var all: [String] = []
      for party in standing { all += try await zone.spellings(party.id) }
      #expect(Set(all) == ["丙", "乙", "甲"] && all.count == 3)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `are merged and un-merged wholly or not at all`(_ kind: DatabaseKind) async throws {
    try await PartyZone.with(kind, ["甲", "乙"]) { zone in
      let (a, b) = (try await zone.party("甲"), try await zone.party("乙"))
      let (merging, _) = try await failEverywhere(on: zone.database) { faulty in
        try await PartyDesk(database: faulty, world: zone.world).merge(
          a.id, into: b.id, because: "更名", seen: a.revision, by: zone.clerk)
      }
      let revision = try await zone.revision(a.id)
      let (unmerging, _) = try await failEverywhere(on: zone.database) { faulty in
        try await PartyDesk(database: faulty, world: zone.world).unmerge(
          a.id, because: "有误", seen: revision, by: zone.clerk)
      }
      #expect(merging > 8 && unmerging > 8)
      #expect(try await zone.isIntact())
    }
  }
}
