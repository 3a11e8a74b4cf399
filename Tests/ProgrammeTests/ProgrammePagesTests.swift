import Access
import Fixtures
import Foundation
import HTTPTypes
import JournalStore
import Kernel
import PortalFixtures
import Programme
import ProgrammeStore
import ProgrammeWeb
import SQLiteDriver
import Storage
import Testing
import Web

/// A portal that has nothing but plans and schemes, at noon of 2026-11-22, and the desk behind it.
private func portal(
  _ permissions: Set<Permission> = .programme
) async throws -> (browser: PortalClient, zone: ProgrammeZone) {
  let database = try SQLiteDatabase.inMemory()
  try await Migration.run(journalMigrations + programmeMigrations, on: database)
  var zone = ProgrammeZone(database: database)
  zone.schemes = try SchemeLibrary.shipped()
  zone.figures.values = ["A01": (95, 1), "C04": (2, 1)]
  var routes = Routes()
  addProgrammeDoors(
    to: &routes, desk: zone.desk,
    links: ProgrammeLinks(
      figureNote: { code, _ in code == "A01" ? Phrase(zh: "95 家", en: "95 institutions") : nil }))
  let keeper = SessionKeeper(visitor: .visitor(permissions), resolve: { _ in nil }, resolveToken: { _ in nil })
  let portal = Portal(
    site: Site(), keeper: keeper, world: .fixed(), assets: Assets([:]), secret: Array(repeating: 7, count: 32))
  return (PortalClient(portal, routes: routes), zone)
}

