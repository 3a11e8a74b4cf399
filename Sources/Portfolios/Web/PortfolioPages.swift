import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Portfolios
import PortfoliosStore
import Web

/// The pages of portfolios.
struct PortfolioPages: Sendable {
  let desk: PortfolioDesk
  let links: PortfolioLinks

  @Sendable func index(_: Request, _ context: PortalContext) async throws -> Page {
    portfolioIndexPage(try await desk.index(by: context.account), links, today: desk.today)
  }

  @Sendable func survey(_: Request, _ context: PortalContext) async throws -> Page {
    surveyPage(try await desk.survey(by: context.account))
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newPortfolioPage(
      try await desk.index(by: context.account), context.query.optional("owner"), links, state)
  }

  @Sendable func open(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let owner = try check.take("owner") { try SocialCreditCode(form.required("owner")) }
    let reduction = try check.take("reduction") { try form.choice("reduction", of: FeeReduction.self) }
    let lead = try check.takeRequired("lead") { try form.integer("lead", in: Portfolio.leads) }
    try check.verify()
    guard let owner, let reduction, let lead else { throw WebRefusal.malformedForm }
    let id: ID<Portfolio>
    do {
      id = try await desk.open(for: owner, reduction: reduction, leadDays: lead, by: context.account)
    } catch PortfolioRefusal.noMandate {
      throw FormRefusal([PortfolioRefusal.noMandate])
    }
    return .seeOther(PortfolioPath.show(id), context, saying: .portfolioOpened)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    portfolioPage(
      try await desk.find(try context.id(), by: context.account), HoldingQuestion(context.query), today: desk.today)
  }

  @Sendable func annuities(_: Request, _ context: PortalContext) async throws -> Page {
    annuitiesPage(try await desk.find(try context.id(), by: context.account), links, today: desk.today)
  }

  @Sendable func workbook(_: Request, _ context: PortalContext) async throws -> Response {
    let (line, found) = try await selected(context)
    let path = "\(context.site.limits.folder)/upload-portfolio-\(context.requestID).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try PortfolioWorkbook.write(
      found, named: line.portfolio.ownerName, at: path, made: desk.now, in: context.language)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))),
      name: "portfolio.xlsx", mediaType: PortfolioWorkbook.mediaType)
  }

  @Sendable func csv(_: Request, _ context: PortalContext) async throws -> Response {
    let (_, found) = try await selected(context)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: PortfolioWorkbook.csv(found, in: context.language))),
      name: "portfolio.csv", mediaType: "text/csv; charset=utf-8")
  }

  private func selected(_ context: PortalContext) async throws -> (PortfolioLine, [HoldingLine]) {
    let line = try await desk.find(try context.id(), by: context.account)
    let (question, today) = (HoldingQuestion(context.query), desk.today)
    return (line, line.lines.filter { question.selects($0, of: line.portfolio, on: today) })
  }

  @Sendable func showSettings(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    settingsPage(try await desk.find(try context.id(), by: context.account).portfolio, state)
  }

  @Sendable func set(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Portfolio> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    let reduction = try check.take("reduction") { try form.choice("reduction", of: FeeReduction.self) }
    let lead = try check.takeRequired("lead") { try form.integer("lead", in: Portfolio.leads) }
    try check.verify()
    guard let reduction, let lead else { throw WebRefusal.malformedForm }
    try await desk.set(reduction: reduction, leadDays: lead, of: id, seen: seen, by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .portfolioSet)
  }

  @Sendable func showTake(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let portfolio = try await desk.find(try context.id(), by: context.account).portfolio
    let name = context.query.optional("name") ?? portfolio.ownerName
    return takePage(
      portfolio, try await desk.candidates(for: portfolio.id, named: name, by: context.account), named: name, state)
  }

  @Sendable func take(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Portfolio> = try context.id()
    let typed = form.text("numbers").split(whereSeparator: { "\n,，;；、\t".contains($0) }).map(String.init)
    try await desk.takeOver(form.all("found") + typed, into: id, by: context.account)
    return .seeOther(PortfolioPath.show(id), context, saying: .patentsTakenOver)
  }

  @Sendable func holding(_: Request, _ context: PortalContext) async throws -> Page {
    holdingPage(try await desk.holding(try context.id(), by: context.account), links, today: desk.today)
  }
}
