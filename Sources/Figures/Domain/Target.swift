public import Kernel

/// What a figure is held against.
public enum Target: Sendable, Equatable {
  /// A number that the plan gives, in the unit of the figure.
  case absolute(Comparison, Quantity)
  /// The value of an outside series at the cut-off.
  case series(Comparison, SeriesCode)
  /// Higher than the year before, by the same records.
  case risesOverYear
  /// A milestone: as many documents as its measure says.
  case done
  case none

  var canonicalText: String {
    switch self {
    case .absolute(let comparison, let value): "\(comparison.rawValue) \(value.numerator)/\(value.denominator)"
    case .series(let comparison, let series): "\(comparison.rawValue) series \(series)"
    case .risesOverYear: "rises over year"
    case .done: "done"
    case .none: "none"
    }
  }

  /// What the figure must reach as a number: of the plan, of a milestone, or the comparator.
  public func threshold(_ measure: Measure, comparator: Quantity?) -> Quantity? {
    switch self {
    case .absolute(_, let value): value
    case .series, .risesOverYear: comparator
    case .done: if case .milestone(let count) = measure { Quantity(count) } else { nil }
    case .none: nil
    }
  }

  /// Whether `state` meets the target: never `met` where anything is missing.
  ///
  /// - Parameter comparator: of a series at the cut-off, or the figure a year earlier; nil where nobody gave it.
  public func verdict(on state: FigureState, measure: Measure, comparator: Quantity?) -> Verdict {
    if self == .none { return .noTarget }
    guard case .value(let value) = state else { return .noData }
    switch self {
    case .absolute(let comparison, let target): return comparison.holds(value, target) ? .met : .notMet
    case .series(let comparison, _):
      guard let comparator else { return .noComparator }
      return Self.verdict(value, comparison, comparator, ceiling: measure.ceiling)
    case .risesOverYear:
      guard let comparator else { return .noComparator }
      return value > comparator ? .met : .notMet
    case .done:
      guard case .milestone(let count) = measure else { return .noTarget }
      return value >= Quantity(count) ? .met : .notMet
    case .none: return .noTarget
    }
  }

  private static func verdict(
    _ value: Quantity, _ comparison: Comparison, _ comparator: Quantity, ceiling: Quantity?
  ) -> Verdict {
    if comparison.holds(value, comparator) { return value == comparator ? .met : value > comparator ? .above : .met }
    if value == comparator { return value == ceiling ? .tieAtCeiling : .tied }
    return value < comparator ? .below : .notMet
  }
}

/// How a target is worded, and so whether the number itself meets it.
public enum Comparison: String, CaseIterable, Sendable {
  /// 超过: the number itself does not count.
  ///
  /// Source: 民法典 第一千二百五十九条 [recalled]: “以上”包括本数，“超过”不包括本数。
  case moreThan
  /// 以上、达, and a bare number: the number itself counts.
  case atLeast
  /// 不足.
  case lessThan
  /// 以下、不超过.
  case atMost

  public func holds(_ value: Quantity, _ target: Quantity) -> Bool {
    switch self {
    case .moreThan: value > target
    case .atLeast: value >= target
    case .lessThan: value < target
    case .atMost: value <= target
    }
  }

  public var phrase: Phrase {
    switch self {
    case .moreThan: Phrase(zh: "超过", en: "more than")
    case .atLeast: Phrase(zh: "达到", en: "at least")
    case .lessThan: Phrase(zh: "少于", en: "less than")
    case .atMost: Phrase(zh: "不超过", en: "at most")
    }
  }

  public var symbol: String {
    switch self {
    case .moreThan: ">"
    case .atLeast: "≥"
    case .lessThan: "<"
    case .atMost: "≤"
    }
  }
}
