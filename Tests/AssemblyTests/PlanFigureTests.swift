import Access
import Assembly
import Enterprises
import Evidence
import Figures
import FiguresStore
import Foundation
import Institutions
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Programme
import Rules
import RulesStore
import Testing

/// A zone whose records are made by hand, and what its figures say of them.
private struct Counted {
  let zone: TestZone
  var ledgers: LedgerDesk { zone.zone.ledgers }
  var console: Account { zone.zone.console }

  @discardableResult
  func add(
    _ ledger: Ledger, _ texts: [String: String], grade: EvidenceGrade = .g1
  ) async throws -> ID<LedgerRecord> {
    try await ledgers.add(LedgerDraft(texts: texts, grade: grade, document: "文1"), to: ledger, by: console)
  }

  func institutions(_ numbers: Range<Int>, until last: String = "", of kind: String = "company") async throws {
    let rows = numbers.map { number in
      LedgerRow(
        number: number,
        draft: LedgerDraft(
          texts: [
            "code": code(number), "name": "甲\(number)", "kind": kind, "main_category": "agency", "categories": "agency",
            "in_district": "是", "ip_income": "否", "active_from": "2024-02-01", "active_to": last,
          ], grade: .g2, document: "证照"))
    }
    let report = try await ledgers.take(rows, named: "a.csv", into: .institutions, by: console)
    #expect(report.new == numbers.count && report.rejected.isEmpty)
  }

