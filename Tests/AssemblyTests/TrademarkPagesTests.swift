import Access
import AccessStore
import Assembly
import Foundation
import HTTPTypes
import Kernel
import Patents
import PatentsStore
import PortalFixtures
import Rules
import RulesStore
import Testing
import Web

@Suite struct `The pages of trademarks` {
  private func seeded(_ work: (TestZone) async throws -> Void) async throws {
    try await TestZone.with { zone in
      _ = try await zone.zone.patents.importFile(
        at: Tree.path("Samples/demo/demo-trademarks.xml"), named: "demo-trademarks.xml", by: zone.zone.console)
      try await work(zone)
    }
  }

  @Test func `list what is there with facets that lead to it, and search it`() async throws {
    try await seeded { zone in
      let visitor = zone.visitor()
      let all = try await visitor.get("/trademarks").text
      #expect(all.contains("共 10 件") && all.contains("江宁智谷") && all.contains("示例数据</span>"))
      #expect(all.contains("href=\"/trademarks?class=35\"") && all.contains("第 35 类"))
      let narrowed = try await visitor.get("/trademarks?class=35").text
      #expect(narrowed.contains("共 2 件") && !narrowed.contains("湖熟示例坊"))
      let english = try await visitor.get("/en/trademarks").text
      #expect(english.contains("Awaiting substantive examination") && !english.contains("等待实质审查</span>"))
      let found = try await visitor.get("/trademarks?q=example%20link").text
      #expect(found.contains("共 1 件") && found.contains("EXAMPLE LINK"))
      #expect(try await visitor.get("/trademarks?q=90000007").text.contains("湖熟示例坊"))
      #expect(try await visitor.get("/trademarks?q=zzz").text.contains("没有符合条件的商标"))
      for query in ["class=46", "class=x", "sort=zzz"] {
        #expect(try await visitor.get("/trademarks?\(query)").status == .unprocessableContent, "\(query)")
        #expect(try await visitor.get("/api/v1/trademarks?\(query)").status == .unprocessableContent, "\(query)")
      }
    }
  }

  @Test func `show one with the row it came from, in both languages and over the API`() async throws {
    try await seeded { zone in
      let page = try await zone.zone.patents.trademarks(TrademarkFilter(text: "方山茶韵"), by: zone.zone.console)
      let id = try #require(page.lines.first).id
      let shown = try await zone.visitor().get("/trademarks/\(id)").text
      for words in ["方山茶韵", "第 30 类", "第 43 类", "2023-11-02", "SHA-256", "商品和服务", "已注册"] {
        #expect(shown.contains(words), "\(words)")
      }
      #expect(!shown.contains("来源不一致"))
      #expect(try await zone.visitor().get("/en/trademarks/\(id)").text.contains("Nice classes"))
      let answer = try await zone.visitor().get("/api/v1/trademarks/\(id)").text
      #expect(answer.contains("\"field\":\"name\"") && answer.contains("trademark-xml"))
      let list = try await zone.visitor().get("/api/v1/trademarks?limit=2&class=42").text
      #expect(list.contains("\"next\":\"") && list.contains("EXAMPLE LINK"))
      #expect(try await zone.visitor().get("/trademarks/0000000000007").status == .notFound)
    }
  }

  @Test func `are taken along as CSV, without what may not be given on`() async throws {
    try await seeded { zone in
      let centre = try await zone.signedIn(.centreStaff)
      let file = try await centre.get("/trademarks/export.csv?class=35").text
      #expect(file.contains("江宁智谷") && file.contains("共导出 2 件"))
      #expect(try await zone.visitor().get("/trademarks/export.csv").status == .seeOther)
      try await zone.zone.patents.reserve("trademark-xml", because: "许可不允许", by: zone.zone.console)
      let less = try await centre.get("/trademarks/export.csv?class=35").text
      #expect(!less.contains("江宁智谷") && less.contains("另有 2 件未导出"))
    }
  }
}

@Suite struct `The page of the order of sources` {
  @Test func `has the ranks that shipped, each a rule`() throws {
    let book = try RuleLibrary.shipped(for: .operating)
    let day = try #require(Day("2026-11-23"))
    for (key, rank) in SourceRanks.shipped.ranks {
      let id = try #require(RuleID(SourceRanks.rule(of: key)), "\(key)")
      #expect(try book.count(id, on: day).value == rank, "\(key)")
    }
    #expect(book.rules.count { $0.group.key == "register" } == SourceRanks.shipped.ranks.count)
  }

  @Test func `shows a changed rule as not yet followed, and follows it after a computation`() async throws {
    try await TestZone.with { zone in
      try await zone.importDemonstration()
      let centre = try await zone.signedIn(.centreStaff)
      let before = try await centre.get("/imports/order").text
      #expect(before.contains("登记库按现行位次取值") && before.contains("/rules/register.rank.corpusJsonl"))
      let administrator = try await zone.signedIn(.administrator)
      let day = zone.zone.world.today()
      let superseded = try await administrator.post(
        "/rules/register.rank.corpusJsonl/supersede",
        [
          ("value", "320"), ("from", "\(day)"), ("status", "recalled"), ("document", "运营中心决定"),
          ("number", "第1号"), ("article", "一"), ("reason", "本区语料已核对"),
        ])
      #expect(superseded.status == .seeOther)
      let changed = try await centre.get("/imports/order").text
      #expect(changed.contains("登记库仍按原位次取值") && changed.contains("待重算"))
      let job = try await centre.post("/imports/order/apply", [])
      #expect(job.headers[.location]?.hasPrefix("/jobs/") == true)
      try await zone.runJobs()
      let after = try await centre.get("/imports/order").text
      #expect(after.contains("登记库按现行位次取值") && after.contains("已完成"))
      #expect(try await zone.isIntact())
      #expect(try await zone.signedIn(.regulator).get("/imports/order/apply").status == .forbidden)
    }
  }

  @Test func `is behind every patent of which sources disagree`() async throws {
    try await TestZone.with { zone in
      let path = NSTemporaryDirectory() + "ipzone-\(UUID().uuidString).csv"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let console = zone.zone.console
      for text in [
        "标题,公开(公告)号,申请号\n厂商名称,CN110000001A,201710601862.3\n",
        "title,publication_number,abstract,year,region\n英文表名称,CN110000001A,摘要,2019,江苏\n",
      ] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        _ = try await zone.zone.patents.importFile(at: path, named: "a.csv", by: console)
      }
      let id = try #require(try await zone.zone.patents.page(by: console).patents.first).id
      let page = try await zone.visitor().get("/patents/\(id)").text
      for words in ["来源不一致", "厂商名称", "英文表名称", "登记库采用", "位次低于所采用的来源（200）"] {
        #expect(page.contains(words), "\(words)")
      }
      let english = try await zone.visitor().get("/en/patents/\(id)").text
      #expect(english.contains("Sources disagree") && english.contains("Not shown: it ranks below"))
      let answer = try await zone.visitor().get("/api/v1/patents/\(id)").text
      #expect(answer.contains("\"standing\":\"ranks-lower\"") && answer.contains("\"field\":\"title\""))
    }
  }
}
