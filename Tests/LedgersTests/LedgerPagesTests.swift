import Access
import Fixtures
import Foundation
import HTTPTypes
import Kernel
import Ledgers
import LedgersStore
import LedgersWeb
import PortalFixtures
import SQLiteDriver
import Storage
import Testing
import Web

/// A browser of `account` in a portal that has nothing but the three ledgers.
private func browser(_ zone: LedgerZone, _ account: Account) -> PortalClient {
  var routes = Routes()
  addLedgerDoors(to: &routes, desk: zone.desk, links: LedgerLinks())
  let keeper = SessionKeeper(visitor: account, resolve: { _ in nil }, resolveToken: { _ in account })
  let portal = Portal(
    site: Site(), keeper: keeper, world: .fixed(), assets: Assets([:]), secret: Array(repeating: 7, count: 32))
  return PortalClient(portal, routes: routes, token: account.standing == .visitor ? nil : "t")
}

private func withZone(_ work: (LedgerZone) async throws -> Void) async throws {
  try await LedgerZone.with(.memory, work)
}

private func firm(_ number: Int, _ more: [String: String] = [:]) -> [(String, String)] {
  let fields = [
    "code": creditCode(number), "name": "甲公司", "kind": "company", "founded": "2026-01-02", "revenue": "", "part": "",
    "open": "", "grade": "G4", "document": "",
  ].merging(more) { $1 }
  return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}

@Suite struct `The form of a record` {
  @Test func `marks every fault at once and keeps what was typed`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      let wrong = [
        "code": "9132", "name": "", "kind": "else", "founded": "22/11/2026", "revenue": "1,5", "part": "0.65",
        "area": "十",
        "people": "1.5", "open": "也许", "grade": "G9",
      ]
      for (prefix, words) in [("", "未提交，请更正以下内容"), ("/en", "Not submitted yet")] {
        let answer = try await client.post("\(prefix)/firms/new", firm(1, wrong))
        #expect(answer.status == .unprocessableContent && answer.text.contains(words))
        for field in wrong.keys {
          #expect(answer.text.contains("id=\"f-\(field)-error\""), "\(field)")
        }
        #expect(answer.text.contains("value=\"22/11/2026\"") && answer.text.contains("value=\"0.65\""))
      }
      #expect(try await zone.count(TestLedgers.firms) == 0)
    }
  }

  @Test func `adds, corrects with a reason and withdraws`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      #expect(try await client.get("/firms/new?name=%E4%B9%99").text.contains("value=\"乙\""))
      let added = try await client.post("/firms/new", firm(1, ["contact": "王小明", "services": "law"]))
      let page = try #require(added.headers[.location])
      let shown = try await client.get(page).text
      #expect(shown.contains("甲公司") && shown.contains("王**") && !shown.contains("王小明"))
      let form = try await client.get(page + "/correct").text
      #expect(!form.contains("王小明"))
      let revision = try #require(try await client.get(page + "/correct").hiddenValue("revision"))
      let groundless = try await client.post(
        page + "/correct", firm(1, ["name": "甲科技", "revision": revision, "correction-reason": ""]))
      #expect(groundless.status == .unprocessableContent)
      #expect(groundless.text.contains("id=\"f-correction-reason-error\""))
      let corrected = try await client.post(
        page + "/correct", firm(1, ["name": "甲科技", "revision": revision, "correction-reason": "更名"]))
      #expect(corrected.status == .seeOther)
      #expect(try await client.get(page).text.contains("甲科技"))
      // The personal value was left empty, and so stays.
      #expect(try await client.get(page).text.contains("王**"))
      let again = try await client.post("/firms/new", firm(1))
      #expect(again.status == .conflict && again.text.contains("href=\"\(page)\""))
      let looked = try await client.post(page + "/look", [("reason", "核对")])
      #expect(looked.status == .ok && looked.text.contains("王小明"))
      let seen = try #require(try await client.get(page + "/withdraw").hiddenValue("revision"))
      #expect(
        try await client.post(page + "/withdraw", [("revision", seen), ("reason", "重复")]).status == .seeOther)
      #expect(try await client.get(page).text.contains("已于 2026-11-22 撤回"))
      #expect(try await client.get("/firms").text.contains("还没有记录"))
      #expect(try await client.get("/firms?withdrawn=yes").text.contains("甲科技"))
      #expect(try await zone.isIntact())
    }
  }

  @Test func `of who files awaits approval, and opens to nobody else`() async throws {
    try await withZone { zone in
      for number in [1, 2] {
        try await zone.desk.add(zone.firm(number, "公司\(number)"), to: TestLedgers.firms, by: zone.keeper)
      }
      let own = browser(zone, try LedgerZone.filer(creditCode(1)))
      #expect(try await own.get("/hours/new").text.contains("value=\"\(creditCode(1))\""))
      let filed = try await own.post(
        "/hours/new",
        [
          ("firm", "公司1"), ("person", "A1234"), ("person_name", "张三"), ("hours", "8"), ("grade", "G3"),
          ("document", ""),
        ])
      let page = try #require(filed.headers[.location])
      #expect(try await own.get(page).text.contains("待审核"))
      #expect(try await own.get("/hours").text.contains("张*"))
      let other = browser(zone, try LedgerZone.filer(creditCode(2)))
      #expect(try await other.get(page).status == .notFound)
      #expect(try await other.get("/hours").text.contains("还没有记录"))
      #expect(try await browser(zone, zone.visitor).get("/hours").status != .ok)
      let centre = browser(zone, zone.keeper)
      #expect(try await centre.get("/hours?stage=filed").text.contains(page))
      let revision = try #require(try await centre.get(page).hiddenValue("revision"))
      #expect(try await centre.post(page + "/approve", [("revision", revision)], from: page).status == .seeOther)
      #expect(try await own.get(page).text.contains("已生效"))
      #expect(try await own.get(page + "/correct").status == .conflict)
    }
  }
}

