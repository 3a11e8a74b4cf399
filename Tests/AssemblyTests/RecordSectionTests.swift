import Access
import Assembly
import Enterprises
import Evidence
import HTTPTypes
import Institutions
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Testing
import Web

@Suite struct `The page of an organisation` {
  private static let code = "91350100M000100Y43"

  private func add(_ ledger: Ledger, _ texts: [String: String], to zone: TestZone) async throws -> ID<LedgerRecord> {
    try await zone.zone.ledgers.add(LedgerDraft(texts: texts), to: ledger, by: zone.zone.console)
  }

  private func institution(in zone: TestZone) async throws -> ID<LedgerRecord> {
    try await add(
      .institutions,
      [
        "code": Self.code, "name": "甲代理所", "kind": "company", "main_category": "agency", "categories": "agency",
        "in_district": "是", "ip_income": "是", "active_from": "2024-03-01",
      ], to: zone)
  }

  @Test func `shows what each ledger has of it, to whom it may concern`() async throws {
    try await TestZone.with { zone in
      let id = try await institution(in: zone)
      let brand = try await add(
        .brands,
        [
          "brand": "甲", "institution": Self.code, "list": "province", "list_name": "示例名单",
          "recognised_on": "2025-05-01",
        ], to: zone)
      var support: [ID<LedgerRecord>] = []
      for (number, kind, amount) in [("F-1", "fund", "100000"), ("F-2", "fund", "23456.78"), ("F-3", "space", "5")] {
        support.append(
          try await add(
            .support,
            ["number": number, "institution": Self.code, "kind": kind, "given_on": "2025-06-01", "amount": amount],
            to: zone))
      }
      for number in 1...6 {
        _ = try await add(
          .services,
          [
            "number": "S-\(number)", "institution": Self.code, "client": Self.code, "channel": "contract",
            "matter": "consulting", "served_on": "2025-0\(number)-01",
          ], to: zone)
      }
      let centre = try await zone.signedIn(.centreStaff)
      let shown = try await centre.get("/institutions/\(id)").text
      #expect(shown.contains("/institutions/brands/\(brand)"))
      #expect(support.allSatisfy { shown.contains("/institutions/support/\($0)") })
      // 100,000.00 + 23,456.78
      #expect(shown.contains("123,456.78") || shown.contains("123456.78"))
      // The newest five of six, and a way to all.
      #expect(shown.contains("S-6") && shown.contains("S-2") && !shown.contains("S-1<"))
      #expect(shown.contains("/services?of=\(Self.code)") && shown.contains("全部 6 条"))
      let open = try await zone.visitor().get("/institutions/\(id)").text
      #expect(open.contains("/institutions/brands/\(brand)"))
      #expect(!open.contains("/institutions/support") && !open.contains("/services"))
    }
  }

  @Test func `of an enterprise has its statuses in their order of time, and its services`() async throws {
    try await TestZone.with { zone in
      _ = try await institution(in: zone)
      let enterprise = try await add(
        .enterprises, ["code": Self.code, "name": "乙公司", "kind": "enterprise", "place": "jiangning"], to: zone)
      let status = try await add(
        .statuses, ["enterprise": Self.code, "status": "high-tech", "from_day": "2024-01-01", "to_day": "2026-12-31"],
        to: zone)
      _ = try await add(
        .services,
        [
          "number": "S-9", "institution": Self.code, "client": Self.code, "channel": "contract",
          "matter": "consulting", "served_on": "2025-01-01",
        ], to: zone)
      let shown = try await zone.signedIn(.regulator).get("/enterprises/\(enterprise)").text
      #expect(shown.contains("class=\"timeline\"") && shown.contains("/enterprises/statuses/\(status)"))
      #expect(shown.contains("S-9"))
    }
  }

