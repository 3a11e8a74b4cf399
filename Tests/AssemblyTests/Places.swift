import Access
import AccessStore
import Assembly
import Figures
import FiguresStore
import Foundation
import HTTPTypes
import Institutions
import Jobs
import JobsStore
import Kernel
import Ledgers
import LedgersStore
import Notices
import NoticesStore
import Parties
import PartiesStore
import PatentFormats
import Patents
import PatentsStore
import Programme
import ProgrammeStore
import PortalFixtures
import Premises
import PremisesStore
import RulesStore
import Testing
import Web

/// A record behind each door that has one, made as people make them.
struct Places: Sendable {
  /// By the path up to its first parameter.
  private let ids: [String: String]
  private let entry: String
  private let upload: String
  private let table: String
  private let figures: FigurePlaces
  private let matters: MatterPlaces
  private let lectures: LecturePlaces
  private let portfolios: PortfolioPlaces
  private let navigation: NavigationPlaces
  /// Pages of figures that the zone has no figures for.
  var withoutFigures: Set<String> { figures.missing }

  /// Imports the demonstration and a small file as a job, files a mandate and supersedes a rule.
  init(in zone: TestZone) async throws {
    try await zone.importDemonstration()
    upload = try await Self.importUpload(in: zone)
    table = try await Self.uploadTable(in: zone)
    let administrator = try await zone.signedIn(.administrator)
    entry = try await Self.supersedeRule(administrator)
    let mandate = try await Self.fileMandate(try await zone.signedIn(.enterprise))
    let console = zone.zone.console
    let premises = try await Self.premises(in: zone)
    let (webhook, delivery) = try await Self.webhook(zone.zone)
    figures = try await FigurePlaces(in: zone.zone)
    ids = try await LedgerPlaces.add(to: zone).merging([
      "/patents/": "\(try #require(try await zone.zone.patents.page(limit: 1, by: console).patents.first).id)",
      "/parties/": "\(try #require(try await zone.zone.parties.page(limit: 1, by: console).first).id)",
      "/imports/": "\(try #require(try await zone.zone.patents.imports(limit: 1, by: console).first).run.id)",
      "/imports/mappings/": try await Self.mapping(in: zone), "/trademarks/": try await Self.trademark(in: zone),
      "/jobs/": "\(try #require(try await zone.zone.jobs.page(limit: 1, by: console).first).id)",
      "/accounts/": "\(try #require(try await zone.zone.access.accounts(limit: 1, by: console).first).id)",
      "/mandates/": mandate, "/account/mandates/": mandate,
      "/open/institutions/": try await Self.listInstitution(in: zone),
      "/evidence/": try await Self.addEvidence(try await zone.signedIn(.centreStaff)),
      "/tasks/": try await Self.planTask(zone.zone),
      "/evaluations/runs/": try await Self.evaluation(zone.zone),
      "/webhooks/": webhook, "/notices/deliveries/": delivery,
    ]) { $1 }.merging(premises) { own, _ in own }.merging(try await HighValuePlaces.add(to: zone)) { own, _ in own }
    matters = try await MatterPlaces(in: zone.zone)
    lectures = try await LecturePlaces(in: zone.zone)
    portfolios = try await PortfolioPlaces(in: zone)
    navigation = try await NavigationPlaces(in: zone)
  }

  private static func planTask(_ zone: Zone) async throws -> String {
    try await zone.programme.createPlan(of: 2026, titled: "2026 年度推进计划", by: zone.console)
    var draft = TaskDraft()
    (draft.title, draft.target, draft.person, draft.department) = ("举办论坛", "论坛一场", "张某", "运营中心")
    (draft.start, draft.due) = (Day("2026-03-01"), Day("2026-12-20"))
    let task = try await zone.programme.addTask(draft, toPlanOf: 2026, by: zone.console)
    let plan = try await zone.programme.plan(of: 2026, by: zone.console).plan
    try await zone.programme.approvePlan(of: 2026, under: "纪要第1号", seen: plan.revision, by: zone.console)
    return "\(task)"
  }

