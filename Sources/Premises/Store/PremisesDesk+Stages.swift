public import Access
public import Journal
import JournalStore
public import Kernel
public import Premises
import Storage

extension PremisesDesk {
  /// Every tenant of `day` with its stage by the criteria of that day; the facts behind it are only for who manages
  /// the premises.
  public func stages(on day: Day, by account: Account) async throws -> StageList {
    try account.require(.readPremises)
    let (facts, mayKnow) = (facts, account.may(.managePremises))
    return try await database.read { db in
      let criteria = StageCriteria.inForce(try StageRows.criteria(in: db), on: day)
      let lines = try Self.tenants(on: day, facts, in: db).map { tenant in
        StageLine(
          tenant: tenant.code, name: tenant.name, sites: tenant.sites,
          fact: mayKnow ? tenant.fact : tenant.fact.nameOnly,
          finding: StageFinding(tenant.fact, by: criteria, on: day))
      }
      return StageList(criteria: criteria, sites: try PremisesRows.sites(in: db), lines: lines)
    }
  }

  /// Every version of the criteria, the latest first.
  public func criteria(by account: Account) async throws -> [StageCriteria] {
    try account.require(.readPremises)
    return try await database.read { try StageRows.criteria(in: $0) }
  }

  /// A version with the moves that it brought when it was adopted; their reasons, which name a tenant's values, are
  /// only for who manages the premises.
  public func findCriteria(_ id: ID<StageCriteria>, by account: Account) async throws -> CriteriaFile {
    try account.require(.readPremises)
    let mayKnow = account.may(.managePremises)
    return try await database.read { db in
      guard let found = try StageRows.criteria(in: db).first(where: { $0.id == id }) else {
        throw PremisesRefusal.unknown(.criteria)
      }
      let moves = try StageRows.moves(of: id, in: db)
      return CriteriaFile(criteria: found, moves: mayKnow ? moves : moves.map { $0.withoutReasons() })
    }
  }

  /// Who would move from which stage to which, and why, if `draft` were adopted; nothing is changed.
  ///
  /// - Throws: ``StageRefusal/criteriaFromThatDay(_:)``.
  public func preview(_ draft: CriteriaDraft, by account: Account) async throws -> [StageMove] {
    try account.require(.setStageCriteria)
    let facts = facts
    return try await database.read { try Self.moves(draft, facts, in: $0) }
  }

  /// Adopts `draft` and keeps the list of moves with it.
  ///
  /// - Parameter mark: ``StageMove/mark(of:)`` of the list that the user saw.
  /// - Throws: ``StageRefusal/previewOutdated`` where the list is another by now.
  @discardableResult
  public func adopt(
    _ draft: CriteriaDraft, adoptedBy: String, document: String, seen mark: String, by account: Account
  ) async throws -> StageCriteria {
    try account.require(.setStageCriteria)
    let (world, facts) = (world, facts)
    let criteria = draft.version(
      world.newID(), adoptedBy: try WrittenField.adoptedBy.require(adoptedBy),
      document: try WrittenField.document.require(document))
    try await record(.adoptCriteria, on: criteria.id.subject, because: criteria.document, by: account) {
      recording, db in
      let moves = try Self.moves(draft, facts, in: db)
      guard StageMove.mark(of: moves) == mark else { throw StageRefusal.previewOutdated }
      try recording.insert(StageRows.values(criteria), into: .stageCriteria)
      try recording.insert(
        criteria.thresholds.map { StageRows.values($0, world.newID(), of: criteria.id) }, into: .stageThresholds)
      try recording.insert(
        moves.map { StageRows.values($0, world.newID(), of: criteria.id) }, into: .stageMoves)
    }
    return criteria
  }

  /// Takes a version back that was adopted by mistake; its list of moves stays to be seen.
  public func withdrawCriteria(
    _ id: ID<StageCriteria>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.setStageCriteria)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    try await record(.withdrawCriteria, on: id.subject, because: reason.text, by: account) { recording, db in
      guard let found = try StageRows.criteria(in: db).first(where: { $0.id == id }) else {
        throw PremisesRefusal.unknown(.criteria)
      }
      guard !found.isWithdrawn else { throw PremisesRefusal.withdrawnAlready }
      try recording.update(StageRows.values(found.withdrawn()), in: .stageCriteria, seen: seen)
    }
  }

  private static func moves(_ draft: CriteriaDraft, _ facts: TenantFacts, in db: any Reading) throws -> [StageMove] {
    let versions = try StageRows.criteria(in: db)
    if versions.contains(where: { !$0.isWithdrawn && $0.from == draft.from }) {
      throw StageRefusal.criteriaFromThatDay(draft.from)
    }
    let old = StageCriteria.inForce(versions, on: draft.from)
    return try tenants(on: draft.from, facts, in: db).compactMap { tenant in
      StageMove(tenant.code, named: tenant.name, tenant.fact, from: old, to: draft.version(), on: draft.from)
    }
  }

  /// Who has a room on `day`, with what is known of each; names are the register's where it knows them.
  static func tenants(
    on day: Day, _ facts: TenantFacts, in db: any Reading
  ) throws -> [(code: SocialCreditCode, name: String, sites: [SiteCode], fact: TenantFact)] {
    let stays = try OccupancyRows.counting(on: day, in: db)
    let book = PremisesBook(sites: [], buildings: [], floors: [], rooms: [], occupancies: stays)
    let tenants = book.tenants(on: day)
    let known = try facts.find(tenants.map(\.code), day, db)
    return tenants.map { tenant in
      let fact = known[tenant.code] ?? TenantFact()
      return (tenant.code, fact.name ?? tenant.name, tenant.sites, fact)
    }
  }
}

/// A version of the criteria and what it changed.
public struct CriteriaFile: Sendable {
  public let criteria: StageCriteria
  public let moves: [StageMove]
}

/// The tenants of a day, staged.
public struct StageList: Sendable {
  /// Nil where none hold.
  public let criteria: StageCriteria?
  public let sites: [PremisesSite]
  public let lines: [StageLine]

  /// The site for a stage; nil where the stage is not known or no site is for it.
  public func suggestedSite(for finding: StageFinding) -> SiteCode? {
    guard let stage = finding.stage else { return nil }
    return sites.first { $0.stage == stage }?.code
  }
}

/// One tenant and its stage.
public struct StageLine: Sendable {
  public let tenant: SocialCreditCode
  public let name: String
  public let sites: [SiteCode]
  public let fact: TenantFact
  public let finding: StageFinding
}

extension ID<StageCriteria> {
  /// The version as the journal names it.
  public var subject: Subject { Subject(table: "stage_criteria", number: number) }
}

extension StageCriteria {
  fileprivate func withdrawn() -> StageCriteria {
    StageCriteria(
      id: id, from: from, thresholds: thresholds, adoptedBy: adoptedBy, document: document, isWithdrawn: true,
      revision: revision)
  }
}
