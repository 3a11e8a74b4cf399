import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E05.1 调解成功率: Of the mediations closed, those with an agreement.
  static let e05x1 = FigureSource(
    Indicator(
      "E05.1", name: Phrase(zh: "调解成功率", en: "Mediations with an agreement"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（一）3", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "达成协议并办结的纠纷÷期内结束的、经调解员调解的纠纷", en: "Closed with an agreement ÷ closed in the period after mediation"),
      minimum: .g2, owner: Phrase(zh: "调解委员会", en: "Mediation committee"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "调解案件（R-MED）", en: "mediation cases (R-MED)")], parent: "E05"),
    reads: [.matters, .matterClocks]
  ) { question in
    let closed = Counting.mediated("m", in: question.period)
    return """
      \(Counting.matters("of", where: closed)) UNION ALL
      \(Counting.matters("now", where: "\(closed) AND m.end_sort = 'granted'"))
      """
  }
}
