import Access
import AccessStore
import Assembly
import Foundation
import Kernel
import PortalFixtures
import Testing

@Suite struct `The home page` {
  @Test func `begins with the search for visitors`() async throws {
    try await TestZone.with { zone in
      let page = try await zone.visitor().get("/").text
      let main = try #require(page.range(of: "<main"))
      let search = try #require(page[main.upperBound...].range(of: "name=\"q\""))
      let lead = try #require(page.range(of: "class=\"lead\""))
      #expect(search.lowerBound < lead.lowerBound)
      #expect(!page.contains("待办"))
      for path in ["/privacy", "/accessibility"] { #expect(page.contains("href=\"\(path)\"")) }
    }
  }

  @Test func `tells everybody what waits for them, and nothing where nothing does`() async throws {
    try await TestZone.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let security = try await zone.signedIn(.securityAdministrator)
      let enterprise = try await zone.signedIn(.enterprise)
      for browser in [centre, security, enterprise] { #expect(try await !browser.get("/").text.contains("待办")) }
      _ = try await enterprise.post(
        "/account/mandates/new",
        [
          ("organisation", "91350100M000100Y43"), ("organisation-name", "甲公司"), ("grade", "clerk"),
          ("from", "2026-11-22"), ("to", ""), ("proof", "授权书〔2026〕3号"),
        ])
      try await zone.zone.access.requestReset(name: "member")
      #expect(try await enterprise.get("/").text.contains("“甲公司”的授权正在审核"))
      #expect(try await centre.get("/en").text.contains("Mandates awaiting approval: 1"))
      let waiting = try await security.get("/").text
      #expect(waiting.contains("1 人申请重置密码") && !waiting.contains("授权待审核"))
      let asking = try await security.get("/accounts?asks=reset").text
      #expect(asking.contains(">member<") && !asking.contains(">enterprise<"))
    }
  }
}