  /// A program that a trial is on its way to.
  private static func webhook(_ zone: Zone) async throws -> (String, String) {
    let owner = try #require(try await zone.access.accounts(limit: 1, by: zone.console).first).name
    let (id, _) = try await zone.notices.register(
      "示例系统", at: "https://notices.example.com/in", for: owner, by: zone.console)
    try await zone.notices.tryOut(id, by: zone.console)
    let line = try #require(try await zone.notices.deliveries(limit: 1, by: zone.console).first)
    return ("\(id)", "\(line.delivery.id)")
  }

  private static func evaluation(_ zone: Zone) async throws -> String {
    "\(try await zone.programme.evaluate(by: "zone-2023", at: Day("2026-10-31"), reviews: [:], note: "", by: zone.console))"
  }

  /// Where the route leads to a record; a form or button leads to none, so that nothing is changed.
  func address(of route: Route) -> String {
    let own =
      matters.addresses[route.path] ?? lectures.addresses[route.path] ?? portfolios.addresses[route.path]
      ?? navigation.addresses[route.path]
    if route.method == .get, let own { return own }
    guard route.path.contains(":") else { return route.path }
    let door = route.path.hasPrefix("/api/v1") ? String(route.path.dropFirst(7)) : route.path
    let nothing = "0000000000007"
    if route.method == .get, let id = ids[route.path] { return route.path.replacing(":id", with: id) }
    return "/"
      + route.path.split(separator: "/").map { segment in
        guard segment.hasPrefix(":") else { return String(segment) }
        if !route.path.hasPrefix("/open/"), let place = figures.segment(segment, of: route) { return place }
        switch segment {
        case ":rule": return route.path.hasSuffix("/deadline") ? "foi.days" : "penalty.agentFineMax"
        case ":year": return "2026"
        case ":scheme": return route.path.contains("evaluations") ? "zone-2023" : "jiangning"
        case ":entry": return route.method == .get ? entry : nothing
        case ":sha256" where route.method == .get && route.path.hasSuffix("/columns"): return table
        case ":sha256": return route.method == .get ? upload : String(repeating: "0", count: 64)
        case ":table": return "patents"
        case ":key": return ids["/patents/"] ?? nothing
        case ":number", ":row": return "1"
        default: return route.method == .get ? ids[String(door.prefix { $0 != ":" })] ?? nothing : nothing
        }
      }.joined(separator: "/")
  }

  /// Two tenants, one of them still in, criteria, and a cluster that is served.
  private static func premises(in zone: TestZone) async throws -> [String: String] {
    let (desk, console) = (zone.zone.premises, zone.zone.console)
    let (past, open) = (Day(number: 20_000), Day(number: 20_100))
    let tenants = [
      PremisesSeed.Tenant(try SocialCreditCode("91350100M000100Y43"), "甲公司（示例）", from: past),
      PremisesSeed.Tenant(try SocialCreditCode("91320115MA1X000027"), "乙公司（示例）", from: past, to: open),
    ]
    try await PremisesSeed.demonstration(
      in: zone.zone.database, tenants: tenants, world: zone.zone.world, by: console)
    let book = try await desk.book(by: console)
    let stay = try #require(book.occupancies.first { $0.departure == nil })
    return [
      "/premises/sites/": "\(book.sites[0].id)", "/premises/buildings/": "\(book.buildings[0].id)",
      "/premises/floors/": "\(try book.room(stay.room).floor)", "/premises/rooms/": "\(stay.room)",
      "/premises/occupancies/": "\(stay.id)",
      "/premises/criteria/": "\(try #require(try await desk.criteria(by: console).first).id)",
      "/premises/services/": "\(try #require(try await desk.services(by: console).first).id)",
    ]
  }

