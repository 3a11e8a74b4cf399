/// The stable name of a rule, such as `credit.points.stopBusiness`.
///
/// At least two parts of letters and digits, joined by dots, each starting with a small letter.
/// Part of the API and of the journal: never reused, never renamed.
public struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  /// Nil unless `text` has the form of a rule's name; whether such a rule exists is the book's to say.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ Self.isName($0) }) else { return nil }
    description = String(text)
  }

  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

  private static func isName(_ part: some Collection<UInt8>) -> Bool {
    guard let first = part.first, (0x61...0x7A).contains(first) else { return false }
    return part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) }
}

extension RuleID: ExpressibleByStringLiteral {
  /// - Precondition: the literal has the form of a rule's name.
  public init(stringLiteral: String) {
    // A literal is the program's own text: a wrong one is a defect that the first test meets.
    guard let id = RuleID(stringLiteral) else { preconditionFailure("not a rule's name: \(stringLiteral)") }
    self = id
  }
}
