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
  /// What a file would do; nothing is changed.
  public func trial(_ table: OldPlatformTable, in id: ID<Portfolio>, by account: Account) async throws
    -> OldPlatformTrial
  {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let plan = try desk.plan(table, for: portfolio, in: db)
      return OldPlatformTrial(portfolio: portfolio, counts: plan.counts, rows: plan.rows)
    }
  }

  /// Takes a file over: all of its usable rows, with an account of every single one.
  ///
  /// The same file again adds nothing.
  @discardableResult
  public func take(
    _ table: OldPlatformTable, named name: String, hash: String, into id: ID<Portfolio>, by account: Account
  ) async throws -> OldPlatformRun {
    try account.require(.keepPortfolios)
    let (desk, world) = (self, world)
    return try await database.write { db in
      let portfolio = try desk.portfolio(id, for: account, in: db)
      let runID: ID<OldPlatformRun> = world.newID()
      let deed = Deed(.takeOldPlatform, by: account, on: id.subject, facts: ["file": hash, "name": name])
      // A batch: the entry keeps the rows' count and sum, the rows themselves are their own account.
      return try Recording.writeBatch(deed, world: world, in: db) { recording in
        let plan = try desk.plan(table, for: portfolio, in: db)
        precondition(plan.counts.addsUp, "every row has become something")
        let run = OldPlatformRun(
          id: runID, portfolio: id, fileName: name, fileHash: hash, takenAt: world.now(),
          takenBy: account.displayName, counts: plan.counts)
        try recording.insert(plan.added.map(PortfolioRows.values), into: .holdings)
        for holding in plan.updated { try recording.update(PortfolioRows.values(holding), in: .holdings) }
        try recording.insert(OldPlatformRows.values(run), into: .oldPlatformRuns)
        try recording.insert(plan.rows.map { OldPlatformRows.values($0, of: runID) }, into: .oldPlatformRows)
        for effect in OldPlatformEffect.allCases { recording.state("\(plan.counts[effect])", as: effect.rawValue) }
        return run
      }
    }
  }

  /// The files that were taken over, the latest first.
  public func runs(of id: ID<Portfolio>, by account: Account) async throws -> (Portfolio, [OldPlatformRun]) {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      (try desk.portfolio(id, for: account, in: db), try OldPlatformRows.all(of: id, in: db))
    }
  }

  /// What became of the rows of a file, in its order.
  ///
  /// - Parameters:
  ///   - effects: which rows.
  ///   - place: only rows behind it.
  public func run(
    _ id: ID<OldPlatformRun>, effects: Set<OldPlatformEffect>, after place: Int = 0, limit: Int = 100,
    by account: Account
  ) async throws -> OldPlatformRunFile {
    try account.require(.keepPortfolios)
    let desk = self
    return try await database.read { db in
      guard let run = try OldPlatformRows.find(id, in: db) else { throw PortfolioRefusal.unknown(.run) }
      let portfolio = try desk.portfolio(run.portfolio, for: account, orElse: .run, in: db)
      return OldPlatformRunFile(
        portfolio: portfolio, run: run,
        rows: try OldPlatformRows.rows(of: id, effects: effects, after: place, limit: limit, in: db))
    }
  }

  private func plan(_ table: OldPlatformTable, for portfolio: Portfolio, in db: any Reading) throws -> OldPlatformPlan {
    let numbers = table.rows.compactMap { try? $0.content.get().number }
    let register = Dictionary(
      try PatentRegister.find(Array(Set(numbers)).sorted(), in: db).map { ($0.number, $0) }
    ) { first, _ in first }
    let there = Dictionary(
      try PortfolioRows.holdings(of: portfolio.id, in: db).map { ($0.number, $0) }
    ) { first, _ in first }
    var plan = OldPlatformPlan(portfolio: portfolio, register: register, there: there, world: world)
    for row in table.rows { plan.take(row) }
    return plan
  }
}

/// What the rows of a file come to.
struct OldPlatformPlan {
  let portfolio: Portfolio
  let register: [ApplicationNumber: RegisterEntry]
  let there: [ApplicationNumber: Holding]
  let world: World
  private(set) var rows: [OldPlatformRow] = []
  private(set) var added: [Holding] = []
  private(set) var updated: [Holding] = []
  private(set) var counts = OldPlatformCounts()
  /// The row in which each patent stood first.
  private var first: [ApplicationNumber: (line: Int, holding: ID<Holding>)] = [:]

