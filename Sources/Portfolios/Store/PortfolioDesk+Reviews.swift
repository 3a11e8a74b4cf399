public import Access
import Crypto
import Foundation
import Journal
import JournalStore
public import Kernel
import PatentsStore
public import Portfolios
import Storage

extension PortfolioDesk {
  /// The reviews of a portfolio, the latest first, each with what it comes to.
  public func reviews(of id: ID<Portfolio>, by account: Account) async throws -> ReviewList {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let reviews = try ReviewRows.all(of: id, in: db).map {
        (review: $0, summary: ReviewSummary(try ReviewRows.items(of: $0.id, in: db)))
      }
      return ReviewList(portfolio: portfolio, reviews: reviews)
    }
  }

  /// Opens the review of a year over the patents that are the owner's at this moment.
  ///
  /// It starts from the closed review before: each patent carries what was decided then and what has changed since.
  @discardableResult
  public func openReview(of year: Int, in id: ID<Portfolio>, by account: Account) async throws -> ID<PortfolioReview> {
    try account.require(.keepPortfolios)
    guard (today.year - 1...today.year).contains(year) else { throw PortfolioRefusal.yearOutOfRange }
    let (desk, world, today) = (self, world, today)
    let review: ID<PortfolioReview> = world.newID()
    try await database.write { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let deed = Deed(.openReview, by: account, on: review.subject, facts: ["year": "\(year)"])
      try Recording.write(deed, world: world, in: db) { recording in
        let earlier = try ReviewRows.all(of: id, in: db)
        if earlier.contains(where: { $0.year == year }) { throw PortfolioRefusal.reviewThere(year) }
        if let open = earlier.first(where: \.isOpen) { throw PortfolioRefusal.reviewOpen(open.year) }
        let held = try desk.lines(of: portfolio, on: today, in: db).filter { $0.holding.departure == nil }
        guard !held.isEmpty else { throw PortfolioRefusal.emptyPortfolio }
        let frozen = held.compactMap { line in
          line.state.map { FrozenPatent(line.holding, $0, contracts: line.contracts) }
        }
        let previous = earlier.first { $0.year < year }
        let last = try previous.map { try ReviewRows.items(of: $0.id, in: db) } ?? []
        recording.state("\(frozen.count)", as: "patents")
        try recording.insert(
          ReviewRows.values(
            PortfolioReview(
              id: review, portfolio: id, year: year, openedAt: world.now(), openedBy: account.displayName,
              listHash: Self.hash(of: frozen), previous: previous?.id)), into: .portfolioReviews)
        try recording.insert(
          Self.items(frozen, after: last, isFirst: previous == nil, of: review, world).map(ReviewRows.values),
          into: .reviewItems)
      }
    }
    return review
  }

  private static func items(
    _ frozen: [FrozenPatent], after last: [ReviewItem], isFirst: Bool, of review: ID<PortfolioReview>, _ world: World
  ) -> [ReviewItem] {
    let before = Dictionary(last.map { ($0.frozen.holding, $0) }) { first, _ in first }
    return frozen.enumerated().map { place, patent in
      let old = before[patent.holding]
      // In the first review everything would be new, which says nothing.
      return ReviewItem(
        id: world.newID(), review: review, place: place + 1, frozen: patent, lastDecision: old?.made?.decision,
        changes: isFirst ? [] : ReviewChange.between(old?.frozen, patent))
    }
  }

  /// SHA-256 over the lines of a frozen list.
  static func hash(of frozen: [FrozenPatent]) -> String {
    let text = frozen.map { $0.line + "\n" }.joined()
    return SHA256.hash(data: Data(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  /// A review with its list, and what has left or come since it was frozen.
  public func review(_ id: ID<PortfolioReview>, by account: Account) async throws -> ReviewFile {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in try desk.file(id, for: account, in: db) }
  }

  private func file(_ id: ID<PortfolioReview>, for account: Account, in db: any Reading) throws -> ReviewFile {
    guard let review = try ReviewRows.find(id, in: db) else { throw PortfolioRefusal.unknown(.review) }
    let portfolio = try portfolio(review.portfolio, for: account, orElse: .review, in: db)
    let items = try ReviewRows.items(of: id, in: db)
    let before = try review.previous.map { try ReviewRows.items(of: $0, in: db) } ?? []
    let listed = Set(items.map(\.frozen.holding))
    let held = try PortfolioRows.holdings(of: portfolio.id, in: db).filter { $0.departure == nil }
    return ReviewFile(
      portfolio: portfolio, review: review, items: items,
      previous: try review.previous.flatMap { try ReviewRows.find($0, in: db) },
      gone: before.filter { !listed.contains($0.frozen.holding) }, later: held.filter { !listed.contains($0.id) }.count,
      isListAsFrozen: Self.hash(of: items.map(\.frozen)) == review.listHash)
  }

  /// A patent of a review, with how it stands today.
  public func item(_ id: ID<ReviewItem>, by account: Account) async throws -> ReviewItemFile {
    try account.require(.keepPortfolios)
    let (desk, today) = (self, today)
    return try await database.read { db in
      let (item, review, portfolio) = try desk.item(id, for: account, in: db)
      let line = try desk.line(item.frozen.holding, on: today, in: db)
      let items = try ReviewRows.items(of: review.id, in: db)
      return ReviewItemFile(
        portfolio: portfolio, review: review, item: item, line: line,
        said: try line.holding.patent.map { try PatentRegister.weights(of: $0, in: db) } ?? [],
        next: items.first { $0.place > item.place && $0.state == .open }
          ?? items.first {
            $0.state == .open && $0.id != item.id
          })
    }
  }

  /// Decides on a patent, or decides anew while the review is open.
  public func decide(
    _ draft: DecisionDraft, on id: ID<ReviewItem>, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    let (desk, today, look) = (self, today, look(of: account))
    try await step(id, .decideItem, because: draft.reason, by: account, seen: seen) { item, db in
      let line = try desk.line(item.frozen.holding, on: today, in: db)
      return try item.deciding(
        draft, by: look, contracts: line.contracts, annuity: line.state ?? .expired(on: today))
    }
  }

  /// Somebody else agrees that a patent is abandoned.
  public func confirm(_ id: ID<ReviewItem>, seen: Int64? = nil, by account: Account) async throws {
    try account.require(.keepPortfolios)
    let look = look(of: account)
    try await step(id, .lookAgain, because: nil, by: account, seen: seen) { item, _ in
      try item.lookedAtAgain(by: look)
    }
  }

  /// Somebody else does not agree: the patent is to be decided upon again.
  public func sendBack(
    _ id: ID<ReviewItem>, because reason: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    let look = look(of: account)
    try await step(id, .sendItemBack, because: reason, by: account, seen: seen) { item, _ in
      try item.sentBack(because: reason, by: look)
    }
  }

  /// Closes a review in which everything is settled.
  ///
  /// - Throws: ``PortfolioRefusal/undecided(count:first:)``, naming the first that are not.
  public func close(_ id: ID<PortfolioReview>, seen: Int64? = nil, by account: Account) async throws {
    try account.require(.keepPortfolios)
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(.closeReview, by: account, on: id.subject), world: world, in: db) { recording in
        let file = try desk.file(id, for: account, in: db)
        guard file.review.isOpen else { throw PortfolioRefusal.reviewClosed }
        let open = file.items.filter { $0.state != .settled }
        guard open.isEmpty else {
          throw PortfolioRefusal.undecided(count: open.count, first: open.prefix(5).map { "\($0.frozen.number)" })
        }
        var closed = file.review
        (closed.closedAt, closed.closedBy) = (world.now(), account.displayName)
        try recording.update(ReviewRows.values(closed), in: .portfolioReviews, seen: seen)
      }
    }
  }

  private func look(of account: Account) -> ReviewItem.Look {
    ReviewItem.Look(account: account.id, name: account.displayName, at: world.now())
  }

  private func item(
    _ id: ID<ReviewItem>, for account: Account, in db: any Reading
  ) throws -> (ReviewItem, PortfolioReview, Portfolio) {
    guard let item = try ReviewRows.item(id, in: db), let review = try ReviewRows.find(item.review, in: db) else {
      throw PortfolioRefusal.unknown(.item)
    }
    return (item, review, try portfolio(review.portfolio, for: account, orElse: .item, in: db))
  }

  private func line(_ id: ID<Holding>, on day: Day, in db: any Reading) throws -> HoldingLine {
    guard let holding = try PortfolioRows.holding(id, in: db) else { throw PortfolioRefusal.unknown(.holding) }
    return try HoldingLine(
      holding, try PortfolioRows.contracts(of: id, in: db), try reckoner(in: db), on: day)
  }

  private func step(
    _ id: ID<ReviewItem>, _ action: Action, because reason: String?, by account: Account, seen: Int64?,
    _ work: @escaping @Sendable (ReviewItem, any Reading) throws -> ReviewItem
  ) async throws {
    let (desk, world) = (self, world)
    let said = reason?.trimmingCharacters(in: .whitespacesAndNewlines)
    try await database.write { db in
      let deed = Deed(action, by: account, on: id.subject, because: said?.isEmpty == false ? said : nil)
      try Recording.write(deed, world: world, in: db) { recording in
        let (item, review, _) = try desk.item(id, for: account, in: db)
        guard review.isOpen else { throw PortfolioRefusal.reviewClosed }
        try recording.update(ReviewRows.values(try work(item, db)), in: .reviewItems, seen: seen)
      }
    }
  }
}

/// The reviews of a portfolio.
public struct ReviewList: Sendable {
  public let portfolio: Portfolio
  public let reviews: [(review: PortfolioReview, summary: ReviewSummary)]
}

/// A review as its page shows it.
public struct ReviewFile: Sendable {
  public let portfolio: Portfolio
  public let review: PortfolioReview
  public let items: [ReviewItem]
  public let previous: PortfolioReview?
  /// Of the review before, those that are not in this one any more.
  public let gone: [ReviewItem]
  /// How many patents have come since the list was frozen.
  public let later: Int
  /// Whether the list still has the hash that it was frozen with.
  public let isListAsFrozen: Bool

  public var summary: ReviewSummary { ReviewSummary(items) }
}

/// A patent of a review as its page shows it.
public struct ReviewItemFile: Sendable {
  public let portfolio: Portfolio
  public let review: PortfolioReview
  public let item: ReviewItem
  /// As it stands today.
  public let line: HoldingLine
  /// Family and citations, where a source of the register tells them.
  public let said: [(name: Phrase, value: String)]
  /// The next one that is undecided.
  public let next: ReviewItem?
}
