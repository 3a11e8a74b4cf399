import Kernel
import Rules
import Web

/// What the form asks the desk to enter.
struct SupersessionDraft {
  let value: RuleValue
  let from: Day
  let basis: Supersession.Basis
  let reason: String

  /// - Throws: `FormRefusal` with everything that is wrong.
  init(_ form: Form, for rule: Rule) throws {
    var check = FormCheck()
    let value = try check.take("value") { () throws -> RuleValue in
      guard let value = ruleValue(form.text("value"), unit: rule.unit) else {
        throw RuleRefusal.incompleteSupersession(rule.id, .value)
      }
      return value
    }
    let from = try check.take("from") { try form.day("from").orMissing() }
    let document = try check.take("document") { try form.required("document") }
    let number = try check.take("number") { try form.required("number") }
    let isDecision = form.text("basis") == "decision"
    let decided = isDecision ? try check.take("decided-on") { try form.day("decided-on").orMissing() } : nil
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let value, let from, let document, let number, let reason else { throw FieldFault.missing }
    self.value = value
    self.from = from
    self.reason = reason
    if isDecision, let decided {
      basis = .decision(by: document, number: number, on: decided)
    } else {
      basis = .document(name: document, number: number, article: form.optional("article"))
    }
  }
}

/// A value as people type it: money in yuan, shares in per cent, all else as it is written.
func ruleValue(_ text: String, unit: RuleUnit) -> RuleValue? {
  switch unit {
  case .fen, .basisPoints: hundredths(text).flatMap { RuleValue(String($0), unit: unit) }
  case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple, .flag, .date,
    .dayOfYear, .window, .text, .table:
    RuleValue(text, unit: unit)
  }
}

/// What ``ruleValue(_:unit:)`` reads.
func formText(_ value: RuleValue) -> String {
  switch value {
  case .fen(let amount): amount.yuan
  // Per cent has two decimals, as yuan have.
  case .share(let share): Fen(Int64(share.value)).yuan
  case .whole, .flag, .date, .dayOfYear, .window, .text, .table: value.written
  }
}

/// `12.5` as 1250; nil for more than two decimals, signs or anything else.
private func hundredths(_ text: String) -> Int64? {
  let parts = text.replacing(",", with: "").split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let whole = parts.first, !whole.isEmpty, whole.utf8.count <= 13 else { return nil }
  let cents = parts.count == 2 ? parts[1] : "0"
  guard (1...2).contains(cents.utf8.count), (whole + cents).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int64(whole + cents + (cents.utf8.count == 1 ? "0" : ""))
}

extension Day? {
  fileprivate func orMissing() throws(FieldFault) -> Day {
    guard let self else { throw .missing }
    return self
  }
}
