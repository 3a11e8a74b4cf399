public import Kernel

/// All rules with their values over time, shipped and superseded (规则库).
///
/// A value: it never changes under a reader.
public struct RuleBook: Sendable {
  /// By id.
  public let rules: [Rule]
  /// In the order they were entered.
  public let supersessions: [Supersession]
  private let places: [RuleID: Int]
  private let entered: [RuleID: [Supersession]]

  /// - Precondition: no two rules have the same id; the loader refuses such files by name.
  public init(_ rules: [Rule]) {
    self.init(rules.sorted { $0.id < $1.id }, superseded: [])
  }

  private init(_ sorted: [Rule], superseded: [Supersession]) {
    rules = sorted
    supersessions = superseded
    places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.id, $0) })
    entered = Dictionary(grouping: superseded, by: \.rule)
  }

  /// The subjects, in the order of their keys.
  public var groups: [RuleGroup] {
    Set(rules.map(\.group)).sorted { $0.key < $1.key }
  }

  public func rule(_ id: RuleID) throws(RuleRefusal) -> Rule {
    guard let rule = find(id) else { throw .noSuchRule(id) }
    return rule
  }

  public func find(_ id: RuleID) -> Rule? { places[id].map { rules[$0] } }

  /// What was entered for one rule, oldest first.
  public func supersessions(of id: RuleID) -> [Supersession] { entered[id] ?? [] }

  /// The value that holds on `day`, whatever its kind.
  ///
  /// Of all values that hold on that day the one that started last counts; an entered value counts
  /// before a shipped one of the same first day, a later entry before an earlier.
  public func value(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<RuleValue> {
    let rule = try rule(id)
    let shipped = rule.periods.last { $0.contains(day) }
    if let entry = entry(for: id, on: day), shipped.map({ start(of: $0) <= entry.from.number }) ?? true {
      return RuleReading(
        id: id, title: rule.title, unit: rule.unit, value: entry.value, basis: entry.ruleBasis, supersession: entry)
    }
    guard let shipped else { throw .notInForce(id, title: rule.title, on: day) }
    guard let value = shipped.value else {
      throw .unknownValue(id, missing: rule.title, supplier: rule.supplier)
    }
    return RuleReading(id: id, title: rule.title, unit: rule.unit, value: value, basis: shipped.basis)
  }

  /// The book with one more value entered; the shipped one stays readable for earlier days.
  public func superseding(_ entry: Supersession) throws(RuleRefusal) -> RuleBook {
    let rule = try rule(entry.rule)
    if let gap = entry.gap(in: rule.unit) { throw .incompleteSupersession(rule.id, gap) }
    return RuleBook(rules, superseded: supersessions + [entry])
  }

  /// Whether the same value from the same day on is entered already.
  public func holds(_ entry: Supersession) -> Bool {
    supersessions(of: entry.rule).contains { $0.value == entry.value && $0.from == entry.from }
  }

  /// What `day` shows of a rule; a rule that does not exist is not in force.
  public func finding(_ id: RuleID, on day: Day) -> RuleFinding {
    do {
      return .value(try value(id, on: day))
    } catch {
      if case .unknownValue = error { return .unknown }
      return .notInForce
    }
  }

  private func entry(for id: RuleID, on day: Day) -> Supersession? {
    supersessions(of: id).reduce(nil) { best, next in
      guard next.from <= day else { return best }
      guard let best, best.from > next.from else { return next }
      return best
    }
  }

  private func start(of period: RulePeriod) -> Int { period.from?.number ?? .min }
}
