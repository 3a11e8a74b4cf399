import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E14 举报投诉渠道畅通: Accepted within 7 working days, closed, appealed.
  static let e14 = FigureSource(
    awaited: Indicator(
      "E14", name: Phrase(zh: "举报投诉渠道畅通", en: "Open complaint channel"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（五）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "7 个工作日内受理率、办结率、复议率", en: "Accepted within 7 working days, closed, appealed"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "投诉举报件（R-CMP）", en: "complaints (R-CMP)")]))
}
