public import Kernel

/// Readings of one kind: a rule of another unit is refused, so that days are never taken for working days.
extension RuleBook {
  public func count(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .count, on: day)
  }

  public func points(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .points, on: day)
  }

  public func hours(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .hours, on: day)
  }

  public func days(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .days, on: day)
  }

  public func workingDays(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .workingDays, on: day)
  }

  public func months(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .months, on: day)
  }

  public func years(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .years, on: day)
  }

  public func multiple(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .multiple, on: day)
  }

  public func millimetres(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try whole(id, .millimetres, on: day)
  }

  public func fen(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Fen> {
    try reading(id, .fen, on: day) { if case .fen(let amount) = $0 { amount } else { nil } }
  }

  public func share(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<BasisPoints> {
    try reading(id, .basisPoints, on: day) { if case .share(let share) = $0 { share } else { nil } }
  }

  public func flag(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Bool> {
    try reading(id, .flag, on: day) { if case .flag(let flag) = $0 { flag } else { nil } }
  }

  public func date(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Day> {
    try reading(id, .date, on: day) { if case .date(let date) = $0 { date } else { nil } }
  }

  public func dayOfYear(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<DayOfYear> {
    try reading(id, .dayOfYear, on: day) { if case .dayOfYear(let found) = $0 { found } else { nil } }
  }

  public func window(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<YearWindow> {
    try reading(id, .window, on: day) { if case .window(let window) = $0 { window } else { nil } }
  }

  public func text(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<Phrase> {
    try reading(id, .text, on: day) { if case .text(let words) = $0 { words } else { nil } }
  }

  public func table(_ id: RuleID, on day: Day) throws(RuleRefusal) -> RuleReading<RuleTable> {
    try reading(id, .table, on: day) { if case .table(let table) = $0 { table } else { nil } }
  }

  private func whole(_ id: RuleID, _ unit: RuleUnit, on day: Day) throws(RuleRefusal) -> RuleReading<Int> {
    try reading(id, unit, on: day) { if case .whole(let number) = $0 { number } else { nil } }
  }

  private func reading<Value>(
    _ id: RuleID, _ unit: RuleUnit, on day: Day, _ read: (RuleValue) -> Value?
  ) throws(RuleRefusal) -> RuleReading<Value> {
    let rule = try rule(id)
    guard rule.unit == unit else { throw .wrongUnit(id, title: rule.title, is: rule.unit, asked: unit) }
    let found = try value(id, on: day)
    guard let value = read(found.value) else {
      throw .wrongUnit(id, title: rule.title, is: rule.unit, asked: unit)
    }
    return found.with(value)
  }
}
