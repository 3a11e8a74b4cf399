import Access
import Fixtures
import Kernel
import Premises
import PremisesStore
import Storage
import Testing

/// Revenue in units of ten thousand yuan.
private func revenue(_ wan: Int64) -> Fen { Fen(wan * 1_000_000) }

private let facts: [SocialCreditCode: TenantFact] = [
  // Registered ten years before, 30 people, 12 million.
  code(1): TenantFact(name: "登记册上的一号", staff: 30, revenue: revenue(1_200), registered: day("2016-05-01")),
  code(2): TenantFact(staff: 12, revenue: revenue(300), registered: day("2022-01-01")),
  code(3): TenantFact(staff: 40, registered: day("2016-05-01")),
  code(4): TenantFact(staff: 3, registered: day("2016-05-01")),
]

/// Mature: 30 people, 10 million, 5 years; growing: 10 people, 2 million.
private let thresholds = [
  StageThreshold(.mature, .staff, atLeast: 30), StageThreshold(.mature, .revenue, atLeast: revenue(1_000).value),
  StageThreshold(.mature, .years, atLeast: 5), StageThreshold(.growing, .staff, atLeast: 10),
  StageThreshold(.growing, .revenue, atLeast: revenue(200).value),
]

@Suite struct `The stage of a tenant` {
  @Test func `follows from what is known, and is left open where an unknown fact decides`() throws {
    let on = day("2026-11-22")
    let criteria = try CriteriaDraft(from: day("2026-01-01"), thresholds: thresholds).version()
    func finding(_ number: Int) -> StageFinding {
      StageFinding(facts[code(number)] ?? TenantFact(), by: criteria, on: on)
    }
    #expect(finding(1) == .found(.mature))
    #expect(finding(2) == .found(.growing))
    // Its revenue would decide between mature and the rest.
    #expect(finding(3) == .undetermined(missing: [.revenue]))
    // Three people are too few for any stage but the first, whatever it earns.
    #expect(finding(4) == .found(.starting))
    #expect(finding(5) == .undetermined(missing: [.staff, .revenue, .years]))
    #expect(StageFinding(facts[code(1)] ?? TenantFact(), by: nil, on: on) == .noCriteria)
    #expect(finding(3).phrase.zh == "无法判定：缺知识产权服务收入")
  }

  @Test func `counts a year when it is complete`() {
    let fact = TenantFact(registered: day("2021-11-22"))
    #expect(StageMeasure.years.value(of: fact, on: day("2026-11-21")) == 4)
    #expect(StageMeasure.years.value(of: fact, on: day("2026-11-22")) == 5)
    // The 29th of February has its year on the 28th.
    let leap = TenantFact(registered: day("2024-02-29"))
    #expect(StageMeasure.years.value(of: leap, on: day("2025-02-27")) == 0)
    #expect(StageMeasure.years.value(of: leap, on: day("2025-02-28")) == 1)
    #expect(StageMeasure.years.value(of: fact, on: day("2021-11-21")) == nil)
  }

