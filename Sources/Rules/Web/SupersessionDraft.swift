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
      guard let value = ruleValue(form.text("value"), unit: rule.unit) else { throw RuleValueFault(unit: rule.unit) }
      return value
    }
    let from = try check.take("from") { try form.day("from").orMissing() }
    let ground: Ground? = try check.take("status") { try form.choice("status") }
    let document = try check.take("document") { try form.required("document") }
    let number = try check.take("number") { try form.required("number") }
    let decided = ground == .adopted ? try check.take("decided-on") { try form.day("decided-on").orMissing() } : nil
    let copy = try check.take("copy") { try Self.copy(form.optional("copy"), for: ground, of: rule) } ?? nil
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let value, let from, let document, let number, let reason else { throw FieldFault.missing }
    self.value = value
    self.from = from
    self.reason = reason
    if let decided {
      basis = .decision(by: document, number: number, on: decided)
    } else {
      basis = .document(
        name: RuleSource.withoutMarks(document), number: number, article: form.optional("article"), copy: copy)
    }
  }

  /// How well the new value is known: the statuses that a person can vouch for.
  enum Ground: String {
    case sourced, recalled, adopted
  }

  /// The copy belongs to a sourced value and to no other.
  private static func copy(_ text: String?, for ground: Ground?, of rule: Rule) throws -> String? {
    switch ground {
    case .sourced:
      guard let text else { throw RuleRefusal.incompleteSupersession(rule.id, .copy) }
      let lowered = text.lowercased()
      guard ["http://", "https://"].contains(where: { lowered.hasPrefix($0) && lowered.count > $0.count + 3 }),
        !text.contains(where: \.isWhitespace), text.count <= 2_000
      else { throw RuleCopyFault.noAddress }
      return text
    case .recalled, .adopted:
      if text != nil { throw RuleCopyFault.notForThisStatus }
      return nil
    case nil: return nil
    }
  }
}

/// What was typed as a value is none of the rule's unit.
struct RuleValueFault: Refusal, Equatable {
  let unit: RuleUnit

  var kind: RefusalKind { .invalid }
  var code: String { "rules.supersession-value" }
  var field: String? { "value" }
  var phrase: Phrase { Phrase(zh: "新取值应为\(expected.zh)", en: "The new value must be \(expected.en)") }

  private var expected: Phrase {
    switch unit {
    case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple:
      Phrase(zh: "不小于 0 的整数，如 15", en: "a whole number of 0 or more, such as 15")
    case .fen:
      Phrase(zh: "以元计、最多两位小数的金额，如 100000 或 60000.50", en: "an amount in yuan with at most two decimals, such as 100000")
    case .basisPoints:
      Phrase(zh: "0 至 100 的百分比，最多两位小数，如 12.5", en: "a percentage from 0 to 100 with at most two decimals, such as 12.5")
    case .flag: Phrase(zh: "“是”或“否”", en: "“yes” or “no”")
    case .date: Phrase(zh: "日期，如 2026-11-22", en: "a date, such as 2026-11-22")
    case .dayOfYear: Phrase(zh: "月-日，如 06-30", en: "a month and a day, such as 06-30")
    case .window: Phrase(zh: "起止月-日，如 01-01..06-30", en: "a first and a last month and day, such as 01-01..06-30")
    case .text: Phrase(zh: "两行文字：第一行中文，第二行英文", en: "two lines: Chinese, then English")
    case .table:
      Phrase(
        zh: "表：第一行为单位，以下每行“代码 | 中文 | 英文 | 数值”", en: "a table: its unit, then lines “key | Chinese | English | number”")
    }
  }
}

/// What is wrong with the address of a copy.
enum RuleCopyFault: Refusal {
  case noAddress, notForThisStatus

  var kind: RefusalKind { .invalid }
  var field: String? { "copy" }

  var code: String {
    switch self {
    case .noAddress: "rules.copy-no-address"
    case .notForThisStatus: "rules.copy-not-for-this-status"
    }
  }

  var phrase: Phrase {
    switch self {
    case .noAddress:
      Phrase(
        zh: "副本网址应以 http:// 或 https:// 开头，不含空格",
        en: "The address of the copy begins with http:// or https:// and has no spaces")
    case .notForThisStatus:
      Phrase(
        zh: "附有副本网址的，状态请选“有据”；否则请清空网址",
        en: "With the address of a copy choose “Sourced”; otherwise leave the address empty")
    }
  }
}

/// A value as people type it: money in yuan, shares in per cent, all else as it is written.
///
/// Digits and signs may be full-width, as a Chinese keyboard gives them; words stay as they are.
func ruleValue(_ text: String, unit: RuleUnit) -> RuleValue? {
  switch unit {
  case .fen, .basisPoints: hundredths(narrow(text)).flatMap { RuleValue(String($0), unit: unit) }
  case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple, .flag, .date,
    .dayOfYear, .window:
    RuleValue(narrow(text), unit: unit)
  case .text, .table: RuleValue(text, unit: unit)
  }
}

/// Full-width forms as their ASCII ones.
private func narrow(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      }))
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
  let parts = withoutThousands(text)?.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false) ?? []
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
