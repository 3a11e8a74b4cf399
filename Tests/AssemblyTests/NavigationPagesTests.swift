import Access
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Navigation
import NavigationStore
import PortalFixtures
import Testing
import Web

@Suite struct `The pages of navigation` {
  private static func with(_ work: (TestZone, String) async throws -> Void) async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      let places = try await NavigationPlaces(in: zone).addresses
      try await work(zone, try #require(places["/navigations/:id"]))
    }
  }

  @Test func `show a public report to everybody, in both languages and as files`() async throws {
    try await Self.with { zone, address in
      let visitor = zone.visitor()
      let report = try await visitor.get(address + "/report").text
      #expect(report.contains("产业发展方向") && report.contains("year-open") && report.contains("各项相加一致"))
      let english = try await visitor.get("/en" + address + "/report").text
      #expect(english.contains("Where the industry is going") && english.contains("It all adds up"))
      let pdf = try RouteWalk.text(try await visitor.get(address + "/report.pdf"))
      #expect(pdf.contains("产业发展方向") && pdf.contains("检索截止日") && pdf.contains("装置"))
      let word = try RouteWalk.text(try await visitor.get("/en" + address + "/report.docx"))
      #expect(word.contains("word/charts/chart1.xml") && word.contains("Where the industry is going"))
      #expect(try await visitor.get(address + "/rerun").text.contains("一致"))
    }
  }

  @Test func `open every number of the report into as many documents`() async throws {
    try await Self.with { zone, address in
      let visitor = zone.visitor()
      let page = try await visitor.get(address + "/report").text
      let numbers = page.matches(of: /<a href="(\/navigations\/[^"]+\/documents[^"]*)">([\d,]+)<\/a>/)
      #expect(numbers.count > 40)
      for found in numbers.prefix(120) {
        let shown = try await visitor.get(String(found.1).replacing("&amp;", with: "&")).text
        #expect(shown.contains("共 \(found.2) 件"), "\(found.1)")
      }
    }
  }

  @Test func `refuse a release that lacks what it needs, and say what`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      let desk = zone.zone.navigation
      let staff = try await NavigationPlaces.account(.centreStaff, in: zone)
      let id = try await desk.open(
        NavigationFacts(title: "示例", kind: .research, need: "新吗", ordererName: "示例企业"), by: staff)
      let browser = try await zone.signedIn(.centreStaff)
      let page = try await browser.get("/navigations/\(id)/release")
      let refused = try await browser.submit(
        "/navigations/\(id)/release",
        [("form-token", page.formToken ?? ""), ("revision", page.hiddenValue("revision") ?? "")])
      #expect(refused.status == .conflict && refused.text.contains("没有冻结的数据集") && refused.text.contains("没有检索截止日"))
      // To everybody else there is no such project.
      #expect(try await zone.visitor().get("/navigations/\(id)").status == .notFound)
      #expect(try await zone.signedIn(.enterprise).get("/navigations/\(id)").status == .notFound)
      #expect(try await zone.isIntact())
    }
  }
}
