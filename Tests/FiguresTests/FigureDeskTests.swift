import Evidence
import Figures
import FiguresStore
import Fixtures
import Kernel
import Testing

@Suite struct `A figure` {
  @Test(arguments: DatabaseKind.all)
  func `counts what is different, with evidence that is strong enough`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      // Two services of 甲 count once; 丁 has a declaration only; 戊 was served a year before.
      try await zone.serve([
        Service(client: "甲"), Service(client: "甲"), Service(client: "乙", grade: .g1),
        Service(client: "丁", grade: .g3), Service(client: "戊", day: "2025-12-31"),
      ])
      let two = try await zone.value("A01")
      #expect(two.valueText == "2")
      #expect(two.verdict == .notMet)
      #expect(two.gap == 1)
      #expect(two.totals.declared == 1)
      try await zone.serve([Service(client: "丙")])
      #expect(try await zone.value("A01").verdict == .met)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `adds every row of a sum, exactly`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([Service(client: "甲", fee: 149), Service(client: "甲", fee: 150)])
      let short = try await zone.value("A02")
      #expect(short.valueText == "2.99")
      #expect(short.verdict == .notMet)
      try await zone.serve([Service(client: "乙", fee: 1)])
      #expect(try await zone.value("A02").verdict == .met)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is never 0 where there is nothing`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      for code: IndicatorCode in ["A01", "A02", "B03", "C01"] {
        #expect(try await zone.value(code).state == .noRecords(.none))
      }
      #expect(try await zone.value("A07").state == .noRecords(.none))
      #expect(try await zone.value("E01").state == .noRecords(.noSource))
      try await zone.serve([Service(client: "甲", grade: .g4)])
      let declared = try await zone.value("A01")
      #expect(declared.state == .noRecords(.onlyDeclared(1)))
      #expect(declared.verdict == .noData)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of 46 withdrawn among 56 is 82.14 percent, and stands by the comparator of its day`(
    _ kind: DatabaseKind
  ) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.list(56, withdrawn: 46)
      let alone = try await zone.value("A07")
      #expect(alone.valueText == "82.14")
      #expect(alone.verdict == .noComparator)
      try await zone.give("rate.province", "2026-09-30", "70")
      #expect(try await zone.value("A07").verdict == .noComparator)
      try await zone.give("rate.province", "2026-10-31", "88.3")
      let below = try await zone.value("A07")
      #expect(below.verdict == .below)
      #expect(below.comparator?.value == Quantity(883, over: 10))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of no withdrawn cases is a true 0`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.list(3, withdrawn: 0)
      #expect(try await zone.value("A07").valueText == "0.00")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that must rise is held against the same days of the year before`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([Service(client: "甲", fee: 10)])
      #expect(try await zone.value("B03").verdict == .noComparator)
      // 1 November 2025 lies behind the cut-off of the year before.
      try await zone.serve([
        Service(client: "甲", fee: 9, day: "2025-05-05"), Service(client: "甲", fee: 90, day: "2025-11-01"),
      ])
      #expect(try await zone.value("B03").verdict == .met)
      try await zone.serve([Service(client: "甲", fee: 1, day: "2025-10-31")])
      #expect(try await zone.value("B03").verdict == .notMet)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is computed by the reading that was chosen`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([Service(client: "甲"), Service(client: "乙", base: "高新园")])
      #expect(try await zone.value("C01").valueText == "2")
      try await zone.desk.choose("centre", for: "AMB-03", because: "领导小组会议", seen: nil, by: FigureZone.clerk)
      #expect(try await zone.value("C01").valueText == "1")
      let ruling = try #require(try await zone.desk.rulings(by: FigureZone.visitor).first)
      #expect(ruling.option?.code == "centre")
      #expect(ruling.codes == ["C01"])
      await #expect(throws: (any Error).self) {
        try await zone.desk.choose("all", for: "AMB-03", because: "改回", seen: nil, by: FigureZone.clerk)
      }
      let revision = ruling.chosen?.revision
      try await zone.desk.choose("all", for: "AMB-03", because: "改回", seen: revision, by: FigureZone.clerk)
      #expect(try await zone.value("C01").valueText == "2")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `opens into its parts, readings and months`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([
        Service(client: "甲", day: "2026-01-31"), Service(client: "乙", base: "高新园", day: "2026-02-01"),
        Service(client: "丙", base: nil, day: "2026-10-31"), Service(client: "丁", day: "2024-01-01"),
      ])
      let file = try await zone.desk.find("A01", at: FigureZone.cutoff, by: FigureZone.visitor)
      #expect(file.alternatives.map(\.valueText) == ["4"])
      #expect(file.byBase.map(\.key) == ["中心", "高新园", nil])
      #expect(file.byBase.map(\.state.value) == [1, 1, 1])
      #expect(file.byCategory.isEmpty)
      #expect(file.months.map { $0.state?.value } == [1, 2, 2, 2, 2, 2, 2, 2, 2, 3, nil, nil])
      #expect(file.figure.totals.newest == FigureZone.cutoff)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has rows that add up to its value, page by page`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      let services = (0..<30).map { Service(client: "企业\($0 % 7)", fee: Int64($0 + 1)) }
      try await zone.serve(services + [Service(client: "自报", grade: .g4)])
      var things: [CountedThing] = []
      var last: String?
      repeat {
        let page = try await zone.desk.contributions(
          "A02", at: FigureZone.cutoff, after: last, limit: 3, by: FigureZone.clerk)
        things += page
        last = page.count == 3 ? page.last?.countedAs : nil
      } while last != nil
      #expect(things.count == 7)
      // 1 + 2 + … + 30.
      #expect(things.map(\.weight).reduce(0, +) == 465)
      #expect(things.flatMap(\.records).map(\.weight).reduce(0, +) == 465)
      #expect(try await zone.value("A02").valueText == "4.65")
      let declared = try await zone.desk.contributions(
        "A02", at: FigureZone.cutoff, .declared, by: FigureZone.clerk)
      #expect(declared.map(\.countedAs) == ["自报"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has parts by base and evidence whose rows add up to them`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([
        Service(client: "甲", fee: 100), Service(client: "乙", fee: 230, grade: .g1),
        Service(client: "乙", fee: 1, base: "高新园"), Service(client: "丙", fee: 40, base: nil),
        Service(client: "丁", fee: 5, grade: .g4, base: "高新园"),
      ])
      func sum(_ narrowing: FigureNarrowing, _ standing: ContributionStanding = .counted) async throws -> Int64 {
        let things = try await zone.desk.contributions(
          "A02", at: FigureZone.cutoff, standing, narrowed: narrowing, by: FigureZone.clerk)
        #expect(things.map(\.rows).reduce(0, +) == things.flatMap(\.records).count)
        return things.flatMap(\.records).map(\.weight).reduce(0, +)
      }
      #expect(try await sum(FigureNarrowing(base: .named("中心"))) == 330)
      #expect(try await sum(FigureNarrowing(base: .named("高新园"))) == 1)
      #expect(try await sum(FigureNarrowing(base: .unstated)) == 40)
      #expect(try await sum(FigureNarrowing(grade: .g1)) == 230)
      #expect(try await sum(FigureNarrowing(grade: .g4), .declared) == 5)
      #expect(try await sum(FigureNarrowing(base: .named("高新园"), category: .named("无"))) == 0)
      let file = try await zone.desk.find("A02", at: FigureZone.cutoff, by: FigureZone.visitor)
      #expect(file.byBase.map(\.key) == ["中心", "高新园", nil])
      #expect(
        file.byBase.map(\.state.value) == [Quantity(330, over: 100), Quantity(1, over: 100), Quantity(40, over: 100)])
      #expect(file.byGrade.map(\.key) == ["1", "2", "4"])
      #expect(file.byGrade.map(\.rows) == [1, 3, 0])
      let centre = try await zone.desk.totals(
        "A02", at: FigureZone.cutoff, narrowed: FigureNarrowing(base: .named("中心")), by: FigureZone.clerk)
      #expect(centre?.met.now == FigureTotals.Part(rows: 2, things: 0, weight: 330))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is of now at once while its month-ends are recomputed beside`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      let desk = zone.desk
      func months() async throws -> (now: String?, points: [FigurePoint]) {
        let found = try await desk.overview(at: FigureZone.cutoff, .kept, by: FigureZone.visitor)
        let first = try #require(found.first)
        return (first.figure.valueText, first.months)
      }
      func settled(_ first: Quantity) async throws {
        for _ in 0..<2_000 {
          let points = try await months().points
          if points.allSatisfy({ $0.standing == .current || $0.standing == .ahead }) {
            #expect(points.first?.value == first)
            return
          }
          try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the month-ends were never computed")
      }
      try await zone.serve([Service(client: "甲", day: "2026-01-15")])
      // Nobody recomputes: all is computed for whoever looks.
      #expect(try await months().points.first?.standing == .current)
      let keeping = Task { await desk.keepMonthEnds { code, error in Issue.record(error, "\(code)") } }
      try await settled(1)
      try await zone.serve([Service(client: "乙", day: "2026-01-16")])
      let after = try await months()
      #expect(after.now == "2")
      // What is older than the records says so, and is never shown as of now.
      #expect(after.points.first.map { $0.standing == .earlier(zone.world.now()) || $0.value == 2 } == true)
      try await settled(2)
      try await zone.change(1, to: Service(client: "甲", day: "2026-01-15", stage: "withdrawn"))
      #expect(try await months().now == "1")
      #expect(
        try await desk.find("A01", at: FigureZone.cutoff, .exact, by: FigureZone.visitor).months.first?.value == 1)
      keeping.cancel()
      await keeping.value
      #expect(try await months().points.first?.value == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is kept only until its records change`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      let desk = zone.desk
      try await zone.serve([Service(client: "甲")])
      #expect(try await desk.figure("A01", at: FigureZone.cutoff, by: FigureZone.visitor).valueText == "1")
      try await zone.serve([Service(client: "乙")])
      #expect(try await desk.figure("A01", at: FigureZone.cutoff, by: FigureZone.visitor).valueText == "2")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stands in a table that is the same, byte by byte, when it is written again`(_ kind: DatabaseKind) async throws {
    try await FigureZone.with(kind) { zone in
      try await zone.serve([Service(client: "甲"), Service(client: "乙")])
      try await zone.list(56, withdrawn: 46)
      let first = figureTableCSV(
        try await zone.desk.table(at: FigureZone.cutoff, by: FigureZone.visitor), isDemonstration: true, in: .zh)
      let second = figureTableCSV(
        try await zone.desk.table(at: FigureZone.cutoff, by: FigureZone.visitor), isDemonstration: true, in: .zh)
      #expect(Array(first.utf8) == Array(second.utf8))
      let lines = first.split(separator: "\r\n")
      #expect(lines.count == 7)
      #expect(lines[3].hasPrefix("A07,样例,三（一）,2026-10-31,82.14,家,,超过对比值（rate.province）,,,无对比数据,102,0,,"))
      #expect(lines[3].hasSuffix(",示例数据"))
    }
  }

  @Test func `is not asked for a day that no zone has`() async throws {
    try await FigureZone.with(.memory) { zone in
      for day in [Day(number: 0), Day(number: 80_000)] {
        await #expect(throws: FigureRefusal.cutoffOutOfRange(day)) { try await zone.value("A01", at: day) }
      }
      await #expect(throws: FigureRefusal.unknown("D04")) { try await zone.value("D04") }
    }
  }
}
