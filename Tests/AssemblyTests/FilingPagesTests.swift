import Access
import Fixtures
import HTTPTypes
import PortalFixtures
import Testing

@Suite struct `The form of an application` {
  @Test func `keeps files of those alone who may file, and whose answers hold`() async throws {
    try await TestZone.with { zone in
      let file = (field: "file-business", name: "执照.txt", content: Array("营业执照".utf8))
      let before = try await zone.count("evidence")
      let outside = try await zone.visitor().upload(
        "/guide/move-in/apply", [("name", "某机构")], file: file, from: "/guide/window-ticket/apply")
      #expect(outside.status != .ok && outside.status != .unprocessableContent)
      let centre = try await zone.signedIn(.centreStaff)
      let wrong = try await centre.upload("/guide/move-in/apply", [("name", "某机构")], file: file)
      #expect(wrong.status == .unprocessableContent)
      // What is missing is said with the rest.
      let ticket = try await zone.signedIn(.member).upload(
        "/guide/rights-aid/apply", [("subject", "某事")], file: ("file-right", "证.txt", Array("权利".utf8)),
        from: "/guide/window-ticket/apply")
      #expect(ticket.status != .ok)
      let aid = try await centre.upload(
        "/guide/rights-aid/apply", [("subject", "某事")], file: ("file-right", "证.txt", Array("权利".utf8)))
      #expect(aid.status == .unprocessableContent && aid.text.contains("id=\"f-file-evidence-error\""))
      #expect(try await zone.count("evidence") == before)
    }
  }

  @Test func `gives no code where the centre raises something against a tenant`() async throws {
    try await TestZone.with { zone in
      _ = try await SamplePremises(zone)
      let centre = try await zone.signedIn(.centreStaff)
      let fields = [
        ("channel", "counter"), ("applicant", "甲公司（示例）"), ("applicant-code", "91350100M000100Y43"),
        ("ground", "expired"),
        ("contract_end", "2026-11-20"), ("wish", "合同到期"),
      ]
      let filed = try await centre.post("/guide/move-out/apply", fields)
      #expect(filed.status == .ok && filed.text.contains("QC-2026-00001") && filed.text.contains("不发查询码"))
      #expect(filed.text.firstMatch(of: /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/) == nil)
    }
  }
}
