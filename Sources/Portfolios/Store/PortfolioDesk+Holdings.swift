public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Patents
import PatentsStore
public import Portfolios
import Storage

extension PortfolioDesk {
  /// A patent with its annuities, contracts, and what reviews decided.
  public func holding(_ id: ID<Holding>, by account: Account) async throws -> HoldingFile {
    try account.require(.keepPortfolios)
    let (desk, today) = (self, today)
    return try await database.read { db in
      let (holding, portfolio) = try desk.holding(id, for: account, in: db)
      let contracts = try PortfolioRows.contracts(of: id, in: db)
      let reckoner = try desk.reckoner(in: db)
      let reviews = try ReviewRows.all(of: portfolio.id, in: db)
      let decided = try ReviewRows.items(ofHolding: id, in: db).compactMap { item in
        reviews.first { $0.id == item.review }.map { (review: $0, item: item) }
      }
      return HoldingFile(
        portfolio: portfolio, line: try HoldingLine(holding, contracts, reckoner, on: today),
        schedule: try reckoner.schedule(
          of: holding.facts, hasOpenLicence: contracts.contains { $0.kind == .openLicence && $0.isInForce(on: today) }),
        term: try reckoner.term(of: holding.facts), contracts: contracts,
        payments: try PortfolioRows.payments(of: id, in: db), decided: decided,
        transfers: try desk.around.transfers(holding.number, db))
    }
  }

