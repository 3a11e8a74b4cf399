public import Figures
public import Foundation
public import Kernel

/// A figure at a cut-off: value or why there is none, and how it stands.
public struct Figure: Sendable {
  public let indicator: Indicator
  public let cutoff: Day
  public let period: PeriodKind
  /// By ruling, the option that it was computed with.
  public let options: [String: String]
  public let state: FigureState
  public let totals: FigureTotals
  public let comparator: Comparator?
  public let verdict: Verdict

  public var code: IndicatorCode { indicator.code }

  /// What the figure is held against, as a number; nil where there is none.
  public var threshold: Quantity? { indicator.target.threshold(indicator.measure, comparator: comparator?.value) }

  /// What is missing to the target; nil where it is met, or nobody knows.
  ///
  /// “More than 100” of whole things needs 101.
  public var gap: Quantity? {
    guard !verdict.isAttained, let value = state.value, let threshold else { return nil }
    let gap = threshold.minus(value)
    if case .absolute(.moreThan, _) = indicator.target, indicator.measure.counts { return gap?.minus(-1) }
    return gap
  }

  /// The value with its decimals, such as `82.14`; nil where there is none.
  public var valueText: String? { state.value?.text(digits: indicator.measure.digits) }

  /// The same without grouping, for programs.
  public var plainValue: String? { state.value?.plainText(digits: indicator.measure.digits) }
}

/// What a relative target is held against, and where it comes from.
public struct Comparator: Sendable {
  public let value: Quantity
  public let origin: Origin

  public enum Origin: Sendable {
    case series(SeriesValue)
    /// The same records a year earlier.
    case yearBefore(ClosedRange<Day>)
  }

  /// Where it comes from, in one line.
  public var phrase: Phrase {
    switch origin {
    case .series(let value):
      Phrase(
        zh: "\(value.period)，\(value.standing.phrase.zh)，\(value.source)",
        en: "\(value.period), \(value.standing.phrase.en), \(value.source)")
    case .yearBefore(let days):
      days.lowerBound == days.upperBound
        ? Phrase(zh: "上年同日 \(days.upperBound)", en: "A year earlier, \(days.upperBound)")
        : Phrase(
          zh: "上年同期 \(days.lowerBound) 至 \(days.upperBound)",
          en: "A year earlier, \(days.lowerBound) to \(days.upperBound)")
    }
  }
}

/// A value of one part of a figure, such as a base.
public struct FigureShare: Sendable {
  /// Nil for rows that name none.
  public let key: String?
  public let state: FigureState
  /// Of its rows those that count.
  public let rows: Int
}

/// A figure at one of several cut-offs.
public struct FigurePoint: Sendable {
  public let cutoff: Day
  /// Nil for a cut-off that has not come, and for one that is yet to be computed.
  public let state: FigureState?
  public let standing: Standing

  public enum Standing: Sendable, Equatable {
    /// By the records of now.
    case current
    /// By the records of then; some have changed since.
    case earlier(Date)
    /// Being computed.
    case awaited
    /// Not come yet.
    case ahead
  }

  /// Nil also where there is no data.
  public var value: Quantity? {
    guard case .value(let quantity)? = state else { return nil }
    return quantity
  }
}

/// A figure with all that its page shows.
public struct FigureFile: Sendable {
  public let figure: Figure
  /// The same figure under its other readings.
  public let alternatives: [Figure]
  /// What else the plan's one indicator is made of: the readings of `E09`, the items of `D05`; the indicator first.
  public let family: [Figure]
  public let byBase: [FigureShare]
  public let byCategory: [FigureShare]
  /// By evidence, as the number of its grade; what is too weak has no value.
  public let byGrade: [FigureShare]
  public let months: [FigurePoint]
  /// Newest first; visitors are given the published ones.
  public let frozen: [FrozenFigure]
  /// The latest value of the series that the target is held against, of whatever day.
  public let latestComparator: SeriesValue?
}
