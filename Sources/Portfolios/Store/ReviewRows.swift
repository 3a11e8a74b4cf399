import Access
import Foundation
import JournalStore
import Kernel
import Patents
import Portfolios
import Storage

/// The only SQL that knows `portfolio_reviews` and `portfolio_review_items`.
enum ReviewRows {
  private static let columns: SQL =
    "id, portfolio, year, opened_at, opened_by, list_hash, previous, closed_at, closed_by, entry"

  static func find(_ id: ID<PortfolioReview>, in db: any Reading) throws -> PortfolioReview? {
    try db.row("SELECT \(columns) FROM portfolio_reviews WHERE id = \(id)").map(review)
  }

  /// The latest first.
  static func all(of portfolio: ID<Portfolio>, in db: any Reading) throws -> [PortfolioReview] {
    try db.rows("SELECT \(columns) FROM portfolio_reviews WHERE portfolio = \(portfolio) ORDER BY year DESC")
      .map(review)
  }

  private static func review(_ row: Row) throws -> PortfolioReview {
    var columns = row.columns
    return try PortfolioReview(
      id: columns.id(), portfolio: columns.id(), year: columns.int(), openedAt: columns.date(),
      openedBy: columns.text(), listHash: columns.text(), previous: columns.optional { try $0.id() },
      closedAt: columns.optional { try $0.date() }, closedBy: columns.optional { try $0.text() },
      revision: columns.integer())
  }

  static func values(_ review: PortfolioReview) -> [SQLValue] {
    [
      review.id.sqlValue, review.portfolio.sqlValue, review.year.sqlValue, review.openedAt.sqlValue,
      .text(review.openedBy), .text(review.listHash), review.previous.sqlValue, review.closedAt.sqlValue,
      review.closedBy.sqlValue,
    ]
  }

  private static let itemColumns: SQL = "\(RecordTable.reviewItems.columnList), entry"

  static func item(_ id: ID<ReviewItem>, in db: any Reading) throws -> ReviewItem? {
    try db.row("SELECT \(itemColumns) FROM portfolio_review_items WHERE id = \(id)").map(item)
  }

  /// In the order of the list.
  static func items(of review: ID<PortfolioReview>, in db: any Reading) throws -> [ReviewItem] {
    try db.rows("SELECT \(itemColumns) FROM portfolio_review_items WHERE review = \(review) ORDER BY place").map(item)
  }

  /// What was decided of a patent in all reviews, by review.
  static func items(ofHolding holding: ID<Holding>, in db: any Reading) throws -> [ReviewItem] {
    try db.rows("SELECT \(itemColumns) FROM portfolio_review_items WHERE holding = \(holding) ORDER BY review DESC")
      .map(item)
  }

  private static func item(_ row: Row) throws -> ReviewItem {
    var columns = row.columns
    let (id, review, place) = (
      try columns.id(of: ReviewItem.self), try columns.id(of: PortfolioReview.self), try columns.int()
    )
    let frozen = try frozen(&columns)
    let last: ReviewDecision? = try columns.optional { try $0.value() }
    let changes = try columns.text().split(separator: ",").compactMap { ReviewChange(rawValue: String($0)) }
    let grades = try InventorGrades(
      maturity: columns.optional { try $0.int() }, market: columns.optional { try $0.int() },
      resistance: columns.optional { try $0.int() })
    let decision: ReviewDecision? = try columns.optional { try $0.value() }
    let (reason, evidence) = (try columns.optional { try $0.text() }, try columns.optional { try $0.text() })
    let decider = try look(&columns)
    let second = try look(&columns)
    let sentBack = try columns.optional { try $0.text() }
    var made: ReviewItem.Made?
    if let decision, let decider {
      made = ReviewItem.Made(decision, because: reason ?? "", evidence: evidence ?? "", by: decider)
    }
    return ReviewItem(
      id: id, review: review, place: place, frozen: frozen, lastDecision: last, changes: changes, grades: grades,
      made: made, second: second, sentBack: sentBack, revision: try columns.integer())
  }

  private static func frozen(_ columns: inout Columns) throws -> FrozenPatent {
    try FrozenPatent(
      holding: columns.id(), number: ApplicationNumber(columns.text()), title: columns.text(), kind: columns.value(),
      filedOn: columns.day(), grantedOn: columns.optional { try $0.day() },
      department: columns.optional { try $0.text() }, inventors: PortfolioRows.list(columns.text()),
      annuity: columns.value(), nextYear: columns.optional { try $0.int() },
      nextDay: columns.optional { try $0.day() }, nextFee: columns.optional { Fen(try $0.integer()) },
      contracts: columns.text().split(separator: ",").compactMap { ContractKind(rawValue: String($0)) })
  }

  private static func look(_ columns: inout Columns) throws -> ReviewItem.Look? {
    let account: ID<Account>? = try columns.optional { try $0.id() }
    let name = try columns.optional { try $0.text() }
    let at = try columns.optional { try $0.date() }
    guard let account, let name, let at else { return nil }
    return ReviewItem.Look(account: account, name: name, at: at)
  }

  static func values(_ item: ReviewItem) -> [SQLValue] {
    let (frozen, made, second) = (item.frozen, item.made, item.second)
    let list: [SQLValue] = [
      item.id.sqlValue, item.review.sqlValue, item.place.sqlValue, frozen.holding.sqlValue,
      .text(frozen.number.description), .text(frozen.title), .text(frozen.kind.rawValue), frozen.filedOn.sqlValue,
      frozen.grantedOn.sqlValue, frozen.department.sqlValue, .text(PortfolioRows.lines(frozen.inventors)),
      .text(frozen.annuity.rawValue), frozen.nextYear.sqlValue, frozen.nextDay.sqlValue, frozen.nextFee.sqlValue,
      .text(frozen.contracts.map(\.rawValue).joined(separator: ",")), (item.lastDecision?.rawValue).sqlValue,
      .text(item.changes.map(\.rawValue).joined(separator: ",")),
    ]
    let decision: [SQLValue] = [
      item.grades.maturity.sqlValue, item.grades.market.sqlValue, item.grades.resistance.sqlValue,
      (made?.decision.rawValue).sqlValue, (made?.reason).sqlValue, (made?.evidence).sqlValue,
      (made?.by.account).sqlValue, (made?.by.name).sqlValue, (made?.by.at).sqlValue, (second?.account).sqlValue,
      (second?.name).sqlValue, (second?.at).sqlValue, item.sentBack.sqlValue,
    ]
    return list + decision
  }
}
