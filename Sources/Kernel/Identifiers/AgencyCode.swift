/// The code of a patent agency (专利代理机构代码), such as `32204`.
///
/// Province (2 digits) and serial (3); there is no check digit. Agencies that moved keep their code.
///
/// Source: 国家知识产权局令第14号（2001）代码标准.
public struct AgencyCode: Hashable, Sendable, CustomStringConvertible {
  private let number: Int32

  /// - Throws: ``AgencyCodeRefusal``, naming the first rule that `text` breaks.
  public init(_ text: String) throws(AgencyCodeRefusal) {
    let symbols = FoldedSymbols(text)
    guard symbols.count == 5 else { throw .wrongLength(symbols.count) }
    guard let number = symbols.decimal(0..<5) else {
      throw .foreignSymbol(symbols.firstNonDigit(in: 0..<5) ?? symbols.character(at: 0))
    }
    self.number = Int32(number)
  }

  /// The first two digits, as GB/T 2260 numbers the provinces: 32 is Jiangsu.
  public var province: Int { Int(number) / 1_000 }
  public var serial: Int { Int(number) % 1_000 }

  /// Whether ``province`` is one of GB/T 2260.
  ///
  /// If not, ask; do not refuse: such codes exist (`72003`).
  public var isProvinceKnown: Bool { DivisionCode.provinces.contains(province) }

  public var description: String { String(String(number + 100_000).dropFirst()) }
}

extension AgencyCode: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
