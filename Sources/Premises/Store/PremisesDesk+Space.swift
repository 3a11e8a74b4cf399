public import Access
import Journal
import JournalStore
public import Kernel
public import Premises
import Storage

extension PremisesDesk {
  /// Changes what a site is for: 动态调整功能定位.
  public func reassign(
    _ site: ID<PremisesSite>, to stage: TenantStage, because reason: String, seen: Int64, by account: Account
  ) async throws {
    try account.require(.managePremises)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    let subject = Subject(table: "sites", number: site.number)
    try await record(.reassignSite, on: subject, because: reason.text, by: account) { recording, db in
      guard var found = try PremisesRows.sites(in: db).first(where: { $0.id == site }) else {
        throw PremisesRefusal.unknown(.site)
      }
      found.stage = stage
      try recording.update(PremisesRows.values(found), in: .sites, seen: seen)
    }
  }

  @discardableResult
  public func addBuilding(_ name: String, to site: ID<PremisesSite>, by account: Account) async throws -> Building {
    try account.require(.managePremises)
    let building = Building(id: world.newID(), site: site, name: try WrittenField.name.require(name))
    let subject = Subject(table: "buildings", number: building.id.number)
    try await record(.addBuilding, on: subject, by: account) { recording, db in
      guard try PremisesRows.sites(in: db).contains(where: { $0.id == site }) else {
        throw PremisesRefusal.unknown(.site)
      }
      let isTaken = try PremisesRows.buildings(in: db).contains { $0.site == site && $0.name == building.name }
      if isTaken { throw PremisesRefusal.numberTaken(building.name) }
      try recording.insert(PremisesRows.values(building), into: .buildings)
    }
    return building
  }

  @discardableResult
  public func addFloor(
    _ number: Int, to building: ID<Building>, gross: FloorArea, usable: FloorArea, outline: Outline,
    by account: Account
  ) async throws -> Floor {
    try account.require(.managePremises)
    guard gross > .zero, usable > .zero else { throw PremisesRefusal.wrongArea }
    guard usable <= gross else { throw PremisesRefusal.usableAboveGross }
    let floor = Floor(
      id: world.newID(), building: building, number: number, gross: gross, usable: usable, outline: outline)
    let subject = Subject(table: "floors", number: floor.id.number)
    try await record(.addFloor, on: subject, by: account) { recording, db in
      guard try PremisesRows.buildings(in: db).contains(where: { $0.id == building }) else {
        throw PremisesRefusal.unknown(.building)
      }
      let isTaken = try PremisesRows.floors(in: db).contains { $0.building == building && $0.number == number }
      if isTaken { throw PremisesRefusal.numberTaken(String(number)) }
      try recording.insert(PremisesRows.values(floor), into: .floors)
    }
    return floor
  }

  /// - Throws: ``PremisesRefusal/roomLargerThanFloor(_:)``, ``PremisesRefusal/numberTaken(_:)``.
  @discardableResult
  public func addRoom(
    _ number: String, to floor: ID<Floor>, area: FloorArea, outline: Outline, use: RoomUse, from first: Day,
    by account: Account
  ) async throws -> Room {
    try account.require(.managePremises)
    let room = Room(
      id: world.newID(), floor: floor, number: try WrittenField.number.require(number), area: area, outline: outline,
      use: use, span: .since(first))
    try await record(.addRoom, on: room.id.subject, by: account) { recording, db in
      try Self.requireSound(room, in: db)
      try recording.insert(PremisesRows.values(room), into: .rooms)
    }
    return room
  }

  /// Puts a room right, or closes it on a last day; a room in which somebody is then is not closed.
  public func correctRoom(_ room: Room, because reason: String, by account: Account) async throws {
    try account.require(.managePremises)
    let reason = try Reason(reason, orElse: PremisesRefusal.missing(.reason))
    var corrected = room
    corrected.number = try WrittenField.number.require(room.number)
    let final = corrected
    try await record(.correctRoom, on: room.id.subject, because: reason.text, by: account) { recording, db in
      try Self.requireSound(final, in: db)
      let stays = try OccupancyRows.inRoom(final.id, in: db).filter { !$0.isWithdrawn }
      if let outside = stays.first(where: { !final.span.covers($0.stay) }) {
        throw PremisesRefusal.roomInUse(until: outside.stay.last)
      }
      try recording.update(PremisesRows.values(final), in: .rooms, seen: final.revision)
    }
  }

  private static func requireSound(_ room: Room, in db: any Reading) throws {
    let floor = try PremisesRows.floor(room.floor, in: db)
    guard room.area > .zero else { throw PremisesRefusal.wrongArea }
    guard room.area <= floor.usable else { throw PremisesRefusal.roomLargerThanFloor(floor.usable) }
    let namesakes = try PremisesRows.rooms(of: floor.id, in: db).filter { $0.id != room.id && $0.number == room.number }
    if namesakes.contains(where: { $0.span.overlaps(room.span) }) { throw PremisesRefusal.numberTaken(room.number) }
  }

  /// One entry of the journal for `work`.
  func record(
    _ action: Action, on subject: Subject? = nil, because reason: String? = nil, by account: Account,
    _ work: @escaping @Sendable (Recording, any Writing) throws -> Void
  ) async throws {
    let world = world
    try await database.write { db in
      let deed = Deed(action, by: account, on: subject, because: reason)
      try Recording.write(deed, world: world, in: db) { try work($0, db) }
    }
  }
}
