import Journal
import Kernel
import Markup
import Premises
import Web

/// What a room's page offers to its reader.
struct RoomReader {
  let mayManage: Bool
  let history: Link?
  let historyOfStay: (ID<Occupancy>) -> Link?
}

/// One room, and everybody who was ever in it.
func roomPage(
  _ room: Room, _ book: PremisesBook, today: Day, _ reader: RoomReader, _ links: PremisesLinks
) throws -> Page {
  let floor = try book.floor(room.floor)
  let building = try book.building(floor.building)
  let site = try book.site(building.site)
  let now = book.occupant(of: room.id, on: today)
  let stays = Array(book.stays(in: room.id).reversed())
  return Page(
    .text(room.number, lang: .zh),
    trail: floorTrail(of: building, at: site) + [Crumb(Floor.name(floor.number), PremisesPath.floor(floor.id))],
    """
    \(definitions([
      (Phrase(zh: "状态", en: "State"), stateBadge(RoomLook(room, now)) + vacantSince(room, book, today)),
      (Phrase(zh: "用途", en: "Use"), "\(room.use.phrase)"),
      (Phrase(zh: "面积", en: "Area"), "\(room.area.markup) \(FloorArea.unit)"),
      (Phrase(zh: "启用与停用", en: "In use"), stayMarkup(room.span)),
    ]))
    \(actions(room, reader))
    <section><h2>\(Phrase(zh: "入驻记录", en: "Who was in it"))</h2>
    \(stays.isEmpty ? nobody : timeline(stays.map { entry($0, today, reader, links) }))</section>
    """)
}

private let nobody = emptyState(
  Phrase(zh: "还没有机构使用过这个房间", en: "Nobody has had this room yet"),
  Phrase(zh: "办理入驻后在此显示", en: "Once a tenant moves in, it is shown here"))

private func vacantSince(_ room: Room, _ book: PremisesBook, _ today: Day) -> HTML {
  guard room.use.isLettable, let since = book.vacant(room, on: today) else { return "" }
  return " <span class=\"help\">\(Phrase(zh: "自 \(since) 起", en: "since \(since)"))</span>"
}

private func actions(_ room: Room, _ reader: RoomReader) -> HTML {
  let (mayLet, mayManage) = (reader.mayManage && room.use.isLettable, reader.mayManage)
  return """
    <p class="actions">\
    \(if: mayLet, linkButton(Phrase(zh: "办理入驻", en: "Record a move-in"), to: PremisesPath.moveIn(room.id)))\
    \(if: mayManage, linkButton(Phrase(zh: "更正房间", en: "Correct the room"), to: PremisesPath.correctRoom(room.id)))\
    \(reader.history.map { linkButton(Phrase(zh: "查看历史", en: "History"), to: $0) })</p>
    """
}

private func entry(
  _ stay: Occupancy, _ today: Day, _ reader: RoomReader, _ links: PremisesLinks
) -> TimelineEntry {
  TimelineEntry(
    stayMarkup(stay.stay), tenantLink(stay.tenantName, stay.tenant, links) + mark(stay, today),
    """
    <p><code>\(stay.tenant)</code>\(stay.stage.map { " · \($0.phrase)" as HTML })</p>
    \(terms(stay))\(if: reader.mayManage, steps(stay, reader))
    """,
    tone: stay.isWithdrawn ? .error : stay.counts(on: today) ? .success : .neutral)
}

private func mark(_ stay: Occupancy, _ today: Day) -> HTML {
  if stay.isWithdrawn { return " " + badge(Phrase(zh: "已撤回，不计数", en: "Withdrawn, never counts"), .error) }
  if stay.counts(on: today) { return " " + badge(Phrase(zh: "在驻", en: "In"), .success) }
  return stay.stay.first > today ? " " + badge(Phrase(zh: "待入驻", en: "To come"), .information) : ""
}

/// Contract, decisions and dispute, where the reader may see them; the kind of departure is for all.
private func terms(_ stay: Occupancy) -> HTML {
  var pairs: [(Phrase, HTML)] = []
  if let contract = stay.contract { pairs.append((Phrase(zh: "合同", en: "Contract"), marked(contract))) }
  if let decision = stay.decision { pairs.append((Phrase(zh: "入驻决定", en: "Decision"), marked(decision))) }
  if let departure = stay.departure {
    pairs.append((Phrase(zh: "迁出原因", en: "Left because"), "\(departure.reason.phrase)"))
    if let decision = departure.decision {
      pairs.append((Phrase(zh: "迁出决定", en: "Decision to leave"), marked(decision)))
    }
  }
  if let dispute = stay.dispute { pairs.append((Phrase(zh: "机构异议", en: "The tenant contests"), marked(dispute))) }
  return pairs.isEmpty ? "" : definitions(pairs)
}

private func steps(_ stay: Occupancy, _ reader: RoomReader) -> HTML {
  var links: [(Phrase, Link)] = []
  if !stay.isWithdrawn {
    if stay.departure == nil {
      links.append((Phrase(zh: "办理迁出", en: "Record the move-out"), PremisesPath.moveOut(stay.id)))
    }
    links.append((Phrase(zh: "更正", en: "Correct"), PremisesPath.correct(stay.id)))
    links.append((Phrase(zh: "撤回", en: "Withdraw"), PremisesPath.withdraw(stay.id)))
  }
  if let history = reader.historyOfStay(stay.id) { links.append((Phrase(zh: "历史", en: "History"), history)) }
  return "<p>\(links.map { "<a href=\"\($0.1)\">\($0.0)</a> " as HTML })</p>"
}
