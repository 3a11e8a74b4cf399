import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E07 海外维权专家顾问机制: Advisers by country, and cases advised.
  static let e07 = FigureSource(
    awaited: Indicator(
      "E07", name: Phrase(zh: "海外维权专家顾问机制", en: "Overseas advisers"),
      unit: Phrase(zh: "人", en: "advisers"), clause: "五（二）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "按国别的顾问与指导案件", en: "Advisers by country, and cases advised"),
      minimum: .g2, owner: Phrase(zh: "出口基地办公室", en: "Office of the export base"),
      frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "海外顾问（R-OVA）与海外案件（R-OVC）", en: "overseas advisers (R-OVA) and cases (R-OVC)")]))
}