@Suite struct `The pages of ledgers` {
  @Test func `lead nobody to a list that is closed to them`() async throws {
    try await withZone { zone in
      let firm = try await zone.desk.add(zone.firm(1, "甲公司"), to: TestLedgers.firms, by: zone.keeper)
      // They may file, yet act for nobody: the list is closed, the form explains.
      let filer = browser(zone, person("filer", [.fileHours, .readFirms], roles: [.institution]))
      #expect(try await filer.get("/hours").status == .forbidden)
      let form = try await filer.get("/hours/new")
      #expect(form.status == .ok && form.text.contains("<li>工时</li>") && !form.text.contains("href=\"/hours\""))
      #expect(
        try await browser(zone, zone.keeper).get("/hours/new").text.contains("<li><a href=\"/hours\">工时</a></li>"))
      #expect(try await filer.get("/firms/\(firm)").status == .ok)
    }
  }

  @Test func `lead from an organisation to what other ledgers hold about it`() async throws {
    try await withZone { zone in
      var pages: [String] = []
      for number in [1, 2] {
        let id = try await zone.desk.add(zone.firm(number, "公司\(number)"), to: TestLedgers.firms, by: zone.keeper)
        pages.append("/firms/\(id)")
        let own = browser(zone, try LedgerZone.filer(creditCode(number)))
        let filed = try await own.post(
          "/hours/new",
          [
            ("firm", "公司\(number)"), ("person", "A123\(number)"), ("person_name", "张三"), ("hours", "8"),
            ("grade", "G3"), ("document", ""),
          ])
        #expect(filed.status == .seeOther)
      }
      let centre = browser(zone, zone.keeper)
      let list = "/hours?of=\(creditCode(1))"
      #expect(try await centre.get(pages[0]).text.contains("<a href=\"\(list)\">全部 1 条</a>"))
      let shown = try await centre.get(list).text
      #expect(shown.contains("公司1") && !shown.contains("公司2"))
      #expect(try await !browser(zone, zone.visitor).get(pages[0]).text.contains("/hours"))
    }
  }
}

