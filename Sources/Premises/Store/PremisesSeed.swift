public import Access
import Journal
import JournalStore
public import Kernel
public import Premises
public import Storage

/// Invented premises for a demonstration; never for a zone in operation.
public enum PremisesSeed {
  /// Somebody to be given a room.
  public struct Tenant: Sendable {
    public let code: SocialCreditCode
    public let name: String
    public let from: Day
    /// The last day; nil while it is in.
    public let to: Day?
    /// Nil leaves the site to the dice.
    public let site: SiteCode?

    public init(_ code: SocialCreditCode, _ name: String, from: Day, to: Day? = nil, site: SiteCode? = nil) {
      self.code = code
      self.name = name
      self.from = from
      self.to = to
      self.site = site
    }
  }

  /// What was written.
  public struct Outcome: Sendable, Equatable {
    public let floors: Int
    public let rooms: Int
    public let occupancies: Int
    /// Tenants for whom no room was free on all of their days.
    public let unplaced: [SocialCreditCode]
  }

  /// Draws three sites with 2 + 1 + 1 buildings, 30 floors and some 260 rooms, whose areas add up to their floors,
  /// puts `tenants` into rooms, and enters criteria and clusters served; the same seed draws the same.
  ///
  /// - Throws: ``PremisesRefusal/establishedAlready`` where the sites are there already, ``AccessRefusal``.
  @discardableResult
  public static func demonstration(
    in database: any Database, tenants: [Tenant], seed: UInt64 = 20_240_315, world: World, by account: Account
  ) async throws -> Outcome {
    try account.require(.managePremises)
    return try await database.write { db in
      try Recording.writeBatch(Deed(.seedPremises, by: account), world: world, in: db) { recording in
        guard try PremisesRows.sites(in: db).isEmpty else { throw PremisesRefusal.establishedAlready }
        let sites = try PremisesFounding.write(recording, world)
        let built = Day(year: 2_020, month: 1, day: 1) ?? ClusterCatalogue.from
        let since = min(built, tenants.map(\.from).min() ?? built)
        let drawn = SampleFloors(sites: sites, since: since, seed: seed, world: world)
        try recording.insert(drawn.buildings.map(PremisesRows.values), into: .buildings)
        try recording.insert(drawn.floors.map(PremisesRows.values), into: .floors)
        try recording.insert(drawn.rooms.map(PremisesRows.values), into: .rooms)
        var placing = SamplePlacing(sites: sites, drawn, seed: seed &+ 1, world: world)
        for tenant in tenants { try placing.place(tenant) }
        try recording.insert(placing.occupancies.map(OccupancyRows.values), into: .occupancies)
        try writeCriteria(recording, world)
        try writeServices(placing.occupancies, recording, world)
        return Outcome(
          floors: drawn.floors.count, rooms: drawn.rooms.count, occupancies: placing.occupancies.count,
          unplaced: placing.unplaced)
      }
    }
  }

  private static func writeCriteria(_ recording: Recording, _ world: World) throws {
    let criteria = StageCriteria(
      id: world.newID(), from: ClusterCatalogue.from, thresholds: [], adoptedBy: "试验区运营管理中心（示例）",
      document: "服务机构分期标准（示例）")
    // Round numbers, invented: revenue in fen.
    let thresholds = [
      StageThreshold(.mature, .staff, atLeast: 30), StageThreshold(.mature, .revenue, atLeast: 1_000_000_000),
      StageThreshold(.mature, .years, atLeast: 5), StageThreshold(.growing, .staff, atLeast: 10),
      StageThreshold(.growing, .revenue, atLeast: 200_000_000), StageThreshold(.growing, .years, atLeast: 2),
    ]
    try recording.insert(StageRows.values(criteria), into: .stageCriteria)
    try recording.insert(
      thresholds.map { StageRows.values($0, world.newID(), of: criteria.id) }, into: .stageThresholds)
  }

  /// Five tenants serve a cluster each, so that gaps remain to be seen.
  private static func writeServices(_ occupancies: [Occupancy], _ recording: Recording, _ world: World) throws {
    let open = occupancies.filter { $0.stay.last == nil }
    let services = zip(open, ClusterCatalogue.entries(of: .jiangning).prefix(5)).map { occupancy, entry in
      ClusterService(
        id: world.newID(), cluster: entry.code, tenant: occupancy.tenant, stay: .since(occupancy.stay.first),
        ground: "服务合同清单（示例）")
    }
    try recording.insert(services.map(ClusterRows.values), into: .clusterServices)
  }
}
