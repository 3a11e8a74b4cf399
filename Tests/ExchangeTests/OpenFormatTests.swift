import Exchange
import Foundation
import Kernel
import Testing

private let publisher = OpenPublisher(
  zone: Phrase(zh: "示例试验区", en: "Sample Zone"), publisher: Phrase(zh: "示例单位", en: "Sample Office"),
  licence: "https://creativecommons.org/licenses/by/4.0/", origin: "https://ip.example.cn", isDemonstration: true)
/// 2026-11-22T04:00:00Z.
private let noon = Date(timeIntervalSince1970: 1_795_320_000)
private let dataset = OpenDataset(
  code: "institutions", title: Phrase(zh: "名录", en: "Directory"), description: Phrase(zh: "说明", en: "What it is"),
  keywords: [Phrase(zh: "机构", en: "institutions")], formats: OpenFormat.allCases, modified: noon, rows: 2,
  columns: [OpenColumn("code", Phrase(zh: "代码", en: "Code"))])

@Suite struct `The catalogue` {
  /// Of DCAT-AP 3.0, what must be there.
  private let catalogue: OpenValue = DataCatalogue(publisher, datasets: [dataset], issued: noon).jsonLD

  @Test func `has the members that DCAT-AP asks for`() throws {
    for member in ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"] {
      #expect(catalogue[member] != nil, "\(member)")
    }
    #expect(catalogue["@type"] == "dcat:Catalog")
    #expect(catalogue["dct:publisher"]?["foaf:name"] != nil)
    let found = try #require(catalogue["dcat:dataset"]?.items.first)
    #expect(found["@type"] == "dcat:Dataset")
    for member in ["dct:title", "dct:description", "dcat:distribution"] { #expect(found[member] != nil, "\(member)") }
    let files = try #require(found["dcat:distribution"]?.items)
    #expect(
      files.map { $0["dcat:accessURL"]?["@id"]?.string } == [
        "https://ip.example.cn/open/institutions.csv", "https://ip.example.cn/open/institutions.json",
        "https://ip.example.cn/open/institutions.xlsx",
      ])
    #expect(files.allSatisfy { $0["dct:license"]?["@id"] == "https://creativecommons.org/licenses/by/4.0/" })
  }

  @Test func `declares every prefix that it uses`() throws {
    guard case .object(let declared)? = catalogue["@context"] else {
      Issue.record("no context")
      return
    }
    let used = Set(
      catalogue.json.matches(of: /"([a-z]+):[A-Za-z]+"/).map { String($0.1) }.filter {
        !["http", "https"].contains($0)
      })
    #expect(used.isSubset(of: Set(declared.map(\.name))))
    #expect(used == ["dcat", "dct", "foaf", "xsd"])
  }

  @Test func `is JSON and carries the mark of invented data`() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(catalogue.json.utf8)) as? [String: Any]
    let titles = try #require(parsed?["dct:title"] as? [[String: String]])
    #expect(titles.first?["@value"] == "【示例数据】示例试验区开放数据")
    let modified = parsed?["dct:modified"] as? [String: String]
    #expect(modified?["@value"] == "2026-11-22T04:00:00Z")
  }
}

@Suite struct `The feed` {
  private let feed = AtomFeed(
    address: "https://ip.example.cn/open/feed.atom", title: Phrase(zh: "动态", en: "News"),
    author: Phrase(zh: "示例单位", en: "Sample Office"), page: "https://ip.example.cn/open",
    entries: [
      AtomFeed.Entry(
        address: "https://ip.example.cn/a?b=1&c=2", title: "甲 <乙> \u{1}", summary: "说明", updated: noon - 60,
        dataset: "institutions"),
      AtomFeed.Entry(
        address: "https://ip.example.cn/b", title: "丙", summary: "", updated: noon, dataset: "figures"),
    ],
    removals: [AtomFeed.Removal(address: "https://ip.example.cn/c", when: noon + 60)], begun: noon)

  @Test func `has what RFC 4287 asks for, newest first`() {
    let text = feed.xml(in: .zh)
    let (head, entries) = parts(text)
    for member in ["id", "title", "updated", "name"] { #expect(texts(of: member, in: head).count == 1, "\(member)") }
    #expect(head.contains("<link rel=\"self\"") && head.contains("xmlns=\"http://www.w3.org/2005/Atom\""))
    for member in ["id", "title", "updated"] {
      #expect(entries.map { texts(of: member, in: $0).count } == [1, 1], "\(member)")
    }
    #expect(texts(of: "updated", in: head) == ["2026-11-22T04:01:00Z"])
    #expect(entries.flatMap { texts(of: "title", in: $0) } == ["丙", "甲 &lt;乙&gt; "])
    #expect(
      entries.flatMap { texts(of: "id", in: $0) } == [
        "https://ip.example.cn/b", "https://ip.example.cn/a?b=1&amp;c=2",
      ])
    #expect(text.contains("<at:deleted-entry ref=\"https://ip.example.cn/c\" when=\"2026-11-22T04:01:00Z\"/>"))
  }

  /// What stands before the entries, and each entry.
  private func parts(_ text: String) -> (head: String, entries: [String]) {
    let parts = text.components(separatedBy: "<entry>")
    return (parts[0], Array(parts.dropFirst()))
  }

  private func texts(of element: String, in text: String) -> [String] {
    text.components(separatedBy: "<\(element)>").dropFirst().map {
      $0.components(separatedBy: "</\(element)>")[0]
    }
  }

  @Test func `that is empty was last changed when the zone was made`() {
    let empty = AtomFeed(
      address: "a", title: Phrase(zh: "", en: ""), author: Phrase(zh: "", en: ""), page: "b", entries: [],
      removals: [], begun: noon)
    #expect(empty.xml(in: .en).contains("<updated>2026-11-22T04:00:00Z</updated>"))
  }
}

@Suite struct `Figures for DHIS2` {
  @Test func `are a data value set by codes`() throws {
    let days = try ["2026-10-31", "2026-02-28", "2026-10-30"].map { try #require(Day($0)) }
    let values = DataValueSet(
      unit: "JN-IP",
      values: days.map { DataValueSet.Value(code: "A01", cutoff: $0, value: "102", comment: "A01@\($0)#1") })
    let parsed = try JSONSerialization.jsonObject(with: Data(values.json.json.utf8)) as? [String: Any]
    #expect(parsed?["dataElementIdScheme"] as? String == "CODE" && parsed?["orgUnitIdScheme"] as? String == "CODE")
    let rows = try #require(parsed?["dataValues"] as? [[String: String]])
    #expect(rows.map { $0["period"] } == ["202610", "202602", "20261030"])
    #expect(
      rows[0] == [
        "dataElement": "A01", "period": "202610", "orgUnit": "JN-IP", "value": "102", "comment": "A01@2026-10-31#1",
      ])
  }
}

@Suite struct `An open table` {
  @Test func `says what is missing by null and never by 0`() throws {
    let table = OpenTable(
      columns: [OpenColumn("a", Phrase(zh: "甲", en: "A")), OpenColumn("b", Phrase(zh: "乙", en: "B"))],
      rows: [[.text("\"x\"\n\u{2}"), .missing], [.number("12.50"), .flag(true)]])
    let parsed = try JSONSerialization.jsonObject(with: Data(table.json.json.utf8)) as? [[String: Any]]
    #expect(parsed?[0]["a"] as? String == "\"x\"\n\u{2}" && parsed?[0]["b"] is NSNull)
    #expect(table.json.json.contains("\"a\": 12.50") && parsed?[1]["b"] as? Bool == true)
  }
}