@Suite struct `A visitor of a ledger` {
  @Test func `sees no internal or personal value, and nothing that is not in force, wherever it stands`() async throws {
    try await withZone { zone in
      let secret = ["contact": "王小明", "note": "有纠纷未结"]
      let id = try await zone.desk.add(zone.firm(1, "甲公司", secret), to: TestLedgers.firms, by: zone.keeper)
      let gone = try await zone.desk.add(zone.firm(2, "乙公司", secret), to: TestLedgers.firms, by: zone.keeper)
      try await zone.desk.withdraw(
        gone, in: TestLedgers.firms, because: "误", seen: try await zone.find(gone, TestLedgers.firms).revision,
        by: zone.keeper)
      let client = browser(zone, zone.visitor)
      for path in [
        "/firms", "/en/firms", "/firms?withdrawn=yes&stage=filed&q=", "/firms/\(id)", "/en/firms/\(id)",
        "/firms/export.csv", "/firms/export.csv?withdrawn=yes", "/api/v1/test_firms?limit=10",
        "/api/v1/test_firms/\(id)", "/api/v1/test_firms?withdrawn=yes",
      ] {
        let answer = try await client.get(path)
        #expect(answer.status == .ok && answer.text.contains("甲公司"), "\(path)")
        for word in ["王小明", "王**", "有纠纷", "乙公司", "内部备注", "联系人", "\"note\"", "\"contact\""] {
          #expect(!answer.text.contains(word), "\(path) has \(word)")
        }
      }
      #expect(try await client.get("/firms/\(gone)").status == .notFound)
      #expect(try await client.get("/api/v1/test_firms/\(gone)").status == .notFound)
      for path in ["/firms/new", "/firms/import", "/firms/\(id)/correct", "/firms/\(id)/look", "/firms/template.csv"] {
        #expect(try await client.get(path).status != .ok, "\(path)")
      }
      #expect(try await client.get("/firms/export.csv?personal=yes").status != .ok)
    }
  }
}

@Suite struct `The import of a table` {
  private static let csv = """
    信用代码,名称,类型,成立日期,占比,备用
    \(creditCode(1)),甲公司,公司,2026-11-22,65%,x
    \(creditCode(2)),=乙公司,公司,11/22/2026,0.65,
    """

  @Test func `shows what would happen, then does it, and hands out what to change`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      let sent = try await client.upload(
        "/firms/import", [], file: ("file", "机构.csv", Array(Self.csv.utf8)))
      let trial = try #require(sent.headers[.location])
      let shown = try await client.get(trial)
      #expect(shown.text.contains("尚未写入") && shown.text.contains("11/22/2026") && shown.text.contains("备用"))
      #expect(try await zone.count(TestLedgers.firms) == 0)
      let done = try await client.post(trial, [])
      #expect(done.status == .ok && done.text.contains("新增 1 条"))
      #expect(try await zone.count(TestLedgers.firms) == 1)
      let report = try await client.get(String(trial.prefix { $0 != "?" }) + "/report.csv").text
      #expect(report.contains("3,成立日期,11/22/2026,") && report.contains("3,占比,0.65,"))
      // Somebody else does not come to it.
      let other = Account(
        id: .sample(10), standing: .person, name: "x", displayName: "x", roles: [],
        permissions: zone.keeper.permissions)
      #expect(try await browser(zone, other).get(trial).status == .notFound)
      #expect(try await zone.isIntact())
    }
  }

  @Test func `refuses a file that is no table, on the form`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      for (content, words) in [("%PDF-1.7 x", "表头"), ("名称,类型\n甲,公司\n", "缺少必填列"), ("", "请选择文件")] {
        let answer = try await client.upload("/firms/import", [], file: ("file", "a.csv", Array(content.utf8)))
        #expect(answer.status == .unprocessableContent && answer.text.contains(words), "\(content)")
      }
    }
  }

  @Test func `takes the template and the export as they were handed out`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      try await zone.desk.add(
        zone.firm(1, "甲公司", ["services": "law", "part": "12.5%", "revenue": "3"]), to: TestLedgers.firms,
        by: zone.keeper)
      for prefix in ["", "/en"] {
        let template = try await client.get(prefix + "/firms/template.csv").text
        #expect(try await refusals { _ = try table(Array(template.utf8)) } == ["ledger-table.no-rows"])
        let report = try await zone.take(try await client.get(prefix + "/firms/export.csv").text)
        #expect(counts(report) == [0, 0, 1, 0])
      }
    }
  }
}

