import JournalStore
import Kernel
import Patents
import Portfolios
import Storage

/// The only SQL that knows `portfolios`, `portfolio_patents`, `portfolio_contracts`, `portfolio_payments` and
/// `portfolio_reminders`.
enum PortfolioRows {
  private static let columns: SQL = "id, owner, owner_name, reduction, lead_days, entry"

  static func find(_ id: ID<Portfolio>, in db: any Reading) throws -> Portfolio? {
    try db.row("SELECT \(columns) FROM portfolios WHERE id = \(id)").map(Portfolio.init(row:))
  }

  static func find(of owner: SocialCreditCode, in db: any Reading) throws -> Portfolio? {
    try db.row("SELECT \(columns) FROM portfolios WHERE owner = \(owner.description)").map(Portfolio.init(row:))
  }

  static func all(in db: any Reading) throws -> [Portfolio] {
    try db.rows("SELECT \(columns) FROM portfolios ORDER BY id").map(Portfolio.init(row:))
  }

  static func values(_ portfolio: Portfolio) -> [SQLValue] {
    [
      portfolio.id.sqlValue, .text(portfolio.owner.description), .text(portfolio.ownerName),
      .text(portfolio.reduction.rawValue), portfolio.leadDays.sqlValue,
    ]
  }

  static let holdingColumns: SQL = "\(RecordTable.holdings.columnList), entry"

  static func holding(_ id: ID<Holding>, in db: any Reading) throws -> Holding? {
    try db.row("SELECT \(holdingColumns) FROM portfolio_patents WHERE id = \(id)").map(Holding.init(row:))
  }

  /// All that are or were in a portfolio, in the order of their numbers.
  static func holdings(of portfolio: ID<Portfolio>, in db: any Reading) throws -> [Holding] {
    try db.rows(
      "SELECT \(holdingColumns) FROM portfolio_patents WHERE portfolio = \(portfolio) ORDER BY number"
    ).map(Holding.init(row:))
  }

  static func values(_ holding: Holding) -> [SQLValue] {
    let facts = holding.facts
    return [
      holding.id.sqlValue, holding.portfolio.sqlValue, .text(holding.number.description), holding.patent.sqlValue,
      .text(facts.title), .text(facts.kind.rawValue), facts.filedOn.sqlValue, facts.grantedOn.sqlValue,
      .text(lines(facts.inventors)), facts.department.sqlValue, .text(facts.role.rawValue),
      .text(lines(facts.coOwners)), facts.share.sqlValue, .text(facts.reduction.rawValue),
      facts.paidThrough.sqlValue, (holding.departure?.way.rawValue).sqlValue, holding.departure?.day.sqlValue ?? .null,
      (holding.departure?.document).sqlValue,
    ]
  }

  private static let contractColumns: SQL =
    "c.id, c.holding, c.kind, c.counterparty, c.document, c.first_day, c.last_day, c.ended_on, c.entry"

  static func contract(_ id: ID<HoldingContract>, in db: any Reading) throws -> HoldingContract? {
    try db.row("SELECT \(contractColumns) FROM portfolio_contracts c WHERE c.id = \(id)")
      .map(HoldingContract.init(row:))
  }

  static func contracts(of holding: ID<Holding>, in db: any Reading) throws -> [HoldingContract] {
    try db.rows(
      "SELECT \(contractColumns) FROM portfolio_contracts c WHERE c.holding = \(holding) ORDER BY c.first_day DESC, c.id"
    )
    .map(HoldingContract.init(row:))
  }

  /// Licences and pledges of a whole portfolio, by patent.
  static func contracts(ofPortfolio id: ID<Portfolio>, in db: any Reading) throws -> [ID<Holding>: [HoldingContract]] {
    let found = try db.rows(
      """
      SELECT \(contractColumns) FROM portfolio_contracts c JOIN portfolio_patents p ON p.id = c.holding
      WHERE p.portfolio = \(id) ORDER BY c.id
      """
    ).map(HoldingContract.init(row:))
    return Dictionary(grouping: found, by: \.holding)
  }

