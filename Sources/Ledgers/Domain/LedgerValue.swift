public import Kernel

/// One value of a record, as its field's sort has it.
public enum LedgerValue: Hashable, Sendable {
  case text(String)
  /// A count, fen, basis points or hundredths, as the field says.
  case whole(Int64)
  case day(Day)
  case flag(Bool)
  /// The chosen codes in the order of the field's choices.
  case codes([String])

  public var text: String? { if case .text(let text) = self { text } else { nil } }
  public var whole: Int64? { if case .whole(let whole) = self { whole } else { nil } }
  public var day: Day? { if case .day(let day) = self { day } else { nil } }
  public var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }
  public var codes: [String]? { if case .codes(let codes) = self { codes } else { nil } }
}
