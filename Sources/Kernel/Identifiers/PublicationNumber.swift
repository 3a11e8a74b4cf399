/// The number of a published patent document of any office (公开（公告）号), such as `CN106844774A`.
///
/// An office code of two letters (WIPO ST.3), a number, and a kind code (WIPO ST.16). Chinese numbers have
/// 9 digits, 7 until 2007, or the 8 of the application from 1985 to 1988. The number of another office is
/// kept as it was given: `JPH07125530A`, `BRPI0814368A2` and `SG10201609106XA` are numbers, too.
public struct PublicationNumber: Hashable, Sendable, CustomStringConvertible {
  /// Without separators, such as `US10123456B2`.
  public let description: String
  private let kindLength: UInt8

  /// Reads a number with or without separators: `CN-106844774-A`, `US 10,123,456 B2`, `WO 2009/087495 A1`.
  ///
  /// Letters may be small and symbols full-width.
  /// - Throws: ``PublicationNumberRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(PublicationNumberRefusal) { try self.init(FoldedSymbols(text)) }

  /// The same for bytes of UTF-8, without a string between.
  public init(utf8: Span<UInt8>) throws(PublicationNumberRefusal) { try self.init(FoldedSymbols(utf8: utf8)) }

  private init(_ given: FoldedSymbols) throws(PublicationNumberRefusal) {
    let symbols = try Self.withoutSeparators(given)
    let count = symbols.count
    guard Symbol.isLetter(symbols[0]), Symbol.isLetter(symbols[1]) else { throw .missingOffice }
    guard count <= 20 else { throw .wrongLength(count) }
    let kindLength = Symbol.digit(symbols[count - 1]) == nil ? 1 : 2
    let end = count - kindLength
    guard (2..<count).contains(where: { Symbol.digit(symbols[$0]) != nil }) else { throw .missingNumber }
    guard end >= 2, Symbol.isLetter(symbols[end]) else { throw .missingKindCode }
    guard (2..<end).contains(where: { Symbol.digit(symbols[$0]) != nil }) else { throw .missingNumber }
    if symbols[0] == UInt8(ascii: "C"), symbols[1] == UInt8(ascii: "N") { try Self.verifyChinese(symbols, end: end) }
    description = symbols.text(0..<count)
    self.kindLength = UInt8(kindLength)
  }

  /// The issuing office (ST.3), such as `CN`, `EP` or `WO`.
  public var office: String { String(description.prefix(2)) }
  /// What stands between office and kind code.
  public var number: String { String(description.dropFirst(2).dropLast(Int(kindLength))) }
  /// The kind of document (ST.16), such as `A`, `B2` or `U`.
  public var kindCode: String { String(description.suffix(Int(kindLength))) }

  private static func withoutSeparators(_ given: FoldedSymbols) throws(PublicationNumberRefusal) -> FoldedSymbols {
    guard given.count <= FoldedSymbols.capacity else { throw .wrongLength(given.count) }
    var symbols = FoldedSymbols()
    for place in 0..<given.count {
      let byte = given[place]
      if Symbol.digit(byte) != nil || Symbol.isLetter(byte) {
        symbols.append(byte)
      } else {
        guard isSeparator(byte), place > 0, place < given.count - 1 else {
          throw .foreignSymbol(given.character(at: place))
        }
      }
    }
    guard symbols.count > 0 else { throw .wrongLength(0) }
    return symbols
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == Symbol.space || byte == Symbol.dash || byte == Symbol.slash || byte == Symbol.comma || byte == Symbol.dot
  }

  /// Source: ZC 0007-2004 and ZC 0008-2004 for the forms with 7 and 9 digits and their kind codes.
  private static func verifyChinese(_ symbols: FoldedSymbols, end: Int) throws(PublicationNumberRefusal) {
    if let foreign = symbols.firstNonDigit(in: 2..<end) { throw .foreignSymbol(foreign) }
    switch end - 2 {
    case 7, 9: break
    case 8:
      guard (85...88).contains(symbols.decimal(2..<4) ?? 0) else { throw .wrongChineseLength(8) }
    default: throw .wrongChineseLength(end - 2)
    }
    switch symbols[end] {
    case UInt8(ascii: "A"), UInt8(ascii: "B"), UInt8(ascii: "C"), UInt8(ascii: "S"), UInt8(ascii: "U"),
      UInt8(ascii: "Y"):
      break
    default: throw .unknownChineseKind(Symbol.character(symbols[end]))
    }
  }
}

extension PublicationNumber: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
