import Kernel

/// The one way a value is written as text: in files, in forms, in the database and in the journal.
///
/// Whole numbers, money in fen and shares in basis points as digits; `true`; `2026-11-22`; `06-30`;
/// `01-01..06-30`; words as two lines, Chinese and English; a table as its unit on the first line and
/// a line `key | 中文 | English | amount` a row, the amount being `15`, `100..200`, `..200`, `100..` or `80..<90`.
extension RuleValue {
  /// Nil if `text` is not of the unit's kind.
  public init?(_ text: String, unit: RuleUnit) {
    switch unit {
    case .count, .points, .hours, .days, .workingDays, .months, .years, .millimetres, .multiple:
      guard let number = Int(text), number >= 0 else { return nil }
      self = .whole(number)
    case .fen:
      guard let number = Int64(text), number >= 0 else { return nil }
      self = .fen(Fen(number))
    case .basisPoints:
      guard let number = Int(text), (0...10_000).contains(number) else { return nil }
      self = .share(BasisPoints(number))
    case .flag:
      guard let flag = Bool(text) else { return nil }
      self = .flag(flag)
    case .date:
      guard let day = Day(text) else { return nil }
      self = .date(day)
    case .dayOfYear:
      guard let day = DayOfYear(text) else { return nil }
      self = .dayOfYear(day)
    case .window:
      guard let window = YearWindow(text) else { return nil }
      self = .window(window)
    case .text:
      let lines = lines(of: text)
      guard lines.count == 2 else { return nil }
      self = .text(Phrase(zh: lines[0], en: lines[1]))
    case .table:
      guard let table = RuleTable(text) else { return nil }
      self = .table(table)
    }
  }

  /// What `init(_:unit:)` reads.
  public var written: String {
    switch self {
    case .whole(let number): String(number)
    case .fen(let amount): String(amount.value)
    case .share(let share): String(share.value)
    case .flag(let flag): String(flag)
    case .date(let day): day.description
    case .dayOfYear(let day): day.description
    case .window(let window): window.description
    case .text(let words): "\(words.zh)\n\(words.en)"
    case .table(let table): table.written
    }
  }
}

extension RuleTable {
  fileprivate init?(_ text: String) {
    let lines = lines(of: text)
    guard let unit = lines.first.flatMap({ RuleUnit(rawValue: $0) }), unit.fitsTable else { return nil }
    var rows: [Row] = []
    for line in lines.dropFirst() {
      guard let row = Row(line, unit: unit), !rows.contains(where: { $0.key == row.key }) else { return nil }
      rows.append(row)
    }
    guard !rows.isEmpty else { return nil }
    self.init(unit: unit, rows: rows)
  }

  fileprivate var written: String {
    let lines = rows.map { row in
      let words = [row.key, row.title.zh, row.title.en]
      return (row.amount == .none ? words : words + [row.amount.written]).joined(separator: " | ")
    }
    return ([unit.rawValue] + lines).joined(separator: "\n")
  }
}

extension RuleTable.Row {
  fileprivate init?(_ line: String, unit: RuleUnit) {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    guard parts.count == (unit == .text ? 3 : 4), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let title = Phrase(zh: parts[1], en: parts[2])
    if unit == .text {
      self.init(key: parts[0], title: title, amount: .none)
    } else {
      guard let amount = RuleAmount(parts[3]) else { return nil }
      self.init(key: parts[0], title: title, amount: amount)
    }
  }
}

extension RuleAmount {
  fileprivate init?(_ text: String) {
    guard let dots = text.firstRange(of: "..") else {
      guard let number = Int64(text), number >= 0 else { return nil }
      self = .exactly(number)
      return
    }
    let (before, after) = (text[..<dots.lowerBound], text[dots.upperBound...])
    let isOpen = after.hasPrefix("<")
    let (lower, upper) = (Int64(before), Int64(isOpen ? after.dropFirst() : after))
    guard before.isEmpty || lower != nil, after.isEmpty || upper != nil, (lower ?? 0) <= (upper ?? .max),
      lower != nil || upper != nil
    else { return nil }
    if isOpen, let upper {
      self = .within(RuleRange(from: lower, below: upper))
    } else {
      self = .within(RuleRange(from: lower, through: upper))
    }
  }

  fileprivate var written: String {
    switch self {
    case .none: ""
    case .exactly(let number): String(number)
    case .within(let range):
      "\(range.lower.map(String.init) ?? "")..\(range.isUpperOpen ? "<" : "")\(range.upper.map(String.init) ?? "")"
    }
  }
}

private func lines(of text: String) -> [String] {
  text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
}

private func trimmed(_ text: Substring) -> String {
  let start = text.drop(while: \.isWhitespace)
  guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
  return String(start[...end])
}
