public import Kernel

/// What a look at a rule shows, where a missing value is no reason to refuse the page.
public enum RuleFinding: Sendable, Equatable {
  case value(RuleReading<RuleValue>)
  case unknown
  case notInForce

  /// Nil if the rule is not in force.
  public var status: RuleStatus? {
    switch self {
    case .value(let reading): reading.status
    case .unknown: .unknown
    case .notInForce: nil
    }
  }

  public var phrase: Phrase {
    switch self {
    case .value(let reading): reading.value.phrase(in: reading.unit)
    case .unknown: Phrase(zh: "尚无取值", en: "No value")
    case .notInForce: Phrase(zh: "当日无效力", en: "Not in force")
    }
  }
}
