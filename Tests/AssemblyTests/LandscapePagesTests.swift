import Access
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Parties
import PartiesStore
import PortalFixtures
import Testing

@Suite struct `The landscape` {
  private static func with(_ work: (TestZone) async throws -> Void) async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      try await work(zone)
    }
  }

  private static func address(_ path: String, _ question: String) -> String {
    "\(path)?q=\(question.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
  }

  /// Every number of a page that leads to documents, with where it leads.
  private static func numbers(_ page: String) -> [(link: String, count: String)] {
    page.matches(of: /<a href="(\/search\?[^"]+)">([\d,]+)<\/a>/).map {
      (String($0.1).replacing("&amp;", with: "&"), String($0.2))
    }
  }

  /// How many rows of the sample have a value, by reading the sample itself.
  private static func count(_ holds: ([String: Any]) -> Bool) throws -> Int {
    try Tree.text("Samples/demo/demo-patents.jsonl").split(separator: "\n").count { line in
      holds(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:])
    }
  }

  @Test(arguments: ["", "AP:大学", "激光 OR PRO:江苏"])
  func `says of every number what the search says of its link`(question: String) async throws {
    try await Self.with { zone in
      let browser = zone.visitor()
      let page = try await browser.get(Self.address("/landscape", question))
      #expect(page.status == .ok)
      let numbers = Self.numbers(page.text)
      #expect(numbers.count > 100)
      // One of each sort that the page has: they stand in the order of its analyses.
      for place in stride(from: 0, to: numbers.count, by: max(1, numbers.count / 60)) {
        let (link, count) = numbers[place]
        #expect(try await browser.get(link).text.contains("<strong>\(count) 件</strong>"), "\(link)")
      }
    }
  }

  @Test func `counts what the sample has`() async throws {
    try await Self.with { zone in
      let browser = zone.visitor()
      let inJiangsu = try Self.count { $0["province"] as? String == "江苏" }
      let filed = try Self.count { ($0["filing_date"] as? String)?.hasPrefix("2018") == true }
      let page = try await browser.get("/landscape").text
      #expect(
        Self.numbers(page).contains {
          $0.link.hasSuffix("?q=PRO%3D%3D%22%E6%B1%9F%E8%8B%8F%22") && $0.count == "\(inJiangsu)"
        })
      #expect(Self.numbers(page).contains { $0.link.hasSuffix("?q=ADY%3D%3D2018") && $0.count == "\(filed)" })
      let file = try await browser.get("/landscape/csv?analysis=provinces").text
      #expect(file.contains("江苏,\(inJiangsu),"))
    }
  }

  @Test func `is reached from the hits, and follows a merge of parties`() async throws {
    try await Self.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let hits = try await centre.get(Self.address("/search", "激光焊接")).text
      #expect(hits.contains("/landscape?q=%E6%BF%80%E5%85%89%E7%84%8A%E6%8E%A5"))
      let before = try await centre.get("/landscape").text
      #expect(!before.contains("id=\"names\""))
      let (desk, console) = (zone.zone.parties, zone.zone.console)
      let parties = try await desk.page(containing: "大学", by: console)
      let (one, other) = (try #require(parties.first), try #require(parties.last))
      try await desk.merge(one.id, into: other.id, because: "更名", seen: one.revision, by: console)
      let after = try await centre.get("/landscape").text
      #expect(after.contains("id=\"names\"") && after.contains("人工合并"))
      let written = try await centre.get("/landscape?names=written").text
      #expect(!written.contains("id=\"names\""))
    }
  }
}
