import Documents
import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Portfolios
import PortfoliosStore
import Web

/// The pages of yearly reviews.
struct ReviewPages: Sendable {
  let desk: PortfolioDesk
  let fonts: LetterFonts
  let links: PortfolioLinks

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    reviewListPage(try await desk.reviews(of: try context.id(), by: context.account), today: desk.today)
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let line = try await desk.find(try context.id(), by: context.account)
    let list = try await desk.reviews(of: line.portfolio.id, by: context.account)
    return newReviewPage(line, list, state, today: desk.today)
  }

  @Sendable func open(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Portfolio> = try context.id()
    let given = try FieldRefusal.naming("year") { try form.integer("year", in: 2000...2099) }
    guard let year = given else {
      throw FieldRefusal(FieldFault.missing, in: "year")
    }
    let review = try await desk.openReview(of: year, in: id, by: context.account)
    return .seeOther(PortfolioPath.show(review), context, saying: .reviewOpened)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    reviewPage(try await desk.review(try context.id(), by: context.account), ItemQuestion(context.query), links)
  }

  @Sendable func showClose(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    closePage(try await desk.review(try context.id(), by: context.account), state)
  }

  @Sendable func close(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<PortfolioReview> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.close(id, seen: seen, by: context.account)
    return .seeOther(PortfolioPath.report(id), context, saying: .reviewClosed)
  }

  @Sendable func showItem(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    itemPage(try await desk.item(try context.id(), by: context.account), state, links, for: context.account)
  }

  /// On to the next that is undecided.
  @Sendable func decide(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<ReviewItem> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    var check = FormCheck()
    let decision = try check.take("decision") { try form.choice("decision", of: ReviewDecision.self) }
    let grades = InventorGrades(
      maturity: try check.take("maturity") { try form.integer("maturity", in: InventorGrades.range) } ?? nil,
      market: try check.take("market") { try form.integer("market", in: InventorGrades.range) } ?? nil,
      resistance: try check.take("resistance") { try form.integer("resistance", in: InventorGrades.range) } ?? nil)
    try check.verify()
    guard let decision else { throw WebRefusal.malformedForm }
    try await desk.decide(
      DecisionDraft(
        decision, because: form.text("reason"), evidence: form.text("evidence"), grades: grades), on: id, seen: seen,
      by: context.account)
    let file = try await desk.item(id, by: context.account)
    let success: Success = decision.needsSecondLook ? .itemAwaitsLook : .itemDecided
    return .seeOther(
      file.next.map { PortfolioPath.show($0.id) } ?? PortfolioPath.show(file.review.id), context, saying: success)
  }

  @Sendable func showSecond(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    secondPage(try await desk.item(try context.id(), by: context.account), state)
  }

  @Sendable func second(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<ReviewItem> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    let file = try await desk.item(id, by: context.account)
    let agrees = try FieldRefusal.naming("answer") { try form.choice("answer", of: SecondAnswer.self) } == .agree
    if agrees {
      try await desk.confirm(id, seen: seen, by: context.account)
    } else {
      try await desk.sendBack(id, because: form.text("reason"), seen: seen, by: context.account)
    }
    return .seeOther(
      PortfolioPath.show(file.review.id, ItemQuestion(state: .awaitingSecondLook)), context,
      saying: agrees ? .lookedAgain : .itemSentBack)
  }

  @Sendable func report(_: Request, _ context: PortalContext) async throws -> Page {
    reportPage(try await desk.review(try context.id(), by: context.account), context.site)
  }

  @Sendable func reportWorkbook(_: Request, _ context: PortalContext) async throws -> Response {
    let file = try await desk.review(try context.id(), by: context.account)
    let path = "\(context.site.limits.folder)/upload-portfolio-\(context.requestID).xlsx"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try PortfolioWorkbook.write(file, at: path, made: desk.now, in: context.language)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: try Data(contentsOf: URL(fileURLWithPath: path)))),
      name: "portfolio-review-\(file.review.year).xlsx", mediaType: PortfolioWorkbook.mediaType)
  }

  @Sendable func reportLetter(_: Request, _ context: PortalContext) async throws -> Response {
    let file = try await desk.review(try context.id(), by: context.account)
    let bytes = try reviewLetter(file, context.site, on: desk.today, in: context.language).pdf(fonts: fonts)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), name: "portfolio-review-\(file.review.year).pdf",
      mediaType: "application/pdf")
  }
}

/// What the second look says.
enum SecondAnswer: String, CaseIterable {
  case agree, sendBack = "send-back"

  var phrase: Phrase {
    switch self {
    case .agree: Phrase(zh: "同意放弃", en: "Agree to abandon it")
    case .sendBack: Phrase(zh: "不同意，退回重新决定", en: "Do not agree; to be decided again")
    }
  }
}

extension FieldRefusal {
  /// What `read` refuses, as a refusal of `field`.
  static func naming<Value>(_ field: String, _ read: () throws -> Value) throws -> Value {
    do { return try read() } catch let refusal as any Refusal { throw FieldRefusal(refusal, in: field) }
  }
}