  @Test(arguments: DatabaseKind.all)
  func `moves with a new version, and who moves and why is shown before and kept after`(
    _ kind: DatabaseKind
  ) async throws {
    try await PremisesZone.with(kind, facts: TenantFacts { codes, _, _ in facts.filter { codes.contains($0.key) } }) {
      zone in
      let rooms = try await zone.buildFloor()
      for (number, room) in rooms.prefix(3).enumerated() { try await zone.moveIn(number + 1, to: room, "2026-01-01") }
      let first = try CriteriaDraft(from: day("2026-01-01"), thresholds: thresholds)
      try await adopt(first, in: zone)
      let on = day("2026-11-22")
      let list = try await zone.desk.stages(on: on, by: zone.visitor)
      #expect(
        list.lines.map(\.finding) == [.found(.mature), .found(.growing), .undetermined(missing: [.revenue])])
      #expect(list.lines.map(\.name) == ["登记册上的一号", "机构2", "机构3"])
      #expect(list.lines.map { list.suggestedSite(for: $0.finding) } == [.centre, .gaoxin, nil])

      // Forty people instead of thirty: the first tenant falls to growing, the third stays open.
      let stricter = try CriteriaDraft(
        from: day("2026-12-01"),
        thresholds: thresholds.map {
          $0.stage == .mature && $0.measure == .staff ? StageThreshold(.mature, .staff, atLeast: 40) : $0
        })
      let preview = try await zone.desk.preview(stricter, by: zone.clerk)
      let change = StageChange(stage: .mature, measure: .staff, value: 30, oldMinimum: 30, newMinimum: 40)
      #expect(
        preview == [
          StageMove(tenant: code(1), tenantName: "登记册上的一号", from: .mature, to: .growing, reasons: [change])
        ])
      #expect(change.phrase.zh == "成熟期·从业人员：本机构30 人，门槛由30 人改为40 人")
      let adopted = try await adopt(stricter, in: zone)
      let file = try await zone.desk.findCriteria(adopted.id, by: zone.clerk)
      // What a tenant has is for nobody else.
      let open = try await zone.desk.findCriteria(adopted.id, by: zone.visitor)
      #expect(open.moves.map(\.tenant) == [code(1)] && open.moves.allSatisfy(\.reasons.isEmpty))
      #expect(try await zone.desk.stages(on: on, by: zone.visitor).lines.allSatisfy { $0.fact.staff == nil })
      #expect(file.moves == preview && file.criteria.thresholds.count == 5)
      #expect(
        try await zone.desk.stages(on: day("2026-11-30"), by: zone.visitor).lines.first?.finding == .found(.mature))
      #expect(
        try await zone.desk.stages(on: day("2026-12-01"), by: zone.visitor).lines.first?.finding == .found(.growing))

      await #expect(throws: StageRefusal.criteriaFromThatDay(day("2026-12-01"))) {
        try await zone.desk.preview(stricter, by: zone.clerk)
      }
      try await zone.desk.withdrawCriteria(
        adopted.id, because: "会议未通过", seen: file.criteria.revision, by: zone.clerk)
      #expect(
        try await zone.desk.stages(on: day("2026-12-01"), by: zone.visitor).lines.first?.finding == .found(.mature))
      #expect(try await zone.desk.findCriteria(adopted.id, by: zone.clerk).moves == preview)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is not changed by a list that nobody saw`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind, facts: TenantFacts { _, _, _ in facts }) { zone in
      let rooms = try await zone.buildFloor()
      try await zone.moveIn(1, to: rooms[0], "2026-01-01")
      let draft = try CriteriaDraft(from: day("2026-01-01"), thresholds: thresholds)
      let seen = StageMove.mark(of: try await zone.desk.preview(draft, by: zone.clerk))
      try await zone.moveIn(2, to: rooms[1], "2026-01-01")
      await #expect(throws: StageRefusal.previewOutdated) {
        try await zone.desk.adopt(draft, adoptedBy: "中心", document: "标准", seen: seen, by: zone.clerk)
      }
      #expect(try await zone.desk.criteria(by: zone.clerk).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has criteria that are adopted wholly or not at all`(_ kind: DatabaseKind) async throws {
    let known = TenantFacts { _, _, _ in facts }
    try await PremisesZone.with(kind, facts: known) { zone in
      let rooms = try await zone.buildFloor()
      try await zone.moveIn(1, to: rooms[0], "2026-01-01")
      let draft = try CriteriaDraft(from: day("2026-01-01"), thresholds: thresholds)
      let mark = StageMove.mark(of: try await zone.desk.preview(draft, by: zone.clerk))
      let (statements, adopted) = try await failEverywhere(on: zone.database) { faulty in
        try await PremisesDesk(database: faulty, world: zone.world, facts: known).adopt(
          draft, adoptedBy: "中心", document: "标准", seen: mark, by: zone.clerk)
      }
      #expect(statements > 8)
      #expect(try await zone.desk.findCriteria(adopted.id, by: zone.clerk).moves.count == 1)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `has criteria that make sense`() {
    #expect(throws: StageRefusal.noThresholds) { try CriteriaDraft(from: day("2026-01-01"), thresholds: []) }
    #expect(throws: StageRefusal.growingAboveMature(.staff)) {
      try CriteriaDraft(
        from: day("2026-01-01"),
        thresholds: [
          StageThreshold(.growing, .staff, atLeast: 31), StageThreshold(.mature, .staff, atLeast: 30),
        ])
    }
    #expect(throws: StageRefusal.wrongAmount(.years)) {
      try CriteriaDraft(from: day("2026-01-01"), thresholds: [StageThreshold(.growing, .years, atLeast: -1)])
    }
  }

  @discardableResult
  private func adopt(_ draft: CriteriaDraft, in zone: PremisesZone) async throws -> StageCriteria {
    let seen = StageMove.mark(of: try await zone.desk.preview(draft, by: zone.clerk))
    return try await zone.desk.adopt(draft, adoptedBy: "运营管理中心", document: "分期标准", seen: seen, by: zone.clerk)
  }
}

