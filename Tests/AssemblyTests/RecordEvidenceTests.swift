import Access
import Assembly
import Evidence
import EvidenceStore
import HTTPTypes
import Institutions
import Kernel
import Ledgers
import LedgersStore
import PortalFixtures
import Testing

@Suite struct `A record that rests on a file` {
  private let bytes = Array("项目,金额\n示例,1\n".utf8)
  // `printf '项目,金额\n示例,1\n' | sha256sum`
  private let sha256 = "eee2f728512cfc87b681aff3bcae8d43dfb2d081fee9e9069e103ee033a3d17f"
  private let fields = [
    ("code", "91350100M000100Y43"), ("name", "示例代理所"), ("kind", "company"), ("main_category", "agency"),
    ("categories", "agency"), ("in_district", "yes"), ("ip_income", "yes"), ("active_from", "2025-03-01"),
    ("grade", "G2"), ("document", ""),
  ]

  @Test func `has its grade and leads to it, and is declared only when the file is withdrawn`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let form = try await centre.get("/institutions/new").text
      #expect(form.contains("name=\"evidence-file\"") && form.contains("name=\"evidence-number\""))
      // G2 names its issuer: nothing is kept, neither record nor file.
      let issuerless = try await centre.upload(
        "/institutions/new", fields, file: ("evidence-file", "合同.txt", bytes))
      #expect(issuerless.status == .unprocessableContent)
      #expect(issuerless.text.contains("id=\"f-evidence-issuer-error\""))
      #expect(try await zone.count("evidence") == 0)
      #expect(try await zone.count("institutions") == 0)
      // Neither is a file whose record is wrong.
      let wrong = try await centre.upload(
        "/institutions/new", fields.map { $0.0 == "name" ? ("name", "") : $0 } + [("evidence-issuer", "示例公司")],
        file: ("evidence-file", "合同.txt", bytes))
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("id=\"f-name-error\""))
      #expect(try await zone.count("evidence") == 0)
      let added = try await centre.upload(
        "/institutions/new", fields + [("evidence-issuer", "示例公司")], file: ("evidence-file", "合同.txt", bytes))
      let page = try #require(added.headers[.location])
      let shown = try await centre.get(page).text
      #expect(shown.contains("href=\"/evidence/") && shown.contains("合同.txt") && shown.contains(sha256))
      #expect(try await centre.get("/figures/A01/rows").text.contains("合同.txt"))
      // Who may not see evidence sees the record without it.
      #expect(try await !zone.visitor().get(page).text.contains("/evidence/"))

      let path = try #require(shown.firstMatch(of: /href="(\/evidence\/[0-9a-z]{13})"/)?.1)
      let seen = try #require(try await centre.get(path + "/withdraw").hiddenValue("revision"))
      let done = try await centre.post(path + "/withdraw", [("revision", seen), ("reason", "合同已解除")])
      #expect(done.status == .seeOther)
      let after = try await zone.zone.ledgers.page(of: .institutions, by: zone.zone.console).records
      #expect(after.map(\.grade) == [.g4])
      #expect(try await centre.get(page).text.contains("佐证已撤回"))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `may be told it by number, and takes the grade of it`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let evidence = [
        ("title", "关于认定的批复"), ("grade", "G1"), ("issuer", "示例主管部门"), ("number", "示例发〔2026〕1号"), ("issued-on", ""),
        ("note", ""),
      ]
      let item = try await centre.upload("/evidence/new", evidence, file: ("file", "a.txt", bytes))
      let id = try #require(item.headers[.location]?.split(separator: "/").last.map(String.init))
      let unknown = try await centre.submitUpload(fields + [("evidence-number", "示例发〔2026〕9号")])
      #expect(unknown.status == .unprocessableContent && unknown.text.contains("id=\"f-evidence-number-error\""))
      let added = try await centre.submitUpload(fields + [("evidence-number", "示例发〔2026〕1号")])
      let page = try #require(added.headers[.location])
      #expect(try await centre.get(page).text.contains("关于认定的批复"))
      let record = try #require(
        try await zone.zone.ledgers.page(of: .institutions, by: zone.zone.console).records.first)
      #expect(record.grade == .g1 && record.document == id)
      #expect(try await centre.get("/evidence/" + id).text.contains(page))
    }
  }
}

extension PortalClient {
  fileprivate func submitUpload(_ fields: [(String, String)]) async throws -> PortalAnswer {
    try await post("/institutions/new", fields)
  }
}
