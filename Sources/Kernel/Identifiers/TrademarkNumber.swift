/// The application number of a Chinese trademark, kept by its registration (商标申请/注册号), such as `12345678`,
/// or an international registration (`G1234567`).
///
/// Two Chinese numbers that differ only in leading zeros are one. An international number is kept as it was given.
public struct TrademarkNumber: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Throws: ``TrademarkNumberRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(TrademarkNumberRefusal) {
    let symbols = FoldedSymbols(text)
    guard symbols.count > 0 else { throw .wrongLength(0) }
    let isInternational = symbols[0] == UInt8(ascii: "G")
    let longest = isInternational ? 11 : 8
    guard symbols.count <= longest else { throw .wrongLength(symbols.count) }
    guard isInternational else {
      guard let number = symbols.decimal(0..<symbols.count) else {
        throw .foreignSymbol(symbols.firstNonDigit(in: 0..<symbols.count) ?? symbols.character(at: 0))
      }
      guard number > 0 else { throw .wrongLength(0) }
      description = String(number)
      return
    }
    guard symbols.count > 1 else { throw .wrongLength(1) }
    guard Symbol.digit(symbols[1]) != nil else { throw .foreignSymbol(symbols.character(at: 1)) }
    for place in 2..<symbols.count where Symbol.base36(symbols[place]) == nil {
      throw .foreignSymbol(symbols.character(at: place))
    }
    description = symbols.text(0..<symbols.count)
  }

  /// A registration under the Madrid system that designates China.
  public var isInternational: Bool { description.utf8.first == UInt8(ascii: "G") }
}
