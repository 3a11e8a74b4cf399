import Access
import Evidence
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import Ledgers
import LedgersStore
import Storage
import Synchronization
import Testing

@Suite struct `A record that should be checked` {
  @Test(arguments: DatabaseKind.all)
  func `is kept, and says why with its own numbers until that is put right`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      let filer = try LedgerZone.filer(creditCode(1))
      let long = try await zone.desk.add(zone.hours(1, "11111", 61), to: TestLedgers.hours, by: filer)
      try await zone.desk.add(zone.hours(1, "22222", 60), to: TestLedgers.hours, by: filer)
      let record = try await zone.find(long, TestLedgers.hours)
      #expect(record.stage == .filed)
      #expect(record.hints.map(\.code) == ["many-hours"])
      #expect(record.hints.map(\.phrase.en) == ["61 hours are more than 60"])
      var filter = LedgerFilter()
      filter.hint = LedgerFilter.anyHint
      let found = try await zone.desk.page(of: TestLedgers.hours, filter, by: zone.keeper)
      #expect(found.records.map(\.id) == [long] && found.count == 1)
      filter.hint = "none-such"
      #expect(try await zone.desk.page(of: TestLedgers.hours, filter, by: zone.keeper).count == 0)
      try await zone.desk.correct(
        long, in: TestLedgers.hours, to: zone.hours(1, "11111", 59), because: "录入错误", seen: record.revision, by: filer)
      #expect(try await zone.find(long, TestLedgers.hours).hints.isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is named by an import, in its trial too, and by the export`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      // The firm was founded on 2026-01-02.
      let text = "编号,机构名称,签订日期\nA-1,甲公司,2026-01-01\nA-2,甲公司,2026-01-02\nA-3,甲公司,\n"
      let trial = try await zone.take(text, TestLedgers.deals, asTrial: true)
      #expect(counts(trial) == [3, 0, 0, 0])
      #expect(trial.flagged.map(\.number) == [2])
      #expect(trial.flagged.first?.hints.map(\.phrase.zh) == ["2026-01-01 早于成立日期 2026-01-02"])
      #expect(try await zone.take(text, TestLedgers.deals).flagged.map(\.number) == [2])
      let lines = Mutex(LedgerExport.line(LedgerExport.headers(TestLedgers.deals.fields, hints: .last, in: .zh)))
      try await zone.desk.export(TestLedgers.deals, LedgerFilter(), by: zone.keeper) { record in
        lines.withLock {
          $0 += LedgerExport.line(LedgerExport.texts(record, TestLedgers.deals.fields, hints: .last, in: .zh))
        }
      }
      let table = lines.withLock { $0 }
      #expect(table.contains("核对提示"))
      #expect(table.contains("A-1") && table.components(separatedBy: "早于成立日期").count == 2)
      // The column is no field, and its words are not taken for a mistake.
      let again = try LedgersTests.table(Array(table.utf8), TestLedgers.deals)
      #expect(again.unknownHeaders.isEmpty)
      #expect(try await counts(zone.take(table, TestLedgers.deals)) == [0, 0, 3, 0])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `looks like any other to those whom it does not concern`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      try await zone.take("编号,机构名称,签订日期\nA-1,甲公司,2026-01-01\n", TestLedgers.deals)
      let open = try await zone.desk.page(of: TestLedgers.deals, by: zone.visitor)
      #expect(open.records.count == 1 && open.records[0].hints.isEmpty)
      var filter = LedgerFilter()
      filter.hint = LedgerFilter.anyHint
      #expect(try await zone.desk.page(of: TestLedgers.deals, filter, by: zone.visitor).count == 0)
    }
  }
}
