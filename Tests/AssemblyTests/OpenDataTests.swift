import AccessStore
import Access
import AccessStore
import Assembly
import Evidence
import Exchange
import ExchangeStore
import Figures
import FiguresStore
import Foundation
import HTTPTypes
import Institutions
import Kernel
import Ledgers
import LedgersStore
import Logging
import PortalFixtures
import Tables
import Testing
import Web

@Suite struct `Open data` {
  private let code = "91350100M000100Y43"

  private func draft(_ changed: [String: String] = [:]) -> LedgerDraft {
    let texts = [
      "code": code, "name": "示例专利代理有限公司", "kind": "company", "main_category": "agency", "categories": "agency,law",
      "in_district": "是", "ip_income": "是", "active_from": "2026-01-05", "phone": "+86 25 0000",
    ].merging(changed) { $1 }
    return LedgerDraft(texts: texts, grade: .g4)
  }

  private func withdraw(_ id: ID<LedgerRecord>, _ zone: Zone) async throws {
    let record = try await zone.ledgers.find(id, in: .institutions, by: zone.console).record
    try await zone.ledgers.withdraw(
      id, in: .institutions, because: "迁出", seen: record.revision, by: zone.console)
  }

  @Test func `gives the directory in every format, the same in each`() async throws {
    try await TestZone.with { zone in
      try await zone.zone.ledgers.add(draft(), to: .institutions, by: zone.zone.console)
      let visitor = zone.visitor()
      for (prefix, words) in [("", "服务机构名录"), ("/en", "Directory of service institutions")] {
        let page = try await visitor.get(prefix + "/open")
        #expect(page.status == .ok && page.text.contains(words))
        #expect(page.text.contains("href=\"\(prefix)/open/institutions.csv\""))
      }
      let csv = try await visitor.get("/open/institutions.csv")
      #expect(csv.text.hasPrefix("\u{FEFF}统一社会信用代码,机构名称"))
      // A telephone number that begins with + is no formula.
      #expect(csv.text.contains("\(code),示例专利代理有限公司") && csv.text.contains("'+86 25 0000"))
      #expect(csv.headers[.accessControlAllowOrigin] == "*")
      let tag = try #require(csv.headers[.eTag])
      #expect(try await visitor.get("/open/institutions.csv", [.ifNoneMatch: tag]).status == .notModified)

      let json = try Sent(try await visitor.get("/open/institutions.json").bytes)
      let row = try #require(json["rows"]?.items.first)
      #expect(row["code"]?.text == code && row["phone"]?.text == "+86 25 0000")
      #expect(row["categories"]?.items.compactMap { $0["code"]?.text } == ["agency", "law"])

      try await TestZone.inFolder { folder in
        let path = folder + "/a.xlsx"
        try Data(try await visitor.get("/en/open/institutions.xlsx").bytes).write(to: URL(fileURLWithPath: path))
        let book = try XLSXReader(path: path)
        #expect(book.sheets == ["_Sample data_ Directory of serv", "Notes"])
        var rows: [[XLSXCell?]] = []
        try book.forEachRow(ofSheet: 0) { row, _ in rows.append(row.cells) }
        #expect(rows.count == 2 && rows[0].first == .text("Credit code") && rows[1].first == .text(code))
      }
      for format in ["csv", "json", "xlsx"] {
        #expect(try await visitor.get("/open/indicators.\(format)").status == .ok)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: zone.zone.place.temporary).isEmpty)
    }
  }

  @Test func `forgets at once who is delisted, and keeps the permanent page`() async throws {
    try await TestZone.with { zone in
      let id = try await zone.zone.ledgers.add(draft(), to: .institutions, by: zone.zone.console)
      let visitor = zone.visitor()
      let permanent = "/open/institutions/\(code)"
      for path in ["/open/institutions.csv", "/open/institutions.json", "/open/feed.atom", permanent] {
        #expect(try await visitor.get(path).text.contains("示例专利代理有限公司"), "\(path)")
      }
      try await withdraw(id, zone.zone)
      for path in ["/open/institutions.csv", "/open/institutions.json", "/open/feed.atom"] {
        let answer = try await visitor.get(path)
        #expect(answer.status == .ok && !answer.text.contains("示例专利代理有限公司"), "\(path)")
      }
      #expect(
        try await visitor.get("/open/feed.atom").text.contains("<at:deleted-entry ref=\"http://localhost\(permanent)\"")
      )
      for (prefix, words) in [("", "目前不在名录中"), ("/en", "is not listed today")] {
        let page = try await visitor.get(prefix + permanent)
        #expect(page.status == .ok && page.text.contains(words) && page.text.contains("2026-01-05"))
        // What it offered is no longer told.
        #expect(!page.text.contains("+86 25 0000"))
      }
      #expect(try await visitor.get("/open/institutions/91320000000000000X").status == .notFound)

      // Listed again, it is back, and its page shows both times.
      try await zone.zone.ledgers.add(
        draft(["active_from": "2026-11-01"]), to: .institutions, by: zone.zone.console)
      #expect(try await visitor.get("/open/institutions.csv").text.contains("示例专利代理有限公司"))
      #expect(try await !visitor.get("/open/feed.atom").text.contains("deleted-entry"))
      let page = try await visitor.get(permanent).text
      #expect(page.contains("2026-01-05") && page.contains("2026-11-01") && page.contains("+86 25 0000"))
    }
  }

