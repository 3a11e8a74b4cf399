public import Kernel

/// Everything that is built and let, for questions about any day.
public struct PremisesBook: Sendable {
  public let sites: [PremisesSite]
  public let buildings: [Building]
  public let floors: [Floor]
  public let rooms: [Room]
  /// Withdrawn ones, too, each room's in the order of their first days.
  public let occupancies: [Occupancy]
  private let siteOfFloor: [ID<Floor>: ID<PremisesSite>]
  private let staysOfRoom: [ID<Room>: [Occupancy]]
  private let roomsOfFloor: [ID<Floor>: [Room]]

  public init(
    sites: [PremisesSite], buildings: [Building], floors: [Floor], rooms: [Room], occupancies: [Occupancy]
  ) {
    self.sites = sites
    self.buildings = buildings
    self.floors = floors
    self.rooms = rooms
    self.occupancies = occupancies
    let siteOfBuilding = buildings.reduce(into: [:]) { $0[$1.id] = $1.site }
    siteOfFloor = floors.reduce(into: [:]) { $0[$1.id] = siteOfBuilding[$1.building] }
    staysOfRoom = Dictionary(grouping: occupancies, by: \.room)
    roomsOfFloor = Dictionary(grouping: rooms, by: \.floor)
  }

  /// The same without what only those who manage the premises may see.
  public func withoutTerms() -> PremisesBook {
    PremisesBook(
      sites: sites, buildings: buildings, floors: floors, rooms: rooms,
      occupancies: occupancies.filter { !$0.isWithdrawn }.map { $0.withoutTerms() })
  }

  public func site(_ id: ID<PremisesSite>) throws(PremisesRefusal) -> PremisesSite {
    guard let site = sites.first(where: { $0.id == id }) else { throw .unknown(.site) }
    return site
  }

  public func building(_ id: ID<Building>) throws(PremisesRefusal) -> Building {
    guard let building = buildings.first(where: { $0.id == id }) else { throw .unknown(.building) }
    return building
  }

  public func floor(_ id: ID<Floor>) throws(PremisesRefusal) -> Floor {
    guard let floor = floors.first(where: { $0.id == id }) else { throw .unknown(.floor) }
    return floor
  }

  public func room(_ id: ID<Room>) throws(PremisesRefusal) -> Room {
    guard let room = rooms.first(where: { $0.id == id }) else { throw .unknown(.room) }
    return room
  }

  public func occupancy(_ id: ID<Occupancy>) throws(PremisesRefusal) -> Occupancy {
    guard let occupancy = occupancies.first(where: { $0.id == id }) else { throw .unknown(.occupancy) }
    return occupancy
  }

  public func site(of floor: ID<Floor>) throws(PremisesRefusal) -> PremisesSite {
    guard let id = siteOfFloor[floor] else { throw .unknown(.floor) }
    return try site(id)
  }

  public func buildings(of site: ID<PremisesSite>) -> [Building] { buildings.filter { $0.site == site } }

  /// The lowest first.
  public func floors(of building: ID<Building>) -> [Floor] {
    floors.filter { $0.building == building }.sorted { $0.number < $1.number }
  }

  /// The rooms of a floor that exist on `day`.
  public func rooms(of floor: ID<Floor>, on day: Day) -> [Room] {
    (roomsOfFloor[floor] ?? []).filter { $0.span.contains(day) }
  }

  /// Every stay in a room, the oldest first.
  public func stays(in room: ID<Room>) -> [Occupancy] { staysOfRoom[room] ?? [] }

  /// Who is in a room on `day`.
  public func occupant(of room: ID<Room>, on day: Day) -> Occupancy? { stays(in: room).first { $0.counts(on: day) } }

  /// The day since which a room has been vacant; nil while it is taken.
  ///
  /// A room that nobody ever had is vacant since it exists.
  public func vacant(_ room: Room, on day: Day) -> Day? {
    guard occupant(of: room.id, on: day) == nil else { return nil }
    let ends = stays(in: room.id).filter { !$0.isWithdrawn }.compactMap(\.stay.last).filter { $0 < day }
    return ends.max().map { max($0.adding(days: 1), room.span.first) } ?? room.span.first
  }

  /// Rooms of one site, or of all, that exist on `day`, with who is in them.
  public func states(of site: ID<PremisesSite>? = nil, on day: Day) -> [RoomState] {
    rooms.filter { $0.span.contains(day) && (site == nil || siteOfFloor[$0.floor] == site) }
      .map { RoomState(room: $0, occupancy: occupant(of: $0.id, on: day), vacantSince: vacant($0, on: day)) }
  }

  public func vacancy(of site: ID<PremisesSite>? = nil, on day: Day) -> Vacancy {
    states(of: site, on: day).reduce(into: Vacancy()) { $0.count($1.room, occupant: $1.occupancy?.tenant) }
  }

  public func vacancy(of floor: Floor, on day: Day) -> Vacancy {
    rooms(of: floor.id, on: day).reduce(into: Vacancy()) { vacancy, room in
      vacancy.count(room, occupant: occupant(of: room.id, on: day)?.tenant)
    }
  }

  /// What the rooms of a floor come to on `day`; to be compared with ``Floor/usable``.
  public func roomArea(of floor: ID<Floor>, on day: Day) -> FloorArea {
    rooms(of: floor, on: day).reduce(.zero) { $0 + $1.area }
  }

  /// Who has a room on `day`, each once, in the order of their codes.
  public func tenants(on day: Day) -> [PremisesTenant] {
    let present = occupancies.filter { $0.counts(on: day) }
    return Dictionary(grouping: present, by: \.tenant).map { code, stays in
      let latest = stays.max { $0.stay.first < $1.stay.first }
      return PremisesTenant(
        code: code, name: latest?.tenantName ?? "",
        sites: SiteCode.allCases.filter { site in
          stays.contains { $0.site == site }
        }, stays: stays)
    }.sorted { $0.code.description < $1.code.description }
  }
}

/// A room on a day.
public struct RoomState: Equatable, Sendable {
  public let room: Room
  /// Nil where it is vacant.
  public let occupancy: Occupancy?
  /// Nil where it is taken.
  public let vacantSince: Day?

  public init(room: Room, occupancy: Occupancy?, vacantSince: Day?) {
    self.room = room
    self.occupancy = occupancy
    self.vacantSince = vacantSince
  }
}

/// Who has a room on a day.
public struct PremisesTenant: Equatable, Sendable {
  public let code: SocialCreditCode
  /// As of the latest contract.
  public let name: String
  public let sites: [SiteCode]
  public let stays: [Occupancy]

  public init(code: SocialCreditCode, name: String, sites: [SiteCode], stays: [Occupancy]) {
    self.code = code
    self.name = name
    self.sites = sites
    self.stays = stays
  }
}
