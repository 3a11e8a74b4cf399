import Access
import Assembly
import Corpus
import CorpusStore
import Foundation
import HTTPTypes
import Kernel
import PatentFormats
import Patents
import PatentsStore
import PortalFixtures
import Tables
import Testing

@Suite struct `The search` {
  /// A zone with the demonstration's patents, of which so many have the words in title, abstract or claims.
  private static func with(_ work: (TestZone) async throws -> Void) async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      try await work(zone)
    }
  }

  /// How many documents of the sample have the words in title, abstract or claims, by reading the sample itself.
  private static func count(_ words: String) throws -> Int {
    try Tree.text("Samples/demo/demo-patents.jsonl").split(separator: "\n").count { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return ["title", "abstract", "claims"].contains { (row?[$0] as? String)?.contains(words) == true }
    }
  }

  private static func address(_ path: String, _ query: [(String, String)]) -> String {
    path + "?"
      + query.map { name, value in
        "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
      }.joined(separator: "&")
  }

  /// An address as it stands in a page.
  private static func link(_ text: Substring) -> String { text.replacing("&amp;", with: "&").description }

  @Test func `shows how many there are, marks the words, and counts over all`() async throws {
    try await Self.with { zone in
      let expected = try Self.count("激光焊接")
      #expect(expected > 2)
      let page = try await zone.visitor().get(Self.address("/search", [("q", "激光焊接")]))
      #expect(page.status == .ok)
      #expect(page.text.contains("<strong>\(expected) 件</strong>") && page.text.contains("<mark>激光焊接</mark>"))
      #expect(page.text.contains("索引与登记库一致") && page.text.contains("排序依据") && page.text.contains("year-columns"))
      let english = try await zone.visitor().get("/en" + Self.address("/search", [("q", "激光焊接")])).text
      #expect(english.contains("<strong>\(expected) documents</strong>") && english.contains("Why this rank"))
    }
  }

  @Test func `refuses a fault and shows where it stands`() async throws {
    try await Self.with { zone in
      let page = try await zone.visitor().get(Self.address("/search", [("q", "激光 AND 颜色:红")]))
      #expect(page.status == .unprocessableContent)
      #expect(page.text.contains("激光 AND <mark class=\"fault\">颜色:</mark>红"))
      #expect(page.text.contains("问题在第 8 个字符处") && page.text.contains("没有“颜色”这个字段"))
    }
  }

  @Test func `narrows by the link of a facet, and widens by the cross`() async throws {
    try await Self.with { zone in
      let browser = zone.visitor()
      let page = try await browser.get(Self.address("/search", [("q", "")])).text
      let facet = try #require(
        page.firstMatch(of: /<a href="([^"]+f=kind%3AutilityModel[^"]*)">[^<]*<\/a>\s*<span class="facet-count">(\d+)/))
      let narrowed = try await browser.get(Self.link(facet.1)).text
      #expect(narrowed.contains("<strong>\(facet.2) 件</strong>") && narrowed.contains("class=\"chip\""))
      let chip = try #require(narrowed.firstMatch(of: /<a class="chip" href="([^"]+)"/))
      let widened = try await browser.get(Self.link(chip.1)).text
      #expect(widened.contains("<strong>300 件</strong>") && !widened.contains("class=\"chip\""))
    }
  }

  @Test func `goes down the classification step by step`() async throws {
    try await Self.with { zone in
      let browser = zone.visitor()
      var address = Self.address("/search", [("q", "")])
      var counts: [Int] = []
      for column in ["ipc-section%3AB", "ipc-class%3AB23", "ipc%3AB23K"] {
        let page = try await browser.get(address).text
        let pattern = try Regex<(Substring, Substring, Substring)>(
          "href=\"([^\"]+f=\(column))\">[^<]*(?:<span[^>]*>[^<]*</span>[^<]*)*</a>\\s*<span class=\"facet-count\">(\\d+)"
        )
        let found = try #require(page.firstMatch(of: pattern), "\(column)")
        counts.append(Int(found.2) ?? -1)
        address = Self.link(found.1)
        #expect(try await browser.get(address).text.contains("<strong>\(found.2) 件</strong>"))
      }
      #expect(counts == counts.sorted(by: >) && counts.allSatisfy { $0 > 0 })
    }
  }

  @Test func `writes the query of what was filled in field by field`() async throws {
    try await Self.with { zone in
      let filled = [
        ("built", "zh-CN"), ("b-words", "激光焊接"), ("b-applicant", "成都"), ("b-filed-from", "2019-01-01"),
        ("b-kind", "utilityModel"),
      ]
      let page = try await zone.visitor().get(Self.address("/search", filled)).text
      let query = "(激光焊接) AND 申请人:成都 AND 申请日&gt;=2019-01-01 AND 类型:utilityModel"
      #expect(page.contains("value=\"\(query)\""))
      #expect(try #require(page.firstMatch(of: /<strong>(\d+) 件/)).1 != "0")
    }
  }

  @Test func `leads through the hits on the page of a patent, with the words marked there`() async throws {
    try await Self.with { zone in
      let browser = zone.visitor()
      let list = try await browser.get(Self.address("/search", [("q", "激光焊接"), ("sort", "newest-filed")])).text
      let hits = list.matches(of: /<h3><a href="([^"]+)"/).map { Self.link($0.1) }
      #expect(hits.count > 2)
      let second = try await browser.get(hits[1]).text
      #expect(second.contains("<mark>激光焊接</mark>") && second.contains("权利要求"))
      let before = try #require(second.firstMatch(of: /<a rel="prev" href="([^"]+)">← 上一件/)).1
      let behind = try #require(second.firstMatch(of: /<a rel="next" href="([^"]+)">下一件/)).1
      #expect(Self.link(before) == hits[0] && Self.link(behind) == hits[2])
      let first = try await browser.get(hits[0]).text
      #expect(!first.contains("rel=\"prev\"") && first.contains("命中列表（第 1 件"))
      // Whoever comes from elsewhere sees neither.
      let plain = try await browser.get(String(hits[1].prefix { $0 != "?" })).text
      #expect(!plain.contains("<mark>") && !plain.contains("hit-trail") && plain.contains("同族与优先权"))
    }
  }

  @Test func `keeps a query, with what narrows it, and refuses one with a fault`() async throws {
    try await Self.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let door = Self.address("/search/saved/new", [("q", "激光"), ("f", "kind:invention")])
      let form = try await centre.get(door).text
      #expect(form.contains("name=\"f\" value=\"kind:invention\"") && form.contains("激光"))
      let refused = try await centre.post(
        "/search/saved/new", [("name", "激光类"), ("q", "(激光"), ("f", "kind:invention"), ("watch", "yes")], from: door)
      #expect(refused.status == .unprocessableContent && refused.text.contains("name=\"f\" value=\"kind:invention\""))
      let kept = try await centre.post(
        "/search/saved/new", [("name", "激光类"), ("q", "激光"), ("f", "kind:invention"), ("watch", "yes")], from: door)
      #expect(kept.status == .seeOther)
      let list = try await centre.get("/search/saved").text
      #expect(list.contains("激光类") && list.contains("提醒中") && list.contains("f=kind%3Ainvention"))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `hands all hits over in four forms, with where they came from`() async throws {
    try await Self.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let expected = try Self.count("激光焊接")
      func file(_ ending: String) async throws -> [UInt8] {
        let answer = try await centre.get(Self.address("/search/export.\(ending)", [("q", "激光焊接")]))
        #expect(answer.status == .ok)
        return answer.bytes
      }
      let csv = String(decoding: try await file("csv"), as: UTF8.self).split(separator: "\r\n")
      #expect(csv.count == expected + 2 && csv.last == "共导出 \(expected) 件")
      #expect(csv[0].hasSuffix("来源,来源文件,导入编号,导入日,登记编号") && csv[1].contains("专利语料（JSON 行）"))
      let lines = String(decoding: try await file("jsonl"), as: UTF8.self).split(separator: "\n")
      let rows = try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
      #expect(rows.count == expected + 1 && rows.last?["documents"] as? Int == expected)
      #expect(((rows[0]["origins"] as? [[String: Any]])?.first?["source"] as? String) == "corpus-jsonl")
      try await TestZone.inFolder { folder in
        for (ending, code) in [("xml", "wipo-st96"), ("xlsx", "")] {
          let path = folder + "/results.\(ending)"
          try Data(try await file(ending)).write(to: URL(fileURLWithPath: path))
          if ending == "xml" {
            let format = try FormatRecognition.recognise(path: path)
            var count = 0
            try format.read(path: path) { row in if case .record = row.outcome { count += 1 } }
            #expect(format.code == code && count == expected)
          } else {
            let reader = try XLSXReader(path: path)
            #expect(reader.sheets == ["检索结果", "说明"])
            var count = 0
            try reader.forEachRow(ofSheet: 0) { _, _ in count += 1 }
            #expect(count == expected + 1)
          }
        }
      }
    }
  }

  @Test func `leaves out what may not be given on, and says how many`() async throws {
    try await Self.with { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let expected = try Self.count("激光焊接")
      let refused = try await centre.post("/imports/terms", [("source", "corpus-jsonl"), ("change", "reserve")])
      #expect(refused.status == .unprocessableContent)
      let marked = try await centre.post(
        "/imports/terms", [("source", "corpus-jsonl"), ("change", "reserve"), ("reason", "合同第3条")])
      #expect(marked.status == .seeOther)
      let csv = try await centre.get(Self.address("/search/export.csv", [("q", "激光焊接")])).text
      #expect(csv.split(separator: "\r\n").count == 2)
      #expect(csv.contains("共导出 0 件；另有 \(expected) 件未导出"))
      #expect(try await centre.get("/imports/terms").text.contains("合同第3条"))
      #expect(try await zone.isIntact())
    }
  }
}
