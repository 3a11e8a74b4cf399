import Access
import AccessStore
import Assembly
import Foundation
import Kernel
import Portfolios
import PortfoliosStore
import Testing

/// A portfolio of the enterprise's login with everything that has a page: a patent, a contract, a review, a file.
struct PortfolioPlaces: Sendable {
  /// By the path of a door that is read.
  let addresses: [String: String]

  init(in zone: TestZone) async throws {
    let desk = zone.zone.portfolios
    let owner = try SocialCreditCode("12329999MB9900001P")
    let officer = try await Self.keeper(.enterprise, of: owner, in: zone)
    _ = try await Self.keeper(.institution, of: owner, in: zone)
    let id = try await desk.open(for: owner, reduction: .single, leadDays: 30, by: officer)
    let run = try await Self.take(into: id, desk, by: officer)
    let holding = try #require(try await desk.find(id, by: officer).held.first).holding.id
    try await desk.addContract(
      ContractDraft(.ordinary, with: "示例公司", document: "备案1", from: desk.today, to: nil), on: holding, by: officer)
    let contract = try #require(try await desk.holding(holding, by: officer).contracts.first).id
    let review = try await desk.openReview(of: desk.today.year, in: id, by: officer)
    let items = try await desk.review(review, by: officer).items
    try await desk.decide(DecisionDraft(.abandon, because: "无人使用"), on: items[1].id, by: officer)
    var found: [String: String] = [:]
    func add(_ base: String, _ id: String, _ acts: [String]) {
      for act in acts {
        found["\(base)/:id\(act)"] = "\(base)/\(id)\(act)"
      }
    }
    add(
      "/portfolios", "\(id)",
      ["", "/annuities", "/patents.xlsx", "/patents.csv", "/settings", "/take", "/reviews", "/reviews/new", "/import"])
    add("/portfolio-patents", "\(holding)", ["", "/correct", "/pay", "/leave", "/contracts/new"])
    add("/portfolio-contracts", "\(contract)", ["/end"])
    add("/portfolio-reviews", "\(review)", ["", "/close", "/report", "/report.xlsx", "/report.pdf"])
    add("/portfolio-items", "\(items[1].id)", ["", "/second-look"])
    add("/portfolio-imports", "\(run.id)", ["", "/rows.csv"])
    add("/api/v1/portfolios", "\(id)", ["/patents", "/reviews"])
    add("/api/v1/portfolio-reviews", "\(review)", ["/items"])
    addresses = found
  }

  /// A login with a mandate of the owner.
  private static func keeper(_ role: Role, of owner: SocialCreditCode, in zone: TestZone) async throws -> Account {
    let access = zone.zone.access
    let keeper = try #require(try await access.resolve(session: try await zone.session(role))).0
    let mandate = try await access.fileMandate(
      MandateDraft(
        organisation: owner, organisationName: "示例大学", grade: .clerk, from: zone.zone.world.today(), to: nil,
        proof: "授权书"), by: keeper)
    try await access.approveMandate(mandate.mandate.id, by: zone.zone.console)
    return keeper
  }

  private static func take(
    into id: ID<Portfolio>, _ desk: PortfolioDesk, by officer: Account
  ) async throws -> OldPlatformRun {
    let file = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = [202_010_100_001, 202_010_100_002].map { plain -> String in
      let check = ApplicationNumber.checkDigit(of: "\(plain)").map { "\($0)" } ?? ""
      return "\(plain).\(check),示例方法,发明,2020-03-02,2022-05-03,示例大学,张三,有效\r\n"
    }
    let text = "申请号,专利名称,专利类型,申请日,授权公告日,申请人,发明人,法律状态\r\n" + rows.joined() + ",无号,发明,2020-03-02,,,,\r\n"
    try Data(text.utf8).write(to: file)
    return try await desk.take(
      try OldPlatformTable(path: file.path), named: "旧平台.csv", hash: "00", into: id, by: officer)
  }
}
