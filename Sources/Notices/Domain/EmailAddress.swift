/// An e-mail address that can stand in the commands of SMTP and in a header as it is.
public struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
  /// In clear: for the envelope alone; pages show it masked.
  public let description: String

  /// - Throws: ``NoticeRefusal/badAddress`` unless it is `local@domain` in ASCII, without quotes, of at most 254 letters.
  public init(_ text: String) throws(NoticeRefusal) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), text.utf8.count <= 254,
      parts[0].utf8.allSatisfy(Self.isLocal), parts[0].first != ".", parts[0].last != "."
    else { throw .badAddress }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy(Self.isLabel) else { throw .badAddress }
    description = text
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
  }

  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
