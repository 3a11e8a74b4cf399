import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E05.3 司法确认的调解协议: Agreements that a court confirmed in the period.
  static let e05x3 = FigureSource(
    Indicator(
      "E05.3", name: Phrase(zh: "司法确认的调解协议", en: "Agreements confirmed in court"),
      unit: Phrase(zh: "件", en: "cases"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "期内登记法院确认裁定的调解协议，一件一行；未申请或未获确认的不计",
        en: "Agreements whose confirmation by a court was entered in the period, one row each; others are none"),
      minimum: .g2, owner: Phrase(zh: "调解委员会", en: "Mediation committee"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "调解案件（R-MED）", en: "mediation cases (R-MED)")], parent: "E05"),
    reads: [.matters, .matterClocks, .matterEvents]
  ) { question in
    Counting.matters(
      where: """
        m.procedure_code = 'mediation' AND EXISTS (SELECT 1 FROM matter_events e WHERE e.matter = m.id
          AND e.sort = 'step' AND e.code = 'enter-confirmation' AND e.at >= \(question.period.lowerBound.start)
          AND e.at < \(question.period.upperBound.adding(days: 1).start))
        """)
  }
}
