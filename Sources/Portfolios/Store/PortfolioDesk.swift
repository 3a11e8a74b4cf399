public import Access
public import Foundation
public import Journal
import JournalStore
public import Kernel
public import NoticesStore
public import Portfolios
public import Rules
public import RulesStore
public import Storage

/// What an owner does with its patents: take them over, keep annuities and contracts, and review them every year.
///
/// A portfolio is seen by whoever holds a mandate of its owner, and by nobody else: not by the centre's staff either.
public struct PortfolioDesk: Sendable {
  let around: PortfolioSurroundings
  let rules: RuleShelf
  let holidays: HolidayShelf
  let outbox: NoticeOutbox
  let database: any Database
  let world: World
  private let kept = KeptLines()

  public init(
    rules: RuleShelf, holidays: HolidayShelf, around: PortfolioSurroundings, outbox: NoticeOutbox,
    database: any Database, world: World
  ) {
    self.rules = rules
    self.holidays = holidays
    self.around = around
    self.outbox = outbox
    self.database = database
    self.world = world
  }

  public var today: Day { world.today() }
  public var now: Date { world.now() }

  /// The portfolios that the account keeps, and the organisations for which it could open one.
  public func index(by account: Account) async throws -> PortfolioIndex {
    try account.require(.keepPortfolios)
    let (desk, today) = (self, today)
    return try await database.read { db in
      let mandates = try desk.around.mandates(account, today, db)
      let all = try PortfolioRows.all(in: db)
      let kept = all.filter { Self.mayKeep($0.owner, account, mandates) }
      let owners = Set(all.map(\.owner))
      var openable: [Mandate] = []
      for mandate in mandates where !owners.contains(mandate.organisation) {
        if !openable.contains(where: { $0.organisation == mandate.organisation }) { openable.append(mandate) }
      }
      return PortfolioIndex(
        kept: try kept.map { PortfolioLine(portfolio: $0, lines: try desk.keptLines(of: $0, on: today, in: db)) },
        openable: openable)
    }
  }

  /// A portfolio with everything in it, what has left it included.
  public func find(_ id: ID<Portfolio>, by account: Account) async throws -> PortfolioLine {
    try account.require(.keepPortfolios)
    let (desk, today) = (self, today)
    return try await database.read { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let lines = try desk.keptLines(of: portfolio, on: today, in: db)
      var line = PortfolioLine(portfolio: portfolio, lines: lines)
      line.rules = try desk.notes(on: lines, on: today, in: db)
      return line
    }
  }

  /// The rules that the annuities of `lines` rest on.
  private func notes(on lines: [HoldingLine], on day: Day, in db: any Reading) throws -> [RuleNote] {
    let book = try rules.book(in: db)
    let used: [RuleID] = ["annuity.dueDay", "annuity.graceMonths", "annuity.surcharge", "annuity.restoreMonths"]
    let all = Set(lines.compactMap(\.state?.next).flatMap(\.fee.rules) + used)
    return try all.sorted().map { id in
      let reading = try book.value(id, on: day)
      return RuleNote(id: id, title: reading.title, mark: reading.status == .sourced ? nil : reading.status.phrase)
    }
  }

  /// Opens the portfolio of an organisation whose mandate the account holds.
  @discardableResult
  public func open(
    for owner: SocialCreditCode, reduction: FeeReduction, leadDays: Int, by account: Account
  ) async throws -> ID<Portfolio> {
    try account.require(.keepPortfolios)
    guard Portfolio.leads.contains(leadDays) else { throw PortfolioRefusal.leadOutOfRange }
    let (desk, world, today) = (self, world, today)
    let id: ID<Portfolio> = world.newID()
    try await database.write { db in
      let mandates = try desk.around.mandates(account, today, db)
      guard Self.mayKeep(owner, account, mandates) else { throw PortfolioRefusal.noMandate }
      let name = mandates.first { $0.organisation == owner }?.organisationName
      try Recording.write(Deed(.openPortfolio, by: account, on: id.subject), world: world, in: db) { recording in
        guard try PortfolioRows.find(of: owner, in: db) == nil else { throw PortfolioRefusal.openedAlready }
        let portfolio = Portfolio(
          id: id, owner: owner, ownerName: try desk.around.name(owner, db) ?? name ?? owner.description,
          reduction: reduction, leadDays: leadDays)
        try recording.insert(PortfolioRows.values(portfolio), into: .portfolios)
      }
    }
    return id
  }

  public func set(
    reduction: FeeReduction, leadDays: Int, of id: ID<Portfolio>, seen: Int64, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    guard Portfolio.leads.contains(leadDays) else { throw PortfolioRefusal.leadOutOfRange }
    let (desk, world) = (self, world)
    try await database.write { db in
      var portfolio = try desk.portfolio(id, for: account, in: db)
      try Recording.write(Deed(.setPortfolio, by: account, on: id.subject), world: world, in: db) { recording in
        (portfolio.reduction, portfolio.leadDays) = (reduction, leadDays)
        try recording.update(PortfolioRows.values(portfolio), in: .portfolios, seen: seen)
      }
    }
  }

