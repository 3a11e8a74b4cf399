public import Kernel

/// How much of the lettable space is taken on a day.
public struct Vacancy: Equatable, Sendable {
  /// Rooms that can be let, and their area.
  public private(set) var rooms = 0
  public private(set) var area = FloorArea.zero
  public private(set) var occupiedRooms = 0
  public private(set) var occupiedArea = FloorArea.zero
  /// Each tenant once.
  public private(set) var tenants: Set<SocialCreditCode> = []

  public init() {}

  /// - Parameter occupant: the tenant of the room on the day; it counts even in a room that is not for letting.
  public mutating func count(_ room: Room, occupant: SocialCreditCode?) {
    if let occupant { tenants.insert(occupant) }
    guard room.use.isLettable else { return }
    rooms += 1
    area += room.area
    guard occupant != nil else { return }
    occupiedRooms += 1
    occupiedArea += room.area
  }

  public var vacantRooms: Int { rooms - occupiedRooms }
  public var vacantArea: FloorArea { area - occupiedArea }

  /// Vacant of lettable area in hundredths of a percent; nil where nothing is for letting.
  public var vacantShare: Int? { vacantArea.share(of: area) }
}
