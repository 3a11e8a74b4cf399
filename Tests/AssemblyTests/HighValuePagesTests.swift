import Access
import Assembly
import Figures
import FiguresStore
import Foundation
import HighValue
import HighValueStore
import Kernel
import PortalFixtures
import Testing
import Web

@Suite struct `High-value patents in the portal` {
  @Test func `are counted for everybody, and H1 has no number without a table`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      let page = try await zone.visitor().get("/high-value").text
      #expect(page.contains("不可计算") && page.contains("每万人") && !page.contains("生成认定清单</a>"))
      let json = try await zone.visitor().get("/api/v1/high-value").text
      #expect(json.contains("\"hindrance\"") && json.contains("\"h3From\":\"open\""))
      let staff = try await zone.signedIn(.centreStaff)
      #expect(try await staff.get("/en/high-value").text.contains("Make a list"))
    }
  }

  @Test func `open every number into as many rows`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      try await HighValuePlaces.takeTable(zone)
      let survey = try await zone.zone.highValue.survey(by: zone.zone.console)
      #expect(survey.union(.certain) > 0)
      let browser = zone.visitor()
      let selections: [HighValueSelection] =
        [HighValueSelection(bin: .certain), HighValueSelection(bin: .probable)]
        + HighValueClass.allCases.map { HighValueSelection(kind: $0, certainty: .certain) }
      for selection in selections {
        let query = [
          selection.bin.map { "bin=\($0.rawValue)" }, selection.kind.map { "class=\($0.rawValue)" },
          selection.certainty.map { "certainty=\($0.rawValue)" },
        ].compactMap(\.self).joined(separator: "&")
        let page = try await browser.get("/en/high-value/patents?\(query)").text
        #expect(page.contains("\(survey.count(selection)) patents"), "\(query)")
        let file = try await browser.get("/high-value/patents.csv?\(query)").text
        #expect(file.contains("申请号"))
      }
      let rest = try await browser.get("/en/high-value/patents?bin=elsewhere").text
      #expect(!survey.elsewhere.isEmpty && rest.contains("\(survey.elsewhere.count) patents"))
      #expect(try await browser.get("/high-value").text.contains("/high-value/patents?bin=elsewhere"))
      let lines = try await browser.get("/high-value/patents.csv?bin=elsewhere").text.split(whereSeparator: \.isNewline)
      #expect(lines.count { $0.contains("地址在区外") } == survey.elsewhere.count)
      let api = try await browser.get("/api/v1/high-value/patents?bin=elsewhere&limit=1").text
      #expect(api.contains(try #require(survey.elsewhere.first).description))
      let patent = try #require(survey.selected(HighValueSelection(bin: .certain)).first).patent.patent
      let section = try await browser.get("/patents/\(patent)").text
      #expect(section.contains("高价值认定") && section.contains("H1"))
    }
  }

  @Test func `count for figure C08 only where that is ruled, and the official count stays the default`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      try await HighValuePlaces.takeTable(zone)
      let (desk, console) = (zone.zone.highValue, zone.zone.console)
      let list = try await desk.makeList(on: desk.today, because: "测试", by: console)
      func series(_ code: SeriesCode, _ value: Int) async throws {
        let draft = SeriesDraft(
          series: code, period: .year(2025), value: Quantity(value), standing: .final, source: "公报",
          publishedOn: try #require(Day("2026-02-01")))
        _ = try await zone.zone.figures.take([draft], by: console)
      }
      try await series("population.jiangning", 200)
      #expect(try await zone.zone.figures.figure("C08", at: desk.today, by: console).verdict == .noData)
      try await series("high-value-patents.jiangning", 13_000)
      #expect(try await zone.zone.figures.figure("C08", at: desk.today, by: console).state.value == 65)
      try await zone.zone.figures.choose("list", for: "AMB-17", because: "测试", seen: nil, by: console)
      let ruled = try await zone.zone.figures.figure("C08", at: desk.today, by: console)
      #expect(ruled.state.value == Quantity(Int128(list.certain), over: 200))
      #expect(ruled.totals.met.now.rows == list.certain)
      // A list that was made under another reading of the ten years does not count.
      try await zone.zone.figures.choose("grant", for: "HV-H3", because: "测试", seen: nil, by: console)
      #expect(try await zone.zone.figures.figure("C08", at: desk.today, by: console).verdict == .noData)
    }
  }
}
