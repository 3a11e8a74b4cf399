public import Kernel

/// A building of a site.
public struct Building: Equatable, Sendable {
  public let id: ID<Building>
  public let site: ID<PremisesSite>
  /// As people call it, such as `A座`.
  public let name: String

  public init(id: ID<Building>, site: ID<PremisesSite>, name: String) {
    self.id = id
    self.site = site
    self.name = name
  }
}

/// One floor of a building.
public struct Floor: Equatable, Sendable {
  public let id: ID<Floor>
  public let building: ID<Building>
  /// 1 is the ground floor, as China counts; below it −1 and so on.
  public let number: Int
  /// Between the outer walls.
  public let gross: FloorArea
  /// What the rooms together must come to.
  public let usable: FloorArea
  /// In decimetres.
  public let outline: Outline

  public init(
    id: ID<Floor>, building: ID<Building>, number: Int, gross: FloorArea, usable: FloorArea, outline: Outline
  ) {
    self.id = id
    self.building = building
    self.number = number
    self.gross = gross
    self.usable = usable
    self.outline = outline
  }

  public static func name(_ number: Int) -> Phrase {
    number < 0
      ? Phrase(zh: "地下\(-number)层", en: "Basement \(-number)") : Phrase(zh: "\(number)层", en: "Floor \(number)")
  }
}

/// One room; a part of a room that is let by itself, such as a shared desk, is a room of its own.
public struct Room: Equatable, Sendable {
  public let id: ID<Room>
  public let floor: ID<Floor>
  /// On the door, such as `A-301`.
  public var number: String
  public var area: FloorArea
  /// On the floor's plan, in decimetres.
  public var outline: Outline
  public var use: RoomUse
  /// The first and the last day on which the room exists; a new partition is a new room.
  public var span: Stay
  public let revision: Int64

  public init(
    id: ID<Room>, floor: ID<Floor>, number: String, area: FloorArea, outline: Outline, use: RoomUse, span: Stay,
    revision: Int64 = 0
  ) {
    self.id = id
    self.floor = floor
    self.number = number
    self.area = area
    self.outline = outline
    self.use = use
    self.span = span
    self.revision = revision
  }
}

public enum RoomUse: String, CaseIterable, Sendable {
  case office, desk, meeting, service, common

  /// Whether tenants can have it, so that it counts in the vacancy.
  public var isLettable: Bool {
    switch self {
    case .office, .desk: true
    case .meeting, .service, .common: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .office: Phrase(zh: "办公用房", en: "Office")
    case .desk: Phrase(zh: "共享工位", en: "Shared desk")
    case .meeting: Phrase(zh: "会议与培训", en: "Meeting room")
    case .service: Phrase(zh: "服务窗口", en: "Service counter")
    case .common: Phrase(zh: "公共与设备", en: "Common")
    }
  }
}
