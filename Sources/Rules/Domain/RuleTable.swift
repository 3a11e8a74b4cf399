public import Kernel

/// A rule that the law writes as a table: keyed rows of one unit.
public struct RuleTable: Hashable, Sendable {
  /// What the rows' numbers count; `text` if the rows are words alone.
  public let unit: RuleUnit
  public let rows: [Row]

  public init(unit: RuleUnit, rows: [Row]) {
    self.unit = unit
    self.rows = rows
  }

  /// The row of that key, or nil.
  public subscript(key: String) -> Row? { rows.first { $0.key == key } }

  public struct Row: Hashable, Sendable {
    public let key: String
    public let title: Phrase
    public let amount: RuleAmount

    public init(key: String, title: Phrase, amount: RuleAmount) {
      self.key = key
      self.title = title
      self.amount = amount
    }
  }
}

/// The number of a table's row, in the table's unit.
public enum RuleAmount: Hashable, Sendable {
  /// The row is its title: a kind, a ground, a condition.
  case none
  case exactly(Int64)
  case within(RuleRange)

  public func contains(_ number: Int64) -> Bool {
    switch self {
    case .none: false
    case .exactly(let value): value == number
    case .within(let range): range.contains(number)
    }
  }
}

/// A range whose ends are each there or not, included or not.
public struct RuleRange: Hashable, Sendable {
  public let lower: Int64?
  public let upper: Int64?
  /// Whether `upper` itself lies outside (不足) instead of inside (以下).
  public let isUpperOpen: Bool

  public init(from lower: Int64?, through upper: Int64?) {
    (self.lower, self.upper, isUpperOpen) = (lower, upper, false)
  }

  public init(from lower: Int64?, below upper: Int64) {
    (self.lower, self.upper, isUpperOpen) = (lower, upper, true)
  }

  public func contains(_ number: Int64) -> Bool {
    if let lower, number < lower { return false }
    if let upper, isUpperOpen ? number >= upper : number > upper { return false }
    return true
  }
}
