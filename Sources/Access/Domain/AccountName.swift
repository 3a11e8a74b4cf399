import Foundation

/// The name that someone signs in with; the journal keeps it in clear, so it must not be a personal number.
public struct AccountName: Hashable, Sendable, CustomStringConvertible {
  /// As its owner wrote it, NFC.
  public let description: String

  /// - Throws: ``AccountRefusal/badName`` unless it is 2 to 32 letters, digits, `.`, `_` or `-`;
  ///   ``AccountRefusal/nameIsPersonal`` for what looks like a phone or identity number.
  public init(_ text: String) throws(AccountRefusal) {
    let name = text.precomposedStringWithCanonicalMapping
    guard (2...32).contains(name.count),
      name.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-".unicodeScalars.contains($0)
      })
    else { throw .badName }
    guard name.filter(\.isNumber).count < 11 else { throw .nameIsPersonal }
    description = name
  }

  /// Equal for names that differ only in case or width.
  public var key: String { Self.key(description) }

  /// As ``key``, for a name that somebody typed to sign in and that may be none.
  public static func key(_ typed: String) -> String {
    typed.precomposedStringWithCompatibilityMapping.lowercased()
  }
}
