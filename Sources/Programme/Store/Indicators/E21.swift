import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E21 TISC 网点: Sites, services, contacts with WIPO's network.
  static let e21 = FigureSource(
    awaited: Indicator(
      "E21", name: Phrase(zh: "TISC 网点", en: "TISC stations"),
      unit: Phrase(zh: "个", en: "stations"), clause: "五（六）3", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "网点、服务、与 WIPO 网络联系", en: "Sites, services, contacts with WIPO's network"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"),
      frequency: Phrase(zh: "每半年", en: "Every half-year"),
      awaits: [Phrase(zh: "TISC 服务记录（R-TISC）", en: "records of TISC stations (R-TISC)")]))
}
