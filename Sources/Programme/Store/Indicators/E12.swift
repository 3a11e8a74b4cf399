import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E12 双随机、一公开: Inspected ÷ planned, published ÷ done, the seed of the draw public.
  static let e12 = FigureSource(
    awaited: Indicator(
      "E12", name: Phrase(zh: "双随机、一公开", en: "Random inspection, public results"),
      unit: Phrase(zh: "次", en: "inspections"), clause: "五（五）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(
        zh: "检查÷计划，公示÷完成，抽取种子公开", en: "Inspected ÷ planned, published ÷ done, the seed of the draw public"),
      minimum: .g2, owner: Phrase(zh: "区知识产权局", en: "District IP office"), frequency: Phrase(zh: "每季", en: "Quarterly"),
      awaits: [Phrase(zh: "检查任务与结果（R-INS）", en: "inspections and their results (R-INS)")]))
}
