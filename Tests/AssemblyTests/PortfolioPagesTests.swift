import Access
import Assembly
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Portfolios
import PortfoliosStore
import Testing
import Web

@Suite struct `The pages of a portfolio` {
  @Test func `are its keepers’, and to everybody else there is none`() async throws {
    try await TestZone.with { zone in
      let places = try await PortfolioPlaces(in: zone).addresses
      let keeper = try await zone.signedIn(.enterprise)
      let paths = places.values.filter { !$0.hasPrefix("/api/") }
      for path in paths { #expect(try await keeper.get(path).status == .ok, "\(path)") }
      for role in [Role.centreStaff, .regulator, .government, .member, .auditor] {
        let stranger = try await zone.signedIn(role)
        for path in paths {
          let refused = try await stranger.get(path)
          #expect(refused.status == .forbidden && !refused.text.contains("示例方法"), "\(path) by \(role)")
        }
      }
      let survey = try await zone.signedIn(.centreStaff).get("/en/portfolios/survey").text
      #expect(survey.contains("Portfolios") && !survey.contains("示例大学") && !survey.contains("示例方法"))
    }
  }

  @Test func `open a patent’s history to its keepers alone`() async throws {
    try await TestZone.with { zone in
      let places = try await PortfolioPlaces(in: zone).addresses
      let id = try #require(places["/portfolio-items/:id"]?.split(separator: "/").last)
      let path = "/journal/records/portfolio_review_items/\(id)"
      let keeper = try await zone.signedIn(.institution)
      let shown = try await keeper.get(path)
      #expect(shown.status == .ok && shown.text.contains("盘点决定"))
      #expect(try await zone.signedIn(.centreStaff).get(path).status == .forbidden)
      #expect(try await zone.signedIn(.member).get(path).status == .forbidden)
    }
  }

  @Test func `close a review only when every patent is settled, and then give its report`() async throws {
    try await TestZone.with { zone in
      let places = try await PortfolioPlaces(in: zone).addresses
      let review = try #require(places["/portfolio-reviews/:id"])
      let abandoned = try #require(places["/portfolio-items/:id"])
      let (officer, colleague) = (try await zone.signedIn(.enterprise), try await zone.signedIn(.institution))
      let early = try await post(officer, review + "/close", [])
      #expect(early.status == .conflict && early.text.contains("还有 2 件没有定下来"))
      // Who decided does not look again; a reason is asked for where it is sent back.
      #expect(try await post(officer, abandoned + "/second-look", [("answer", "agree")]).status == .conflict)
      #expect(try await post(colleague, abandoned + "/second-look", [("answer", "send-back")]).status != .seeOther)
      #expect(try await post(colleague, abandoned + "/second-look", [("answer", "agree")]).status == .seeOther)
      let list = try await officer.get(review + "?state=open").text
      let open = try #require(list.firstMatch(of: /\/portfolio-items\/([0-9a-z]{13})/)).0
      // It is licensed: nobody abandons it, whatever the reason.
      let bound = try await post(officer, String(open), [("decision", "abandon"), ("reason", "无人使用")])
      #expect(bound.status == .conflict && bound.text.contains("普通许可未了"))
      #expect(try await post(officer, String(open), [("decision", "license")]).status == .seeOther)
      #expect(try await post(officer, review + "/close", []).status == .seeOther)
      let report = try await officer.get("/en" + review + "/report").text
      #expect(report.contains("2 patents: 2 decided, 0 awaiting a second look, 0 undecided."))
      #expect(try await officer.get(review + "/report.xlsx").bytes.starts(with: [0x50, 0x4B]))
      #expect(try await officer.get(review + "/report.pdf").bytes.starts(with: Array("%PDF".utf8)))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `put annuities into the calendars of their keepers`() async throws {
    try await TestZone.with { zone in
      _ = try await PortfolioPlaces(in: zone)
      for (role, count) in [(Role.enterprise, 2), (.member, 0)] {
        let browser = try await zone.signedIn(role)
        let shown = try await browser.post("/calendar", [("language", "en")]).text
        let address = try #require(shown.firstMatch(of: /\/calendar\/[0-9a-f]{64}\.ics/)).0
        let feed = try await zone.visitor().get(String(address)).text
        #expect(feed.components(separatedBy: "UID:annuity-").count - 1 == count, "\(role)")
        #expect(!feed.contains("示例方法"))
      }
    }
  }

  /// With the revision that the form shows.
  private func post(
    _ browser: PortalClient, _ path: String, _ fields: [(String, String)]
  ) async throws -> PortalAnswer {
    let page = try await browser.get(path)
    return try await browser.submit(
      path, [("form-token", page.formToken ?? ""), ("revision", page.hiddenValue("revision") ?? "")] + fields)
  }
}
