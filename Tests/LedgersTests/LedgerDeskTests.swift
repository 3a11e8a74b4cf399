import Access
import Evidence
import Fixtures
import Journal
import JournalStore
import Kernel
import Ledgers
import LedgersStore
import Storage
import Testing

@Suite struct `The desk of a ledger` {
  @Test(arguments: DatabaseKind.all)
  func `adds a record once, and says all that is wrong with another`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let id = try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      let again = try await refusals {
        try await zone.desk.add(zone.firm(1, "别名"), to: TestLedgers.firms, by: zone.keeper)
      }
      #expect(again == ["ledger.duplicate"])
      let wrong = zone.firm(2, "乙公司", ["kind": "其他", "founded": "11-22-26", "part": "0.65", "revenue": "1,5"])
      let faults = try await refusals { try await zone.desk.add(wrong, to: TestLedgers.firms, by: zone.keeper) }
      #expect(
        faults == [
          "kind ledger.not-offered", "founded ledger.no-day", "revenue ledger.decimal-comma",
          "part ledger.unclear-share",
        ])
      let early = zone.firm(2, "乙公司", ["closed": "2025-12-31"])
      let order = try await refusals { try await zone.desk.add(early, to: TestLedgers.firms, by: zone.keeper) }
      #expect(order == ["closed ledger.ends-before-it-begins"])
      var proven = zone.firm(2, "乙公司")
      proven.grade = .g2
      let proof = try await refusals { try await zone.desk.add(proven, to: TestLedgers.firms, by: zone.keeper) }
      #expect(proof == ["document ledger.grade-without-document"])
      #expect(try await zone.find(id, TestLedgers.firms).stage == .approved)
      #expect(try await zone.count(TestLedgers.firms) == 1)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `corrects a record with a reason, and the journal keeps what stood before`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let id = try await zone.desk.add(
        zone.firm(1, "甲公司", ["contact": "王小明"]), to: TestLedgers.firms, by: zone.keeper)
      let seen = try await zone.find(id, TestLedgers.firms).revision
      var draft = zone.firm(1, "甲科技公司")
      draft.kept = ["contact"]
      func correct(_ reason: String) async throws {
        try await zone.desk.correct(
          id, in: TestLedgers.firms, to: draft, because: reason, seen: seen, by: zone.keeper)
      }
      #expect(try await refusals { try await correct(" ") } == ["reason ledger.reason-missing"])
      try await correct("更名")
      // Who has not seen the new name overwrites nothing.
      #expect(try await refusals { try await correct("更名") } == ["journal.changed-meanwhile"])
      let looked = try await zone.desk.look(at: id, in: TestLedgers.firms, because: "核对", by: zone.keeper).record
      #expect(looked.values.text("name") == "甲科技公司" && looked.values.text("contact") == "王小明")
      let journal = JournalDesk(
        database: zone.database, world: zone.world, tables: [], subjects: { _, _, _ in true })
      let lines = try await journal.history(of: TestLedgers.firms.subject(id), by: .console([.readJournal]))
      let correction = try #require(lines.first { $0.action == "test_firms.correct" })
      #expect(correction.details.contains("甲公司") && correction.reason == "更名")
      #expect(lines.contains { $0.action == "test_firms.look" && $0.reason == "核对" })
      // A personal value never stands in the chain itself.
      #expect(lines.allSatisfy { !$0.details.contains("王小明") })
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lets who files write of their own firm alone, and what they declare awaits approval`(
    _ kind: DatabaseKind
  ) async throws {
    try await LedgerZone.with(kind) { zone in
      for (number, name) in [(1, "甲公司"), (2, "乙公司")] {
        try await zone.desk.add(zone.firm(number, name), to: TestLedgers.firms, by: zone.keeper)
      }
      let (own, other) = (try LedgerZone.filer(creditCode(1)), try LedgerZone.filer(creditCode(2)))
      let ledger = TestLedgers.hours
      let foreign = try await refusals { try await zone.desk.add(zone.hours(2, "A1234", 8), to: ledger, by: own) }
      #expect(foreign == ["ledger.not-yours"])
      let id = try await zone.desk.add(zone.hours(1, "A1234", 8), to: ledger, by: own)
      let filed = try await zone.find(id, ledger)
      // Authority's papers are for the centre to see; a declaration is G3 at best.
      #expect(filed.stage == .filed && filed.grade == .g3)
      #expect(try await zone.desk.page(of: ledger, by: own).count == 1)
      #expect(try await zone.desk.page(of: ledger, by: other).count == 0)
      #expect(try await refusals { _ = try await zone.desk.find(id, in: ledger, by: other) } == ["ledger.unknown"])
      let approving = try await refusals { try await zone.desk.approve(id, in: ledger, seen: filed.revision, by: own) }
      #expect(approving == ["access.not-permitted"])
      try await zone.desk.sendBack(id, in: ledger, because: "请补附件", seen: filed.revision, by: zone.keeper)
      let returned = try await zone.desk.find(id, in: ledger, by: own).record
      #expect(returned.stage == .returned && returned.remark == "请补附件")
      try await zone.desk.correct(
        id, in: ledger, to: zone.hours(1, "A1234", 9), because: "已补", seen: returned.revision, by: own)
      #expect(try await zone.find(id, ledger).stage == .filed)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `locks what is approved until it is reopened`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      let (ledger, own) = (TestLedgers.hours, try LedgerZone.filer(creditCode(1)))
      let id = try await zone.desk.add(zone.hours(1, "A1234", 8), to: ledger, by: own)
      try await zone.desk.approve(id, in: ledger, seen: try await zone.find(id, ledger).revision, by: zone.keeper)
      func correct(by account: Account) async throws -> [String] {
        let seen = try await zone.find(id, ledger).revision
        return try await refusals {
          try await zone.desk.correct(
            id, in: ledger, to: zone.hours(1, "A1234", 7), because: "笔误", seen: seen, by: account)
        }
      }
      #expect(try await correct(by: own) == ["ledger.locked"])
      #expect(try await correct(by: zone.keeper) == ["ledger.locked"])
      let line = "机构,证件号码,姓名,小时\n甲公司,A1234,张三丰,7\n"
      let report = try await zone.take(line, ledger)
      #expect(report.rejected.flatMap(\.refusals).map(told) == ["ledger.locked"])
      try await zone.desk.reopen(
        id, in: ledger, because: "更正", seen: try await zone.find(id, ledger).revision, by: zone.keeper)
      #expect(try await zone.find(id, ledger).counts == false)
      #expect(try await correct(by: own) == [])
      #expect(try await zone.find(id, ledger).values.whole("hours") == 7)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not let a firm take over another's record by correcting it`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      for number in [1, 2] {
        try await zone.desk.add(zone.firm(number, "公司\(number)"), to: TestLedgers.firms, by: zone.keeper)
      }
      let ledger = TestLedgers.hours
      let id = try await zone.desk.add(zone.hours(1, "A1234", 8), to: ledger, by: try LedgerZone.filer(creditCode(1)))
      try await zone.desk.approve(id, in: ledger, seen: try await zone.find(id, ledger).revision, by: zone.keeper)
      try await zone.desk.reopen(
        id, in: ledger, because: "更正", seen: try await zone.find(id, ledger).revision, by: zone.keeper)
      let reader = person(
        "reader", [.readHours, .fileHours], roles: [.regulator],
        mandate: try LedgerZone.filer(creditCode(2)).mandate)
      let seen = try await zone.find(id, ledger).revision
      let taken = try await refusals {
        try await zone.desk.correct(
          id, in: ledger, to: zone.hours(2, "A1234", 8), because: "x", seen: seen, by: reader)
      }
      #expect(taken == ["ledger.not-yours"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `withdraws a record for good, and frees its identity`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      let ledger = TestLedgers.firms
      let id = try await zone.desk.add(zone.firm(1, "甲公司"), to: ledger, by: zone.keeper)
      let seen = try await zone.find(id, ledger).revision
      try await zone.desk.withdraw(id, in: ledger, because: "重复登记", seen: seen, by: zone.keeper)
      let record = try await zone.find(id, ledger)
      #expect(record.withdrawnOn == Day("2026-11-22") && record.withdrawnFor == "重复登记" && !record.counts)
      #expect(try await zone.count(ledger) == 0)
      #expect(
        try await refusals { _ = try await zone.desk.find(id, in: ledger, by: zone.visitor) } == ["ledger.unknown"])
      let again = try await refusals {
        try await zone.desk.withdraw(id, in: ledger, because: "x", seen: record.revision, by: zone.keeper)
      }
      #expect(again == ["ledger.withdrawn"])
      try await zone.desk.add(zone.firm(1, "甲公司"), to: ledger, by: zone.keeper)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows a visitor neither internal nor personal values, in pages and in exports`(
    _ kind: DatabaseKind
  ) async throws {
    try await LedgerZone.with(kind) { zone in
      let ledger = TestLedgers.firms
      let id = try await zone.desk.add(
        zone.firm(1, "甲公司", ["contact": "王小明", "note": "有纠纷"]), to: ledger, by: zone.keeper)
      let seen = try await zone.desk.find(id, in: ledger, by: zone.visitor).record.values
      #expect(seen["contact"] == nil && seen["note"] == nil && seen.text("name") == "甲公司")
      #expect(try await zone.find(id, ledger).values.text("contact") == "王**")
      let listed = try await zone.desk.page(of: ledger, by: zone.visitor).records
      #expect(listed.allSatisfy { $0.values["contact"] == nil && $0.values["note"] == nil })
      try await zone.desk.export(ledger, LedgerFilter(), by: zone.visitor) { record in
        #expect(record.values["contact"] == nil && record.values["note"] == nil)
      }
      let whole = try await refusals {
        try await zone.desk.export(ledger, LedgerFilter(), .shown, by: zone.visitor) { _ in }
      }
      #expect(whole == ["access.not-signed-in"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lists each record once, also those without a day`(_ kind: DatabaseKind) async throws {
    try await LedgerZone.with(kind) { zone in
      try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      for number in 1...7 {
        let day = number.isMultiple(of: 2) ? "" : "2026-0\(number)-01"
        try await zone.desk.add(
          LedgerDraft(texts: ["number": "N\(number)", "firm": "甲公司", "signed": day]), to: TestLedgers.deals,
          by: zone.keeper)
      }
      var (numbers, cursor): ([String], LedgerCursor?) = ([], nil)
      repeat {
        let page = try await zone.desk.page(of: TestLedgers.deals, after: cursor, limit: 2, by: zone.visitor)
        numbers += page.records.compactMap { $0.values.text("number") }
        #expect(page.count == 7 && page.names[creditCode(1)] == "甲公司")
        cursor = page.next
      } while cursor != nil && numbers.count < 20
      // The latest day first, what has none last and the newest of it first.
      #expect(numbers == ["N7", "N5", "N3", "N1", "N6", "N4", "N2"])
      var filter = LedgerFilter()
      filter.text = "甲公"
      #expect(try await zone.desk.page(of: TestLedgers.deals, filter, by: zone.visitor).count == 7)
      filter.text = "n3"
      #expect(try await zone.desk.page(of: TestLedgers.deals, filter, by: zone.visitor).count == 1)
    }
  }
}
