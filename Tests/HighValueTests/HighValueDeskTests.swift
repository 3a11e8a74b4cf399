import Access
import Evidence
import Figures
import FiguresStore
import Fixtures
import Foundation
import HighValue
import HighValueStore
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage
import Testing

@Suite struct `The desk of high-value patents` {
  private func serials(_ survey: HighValueSurvey, _ selection: HighValueSelection) -> [String] {
    survey.selected(selection).compactMap { $0.patent.title?.last.map(String.init) }.sorted()
  }

  @Test(arguments: DatabaseKind.all)
  func `finds the classes of the register, without a table and with one`(_ kind: DatabaseKind) async throws {
    try await HighValueZone.with(kind) { zone in
      try await zone.register()
      try await zone.ledgers.add(
        LedgerDraft(
          texts: ["patent": "ZL" + number("202010100007"), "award": "china-patent", "year": "2024"], grade: .g1,
          document: "国知发〔2024〕1号"),
        to: .patentAwards, by: zone.staff)
      let desk = try zone.desk()
      let before = try await desk.survey(by: zone.visitor)
      #expect(serials(before, HighValueSelection(bin: .certain)) == ["2", "3", "7"])
      #expect(serials(before, HighValueSelection(bin: .probable)) == ["1", "4"])
      #expect(serials(before, HighValueSelection(bin: .notInForce)) == ["5"])
      #expect(before.elsewhere.count == 1 && before.unmatched == 0)
      let elsewhere = try await desk.find(HighValueSelection(bin: .elsewhere), by: zone.visitor)
      #expect(elsewhere.count == 1 && elsewhere.assessments.map(\.bin) == [.elsewhere])
      #expect(elsewhere.assessments.map(\.patent.number) == before.elsewhere)
      let none = try await desk.find(
        HighValueSelection(bin: .elsewhere), after: before.elsewhere[0], by: zone.visitor)
      #expect(none.count == 0 && none.assessments.isEmpty)
      #expect(before.count(.industry, .certain) == nil)
      #expect(before.count(.maintained, .certain) == 1 && before.count(.maintained, .probable) == 1)

      _ = try await zone.take("1.1,测试产业,G06F16/00,\r\n1.2,测试产业二,A01B,仅限智能农机\r\n")
      let after = try await desk.survey(by: zone.visitor)
      #expect(serials(after, HighValueSelection(bin: .certain)) == ["1", "2", "3", "7"])
      #expect(after.count(.industry, .certain) == 1 && after.count(.industry, .probable) == 1)
      // The table holds from 2026 on: the year before it is not computable.
      let past = try await desk.survey(on: Day("2025-12-31"), by: zone.visitor)
      #expect(past.count(.industry, .certain) == nil)
      #expect(serials(past, HighValueSelection(bin: .certain)) == ["2", "3", "7"])
      // Nobody had granted the seventh on that day, and nobody had won an award.
      let old = try await desk.survey(on: Day("2022-12-31"), by: zone.visitor)
      #expect(serials(old, HighValueSelection(bin: .notInForce)).contains("7"))
      await #expect(throws: HighValueRefusal.dayAhead) {
        try await desk.survey(on: Day("2027-01-01"), by: zone.visitor)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `counts H3 as it is ruled, and divides by the residents of the latest year`(
    _ kind: DatabaseKind
  ) async throws {
    try await HighValueZone.with(kind) { zone in
      try await zone.register()
      let desk = try zone.desk()
      #expect(try await desk.survey(by: zone.visitor).population == nil)
      for (year, value) in [(2024, 1), (2025, 2)] {
        let draft = SeriesDraft(
          series: "population.jiangning", period: .year(year), value: Quantity(value), standing: .final, source: "公报",
          publishedOn: day("2026-03-01"))
        _ = try await zone.figures.take([draft], by: zone.staff)
      }
      let open = try await desk.survey(by: zone.visitor)
      #expect(open.basis.start == .open && open.population?.period == "2025")
      // Two are certain, the second and the third: two for two ten thousands.
      #expect(open.population?.rate(of: open.union(.certain)) == 1)
      #expect(try await desk.survey(on: Day("2025-06-30"), by: zone.visitor).population?.period == "2024")
      try await zone.figures.choose("filing", for: "HV-H3", because: "答复", seen: nil, by: zone.staff)
      let ruled = try await desk.survey(by: zone.visitor)
      #expect(ruled.basis.start == .filing && !ruled.basis.isStartByRule)
      #expect(serials(ruled, HighValueSelection(kind: .maintained, certainty: .certain)) == ["1", "2"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `names the class and the evidence on the page of a patent`(_ kind: DatabaseKind) async throws {
    try await HighValueZone.with(kind) { zone in
      try await zone.register()
      let desk = try zone.desk()
      let third = try #require(
        try await desk.survey(by: zone.visitor).selected(HighValueSelection(kind: .overseas, certainty: .certain)).first
      )
      let file = try #require(try await desk.assessment(of: third.patent.patent, by: zone.visitor))
      let finding = try #require(file.assessment.findings.first)
      #expect(finding.kind == .overseas && finding.ground.zh.contains("US10123456B2"))
      #expect(file.assessment == third)
      #expect(try await desk.assessment(of: ID(-1), by: zone.visitor) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes a table whole or not at all, each file once`(_ kind: DatabaseKind) async throws {
    try await HighValueZone.with(kind) { zone in
      let desk = try zone.desk()
      await #expect(throws: HighValueRefusal.badRows(1)) {
        _ = try await zone.take("1.1,测试产业,G06F,\r\n1.2,测试产业二,不是分类号,\r\n")
      }
      let table = try await zone.take("1.1,测试产业,G06F；H04L9/*,\r\n,,G06N3/00,限神经网络\r\n")
      #expect(table.rows == 3)
      let page = try await desk.table(table.id, by: zone.visitor)
      #expect(page.rows.map(\.pattern.description) == ["G06F", "H04L 9/*", "G06N 3/00"])
      #expect(page.rows.map(\.seiCode) == ["1.1", "1.1", "1.1"] && page.rows[2].condition == "限神经网络")
      await #expect(throws: HighValueRefusal.sameTable("测试表")) { _ = try await zone.take("1.1,甲,A01B,\r\n") }
      await #expect(throws: HighValueRefusal.tableFromThatDay(day("2026-01-01"))) {
        _ = try await zone.take("1.1,甲,A01B,\r\n", "2")
      }
      let seen = try await desk.table(table.id, by: zone.visitor).table.revision
      try await desk.withdraw(table.id, because: "误导入", seen: seen, by: zone.staff)
      #expect(try await desk.tables(by: zone.visitor).inForce == nil)
      await #expect(throws: HighValueRefusal.withdrawnAlready) {
        try await desk.withdraw(table.id, because: "再撤", seen: seen, by: zone.staff)
      }
      _ = try await zone.take("1.1,甲,A01B,\r\n", "2")
      await #expect(throws: AccessRefusal.self) {
        _ = try await desk.makeList(on: desk.today, because: "试", by: zone.visitor)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps a list with its evidence, the same of the same records`(_ kind: DatabaseKind) async throws {
    try await HighValueZone.with(kind) { zone in
      let desk = try zone.desk()
      await #expect(throws: HighValueRefusal.nothingFound) {
        try await desk.makeList(on: desk.today, because: "试", by: zone.staff)
      }
      try await zone.register()
      let first = try await desk.makeList(on: desk.today, because: "季度", by: zone.staff)
      let second = try await desk.makeList(on: desk.today, because: "复核", by: zone.staff)
      #expect(first.certain == 2 && first.probable == 2)
      #expect(first.hash == second.hash && first.id != second.id)
      let page = try await desk.list(first.id, .certain, by: zone.visitor)
      #expect(page.entries.map { $0.title.last } == ["2", "3"])
      let entry = try #require(page.entries.last)
      #expect(entry.certain == [.overseas] && entry.evidence.zh.contains("US10123456B2") && entry.grade == .g1)
      #expect(try await desk.entry(entry.id, by: zone.visitor).list.id == first.id)
      let tables = HighValueTables.records.filter { !["patent_pledges", "patent_awards"].contains($0.name) }
      #expect(tables.map(\.name) == ["sei_tables", "sei_rows", "high_value_lists", "high_value_entries"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows pledges to staff and their counts to nobody before the amount is known`(
    _ kind: DatabaseKind
  ) async throws {
    try await HighValueZone.with(kind) { zone in
      try await zone.register()
      let texts = [
        "patent": number("202010100004"), "registered_on": "2025-03-04", "pledgee": "示例银行", "amount": "5000000",
      ]
      try await zone.ledgers.add(
        LedgerDraft(texts: texts, grade: .g1, document: "Y2025-1"), to: .patentPledges, by: zone.staff)
      let stranger = texts.merging(["patent": "示例1"]) { $1 }
      try await zone.ledgers.add(LedgerDraft(texts: stranger, grade: .g4), to: .patentPledges, by: zone.staff)
      let survey = try await zone.desk().survey(by: zone.visitor)
      #expect(survey.count(.pledged, .certain) == nil && survey.basis.hindrance(of: .pledged) != nil)
      #expect(survey.unmatched == 1)
      await #expect(throws: AccessRefusal.self) {
        _ = try await zone.ledgers.page(of: .patentPledges, by: zone.visitor)
      }
    }
  }
}
