import Access
import Evidence
import Figures
import FiguresStore
import FiguresWeb
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import Markup
import PortalFixtures
import Testing
import Web

/// A browser in a portal that has nothing but figures, at noon of 2026-11-22.
private func client(_ zone: FigureZone, _ permissions: Set<Permission>) -> PortalClient {
  var routes = Routes()
  let links = FigureLinks(
    record: { _, table, id in table == "test_services" ? Link("/services/\(id)") : nil },
    kind: { $0 == "test_services" ? Phrase(zh: "服务", en: "Service") : nil })
  addFiguresDoors(to: &routes, desk: zone.desk, world: zone.world, links: links)
  let keeper = SessionKeeper(visitor: .visitor(permissions), resolve: { _ in nil }, resolveToken: { _ in nil })
  var site = Site()
  site.isDemonstration = zone.isDemonstration
  let portal = Portal(
    site: site, keeper: keeper, world: zone.world, assets: Assets([:]), secret: Array(repeating: 7, count: 32))
  return PortalClient(portal, routes: routes)
}

private let everything: Set<Permission> = [
  .readFigures, .observeFigures, .freezeFigures, .publishFigures, .setRulings, .importSeries,
]

@Suite struct `The pages of the figures` {
  private func served(_ work: (FigureZone) async throws -> Void) async throws {
    try await FigureZone.with(.memory) { zone in
      try await zone.serve([
        Service(client: "甲公司"), Service(client: "甲公司"), Service(client: "乙公司", base: "高新园"),
        Service(client: "丁公司", grade: .g4), Service(client: "丙公司", day: "2026-11-02"),
      ])
      try await zone.list(56, withdrawn: 46)
      try await work(zone)
    }
  }

  @Test func `tell everybody how each target stands, in both languages`() async throws {
    try await served { zone in
      let visitor = client(zone, [.readFigures])
      let page = try await visitor.get("/figures?at=2026-10-31").text
      #expect(page.contains("82.14") && page.contains("无对比数据") && page.contains("尚无数据"))
      #expect(page.contains("超过 2 家") && page.contains("还差 1"))
      #expect(page.contains("<svg class=\"spark\""))
      let english = try await visitor.get("/en/figures?at=2026-10-31").text
      #expect(english.contains("No comparator") && english.contains("more than 2 firms"))
      // Who was counted is not for everybody.
      for path in ["/figures", "/figures/A01", "/figures/table"] {
        let text = try await visitor.get(path).text
        #expect(!text.contains("甲公司"), "\(path)")
      }
      #expect(try await visitor.get("/figures/A01/rows").status == .seeOther)
      #expect(try await visitor.get("/figures/board").status == .seeOther)
    }
  }

  @Test func `open a value into its records, and what was only declared apart`() async throws {
    try await served { zone in
      let staff = client(zone, everything)
      let page = try await staff.get("/figures/A01/rows?at=2026-10-31").text
      #expect(page.contains("3 条记录，去重后 2 个，即数值 2"))
      #expect(page.contains("/services/1") && page.contains("/services/3") && !page.contains("/services/4"))
      let declared = try await staff.get("/figures/A01/rows?at=2026-10-31&standing=declared").text
      #expect(declared.contains("/services/4") && !declared.contains("/services/1\""))
      let file = try await staff.get("/figures/A01/rows/csv?at=2026-10-31").text
      #expect(file.split(separator: "\r\n").count == 5)
      #expect(file.contains("申报未计入,now,丁公司"))
    }
  }

