import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E04 快速维权与维权援助: Time to acceptance and to closing, and cases.
  static let e04 = FigureSource(
    awaited: Indicator(
      "E04", name: Phrase(zh: "快速维权与维权援助", en: "Fast enforcement and aid"),
      unit: Phrase(zh: "件", en: "cases"), clause: "五（一）3", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "受理与办结时长、件数", en: "Time to acceptance and to closing, and cases"),
      minimum: .g2, owner: Phrase(zh: "维权援助分中心", en: "Aid sub-centre"), frequency: Phrase(zh: "每月", en: "Monthly"),
      awaits: [Phrase(zh: "维权援助案件（R-AID）", en: "aid cases (R-AID)")]))
}
