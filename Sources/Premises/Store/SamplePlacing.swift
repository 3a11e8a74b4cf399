import Kernel
import Premises

/// Finds rooms for sample tenants.
struct SamplePlacing {
  private(set) var occupancies: [Occupancy] = []
  private(set) var unplaced: [SocialCreditCode] = []
  /// How many rooms of a site stay free, however many ask: those who move in later need one.
  private static let kept = 3
  private let sites: [PremisesSite]
  /// Those that can be let, in the order in which they are offered.
  private let rooms: [SiteCode: [Room]]
  private var stays: [ID<Room>: [Stay]] = [:]
  private let world: World
  private var dice: SeededDice

  init(sites: [PremisesSite], _ drawn: SampleFloors, seed: UInt64, world: World) {
    self.sites = sites
    self.world = world
    var dice = SeededDice(seed: seed)
    let siteOfBuilding = drawn.buildings.reduce(into: [:]) { $0[$1.id] = $1.site }
    let siteOfFloor = drawn.floors.reduce(into: [:]) { $0[$1.id] = siteOfBuilding[$1.building] }
    rooms = sites.reduce(into: [:]) { found, site in
      let lettable = dice.shuffle(drawn.rooms.filter { $0.use.isLettable && siteOfFloor[$0.floor] == site.id })
      found[site.code] = Array(lettable.dropLast(min(Self.kept, lettable.count / 4)))
    }
    self.dice = dice
  }

  /// Gives a tenant a room, and every fifth a second one; where its site is full, one of the others has to do.
  mutating func place(_ tenant: PremisesSeed.Tenant) throws(MoveRefusal) {
    let stay = try Stay(from: tenant.from, to: tenant.to)
    let wanted = tenant.site ?? anySite()
    let order = [wanted] + SiteCode.allCases.filter { $0 != wanted }
    let count = dice.roll(below: 5) == 0 ? 2 : 1
    var placed = 0
    for code in order where placed == 0 {
      for room in (rooms[code] ?? []).filter({ isFree($0, stay) }).prefix(count) {
        add(tenant, stay, room, at: code)
        placed += 1
      }
    }
    if placed == 0 { unplaced.append(tenant.code) }
  }

  /// A site as often as it has rooms.
  private mutating func anySite() -> SiteCode {
    var place = dice.roll(below: max(1, rooms.values.reduce(0) { $0 + $1.count }))
    for code in SiteCode.allCases {
      place -= rooms[code]?.count ?? 0
      if place < 0 { return code }
    }
    return .centre
  }

  private func isFree(_ room: Room, _ stay: Stay) -> Bool {
    room.span.covers(stay) && !(stays[room.id] ?? []).contains { $0.overlaps(stay) }
  }

  private mutating func add(_ tenant: PremisesSeed.Tenant, _ stay: Stay, _ room: Room, at site: SiteCode) {
    stays[room.id, default: []].append(stay)
    let number = occupancies.count + 1
    let reasons: [DepartureReason] = [.expired, .own, .appraisal, .graduated]
    let departure = stay.last.map { last in
      Departure(reason: reasons[number % reasons.count], decision: "迁出决定（示例）〔\(last.year)〕\(number)号")
    }
    occupancies.append(
      Occupancy(
        id: world.newID(), room: room.id, site: site, tenant: tenant.code, tenantName: tenant.name, stay: stay,
        stage: sites.first { $0.code == site }?.stage, contract: "入驻合同（示例）〔\(stay.first.year)〕\(number)号",
        decision: "入驻决定（示例）〔\(stay.first.year)〕\(number)号", departure: departure))
  }
}
