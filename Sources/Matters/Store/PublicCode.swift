import Kernel

/// The code of a matter (查询码): whoever holds it may follow the matter without an account.
///
/// Eighty random bits, shown once on the receipt; the zone keeps only a keyed mark of it, so that neither its tables nor
/// its journal give a code away, and trying codes leads nowhere.
public struct PublicCode: Hashable, Sendable {
  /// Four groups of four, without letters that are taken for digits.
  public let text: String

  static let bytes = 10
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")

  init(random: [UInt8]) {
    var symbols = ""
    var (bits, count) = (0, 0)
    for byte in random {
      (bits, count) = (bits << 8 | Int(byte), count + 8)
      while count >= 5 {
        count -= 5
        symbols.append(Self.alphabet[bits >> count & 31])
      }
      bits &= 1 << count - 1
    }
    text = symbols
  }

  /// Reads what somebody typed: in either case, with or without hyphens and blanks.
  ///
  /// Nil if it cannot be a code.
  public init?(_ typed: String) {
    let plain = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
    guard plain.count == 16, plain.allSatisfy(Self.alphabet.contains) else { return nil }
    text = plain
  }

  /// `ABCD-EFGH-JKLM-NPQR`, as receipts print it.
  public var grouped: String {
    stride(from: 0, to: 16, by: 4).map { start in
      String(text.dropFirst(start).prefix(4))
    }.joined(separator: "-")
  }
}
