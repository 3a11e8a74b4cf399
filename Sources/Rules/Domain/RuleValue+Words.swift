public import Kernel

extension RuleValue {
  /// The value with its unit for people, such as `15 个工作日`; a table says how many rows it has.
  public func phrase(in unit: RuleUnit) -> Phrase {
    switch self {
    case .whole(let number): amountPhrase(Int64(number), unit: unit)
    case .fen(let amount): amountPhrase(amount.value, unit: .fen)
    case .share(let share): amountPhrase(Int64(share.value), unit: .basisPoints)
    case .flag(let flag): flag ? Phrase(zh: "是", en: "yes") : Phrase(zh: "否", en: "no")
    case .date(let day): Phrase(zh: day.description, en: day.description)
    case .dayOfYear(let day): Phrase(zh: "每年\(day.month)月\(day.day)日", en: "\(day) every year")
    case .window(let window):
      Phrase(
        zh: "每年\(window.first.month)月\(window.first.day)日至\(window.last.month)月\(window.last.day)日",
        en: "\(window.first) to \(window.last) every year")
    case .text(let words): words
    case .table(let table): Phrase(zh: "共 \(table.rows.count) 项", en: "\(table.rows.count) rows")
    }
  }
}

extension RuleAmount {
  /// The row's number for people, such as `10,000 元至 100,000 元`; empty if the row has none.
  public func phrase(in unit: RuleUnit) -> Phrase {
    switch self {
    case .none: Phrase(zh: "", en: "")
    case .exactly(let number): amountPhrase(number, unit: unit)
    case .within(let range): rangePhrase(range, unit: unit)
    }
  }

  private func rangePhrase(_ range: RuleRange, unit: RuleUnit) -> Phrase {
    let lower = range.lower.map { amountPhrase($0, unit: unit) }
    let upper = range.upper.map { amountPhrase($0, unit: unit) }
    switch (lower, upper) {
    case (nil, nil): return Phrase(zh: "不限", en: "no limit")
    case (let lower?, nil): return Phrase(zh: "\(lower.zh)以上", en: "at least \(lower.en)")
    case (nil, let upper?):
      return range.isUpperOpen
        ? Phrase(zh: "不足 \(upper.zh)", en: "below \(upper.en)") : Phrase(zh: "\(upper.zh)以下", en: "up to \(upper.en)")
    case (let lower?, let upper?):
      return range.isUpperOpen
        ? Phrase(zh: "\(lower.zh)以上、不足 \(upper.zh)", en: "\(lower.en) to below \(upper.en)")
        : Phrase(zh: "\(lower.zh)至 \(upper.zh)", en: "\(lower.en) to \(upper.en)")
    }
  }
}

private func amountPhrase(_ number: Int64, unit: RuleUnit) -> Phrase {
  switch unit {
  case .fen:
    let rest = number % 100
    let yuan = grouped(number / 100) + (rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + String(rest))
    return Phrase(zh: "\(yuan) 元", en: "CNY \(yuan)")
  case .basisPoints:
    let rest = number % 100
    let tail = rest == 0 ? "" : "." + (rest < 10 ? "0" : "") + (rest % 10 == 0 ? String(rest / 10) : String(rest))
    return Phrase(zh: "\(number / 100)\(tail)%", en: "\(number / 100)\(tail)%")
  case .count, .text, .table: return Phrase(zh: grouped(number), en: grouped(number))
  case .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple, .flag, .date, .dayOfYear,
    .window:
    let words = unit.phrase
    let isSingular = number == 1 && words.en.hasSuffix("s")
    return Phrase(
      zh: "\(grouped(number)) \(words.zh)",
      en: "\(grouped(number)) \(isSingular ? String(words.en.dropLast()) : words.en)")
  }
}

private func grouped(_ number: Int64) -> String {
  let digits = Array(String(number))
  let pieces = digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place).isMultiple(of: 3) ? ",\(digit)" : String(digit)
  }
  return pieces.joined()
}
