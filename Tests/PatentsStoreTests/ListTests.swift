import Fixtures
import Foundation
import Kernel
import Parties
import PartiesStore
import Patents
import PatentsStore
import Testing

@Suite struct `The list of patents` {
  private static let titles = ["100%纯度", "100克", "a_b", "axb", "惊叹!", "惊叹", "Laser", "LASER焊接", "它's"]

  /// Patents of few days, kinds and provinces, so that pages end amid equal ones; two have no day.
  private static let lines = (0..<60).map { number in
    let day = number % 30 == 7 ? "" : ",\"publication_date\":\"20\(18 + number % 3)-0\(1 + number % 2)-15\""
    return line(
      number, title: titles[number % titles.count], applicants: ["公司\(number % 4)", "公司\(number % 5)"],
      """
      "kind":"\(["A", "B", "U", "S"][number % 4])","province":"\(["江苏", "浙江"][number % 2])",\
      "ipc":["\(["G06F16/90", "B23K26/21", "H04L9/00"][number % 3])"]\(day)
      """)
  }

  private func all(_ filter: PatentFilter, limit: Int, in zone: PatentZone) async throws -> [Patent] {
    var found: [Patent] = []
    var cursor: PatentCursor?
    repeat {
      let page = try await zone.desk.page(filter, after: cursor, limit: limit, by: zone.clerk)
      #expect(page.patents.count <= limit)
      found += page.patents
      cursor = page.next.flatMap { PatentCursor($0.text) }
    } while cursor != nil && found.count < 1_000
    return found
  }

