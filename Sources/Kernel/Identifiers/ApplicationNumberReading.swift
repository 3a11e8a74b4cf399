/// What a text told of an application number: with a check symbol that was right, or without one.
///
/// Registers and exports often leave the check symbol out. Such a number is usable, but nothing has
/// caught its typing errors; who stores it should keep the difference.
public enum ApplicationNumberReading: Hashable, Sendable {
  case checked(ApplicationNumber)
  case withoutCheck(ApplicationNumber)

  public var number: ApplicationNumber {
    switch self {
    case .checked(let number), .withoutCheck(let number): number
    }
  }

  /// - Throws: ``ApplicationNumberRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(ApplicationNumberRefusal) { try self.init(FoldedSymbols(text)) }

  /// The same for bytes of UTF-8, without a string between.
  public init(utf8: Span<UInt8>) throws(ApplicationNumberRefusal) { try self.init(FoldedSymbols(utf8: utf8)) }

  init(_ symbols: FoldedSymbols) throws(ApplicationNumberRefusal) {
    var digits = DigitRun()
    let end = try digits.read(symbols, from: Self.prefixLength(symbols))
    var check = try Self.check(behind: end, in: symbols)
    if check == nil, digits.count == 9 || digits.count == 13 { check = digits.removeLast() }
    guard digits.count == 8 || digits.count == 12 else {
      throw .wrongLength(digits.count + (check == nil ? 0 : 1))
    }
    // A space may stand behind the year and behind the kind.
    guard digits.spaces & ~(digits.count == 12 ? 0b11_0000 : 0b1100) == 0 else { throw .misplacedSpace }
    try Self.verifyYearAndKind(digits)
    let number = ApplicationNumber(body: digits.value)
    guard let check else {
      self = .withoutCheck(number)
      return
    }
    guard check == ApplicationNumber.checkSymbol(digits.value) else { throw .wrongCheck }
    self = .checked(number)
  }

  private static func prefixLength(_ symbols: FoldedSymbols) -> Int {
    let prefix = (symbols[0], symbols[1])
    guard prefix == (0x5A, 0x4C) || prefix == (0x43, 0x4E) else { return 0 }
    return symbols[2] == Symbol.space ? 3 : 2
  }

  /// The symbol behind a dot, or an `X` without one; nil if the digits end the text.
  private static func check(behind end: Int, in symbols: FoldedSymbols) throws(ApplicationNumberRefusal) -> UInt8? {
    guard end < symbols.count else { return nil }
    let place = symbols[end] == Symbol.dot ? end + 1 : end
    let check = symbols[place]
    let isX = check == UInt8(ascii: "X")
    let isDigit = place > end && Symbol.digit(check) != nil
    if isX || isDigit, symbols.count == place + 1 { return check }
    if (0..<symbols.count).contains(where: { symbols[$0] == 0x45 && symbols[$0 + 1] == 0x2B }) {
      throw .roundedBySpreadsheet
    }
    if symbols[end] == Symbol.dot, (isX || isDigit) { throw .wrongLength(symbols.count) }
    throw .foreignSymbol(symbols.character(at: min(place, symbols.count - 1)))
  }

  private static func verifyYearAndKind(_ digits: DigitRun) throws(ApplicationNumberRefusal) {
    let isCurrent = digits.count == 12
    let year = Int(digits.value / (isCurrent ? 100_000_000 : 1_000_000))
    guard isCurrent ? (2003...2099).contains(year) : year >= 85 || year <= 3 else { throw .impossibleYear(year) }
    let kind = Int(digits.value / (isCurrent ? 10_000_000 : 100_000) % 10)
    guard ApplicationKind(digit: kind) != nil else { throw .unknownKind(kind) }
  }
}

/// Digits with single spaces between them.
private struct DigitRun {
  var value: Int64 = 0
  var count = 0
  /// Bit *n* is set if a space stood behind *n* digits.
  var spaces = 0
  private var last: UInt8 = 0

  /// Returns the place of the first symbol that is neither digit nor space.
  mutating func read(_ symbols: FoldedSymbols, from start: Int) throws(ApplicationNumberRefusal) -> Int {
    var place = start
    while place < symbols.count {
      let byte = symbols[place]
      if let digit = Symbol.digit(byte) {
        guard count < 13 else { throw .wrongLength(symbols.count - start) }
        value = value * 10 + Int64(digit)
        count += 1
        last = byte
      } else if byte == Symbol.space {
        guard spaces & 1 << count == 0 else { throw .misplacedSpace }
        spaces |= 1 << count
      } else {
        break
      }
      place += 1
    }
    return place
  }

  mutating func removeLast() -> UInt8 {
    value /= 10
    count -= 1
    return last
  }
}
