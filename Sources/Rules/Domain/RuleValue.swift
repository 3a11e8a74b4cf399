public import Kernel

/// The value of a rule; its rule's ``RuleUnit`` says what it counts.
public enum RuleValue: Hashable, Sendable {
  case whole(Int)
  case fen(Fen)
  case share(BasisPoints)
  case flag(Bool)
  case date(Day)
  case dayOfYear(DayOfYear)
  case window(YearWindow)
  case text(Phrase)
  case table(RuleTable)

  /// Reads one value as a form or a file writes it: whole numbers (money in fen, shares in basis points), `true`,
  /// `2026-11-22`, `06-30`, `01-01..06-30`.
  ///
  /// Nil if `text` is not of the unit's kind; words and tables have parts and are not read from one text.
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
    case .text, .table: return nil
    }
  }
}
