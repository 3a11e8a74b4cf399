import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E19.2 点课办结时长: Mean days from the order to its closing, of the orders held in the period.
  static let e19x2 = FigureSource(
    Indicator(
      "E19.2", name: Phrase(zh: "点课办结时长", en: "Days from order to lecture"),
      unit: Phrase(zh: "天", en: "days"), clause: "五（六）2", measure: .ratio(times: 1, digits: 1),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "期内举办的订单，自提交至办结的整日数之和÷订单数", en: "Whole days from filing to closing ÷ orders, of those held in the period"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "讲座订单（R-LEC）", en: "lecture orders (R-LEC)")], parent: "E19"),
    reads: [.matters, .matterClocks]
  ) { question in
    let held = Counting.granted("m", ["lecture-order"], in: question.period)
    return """
      \(Counting.matters("of", where: held)) UNION ALL
      SELECT 'matters', m.id, \(Counting.number("m")), (m.closed_at - m.filed_at) / 86400000, 'now', 2,
        \(Counting.number("m")), NULL, \(Counting.punctuality("m")), \(Counting.closedOn("m"))
        FROM matters m WHERE \(held)
      """
  }
}
