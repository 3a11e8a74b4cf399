import JournalStore
import Kernel
import Premises
import Storage

/// The only SQL that knows `sites`, `buildings`, `floors` and `rooms`.
enum PremisesRows {
  private static let roomColumns: SQL = "id, floor, number, area, outline, kind, first_day, last_day, entry"

  /// Everything, for a ``PremisesBook``.
  static func book(in db: any Reading) throws -> PremisesBook {
    let order = SiteCode.allCases
    return PremisesBook(
      sites: try sites(in: db).sorted { (order.firstIndex(of: $0.code) ?? 0) < (order.firstIndex(of: $1.code) ?? 0) },
      buildings: try buildings(in: db), floors: try floors(in: db),
      rooms: try db.rows("SELECT \(roomColumns) FROM rooms ORDER BY number, id").map(Room.init(row:)),
      occupancies: try OccupancyRows.all(in: db))
  }

  static func sites(in db: any Reading) throws -> [PremisesSite] {
    try db.rows("SELECT id, code, stage, outline, entry FROM sites ORDER BY id").map { row in
      var columns = row.columns
      let site = try PremisesSite(
        id: columns.id(), code: columns.value(), stage: columns.value(), outline: columns.outline(),
        revision: columns.integer())
      try columns.end()
      return site
    }
  }

  /// The site that is for `stage` at present; nil where none is.
  static func site(for stage: TenantStage, in db: any Reading) throws -> SiteCode? {
    try sites(in: db).first { $0.stage == stage }?.code
  }

  static func buildings(in db: any Reading) throws -> [Building] {
    try db.rows("SELECT id, site, name FROM buildings ORDER BY name, id").map { row in
      var columns = row.columns
      return try Building(id: columns.id(), site: columns.id(), name: columns.text())
    }
  }

  static func floors(in db: any Reading) throws -> [Floor] {
    try db.rows("SELECT id, building, number, gross, usable, outline FROM floors ORDER BY building, number").map {
      row in
      var columns = row.columns
      return try Floor(
        id: columns.id(), building: columns.id(), number: columns.int(), gross: columns.area(),
        usable: columns.area(), outline: columns.outline())
    }
  }

  static func floor(_ id: ID<Floor>, in db: any Reading) throws -> Floor {
    guard let floor = try floors(in: db).first(where: { $0.id == id }) else { throw PremisesRefusal.unknown(.floor) }
    return floor
  }

  static func room(_ id: ID<Room>, in db: any Reading) throws -> Room {
    guard let row = try db.row("SELECT \(roomColumns) FROM rooms WHERE id = \(id)") else {
      throw PremisesRefusal.unknown(.room)
    }
    return try Room(row: row)
  }

  static func rooms(of floor: ID<Floor>, in db: any Reading) throws -> [Room] {
    try db.rows("SELECT \(roomColumns) FROM rooms WHERE floor = \(floor) ORDER BY number, id").map(Room.init(row:))
  }

  /// The rooms of a site that exist on `day`, or those of them with one number.
  static func rooms(
    of site: SiteCode, numbered number: String? = nil, on day: Day, in db: any Reading
  ) throws -> [Room] {
    let only: SQL = number.map { "AND number = \($0)" } ?? ""
    return try db.rows(
      """
      SELECT \(roomColumns) FROM rooms
      WHERE floor IN (SELECT f.id FROM floors f JOIN buildings b ON b.id = f.building JOIN sites s ON s.id = b.site
          WHERE s.code = \(site.rawValue))
        AND first_day <= \(day) AND (last_day IS NULL OR last_day >= \(day)) \(only)
      ORDER BY number, id
      """
    ).map(Room.init(row:))
  }

  /// Of those the ones that can be let and that nobody has or gets from `day` on.
  static func vacant(at site: SiteCode, on day: Day, in db: any Reading) throws -> [Room] {
    try rooms(of: site, on: day, in: db).filter { room in
      guard room.use.isLettable else { return false }
      return try !OccupancyRows.inRoom(room.id, in: db).contains { !$0.isWithdrawn && $0.stay.overlaps(.since(day)) }
    }
  }

  /// The site that a room stands on.
  static func site(of room: Room, in db: any Reading) throws -> SiteCode {
    let found = try db.row(
      """
      SELECT sites.code FROM floors JOIN buildings ON buildings.id = floors.building JOIN sites ON sites.id = site
      WHERE floors.id = \(room.floor)
      """)
    guard var columns = found?.columns else { throw PremisesRefusal.unknown(.site) }
    return try columns.value()
  }

  /// Where a room is, as the register has it: site, building, room.
  static func address(of room: Room, in db: any Reading) throws -> String {
    let floor = try floor(room.floor, in: db)
    let building = try buildings(in: db).first { $0.id == floor.building }
    return ["\(try site(of: room, in: db).shortName.zh)", building?.name, room.number].compactMap(\.self)
      .joined(separator: " ")
  }

  static func values(_ site: PremisesSite) -> [SQLValue] {
    [
      site.id.sqlValue, .text(site.code.rawValue), .text(site.stage.rawValue), .text(site.outline.description),
    ]
  }

  static func values(_ building: Building) -> [SQLValue] {
    [building.id.sqlValue, building.site.sqlValue, .text(building.name)]
  }

  static func values(_ floor: Floor) -> [SQLValue] {
    [
      floor.id.sqlValue, floor.building.sqlValue, floor.number.sqlValue, floor.gross.hundredths.sqlValue,
      floor.usable.hundredths.sqlValue, .text(floor.outline.description),
    ]
  }

  static func values(_ room: Room) -> [SQLValue] {
    [
      room.id.sqlValue, room.floor.sqlValue, .text(room.number), room.area.hundredths.sqlValue,
      .text(room.outline.description), .text(room.use.rawValue), room.span.first.sqlValue, room.span.last.sqlValue,
    ]
  }
}

extension Room {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), floor: columns.id(), number: columns.text(), area: columns.area(), outline: columns.outline(),
      use: columns.value(), span: columns.stay(), revision: columns.integer())
    try columns.end()
  }
}

extension Columns {
  mutating func area() throws -> FloorArea { FloorArea(hundredths: try int()) }

  /// A first and a last day.
  mutating func stay() throws -> Stay { try Stay(from: day(), to: optional { try $0.day() }) }

  mutating func outline() throws -> Outline {
    let text = try text()
    guard let outline = Outline(text) else { throw RowFault(column: 0, wanted: "an outline", found: .text(text)) }
    return outline
  }

  mutating func tenant() throws -> SocialCreditCode { try SocialCreditCode(text()) }
}
