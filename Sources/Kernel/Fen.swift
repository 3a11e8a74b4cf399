/// An amount of renminbi in fen: 100 fen are 1 yuan.
public struct Fen: Hashable, Comparable, Sendable {
  public let value: Int64

  public init(_ value: Int64) { self.value = value }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  public static func + (left: Self, right: Self) -> Self { Fen(left.value + right.value) }
  public static func - (left: Self, right: Self) -> Self { Fen(left.value - right.value) }

  /// Yuan with two decimals, such as `12345.60`.
  public var yuan: String { decimalText(value, digits: 2) }

  /// Units of 10,000 yuan (万元) with two to six decimals, as many as it has, such as `1.23` or `0.000001`.
  public var tenThousands: String {
    var text = decimalText(value, digits: 6)
    for _ in 0..<4 where text.hasSuffix("0") { text.removeLast() }
    return text
  }
}

/// An amount in a foreign currency, in the smallest unit of that currency.
///
/// Amounts of different currencies do not add: a conversion names its rate and day.
public struct ForeignAmount: Hashable, Sendable {
  public let currency: Currency
  public let minorUnits: Int64

  public init(_ minorUnits: Int64, _ currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount with the currency's decimals and code, such as `1200.00 USD` or `5000 JPY`.
  public var text: String { "\(decimalText(minorUnits, digits: currency.digits)) \(currency.rawValue)" }
}

/// A currency by its ISO 4217 code.
public enum Currency: String, CaseIterable, Sendable {
  case usd = "USD"
  case eur = "EUR"
  case gbp = "GBP"
  case jpy = "JPY"
  case krw = "KRW"
  case hkd = "HKD"
  case mop = "MOP"
  case twd = "TWD"
  case sgd = "SGD"
  case chf = "CHF"

  /// Decimals of the currency's smallest unit.
  public var digits: Int {
    switch self {
    case .jpy, .krw: 0
    case .usd, .eur, .gbp, .hkd, .mop, .twd, .sgd, .chf: 2
    }
  }
}

private func decimalText(_ value: Int64, digits: Int) -> String {
  let sign = value < 0 ? "-" : ""
  let symbols = String(value.magnitude)
  guard digits > 0 else { return sign + symbols }
  let padded = String(repeating: "0", count: max(0, digits + 1 - symbols.count)) + symbols
  return sign + padded.dropLast(digits) + "." + padded.suffix(digits)
}
