import Evidence
import Figures
import FiguresStore
import JournalStore
import Kernel
import Storage

extension FigureSource {
  /// E15 分级分类评价: Graded ÷ eligible.
  static let e15 = FigureSource(
    awaited: Indicator(
      "E15", name: Phrase(zh: "分级分类评价", en: "Graded evaluation"),
      unit: Phrase(zh: "家", en: "institutions"), clause: "五（五）1", measure: .distinct,
      target: .none, period: .flow,
      counting: Phrase(zh: "已评级÷应评级", en: "Graded ÷ eligible"),
      minimum: .g2, owner: Phrase(zh: "运营中心", en: "Operation centre"), frequency: Phrase(zh: "每年", en: "Yearly"),
      awaits: [Phrase(zh: "评价结果（R-APR）", en: "evaluation results (R-APR)")]))
}
