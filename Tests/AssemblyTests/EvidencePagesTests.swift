import Access
import Assembly
import Evidence
import EvidenceStore
import Foundation
import HTTPTypes
import Institutions
import Kernel
import Ledgers
import LedgersStore
import Logging
import PortalFixtures
import Testing

@Suite struct `The pages of evidence` {
  private let bytes = Array("项目,金额\n示例,1\n".utf8)

  private func add(_ browser: PortalClient, _ changed: [String: String] = [:], prefix: String = "") async throws
    -> PortalAnswer
  {
    let fields = [
      "title": "关于示例事项的批复 <甲>", "grade": "G1", "issuer": "示例主管部门", "number": "示例发〔2026〕1号", "issued-on": "2026-03-01",
      "note": "",
    ].merging(changed) { $1 }
    return try await browser.upload(
      prefix + "/evidence/new", fields.sorted { $0.key < $1.key }, file: ("file", "附件.html", bytes))
  }

  @Test func `take a file, show it, give it out as nothing but a download, and withdraw it`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let page = try #require(try await add(centre).headers[.location])
      #expect(page.wholeMatch(of: /\/evidence\/[0-9a-z]{13}/) != nil)
      for (prefix, words) in [("", "主管部门或登记机关出具"), ("/en", "Issued by an authority")] {
        let shown = try await centre.get(prefix + page)
        #expect(shown.status == .ok && shown.text.contains(words) && shown.text.contains("&lt;甲&gt;"))
        #expect(shown.text.contains("href=\"\(prefix)\(page)/file\""))
        #expect(try await centre.get(prefix + "/evidence?q=批复&grade=G1").text.contains(page))
      }
      let file = try await centre.get(page + "/file")
      #expect(file.bytes == bytes && file.headers[.contentType] == "application/octet-stream")
      #expect(file.headers[.xContentTypeOptions] == "nosniff")
      let disposition = try #require(file.headers[.contentDisposition])
      #expect(disposition.hasPrefix("attachment;") && disposition.hasSuffix("%2Ehtml%2Etxt"))

      for role in [Role.enterprise, .institution] {
        let stranger = try await zone.signedIn(role)
        #expect(try await stranger.get(page).status == .forbidden)
        #expect(try await stranger.get(page + "/file").status == .forbidden)
      }
      let auditor = try await zone.signedIn(.auditor)
      #expect(try await auditor.get(page + "/file").bytes == bytes)
      #expect(try await !auditor.get(page).text.contains(page + "/withdraw"))

      let seen = try #require(try await centre.get(page + "/withdraw").hiddenValue("revision"))
      let groundless = try await centre.post(page + "/withdraw", [("revision", seen), ("reason", "")])
      #expect(groundless.status == .unprocessableContent && groundless.text.contains("id=\"f-reason-error\""))
      let done = try await centre.post(page + "/withdraw", [("revision", seen), ("reason", "登记重复")])
      #expect(done.status == .seeOther)
      #expect(try await centre.get(page).text.contains("登记重复"))
      #expect(try await !centre.get("/evidence").text.contains(page))
      #expect(try await centre.get("/evidence?standing=withdrawn").text.contains(page))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `say beside each field what is wrong, and keep nothing`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      for prefix in ["", "/en"] {
        let refused = try await add(
          centre, ["title": "", "issuer": "", "number": "", "issued-on": "2126-01-01"], prefix: prefix)
        #expect(refused.status == .unprocessableContent)
        for field in ["title", "issuer", "number", "issued-on"] {
          #expect(refused.text.contains("id=\"f-\(field)-error\""), "\(field)")
        }
        let fields = [("title", "网页"), ("grade", "G4")]
        let page = try await centre.upload(
          prefix + "/evidence/new", fields, file: ("file", "a.pdf", Array("<html></html>".utf8)))
        #expect(page.status == .unprocessableContent && page.text.contains("id=\"f-file-error\""))
        #expect(page.text.contains("value=\"网页\""))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.evidence).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
    }
  }

  @Test func `name the records that rest on them, by id or document number`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let page = try #require(try await add(centre).headers[.location])
      #expect(try await centre.get(page).text.contains("还没有记录引用这份佐证"))
      let id = page.split(separator: "/").last.map(String.init)
      for (code, document) in [("91350100M000100Y43", "示例发〔2026〕1号"), ("91320100MA1MX00A0F", id)] {
        let texts = [
          "code": code, "name": "示例\(code)", "kind": "company", "main_category": "agency", "categories": "agency",
          "in_district": "yes", "ip_income": "yes", "active_from": "2026-01-05",
        ]
        try await zone.zone.ledgers.add(
          LedgerDraft(texts: texts, grade: .g1, document: document), to: .institutions, by: zone.zone.console)
      }
      let shown = try await centre.get("/en" + page).text
      #expect(shown.contains("示例</span>91350100M000100Y43") && shown.contains("示例</span>91320100MA1MX00A0F"))
      #expect(shown.contains("href=\"/en/institutions/"))
    }
  }

  @Test func `have their files in the backup, and the doctor sees a file that was changed`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let page = try #require(try await add(centre).headers[.location])
      let id = try #require(ID<EvidenceItem>(page.split(separator: "/").last ?? ""))
      #expect(await finding(zone.zone) == .ok)
      try await TestZone.inFolder { folder in
        let archive = folder + "/zone.backup"
        _ = try await Backup(of: zone.zone).write(to: archive, key: .withKey)
        let place = ZonePlace(directory: folder + "/new")
        let log = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        let clock = zone.clock
        _ = try await Restore(into: place, log: log).perform(from: archive, world: { clock.world(node: $0) })
        let restored = try await TestZone(place, clock: clock)
        let open = try await restored.zone.evidence.open(id, by: restored.zone.console)
        #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: open.path))) == bytes)
        #expect(await finding(restored.zone) == .ok)

        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: open.path)
        try Data("x".utf8).write(to: URL(fileURLWithPath: open.path))
        #expect(await finding(restored.zone) == .failed)
        await #expect(throws: EvidenceRefusal.damaged(id)) {
          try await restored.zone.evidence.open(id, by: restored.zone.console)
        }
        try await restored.zone.close()
      }
    }
  }

  private func finding(_ zone: Zone) async -> DoctorFinding.State? {
    await Doctor(of: zone).examine().first { $0.name == "evidence" }?.state
  }
}
