/// An identifier that the compiler will not let stand for another entity's.
///
/// A 64-bit number, so that a million rows index cheaply; people and addresses see it in thirteen
/// base-32 symbols without `i`, `l`, `o`, `u` (Crockford's alphabet), such as `00d3v7k2m4x1a`.
public struct ID<Entity>: Hashable, Sendable, CustomStringConvertible {
  public let number: Int64

  public init(_ number: Int64) { self.number = number }

  /// Reads what ``description`` wrote, in either case; anything else is nil.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 13 else { return nil }
    var bits: UInt64 = 0
    for symbol in text.utf8 {
      guard let value = idAlphabet.firstIndex(of: symbol | 0x20 == symbol || symbol < 0x40 ? symbol : symbol | 0x20)
      else { return nil }
      guard bits >> 59 == 0 else { return nil }
      bits = bits << 5 | UInt64(value)
    }
    number = Int64(bitPattern: bits)
  }

  public var description: String {
    var bits = UInt64(bitPattern: number)
    var symbols = [UInt8](repeating: idAlphabet[0], count: 13)
    for place in symbols.indices.reversed() {
      symbols[place] = idAlphabet[Int(bits & 31)]
      bits >>= 5
    }
    return String(decoding: symbols, as: UTF8.self)
  }
}

extension ID: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

private let idAlphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
