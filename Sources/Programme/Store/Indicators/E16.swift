import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E16 志愿服务与公益代理: Points, hours, cases.
  static let e16 = FigureSource(
    awaited: Indicator(
      "E16", name: Phrase(zh: "志愿服务与公益代理", en: "Volunteer points and pro-bono agency"),
      unit: Phrase(zh: "次", en: "services"), clause: "五（五）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "网点、时长、案件", en: "Points, hours, cases"),
      minimum: .g2, owner: Phrase(zh: "服务业联盟", en: "The alliance"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "志愿服务记录（R-VOL）", en: "volunteer records (R-VOL)")]))
}