  /// Numbers of all portfolios, without a patent's or an owner's name.
  public func survey(by account: Account) async throws -> PortfolioSurvey {
    try account.require(.surveyPortfolios)
    let (desk, today) = (self, today)
    return try await database.read { db in
      var survey = PortfolioSurvey()
      for portfolio in try PortfolioRows.all(in: db) {
        survey.count(try desk.keptLines(of: portfolio, on: today, in: db))
        for review in try ReviewRows.all(of: portfolio.id, in: db) {
          survey.count(ReviewSummary(try ReviewRows.items(of: review.id, in: db)), of: review)
        }
      }
      return survey
    }
  }

  /// - Throws: ``PortfolioRefusal/unknown(_:)``, whether there is none or another's.
  func portfolio(
    _ id: ID<Portfolio>, for account: Account, orElse thing: PortfolioRefusal.Thing = .portfolio,
    in db: any Reading
  ) throws -> Portfolio {
    guard let portfolio = try PortfolioRows.find(id, in: db),
      Self.mayKeep(portfolio.owner, account, try around.mandates(account, today, db))
    else { throw PortfolioRefusal.unknown(thing) }
    return portfolio
  }

  func holding(
    _ id: ID<Holding>, for account: Account, in db: any Reading
  ) throws -> (Holding, Portfolio) {
    guard let holding = try PortfolioRows.holding(id, in: db) else { throw PortfolioRefusal.unknown(.holding) }
    return (holding, try portfolio(holding.portfolio, for: account, orElse: .holding, in: db))
  }

  /// The person at the server's command line, and the program itself, could read the files anyway.
  private static func mayKeep(_ owner: SocialCreditCode, _ account: Account, _ mandates: [Mandate]) -> Bool {
    account.standing == .console || account.standing == .system
      || mandates.contains { $0.organisation == owner }
  }

  func reckoner(in db: any Reading) throws -> AnnuityReckoner {
    AnnuityReckoner(rules: try rules.book(in: db), holidays: try holidays.book(in: db))
  }

  /// As ``lines(of:on:in:)``, for who only reads.
  private func keptLines(of portfolio: Portfolio, on day: Day, in db: any Reading) throws -> [HoldingLine] {
    try kept.lines(of: portfolio.id, on: day, in: db) { try lines(of: portfolio, on: day, in: $0) }
  }

  /// Everything in a portfolio as it stands on a day.
  func lines(of portfolio: Portfolio, on day: Day, in db: any Reading) throws -> [HoldingLine] {
    let reckoner = try reckoner(in: db)
    let contracts = try PortfolioRows.contracts(ofPortfolio: portfolio.id, in: db)
    return try PortfolioRows.holdings(of: portfolio.id, in: db).map { holding in
      try HoldingLine(holding, contracts[holding.id] ?? [], reckoner, on: day)
    }
  }
}

/// What portfolios ask of other parts of the zone.
public struct PortfolioSurroundings: Sendable {
  /// The mandates that an account holds on a day.
  public var mandates: @Sendable (Account, Day, any Reading) throws -> [Mandate]
  /// What registers call an organisation.
  public var name: @Sendable (SocialCreditCode, any Reading) throws -> String?
  /// Changes of ownership that the zone has on record for an application number.
  public var transfers: @Sendable (ApplicationNumber, any Reading) throws -> [(day: Day, words: Phrase)]

  public init(
    mandates: @escaping @Sendable (Account, Day, any Reading) throws -> [Mandate],
    name: @escaping @Sendable (SocialCreditCode, any Reading) throws -> String? = { _, _ in nil },
    transfers: @escaping @Sendable (ApplicationNumber, any Reading) throws -> [(day: Day, words: Phrase)] = { _, _ in []
    }
  ) {
    self.mandates = mandates
    self.name = name
    self.transfers = transfers
  }
}

/// A patent of a portfolio as it stands on a day.
public struct HoldingLine: Sendable {
  public let holding: Holding
  /// Nil for what has left the portfolio.
  public let state: AnnuityState?
  /// In force.
  public let contracts: [ContractKind]

  init(_ holding: Holding, _ contracts: [HoldingContract], _ reckoner: AnnuityReckoner, on day: Day) throws {
    let inForce = holding.departure == nil ? contracts.filter { $0.isInForce(on: day) }.map(\.kind) : []
    self.holding = holding
    self.contracts = Array(Set(inForce)).sorted { $0.rawValue < $1.rawValue }
    state =
      holding.departure == nil
      ? try reckoner.state(of: holding.facts, hasOpenLicence: inForce.contains(.openLicence), on: day) : nil
  }
}

extension HoldingLine {
  /// Whether its annuity comes due within the days that the owner wants to know ahead.
  public func isDueSoon(in portfolio: Portfolio, on today: Day) -> Bool {
    guard [.due, .unstated].contains(state?.mark), let due = state?.next else { return false }
    return due.day <= today.adding(days: portfolio.leadDays)
  }
}

