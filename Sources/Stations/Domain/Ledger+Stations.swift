import Access
import Kernel
public import Ledgers

extension Ledger {
  /// R-STN: where the zone's services are taken in beside the centre (一平台多站点).
  public static let stations = Ledger(
    "stations", path: "/stations", mark: "R-STN", name: Phrase(zh: "服务站点", en: "Service stations"),
    one: Phrase(zh: "站点", en: "station"),
    purpose: Phrase(
      zh: "综合服务平台设在楼宇、园区、街道的站点：各有地点、时间、服务和工作人员，受理的服务单与平台统一编号。",
      en:
        "Stations of the one platform in buildings, parks and neighbourhoods, each with its place, hours, services and staff; their tickets share the platform's one series of numbers."
    ),
    identity: ["number"], title: "name", readers: .readStations, keepers: .keepStations, day: "opened_on",
    rules: [.inOrder("opened_on", "closed_on")],
    fields: [
      LedgerField("number", Phrase(zh: "站点编号", en: "Number"), .text(limit: 40)).required.listed,
      LedgerField("name", Phrase(zh: "名称", en: "Name"), .text(limit: 120)).required.listed,
      LedgerField("place", Phrase(zh: "地点", en: "Place"), .text(limit: 200)).required.listed,
      LedgerField("hours", Phrase(zh: "服务时间", en: "Hours"), .lines(limit: 400)).required,
      LedgerField("services", Phrase(zh: "服务内容", en: "Services"), .lines(limit: 1_000)).required,
      LedgerField("phone", Phrase(zh: "对外电话", en: "Public telephone"), .text(limit: 40)),
      LedgerField("opened_on", Phrase(zh: "启用日期", en: "Open from"), .day).required.listed,
      LedgerField("closed_on", Phrase(zh: "停用日期", en: "Closed from"), .day).listed.help(
        Phrase(zh: "自该日起不再受理", en: "From this day on it takes nothing in")),
    ])
}
