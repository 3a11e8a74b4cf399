import Access
import AccessStore
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Jobs
import JobsStore
import Kernel
import Parties
import PartiesStore
import PortalFixtures
import Testing
import Web

@Suite struct `The history of an account` {
  @Test func `is shown to its owner and to whoever reads the journal, and to nobody else`() async throws {
    try await TestZone.with { zone in
      let own = try await zone.signedIn(.enterprise)
      let changed = try await own.post(
        "/account/profile", [("display-name", "张伟"), ("email", "zhang@example.cn"), ("phone", "")])
      #expect(changed.status == .seeOther)
      let name = try await zone.login(.enterprise).name
      let account = try #require(
        try await zone.zone.access.accounts(limit: 100, by: zone.zone.console).first { $0.name == name })
      let path = "/journal/records/accounts/\(account.id)"
      for (prefix, words) in [("", "操作人："), ("/en", "By ")] {
        let shown = try await own.get(prefix + path)
        #expect(shown.status == .ok && shown.text.contains(words) && shown.text.contains(name))
        // Whole entries tell of other records, too.
        #expect(!shown.text.contains("/journal/entries/"))
      }
      let auditor = try await zone.signedIn(.auditor)
      let read = try await auditor.get(path)
      #expect(read.status == .ok && read.text.contains("/journal/entries/"))
      // Personal values stand in the account alone; here are their hashes.
      #expect(!read.text.contains("zhang@example.cn") && !read.text.contains("张伟"))
      for role in [Role.member, .centreStaff, .administrator, .securityAdministrator] {
        let stranger = try await zone.signedIn(role)
        for prefix in ["", "/en"] {
          let refused = try await stranger.get(prefix + path)
          // The name also begins an address of the menu.
          let text = refused.text.replacing("/enterprises", with: "")
          #expect(refused.status == .forbidden && !text.contains(name), "\(role)")
        }
      }
      let visitor = try await zone.visitor().get(path)
      #expect(visitor.status == .seeOther && visitor.headers[.location]?.hasPrefix("/sign-in?") == true)
    }
  }
}