  /// Chinese applications of the register under a name, with those marked that are in the portfolio.
  public func candidates(
    for id: ID<Portfolio>, named name: String? = nil, by account: Account
  ) async throws -> [Candidate] {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let there = Set(try PortfolioRows.holdings(of: id, in: db).map(\.number))
      return try PatentRegister.applied(by: name ?? portfolio.ownerName, limit: Self.mostCandidates, in: db)
        .map {
          Candidate(
            number: $0.number, title: $0.title, filedOn: $0.filedOn, isHeld: there.contains($0.number))
        }
    }
  }

  public static let mostCandidates = 200

  /// Takes patents over from the register by their numbers; those that are there stay as they are.
  ///
  /// - Returns: how many were taken over.
  /// - Throws: ``PortfolioRefusal``, naming the numbers that are none or not in the register: then nothing is taken.
  @discardableResult
  public func takeOver(_ texts: [String], into id: ID<Portfolio>, by account: Account) async throws -> Int {
    try account.require(.keepPortfolios)
    let texts = texts.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    guard !texts.isEmpty else { throw PortfolioRefusal.nothingChosen }
    var (numbers, bad): ([ApplicationNumber], [String]) = ([], [])
    for text in texts {
      do throws(ApplicationNumberRefusal) {
        let number = try ApplicationNumberReading(text).number
        if !numbers.contains(number) { numbers.append(number) }
      } catch {
        bad.append(text)
      }
    }
    guard bad.isEmpty else { throw PortfolioRefusal.badNumbers(bad) }
    let (desk, world, wanted) = (self, world, numbers)
    return try await database.write { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let found = try PatentRegister.find(wanted, in: db)
      let usable = found.filter { $0.filedOn != nil && $0.title != nil }
      let missing = wanted.filter { number in !usable.contains { $0.number == number } }
      guard missing.isEmpty else { throw PortfolioRefusal.notInRegister(missing.map(\.description)) }
      let deed = Deed(.takeOverPatents, by: account, on: id.subject, facts: ["patents": "\(usable.count)"])
      return try Recording.write(deed, world: world, in: db) { recording in
        let there = Set(try PortfolioRows.holdings(of: id, in: db).map(\.number))
        let new = usable.filter { !there.contains($0.number) }
        try recording.insert(
          new.compactMap { entry in
            HoldingFacts(entry, in: portfolio).map { facts in
              PortfolioRows.values(
                Holding(
                  id: world.newID(), portfolio: id, number: entry.number, patent: entry.patent, facts: facts,
                  departure: entry.legalStatus.flatMap { Departure.Way(status: $0) }.map {
                    Departure($0, on: nil, document: "")
                  }))
            }
          }, into: .holdings)
        return new.count
      }
    }
  }

  /// Writes what the owner knows of a patent.
  public func correct(
    _ id: ID<Holding>, to facts: HoldingFacts, seen: Int64, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    let facts = try facts.checked()
    guard facts.filedOn <= today else { throw PortfolioRefusal.dayAhead(.filed) }
    if let granted = facts.grantedOn, granted > today { throw PortfolioRefusal.dayAhead(.granted) }
    try await change(id, .correctHolding, by: account) { holding, recording, desk, db in
      let last = try desk.reckoner(in: db).term(of: facts)
      if let paid = facts.paidThrough, paid > last { throw PortfolioRefusal.noSuchYear(paid, through: last) }
      var corrected = holding
      corrected.facts = facts
      try recording.update(PortfolioRows.values(corrected), in: .holdings, seen: seen)
    }
  }

  /// The patent is the owner's no more.
  public func leave(
    _ id: ID<Holding>, _ departure: Departure, seen: Int64, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    guard let day = departure.day else { throw PortfolioRefusal.missing(.day) }
    guard day <= today else { throw PortfolioRefusal.dayAhead(.day) }
    guard !departure.document.isEmpty else { throw PortfolioRefusal.missing(.document) }
    guard departure.document.count <= 200 else { throw PortfolioRefusal.tooLong(.document, limit: 200) }
    let today = today
    try await change(id, .leaveHolding, by: account) { holding, recording, _, db in
      let bound = try PortfolioRows.contracts(of: id, in: db).filter { $0.isInForce(on: today) }.map(\.kind)
      if departure.way == .abandoned, !bound.isEmpty { throw PortfolioRefusal.boundByContract(bound) }
      var left = holding
      left.departure = departure
      try recording.update(PortfolioRows.values(left), in: .holdings, seen: seen)
    }
  }

  /// Records a paid annuity, which is the next one where the last is on record.
  public func pay(
    _ id: ID<Holding>, year: Int, amount: Fen, surcharge: Fen, on day: Day, document: String, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    guard day <= today else { throw PortfolioRefusal.dayAhead(.day) }
    let document = document.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !document.isEmpty else { throw PortfolioRefusal.missing(.document) }
    guard document.count <= 200 else { throw PortfolioRefusal.tooLong(.document, limit: 200) }
    guard amount.value >= 0, surcharge.value >= 0 else { throw PortfolioRefusal.noSuchAmount }
    let payment = AnnuityPayment(
      id: world.newID(), holding: id, year: year, amount: amount, surcharge: surcharge, paidOn: day,
      document: document)
    try await change(id, .payAnnuity, by: account, because: document) { holding, recording, desk, db in
      let term = try desk.reckoner(in: db).term(of: holding.facts)
      guard (1...term).contains(year) else { throw PortfolioRefusal.noSuchYear(year, through: term) }
      let granted = holding.facts.grantedOn.map { AnnuityReckoner.year(of: $0, filed: holding.facts.filedOn) } ?? 0
      if let paid = holding.facts.paidThrough, year != max(paid, granted) + 1 {
        throw PortfolioRefusal.notNextYear(max(paid, granted) + 1)
      }
      var paid = holding
      paid.facts.paidThrough = year
      try recording.insert(PortfolioRows.values(payment), into: .annuityPayments)
      try recording.update(PortfolioRows.values(paid), in: .holdings)
    }
  }

  public func addContract(_ draft: ContractDraft, on id: ID<Holding>, by account: Account) async throws {
    try account.require(.keepPortfolios)
    let draft = try draft.checked()
    let contract = HoldingContract(
      id: world.newID(), holding: id, kind: draft.kind, counterparty: draft.counterparty, document: draft.document,
      from: draft.from, to: draft.to)
    try await change(id, .addContract, by: account, because: draft.document) { _, recording, _, _ in
      try recording.insert(PortfolioRows.values(contract), into: .holdingContracts)
    }
  }

  public func endContract(
    _ id: ID<HoldingContract>, on day: Day, seen: Int64, by account: Account
  ) async throws {
    try account.require(.keepPortfolios)
    guard day <= today else { throw PortfolioRefusal.dayAhead(.ended) }
    let (desk, world) = (self, world)
    try await database.write { db in
      guard var contract = try PortfolioRows.contract(id, in: db) else { throw PortfolioRefusal.unknown(.contract) }
      _ = try desk.holding(contract.holding, for: account, in: db)
      guard contract.endedOn == nil else { throw PortfolioRefusal.endedAlready }
      guard day >= contract.from else { throw PortfolioRefusal.endsBeforeItBegins }
      try Recording.write(
        Deed(.endContract, by: account, on: contract.holding.subject), world: world, in: db
      ) { recording in
        contract.endedOn = day
        try recording.update(PortfolioRows.values(contract), in: .holdingContracts, seen: seen)
      }
    }
  }

  /// A contract with the patent that it is about.
  public func contract(_ id: ID<HoldingContract>, by account: Account) async throws -> (
    HoldingContract, Holding, Portfolio
  ) {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      guard let contract = try PortfolioRows.contract(id, in: db) else { throw PortfolioRefusal.unknown(.contract) }
      let (holding, portfolio) = try desk.holding(contract.holding, for: account, in: db)
      return (contract, holding, portfolio)
    }
  }

  private func change(
    _ id: ID<Holding>, _ action: Action, by account: Account, because reason: String? = nil,
    _ work: @escaping @Sendable (Holding, Recording, PortfolioDesk, any Writing) throws -> Void
  ) async throws {
    let (desk, world) = (self, world)
    try await database.write { db in
      let (holding, _) = try desk.holding(id, for: account, in: db)
      guard holding.departure == nil else { throw PortfolioRefusal.leftAlready }
      try Recording.write(
        Deed(action, by: account, on: id.subject, because: reason), world: world, in: db
      ) { try work(holding, $0, desk, db) }
    }
  }
}