  @Test func `link every number to the rows that it counts, for those who may see them`() async throws {
    try await served { zone in
      let (staff, visitor) = (client(zone, everything), client(zone, [.readFigures]))
      // 甲公司 twice at the centre, 乙公司 once in the park, 丁公司 declared only: 2 counted, 1 in each, 3 rows.
      let page = try await staff.get("/figures/A01?at=2026-10-31").text
      let expected = [
        ("base=%E4%B8%AD%E5%BF%83", "2 条记录，去重后 1 个，即数值 1"),
        ("base=%E9%AB%98%E6%96%B0%E5%9B%AD", "1 条记录，去重后 1 个，即数值 1"), ("grade=G2", "3 条记录，去重后 2 个，即数值 2"),
      ]
      for (query, words) in expected {
        #expect(page.contains("/figures/A01/rows?at=2026-10-31&amp;\(query)\""), "\(query)")
        #expect(try await staff.get("/figures/A01/rows?at=2026-10-31&\(query)").text.contains(words), "\(query)")
      }
      #expect(page.contains("/figures/A01/rows?at=2026-10-31&amp;standing=declared&amp;grade=G4\""))
      #expect(page.contains("/figures/A01/rows?at=2026-03-31\""))
      #expect(try await staff.get("/figures/A01/rows?at=2026-03-31").text.contains("3 条记录，去重后 2 个，即数值 2"))
      let park = try await staff.get("/figures/A01/rows?at=2026-10-31&base=%E9%AB%98%E6%96%B0%E5%9B%AD").text
      #expect(park.contains("/services/3") && !park.contains("/services/1\"") && park.contains("查看全部记录"))
      for path in ["/figures", "/figures/table", "/figures/board"] {
        let text = try await staff.get("\(path)?at=2026-10-31").text
        #expect(text.contains("/figures/A0\(path.hasSuffix("board") ? 1 : 2)/rows?at=2026-10-31\""), "\(path)")
      }
      for path in ["/figures", "/figures/table", "/figures/A01"] {
        #expect(try await !visitor.get("\(path)?at=2026-10-31").text.contains("/rows?"), "\(path)")
      }
    }
  }

  @Test func `open each count of figures into those that it counts`() async throws {
    try await served { zone in
      let visitor = client(zone, [.readFigures])
      let page = try await visitor.get("/figures?at=2026-10-31").text
      // A02 has its 3.00; A01 has 2 of more than 2; A07 and B03 have no comparator; E01 has no records.
      for (show, codes) in [
        ("attained", ["A02"]), ("no-comparator", ["A07", "B03"]), ("missing", ["E01"]),
        ("targeted", ["A01", "A02", "A07", "B03", "E01"]), ("unmet", ["A01"]),
      ] {
        #expect(page.contains("/figures/table?at=2026-10-31&amp;show=\(show)\""), "\(show)")
        let table = try await visitor.get("/figures/table?at=2026-10-31&show=\(show)").text
        let shown = ["A01", "A02", "A07", "B03", "C01", "E01"].filter { table.contains("<code>\($0)</code>") }
        #expect(shown == codes, "\(show)")
      }
    }
  }

  @Test func `freeze a figure, note what changed, and publish it`() async throws {
    try await served { zone in
      let staff = client(zone, everything)
      let refused = try await staff.post("/figures/A01/freeze", [("cutoff", "2026-11-22"), ("reason", "")])
      #expect(refused.status == .unprocessableContent && refused.text.contains("请写明理由"))
      let sent = try await staff.post("/figures/A01/freeze", [("cutoff", "2026-10-31"), ("reason", "季报")])
      let path = try #require(sent.headers[.location])
      #expect(try await staff.get(path).text.contains("定稿以来，清单中的记录没有变化"))
      try await zone.change(3, to: Service(client: "乙公司", stage: "withdrawn"))
      let noted = try await staff.get(path).text
      #expect(noted.contains("定稿以来有 1 条记录变更或撤除；按今天的记录，同一截止日为 1"))
      let visitor = client(zone, [.readFigures])
      #expect(try await visitor.get(path).status == .notFound)
      let published = try await staff.post("\(path)/publish", [("reason", "公布")])
      #expect(published.status == .seeOther)
      let open = try await visitor.get(path)
      #expect(open.status == .ok && open.text.contains("SHA-256") && !open.text.contains("/services/"))
      #expect(try await visitor.get("/figures/A01").text.contains(path))
      #expect(try await visitor.get("/en" + path).text.contains("1 record was changed or removed since"))
    }
  }

