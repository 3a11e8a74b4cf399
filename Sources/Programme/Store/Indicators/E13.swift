import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E13 信用档案和信息公示: Institutions with a credit file ÷ institutions.
  static let e13 = FigureSource(
    awaited: Indicator(
      "E13", name: Phrase(zh: "信用档案和信息公示", en: "Credit files published"),
      unit: Phrase(zh: "家", en: "institutions"), clause: "五（五）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "有信用档案的机构÷机构数", en: "Institutions with a credit file ÷ institutions"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "信用档案（R-CRD）", en: "credit files (R-CRD)")]))
}