@Suite struct `The page of a job` {
  @Test func `stops a job and lets it go on, for whom may, and says what came of it`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let content = try Data(contentsOf: URL(fileURLWithPath: Tree.path("Samples/demo/demo-patents.jsonl")))
      let sent = try await centre.upload("/imports/new", [], file: ("file", "a.jsonl", Array(content)))
      let ordered = try await centre.post(try #require(sent.headers[.location]), [], from: "/account/profile")
      let page = try #require(ordered.headers[.location])
      #expect(page.wholeMatch(of: /\/jobs\/[0-9a-z]{13}/) != nil)
      // An auditor sees the job and no button; a client sees nothing of it.
      let auditor = try await zone.signedIn(.auditor)
      let watched = try await auditor.get(page)
      #expect(watched.status == .ok && watched.text.contains("排队中") && !watched.text.contains("\(page)/cancel"))
      #expect(try await auditor.post("\(page)/cancel", [], from: "/account/profile").status == .forbidden)
      #expect(try await zone.signedIn(.enterprise).get(page).status == .forbidden)

      let waiting = try await centre.get("/en" + page)
      #expect(waiting.text.contains("action=\"/en\(page)/cancel\"") && !waiting.text.contains("\(page)/resume\""))
      let stopped = try await centre.post("\(page)/cancel", [], from: page)
      #expect(stopped.status == .seeOther && stopped.headers[.location] == page)
      let after = try await centre.get(page)
      #expect(after.text.contains("已停止") && after.text.contains("action=\"\(page)/resume\""))
      #expect(!after.text.contains("action=\"\(page)/cancel\""))
      // A stopped job is not carried out, and cannot be stopped twice.
      try await zone.runJobs()
      #expect(try await centre.get(page).text.contains("已停止"))
      // Stopping what has stopped leads back to it.
      #expect(try await centre.post("\(page)/cancel", [], from: page).headers[.location] == page)

      // The file has gone meanwhile.
      for name in try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.uploads) {
        try FileManager.default.removeItem(atPath: zone.zone.place.uploads + "/" + name)
      }
      #expect(try await centre.post("\(page)/resume", [], from: page).status == .seeOther)
      try await zone.runJobs()
      for (prefix, words) in [("", "找不到文件：a.jsonl"), ("/en", "No such file: a.jsonl")] {
        let failed = try await centre.get(prefix + page)
        #expect(failed.text.contains(words) && failed.text.contains("patents.no-such-file"))
      }
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `The pages of a party` {
  @Test func `merge two on a ground, show the trace on both, and take it back`() async throws {
    try await TestZone.with { zone in
      let (party, target) = try await twoParties(zone)
      let centre = try await zone.signedIn(.centreStaff)
      let form = "/parties/\(party.id)/merge?q=\(encoded(target.name))"
      let shown = try await centre.get(form)
      #expect(shown.text.contains("name=\"into\" value=\"\(target.id)\""))
      let revision = try #require(shown.hiddenValue("revision"))
      // Without a ground nothing is merged, and the choice is kept.
      let groundless = try await centre.post(
        form, [("revision", revision), ("into", "\(target.id)"), ("reason", "")])
      #expect(groundless.status == .unprocessableContent && groundless.text.contains("id=\"f-reason-error\""))
      #expect(try await zone.zone.parties.find(party.id, by: zone.zone.console).party.mergedInto == nil)

      let fields = [("revision", revision), ("into", "\(target.id)"), ("reason", "同一单位，见更名公告 <甲>")]
      #expect(try await centre.post(form, fields).status == .seeOther)
      // Who did not see that stays behind: the same form again is refused.
      #expect(try await centre.post(form, fields, from: "/account/profile").status == .conflict)
      for (prefix, into, by) in [("", "该主体已并入另一主体", "来自合并"), ("/en", "was merged into another", "by merging")] {
        let merged = try await zone.visitor().get("\(prefix)/parties/\(party.id)")
        #expect(merged.text.contains(into) && merged.text.contains("href=\"\(prefix)/parties/\(target.id)\""))
        let joined = try await zone.visitor().get("\(prefix)/parties/\(target.id)")
        #expect(joined.text.contains(by) && joined.text.contains(party.name))
      }
      let history = try await centre.get("/journal/records/parties/\(party.id)")
      #expect(history.text.contains("同一单位，见更名公告 &lt;甲&gt;"))

      let undo = "/parties/\(party.id)/unmerge"
      let seen = try #require(try await centre.get(undo).hiddenValue("revision"))
      #expect(try await centre.post(undo, [("revision", seen), ("reason", "误并")]).status == .seeOther)
      #expect(try await !zone.visitor().get("/parties/\(target.id)").text.contains("来自合并"))
      #expect(try await centre.get(undo).status == .conflict)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `let nobody merge who may not`() async throws {
    try await TestZone.with { zone in
      let (party, target) = try await twoParties(zone)
      for role in [Role.administrator, .auditor, .enterprise, .regulator] {
        let browser = try await zone.signedIn(role)
        #expect(try await browser.get("/parties/\(party.id)/merge").status == .forbidden, "\(role)")
        #expect(try await !browser.get("/parties/\(party.id)").text.contains("/parties/\(party.id)/merge"))
        let sent = try await browser.post(
          "/parties/\(party.id)/merge", [("revision", "1"), ("into", "\(target.id)"), ("reason", "a")],
          from: "/account/profile")
        #expect(sent.status == .forbidden, "\(role)")
      }
      #expect(try await zone.zone.parties.find(party.id, by: zone.zone.console).party.mergedInto == nil)
    }
  }

  private func twoParties(_ zone: TestZone) async throws -> (Party, Party) {
    try await zone.importDemonstration()
    let found = try await zone.zone.parties.page(limit: 2, by: zone.zone.console)
    return (try #require(found.first), try #require(found.last))
  }
}