  private static func importUpload(in zone: TestZone) async throws -> String {
    let browser = try await zone.signedIn(.centreStaff)
    let content = try Data(contentsOf: URL(fileURLWithPath: Tree.path("Samples/uspto/us_example4.xml")))
    let kept = try await browser.upload("/imports/new", [], file: ("file", "us_example4.xml", Array(content)))
    let preview = try #require(kept.headers[.location])
    _ = try await browser.post(preview, [])
    try await zone.runJobs()
    return String(try #require(preview.firstMatch(of: /[0-9a-f]{64}/)).output)
  }

  /// A table that no format knows, waiting for its columns to be mapped.
  private static func uploadTable(in zone: TestZone) async throws -> String {
    let browser = try await zone.signedIn(.centreStaff)
    let content = Array("成果编号,题名,专利号\nA1,检索方法,ZL201710601862.3\n".utf8)
    let kept = try await browser.upload("/imports/new", [], file: ("file", "table.csv", content))
    return String(try #require(kept.headers[.location]?.firstMatch(of: /[0-9a-f]{64}/)).output)
  }

  private static func mapping(in zone: TestZone) async throws -> String {
    let columns = [
      MappedColumn(header: "编号", use: .field(.application)), MappedColumn(header: "题目", use: .field(.title)),
    ]
    return "\(try await zone.zone.patents.saveMapping(named: "示例表格", columns: columns, by: zone.zone.console))"
  }

  private static func trademark(in zone: TestZone) async throws -> String {
    let path = Tree.path("Samples/demo/demo-trademarks.xml")
    _ = try await zone.zone.patents.importFile(at: path, named: "demo-trademarks.xml", by: zone.zone.console)
    let page = try await zone.zone.patents.trademarks(TrademarkFilter(), by: zone.zone.console)
    return "\(try #require(page.lines.first).id)"
  }

  private static func listInstitution(in zone: TestZone) async throws -> String {
    let code = "91320100MA1MX00A0F"
    let texts = [
      "code": code, "name": "示例咨询有限公司", "kind": "company", "main_category": "consulting", "categories": "consulting",
      "in_district": "yes", "ip_income": "yes", "active_from": "2026-01-05",
    ]
    try await zone.zone.ledgers.add(LedgerDraft(texts: texts), to: .institutions, by: zone.zone.console)
    return code
  }

  private static func addEvidence(_ centre: PortalClient) async throws -> String {
    let fields = [("title", "关于示例事项的批复"), ("grade", "G3"), ("issued-on", "2026-03-01")]
    let added = try await centre.upload("/evidence/new", fields, file: ("file", "a.csv", Array("甲,1\n".utf8)))
    return String(try #require(added.headers[.location]?.split(separator: "/").last))
  }

  private static func supersedeRule(_ administrator: PortalClient) async throws -> String {
    let path = "/rules/penalty.agentFineMax"
    _ = try await administrator.post(
      "\(path)/supersede",
      [
        ("value", "60,000.50"), ("from", "2026-11-01"), ("status", "recalled"), ("document", "专利代理条例修改决定"),
        ("number", "国务院令第999号"), ("article", "第二十六条"), ("reason", "条例已修改"),
      ])
    let page = try await administrator.get("\(path)?on=2026-11-01").text
    return String(try #require(page.firstMatch(of: /entries\/([^\/"]+)\/withdraw/)).1)
  }

  private static func fileMandate(_ enterprise: PortalClient) async throws -> String {
    _ = try await enterprise.post(
      "/account/mandates/new",
      [
        ("organisation", "91350100M000100Y43"), ("organisation-name", "甲公司"), ("grade", "clerk"),
        ("from", "2026-11-22"), ("to", ""), ("proof", "授权书〔2026〕3号"),
      ])
    let page = try await enterprise.get("/account/mandates").text
    return String(try #require(page.firstMatch(of: /\/account\/mandates\/([0-9a-z]{13})\//)).1)
  }
}
