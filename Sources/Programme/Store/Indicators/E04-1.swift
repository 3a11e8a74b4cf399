import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import MattersStore
import Storage

extension FigureSource {
  /// E04.1 援助案件按期受理率: Of the decisions on acceptance, those within the time limit.
  static let e04x1 = FigureSource(
    Indicator(
      "E04.1", name: Phrase(zh: "援助案件按期受理率", en: "Aid cases decided on in time"),
      unit: Phrase(zh: "%", en: "%"), clause: "五（一）3", measure: .ratio(times: 100, digits: 2),
      target: .none, period: .flow,
      counting: Phrase(
        zh: "在受理时限内作出是否受理决定的案件÷已决定或已超过时限的案件；撤回的不计",
        en: "Decided on within the time limit of acceptance ÷ decided on or overdue; withdrawn ones do not count"),
      minimum: .g2, owner: Phrase(zh: "维权援助分中心", en: "Aid sub-centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "维权援助案件（R-AID）", en: "aid cases (R-AID)")], parent: "E04"),
    reads: [.matters, .matterClocks]
  ) { question in
    Counting.decidedInTime("rights-aid", clock: "acceptance", question)
  }
}
