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
}
