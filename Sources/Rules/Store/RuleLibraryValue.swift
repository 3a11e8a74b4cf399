import Kernel
import Rules
import Yams

/// Reads the `value` of one period in the unit of its rule.
struct RuleLibraryValue {
  let fields: RuleLibraryFields
  let unit: RuleUnit

  func value() throws(RuleLibraryError) -> RuleValue {
    switch unit {
    case .text: return .text(try fields.phrase("value"))
    case .table: return .table(try table())
    case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple, .fen, .basisPoints,
      .flag, .date, .dayOfYear, .window:
      let text = try fields.text("value")
      guard let value = RuleValue(text, unit: unit) else {
        throw fields.error("“\(text)” is not a value in \(unit.rawValue)")
      }
      return value
    }
  }

  private func table() throws(RuleLibraryError) -> RuleTable {
    let body = try fields.fields("value", keys: ["of", "rows"])
    let of = try body.choice("of", of: RuleUnit.self)
    guard of.fitsTable else {
      throw fields.error("a table cannot be of \(of.rawValue)")
    }
    var rows: [RuleTable.Row] = []
    for node in try body.list("rows") {
      let row = try self.row(node, of: of)
      if rows.contains(where: { $0.key == row.key }) { throw fields.error("two rows have the key “\(row.key)”") }
      rows.append(row)
    }
    return RuleTable(unit: of, rows: rows)
  }

  private func row(_ node: Node, of unit: RuleUnit) throws(RuleLibraryError) -> RuleTable.Row {
    let row = try RuleLibraryFields(
      node, keys: ["key", "title", "amount", "atLeast", "atMost", "below"], file: fields.file, rule: fields.rule)
    let amount = try amount(row)
    guard (unit == .text) == (amount == .none) else {
      throw row.error("a table of \(unit.rawValue) \(unit == .text ? "has no numbers" : "needs a number in each row")")
    }
    return RuleTable.Row(key: try row.text("key"), title: try row.phrase("title"), amount: amount)
  }

  private func amount(_ row: RuleLibraryFields) throws(RuleLibraryError) -> RuleAmount {
    let lower = try row.optionalNumber("atLeast")
    switch (try row.optionalNumber("amount"), try row.optionalNumber("atMost"), try row.optionalNumber("below")) {
    case (let amount?, nil, nil) where lower == nil: return .exactly(amount)
    case (nil, let upper?, nil) where (lower ?? 0) <= upper: return .within(RuleRange(from: lower, through: upper))
    case (nil, nil, let upper?) where (lower ?? 0) < upper: return .within(RuleRange(from: lower, below: upper))
    case (nil, nil, nil): return lower == nil ? .none : .within(RuleRange(from: lower, through: nil))
    default: throw row.error("the row's numbers contradict each other")
    }
  }
}
