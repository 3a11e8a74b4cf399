/// A unified social credit code (统一社会信用代码), such as `91350100M000100Y43`.
///
/// Registrar (1), type (1), division (6), body (9) and a check symbol, in an alphabet without I, O, S, V, Z.
///
/// Source: GB 32100-2015.
public struct SocialCreditCode: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// Reads the 18 symbols in either case, full-width or not; spaces, as licences and people group them, do not count.
  ///
  /// - Throws: ``SocialCreditCodeRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(SocialCreditCodeRefusal) {
    let symbols = FoldedSymbols(text.filter { !$0.isWhitespace })
    guard symbols.count == 18 else { throw .wrongLength(symbols.count) }
    var sum = 0
    var weight = 1
    for place in 0..<17 {
      guard let value = Self.value(symbols[place]) else { throw .foreignSymbol(symbols.character(at: place)) }
      sum += value * weight
      weight = weight * 3 % 31
    }
    guard let check = Self.value(symbols[17]) else { throw .foreignSymbol(symbols.character(at: 17)) }
    guard symbols.decimal(2..<8) != nil else { throw .wrongDivision }
    guard symbols.decimal(0..<18) != 0 else { throw .onlyZeros }
    guard (sum + check) % 31 == 0 else { throw .wrongCheck }
    description = symbols.text(0..<18)
  }

  /// The department that registered the organisation: 9 is market supervision, 1 establishment, 5 civil affairs.
  public var registrar: Character { description.first ?? "0" }

  /// The six digits of the registering division, such as `320115`.
  public var division: String { String(description.dropFirst(2).prefix(6)) }

  /// The organisation code (组织机构代码) in symbols 9 to 17, as older registers know the organisation.
  public var body: String { String(description.dropFirst(8).prefix(9)) }

  /// Whether the last symbol of ``body`` agrees with the eight before it.
  ///
  /// If not, ask; do not refuse: the code's own check symbol was right.
  ///
  /// Source: GB 11714.
  public var bodyCheckMatches: Bool {
    let symbols = Array(body.utf8)
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(symbols, weights).reduce(0) { $0 + (Symbol.base36($1.0) ?? 0) * $1.1 }
    let expected = Array("0X987654321".utf8)[sum % 11]
    return symbols.last == expected
  }

  /// The place in the alphabet `0123456789ABCDEFGHJKLMNPQRTUWXY`.
  private static func value(_ byte: UInt8) -> Int? {
    alphabet.firstIndex(of: byte)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
