import Kernel
import Premises

/// Draws invented buildings whose rooms fit their floors to the square decimetre.
///
/// A floor is 48 × 20 m with a corridor of 2 m along its middle; one square decimetre is a hundredth of a square
/// metre, so the areas follow from the drawing and add up exactly.
struct SampleFloors {
  private(set) var buildings: [Building] = []
  private(set) var floors: [Floor] = []
  private(set) var rooms: [Room] = []
  private let since: Day
  private let world: World
  private var dice: SeededDice

  private static let (width, depth, corridor) = (480, 90, 20)

  init(sites: [PremisesSite], since: Day, seed: UInt64, world: World) {
    self.since = since
    self.world = world
    dice = SeededDice(seed: seed)
    for site in sites { for (name, count) in Self.plan(of: site.code) { addBuilding(name, floors: count, to: site) } }
  }

  /// 2 + 1 + 1 buildings, 30 floors.
  private static func plan(of site: SiteCode) -> [(name: String, floors: Int)] {
    switch site {
    case .centre: [("A座（示例）", 10), ("B座（示例）", 8)]
    case .gaoxin: [("1号楼（示例）", 6)]
    case .lifeTown: [("创新楼（示例）", 6)]
    }
  }

  private mutating func addBuilding(_ name: String, floors count: Int, to site: PremisesSite) {
    let building = Building(id: world.newID(), site: site.id, name: name)
    buildings.append(building)
    for number in 1...count { addFloor(number, to: building, sharesDesks: site.code == .lifeTown && number == 2) }
  }

  private mutating func addFloor(_ number: Int, to building: Building, sharesDesks: Bool) {
    let id: ID<Floor> = world.newID()
    let (width, depth, lower) = (Self.width, Self.depth, Self.depth + Self.corridor)
    var parts: [(Outline, RoomUse)] = []
    let pieces = sharesDesks ? 8 : 3 + dice.roll(below: 3)
    parts += row(x: 0, y: 0, width: width, pieces: pieces, isEven: sharesDesks).map {
      ($0, sharesDesks ? .desk : .office)
    }
    parts += row(x: 0, y: lower, width: 210, pieces: 2, isEven: false).map { ($0, .office) }
    parts.append((Outline(x: 210, y: lower, width: 60, height: depth), .common))
    parts += row(x: 270, y: lower, width: 210, pieces: 1 + dice.roll(below: 2), isEven: false).map { ($0, .office) }
    if number == 1 {
      parts[0].1 = .service
      parts[1].1 = .meeting
    }
    let made = parts.enumerated().map { place, part in
      Room(
        id: world.newID(), floor: id, number: "\(building.name.prefix { $0 != "（" })-\(number * 100 + place + 1)",
        area: FloorArea(hundredths: (part.0.right - part.0.left) * (part.0.bottom - part.0.top)), outline: part.0,
        use: part.1, span: .since(since))
    }
    rooms += made
    floors.append(
      Floor(
        id: id, building: building.id, number: number,
        gross: FloorArea(hundredths: width * (lower + depth)), usable: made.reduce(.zero) { $0 + $1.area },
        outline: Outline(x: 0, y: 0, width: width, height: lower + depth)))
  }

  /// Rooms side by side, walls on whole half metres.
  private mutating func row(x: Int, y: Int, width: Int, pieces: Int, isEven: Bool) -> [Outline] {
    var walls = [0]
    for piece in 1..<max(pieces, 1) {
      let even = width * piece / pieces
      let drift = isEven ? 0 : (dice.roll(below: 5) - 2) * 5
      walls.append(even + drift)
    }
    walls.append(width)
    return zip(walls, walls.dropFirst()).map { left, right in
      Outline(x: x + left, y: y, width: right - left, height: Self.depth)
    }
  }
}