  @Test(arguments: DatabaseKind.all)
  func `is complete and without repetition under every filter`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 25) { zone in
      try await zone.bring(try zone.write(Self.lines))
      let scan = try await all(PatentFilter(), limit: 1_000, in: zone)
      #expect(scan.count == 60)
      let order = scan.map { ($0.facts.sortDay, $0.id.number) }
      #expect(zip(order, order.dropFirst()).allSatisfy { $0.0 > $0.1 })
      let party = try #require(try await zone.parties.page(by: zone.clerk).first { $0.name == "公司2" })
      let filters: [(PatentFilter, (Patent) -> Bool)] = [
        (PatentFilter(), { _ in true }), (PatentFilter(kind: "design"), { $0.facts[.kind] == "design" }),
        (PatentFilter(year: 2019), { $0.facts.sortDay.hasPrefix("2019-") }),
        (PatentFilter(section: "G"), { $0.facts[.ipc]?.first == "G" }),
        (PatentFilter(province: "浙江"), { $0.facts[.province] == "浙江" }),
        (PatentFilter(applicant: party.id), { $0.facts.list(.applicants).contains("公司2") }),
        (PatentFilter(text: "焊接"), { $0.facts[.title]?.contains("焊接") == true }),
        (
          PatentFilter(kind: "invention", year: 2018, section: "G", province: "江苏", applicant: party.id, text: "a"),
          { patent in
            patent.facts[.kind] == "invention" && patent.facts.sortDay.hasPrefix("2018-")
              && patent.facts[.ipc]?.first == "G" && patent.facts[.province] == "江苏"
              && patent.facts.list(.applicants).contains("公司2")
              && patent.facts[.title]?.lowercased().contains("a") == true
          }
        ),
      ]
      for (filter, meets) in filters {
        let expected = scan.filter(meets)
        for limit in [1, 7, 60] {
          #expect(try await all(filter, limit: limit, in: zone).map(\.id) == expected.map(\.id), "\(filter)")
        }
        #expect(try await zone.desk.page(filter, limit: 1, by: zone.clerk).count == expected.count)
      }
    }
  }

  private static let searches: [(text: String, titles: [String])] = [
    ("100%", ["100%纯度"]), ("%", ["100%纯度"]), ("a_b", ["a_b"]), ("_", ["a_b"]), ("!", ["惊叹!"]), ("叹", ["惊叹", "惊叹!"]),
    ("laser", ["LASER焊接", "Laser"]), ("'", ["它's"]), ("\\", []),
  ]

  @Test(arguments: DatabaseKind.all)
  func `takes the wildcards of a search by their letter`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write(Self.titles.enumerated().map { line($0, title: $1) }))
      for (text, titles) in Self.searches {
        let found = try await zone.desk.page(PatentFilter(text: text), by: zone.clerk).patents
        #expect(Set(found.compactMap { $0.facts[.title] }) == Set(titles), "\(text)")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `finds a document by any writing of its numbers`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write([line(1, "\"application_number\":\"201710601862.3\""), line(2)]))
      for text in ["CN110000001A", "cn-110000001-a", "201710601862.3", "2017106018623", "ZL201710601862.3"] {
        let found = try await zone.desk.page(PatentFilter(text: text), by: zone.clerk).patents
        #expect(found.map(\.identity.text) == ["P:CN110000001A"], "\(text)")
      }
    }
  }

  private static let described = [
    line(1, title: "风电齿轮箱的润滑装置", applicants: ["深圳方舟科技有限公司", "ACME Corp."], "\"kind\":\"A\""),
    line(2, title: "风电叶片", applicants: ["南京大学"], "\"kind\":\"B\",\"publication_date\":\"2020-02-02\""),
    line(3, title: "润滑油2020", applicants: ["深圳方舟科技有限公司"], "\"kind\":\"B\""),
    "{\"publication_number\":\"US6859910B2\",\"title\":\"Transactional tunneling\",\"office\":\"US\"}",
    "{\"publication_number\":\"CN199000297B\",\"title\":\"老专利\",\"application_number\":\"201710601862.3\"}",
  ]

  @Test(arguments: DatabaseKind.all)
  func `finds what has all words in title and applicants, and numbers in loose writing`(
    _ kind: DatabaseKind
  ) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write(Self.described))
      let (gear, blade, oil) = ("P:CN110000001A", "P:CN110000002A", "P:CN110000003A")
      let (us, old) = ("P:US6859910B2", "P:CN199000297B")
      let searches: [(String, [String])] = [
        ("深圳方舟", [gear, oil]), ("方舟 润滑", [gear, oil]), ("风电 润滑", [gear]), ("润滑　风电", [gear]), ("acme 风电", [gear]),
        ("ＡＣＭＥ", [gear]), ("风电 南京大学", [blade]), ("风电 海洋", []), ("司acme", []), ("tunneling", [us]), ("199000297", [old]),
        ("CN199000297", [old]), ("cn 199000297 b", [old]), ("US6859910", [us]), ("US06859910", [us]),
        ("us 6,859,910", [us]),
        ("US06859910B2", [us]), ("6859910", [us]), ("US6859910A1", []), ("CN6859910", []), ("201710601862", [old]),
        ("ZL201710601862", [old]), ("ZL 2017 1 0601862.3", [old]), ("11000000", [gear, blade, oil]), ("2020", [oil]),
        ("b2", []), (" ", [gear, blade, oil, us, old]),
      ]
      for (text, expected) in searches {
        let words = text.trimmingCharacters(in: .whitespaces)
        let found = try await all(PatentFilter(text: words.isEmpty ? nil : words), limit: 2, in: zone)
        #expect(Set(found.map(\.identity.text)) == Set(expected), "\(text)")
        #expect(found.count == expected.count, "\(text)")
      }
      let combined = PatentFilter(kind: "invention", text: "润滑 方舟")
      #expect(try await all(combined, limit: 1, in: zone).count == 2)
      #expect(try await all(PatentFilter(year: 2020, text: "风电"), limit: 1, in: zone).map(\.identity.text) == [blade])
      #expect(try await all(PatentFilter(year: 2019, text: "US6859910B2"), limit: 1, in: zone).isEmpty)
      #expect(try await all(PatentFilter(year: .max), limit: 1, in: zone).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `follows the merging and un-merging of applicants`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write((0..<9).map { line($0, applicants: [["甲公司", "乙公司", "丙公司"][$0 % 3]]) }))
      func party(_ name: String) async throws -> Party {
        try #require(try await zone.parties.page(containing: name, by: zone.clerk).first { $0.name == name })
      }
      let (a, b, c) = (try await party("甲公司"), try await party("乙公司"), try await party("丙公司"))
      func held() async throws -> [Int] {
        var found: [Int] = []
        for id in [a.id, b.id, c.id] {
          found.append(try await all(PatentFilter(applicant: id), limit: 2, in: zone).count)
        }
        return found
      }
      try await zone.parties.merge(a.id, into: b.id, because: "更名", seen: a.revision, by: zone.clerk)
      #expect(try await held() == [0, 6, 3])
      try await zone.parties.merge(b.id, into: c.id, because: "合并", seen: b.revision, by: zone.clerk)
      #expect(try await held() == [0, 0, 9])
      let merged = try await zone.parties.find(b.id, by: zone.clerk).party
      try await zone.parties.unmerge(b.id, because: "拆分", seen: merged.revision, by: zone.clerk)
      #expect(try await held() == [0, 6, 3])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `offers what there is to filter by`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let empty = try await zone.desk.facets(by: zone.clerk)
      #expect(empty.kinds.isEmpty && empty.years == nil && empty.total == 0)
      try await zone.bring(try zone.write(Self.lines))
      let facets = try await zone.desk.facets(by: zone.clerk)
      #expect(Set(facets.kinds) == ["design", "invention", "utilityModel"])
      #expect(facets.sections == ["B", "G", "H"])
      #expect(Set(facets.provinces) == ["江苏", "浙江"])
      #expect(facets.years == 2018...2020)
      #expect(facets.total == 60)
    }
  }
}
