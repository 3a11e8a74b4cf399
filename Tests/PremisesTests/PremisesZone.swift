import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Premises
import PremisesStore
import Storage
import Synchronization
import Testing

/// A zone with its three sites and one floor of 100 m² with four rooms, in which a test moves tenants.
struct PremisesZone: Sendable {
  let database: any Database
  let clock: Clock
  let facts: TenantFacts
  let clerk = Account.console([.readPremises, .managePremises, .setStageCriteria, .verifyJournal])
  let visitor = Account.visitor([.readPremises])

  var world: World { clock.world }
  var desk: PremisesDesk { PremisesDesk(database: database, world: world, facts: facts) }

  static func with(
    _ kind: DatabaseKind, facts: TenantFacts = .none, _ work: (PremisesZone) async throws -> Void
  ) async throws {
    try await kind.withDatabase(journalMigrations + premisesMigrations) { database in
      let zone = PremisesZone(database: database, clock: Clock(), facts: facts)
      try await zone.desk.establish(by: zone.clerk)
      try await work(zone)
    }
  }

  /// Rooms of 30, 30, 25 and 10 m² on a floor of 100 m²: five are missing.
  func buildFloor(at site: SiteCode = .centre, named name: String = "A座") async throws -> [Room] {
    let place = try #require(try await desk.book(by: clerk).sites.first { $0.code == site })
    let building = try await desk.addBuilding(name, to: place.id, by: clerk)
    let floor = try await desk.addFloor(
      3, to: building.id, gross: area("120"), usable: area("100"),
      outline: Outline(x: 0, y: 0, width: 120, height: 100),
      by: clerk)
    var rooms: [Room] = []
    for (number, size, use) in [
      ("301", "30", RoomUse.office), ("302", "30", .office), ("303", "25", .desk), ("304", "10", .common),
    ] {
      rooms.append(
        try await desk.addRoom(
          number, to: floor.id, area: area(size), outline: Outline(x: 0, y: 0, width: 10, height: 10), use: use,
          from: day("2024-01-01"), by: clerk))
    }
    return rooms
  }

  @discardableResult
  func moveIn(
    _ tenant: Int, to room: Room, _ first: String, _ last: String? = nil, late: String? = "期初录入"
  ) async throws -> Occupancy {
    try await desk.moveIn(
      MoveIn(
        room: room.id, tenant: code(tenant), tenantName: "机构\(tenant)",
        stay: Stay(from: day(first), to: last.map(day)), contract: "合同\(tenant)号", decision: "决定\(tenant)号",
        lateReason: late), by: clerk)
  }

  func moveOut(_ id: ID<Occupancy>, _ last: String, late: String? = "期末录入") async throws {
    let seen = try await desk.book(by: clerk).occupancy(id).revision
    try await desk.moveOut(
      id, MoveOut(last: day(last), reason: .own, decision: "迁出决定1号", lateReason: late), seen: seen, by: clerk)
  }

  func occupiedRooms(_ on: String) async throws -> Int {
    try await desk.book(by: clerk).vacancy(on: day(on)).occupiedRooms
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: premisesTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }
}

/// A clock that a test sets; it begins on 2026-11-22.
final class Clock: Sendable {
  private let now = Mutex(Date.noon)
  private let sound = World.fixed()

  var world: World {
    World(now: { self.now.withLock { $0 } }, serial: sound.serial, randomBytes: sound.randomBytes)
  }

  func set(_ day: Day) { now.withLock { $0 = day.start.addingTimeInterval(43_200) } }
}

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
func area(_ text: String) -> FloorArea { FloorArea(text) ?? .zero }

/// The `number`th invented institution: its check symbol is found by trying.
func code(_ number: Int) -> SocialCreditCode {
  let body = "91320115MA1X" + String(String(100_000 + number).suffix(5))
  let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".compactMap { try? SocialCreditCode(body + String($0)) }
  return codes[0]
}
