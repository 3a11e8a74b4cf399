import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E19.1 点课完成率: Held ÷ ordered in the period; withdrawn orders do not count.
  static let e19x1 = FigureSource(
    Indicator(
      "E19.1", name: Phrase(zh: "点课完成率", en: "Ordered lectures held"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（六）2", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "已举办的订单÷期内收到的订单；撤回的不计", en: "Orders held ÷ orders received in the period; withdrawn ones do not count"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "讲座订单（R-LEC）", en: "lecture orders (R-LEC)")], parent: "E19"),
    reads: [.matters, .matterClocks]
  ) { question in
    let received = Counting.filed("m", "lecture-order", in: question.period)
    let held: SQL = "m.end_sort = 'granted' AND m.closed_at < \(question.cutoff.adding(days: 1).start)"
    return """
      \(Counting.matters("of", where: received)) UNION ALL
      \(Counting.matters("now", where: "\(received) AND \(held)"))
      """
  }
}
