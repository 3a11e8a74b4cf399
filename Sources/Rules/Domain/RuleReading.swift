public import Kernel

/// What a rule says on a day: the value and what it rests on, so that a mark travels with the figure.
public struct RuleReading<Value: Sendable>: Sendable {
  public let id: RuleID
  public let title: Phrase
  public let unit: RuleUnit
  public let value: Value
  public let basis: RuleBasis
  /// The document that an administrator named when superseding the shipped value; nil for a shipped value.
  public let supersession: Supersession?

  public init(
    id: RuleID, title: Phrase, unit: RuleUnit, value: Value, basis: RuleBasis, supersession: Supersession? = nil
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.value = value
    self.basis = basis
    self.supersession = supersession
  }

  public var status: RuleStatus { basis.status }
  public var source: RuleSource? { basis.source }
  /// What must stand beside every figure made with this value; nil for a sourced value.
  public var mark: Phrase? { basis.mark }

  func with<Other>(_ other: Other) -> RuleReading<Other> {
    RuleReading<Other>(
      id: id, title: title, unit: unit, value: other, basis: basis, supersession: supersession)
  }
}

extension RuleReading: Equatable where Value: Equatable {}