  @Test func `choose a reading with a reason, and count by it`() async throws {
    try await served { zone in
      let staff = client(zone, everything)
      let sent = try await staff.post(
        "/figures/rulings/AMB-03", [("option", "centre"), ("reason", "会议纪要"), ("revision", "0")])
      #expect(sent.status == .seeOther)
      #expect(try await staff.get("/figures/rulings").text.contains("会议纪要"))
      #expect(try await staff.get("/figures/C01?at=2026-10-31").text.contains("<strong>中心</strong>"))
      let late = try await staff.post(
        "/figures/rulings/AMB-03", [("option", "all"), ("reason", "改回"), ("revision", "0")])
      #expect(late.status == .conflict)
    }
  }

  @Test func `take a comparator in, and hold the figure against it`() async throws {
    try await served { zone in
      let staff = client(zone, everything)
      let wrong = try await staff.post(
        "/series/new",
        [
          ("series", "rate.province"), ("period", "十月"), ("value", "八成"), ("standing", "final"), ("source", "省局通报"),
          ("published", "2026-11-10"),
        ])
      #expect(wrong.status == .unprocessableContent && wrong.text.contains("数值应为十进制数"))
      let sent = try await staff.post(
        "/series/new",
        [
          ("series", "rate.province"), ("period", "2026-10-31"), ("value", "88.3"), ("standing", "final"),
          ("source", "省局通报"), ("published", "2026-11-10"),
        ])
      #expect(sent.status == .seeOther)
      #expect(try await staff.get("/figures/A07?at=2026-10-31").text.contains("低于对比值"))
      #expect(try await staff.get("/figures/A07?at=2026-10-30").text.contains("查看有对比值的 2026-10-31"))
      let csv = "序列,期间,数值,性质,来源,发布日期\nrate.province,2026,90,初步,省局,2026-11-10\nx,2026,90,初步,省局,2026-11-10\n"
      let imported = try await staff.upload("/series/import", [], file: ("file", "a.csv", Array(csv.utf8)))
      let result = try await staff.get(try #require(imported.headers[.location])).text
      #expect(result.contains("新录入 1 个") && result.contains("没有这个序列"))
    }
  }

  @Test func `give the same table twice, byte by byte`() async throws {
    try await served { zone in
      let visitor = client(zone, [.readFigures])
      let first = try await visitor.get("/figures/table/csv?at=2026-10-31").bytes
      #expect(try await visitor.get("/figures/table/csv?at=2026-10-31").bytes == first)
      #expect(try await visitor.get("/api/v1/figures?at=2026-10-31").text.contains("\"value\":\"82.14\""))
    }
  }

  @Test func `show staff what to chase, the largest gap first`() async throws {
    try await served { zone in
      let page = try await client(zone, everything).get("/figures/board?at=2026-10-31").text
      // A01 lacks 1 of 2 and a bit; A02 has all; A07 has no comparator; E01 has no records.
      #expect(page.contains("id=\"chase\"") && page.contains("id=\"missing\""))
      #expect(page.contains("2026-03-01"))
    }
  }

  @Test(arguments: ["/figures?at=x", "/figures?at=9999-12-31", "/figures/A01?at=0001-01-01"])
  func `refuse a day that is none`(_ path: String) async throws {
    try await served { zone in
      let answer = try await client(zone, everything).get(path)
      #expect(answer.status == .unprocessableContent)
    }
  }

  @Test(arguments: ["/figures/A99", "/figures/x", "/series/x", "/figures/A01/frozen/0000000000007"])
  func `know nothing of what is not there`(_ path: String) async throws {
    try await served { zone in
      let answer = try await client(zone, everything).get(path)
      #expect(answer.status == .notFound)
    }
  }

  @Test func `are whole where no figure is declared yet`() async throws {
    try await FigureZone.with(.memory) { zone in
      var empty = zone
      empty.book = FigureBook([])
      let staff = client(empty, everything)
      for path in ["/figures", "/figures/board", "/figures/table", "/figures/rulings", "/series", "/figures/table/csv"]
      {
        let answer = try await staff.get(path)
        #expect(answer.status == .ok, "\(path)")
      }
    }
  }
}