  @Test func `has its work on the home page of whoever must do it`() async throws {
    try await TestZone.with { zone in
      _ = try await institution(in: zone)
      _ = try await add(
        .returns,
        [
          "institution": Self.code, "year": "2024", "period": "year", "period_end": "2024-12-31", "employees": "3",
          "total_revenue": "10", "ip_revenue": "10",
        ], to: zone)
      _ = try await add(
        .leads, ["code": "L-1", "name": "丙所", "kind": "agency", "opened_on": "2024-01-05", "keeper": "王五"], to: zone)
      let centre = try await zone.signedIn(.centreStaff).get("/").text
      #expect(centre.contains("href=\"/returns?stage=filed\"") && centre.contains("机构统计报表：1 条待审核"))
      #expect(centre.contains("1 家机构未报") && centre.contains("href=\"/chase?"))
      #expect(centre.contains("1 条招引线索超过 90 天没有进展"))
      let inspector = try await zone.signedIn(.inspector).get("/").text
      #expect(!inspector.contains("待审核") && !inspector.contains("/chase?"))
    }
  }
}

@Suite struct `The national questionnaire` {
  @Test func `is filled from what is on record, and leaves empty what is not`() async throws {
    try await TestZone.with { zone in
      let (desk, console) = (zone.zone.ledgers, zone.zone.console)
      let code = "91350100M000100Y43"
      func add(_ ledger: Ledger, _ texts: [String: String]) async throws -> ID<LedgerRecord> {
        try await desk.add(LedgerDraft(texts: texts), to: ledger, by: console)
      }
      _ = try await add(
        .institutions,
        [
          "code": code, "name": "甲代理所", "kind": "company", "main_category": "agency", "categories": "agency",
          "in_district": "是", "ip_income": "是", "active_from": "2024-03-01", "industry": "M7520",
        ])
      _ = try await add(
        .licences,
        ["number": "32001", "institution": code, "kind": "patent-agency", "valid_from": "2020-01-01"])
      // Two people of three posts; of one the degree is not known.
      for (person, contract, from, degree) in [
        ("E1234567A", "full-time", "2024-03-01", "master"), ("E1234567A", "full-time", "2025-02-01", "master"),
        ("E1234567B", "part-time", "2024-05-01", ""),
      ] {
        _ = try await add(
          .staff,
          [
            "person_name": "张三", "person": person, "institution": code, "contract": contract, "from_day": from,
            "degree": degree,
          ])
      }
      let returned = try await add(
        .returns,
        [
          "institution": code, "year": "2025", "period": "year", "period_end": "2025-12-31", "employees": "7",
          "total_revenue": "123.456", "ip_revenue": "100", "disputes": "0",
        ])
      let centre = try await zone.signedIn(.centreStaff)
      func row() async throws -> [String: Substring] {
        let text = try await centre.get("/returns/questionnaire.csv?year=2025").text
        let lines = text.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        try #require(lines.count == 2 && lines[0].count == lines[1].count)
        return Dictionary(
          uniqueKeysWithValues: zip(lines[0].map { String($0.split(separator: "｜").last ?? "") }, lines[1]))
      }
      // A return that nobody has approved fills nothing.
      #expect(try await row()["期末从业人员"] == "")
      let seen = try await desk.find(returned, in: .returns, by: console).record.revision
      try await desk.approve(returned, in: .returns, seen: seen, by: console)
      let filled = try await row()
      #expect(filled["期末从业人员"] == "7" && filled["营业收入合计（万元）"] == "123.456")
      #expect(filled["行业代码"] == "M7520" && filled["许可与备案（证号、有效期）"]?.contains("32001") == true)
      #expect(filled["全职"] == "1" && filled["兼职"] == "1" && filled["本年新入职"] == "1")
      // A nought that was returned is one; what nobody said is none.
      #expect(filled["纠纷案件"] == "0" && filled["被投诉次数"] == "" && filled["硕士"] == "" && filled["合伙人或股东"] == "")
      #expect(filled["服务客户数（按服务台账）"] == "" && filled["境外收款（美元）"] == "")
      let page = try await centre.get("/en/returns/questionnaire?year=2025")
      #expect(page.status == .ok && page.text.contains("/en/returns/\(returned)"))
      #expect(try await centre.get("/returns").text.contains("/returns/questionnaire"))
      #expect(try await centre.get("/returns/questionnaire.xlsx?year=2025").bytes.starts(with: [0x50, 0x4B]))
      #expect(try await zone.visitor().get("/returns/questionnaire").status != .ok)
    }
  }
}
