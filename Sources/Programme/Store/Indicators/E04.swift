import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E04 快速维权与维权援助: Aid cases that closed with an outcome.
  static let e04 = FigureSource(
    Indicator(
      "E04", name: Phrase(zh: "快速维权与维权援助", en: "Fast enforcement and aid"),
      unit: Phrase(zh: "件", en: "cases"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow, alternatives: [.cumulative],
      counting: Phrase(
        zh: "有结果并办结的援助案件，一案一行；不予受理、转送和撤回的不计；受理与办结时长见办件统计",
        en:
          "Aid cases closed with an outcome, one row each; those refused, sent elsewhere or withdrawn are none; times stand in the statistics of matters"
      ),
      minimum: .g2, owner: Phrase(zh: "维权援助分中心", en: "Aid sub-centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "维权援助案件（R-AID）", en: "aid cases (R-AID)")], version: 2),
    reads: [.matters, .matterClocks]
  ) { question in
    Counting.matters(where: Counting.granted("m", ["rights-aid"], in: question.period))
  }
}