  init(
    portfolio: Portfolio, register: [ApplicationNumber: RegisterEntry], there: [ApplicationNumber: Holding],
    world: World
  ) {
    self.portfolio = portfolio
    self.register = register
    self.there = there
    self.world = world
  }

  mutating func take(_ row: OldPlatformTable.Row) {
    do throws(OldPlatformTable.Rejected) {
      let content = try row.content.get()
      if let earlier = first[content.number] {
        note(
          row, .repeated, code: "portfolios.row.repeated",
          Phrase(zh: "与第 \(earlier.line) 行是同一件，不重复计", en: "The same patent as row \(earlier.line), counted once"),
          earlier.holding)
        return
      }
      let entry = register[content.number]
      if let old = there[content.number] { try update(old, content, row) } else { try add(content, entry, row) }
    } catch {
      note(row, .rejected, code: error.code, error.words, nil)
    }
  }

  private mutating func add(
    _ content: OldPlatformTable.Content, _ entry: RegisterEntry?, _ row: OldPlatformTable.Row
  ) throws(OldPlatformTable.Rejected) {
    if let said = content.filedOn, let known = entry?.filedOn, said != known { throw .init(.otherFilingDay) }
    guard let filedOn = entry?.filedOn ?? content.filedOn else { throw .init(.noFilingDay) }
    guard let title = entry?.title ?? content.title else { throw .init(.noTitle) }
    let applicants = content.applicants.isEmpty ? entry?.applicants ?? [] : content.applicants
    let granted = entry?.grantedOn ?? content.grantedOn
    if let granted, granted < filedOn { throw .init(.grantedBeforeFiled) }
    let facts = HoldingFacts(
      title: title, kind: content.kind, filedOn: filedOn, grantedOn: granted,
      inventors: content.inventors.isEmpty ? entry?.inventors ?? [] : content.inventors,
      department: content.department, role: HoldingFacts.role(of: portfolio.ownerName, among: applicants),
      coOwners: applicants.filter { $0 != portfolio.ownerName }.count == applicants.count && applicants.count == 1
        ? [] : applicants.filter { $0 != portfolio.ownerName },
      share: content.share,
      reduction: content.reduction ?? HoldingFacts.reduction(portfolio.reduction, sharedBy: applicants.count),
      paidThrough: content.paidThrough)
    let holding = Holding(
      id: world.newID(), portfolio: portfolio.id, number: content.number, patent: entry?.patent, facts: facts,
      departure: content.legalStatus.flatMap { Departure.Way(status: $0) }.map {
        Departure($0, on: nil, document: "")
      })
    added.append(holding)
    first[content.number] = (row.line, holding.id)
    note(row, .added, nil, holding.id)
  }

  /// What is on record stays where the file says nothing; a paid year never goes back.
  private mutating func update(
    _ old: Holding, _ content: OldPlatformTable.Content, _ row: OldPlatformTable.Row
  ) throws(OldPlatformTable.Rejected) {
    if let said = content.filedOn, said != old.facts.filedOn { throw .init(.otherFilingDay) }
    first[content.number] = (row.line, old.id)
    var new = old
    new.facts.grantedOn = old.facts.grantedOn ?? content.grantedOn
    new.facts.department = content.department ?? old.facts.department
    new.facts.share = content.share ?? old.facts.share
    if old.facts.inventors.isEmpty { new.facts.inventors = content.inventors }
    if let paid = content.paidThrough { new.facts.paidThrough = max(paid, old.facts.paidThrough ?? 0) }
    guard new != old else {
      note(row, .unchanged, nil, old.id)
      return
    }
    updated.append(new)
    note(row, .updated, nil, old.id)
  }

  private mutating func note(
    _ row: OldPlatformTable.Row, _ effect: OldPlatformEffect, code: String? = nil, _ words: Phrase?,
    _ holding: ID<Holding>?
  ) {
    counts.byEffect[effect, default: 0] += 1
    rows.append(
      OldPlatformRow(
        place: row.place, line: row.line, number: row.number, title: row.title, effect: effect, code: code,
        words: words, holding: holding))
  }
}

/// What a file would do.
public struct OldPlatformTrial: Sendable {
  public let portfolio: Portfolio
  public let counts: OldPlatformCounts
  public let rows: [OldPlatformRow]
}

/// A file that was taken over, with some of its rows.
public struct OldPlatformRunFile: Sendable {
  public let portfolio: Portfolio
  public let run: OldPlatformRun
  public let rows: [OldPlatformRow]
}
