/// A citizen's identity number (公民身份号码), which shows itself masked: `110105********002X`.
///
/// Division (6 digits), day of birth (8), sequence (3) and a check symbol. Printing, logging, reflecting and
/// string interpolation all give the masked form; the whole number must be asked for by name.
///
/// Source: GB 11643.
public struct PersonalIdentityNumber: Hashable, Sendable, CustomStringConvertible {
  /// The whole number.
  ///
  /// Personal data: store it encrypted, show it to the person and to who needs it by law.
  public let unmaskedNumber: String

  /// - Throws: ``PersonalIdentityNumberRefusal``, which never repeats the number.
  public init(_ text: String) throws(PersonalIdentityNumberRefusal) {
    let symbols = FoldedSymbols(text)
    guard symbols.count == 18 else { throw .wrongLength(symbols.count) }
    var sum = 0
    var weight = 65_536
    for place in 0..<17 {
      guard let digit = Symbol.digit(symbols[place]) else { throw .foreignSymbol }
      sum += digit * (weight * 2 % 11)
      weight /= 2
    }
    guard Symbol.digit(symbols[17]) != nil || symbols[17] == UInt8(ascii: "X") else { throw .foreignSymbol }
    guard Self.birth(symbols) != nil else { throw .impossibleBirth }
    guard symbols[17] == Array("10X98765432".utf8)[sum % 11] else { throw .wrongCheck }
    unmaskedNumber = symbols.text(0..<18)
  }

  private static func birth(_ symbols: FoldedSymbols) -> Day? {
    guard let year = symbols.decimal(6..<10), let month = symbols.decimal(10..<12), let day = symbols.decimal(12..<14)
    else { return nil }
    return year < 1800 ? nil : Day(year: year, month: month, day: day)
  }

  /// Division and the last four symbols; the day of birth is hidden.
  public var description: String {
    "\(unmaskedNumber.prefix(6))********\(unmaskedNumber.suffix(4))"
  }
}

extension PersonalIdentityNumber: CustomDebugStringConvertible, CustomReflectable {
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}
