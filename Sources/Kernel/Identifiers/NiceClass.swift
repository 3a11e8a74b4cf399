/// A class of the Nice classification of goods and services (商标国际分类), 1 to 45.
public struct NiceClass: Hashable, Sendable, CustomStringConvertible {
  public let number: Int

  /// - Throws: ``NiceClassRefusal/unknown(_:)`` outside 1 to 45.
  public init(_ number: Int) throws(NiceClassRefusal) {
    guard (1...45).contains(number) else { throw .unknown(String(number)) }
    self.number = number
  }

  /// Reads `9` and `09`.
  ///
  /// - Throws: ``NiceClassRefusal/unknown(_:)`` for anything but a number from 1 to 45.
  public init(_ text: String) throws(NiceClassRefusal) {
    let symbols = FoldedSymbols(text)
    guard (1...2).contains(symbols.count), let number = symbols.decimal(0..<symbols.count) else {
      throw .unknown(String(text.prefix(20)))
    }
    try self.init(number)
  }

  /// Classes 35 to 45 are services.
  public var isService: Bool { number >= 35 }

  /// Without a leading zero, such as `9`.
  public var description: String { String(number) }

  /// Every class, in order.
  public static let all: [NiceClass] = (1...45).map { NiceClass(known: $0) }

  private init(known number: Int) { self.number = number }
}

extension NiceClass: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
