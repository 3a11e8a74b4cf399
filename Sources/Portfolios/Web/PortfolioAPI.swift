import API
import HTTPTypes
import Kernel
import Portfolios
import PortfoliosStore

/// Portfolios for programs of their owners.
struct PortfolioAPI: Sendable {
  let desk: PortfolioDesk

  var endpoints: [APIEndpoint] { [portfolios, patents, reviews, items, decide] }

  private var portfolios: APIEndpoint {
    APIEndpoint(
      .get, "portfolios", summary: Phrase(zh: "本人可管理的专利组合", en: "The portfolios that one keeps"),
      needs: .keepPortfolios, answer: [PortfolioView].schema
    ) { request in
      let today = desk.today
      return try APIAnswer(
        try await desk.index(by: request.account).kept.map { PortfolioView($0, today: today) })
    }
  }

  private var patents: APIEndpoint {
    APIEndpoint(
      .get, "portfolios/:id/patents",
      summary: Phrase(zh: "组合中的专利及其年费", en: "The patents of a portfolio, with their annuities"),
      needs: .keepPortfolios,
      parameters: APIParameter.paging + [
        .query(
          "state", .choice(HoldingQuestion.State.choices.map(\.code)),
          Phrase(zh: "情况，默认为现有的", en: "How they stand; those that are held today if not given"))
      ], answer: .page(of: HoldingView.schema, named: "PortfolioPatents")
    ) { request in
      let line = try await desk.find(try request.id(), by: request.account)
      var question = HoldingQuestion()
      if let text = request.text("state") {
        guard let state = HoldingQuestion.State(text) else { throw APIRefusal.wrongParameter("state") }
        question.state = state
      }
      let (limit, last, today) = (try request.limit(), try number(request.cursor()), desk.today)
      let found = line.lines.filter {
        question.selects($0, of: line.portfolio, on: today) && (last.map { $0 } ?? "") < $0.holding.number.description
      }
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor([$0.holding.number.description]) } : nil
      return try .page(shown.map { HoldingView($0) }, next: next)
    }
  }

  private var reviews: APIEndpoint {
    APIEndpoint(
      .get, "portfolios/:id/reviews", summary: Phrase(zh: "组合的历年盘点", en: "The reviews of a portfolio"),
      needs: .keepPortfolios, answer: [ReviewView].schema
    ) { request in
      try APIAnswer(
        try await desk.reviews(of: try request.id(), by: request.account).reviews.map {
          ReviewView($0.review, $0.summary)
        })
    }
  }

  private var items: APIEndpoint {
    APIEndpoint(
      .get, "portfolio-reviews/:id/items",
      summary: Phrase(zh: "盘点清单及决定", en: "The list of a review, with its decisions"),
      needs: .keepPortfolios, parameters: APIParameter.paging,
      answer: .page(of: ReviewItemView.schema, named: "ReviewItems")
    ) { request in
      let limit = try request.limit()
      let last = try number(request.cursor()).flatMap { Int($0) } ?? 0
      let found = try await desk.review(try request.id(), by: request.account).items.filter { $0.place > last }
      let shown = found.prefix(limit)
      let next = found.count > limit ? shown.last.map { Cursor(["\($0.place)"]) } : nil
      return try .page(shown.map { ReviewItemView($0) }, next: next)
    }
  }

  private var decide: APIEndpoint {
    APIEndpoint(
      .post, "portfolio-items/:id/decision", summary: Phrase(zh: "对一件作出盘点决定", en: "Decide on a patent of a review"),
      needs: .keepPortfolios, body: DecisionBody.schema, answer: ReviewItemView.schema
    ) { request in
      let id: ID<ReviewItem> = try request.id()
      let body: DecisionBody = try request.decode()
      guard let decision = ReviewDecision(rawValue: body.decision) else { throw APIRefusal.malformedBody("decision") }
      try await desk.decide(
        DecisionDraft(
          decision, because: body.reason ?? "", evidence: body.evidence ?? "",
          grades: InventorGrades(maturity: body.maturity, market: body.market, resistance: body.resistance)),
        on: id, seen: request.seenRevision, by: request.account)
      return try APIAnswer(ReviewItemView(try await desk.item(id, by: request.account).item))
    }
  }

  private func number(_ cursor: Cursor?) throws(APIRefusal) -> String? {
    guard let cursor else { return nil }
    guard cursor.keys.count == 1 else { throw .wrongParameter("cursor") }
    return cursor.keys[0]
  }
}
