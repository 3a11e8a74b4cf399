/// The code of an administrative division (行政区划代码), such as `320115` for Jiangning.
///
/// Province (2 digits), prefecture (2) and county (2). Divisions come and go; whether a code was in force
/// on a day is for the register of divisions to say.
///
/// Source: GB/T 2260.
public struct DivisionCode: Hashable, Sendable, CustomStringConvertible {
  private let number: Int32

  /// - Throws: ``DivisionCodeRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(DivisionCodeRefusal) {
    let symbols = FoldedSymbols(text)
    guard symbols.count == 6 else { throw .wrongLength(symbols.count) }
    guard let number = symbols.decimal(0..<6) else {
      throw .foreignSymbol(symbols.firstNonDigit(in: 0..<6) ?? symbols.character(at: 0))
    }
    guard number >= 100_000 else { throw .noProvince }
    self.number = Int32(number)
  }

  private init(number: Int32) { self.number = number }

  /// The first two digits: 32 is Jiangsu.
  public var province: Int { Int(number) / 10_000 }

  /// The division that this one belongs to, or nil for a province.
  public var parent: DivisionCode? {
    if number % 10_000 == 0 { return nil }
    return DivisionCode(number: number % 100 == 0 ? number / 10_000 * 10_000 : number / 100 * 100)
  }

  /// Whether this is `other` or lies in it.
  public func isWithin(_ other: DivisionCode) -> Bool {
    let width: Int32 = other.number % 10_000 == 0 ? 10_000 : other.number % 100 == 0 ? 100 : 1
    return number / width == other.number / width
  }

  public var description: String { String(number) }

  /// The two-digit codes of provinces, autonomous regions, municipalities and special regions.
  static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
    50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82,
  ]
}

extension DivisionCode: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
