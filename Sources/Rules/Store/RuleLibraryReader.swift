import Kernel
import Rules
import Yams

/// Makes rules of one subject's file.
struct RuleLibraryReader {
  let file: String
  let zone: RuleZone
  let catalogue: RuleLibraryCatalogue

  func rules(in text: String) throws(RuleLibraryError) -> [Rule] {
    let top = try RuleLibraryFields(
      RuleLibrary.compose(text, file: file), keys: ["group", "rules"], file: file)
    let group = try top.fields("group", keys: ["key", "title"])
    let subject = RuleGroup(key: try group.text("key"), title: try group.phrase("title"))
    return try top.list("rules").map { (node) throws(RuleLibraryError) in try rule(node, in: subject) }
  }

  private func rule(_ node: Node, in group: RuleGroup) throws(RuleLibraryError) -> Rule {
    let name = node.mapping?.first { $0.key.string == "id" }?.value.scalar?.string
    let fields = try RuleLibraryFields(
      node, keys: ["id", "title", "unit", "deadline", "supplier", "values"], file: file, rule: name)
    let text = try fields.text("id")
    guard let id = RuleID(text) else { throw fields.error("“\(text)” is not a rule's name") }
    let unit = try fields.choice("unit", of: RuleUnit.self)
    if fields.has("deadline"), try fields.flag("deadline") || !unit.isTimeLimit {
      throw fields.error("“deadline” is only written to say that a time limit has no last day to keep")
    }
    let rule = Rule(
      id: id, group: group, title: try fields.phrase("title"), unit: unit,
      supplier: try catalogue.supplier(try fields.text("supplier"), for: fields),
      isDeadline: !fields.has("deadline"),
      periods: try fields.list("values").map { (value) throws(RuleLibraryError) in
        try period(value, of: unit, rule: text)
      })
    if let (first, second) = rule.firstOverlap {
      throw fields.error("two values hold on the same day: \(days(first)) and \(days(second))")
    }
    return rule
  }

  private func period(_ node: Node, of unit: RuleUnit, rule: String) throws(RuleLibraryError) -> RulePeriod {
    let fields = try RuleLibraryFields(
      node,
      keys: ["value", "from", "to", "status", "confidence", "adopted", "demonstration", "source", "note"],
      file: file, rule: rule)
    let (from, to) = (try fields.optionalDay("from"), try fields.optionalDay("to"))
    if let from, let to, to < from { throw fields.error("ends on \(to), before it starts on \(from)") }
    let note = try fields.optionalPhrase("note")
    guard let basis = try basis(fields) else {
      if fields.has("value") { throw fields.error("status unknown, but a value is given") }
      return RulePeriod(unknownFrom: from, to: to, note: note)
    }
    let value = try RuleLibraryValue(fields: fields, unit: unit).value()
    guard zone == .demonstration || !fields.has("demonstration") else {
      return RulePeriod(unknownFrom: from, to: to, note: note)
    }
    return RulePeriod(value: value, from: from, to: to, basis: basis, note: note)
  }

  /// What the value rests on, or nil if it is unknown.
  ///
  /// Each status owes its own keys and bears no other's.
  private func basis(_ fields: RuleLibraryFields) throws(RuleLibraryError) -> RuleBasis? {
    let status = try fields.choice("status", of: RuleStatus.self)
    try refuse(["confidence"], unless: status == .recalled, fields)
    try refuse(["adopted", "demonstration"], unless: status == .adopted, fields)
    try refuse(["source"], unless: status == .sourced || status == .recalled, fields)
    switch status {
    case .sourced:
      guard fields.has("source") else { throw fields.error("status sourced, but no source is given") }
      let source = try catalogue.source(fields)
      guard !source.copies.isEmpty else { throw fields.error("status sourced, but no copy that was read is named") }
      return .sourced(source)
    case .recalled:
      let source = fields.has("source") ? try catalogue.source(fields) : nil
      return .recalled(try fields.choice("confidence"), source)
    case .adopted:
      let adopted = try fields.fields("adopted", keys: ["by", "on"])
      if fields.has("demonstration"), try !fields.flag("demonstration") {
        throw fields.error("“demonstration” is only written where it is true")
      }
      return .adopted(by: try catalogue.supplier(try adopted.text("by"), for: fields), on: try adopted.day("on"))
    case .unknown: return nil
    }
  }

  private func refuse(_ keys: [String], unless allowed: Bool, _ fields: RuleLibraryFields) throws(RuleLibraryError) {
    guard !allowed, let key = keys.first(where: fields.has) else { return }
    throw fields.error("“\(key)” does not belong to the status “\(try fields.text("status"))”")
  }

  private func days(_ period: RulePeriod) -> String {
    "\(period.from.map(\.description) ?? "…")–\(period.to.map(\.description) ?? "…")"
  }
}
