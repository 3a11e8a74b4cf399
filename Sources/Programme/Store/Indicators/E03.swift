import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E03 一平台多站点: Stations with a service each month.
  static let e03 = FigureSource(
    awaited: Indicator(
      "E03", name: Phrase(zh: "一平台多站点", en: "One platform, many stations"),
      unit: Phrase(zh: "个", en: "stations"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "每月有服务的站点", en: "Stations with a service each month"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "站点服务记录（R-STN）", en: "records of the stations (R-STN)")]))
}