@Suite struct `The endpoints of a ledger` {
  private func send(
    _ client: PortalClient, _ method: HTTPRequest.Method, _ path: String, _ json: String, _ headers: HTTPFields = [:]
  ) async throws -> PortalAnswer {
    var headers = headers
    headers[.contentType] = "application/json"
    return try await client.send(method, path, headers, [Array(json.utf8)])
  }

  @Test func `add, correct by revision and withdraw`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      let body = """
        {"code":"\(creditCode(1))","name":"甲公司","kind":"company","founded":"2026-01-02","revenue":12.5,
        "services":["law","agency"],"open":true,"people":12,"part":"65%","contact":"王小明"}
        """
      let added = try await send(client, .post, "/api/v1/test_firms", body)
      #expect(added.status == .created)
      let place = try #require(added.headers[.location])
      let shown = try await client.get(place)
      for part in [
        "\"revenue\":\"12.5\"", "\"services\":[\"agency\",\"law\"]", "\"open\":true", "\"people\":12",
        "\"part\":\"65%\"",
        "\"contact\":\"王**\"", "\"stage\":\"approved\"",
      ] { #expect(shown.text.contains(part), "\(part)") }
      let blind = try await send(client, .put, place, shown.text)
      #expect(blind.status == .badRequest && blind.text.contains("ledger.revision-missing"))
      let tag = try #require(shown.headers[.eTag])
      let changed = body.replacing("甲公司", with: "甲科技").replacing(",\"contact\":\"王小明\"", with: "")
        .replacing("{", with: "{\"correctionReason\":\"更名\",")
      let corrected = try await send(client, .put, place, changed, [.ifMatch: tag])
      #expect(corrected.status == .ok && corrected.text.contains("甲科技") && corrected.text.contains("王**"))
      #expect(try await send(client, .put, place, changed, [.ifMatch: tag]).status == .conflict)
      let newer = try #require(corrected.headers[.eTag])
      let gone = try await send(client, .post, place + "/withdrawal", "{\"reason\":\"重复\"}", [.ifMatch: newer])
      #expect(gone.status == .ok && gone.text.contains("\"withdrawnOn\":\"2026-11-22\""))
    }
  }

  @Test func `name every faulty field, and a member that is none`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      let wrong = try await send(
        client, .post, "/api/v1/test_firms", "{\"code\":\"1\",\"founded\":\"x\",\"part\":0.65,\"people\":1.5}")
      #expect(wrong.status == .unprocessableContent)
      for field in ["code", "name", "kind", "founded", "part", "people"] {
        #expect(wrong.text.contains("\"field\":\"\(field)\""), "\(field)")
      }
      let strange = try await send(client, .post, "/api/v1/test_firms", "{\"nmae\":\"甲\"}")
      #expect(strange.status == .badRequest && strange.text.contains("nmae"))
    }
  }

  @Test func `take a table and answer with its report`() async throws {
    try await withZone { zone in
      let client = browser(zone, zone.keeper)
      let csv = Array("信用代码,名称,类型,成立日期\n\(creditCode(1)),甲公司,公司,2026-11-22\n\(creditCode(1)),乙,公司,x\n".utf8)
      let trial = try await client.send(.post, "/api/v1/test_firms/imports?trial=true", [:], [csv])
      #expect(trial.status == .ok && trial.text.contains("\"new\":1") && trial.text.contains("ledger.no-day"))
      #expect(try await zone.count(TestLedgers.firms) == 0)
      let done = try await client.send(.post, "/api/v1/test_firms/imports", [:], [csv])
      #expect(done.text.contains("\"new\":1") && done.text.contains("\"rejected\":1"))
      #expect(try await zone.count(TestLedgers.firms) == 1)
    }
  }
}
