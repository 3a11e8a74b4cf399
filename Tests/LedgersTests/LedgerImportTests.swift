import Access
import Evidence
import Fixtures
import Foundation
import Kernel
import Ledgers
import LedgersStore
import Storage
import Synchronization
import Testing

@Suite struct `A table that is imported` {
  private static let header = "信用代码,名称,类型,成立日期,收入（万元）,占比\n"

  @Test(arguments: DatabaseKind.all)
  func `keeps its good rows and says of each other one what to change`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let text =
        Self.header + """
          \(creditCode(1)),甲公司,公司,2026/11/22,"1,234.5",65%
          \(creditCode(1)),甲公司又一行,企业法人,2026-11-22,1,
          \(creditCode(2)),乙公司,Branch,2026年1月2日,1;5,
          \(creditCode(3)),丙公司,分支机构,20261122,,120%
          甲公司,\(creditCode(4)),公司,2026.11.22,,
          \(creditCode(5)),戊公司,公司,22/11/2026,,0.65

          \(creditCode(6)),己公司,公司,2026.11.22,-3,0%
          """
      let trial = try await zone.take(text, asTrial: true)
      #expect(try await zone.count(TestLedgers.firms) == 0)
      #expect(try await zone.isIntact())
      let report = try await zone.take(text)
      #expect(counts(report) == [2, 0, 0, 5])
      #expect(counts(trial) == [2, 0, 0, 5])
      #expect(
        report.rejected.map { "\($0.number): " + $0.refusals.map(told).joined(separator: ", ") } == [
          "3: ledger.repeated", "4: revenue ledger.no-number", "5: part ledger.above-whole",
          "6: code social-credit-code.length",
          "7: founded ledger.no-day, part ledger.unclear-share",
        ])
      #expect(report.rejected[1].texts["revenue"] == "1;5")
      let again = try await zone.take(text)
      #expect(counts(again) == [0, 0, 2, 5])
      #expect(try await zone.count(TestLedgers.firms) == 2)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `corrects what has changed, and leaves alone what it says nothing of`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      var draft = zone.firm(1, "甲公司", ["contact": "王小明", "people": "12"])
      draft.grade = .g1
      draft.document = "宁知〔2026〕1号"
      let id = try await zone.desk.add(draft, to: TestLedgers.firms, by: zone.keeper)
      let report = try await zone.take(Self.header + "\(creditCode(1)),甲科技公司,公司,2026-01-02,,\n")
      #expect(counts(report) == [0, 1, 0, 0])
      let record = try await zone.desk.look(at: id, in: TestLedgers.firms, because: "核对", by: zone.keeper).record
      #expect(record.values.text("name") == "甲科技公司" && record.values.text("contact") == "王小明")
      #expect(record.values.whole("people") == 12 && record.grade == .g1 && record.document == "宁知〔2026〕1号")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `comes back unchanged from an export, in either language`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let firms = TestLedgers.firms
      for number in 1...3 {
        try await zone.desk.add(
          zone.firm(
            number, "=公司\(number), \"甲\"",
            [
              "services": number == 1 ? "agency;law" : "agency", "revenue": "1234.000001", "part": "0.5%",
              "area": "12.5", "open": "no", "contact": "王小明", "note": "第一行\n第二行", "closed": "2026-12-31",
            ]), to: firms, by: zone.keeper)
      }
      try await zone.desk.add(zone.hours(1, "A1234", 8), to: TestLedgers.hours, by: zone.keeper)
      for (ledger, count) in [(firms, 3), (TestLedgers.hours, 1)] {
        for language in Language.allCases {
          for personal in [LedgerExport.Personal.leftOut, .shown] {
            let fields = ledger.fields.filter { personal == .shown || !$0.isPersonal }
            let text = Mutex("\u{FEFF}" + LedgerExport.line(LedgerExport.headers(fields, in: language)))
            try await zone.desk.export(ledger, LedgerFilter(), personal, by: zone.keeper) { record in
              text.withLock { $0 += LedgerExport.line(LedgerExport.texts(record, fields, in: language)) }
            }
            let lines = text.withLock { $0 }
            #expect(lines.contains("'=公司1") || ledger.code != firms.code)
            // The person's key stands in an export that has personal values.
            guard ledger.code == firms.code || personal == .shown else { continue }
            let report = try await zone.take(lines, ledger)
            #expect(
              counts(report) == [0, 0, count, 0],
              "\(ledger.code) \(language) \(personal) \(report.rejected.flatMap(\.refusals).map(told))")
          }
        }
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `comes back unchanged from a workbook, in either language`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let firms = TestLedgers.firms
      for number in 1...2 {
        try await zone.desk.add(
          zone.firm(
            number, "=公司\(number)",
            [
              "services": "agency;law", "revenue": "1234.29", "part": number == 1 ? "28.99%" : "0.29%", "area": "12.5",
              "people": "1200", "open": "yes", "note": "第一行\n第二行",
            ]), to: firms, by: zone.keeper)
      }
      let records = try await zone.desk.page(of: firms, by: zone.keeper).records
      for language in Language.allCases {
        let file = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try LedgerExport.workbook(
          records, of: firms, firms.fields.filter { !$0.isPersonal }, at: file.path, made: .noon, in: language)
        let found = try LedgerTable(path: file.path, of: firms)
        #expect(found.unknownHeaders == [])
        let report = try await zone.desk.take(found.rows, named: "a.xlsx", into: firms, by: zone.keeper)
        #expect(counts(report) == [0, 0, 2, 0], "\(report.rejected.flatMap(\.refusals).map(told))")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `takes of a filer the rows of their own firm alone`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      for number in [1, 2] {
        try await zone.desk.add(zone.firm(number, "公司\(number)"), to: TestLedgers.firms, by: zone.keeper)
      }
      let text = "机构,证件号码,姓名,小时,佐证等级,文号\n公司1,A1234,张三,8,G1,证1\n公司2,B1234,李四,8,G3,\n公司3,B1234,李四,8,G3,\n"
      let report = try await zone.take(text, TestLedgers.hours, by: try LedgerZone.filer(creditCode(1)))
      #expect(report.new == 1)
      #expect(report.rejected.flatMap(\.refusals).map(told) == ["ledger.not-yours", "firm ledger.no-organisation"])
      let record = try #require(try await zone.desk.page(of: TestLedgers.hours, by: zone.keeper).records.first)
      #expect(record.stage == .filed && record.grade == .g3)
    }
  }

  @Test func `of two thousand rows leaves a journal that holds`() async throws {
    try await LedgerZone.with(.file) { zone in
      let rows = (1...2_100).map { "\(creditCode($0)),公司\($0),公司,2026-01-02,,\n" }.joined()
      let (first, second) = (try await zone.take(Self.header + rows), try await zone.take(Self.header + rows))
      #expect(counts(first) == [2_100, 0, 0, 0] && counts(second) == [0, 0, 2_100, 0])
      #expect(try await zone.isIntact())
    }
  }
}
