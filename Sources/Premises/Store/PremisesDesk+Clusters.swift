public import Access
public import Journal
import JournalStore
public import Kernel
public import Premises
import Storage

extension PremisesDesk {
  /// Which clusters of a scheme the tenants of `day` serve; nil where no list holds on it.
  public func coverage(
    of scheme: ClusterScheme, on day: Day, by account: Account
  ) async throws -> CoverageReport? {
    try account.require(.readPremises)
    let facts = facts
    return try await database.read { db in
      guard let list = ClusterList.inForce(try ClusterRows.lists(in: db), of: scheme, on: day) else { return nil }
      let tenants = try Self.tenants(on: day, facts, in: db)
      let services = try ClusterRows.services(in: db).filter { !$0.isWithdrawn && $0.stay.contains(day) }
      let lines = try ClusterRows.clusters(of: list.id, in: db).map { cluster in
        let serving = tenants.compactMap { tenant -> ClusterCoverage.Tenant? in
          let own = services.first { $0.cluster == cluster.code && $0.tenant == tenant.code }
          guard own != nil || tenant.fact.clusters.contains(cluster.code) else { return nil }
          return ClusterCoverage.Tenant(code: tenant.code, name: tenant.name, service: own?.id)
        }
        return ClusterCoverage(cluster: cluster, tenants: serving)
      }
      return CoverageReport(list: list, lines: lines, tenants: tenants.count)
    }
  }

  /// The list of each scheme that holds on a day; none for a scheme without one.
  public func lists(on day: Day, by account: Account) async throws -> [ClusterList] {
    try account.require(.readPremises)
    return try await database.read { db in
      let lists = try ClusterRows.lists(in: db)
      return ClusterScheme.allCases.compactMap { ClusterList.inForce(lists, of: $0, on: day) }
    }
  }

  /// Puts a new list in the place of the one before, from a day on; the earlier days keep theirs.
  ///
  /// - Throws: ``StageRefusal/listFromThatDay(_:)``.
  @discardableResult
  public func replaceClusters(
    of scheme: ClusterScheme, with entries: [ClusterEntry], from: Day, standing: ClusterStanding, source: Phrase,
    because reason: String, by account: Account
  ) async throws -> ClusterList {
    try account.require(.setStageCriteria)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    guard !entries.isEmpty else { throw StageRefusal.noClusters }
    let (zh, en) = (try WrittenField.ground.require(source.zh), try WrittenField.ground.require(source.en))
    let list = ClusterList(
      id: world.newID(), scheme: scheme, from: from, standing: standing, source: Phrase(zh: zh, en: en))
    let world = world
    let subject = Subject(table: "cluster_lists", number: list.id.number)
    try await record(.replaceClusters, on: subject, because: reason.text, by: account) { recording, db in
      if try ClusterRows.lists(in: db).contains(where: { $0.scheme == scheme && $0.from == from }) {
        throw StageRefusal.listFromThatDay(from)
      }
      try PremisesFounding.write(list, entries, recording, world)
    }
    return list
  }

  /// The records of tenants that serve clusters, withdrawn ones too.
  public func services(by account: Account) async throws -> [ClusterService] {
    try account.require(.readPremises)
    return try await database.read { try ClusterRows.services(in: $0) }
  }

  /// Records that a tenant serves a cluster, by its code.
  ///
  /// - Throws: ``StageRefusal/notATenant`` for who has no room on `first`; ``StageRefusal/servesAlready``.
  @discardableResult
  public func addService(
    _ cluster: String, by tenant: SocialCreditCode, from first: Day, ground: String, account: Account
  ) async throws -> ClusterService {
    try account.require(.managePremises)
    let service = ClusterService(
      id: world.newID(), cluster: cluster, tenant: tenant, stay: .since(first),
      ground: try WrittenField.ground.require(ground))
    try await record(.addService, on: service.id.subject, by: account) { recording, db in
      let lists = try ClusterRows.lists(in: db)
      let isKnown = try lists.contains { try ClusterRows.clusters(of: $0.id, in: db).contains { $0.code == cluster } }
      guard isKnown else { throw PremisesRefusal.unknown(.cluster) }
      guard try OccupancyRows.counting(on: first, in: db).contains(where: { $0.tenant == tenant }) else {
        throw StageRefusal.notATenant
      }
      let isThere = try ClusterRows.services(in: db).contains {
        !$0.isWithdrawn && $0.cluster == cluster && $0.tenant == tenant && $0.stay.overlaps(service.stay)
      }
      if isThere { throw StageRefusal.servesAlready }
      try recording.insert(ClusterRows.values(service), into: .clusterServices)
    }
    return service
  }

  /// Takes such a record back.
  public func withdrawService(
    _ id: ID<ClusterService>, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.managePremises)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    try await record(.withdrawService, on: id.subject, because: reason.text, by: account) { recording, db in
      guard var found = try ClusterRows.services(in: db).first(where: { $0.id == id }) else {
        throw PremisesRefusal.unknown(.service)
      }
      guard !found.isWithdrawn else { throw PremisesRefusal.withdrawnAlready }
      found.isWithdrawn = true
      try recording.update(ClusterRows.values(found), in: .clusterServices, seen: seen)
    }
  }
}

/// Which clusters of a list the tenants of a day serve.
public struct CoverageReport: Sendable {
  public let list: ClusterList
  public let lines: [ClusterCoverage]
  /// How many tenants there are at all.
  public let tenants: Int

  public var gaps: [ClusterCoverage] { lines.filter(\.isGap) }
}

extension ID<ClusterService> {
  /// The record as the journal names it.
  public var subject: Subject { Subject(table: "cluster_services", number: number) }
}
