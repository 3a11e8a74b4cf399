import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Matters
import MattersStore
import PortalFixtures
import Testing
import Web

/// Expectations on the file are those of RFC 5545: 3.1 (lines of 75 octets), 3.8.4.7 (UID), 3.8.1.11 (STATUS).
@Suite struct `The calendar of one's last days` {
  @Test func `is given out at its address alone, without a word of what is confidential`() async throws {
    try await TestZone.with { zone in
      let member = try await zone.signedIn(.member)
      let form = try await member.get("/guide/window-ticket/apply")
      #expect(form.status == .ok)
      _ = try await member.post(
        "/guide/window-ticket/apply",
        [("category", "consulting"), ("question", "机密问题甲"), ("contact", "13800000000")])
      let address = try await address(from: member, "/en/calendar", [("language", "en")])
      #expect(address.wholeMatch(of: /\/calendar\/[0-9a-f]{64}\.ics/) != nil)
      // Shown that once.
      #expect(try await !member.get("/calendar").text.contains(address))
      let visitor = zone.visitor()
      let feed = try await visitor.get(address)
      #expect(feed.status == .ok)
      #expect(feed.headers[.contentType] == "text/calendar; charset=utf-8; method=PUBLISH")
      #expect(feed.headers[.cacheControl] == "private, no-store")
      let lines = feed.text.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 } && feed.text.hasSuffix("END:VCALENDAR\r\n"))
      let unfolded = feed.text.replacingOccurrences(of: "\r\n ", with: "")
      #expect(unfolded.contains("SUMMARY:CK-2026-00001: last day\\, First answer"))
      #expect(unfolded.contains("BEGIN:VALARM"))
      for secret in ["机密", "13800000000", "示例"] { #expect(!unfolded.contains(secret)) }
      let uids = uids(of: unfolded)
      #expect(uids.count == 2 && Set(uids).count == 2)
      // A new address, the same entries.
      let second = try await self.address(from: member, "/calendar", [("language", "zh-CN")])
      #expect(try await visitor.get(address).status == .notFound)
      let renewed = try await visitor.get(second).text.replacingOccurrences(of: "\r\n ", with: "")
      #expect(self.uids(of: renewed) == uids && renewed.contains("SUMMARY:CK-2026-00001 首次答复届满"))
      #expect(try await visitor.get(String(second.dropLast(4))).status == .notFound)
    }
  }

  @Test func `ends when it is revoked and with the account, and says no more than that`() async throws {
    try await TestZone.with { zone in
      let (member, visitor) = (try await zone.signedIn(.member), zone.visitor())
      let first = try await address(from: member, "/calendar", [("language", "zh-CN")])
      #expect(try await visitor.get(first).status == .ok)
      _ = try await member.post("/calendar/revoke", [], from: "/calendar")
      let unknown = "/calendar/" + String(repeating: "0", count: 64) + ".ics"
      let (revoked, none) = (try await visitor.get(first), try await visitor.get(unknown))
      #expect(revoked.status == .notFound && none.status == .notFound)
      #expect(revoked.text.contains("matters.no-such-calendar") == none.text.contains("matters.no-such-calendar"))
      let second = try await address(from: member, "/calendar", [("language", "zh-CN")])
      let console = zone.zone.console
      let account = try #require(
        try await zone.zone.access.accounts(limit: 200, by: console).first { $0.roles == [.member] })
      try await zone.zone.access.deactivate(account.id, because: "离职", by: console)
      #expect(try await visitor.get(second).status == .notFound)
      #expect(try await zone.isIntact())
    }
  }

  private func address(
    from client: PortalClient, _ path: String, _ fields: [(String, String)]
  ) async throws -> String {
    let shown = try await client.post(path, fields)
    return String(try #require(shown.text.firstMatch(of: /\/calendar\/[0-9a-f]{64}\.ics/)).output)
  }

  private func uids(of feed: String) -> [String] {
    feed.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
  }
}
