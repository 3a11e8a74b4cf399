public import Access
public import Journal
public import Kernel
public import Markup
import Premises
public import PremisesStore

/// The rooms that a tenant has and had, for its page; empty for nobody's tenant.
public func tenantSection(of code: SocialCreditCode, desk: PremisesDesk, by account: Account) async throws -> HTML {
  guard account.may(.readPremises) else { return "" }
  let book = try await desk.book(by: account)
  let rooms = Dictionary(uniqueKeysWithValues: book.rooms.map { ($0.id, $0) })
  let stays = book.occupancies.filter { $0.tenant == code && !$0.isWithdrawn }.sorted { $0.stay.first > $1.stay.first }
  guard !stays.isEmpty else { return "" }
  let rows = stays.map { stay -> [HTML] in
    let room = rooms[stay.room]
    return [
      "<a href=\"\(PremisesPath.room(stay.room))\">\(marked(room?.number ?? "—"))</a>", "\(stay.site.shortName)",
      room.map { "\($0.area.markup)" } ?? .notKnown, "\(stay.stay.first.description)",
      stay.stay.last.map { "\($0.description)" } ?? "\(Phrase(zh: "至今", en: "still here"))",
    ]
  }
  let title = Phrase(zh: "入驻记录", en: "Rooms")
  return """
    <section><h2>\(title)\(Phrase(zh: "（\(rows.count)）", en: " (\(rows.count))"))</h2>
    \(table(
      title,
      columns: [
        Column(Phrase(zh: "房间", en: "Room"), .name), Column(Phrase(zh: "片区", en: "Site")),
        Column(Phrase(zh: "面积（平方米）", en: "Area (m²)"), .number), Column(Phrase(zh: "入驻", en: "From"), .code),
        Column(Phrase(zh: "迁出", en: "Until"), .code),
      ], rows: rows))</section>

    """
}

/// The room that an occupancy is of, for the page of what brought it about; empty where there is none.
public func roomSection(of occupancy: Subject, desk: PremisesDesk, by account: Account) async throws -> HTML {
  guard account.may(.readPremises) else { return "" }
  let book = try await desk.book(by: account)
  guard let stay = book.occupancies.first(where: { $0.id.subject == occupancy && !$0.isWithdrawn }),
    let room = book.rooms.first(where: { $0.id == stay.room })
  else { return "" }
  return """
    <h2>\(Phrase(zh: "房间", en: "The room"))</h2>
    \(definitions([
      (Phrase(zh: "房间", en: "Room"), "<a href=\"\(PremisesPath.room(room.id))\">\(marked(room.number))</a>"),
      (Phrase(zh: "片区", en: "Site"), "\(stay.site.name)"),
      (Phrase(zh: "使用期间", en: "From and to"), stayMarkup(stay.stay)),
    ]))
    <p class="actions">\(linkButton(
      Phrase(zh: "在楼层平面图上查看", en: "See it on the plan of its floor"), to: PremisesPath.floor(room.floor, on: stay.stay.first)))</p>
    """
}
