import Access
import Assembly
import Enterprises
import Evidence
import HTTPTypes
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Premises
import PremisesStore
import Programme
import ProgrammeStore
import Testing

@Suite struct `An industry of an enterprise` {
  private func draft(_ tag: String, on day: String) -> LedgerDraft {
    LedgerDraft(texts: [
      "code": "91350100M000100Y43", "name": "乙公司", "kind": "enterprise", "place": "jiangning",
      "district_cluster": tag, "list_date": day,
    ])
  }

  private func refused(_ draft: LedgerDraft, by zone: TestZone) async throws -> [String] {
    do {
      try await zone.zone.ledgers.add(draft, to: .enterprises, by: zone.zone.console)
      return []
    } catch let refusal as FormRefusal {
      return refusal.causes.map { "\($0.field ?? "") \($0.code)" }
    }
  }

  /// The plan of the zone is of 2024-03-15: the first list holds from then on.
  @Test func `is on the list that holds on its date, and on no other`() async throws {
    try await TestZone.with { zone in
      try await zone.zone.premises.establish(by: zone.zone.console)
      let wrong = try await refused(draft("纺织", on: "2025-01-01"), by: zone)
      #expect(wrong == ["district_cluster industries.not-listed"])
      let undated = try await refused(draft("生物医药", on: ""), by: zone)
      #expect(undated == ["list_date industries.date-missing"])
      let early = try await refused(draft("生物医药", on: "2024-03-14"), by: zone)
      #expect(early == ["list_date industries.no-list"])
      // From 2026 on there is another list, without bio-medicine.
      try await zone.zone.premises.replaceClusters(
        of: .jiangning,
        with: [ClusterEntry("textiles", Phrase(zh: "纺织", en: "Textiles"), in: Phrase(zh: "一组", en: "One"))],
        from: try #require(Day("2026-01-01")), standing: .confirmed, source: Phrase(zh: "示例文件", en: "Sample"),
        because: "示例", by: zone.zone.console)
      let gone = try await refused(draft("生物医药", on: "2026-01-01"), by: zone)
      #expect(gone == ["district_cluster industries.not-listed"])
      let held = try await refused(draft("生物医药", on: "2025-12-31"), by: zone)
      #expect(held == [])
      let centre = try await zone.signedIn(.centreStaff)
      let record = try #require(
        try await zone.zone.ledgers.page(of: .enterprises, by: zone.zone.console).records.first)
      let page = try await centre.get("/enterprises/\(record.id)").text
      #expect(page.contains("自 2024-03-15 起的名单"))
      // The form offers the list of the record's own date.
      let form = try await centre.get("/enterprises/\(record.id)/correct").text
      #expect(form.contains("value=\"智能电网\"") && !form.contains("value=\"纺织\""))
    }
  }
}

@Suite struct `The transfers of C11` {
  /// One transfer with two flags, one with one; a change of name and one without a document are none of it.
  @Test func `have their three flags side by side, and count once`() async throws {
    try await TestZone.with { zone in
      for (patent, kind, from, to, brokered, grade) in [
        ("ZL1", "right", "是", "否", "是", EvidenceGrade.g1), ("ZL2", "right", "否", "是", "否", .g1),
        ("ZL3", "name", "是", "是", "是", .g1), ("ZL4", "right", "是", "是", "是", .g3),
      ] {
        try await zone.zone.ledgers.add(
          LedgerDraft(
            texts: [
              "patent": patent, "kind": kind, "changed_on": "2025-05-05", "from_zone": from, "to_zone": to,
              "brokered": brokered,
            ], grade: grade, document: "手续合格通知书"), to: .transfers, by: zone.zone.console)
      }
      let days = try #require(Day("2024-01-01"))...(try #require(Day("2025-12-31")))
      let flags = try await zone.zone.programme.transferFlags(in: days, by: zone.zone.console)
      #expect(flags == TransferFlags(fromZone: 1, toZone: 1, brokered: 1, several: 1))
      let page = try await zone.visitor().get("/figures/C11?at=2025-12-31").text
      #expect(page.contains("/transfers?kind=right&amp;from_zone=yes"))
    }
  }
}
