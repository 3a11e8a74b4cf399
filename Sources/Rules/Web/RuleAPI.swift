import API
import HTTPTypes
import Kernel
import Rules
import RulesStore

/// The rules for programs.
struct RuleAPI: Sendable {
  let desk: RuleDesk
  let world: World

  var endpoints: [APIEndpoint] {
    [
      APIEndpoint(
        .get, "rules", summary: Phrase(zh: "规则一览", en: "All rules"), needs: .readRules,
        parameters: [
          .query("group", .text, Phrase(zh: "分类", en: "Subject")),
          .query("status", .choice(RuleStatus.allCases.map(\.rawValue)), Phrase(zh: "状态", en: "Status")),
          .query("q", .text, Phrase(zh: "名称或编号的一部分", en: "A part of the title or name")), Self.on,
        ], answer: [RuleSummary].schema, example: "/api/v1/rules?group=credit", handler: list),
      APIEndpoint(
        .get, "rules/:rule", summary: Phrase(zh: "一条规则及其全部取值", en: "One rule with all its values"), needs: .readRules,
        parameters: [
          .path("rule", .string(format: nil, example: "credit.base"), Phrase(zh: "规则编号", en: "The rule's name")),
          Self.on,
        ], answer: RuleDetail.schema, example: "/api/v1/rules/credit.base", handler: show),
      APIEndpoint(
        .get, "rules/:rule/deadline", summary: Phrase(zh: "一条期限规则的届满日", en: "The last day of a time limit"),
        needs: .readRules,
        parameters: [
          .path("rule", .string(format: nil, example: "foi.days"), Phrase(zh: "规则编号", en: "The rule's name")),
          .query(
            "after", .day,
            Phrase(zh: "起算日，当日不计入，默认今天", en: "The day of the event, not counted itself; today if not given")),
        ], answer: DeadlineView.schema, example: "/api/v1/rules/foi.days/deadline?after=2026-09-28", handler: deadline),
    ]
  }

  private static let on = APIParameter.query(
    "on", .day, Phrase(zh: "适用日期，默认今天", en: "The day in question, today if not given"))

  @Sendable private func list(_ request: APIRequest) async throws -> APIAnswer {
    let status = try request.text("status").map { (text) throws(APIRefusal) -> RuleStatus in
      guard let status = RuleStatus(rawValue: text) else { throw .wrongParameter("status") }
      return status
    }
    let found = try await desk.list(
      group: request.text("group"), status: status, containing: request.text("q"), on: try day(request),
      by: request.account)
    return try APIAnswer(found.map { RuleSummary($0.rule, $0.finding) })
  }

  @Sendable private func show(_ request: APIRequest) async throws -> APIAnswer {
    guard let id = request.text("rule").flatMap({ RuleID($0) }) else { throw APIRefusal.noSuchThing }
    return try APIAnswer(RuleDetail(try await desk.find(id, on: try day(request), by: request.account)))
  }

  @Sendable private func deadline(_ request: APIRequest) async throws -> APIAnswer {
    guard let id = request.text("rule").flatMap({ RuleID($0) }) else { throw APIRefusal.noSuchThing }
    let found = try await desk.deadline(of: id, after: try day(request, "after"), by: request.account)
    return try APIAnswer(DeadlineView(found))
  }

  private func day(_ request: APIRequest, _ name: String = "on") throws(APIRefusal) -> Day {
    guard let text = request.text(name) else { return world.today() }
    guard let day = Day(text) else { throw .wrongParameter(name) }
    return day
  }
}
