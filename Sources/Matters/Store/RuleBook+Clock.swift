import Kernel
import Matters
import Rules

extension RuleBook {
  /// The length of a clock that begins on `day`; nil where it is a service level that the zone has not adopted.
  ///
  /// - Throws: ``MatterRefusal/limitUnknown(clock:rule:)`` for a legal limit without a value.
  func limit(of clock: ProcedureClock, on day: Day) throws -> ClockLimit? {
    do throws(RuleRefusal) {
      return try limit(clock.rule, on: day)
    } catch {
      if clock.isLegal { throw MatterRefusal.limitUnknown(clock: clock.words, rule: clock.rule.description) }
      return nil
    }
  }

  func limit(_ id: RuleID, on day: Day) throws(RuleRefusal) -> ClockLimit {
    let rule = try rule(id)
    switch rule.unit {
    case .workingDays: return ClockLimit(try workingDays(id, on: day).value, .workingDays)
    case .days: return ClockLimit(try days(id, on: day).value, .days)
    case .months: return ClockLimit(try months(id, on: day).value, .months)
    case .years: return ClockLimit(try years(id, on: day).value * 12, .months)
    default: throw .noTimeLimit(id, title: rule.title, is: rule.unit)
    }
  }
}