@Suite struct `A cluster` {
  @Test(arguments: DatabaseKind.all)
  func `that no tenant serves is a gap, and no longer when one does`(_ kind: DatabaseKind) async throws {
    let own = TenantFacts { _, _, _ in [code(1): TenantFact(clusters: ["bio-medicine"])] }
    try await PremisesZone.with(kind, facts: own) { zone in
      let on = day("2026-11-22")
      // Nine names were found of the fourteen; without tenants each is a gap.
      #expect(try await report(zone, on).gaps.count == 9)
      let rooms = try await zone.buildFloor()
      try await zone.moveIn(1, to: rooms[0], "2026-01-01")
      let tenant = try await zone.moveIn(2, to: rooms[1], "2026-01-01")
      // The register of institutions says that the first serves one.
      #expect(!(try await report(zone, on).gaps.map(\.cluster.code).contains("bio-medicine")))
      #expect(try await report(zone, on).gaps.count == 8)

      let service = try await zone.desk.addService(
        "smart-grid", by: code(2), from: day("2026-03-01"), ground: "服务合同三份", account: zone.clerk)
      let line = try #require(try await report(zone, on).lines.first { $0.cluster.code == "smart-grid" })
      #expect(line.tenants == [ClusterCoverage.Tenant(code: code(2), name: "机构2", service: service.id)])
      #expect(try await report(zone, on).gaps.count == 7)
      #expect(try await report(zone, day("2026-02-28")).gaps.count == 8)
      await #expect(throws: StageRefusal.servesAlready) {
        try await zone.desk.addService("smart-grid", by: code(2), from: on, ground: "再登", account: zone.clerk)
      }
      await #expect(throws: StageRefusal.notATenant) {
        try await zone.desk.addService("aviation", by: code(3), from: on, ground: "合同", account: zone.clerk)
      }
      await #expect(throws: PremisesRefusal.unknown(.cluster)) {
        try await zone.desk.addService("nothing", by: code(2), from: on, ground: "合同", account: zone.clerk)
      }
      // Who leaves serves the zone no longer.
      try await zone.moveOut(tenant.id, "2026-11-30")
      #expect(try await report(zone, day("2026-12-01")).gaps.count == 8)
      let seen = try #require(try await zone.desk.services(by: zone.clerk).first).revision
      try await zone.desk.withdrawService(service.id, because: "合同作废", seen: seen, by: zone.clerk)
      #expect(try await report(zone, on).gaps.count == 8)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stands in a provisional list from the day of the plan on`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let found = try await zone.desk.coverage(of: .nanjing, on: day("2024-03-15"), by: zone.visitor)
      let list = try #require(found)
      // 4 + 2 + 6 + 6.
      #expect(list.lines.count == 18 && list.list.standing == .provisional)
      #expect(try await zone.desk.coverage(of: .nanjing, on: day("2024-03-14"), by: zone.visitor)?.lines.count == nil)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a new list counts from its day on, and the days before keep the old one`(_ kind: DatabaseKind) async throws {
    try await PremisesZone.with(kind) { zone in
      let entries = try ClusterEntry.list(
        "smart-grid | 智能电网 | Smart grid | 前五 | First five\n\nwater | 水务 | Water | 后四 | Last four")
      #expect(entries.map(\.code) == ["smart-grid", "water"])
      let source = Phrase(zh: "区政府文件", en: "Paper of the district")
      func replace() async throws {
        try await zone.desk.replaceClusters(
          of: .jiangning, with: entries, from: day("2026-12-01"), standing: .confirmed, source: source,
          because: "官方名单公布",
          by: zone.clerk)
      }
      try await replace()
      #expect(try await report(zone, day("2026-11-30")).lines.count == 9)
      let new = try await report(zone, day("2026-12-01"))
      #expect(new.lines.map(\.cluster.name.zh) == ["智能电网", "水务"] && new.list.standing == .confirmed)
      await #expect(throws: StageRefusal.listFromThatDay(day("2026-12-01"))) { try await replace() }
      #expect(try await zone.isIntact())
    }
  }

  @Test func `is written on a line of five parts`() {
    #expect(throws: StageRefusal.wrongLine(2)) { try ClusterEntry.list("a | b | c | d | e\na | b | c | d") }
    #expect(throws: StageRefusal.wrongLine(1)) { try ClusterEntry.list("A B | b | c | d | e") }
    #expect(throws: StageRefusal.codeTwice("a")) { try ClusterEntry.list("a | b | c | d | e\na | x | c | d | e") }
    #expect(throws: StageRefusal.noClusters) { try ClusterEntry.list(" \n ") }
  }

  private func report(_ zone: PremisesZone, _ on: Day) async throws -> CoverageReport {
    try #require(try await zone.desk.coverage(of: .jiangning, on: on, by: zone.visitor))
  }
}