/// A portfolio with its patents.
public struct PortfolioLine: Sendable {
  public let portfolio: Portfolio
  public let lines: [HoldingLine]
  /// What the annuities rest on.
  public internal(set) var rules: [RuleNote] = []

  /// Those that are the owner's today.
  public var held: [HoldingLine] { lines.filter { $0.holding.departure == nil } }

  public func count(_ mark: AnnuityMark) -> Int { lines.count { $0.state?.mark == mark } }

  /// How many annuities come due within the days that the owner wants to know ahead.
  public func dueSoon(on today: Day) -> Int { lines.count { $0.isDueSoon(in: portfolio, on: today) } }
}

/// A rule behind an amount.
public struct RuleNote: Sendable {
  public let id: RuleID
  public let title: Phrase
  /// How well its value is known; nil where it was read in its text.
  public let mark: Phrase?
}

/// What an account keeps, and what it could open.
public struct PortfolioIndex: Sendable {
  public let kept: [PortfolioLine]
  public let openable: [Mandate]
}

/// All portfolios in numbers.
public struct PortfolioSurvey: Sendable {
  public private(set) var portfolios = 0
  public private(set) var held = 0
  public private(set) var left = 0
  public private(set) var marks: [AnnuityMark: Int] = [:]
  public private(set) var contracts: [ContractKind: Int] = [:]
  /// Reviews by year, the latest first: how many, how many closed, how their patents stand.
  public private(set) var reviews: [ReviewYear] = []

  public struct ReviewYear: Sendable {
    public let year: Int
    public var reviews = 0
    public var closed = 0
    public var total = 0
    public var settled = 0
    public var counts: [ReviewDecision: Int] = [:]
  }

  mutating func count(_ lines: [HoldingLine]) {
    portfolios += 1
    for line in lines {
      guard let state = line.state else {
        left += 1
        continue
      }
      held += 1
      marks[state.mark, default: 0] += 1
      for kind in line.contracts { contracts[kind, default: 0] += 1 }
    }
  }

  mutating func count(_ summary: ReviewSummary, of review: PortfolioReview) {
    if !reviews.contains(where: { $0.year == review.year }) {
      reviews.append(ReviewYear(year: review.year))
      reviews.sort { $0.year > $1.year }
    }
    guard let place = reviews.firstIndex(where: { $0.year == review.year }) else { return }
    reviews[place].reviews += 1
    reviews[place].closed += review.isOpen ? 0 : 1
    reviews[place].total += summary.total
    reviews[place].settled += summary.settled
    reviews[place].counts.merge(summary.counts) { $0 + $1 }
  }
}

extension ID<Portfolio> {
  /// The portfolio as the journal names it.
  public var subject: Subject { Subject(table: "portfolios", number: number) }
}

extension ID<Holding> {
  public var subject: Subject { Subject(table: "portfolio_patents", number: number) }
}

extension ID<PortfolioReview> {
  public var subject: Subject { Subject(table: "portfolio_reviews", number: number) }
}

extension ID<ReviewItem> {
  public var subject: Subject { Subject(table: "portfolio_review_items", number: number) }
}

extension Action {
  static let openPortfolio = Action("portfolios.open", Phrase(zh: "建立专利组合", en: "Opened a portfolio"))
  static let setPortfolio = Action("portfolios.set", Phrase(zh: "设置专利组合", en: "Changed a portfolio’s settings"))
  static let takeOverPatents = Action("portfolios.take-over", Phrase(zh: "从登记库接收专利", en: "Took patents over"))
  static let correctHolding = Action("portfolios.correct", Phrase(zh: "更正组合中的专利", en: "Corrected a patent"))
  static let leaveHolding = Action("portfolios.leave", Phrase(zh: "专利移出组合", en: "A patent left its portfolio"))
  static let payAnnuity = Action("portfolios.pay", Phrase(zh: "登记缴纳年费", en: "Recorded an annuity"))
  static let addContract = Action("portfolios.add-contract", Phrase(zh: "登记许可或质押", en: "Recorded a licence or pledge"))
  static let endContract = Action("portfolios.end-contract", Phrase(zh: "许可或质押终止", en: "Ended a licence or pledge"))
  static let openReview = Action("portfolios.open-review", Phrase(zh: "开始年度盘点", en: "Opened a yearly review"))
  static let decideItem = Action("portfolios.decide", Phrase(zh: "盘点决定", en: "Decided on a patent"))
  static let lookAgain = Action("portfolios.second-look", Phrase(zh: "复核放弃", en: "Looked at an abandonment again"))
  static let sendItemBack = Action("portfolios.send-back", Phrase(zh: "复核退回", en: "Sent an abandonment back"))
  static let closeReview = Action("portfolios.close-review", Phrase(zh: "结束年度盘点", en: "Closed a yearly review"))
  static let takeOldPlatform = Action(
    "portfolios.import", Phrase(zh: "接收旧平台数据", en: "Took an old platform’s patents over"))
  static let remindOfAnnuities = Action("portfolios.remind", Phrase(zh: "年费提醒", en: "Sent notices of annuities"))
}
