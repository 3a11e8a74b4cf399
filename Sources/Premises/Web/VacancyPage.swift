import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Premises
import Web

/// The vacancy ledger: rooms for letting on a day, since when they are vacant or who is in them.
func vacancyPage(
  _ book: PremisesBook, _ filter: VacancyFilter, _ asked: AskedDay, _ links: PremisesLinks
) throws -> Page {
  let rows = filter.rows(of: book, on: asked.day)
  let total = rows.reduce(FloorArea.zero) { $0 + $1.state.room.area }
  return Page(
    Phrase(zh: "空置台账", en: "Vacancy ledger"), trail: [premisesCrumb],
    """
    \(tabs(
      Phrase(zh: "状态", en: "State"), VacancyFilter.State.allCases.map { ($0.phrase, PremisesPath.vacancy(filter.with($0))) },
      current: PremisesPath.vacancy(filter)))
    \(asked.bar(
      to: PremisesPath.vacancy(), clear: PremisesPath.vacancy(VacancyFilter(site: filter.site, state: filter.state)),
      hidden("state", filter.state.rawValue) + siteField(filter)))
    <p>\(Phrase(
      zh: "共 \(rows.count) 间，\(total) 平方米。", en: "\(rows.count) rooms, \(total) m²."))</p>
    <p class="actions">\(linkButton(Phrase(zh: "下载表格", en: "Download the table"), to: PremisesPath.vacancyTable(filter)))</p>
    \(rows.isEmpty ? nothing : try ledger(rows, book, asked, links))
    """)
}

private let nothing = emptyState(
  Phrase(zh: "没有符合条件的房间", en: "No room is like that"),
  Phrase(zh: "请换一个片区、状态或日期", en: "Please choose another site, state or day"))

private func siteField(_ filter: VacancyFilter) -> HTML {
  field(
    "site", Phrase(zh: "片区", en: "Site"),
    .list(
      [Choice("", Phrase(zh: "全部片区", en: "All sites"))] + SiteCode.allCases.map { Choice($0.rawValue, $0.shortName) }),
    values: [filter.site?.rawValue ?? ""])
}

private func ledger(
  _ rows: [(site: PremisesSite, state: RoomState)], _ book: PremisesBook, _ asked: AskedDay, _ links: PremisesLinks
) throws -> HTML {
  table(
    Phrase(zh: "房间台账", en: "Rooms"),
    columns: [
      Column(Phrase(zh: "房间", en: "Room"), .name), Column(Phrase(zh: "片区", en: "Site")),
      Column(Phrase(zh: "用途", en: "Use")), Column(Phrase(zh: "面积 平方米", en: "Area m²"), .number),
      Column(Phrase(zh: "机构", en: "Tenant")), Column(Phrase(zh: "在驻期间", en: "From and to"), .code),
      Column(Phrase(zh: "空置自", en: "Vacant since"), .code), Column(Phrase(zh: "空置天数", en: "Days vacant"), .number),
    ],
    rows: rows.map { site, state in
      [
        "<a href=\"\(PremisesPath.room(state.room.id))\">\(marked(state.room.number))</a>", "\(site.code.shortName)",
        "\(state.room.use.phrase)", state.room.area.markup,
        state.occupancy.map { tenantLink($0.tenantName, $0.tenant, links) } ?? .notKnown,
        state.occupancy.map { stayMarkup($0.stay) } ?? .notKnown, state.vacantSince.map { "\($0)" } ?? .notKnown,
        state.daysVacant(on: asked.day).map { "\(Count($0))" } ?? .notKnown,
      ]
    })
}

extension RoomState {
  /// The day itself included.
  fileprivate func daysVacant(on day: Day) -> Int? { vacantSince.map { day.number - $0.number + 1 } }
}

/// The same rows for spreadsheets; the mark in front makes them read UTF-8.
func vacancyCSV(
  _ book: PremisesBook, _ filter: VacancyFilter, on day: Day, in language: Language
) throws -> Response {
  let heading = Phrase(
    zh: "片区,楼栋,楼层,房间,用途,面积（平方米）,统一社会信用代码,机构,入驻,最后一天,空置自,空置天数",
    en: "site,building,floor,room,use,area (m²),social credit code,tenant,from,last day,vacant since,days vacant")
  let lines = try filter.rows(of: book, on: day).map { site, state in
    let floor = try book.floor(state.room.floor)
    let building = try book.building(floor.building)
    let stay = state.occupancy
    return [
      site.code.shortName.text(in: language), building.name, String(floor.number), state.room.number,
      state.room.use.phrase.text(in: language), state.room.area.description, stay?.tenant.description,
      stay?.tenantName, stay?.stay.first.description, stay?.stay.last?.description, state.vacantSince?.description,
      state.daysVacant(on: day).map(String.init),
    ].map { csvCell($0 ?? "") }.joined(separator: ",")
  }
  let text = "\u{FEFF}" + ([heading.text(in: language)] + lines).joined(separator: "\r\n") + "\r\n"
  return .download(
    ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "vacancy-\(day).csv",
    mediaType: "text/csv; charset=utf-8")
}

/// Quoted where it must be (RFC 4180); a text that a spreadsheet would take for a formula stands behind an apostrophe.
private func csvCell(_ text: String) -> String {
  let safe = text.first.map { "=+-@\t".contains($0) && Int(text) == nil } == true ? "'" + text : text
  guard safe.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
  return "\"" + safe.replacing("\"", with: "\"\"") + "\""
}
