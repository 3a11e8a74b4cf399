public import Access
public import Journal
import JournalStore
public import Kernel
public import Premises
public import Storage

/// What the zone does with its space: build it up, let tenants in and out, stage them, and see whom they serve.
public struct PremisesDesk: Sendable {
  let database: any Database
  let world: World
  let facts: TenantFacts
  private let books = KeptValue<PremisesBook>(of: [.sites, .buildings, .floors, .rooms, .occupancies])

  /// - Parameter facts: what other registers know of tenants.
  public init(database: any Database, world: World, facts: TenantFacts = .none) {
    self.database = database
    self.world = world
    self.facts = facts
  }

  /// Sites, rooms and occupancies of all times.
  ///
  /// Contracts, decisions, disputes and withdrawn entries are in it only for who manages the premises.
  public func book(by account: Account) async throws -> PremisesBook {
    try account.require(.readPremises)
    let books = books
    let book = try await database.read { try books.value(in: $0, compute: PremisesRows.book) }
    return account.may(.managePremises) ? book : book.withoutTerms()
  }

  /// Sets up 一中心、两基地 and the provisional lists of clusters: once, before anything else.
  ///
  /// - Throws: ``PremisesRefusal/establishedAlready``.
  public func establish(by account: Account) async throws {
    try account.require(.managePremises)
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.establishPremises, by: account), world: world, in: db) { recording in
        guard try PremisesRows.sites(in: db).isEmpty else { throw PremisesRefusal.establishedAlready }
        _ = try PremisesFounding.write(recording, world)
      }
    }
  }
}

extension ID<Room> {
  /// The room as the journal names it.
  public var subject: Subject { Subject(table: "rooms", number: number) }
}

extension ID<Occupancy> {
  /// The occupancy as the journal names it.
  public var subject: Subject { Subject(table: "occupancies", number: number) }
}

extension Permission {
  public static let readPremises = Permission("premises.read", Phrase(zh: "查看载体空间", en: "See the premises"))
  public static let managePremises = Permission(
    "premises.manage", Phrase(zh: "办理入驻和迁出", en: "Record move-ins and move-outs"))
  public static let setStageCriteria = Permission(
    "premises.set-criteria", Phrase(zh: "发布分期标准", en: "Publish criteria of stages"))
}

extension Action {
  static let establishPremises = Action(
    "premises.establish", Phrase(zh: "建立一中心、两基地", en: "Set up the three sites"))
  static let reassignSite = Action("premises.reassign-site", Phrase(zh: "调整片区功能定位", en: "Changed a site's function"))
  static let addBuilding = Action("premises.add-building", Phrase(zh: "添加楼栋", en: "Added a building"))
  static let addFloor = Action("premises.add-floor", Phrase(zh: "添加楼层", en: "Added a floor"))
  static let addRoom = Action("premises.add-room", Phrase(zh: "添加房间", en: "Added a room"))
  static let correctRoom = Action("premises.correct-room", Phrase(zh: "更正房间", en: "Corrected a room"))
  static let moveIn = Action("premises.move-in", Phrase(zh: "登记入驻", en: "Recorded a move-in"))
  static let moveOut = Action("premises.move-out", Phrase(zh: "登记迁出", en: "Recorded a move-out"))
  static let correctOccupancy = Action(
    "premises.correct-occupancy", Phrase(zh: "更正入驻记录", en: "Corrected an occupancy"))
  static let withdrawOccupancy = Action(
    "premises.withdraw-occupancy", Phrase(zh: "撤回入驻记录", en: "Withdrew an occupancy"))
  static let adoptCriteria = Action("premises.adopt-criteria", Phrase(zh: "发布分期标准", en: "Published criteria"))
  static let withdrawCriteria = Action(
    "premises.withdraw-criteria", Phrase(zh: "撤回分期标准", en: "Withdrew criteria"))
  static let addService = Action("premises.add-service", Phrase(zh: "登记服务集群", en: "Recorded a cluster served"))
  static let withdrawService = Action(
    "premises.withdraw-service", Phrase(zh: "撤回服务集群", en: "Withdrew a cluster served"))
  static let replaceClusters = Action(
    "premises.replace-clusters", Phrase(zh: "更新产业集群清单", en: "Replaced a list of clusters"))
  static let seedPremises = Action("premises.seed", Phrase(zh: "写入示例空间", en: "Wrote sample premises"))
}
