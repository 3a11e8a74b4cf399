/// A Chinese patent application number (专利申请号), such as `201710601862.3`.
///
/// Since October 2003 year (4), kind (1), serial (7) and a check symbol; before, year (2), kind (1), serial (5)
/// and a check symbol. Two numbers are equal when their digits before the check symbol are.
///
/// Source: ZC 0006—2003.
public struct ApplicationNumber: Hashable, Sendable, CustomStringConvertible {
  /// The 12 or 8 digits before the check symbol; the length follows from the size, as no 8-digit number needs 12.
  let body: Int64

  /// Reads a number with its check symbol: `ZL 2017 1 0601862.3`, `CN201710601862.3`, `2017106018623`.
  ///
  /// Letters may be small and symbols full-width. A single space may stand behind the prefix, the year and
  /// the kind.
  /// - Throws: ``ApplicationNumberRefusal``, naming the first rule that `text` breaks;
  ///   ``ApplicationNumberRefusal/missingCheck`` if only the check symbol is missing
  ///   (``ApplicationNumberReading`` takes such numbers).
  public init(_ text: String) throws(ApplicationNumberRefusal) {
    guard case .checked(let number) = try ApplicationNumberReading(text) else { throw .missingCheck }
    self = number
  }

  /// - Precondition: `body` has 12 or 8 digits, with a year and a kind that exist.
  init(body: Int64) { self.body = body }

  public var year: Int {
    if isCurrentForm { return Int(body / 100_000_000) }
    let short = Int(body / 1_000_000)
    return short >= 85 ? 1900 + short : 2000 + short
  }

  public var kind: ApplicationKind {
    // The parser let no other digit pass.
    ApplicationKind(digit: Int(body / (isCurrentForm ? 10_000_000 : 100_000) % 10)) ?? .invention
  }

  /// The running number within year and kind.
  public var serial: Int { Int(body % (isCurrentForm ? 10_000_000 : 100_000)) }

  /// A digit or `X`.
  public var check: Character { Symbol.character(Self.checkSymbol(body)) }

  /// 13 symbols (since October 2003) or 9.
  public var isCurrentForm: Bool { body >= 100_000_000 }

  /// The digits before the dot, as many registers store them.
  public var digits: String {
    let text = String(body)
    return String(repeating: "0", count: max(0, 8 - text.utf8.count)) + text
  }

  /// The official form, such as `201710601862.3` or `95115608.X`.
  public var description: String { "\(digits).\(check)" }

  /// The check symbol that belongs to 12 or 8 digits, or nil for any other text.
  public static func checkDigit(of digits: String) -> Character? {
    let symbols = FoldedSymbols(digits)
    guard symbols.count == 12 || symbols.count == 8, let body = symbols.decimal(0..<symbols.count) else { return nil }
    return Symbol.character(checkSymbol(Int64(body), places: symbols.count))
  }

  static func checkSymbol(_ body: Int64) -> UInt8 { checkSymbol(body, places: body >= 100_000_000 ? 12 : 8) }

  /// Weights 2, 3 … 9 from the left, again from 2 behind the eighth; the remainder by 11 is the symbol, 10 is `X`.
  private static func checkSymbol(_ body: Int64, places: Int) -> UInt8 {
    var rest = body
    var sum = 0
    for place in stride(from: places - 1, through: 0, by: -1) {
      sum += Int(rest % 10) * (place % 8 + 2)
      rest /= 10
    }
    let remainder = sum % 11
    return remainder == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(remainder)
  }
}

extension ApplicationNumber: Comparable {
  /// By year, then kind, then serial.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.body) < (right.year, right.body)
  }
}
