import Access
import Assembly
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import PortalFixtures
import Premises
import PremisesStore
import Testing
import Web

@Suite struct `The pages of the premises` {
  @Test func `are empty until the centre sets up the three sites`() async throws {
    try await TestZone.with { zone in
      #expect(try await zone.visitor().get("/premises").text.contains("空间布局尚未建立"))
      let centre = try await zone.signedIn(.centreStaff)
      #expect(try await centre.get("/premises").text.contains("action=\"/premises/establish\""))
      #expect(try await centre.post("/premises/establish", [], from: "/premises").status == .seeOther)
      for (prefix, words) in [("", "生命科技小镇基地"), ("/en", "Life Science Town base")] {
        let map = try await zone.visitor().get(prefix + "/premises")
        #expect(map.text.contains(words) && map.text.contains("<svg class=\"plan\""))
      }
      #expect(try await centre.post("/premises/establish", [], from: "/account/profile").status == .conflict)
      // A floor and a room by their forms.
      let book = try await zone.zone.premises.book(by: zone.zone.console)
      let site = "/premises/sites/\(book.sites[0].id)"
      #expect(try await centre.post("\(site)/buildings/new", [("name", "A座")]).status == .seeOther)
      let building = try #require(try await zone.zone.premises.book(by: zone.zone.console).buildings.first)
      let floor = try await centre.post(
        "/premises/buildings/\(building.id)/floors/new",
        [("number", "3"), ("gross", "120"), ("usable", "100.5"), ("outline", "0,0 120,0 120,100 0,100")])
      let plan = try #require(floor.headers[.location])
      let room = [
        ("number", "301"), ("area", "80"), ("use", "office"), ("outline", "0,0 60,0 60,45 0,45"),
        ("first", "2026-01-01"),
      ]
      #expect(try await centre.post("\(plan)/rooms/new", room).status == .seeOther)
      // 100.50 − 80.00.
      for (path, words) in [(plan, "少 20.50 平方米"), ("/en" + plan, "20.50 m² short")] {
        #expect(try await zone.visitor().get(path).text.contains(words))
      }
      let large = try await centre.post(
        "\(plan)/rooms/new",
        room.map { $0.0 == "area" ? ("area", "100.51") : $0.0 == "number" ? ("number", "302") : $0 })
      #expect(large.status == .unprocessableContent && large.text.contains("本层使用面积 100.50 平方米"))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `let a tenant in and out, and say who is in the way`() async throws {
    try await TestZone.with { zone in
      let places = try await SamplePremises(zone)
      let centre = try await zone.signedIn(.centreStaff)
      let form = "/premises/rooms/\(places.vacant.id)/move-in"
      let fields = [
        ("tenant", "91320115MA1X000027"), ("tenant-name", "丙公司（示例）"), ("first", "2026-11-22"), ("last", ""),
        ("contract", "合同丙"), ("decision", "决定丙"), ("matter", ""), ("late-reason", "期初补录"),
      ]
      #expect(try await zone.signedIn(.baseManager).get(form).status == .forbidden)
      #expect(try await centre.get(form).text.contains("href=\"/guide/move-in\""))
      let undecided = try await centre.post(form, fields.map { $0.0 == "late-reason" ? ($0.0, "") : $0 })
      #expect(undecided.text.contains("id=\"f-matter-error\""))
      #expect(try await centre.post(form, fields).status == .seeOther)
      let again = try await centre.post(form, fields)
      #expect(again.status == .conflict || again.status == .unprocessableContent)
      #expect(again.text.contains("由丙公司（示例）使用") && again.text.contains("value=\"合同丙\""))
      let late = try await centre.post(
        "/premises/rooms/\(places.other.id)/move-in",
        fields.map { $0.0 == "first" ? ("first", "2026-11-21") : $0.0 == "late-reason" ? ($0.0, "") : $0 })
      #expect(late.text.contains("id=\"f-late-reason-error\""))

      let room = "/premises/rooms/\(places.vacant.id)"
      #expect(try await centre.get(room).text.contains("合同丙"))
      let open = try await zone.visitor().get(room)
      #expect(open.text.contains("丙公司（示例）") && !open.text.contains("合同丙") && !open.text.contains("决定丙"))
      let stay = try #require(
        try await zone.zone.premises.book(by: zone.zone.console).occupant(
          of: places.vacant.id, on: Day(number: 20_779)))
      let out = "/premises/occupancies/\(stay.id)/move-out"
      let seen = try #require(try await centre.get(out).hiddenValue("revision"))
      let left = try await centre.post(
        out,
        [
          ("revision", seen), ("last", "2026-11-30"), ("reason", "own"), ("decision", "迁出丙"), ("dispute", "租金有争议"),
          ("matter", ""), ("late-reason", "月底补录"),
        ])
      #expect(left.status == .seeOther)
      let floor = "/premises/floors/\(places.vacant.floor)"
      #expect(try await zone.visitor().get("\(floor)?on=2026-11-30").text.contains("丙公司（示例）"))
      #expect(try await !zone.visitor().get("\(floor)?on=2026-12-01").text.contains("丙公司（示例）"))
      #expect(try await !zone.visitor().get(room).text.contains("租金有争议"))
      let history = try await centre.get("/journal/records/occupancies/\(stay.id)")
      #expect(history.status == .ok && history.text.contains("登记迁出"))
      #expect(try await zone.signedIn(.enterprise).get("/journal/records/occupancies/\(stay.id)").status == .forbidden)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `preview whom new criteria move before anybody confirms them`() async throws {
    try await TestZone.with { zone in
      _ = try await SamplePremises(zone)
      let centre = try await zone.signedIn(.centreStaff)
      let draft = "/premises/criteria/new?from=2026-12-01&mature-staff=40&mature-revenue=1000.5&growing-staff=10"
      let preview = try await centre.get(draft)
      #expect(preview.text.contains("变动预览：0 家") && preview.text.contains("name=\"mark\""))
      let wrong = try await centre.get("/premises/criteria/new?from=2026-12-01&mature-staff=5&growing-staff=10")
      #expect(wrong.text.contains("成长期的从业人员门槛不能高于成熟期") && !wrong.text.contains("name=\"mark\""))
      let mark = try #require(preview.hiddenValue("mark"))
      let fields = [
        ("from", "2026-12-01"), ("mature-staff", "40"), ("mature-revenue", "1000.5"), ("growing-staff", "10"),
        ("adopted-by", "中心"), ("document", "分期标准第二版"),
      ]
      let stale = try await centre.post(draft, fields + [("mark", "0")])
      #expect(stale.status == .conflict && stale.text.contains("预览之后机构数据或标准有变"))
      let adopted = try await centre.post(draft, fields + [("mark", mark)])
      let page = try #require(adopted.headers[.location])
      for (prefix, words) in [("", "知识产权服务收入≥1000.50 万元"), ("/en", "Revenue from IP services ≥ ¥ 10,005,000.00")] {
        let shown = try await zone.visitor().get(prefix + page)
        #expect(shown.text.contains(words), "\(prefix)")
      }
      #expect(try await zone.signedIn(.baseManager).get("/premises/criteria/new").status == .forbidden)
    }
  }

  @Test func `serve programs: a move-in, a refusal and a move-out`() async throws {
    try await TestZone.with { zone in
      let places = try await SamplePremises(zone)
      let centre = PortalClient(zone.responder, token: try await token(zone, .centreStaff))
      let json: HTTPFields = [.contentType: "application/json"]
      let body = """
        {"room":"\(places.vacant.id)","tenant":"91320115MA1X000027","tenantName":"丙公司","first":"2026-12-01",
        "contract":"合同丙","decision":"决定丙","lateReason":"期初补录"}
        """
      let path = "/api/v1/premises/occupancies"
      let made = try await centre.send(.post, path, json, [Array(body.utf8)])
      #expect(made.status == .created)
      let id = try #require(try Sent(made.bytes)["id"]?.text)
      try expectProblem(try await centre.send(.post, path, json, [Array(body.utf8)]), 409, path)
      let out = #"{"last":"2026-12-31","reason":"expired","decision":"迁出丙","lateReason":"期末补录"}"#
      let left = try await centre.send(.post, "\(path)/\(id)/departure", json, [Array(out.utf8)])
      #expect(left.status == .ok)
      #expect(try Sent(left.bytes)["last"]?.text == "2026-12-31")
      let read = try Sent(try await zone.visitor().get("\(path)?tenant=91320115MA1X000027&limit=200").bytes)
      let shown = try #require(read["items"]?.items.first { $0["id"]?.text == id })
      #expect(shown["contract"]?.text == nil && shown["departure"]?.text == "expired")
      #expect(try await zone.isIntact())
    }
  }

  @Test func `give the ledger as a table that spreadsheets read`() async throws {
    try await TestZone.with { zone in
      let places = try await SamplePremises(zone)
      let file = try await zone.visitor().get("/premises/vacancy.csv?state=all&site=centre")
      #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
      let lines = file.text.components(separatedBy: "\r\n")
      let book = try await zone.zone.premises.book(by: zone.zone.console)
      let centre = try #require(book.sites.first { $0.code == .centre })
      // Heading and end.
      #expect(lines.count == book.vacancy(of: centre.id, on: Day(number: 20_779)).rooms + 2)
      #expect(lines.allSatisfy { $0.isEmpty || $0.components(separatedBy: ",").count == 12 })
      #expect(places.vacant.id != places.other.id)
    }
  }
}

/// Sample premises with one tenant, and two rooms of the centre in which nobody is.
struct SamplePremises {
  let vacant: Room
  let other: Room

  init(_ zone: TestZone) async throws {
    let tenant = PremisesSeed.Tenant(
      try SocialCreditCode("91350100M000100Y43"), "甲公司（示例）", from: Day(number: 20_000), site: .centre)
    try await PremisesSeed.demonstration(
      in: zone.zone.database, tenants: [tenant], world: zone.zone.world, by: zone.zone.console)
    let book = try await zone.zone.premises.book(by: zone.zone.console)
    let free = book.states(of: book.sites[0].id, on: Day(number: 20_779)).filter {
      $0.occupancy == nil && $0.room.use == .office
    }
    vacant = try #require(free.first).room
    other = try #require(free.last).room
  }
}
