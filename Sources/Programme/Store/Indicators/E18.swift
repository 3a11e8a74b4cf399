import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E18 文化主题公园与体验展厅: Bookings and visits; programmes of 26 April and 10 May.
  static let e18 = FigureSource(
    awaited: Indicator(
      "E18", name: Phrase(zh: "文化主题公园与体验展厅", en: "Culture sites"),
      unit: Phrase(zh: "人次", en: "visits"), clause: "五（六）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "预约与到访，4.26、5.10 活动", en: "Bookings and visits; programmes of 26 April and 10 May"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "预约与到访记录（R-EVT）", en: "bookings and visits (R-EVT)")]))
}