  static func values(_ contract: HoldingContract) -> [SQLValue] {
    [
      contract.id.sqlValue, contract.holding.sqlValue, .text(contract.kind.rawValue), .text(contract.counterparty),
      .text(contract.document), contract.from.sqlValue, contract.to.sqlValue, contract.endedOn.sqlValue,
    ]
  }

  static func payments(of holding: ID<Holding>, in db: any Reading) throws -> [AnnuityPayment] {
    try db.rows(
      """
      SELECT id, holding, year, amount, surcharge, paid_on, document FROM portfolio_payments
      WHERE holding = \(holding) ORDER BY year DESC
      """
    ).map { row in
      var columns = row.columns
      return try AnnuityPayment(
        id: columns.id(), holding: columns.id(), year: columns.int(), amount: Fen(columns.integer()),
        surcharge: Fen(columns.integer()), paidOn: columns.day(), document: columns.text())
    }
  }

  static func values(_ payment: AnnuityPayment) -> [SQLValue] {
    [
      payment.id.sqlValue, payment.holding.sqlValue, payment.year.sqlValue, payment.amount.sqlValue,
      payment.surcharge.sqlValue, payment.paidOn.sqlValue, .text(payment.document),
    ]
  }

  /// The annuities of a portfolio that those concerned were told of.
  static func reminders(of portfolio: ID<Portfolio>, in db: any Reading) throws -> Set<AnnuityReminder> {
    Set(
      try db.rows(
        """
        SELECT r.holding, r.year, r.sort FROM portfolio_reminders r JOIN portfolio_patents p ON p.id = r.holding
        WHERE p.portfolio = \(portfolio)
        """
      ).map { row in
        var columns = row.columns
        return try AnnuityReminder(holding: columns.id(), year: columns.int(), sort: columns.value())
      })
  }

  static func lines(_ names: [String]) -> String { names.joined(separator: "\n") }
  static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}

/// A notice that was sent of an annuity.
struct AnnuityReminder: Hashable {
  let holding: ID<Holding>
  let year: Int
  let sort: Sort

  enum Sort: String { case ahead, late }
}

extension Portfolio {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), owner: SocialCreditCode(columns.text()), ownerName: columns.text(),
      reduction: columns.value(), leadDays: columns.int(), revision: columns.integer())
  }
}

extension Holding {
  init(row: Row) throws {
    var columns = row.columns
    let (id, portfolio): (ID<Holding>, ID<Portfolio>) = (try columns.id(), try columns.id())
    let number = try ApplicationNumber(columns.text())
    let patent: ID<Patent>? = try columns.optional { try $0.id() }
    let facts = try HoldingFacts(
      title: columns.text(), kind: columns.value(), filedOn: columns.day(),
      grantedOn: columns.optional { try $0.day() }, inventors: PortfolioRows.list(columns.text()),
      department: columns.optional { try $0.text() }, role: columns.value(),
      coOwners: PortfolioRows.list(columns.text()), share: columns.optional { BasisPoints(try $0.int()) },
      reduction: columns.value(), paidThrough: columns.optional { try $0.int() })
    let way: Departure.Way? = try columns.optional { try $0.value() }
    let day = try columns.optional { try $0.day() }
    let document = try columns.optional { try $0.text() }
    try self.init(
      id: id, portfolio: portfolio, number: number, patent: patent, facts: facts,
      departure: way.map { Departure($0, on: day, document: document ?? "") }, revision: columns.integer())
    try columns.end()
  }
}

extension HoldingContract {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), holding: columns.id(), kind: columns.value(), counterparty: columns.text(),
      document: columns.text(), from: columns.day(), to: columns.optional { try $0.day() },
      endedOn: columns.optional { try $0.day() }, revision: columns.integer())
    try columns.end()
  }
}
