import Kernel
import Markup
import Premises
import Web

func reassignPage(_ site: PremisesSite, _ state: FormState) -> Page {
  let choices = TenantStage.allCases.map { stage in
    Choice(
      stage.rawValue,
      Phrase(zh: "\(stage.phrase.zh)·\(stage.function.zh)", en: "\(stage.phrase.en) · \(stage.function.en)"))
  }
  return Page(
    Phrase(zh: "调整功能定位", en: "Change a site's function"), trail: siteTrail(site),
    """
    <p class="lead">\(Phrase(
      zh: "方案要求紧扣产业集群发展需求，动态调整功能定位和空间布局。调整后，机构的建议片区随之改变。",
      en: "The plan wants functions and space adjusted to what the clusters need. The sites suggested to tenants follow."))</p>
    \(state.form(
      to: PremisesPath.reassign(site.id), revision: site.revision, submit: Phrase(zh: "调整", en: "Change"),
      """
      \(state.field("stage", Phrase(zh: "入驻对象", en: "For institutions that are"), .radio(choices), else: site.stage.rawValue, need: .required))\
      \(reasonField(state))
      """))
    """)
}

func buildingPage(_ site: PremisesSite, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "添加楼栋", en: "Add a building"), trail: siteTrail(site),
    state.form(
      to: PremisesPath.addBuilding(site.id), submit: Phrase(zh: "添加", en: "Add"),
      state.field(
        "name", Phrase(zh: "楼栋名称", en: "Name of the building"), need: .required,
        help: Phrase(zh: "如“A座”", en: "Such as “A”"))))
}

func addFloorPage(_ building: Building, at site: PremisesSite, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "添加楼层", en: "Add a floor"), trail: siteTrail(site),
    """
    <p>\(Phrase(zh: "楼栋：", en: "Building: "))\(marked(building.name))</p>
    \(state.form(
      to: PremisesPath.addFloor(building.id), submit: Phrase(zh: "添加", en: "Add"),
      """
      \(state.field(
        "number", Phrase(zh: "层数", en: "Number"), .number(-9...200), need: .required,
        help: Phrase(zh: "首层为 1，地下一层为 −1", en: "1 is the ground floor, −1 the first basement")))\
      \(state.field("gross", Phrase(zh: "建筑面积（平方米）", en: "Gross area (m²)"), need: .required))\
      \(state.field(
        "usable", Phrase(zh: "使用面积（平方米）", en: "Usable area (m²)"), need: .required,
        help: Phrase(zh: "本层各房间面积应合计为此数", en: "What the rooms of the floor should come to")))\
      \(outlineField(state))
      """))
    """)
}

func addRoomPage(_ floor: Floor, trail: [Crumb], today: Day, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "添加房间", en: "Add a room"),
    trail: trail + [Crumb(Floor.name(floor.number), PremisesPath.floor(floor.id))],
    """
    <p class="lead">\(Phrase(
      zh: "共享工位等房间的一部分，按单独的房间登记。", en: "A part of a room that is let by itself, such as a shared desk, is a room of its own."))</p>
    \(state.form(
      to: PremisesPath.addRoom(floor.id), submit: Phrase(zh: "添加", en: "Add"),
      """
      \(roomFields(nil, state))\
      \(state.field(
        "first", Phrase(zh: "启用日", en: "First day in use"), .day, else: today.description, need: .required))
      """))
    """)
}

func correctRoomPage(_ room: Room, _ state: FormState) -> Page {
  Page(
    Phrase(zh: "更正房间", en: "Correct a room"), trail: roomTrail(room),
    state.form(
      to: PremisesPath.correctRoom(room.id), revision: room.revision, submit: Phrase(zh: "更正", en: "Correct"),
      """
      \(roomFields(room, state))\
      \(state.field(
        "last", Phrase(zh: "停用日（最后一天）", en: "Last day in use"), .day, else: room.span.last?.description ?? "",
        help: Phrase(zh: "改隔断时停用旧房间，另添新房间", en: "When walls move, close the old room and add new ones")))\
      \(reasonField(state))
      """))
}

private func roomFields(_ room: Room?, _ state: FormState) -> HTML {
  let uses = RoomUse.allCases.map { Choice($0.rawValue, $0.phrase) }
  return """
    \(state.field("number", Phrase(zh: "房间编号", en: "Number of the room"), else: room?.number ?? "", need: .required))\
    \(state.field("area", Phrase(zh: "面积（平方米）", en: "Area (m²)"), else: room?.area.description ?? "", need: .required))\
    \(state.field("use", Phrase(zh: "用途", en: "Use"), .radio(uses), else: room?.use.rawValue ?? RoomUse.office.rawValue, need: .required))\
    \(outlineField(state, room?.outline))
    """
}

private func outlineField(_ state: FormState, _ outline: Outline? = nil) -> HTML {
  state.field(
    "outline", Phrase(zh: "平面图角点（分米）", en: "Corners on the plan (decimetres)"), else: outline?.description ?? "",
    need: .required,
    help: Phrase(
      zh: "从左上角起依次填写“x,y”，如 0,0 60,0 60,45 0,45", en: "“x,y” from the upper left on, such as 0,0 60,0 60,45 0,45"))
}

private func siteTrail(_ site: PremisesSite) -> [Crumb] {
  [premisesCrumb, Crumb(site.code.shortName, PremisesPath.site(site.id))]
}