/// A licence or pledge before it is checked.
public struct ContractDraft: Sendable {
  public var kind: ContractKind
  public var counterparty: String
  public var document: String
  public var from: Day
  public var to: Day?

  public init(_ kind: ContractKind, with counterparty: String, document: String, from: Day, to: Day?) {
    self.kind = kind
    self.counterparty = counterparty
    self.document = document
    self.from = from
    self.to = to
  }

  /// An open licence is to everybody, so it names nobody.
  func checked() throws(PortfolioRefusal) -> ContractDraft {
    guard kind == .openLicence || !counterparty.isEmpty else { throw .missing(.counterparty) }
    guard counterparty.count <= 200 else { throw .tooLong(.counterparty, limit: 200) }
    guard !document.isEmpty else { throw .missing(.document) }
    guard document.count <= 200 else { throw .tooLong(.document, limit: 200) }
    if let to, to < from { throw .endsBeforeItBegins }
    return self
  }
}

/// A patent of the register that a portfolio may take over.
public struct Candidate: Sendable {
  public let number: ApplicationNumber
  public let title: String?
  public let filedOn: Day?
  public let isHeld: Bool
}

/// A patent as its page shows it.
public struct HoldingFile: Sendable {
  public let portfolio: Portfolio
  public let line: HoldingLine
  public let schedule: [AnnuityDue]
  /// In years.
  public let term: Int
  public let contracts: [HoldingContract]
  public let payments: [AnnuityPayment]
  public let decided: [(review: PortfolioReview, item: ReviewItem)]
  public let transfers: [(day: Day, words: Phrase)]

  public var holding: Holding { line.holding }
}

extension HoldingFacts {
  /// What the register says, for a portfolio; nil without a title or a filing date.
  init?(_ entry: RegisterEntry, in portfolio: Portfolio) {
    guard let title = entry.title, let filedOn = entry.filedOn else { return nil }
    let others = entry.applicants.filter { $0 != portfolio.ownerName }
    self.init(
      title: title, kind: entry.kind, filedOn: filedOn, grantedOn: entry.grantedOn, inventors: entry.inventors,
      role: Self.role(of: portfolio.ownerName, among: entry.applicants), coOwners: others,
      reduction: Self.reduction(portfolio.reduction, sharedBy: entry.applicants.count))
  }

  static func role(of owner: String, among applicants: [String]) -> OwnerRole {
    guard applicants.count > 1 else { return .sole }
    return applicants.first == owner ? .first : .other
  }

  /// Several patentees are reduced by less.
  static func reduction(_ usual: FeeReduction, sharedBy owners: Int) -> FeeReduction {
    usual == .single && owners > 1 ? .joint : usual
  }
}