@Suite struct `The pages of a plan` {
  @Test func `draw every task as a link, with its state in words, and list it in a table`() async throws {
    let (browser, zone) = try await portal()
    let ids = try await zone.approved(.sample("逾期任务", due: "2026-11-10"), .sample("<正常>任务", due: "2026-12-31"))
    let page = try await browser.get("/plan/2026").text
    for id in ids { #expect(page.contains("<a href=\"/tasks/\(id)\" class=\"gantt-task")) }
    #expect(page.components(separatedBy: "class=\"gantt-baseline\"").count == 3)
    #expect(page.contains("class=\"gantt-today\"") && page.contains(">逾期 12 天</text>"))
    #expect(page.contains("&lt;正常&gt;任务") && !page.contains("<正常>") && !page.contains(" style="))
    #expect(page.contains("<caption>工作进度表</caption>") && page.contains("区知识产权局 · 张某"))
    let english = try await browser.get("/en/plan/2026").text
    #expect(english.contains(">Overdue 12 days</text>") && english.contains("lang=\"zh-CN\""))
    #expect(english.contains("<a href=\"/en/tasks/\(ids[0])\" class=\"gantt-task red\">"))
  }

  /// The year is 606 units wide and begins at 256; 2 July is the 183rd of the 365 days of 2026: 256 + 182 × 606 ÷ 365.
  @Test func `draw a task where its days are`() async throws {
    let (browser, zone) = try await portal()
    _ = try await zone.approved(.sample("下半年任务", start: "2026-07-02", due: "2026-12-31"))
    let page = try await browser.get("/plan/2026").text
    #expect(page.contains("<rect class=\"gantt-bar\" x=\"558\" y=\"36\" width=\"304\" height=\"12\" rx=\"2\"/>"))
  }

  @Test func `show what a filter asks for`() async throws {
    let (browser, zone) = try await portal()
    _ = try await zone.approved(
      .sample("甲任务", due: "2026-11-10"), .sample("乙任务", person: "李某", department: "运营中心"))
    let red = try await browser.get("/plan/2026?light=red").text
    #expect(red.contains("1. 甲任务</text>") && !red.contains("2. 乙任务</text>"))
    let person = try await browser.get("/plan/2026?person=%E6%9D%8E%E6%9F%90").text
    #expect(!person.contains("1. 甲任务</text>") && person.contains("2. 乙任务</text>"))
    let none = try await browser.get("/plan/2026?department=x").text
    #expect(none.contains("没有符合条件的任务"))
  }

  @Test func `say to a visitor that a draft is not published, and hide names`() async throws {
    let (browser, zone) = try await portal([.readPlan])
    try await zone.desk.createPlan(of: 2027, titled: "草案", by: zone.clerk)
    _ = try await zone.approved(.sample())
    #expect(try await browser.get("/plan/2027").text.contains("2027 年度计划尚未公布"))
    let page = try await browser.get("/plan/2026").text
    #expect(page.contains("区知识产权局") && !page.contains("张某") && !page.contains("/plan/2026/approve"))
    let csv = try await browser.get("/plan/2026/tasks.csv")
    #expect(csv.status == .ok && csv.text.contains("\"举办发展论坛\"") && !csv.text.contains("张某"))
    #expect(try await browser.get("/plan/1999").status == .notFound)
  }

  @Test func `refuse each of the three beside its own field, in its own words`() async throws {
    let (browser, zone) = try await portal()
    try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
    for (prefix, words) in [
      ("", ["start": "时间未落实：请填写开始日期", "person": "人员未落实：请填写责任人姓名", "target": "目标未落实：请写明可以衡量的目标"]),
      (
        "/en",
        [
          "start": "No time is set: please give the first day",
          "person": "Nobody is accountable: please name the person",
          "target": "No target is set",
        ]
      ),
    ] {
      let answer = try await browser.post("\(prefix)/plan/2026/tasks/new", [("title", "任务")])
      #expect(answer.status == .unprocessableContent)
      for (field, text) in words {
        #expect(answer.text.contains("id=\"f-\(field)-error\">\(text)"), "\(field)")
      }
      #expect(answer.text.contains("value=\"任务\""))
    }
    #expect(try await zone.count("plan_tasks") == 0)
  }

  @Test func `lead from draft to done, and keep what was said on the way`() async throws {
    let (browser, zone) = try await portal()
    #expect(try await browser.post("/plan/new", [("year", "2026"), ("title", "2026 计划")]).status == .seeOther)
    let fields = [
      ("title", "举办论坛"), ("clause", "五（二）2"), ("start", "2026-03-01"), ("due", "2026-11-30"), ("person", "张某"),
      ("department", "局"), ("target", "一场"), ("figure", "A01"), ("number", "101"),
    ]
    let added = try await browser.post("/plan/2026/tasks/new", fields)
    let task = try #require(added.headers[.location])
    func send(_ path: String, _ fields: [(String, String)]) async throws -> HTTPResponse.Status {
      let shown = try await browser.get(path)
      let revision = try #require(shown.hiddenValue("revision"))
      return try await browser.submit(
        path, [("form-token", shown.formToken ?? ""), ("revision", revision)] + fields
      ).status
    }
    #expect(try await send("/plan/2026/approve", [("document", "1号文")]) == .seeOther)
    #expect(
      try await send(task + "/redate", [("start", "2026-03-01"), ("due", "2026-12-10"), ("reason", "场地")])
        == .seeOther)
    #expect(
      try await send(task + "/progress", [("on", "2026-11-20"), ("percent", "60"), ("note", "已定场地")]) == .seeOther)
    let page = try await browser.get(task).text
    #expect(page.contains("已推迟 10 天") && page.contains("+10 天（自然日）"))
    #expect(page.contains("2026-03-01 – 2026-11-30") && page.contains("1号文") && page.contains("已定场地"))
    #expect(page.contains("现值：95 家"))
    #expect(try await send("/plan/2026/approve", [("adjust", "yes"), ("reason", "纪要3号")]) == .seeOther)
    #expect(try await send(task + "/finish", [("on", "2026-11-21"), ("evidence", "总结报告")]) == .seeOther)
    let done = try await browser.get("/en" + task).text
    #expect(done.contains("Done in time") && done.contains("At the approval") && done.contains("Adjustment 1"))
    #expect(try await browser.get(task + "/finish").status == .conflict)
    #expect(try await zone.isIntact())
  }

  @Test func `import a table and say of each refused row why`() async throws {
    let (browser, zone) = try await portal()
    try await zone.desk.createPlan(of: 2026, titled: "计划", by: zone.clerk)
    let template = try await browser.get("/plan/2026/template.csv")
    let content = template.bytes + Array("无人,,2026-01-01,2026-02-01,,局,一场,,\r\n".utf8)
    let answer = try await browser.upload("/plan/2026/import", [], file: ("file", "plan.csv", content))
    #expect(answer.status == .ok && answer.text.contains("导入 1 项，未导入 1 行"))
    #expect(answer.text.contains("人员未落实：请填写责任人姓名"))
    #expect(try await zone.plan().lines.count == 1)
    let wrong = try await browser.upload("/plan/2026/import", [], file: ("file", "plan.csv", Array("甲,乙\n1,2\n".utf8)))
    #expect(wrong.status == .unprocessableContent && wrong.text.contains("第一行缺少列：任务、开始日期"))
  }
}

