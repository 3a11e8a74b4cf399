import Figures
import FiguresStore
import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `A frozen figure` {
  private let services = [Service(client: "甲"), Service(client: "甲"), Service(client: "乙"), Service(client: "丙")]

  private func freeze(_ zone: FigureZone, _ code: IndicatorCode = "A01") async throws -> FrozenFigure {
    try await zone.desk.freeze(code, at: FigureZone.cutoff, because: "季报", by: FigureZone.clerk)
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps its value while its records go on`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      let first = try await freeze(zone)
      #expect(first.value == 3)
      #expect(first.rows == 4)
      #expect(first.verdict == .met)
      var withdrawn = services[3]
      withdrawn.stage = "withdrawn"
      try await zone.change(4, to: withdrawn)
      let file = try await zone.desk.frozen(first.id, by: FigureZone.clerk)
      #expect(file.frozen == first)
      #expect(file.live?.valueText == "2")
      #expect(file.changedCount == 1)
      #expect(file.changed.map(\.record) == [4])
      let second = try await freeze(zone)
      #expect(second.edition == 2)
      #expect(second.value == 2)
      #expect(second.listHash != first.listHash)
      #expect(try await zone.desk.editions(of: "A01", by: FigureZone.clerk).map(\.edition) == [2, 1])
      let rows = try await zone.desk.frozenRows(of: first.id, by: FigureZone.clerk)
      #expect(rows.map(\.position) == [1, 2, 3, 4])
      #expect(rows.allSatisfy { $0.entry == 1 && $0.digest?.utf8.count == 64 })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is the same list for the same records, and another under another reading`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      let first = try await freeze(zone, "C01")
      let again = try await freeze(zone, "C01")
      #expect(again.listHash == first.listHash)
      try await zone.desk.choose("centre", for: "AMB-03", because: "会议", seen: nil, by: FigureZone.clerk)
      let ruled = try await freeze(zone, "C01")
      #expect(ruled.definition != first.definition)
      #expect(ruled.listHash != first.listHash)
      #expect(ruled.rulings == ["AMB-03=centre"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is verified, with what the journal says was changed since`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      _ = try await freeze(zone)
      let whole = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(whole.agrees)
      #expect(whole.records == 4)
      try await zone.change(1, to: Service(client: "甲", fee: 7))
      try await zone.remove(2)
      let changed = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(changed.agrees)
      #expect(changed.changed == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `disagrees with a record that was altered behind the journal`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      _ = try await freeze(zone)
      try await zone.database.write { try $0.run("UPDATE test_services SET client = '丁' WHERE id = 3") }
      try await zone.database.write { try $0.run("DELETE FROM test_services WHERE id = 4") }
      let check = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(
        check.disagreements == [.altered(table: "test_services", record: 3), .gone(table: "test_services", record: 4)])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `disagrees with a list or a value that was altered behind the journal`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      _ = try await freeze(zone)
      try await zone.database.write { try $0.run("UPDATE figures_frozen SET numerator = 9") }
      let value = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(value.disagreements == [.frozenAltered, .value(frozen: "9", rows: "3")])
      try await zone.database.write { try $0.run("UPDATE figures_frozen SET numerator = 3") }
      try await zone.database.write { try $0.run("DELETE FROM figure_rows WHERE position = 1") }
      let list = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      // The first row is 丙, whose only one it is.
      #expect(list.disagreements.map(\.code) == ["list-hash", "value"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `need not be: the figure of today is checked record by record`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      let whole = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(whole.agrees && whole.frozen == nil && whole.records == 4)
      try await zone.database.write { try $0.run("UPDATE test_services SET fee = 1 WHERE id = 2") }
      let check = try await zone.desk.verify("A01", at: FigureZone.cutoff, by: FigureZone.clerk)
      #expect(check.disagreements == [.altered(table: "test_services", record: 2)])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is published once, and then open to everybody`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      let frozen = try await freeze(zone)
      await #expect(throws: FigureRefusal.unknownFrozen) {
        try await zone.desk.frozen(frozen.id, by: FigureZone.visitor)
      }
      try await zone.desk.publish(frozen.id, because: "季报公布", by: FigureZone.clerk)
      #expect(try await zone.desk.frozen(frozen.id, by: FigureZone.visitor).frozen.publishedAt == .noon)
      await #expect(throws: FigureRefusal.alreadyPublished) {
        try await zone.desk.publish(frozen.id, because: "再次", by: FigureZone.clerk)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a demonstration says so in name and hash, and is not published`(_ kind: DatabaseKind) async throws {
    var hashes: Set<String> = []
    for isDemonstration in [false, true] {
      try await FigureZone.with(kind, demonstration: isDemonstration) { zone in
        try await zone.serve(services)
        let frozen = try await freeze(zone)
        hashes.insert(frozen.listHash)
        #expect(frozen.name.contains("示例数据") == isDemonstration)
        guard isDemonstration else { return }
        await #expect(throws: FigureRefusal.demonstrationIsNotPublished) {
          try await zone.desk.publish(frozen.id, because: "公布", by: FigureZone.clerk)
        }
      }
    }
    #expect(hashes.count == 2)
  }

  @Test(arguments: DatabaseKind.all)
  func `is a record that the journal vouches for`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve(services)
      let frozen = try await freeze(zone)
      try await zone.desk.publish(frozen.id, because: "公布", by: FigureZone.clerk)
      try await zone.give("rate.province", "2026", "88.3")
      let journal = JournalDesk(
        database: zone.database, world: zone.world, tables: figureTables + [.testServices, .testCases],
        subjects: { _, _, _ in true })
      guard case .intact(let entries, let records, _) = try await journal.verify(by: FigureZone.clerk) else {
        Issue.record("broken")
        return
      }
      #expect(entries == 4)
      // Four services, one frozen figure with four rows, one publication, one value.
      #expect(records == 11)
    }
  }

  @Test func `needs a day that is over, a reason and records`() async throws {
    try await FigureZone.with(.memory) { zone in
      let today = zone.world.today()
      await #expect(throws: FigureRefusal.cutoffNotOver(today)) {
        try await zone.desk.freeze("A01", at: today, because: "x", by: FigureZone.clerk)
      }
      await #expect(throws: FigureRefusal.reasonMissing) {
        try await zone.desk.freeze("A01", at: FigureZone.cutoff, because: " ", by: FigureZone.clerk)
      }
      await #expect(throws: FigureRefusal.nothingToFreeze("E01")) { try await freeze(zone, "E01") }
      let empty = try await freeze(zone)
      #expect(empty.state == "no-records")
    }
  }
}
