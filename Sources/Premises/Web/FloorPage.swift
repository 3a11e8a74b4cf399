import Kernel
import Markup
import Premises
import Web

/// The plan of a floor on a day, and the same rooms as a table.
func floorPage(
  _ floor: Floor, _ book: PremisesBook, _ asked: AskedDay, _ links: PremisesLinks, onlyVacant: Bool, mayManage: Bool
) throws -> Page {
  let building = try book.building(floor.building)
  let site = try book.site(building.site)
  let rooms = book.rooms(of: floor.id, on: asked.day)
  let shown = rooms.filter { !onlyVacant || RoomLook($0, book.occupant(of: $0.id, on: asked.day)) == .vacant }
  let all: HTML = """
    <p><a href="\(PremisesPath.rooms(floor.id, on: asked.asked))">\(Phrase(zh: "查看本层全部房间", en: "See all rooms of the floor"))</a></p>
    """
  let add = linkButton(Phrase(zh: "添加房间", en: "Add a room"), to: PremisesPath.addRoom(floor.id))
  return Page(
    Floor.name(floor.number), trail: floorTrail(of: building, at: site),
    """
    \(asked.bar(to: PremisesPath.floor(floor.id), clear: PremisesPath.floor(floor.id)))
    \(areas(floor, book.roomArea(of: floor.id, on: asked.day)))
    \(if: mayManage, "<p class=\"actions\">\(add)</p>")
    \(rooms.isEmpty ? nothing : floorDrawing(floor, rooms, book, on: asked.day))\
    \(if: !rooms.isEmpty, "<section id=\"rooms\">\(if: onlyVacant, all)\(roomTable(shown, book, asked, links))</section>")
    """)
}

private let nothing = emptyState(
  Phrase(zh: "这一天本层没有房间", en: "There are no rooms on this floor on that day"),
  Phrase(zh: "请换一个日期，或由管理人员添加房间", en: "Please choose another day; who manages the premises can add rooms"))

private func areas(_ floor: Floor, _ rooms: FloorArea) -> HTML {
  let difference = rooms - floor.usable
  let magnitude = FloorArea(hundredths: abs(difference.hundredths))
  return """
    \(definitions([
      (Phrase(zh: "建筑面积", en: "Gross area"), "\(floor.gross.markup) \(FloorArea.unit)"),
      (Phrase(zh: "使用面积", en: "Usable area"), "\(floor.usable.markup) \(FloorArea.unit)"),
      (Phrase(zh: "房间面积合计", en: "Rooms together"), "\(rooms.markup) \(FloorArea.unit) \(areaCheck(floor, rooms))"),
    ]))
    \(if: difference != .zero, notice(.warning, warning(difference, magnitude), advice))
    """
}

private func warning(_ difference: FloorArea, _ magnitude: FloorArea) -> Phrase {
  difference < .zero
    ? Phrase(zh: "房间面积合计比使用面积少 \(magnitude) 平方米", en: "The rooms are \(magnitude) m² short of the usable area")
    : Phrase(zh: "房间面积合计比使用面积多 \(magnitude) 平方米", en: "The rooms exceed the usable area by \(magnitude) m²")
}

private let advice: HTML = """
  <p>\(Phrase(zh: "请核对房间面积，或补录未登记的房间。", en: "Please check the areas, or add the rooms that are missing."))</p>
  """

private func roomTable(
  _ rooms: [Room], _ book: PremisesBook, _ asked: AskedDay, _ links: PremisesLinks
) -> HTML {
  table(
    Phrase(zh: "本层房间", en: "Rooms on this floor"),
    columns: [
      Column(Phrase(zh: "房间", en: "Room"), .name), Column(Phrase(zh: "用途", en: "Use")),
      Column(Phrase(zh: "面积 平方米", en: "Area m²"), .number), Column(Phrase(zh: "状态", en: "State")),
      Column(Phrase(zh: "机构", en: "Tenant")), Column(Phrase(zh: "期间", en: "From and to"), .code),
    ],
    rows: rooms.map { room in
      let occupancy = book.occupant(of: room.id, on: asked.day)
      return [
        "<a href=\"\(PremisesPath.room(room.id))\">\(marked(room.number))</a>", "\(room.use.phrase)", room.area.markup,
        stateBadge(RoomLook(room, occupancy)),
        occupancy.map { tenantLink($0.tenantName, $0.tenant, links) } ?? .notKnown,
        occupancy.map { stayMarkup($0.stay) } ?? .notKnown,
      ]
    })
}

func stateBadge(_ look: RoomLook) -> HTML {
  switch look {
  case .vacant: badge(look.phrase, .warning)
  case .occupied: badge(look.phrase, .success)
  case .common: badge(look.phrase)
  }
}

/// How a room shows on plans and in tables.
enum RoomLook: String, CaseIterable {
  case vacant, occupied, common

  init(_ room: Room, _ occupancy: Occupancy?) {
    self = occupancy != nil ? .occupied : room.use.isLettable ? .vacant : .common
  }

  var phrase: Phrase {
    switch self {
    case .vacant: Phrase(zh: "空置", en: "Vacant")
    case .occupied: Phrase(zh: "在用", en: "Occupied")
    case .common: Phrase(zh: "不出租", en: "Not for letting")
    }
  }
}