  @Test func `lists nobody before the first day or after the last`() async throws {
    try await TestZone.with { zone in
      try await zone.zone.ledgers.add(
        draft(["active_from": "2025-01-01", "active_to": "2026-01-31"]), to: .institutions, by: zone.zone.console)
      #expect(try await zone.zone.exchange.directory(by: zone.zone.console).listed.isEmpty)
      let later = Day(zone.zone.world.now()).adding(days: 3)
      try await zone.zone.ledgers.add(
        draft(["code": "91320100MA1MX00A0F", "active_from": "\(later)"]), to: .institutions, by: zone.zone.console)
      #expect(try await zone.zone.exchange.directory(by: zone.zone.console).listed.isEmpty)
      zone.clock.advance(by: 3 * 86_400)
      #expect(try await zone.zone.exchange.directory(by: zone.zone.console).listed.count == 1)
    }
  }

  @Test func `has a catalogue, and refuses a day that is none`() async throws {
    try await TestZone.with { zone in
      let visitor = zone.visitor()
      let catalogue = try await visitor.get("/open/catalogue.jsonld")
      #expect(catalogue.headers[.contentType] == "application/ld+json")
      #expect(try Sent(catalogue.bytes)["dcat:dataset"]?.items.count == 3)
      let values = try Sent(try await visitor.get("/open/dhis2.json?at=2026-10-31").bytes)
      #expect(values["dataValues"]?.items.isEmpty == true)
      #expect(try await visitor.get("/open/dhis2.json?at=yesterday").status == .unprocessableContent)
      #expect(try await visitor.get("/open/figures/0000000000007").status == .notFound)
    }
  }

  @Test func `gives out a figure from its publication on`() async throws {
    try await TestZone.inFolder { folder in
      let clock = TestClock()
      let log = Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
      var settings = Settings()
      settings.open.unit = "JN-IP"
      let zone = try await Zone.open(
        ZonePlace(directory: folder + "/zone"), settings: settings, passwords: PasswordCost(passes: 1, kibibytes: 8),
        world: { clock.world(node: $0) }, log: log)
      let visitor = PortalClient(try ZonePortal.responder(zone, settings: settings))
      try await zone.ledgers.add(
        LedgerDraft(texts: draft().texts, grade: .g1, document: "示例发〔2026〕1号"), to: .institutions, by: zone.console)
      let cutoff = try #require(Day("2026-10-31"))
      let frozen = try await zone.figures.freeze("A01", at: cutoff, because: "月度定稿", by: zone.console)
      #expect(try await visitor.get("/open/figures/\(frozen.id)").status == .notFound)
      #expect(try Sent(try await visitor.get("/open/figures.json").bytes)["rows"]?.items.isEmpty == true)
      try await zone.figures.publish(frozen.id, because: "公布", by: zone.console)

      let row = try #require(try Sent(try await visitor.get("/open/figures.json").bytes)["rows"]?.items.first)
      #expect(row["code"]?.text == "A01" && row["list_sha256"]?.text == frozen.listHash)
      for prefix in ["", "/en"] {
        let page = try await visitor.get("\(prefix)/open/figures/\(frozen.id)")
        #expect(page.status == .ok && page.text.contains(frozen.listHash))
      }
      #expect(try await visitor.get("/open/feed.atom").text.contains("/open/figures/\(frozen.id)"))
      let values = try Sent(try await visitor.get("/open/dhis2.json").bytes)
      let value = try #require(values["dataValues"]?.items.first)
      #expect(value["dataElement"]?.text == "A01" && value["orgUnit"]?.text == "JN-IP")
      #expect(value["period"]?.text == "202610" && value["value"]?.text == "1")
      #expect(try await visitor.get("/open").text.contains("A01"))
      try await zone.close()
    }
  }
}
