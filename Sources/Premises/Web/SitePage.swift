import Kernel
import Markup
import Premises
import Web

/// One site: its buildings and floors, the highest floor on top.
func sitePage(
  _ site: PremisesSite, _ book: PremisesBook, _ asked: AskedDay, history: Link?, mayManage: Bool
) -> Page {
  let buildings = book.buildings(of: site.id)
  let actions: HTML = """
    \(if: mayManage, linkButton(Phrase(zh: "添加楼栋", en: "Add a building"), to: PremisesPath.addBuilding(site.id)))\
    \(if: mayManage, linkButton(Phrase(zh: "调整功能定位", en: "Change its function"), to: PremisesPath.reassign(site.id)))\
    \(history.map { linkButton(Phrase(zh: "查看历史", en: "History"), to: $0) })
    """
  return Page(
    site.code.name, trail: [premisesCrumb],
    """
    \(definitions([
      (Phrase(zh: "所在", en: "Where"), "\(site.code.area)"),
      (Phrase(zh: "入驻对象", en: "For"), "\(Phrase(zh: "\(site.stage.phrase.zh)服务机构", en: "\(site.stage.phrase.en) institutions"))"),
      (Phrase(zh: "功能", en: "Function"), "\(site.stage.function)"),
    ]))
    <p class="actions">\(actions)</p>
    \(asked.bar(to: PremisesPath.site(site.id), clear: PremisesPath.site(site.id)))
    \(vacancyTiles(book.vacancy(of: site.id, on: asked.day), asked, site: site.code))
    \(if: buildings.isEmpty, emptyState(
      Phrase(zh: "还没有楼栋", en: "There are no buildings yet"),
      Phrase(zh: "添加楼栋、楼层和房间后，在此显示占用情况", en: "Once buildings, floors and rooms are added, this shows how full they are")))
    \(buildings.enumerated().map { section(of: $1, $0 + 1, book, asked, mayManage: mayManage) })
    """)
}

/// - Parameter number: of the building on the page, so that each table has a name of its own.
private func section(
  of building: Building, _ number: Int, _ book: PremisesBook, _ asked: AskedDay, mayManage: Bool
) -> HTML {
  let floors = Array(book.floors(of: building.id).reversed())
  let add = linkButton(Phrase(zh: "添加楼层", en: "Add a floor"), to: PremisesPath.addFloor(building.id))
  let list = table(
    Phrase(zh: "第 \(number) 栋楼层", en: "Floors of building \(number)"),
    columns: [
      Column(Phrase(zh: "楼层", en: "Floor"), .name), Column(Phrase(zh: "使用面积 平方米", en: "Usable m²"), .number),
      Column(Phrase(zh: "房间", en: "Rooms"), .number), Column(Phrase(zh: "空置", en: "Vacant"), .number),
      Column(Phrase(zh: "空置率", en: "Vacancy"), .number), Column(Phrase(zh: "面积核对", en: "Areas")),
    ],
    rows: floors.map { floor in
      let vacancy = book.vacancy(of: floor, on: asked.day)
      return [
        "<a href=\"\(PremisesPath.floor(floor.id, on: asked.asked))\">\(Floor.name(floor.number))</a>",
        floor.usable.markup,
        "<a href=\"\(PremisesPath.rooms(floor.id, on: asked.asked))\">\(Count(book.rooms(of: floor.id, on: asked.day).count))</a>",
        "<a href=\"\(PremisesPath.vacantRooms(floor.id, on: asked.asked))\">\(Count(vacancy.vacantRooms))</a>",
        percent(vacancy.vacantShare),
        areaCheck(floor, book.roomArea(of: floor.id, on: asked.day)),
      ]
    })
  return """
    <section><h2>\(marked(building.name))</h2>\(if: !floors.isEmpty, list)\
    \(if: mayManage, "<p class=\"actions\">\(add)</p>")</section>
    """
}

/// Whether the rooms come to the usable area, and by how much they do not.
func areaCheck(_ floor: Floor, _ rooms: FloorArea) -> HTML {
  let difference = rooms - floor.usable
  if difference == .zero { return badge(Phrase(zh: "相符", en: "Agree"), .success) }
  let text = difference.description
  return badge(
    difference < .zero
      ? Phrase(zh: "少 \(text.dropFirst()) 平方米", en: "\(text.dropFirst()) m² short")
      : Phrase(zh: "多 \(text) 平方米", en: "\(text) m² over"), .warning)
}
