import Access
import Assembly
import Enterprises
import EnterprisesStore
import Fixtures
import Institutions
import InstitutionsStore
import Kernel
import Ledgers
import LedgersStore
import Storage
import Testing

@Suite struct `What should be checked` {
  private static let code = "91350100M000100Y43"

  /// A desk over an empty zone with one institution, there from 2025-03-01 to 2026-06-30.
  private func withDesk(_ kind: DatabaseKind, _ work: (LedgerDesk, Account, any Database) async throws -> Void)
    async throws
  {
    try await kind.withDatabase(Schema.migrations) { database in
      let book = LedgerBook(institutionLedgers + enterpriseLedgers())
      let desk = LedgerDesk(book: book, database: database, world: .fixed()) { "P-" + $0 }
      let keeper = Account.console([
        .keepInstitutions, .readInstitutions, .readInstitutionFiles, .keepEnterprises, .readEnterprises,
      ])
      try await desk.add(
        LedgerDraft(texts: [
          "code": Self.code, "name": "甲代理所", "kind": "company", "main_category": "agency", "categories": "agency",
          "in_district": "是", "ip_income": "是", "active_from": "2025-03-01", "active_to": "2026-06-30",
        ]), to: .institutions, by: keeper)
      try await work(desk, keeper, database)
    }
  }

  private func returned(
    _ year: Int, _ period: String, _ end: String, employees: Int, attorneys: Int? = nil, ip: String = "50"
  ) -> LedgerDraft {
    LedgerDraft(texts: [
      "institution": Self.code, "year": "\(year)", "period": period, "period_end": end, "employees": "\(employees)",
      "attorneys": attorneys.map { "\($0)" } ?? "", "total_revenue": "100", "ip_revenue": ip,
    ])
  }

  private func hints(_ draft: LedgerDraft, in ledger: Ledger, _ desk: LedgerDesk, _ keeper: Account) async throws
    -> [String]
  {
    let id = try await desk.add(draft, to: ledger, by: keeper)
    return try await desk.find(id, in: ledger, by: keeper).record.hints.map(\.code)
  }

  @Test(arguments: DatabaseKind.all)
  func `about a return are fewer staff than its own attorneys or those of the register`(_ kind: DatabaseKind)
    async throws
  {
    try await withDesk(kind) { desk, keeper, database in
      // Three in the register: one twice, one gone on the last day but one, so two people on 2025-12-31.
      for (certificate, person, until) in [
        ("C1", "11111", ""), ("C2", "22222", ""), ("C3", "22222", ""), ("C4", "33333", "2025-12-30"),
      ] {
        try await desk.add(
          LedgerDraft(texts: [
            "certificate": certificate, "person_name": "张三", "person": person, "institution": Self.code,
            "in_district": "是", "from_day": "2025-03-01", "to_day": until,
          ]), to: .practitioners, by: keeper)
      }
      let year = try await hints(
        returned(2025, "year", "2025-12-31", employees: 1, attorneys: 2), in: .returns, desk, keeper)
      #expect(year == ["staff-below-attorneys", "staff-below-register"])
      let fourth = try await hints(returned(2025, "q4", "2025-12-31", employees: 2), in: .returns, desk, keeper)
      #expect(fourth.isEmpty)
      // Of the third quarter three people were in the register.
      let third = try await hints(returned(2025, "q3", "2025-09-30", employees: 2), in: .returns, desk, keeper)
      #expect(third == ["staff-below-register"])
      let chase = try await InstitutionDesk(database: database).chase(2025, .year, by: keeper)
      #expect(chase.flagged.map(\.name) == ["甲代理所"])
      #expect(chase.flagged.first?.hints.count == 2 && chase.pending == 1 && chase.missing.isEmpty)
    }
  }

  /// 50 % of all revenue the year before: 25 % and 75 % are half of it away, 24.99 % is more.
  @Test(arguments: DatabaseKind.all)
  func `about a return is a share that changed by more than half since the last`(_ kind: DatabaseKind) async throws {
    try await withDesk(kind) { desk, keeper, _ in
      func of(_ year: Int, _ ip: String) async throws -> [String] {
        try await hints(
          returned(year, "year", "\(year)-12-31", employees: 9, ip: ip), in: .returns, desk, keeper)
      }
      let found1 = try await of(2022, "50")
      #expect(found1 == [])
      let found2 = try await of(2023, "75")
      #expect(found2 == [])
      let found3 = try await of(2024, "37.5")
      #expect(found3 == [])
      let found4 = try await of(2025, "18.74")
      #expect(found4 == ["ip-share-jump"])
      // A quarter is not held against a year.
      let quarter = returned(2026, "q1", "2026-03-31", employees: 9, ip: "90")
      let found5 = try await hints(quarter, in: .returns, desk, keeper)
      #expect(found5 == [])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `about a service is a day on which the institution was not here`(_ kind: DatabaseKind) async throws {
    try await withDesk(kind) { desk, keeper, _ in
      func on(_ day: String) async throws -> [String] {
        try await hints(
          LedgerDraft(texts: [
            "number": "S-\(day)", "institution": Self.code, "client": Self.code, "channel": "contract",
            "matter": "consulting", "served_on": day,
          ]), in: .services, desk, keeper)
      }
      let found6 = try await on("2025-02-28")
      #expect(found6 == ["before-settled"])
      let found7 = try await on("2025-03-01")
      #expect(found7 == [])
      let found8 = try await on("2026-06-30")
      #expect(found8 == [])
      let found9 = try await on("2026-07-01")
      #expect(found9 == ["after-left"])
    }
  }

  /// Products were 40 % of all sales, then 15 %: less than half.
  @Test(arguments: DatabaseKind.all)
  func `about an enterprise's sales is a share of products that changed by more than half`(
    _ kind: DatabaseKind
  ) async throws {
    try await withDesk(kind) { desk, keeper, _ in
      try await desk.add(
        LedgerDraft(texts: ["code": Self.code, "name": "乙公司", "kind": "enterprise", "place": "jiangning"]),
        to: .enterprises, by: keeper)
      var sales: [ID<LedgerRecord>] = []
      for (year, sold) in [(2024, "40"), (2025, "15")] {
        sales.append(
          try await desk.add(
            LedgerDraft(texts: [
              "enterprise": Self.code, "year": "\(year)", "total_sales": "100", "signed_by": "李四",
            ]), to: .salesReturns, by: keeper))
        try await desk.add(
          LedgerDraft(texts: [
            "product": "传感器", "enterprise": Self.code, "year": "\(year)", "right_kind": "patent",
            "right_number": "ZL1", "sales": sold,
          ]), to: .products, by: keeper)
      }
      #expect(try await desk.find(sales[0], in: .salesReturns, by: keeper).record.hints.isEmpty)
      let hints = try await desk.find(sales[1], in: .salesReturns, by: keeper).record.hints
      #expect(
        hints.map(\.phrase.en) == ["IP products went from 40.00% to 15.00% of all sales: a change by more than half"])
    }
  }
}
