import Kernel
import Markup
import Portfolios
import Rules

/// Every address of the portfolios.
enum PortfolioPath {
  static let index = Link("/portfolios")
  static let survey = Link("/portfolios/survey")

  static func new(for owner: SocialCreditCode? = nil) -> Link {
    Link("/portfolios/new", query: owner.map { [("owner", "\($0)")] } ?? [])
  }

  static func show(_ id: ID<Portfolio>, _ question: HoldingQuestion = HoldingQuestion()) -> Link {
    Link("/portfolios/\(id)", query: question.query)
  }

  static func list(_ id: ID<Portfolio>, _ question: HoldingQuestion) -> Link {
    Link("/portfolios/\(id)", query: question.query, fragment: "patents")
  }

  static func table(_ id: ID<Portfolio>, _ question: HoldingQuestion, as kind: String) -> Link {
    Link("/portfolios/\(id)/patents.\(kind)", query: question.query)
  }

  static func annuities(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/annuities") }
  static func settings(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/settings") }
  static func take(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/take") }
  static func newImport(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/import") }
  static func trial(_ id: ID<Portfolio>, _ sha256: String, named name: String) -> Link {
    Link("/portfolios/\(id)/import/\(sha256)", query: [("name", name)])
  }

  static func reviews(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/reviews") }
  static func newReview(_ id: ID<Portfolio>) -> Link { Link("/portfolios/\(id)/reviews/new") }

  static func show(_ id: ID<Holding>) -> Link { Link("/portfolio-patents/\(id)") }
  static func correct(_ id: ID<Holding>) -> Link { Link("/portfolio-patents/\(id)/correct") }
  static func pay(_ id: ID<Holding>) -> Link { Link("/portfolio-patents/\(id)/pay") }
  static func leave(_ id: ID<Holding>) -> Link { Link("/portfolio-patents/\(id)/leave") }
  static func newContract(_ id: ID<Holding>) -> Link { Link("/portfolio-patents/\(id)/contracts/new") }
  static func end(_ id: ID<HoldingContract>) -> Link { Link("/portfolio-contracts/\(id)/end") }

  static func show(_ id: ID<PortfolioReview>, _ question: ItemQuestion = ItemQuestion()) -> Link {
    Link("/portfolio-reviews/\(id)", query: question.query, fragment: question.isEmpty ? nil : "patents")
  }

  static func close(_ id: ID<PortfolioReview>) -> Link { Link("/portfolio-reviews/\(id)/close") }
  static func report(_ id: ID<PortfolioReview>) -> Link { Link("/portfolio-reviews/\(id)/report") }
  static func report(_ id: ID<PortfolioReview>, as kind: String) -> Link {
    Link("/portfolio-reviews/\(id)/report.\(kind)")
  }

  static func show(_ id: ID<ReviewItem>) -> Link { Link("/portfolio-items/\(id)") }
  static func second(_ id: ID<ReviewItem>) -> Link { Link("/portfolio-items/\(id)/second-look") }

  static func show(_ id: ID<OldPlatformRun>, _ effects: String? = nil, after place: Int = 0) -> Link {
    Link(
      "/portfolio-imports/\(id)",
      query: (effects.map { [("rows", $0)] } ?? []) + (place > 0 ? [("after", "\(place)")] : []),
      fragment: effects == nil ? nil : "rows")
  }

  static func rows(_ id: ID<OldPlatformRun>, _ effects: String) -> Link {
    Link("/portfolio-imports/\(id)/rows.csv", query: [("rows", effects)])
  }

  static func rule(_ id: RuleID) -> Link { Link("/rules/\(id)") }
}
