import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E05 纠纷调解: Accepted, success rate, median days, agreements confirmed.
  static let e05 = FigureSource(
    awaited: Indicator(
      "E05", name: Phrase(zh: "纠纷调解", en: "Mediation"),
      unit: Phrase(zh: "件", en: "cases"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "受理数、成功率、天数中位数、司法确认数", en: "Accepted, success rate, median days, agreements confirmed"),
      minimum: .g2, owner: Phrase(zh: "调解委员会", en: "Mediation committee"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "调解案件（R-MED）", en: "mediation cases (R-MED)")]))
}
