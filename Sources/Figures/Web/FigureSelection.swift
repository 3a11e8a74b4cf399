import Figures
import FiguresStore
import Kernel

/// Which figures a table shows: each count of figures opens into those that it counts.
enum FigureSelection: String, CaseIterable {
  case targeted, attained, unmet, missing
  case noComparator = "no-comparator"

  func includes(_ figure: Figure) -> Bool {
    switch self {
    case .targeted: figure.indicator.target != .none
    case .attained: figure.verdict.isAttained
    case .unmet:
      Self.targeted.includes(figure) && figure.state.value != nil && !figure.verdict.isAttained
        && figure.verdict != .noComparator
    case .missing: Self.targeted.includes(figure) && figure.state.value == nil
    case .noComparator: figure.verdict == .noComparator
    }
  }

  var phrase: Phrase {
    switch self {
    case .targeted: Phrase(zh: "设有目标的指标", en: "Figures with a target")
    case .attained: Phrase(zh: "已达标", en: "Attained")
    case .unmet: Phrase(zh: "有数据未达标", en: "With data, not met")
    case .missing: Phrase(zh: "尚无数据", en: "No data yet")
    case .noComparator: Phrase(zh: "无对比数据", en: "No comparator")
    }
  }
}
