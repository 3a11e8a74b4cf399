public import Kernel

/// A legal or adopted value with its history (规则).
public struct Rule: Hashable, Sendable {
  public let id: RuleID
  public let group: RuleGroup
  public let title: Phrase
  public let unit: RuleUnit
  /// Who may supply or confirm the value.
  public let supplier: Phrase
  /// In order of their first days, without overlap; never empty in a book.
  public let periods: [RulePeriod]
  /// Whether something has to be done before a time limit of this rule ends.
  ///
  /// A qualifying, look-back, validity or penalty period is counted in years, too, but has no last day to keep.
  public let isDeadline: Bool

  public init(
    id: RuleID, group: RuleGroup, title: Phrase, unit: RuleUnit, supplier: Phrase, isDeadline: Bool = true,
    periods: [RulePeriod]
  ) {
    self.id = id
    self.group = group
    self.title = title
    self.unit = unit
    self.supplier = supplier
    self.isDeadline = isDeadline
    self.periods = periods.sorted { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }
  }

  /// Whether a last day can be counted.
  public var isTimeLimit: Bool { isDeadline && unit.isTimeLimit }

  /// Whether it is known since when the shipped value of `day` holds.
  public func isStartKnown(on day: Day) -> Bool { periods.last { $0.contains(day) }.map { $0.from != nil } ?? false }

  /// Whether `part` occurs in the id or the title, in either language, whatever its letter case.
  public func mentions(_ part: String) -> Bool {
    let part = part.lowercased()
    return [id.description, title.zh, title.en].contains { $0.lowercased().contains(part) }
  }

  /// The first two periods that claim the same day, if any do.
  public var firstOverlap: (RulePeriod, RulePeriod)? {
    zip(periods, periods.dropFirst()).first { $0.overlaps($1) }
  }
}

/// A subject of the rules, one file each (规则分类).
public struct RuleGroup: Hashable, Sendable {
  public let key: String
  public let title: Phrase

  public init(key: String, title: Phrase) {
    self.key = key
    self.title = title
  }
}
