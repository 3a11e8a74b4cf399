public import Kernel

/// What can be said of a figure: a value, or why there is none.
///
/// Missing is never 0.
public enum FigureState: Sendable, Equatable {
  case value(Quantity)
  case noRecords(Absence)
  /// The figure cannot be computed from the records that there are.
  case refused(reason: Phrase)

  public var value: Quantity? {
    switch self {
    case .value(let quantity): quantity
    case .noRecords, .refused: nil
    }
  }

  /// Why there is no value; nil where there is one.
  public var absence: Phrase? {
    switch self {
    case .value: nil
    case .noRecords(let absence): absence.phrase
    case .refused(let reason): reason
    }
  }
}

/// What is missing where a figure has no value.
public enum Absence: Sendable, Equatable {
  /// The zone keeps no such records yet.
  case noSource
  /// No record falls into the period.
  case none
  /// There are records, but none with the evidence that counts: how many.
  case onlyDeclared(Int)
  /// The number to divide by is missing or zero.
  case noBase

  public var phrase: Phrase {
    switch self {
    case .noSource, .none: Phrase(zh: "尚无数据", en: "No data yet")
    case .onlyDeclared(let count):
      Phrase(zh: "尚无达标证据（已申报 \(count) 条）", en: "No sufficient evidence yet (\(count) declared)")
    case .noBase: Phrase(zh: "尚无数据（缺少计算的分母或上年数）", en: "No data yet (the number to divide by is missing)")
    }
  }

  /// Stable, for programs.
  public var code: String {
    switch self {
    case .noSource: "no-source"
    case .none: "no-records"
    case .onlyDeclared: "only-declared"
    case .noBase: "no-base"
    }
  }
}

/// How a figure stands against its target.
public enum Verdict: String, CaseIterable, Sendable {
  case met, notMet
  /// Of a series: beyond it, as the plan asks.
  case above
  case below
  /// Equal where more is asked.
  case tied
  /// Equal at the most that can be, so that more is impossible.
  case tieAtCeiling
  case noComparator, noData, noTarget

  /// Whether the target is attained.
  public var isAttained: Bool {
    switch self {
    case .met, .above: true
    case .notMet, .below, .tied, .tieAtCeiling, .noComparator, .noData, .noTarget: false
    }
  }

  public var phrase: Phrase {
    switch self {
    case .met: Phrase(zh: "达标", en: "Met")
    case .notMet: Phrase(zh: "未达标", en: "Not met")
    case .above: Phrase(zh: "高于对比值，达标", en: "Above the comparator: met")
    case .below: Phrase(zh: "低于对比值", en: "Below the comparator")
    case .tied: Phrase(zh: "与对比值持平，未超过", en: "Equal to the comparator, not above")
    case .tieAtCeiling: Phrase(zh: "与对比值同为上限，无法超过", en: "Tie at ceiling: more is impossible")
    case .noComparator: Phrase(zh: "无对比数据", en: "No comparator")
    case .noData: Phrase(zh: "尚无数据", en: "No data yet")
    case .noTarget: Phrase(zh: "只观察，不设目标", en: "Observed, no target")
    }
  }
}
