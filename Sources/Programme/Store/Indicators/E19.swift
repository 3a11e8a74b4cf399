import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E19 你点我讲: Ordered lectures that were held, one row an order.
  static let e19 = FigureSource(
    Indicator(
      "E19", name: Phrase(zh: "你点我讲", en: "Order a lecture"),
      unit: Phrase(zh: "场", en: "lectures"), clause: "五（六）2", measure: .distinct,
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "已举办且有人签到的点课订单，一单一场；未予安排、取消和撤回的不计",
        en: "Orders whose lecture was held and attended, one each; those declined, cancelled or withdrawn are none"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "讲座订单（R-LEC）", en: "lecture orders (R-LEC)")], version: 2),
    reads: [.matters, .matterClocks]
  ) { question in
    Counting.matters(where: Counting.granted("m", ["lecture-order"], in: question.period))
  }
}
