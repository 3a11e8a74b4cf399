import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E19 你点我讲: Orders, share fulfilled, days, rating.
  static let e19 = FigureSource(
    awaited: Indicator(
      "E19", name: Phrase(zh: "你点我讲", en: "Order a lecture"),
      unit: Phrase(zh: "场", en: "lectures"), clause: "五（六）2", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "点课、完成率、时长、评分", en: "Orders, share fulfilled, days, rating"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "讲座订单（R-LEC）", en: "lecture orders (R-LEC)")]))
}