  func figure(_ code: IndicatorCode, on day: String) async throws -> Figure {
    try await zone.zone.figures.figure(code, at: try #require(Day(day)), by: console)
  }

  func series(_ code: SeriesCode, _ period: SeriesPeriod, _ value: Int128, over denominator: Int128 = 1) async throws {
    let draft = SeriesDraft(
      series: code, period: period, value: try #require(Quantity(value, over: denominator)), standing: .final,
      source: "公报", publishedOn: try #require(Day("2026-02-01")))
    _ = try await zone.zone.figures.take([draft], by: console)
  }

  /// A code of a division that no register uses, with the check symbol of GB 32100.
  func code(_ number: Int) -> String {
    let digits = String(number)
    let head = "91329999MB" + String(repeating: "0", count: 7 - digits.count) + digits
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for symbol in head {
      sum += (alphabet.firstIndex(of: symbol) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return head + String(alphabet[(31 - sum % 31) % 31])
  }
}

/// The counting rules of the plan, on records made by hand.
@Suite struct `The figures of the plan` {
  private func with(_ work: @escaping @Sendable (Counted) async throws -> Void) async throws {
    try await TestZone.with { zone in try await work(Counted(zone: zone)) }
  }

  @Test func `say that more than 100 institutions are met by 101 and not by 100, and missing is not 0`() async throws {
    try await with { zone in
      let empty = try await zone.figure("A01", on: "2026-10-31")
      #expect(empty.state.value == nil && empty.verdict == .noData)
      #expect(empty.state.absence?.zh == "尚无数据")
      try await zone.institutions(0..<100)
      let hundred = try await zone.figure("A01", on: "2026-10-31")
      #expect(hundred.valueText == "100" && hundred.verdict == .notMet && hundred.gap == 1)
      try await zone.institutions(100..<101)
      let more = try await zone.figure("A01", on: "2026-10-31")
      #expect(more.valueText == "101" && more.verdict == .met)
      // Of a law firm without IP income, a sole trader and a university's office none counts.
      try await zone.institutions(200..<201, of: "law-firm")
      try await zone.institutions(201..<202, of: "sole-trader")
      try await zone.institutions(202..<203, of: "university-office")
      #expect(try await zone.figure("A01", on: "2026-10-31").valueText == "101")
    }
  }

  @Test func `drop who moved out from the day after its last, and leave earlier months as they were`() async throws {
    try await with { zone in
      try await zone.institutions(0..<2)
      try await zone.institutions(2..<3, until: "2026-06-15")
      for (day, count) in [("2026-05-31", "3"), ("2026-06-15", "3"), ("2026-06-16", "2"), ("2024-01-31", nil)] {
        #expect(try await zone.figure("A01", on: day).valueText == count, "\(day)")
      }
    }
  }

  @Test func `count a person at two institutions once, and no interns`() async throws {
    try await with { zone in
      try await zone.institutions(0..<2)
      func staff(_ person: String, at place: Int, _ contract: String = "full-time") async throws {
        try await zone.add(
          .staff,
          [
            "person_name": "张三", "person": person, "institution": zone.code(place), "contract": contract,
            "from_day": "2025-01-01",
          ])
      }
      try await staff("E12345678", at: 0)
      try await staff("e1234 5678", at: 1)
      try await staff("E87654321", at: 1)
      try await staff("E11111111", at: 1, "intern")
      #expect(try await zone.figure("A03", on: "2026-10-31").valueText == "2")
      #expect(try await zone.figure("A03", on: "2024-12-31").valueText == nil)
    }
  }

  @Test func `leave out a service of the day after the status was lost`() async throws {
    try await with { zone in
      try await zone.institutions(0..<1)
      for (number, last) in [(1, "2026-03-09"), (2, "2026-03-10"), (3, "")] {
        let client = zone.code(500 + number)
        try await zone.add(
          .enterprises, ["code": client, "name": "乙\(number)", "kind": "enterprise", "place": "jiangning"])
        try await zone.add(
          .statuses, ["enterprise": client, "status": "high-tech", "from_day": "2024-01-01", "to_day": last])
        for place in 0..<2 {
          try await zone.add(
            .services,
            [
              "number": "H\(number)-\(place)", "institution": zone.code(0), "client": client,
              "channel": place == 0 ? "contract" : "ticket", "matter": "consulting", "served_on": "2026-03-10",
            ])
        }
      }
      // Two services of one enterprise are one enterprise; the first lost its status the day before.
      #expect(try await zone.figure("C01", on: "2026-10-31").valueText == "2")
      #expect(try await zone.figure("C05", on: "2026-10-31").valueText == "3")
      // A seminar alone serves nobody.
      try await zone.add(
        .services,
        [
          "number": "S", "institution": zone.code(0), "client": zone.code(600), "channel": "seminar",
          "matter": "consulting", "served_on": "2026-03-10",
        ])
      #expect(try await zone.figure("C05", on: "2026-10-31").valueText == "3")
    }
  }

  @Test func `print 46 of 56 as 82.14, below 88.3, and without a comparator never as met`() async throws {
    try await with { zone in
      for number in 0..<56 {
        try await zone.add(
          .abnormalCases,
          [
            "application": "20261000\(1_000 + number)", "batch": "一", "applicant": "甲", "listed_on": "2026-03-04",
            "batch_closed_on": "2026-05-03", "outcome": number < 46 ? "withdrawn" : number < 50 ? "upheld" : "open",
            "outcome_on": number < 50 ? "2026-04-01" : "",
          ])
      }
      let alone = try await zone.figure("A07", on: "2026-06-30")
      #expect(alone.valueText == "82.14" && alone.verdict == .noComparator)
      #expect(alone.verdict.phrase.zh == "无对比数据")
      try await zone.series("abnormal-withdrawal.province", .day(try #require(Day("2026-06-30"))), 883, over: 10)
      #expect(try await zone.figure("A07", on: "2026-06-30").verdict == .below)
      // Six are still open after the batch closed.
      #expect(try await zone.figure("E17", on: "2026-06-30").valueText == "6")
    }
  }

  @Test func `meet at least 65 with 65.0, and have none without both halves`() async throws {
    try await with { zone in
      try await zone.series("population.jiangning", .year(2025), 200)
      #expect(try await zone.figure("C08", on: "2026-10-31").verdict == .noData)
      try await zone.series("high-value-patents.jiangning", .year(2025), 13_000)
      let met = try await zone.figure("C08", on: "2026-10-31")
      #expect(met.state.value == 65 && met.verdict == .met)
    }
  }

  @Test func `count above scale by the threshold that an administrator entered`() async throws {
    try await with { zone in
      try await zone.institutions(0..<2)
      for (number, revenue) in [(0, "1000"), (1, "900")] {
        let id = try await zone.add(
          .returns,
          [
            "institution": zone.code(number), "year": "2025", "period": "year", "period_end": "2025-12-31",
            "employees": "5", "total_revenue": revenue, "ip_revenue": revenue,
          ], grade: .g2)
        let seen = try await zone.ledgers.find(id, in: .returns, by: zone.console).record.revision
        try await zone.ledgers.approve(id, in: .returns, seen: seen, by: zone.console)
      }
      // 10 million yuan are reached by 1,000 of ten thousand, not by 900; then 9 million hold.
      #expect(try await zone.figure("A02", on: "2026-10-31").valueText == "1")
      try await zone.zone.zone.rules.supersede(
        "stat.aboveScale.services", with: .fen(Fen(900_000_000)), from: try #require(Day("2026-01-01")),
        basis: .document(name: "统计办法", number: "1号", article: nil), because: "新标准", by: zone.console)
      #expect(try await zone.figure("A02", on: "2026-10-31").valueText == "2")
    }
  }

  @Test func `show revenue growth in each of its readings`() async throws {
    try await with { zone in
      try await zone.institutions(0..<2)
      for (number, year, revenue) in [(0, 2024, "1000"), (0, 2025, "1100"), (1, 2025, "100")] {
        let id = try await zone.add(
          .returns,
          [
            "institution": zone.code(number), "year": "\(year)", "period": "year", "period_end": "\(year)-12-31",
            "employees": "5", "total_revenue": revenue, "ip_revenue": revenue,
          ], grade: .g2)
        let seen = try await zone.ledgers.find(id, in: .returns, by: zone.console).record.revision
        try await zone.ledgers.approve(id, in: .returns, seen: seen, by: zone.console)
      }
      try await zone.series("gdp-growth.nominal", .year(2025), 12)
      try await zone.series("tertiary-growth.nominal", .year(2025), 10)
      try await zone.series("tertiary-growth.real", .year(2025), 7)
      try await zone.series("gdp-growth.real", .year(2025), 10)
      // (a) 1,200 of 1,000; (b) 1,200 of 1,000 × 1.10 ÷ 1.07 = 1,028.04; (c) 1,100 of 1,000, of the one in both years.
      for (code, value, verdict) in [
        ("E09", "20.00", Verdict.above), ("E09.1", "20.00", .above), ("E09.2", "16.73", .above),
        ("E09.3", "10.00", .tied),
      ] {
        let figure = try await zone.figure(try #require(IndicatorCode(code)), on: "2025-12-31")
        #expect(figure.valueText == value && figure.verdict == verdict, "\(code) \(figure.valueText ?? "")")
      }
      let visitor = try await zone.zone.visitor()
      for (code, others) in [("E09", ["E09.1", "E09.2", "E09.3"]), ("E09.2", ["E09", "E09.1", "E09.3"])] {
        let page = try await visitor.get("/figures/\(code)?at=2025-12-31").text
        let after = try #require(page.range(of: "<h2>同一指标的各项").map { page[$0.upperBound...] })
        let family = try #require(after.range(of: "</section>").map { after[..<$0.lowerBound] })
        for other in others { #expect(family.contains("href=\"/figures/\(other)?at=2025-12-31\"")) }
        #expect(family.contains("16.73") == (code == "E09") && family.contains("10.00"))
      }
    }
  }

  @Test func `compare the share of IP products in firms present in both years`() async throws {
    try await with { zone in
      for (number, year, total, sales) in [(1, 2024, 1_000, 200), (1, 2025, 1_000, 300), (2, 2025, 9_000, 9_000)] {
        let firm = zone.code(700 + number)
        if year == 2024 || number == 2 {
          try await zone.add(
            .enterprises, ["code": firm, "name": "丙\(number)", "kind": "enterprise", "place": "jiangning"])
        }
        try await zone.add(
          .salesReturns,
          ["enterprise": firm, "year": "\(year)", "total_sales": "\(total)", "signed_by": "李"], grade: .g2)
        try await zone.add(
          .products,
          [
            "product": "丁", "enterprise": firm, "year": "\(year)", "right_kind": "patent", "right_number": "ZL1",
            "sales": "\(sales)",
          ], grade: .g2)
      }
      #expect(try await zone.figure("C06", on: "2025-12-31").state.value == nil)
      try await zone.ledgers.approveAll(in: .salesReturns, by: zone.console)
      try await zone.ledgers.approveAll(in: .products, by: zone.console)
      let figure = try await zone.figure("C06", on: "2025-12-31")
      #expect(figure.valueText == "30.00" && figure.verdict == .met && figure.comparator?.value == 20)
    }
  }

  @Test func `count a brand once for head office and branch`() async throws {
    try await with { zone in
      try await zone.institutions(0..<2)
      for number in 0..<2 {
        try await zone.add(
          .brands,
          [
            "brand": "戊", "institution": zone.code(number), "list": "nation", "list_name": "名单",
            "recognised_on": "2025-05-01",
          ])
      }
      #expect(try await zone.figure("D01", on: "2026-10-31").valueText == "1")
    }
  }

  @Test func `have a declaration for every code of the plan, and a query that both databases take`() async throws {
    try await with { zone in
      let table = try await zone.zone.zone.figures.table(at: try #require(Day("2026-10-31")), by: zone.console)
      let codes = Set(table.map(\.code.description).filter { !$0.contains(".") })
      let wanted =
        numbered("A", 8) + numbered("B", 7) + numbered("C", 12) + numbered("D", 5) + numbered("E", 28)
      #expect(codes == Set(wanted) && wanted.count == 60)
      #expect(table.allSatisfy { $0.state.value == nil })
    }
  }

  private func numbered(_ level: String, _ count: Int) -> [String] {
    (1...count).map { level + ($0 < 10 ? "0" : "") + "\($0)" }
  }
}