@Suite struct `The pages of the evaluations` {
  @Test func `mark what is missing, and refuse a total by name`() async throws {
    let (browser, zone) = try await portal()
    let scheme = try await browser.get("/evaluations/schemes/zone-2023").text
    #expect(scheme.contains("缺 50 项") && scheme.contains("[design]") && scheme.contains("国知发运字〔2023〕28号"))
    #expect(scheme.contains("高层次文化体验"))
    let sent = try await browser.post(
      "/evaluations/schemes/zone-2023/run",
      [("cutoff", "2026-10-31"), ("note", "自评"), ("score-1.4", "80"), ("note-1.4", "三处均已运行")])
    let run = try #require(sent.headers[.location])
    let page = try await browser.get(run).text
    #expect(page.contains("不出总分：缺权重 50 项（1.1、1.2、"))
    // 95 of 101 is 94.06, and 2 of 2 is all.
    #expect(page.contains("<span class=\"bar-value\">94.06</span>") && page.contains("三处均已运行"))
    #expect(page.contains("复算，结果一致"))
    #expect(try await browser.get("/en" + run).text.contains("No total: 50 without weight"))
    let pack = try await browser.get(run + "/evidence.zip")
    #expect(pack.status == .ok && pack.bytes.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(try await zone.isIntact())
  }

  @Test func `refuse a wrong weight and a groundless score beside their fields`() async throws {
    let (browser, _) = try await portal()
    let weights = try await browser.post(
      "/evaluations/schemes/zone-2023/weights", [("weight-1.1", "很多"), ("document", "1号"), ("reason", "a")])
    #expect(weights.status == .unprocessableContent && weights.text.contains("id=\"f-weight-1.1-error\""))
    let score = try await browser.post(
      "/evaluations/schemes/zone-2023/run", [("cutoff", "2026-10-31"), ("score-1.4", "80")])
    #expect(score.status == .unprocessableContent && score.text.contains("id=\"f-note-1.4-error\""))
  }

  @Test func `take a scheme as it was downloaded, changed by hand, as a new version`() async throws {
    let (browser, zone) = try await portal()
    let text = try await browser.get("/evaluations/schemes/province-2025/scheme.yaml").text
    let fields = [("document", "苏知发〔2026〕1号"), ("reason", "评价表下达")]
    let same = try await browser.post("/evaluations/new", fields + [("text", text)])
    #expect(same.status == .conflict)
    let changed = text.replacing("figure: \"A01\"", with: "figure: \"A01\"\n        weight: \"12.5\"")
    let entered = try await browser.upload(
      "/evaluations/new", fields, file: ("scheme", "s.yaml", Array(changed.utf8)))
    #expect(entered.status == .seeOther)
    let page = try await browser.get("/evaluations/schemes/province-2025").text
    #expect(page.contains("缺 14 项") && page.contains("苏知发〔2026〕1号") && page.contains("第 1 版"))
    let broken = try await browser.post("/evaluations/new", fields + [("text", "code: [")])
    #expect(broken.status == .unprocessableContent && broken.text.contains("id=\"f-scheme-error\""))
    #expect(try await zone.count("scheme_versions") == 1)
  }

  @Test func `compare two runs indicator by indicator`() async throws {
    let (browser, zone) = try await portal()
    let one = try await zone.desk.evaluate(
      by: "zone-2023", at: Day("2026-06-30"), reviews: [:], note: "", by: zone.clerk)
    var later = zone
    later.figures.values = ["A01": (101, 1)]
    let other = try await later.desk.evaluate(
      by: "powerhouse-2025", at: Day("2026-10-31"), reviews: [:], note: "", by: zone.clerk)
    let page = try await browser.get("/evaluations/compare?one=\(one)&other=\(other)").text
    // From 94.06 to 100.
    #expect(page.contains("按取数指标对应") && page.contains("+5.94"))
    #expect(try await browser.get("/evaluations/compare?one=\(one)&other=x").status == .ok)
  }

  @Test func `are not for visitors`() async throws {
    let (browser, _) = try await portal([.readPlan])
    #expect(try await browser.get("/evaluations").status == .seeOther)
    #expect(try await browser.get("/api/v1/evaluations/schemes").status == .unauthorized)
    #expect(try await browser.get("/api/v1/plans").status == .ok)
  }
}
