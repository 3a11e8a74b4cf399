import Foundation
public import Kernel

/// How the zone reaches a person: personal data, no more of it than the work needs.
public struct ContactDetails: Equatable, Sendable {
  public let displayName: String
  public let email: String?
  public let phone: String?
  public let language: Language

  /// - Throws: ``FormRefusal`` with everything that is wrong.
  public init(displayName: String, email: String? = nil, phone: String? = nil, language: Language = .zh)
    throws(FormRefusal)
  {
    let name = Self.tidy(displayName)
    let email = email.map(Self.tidy).flatMap { $0.isEmpty ? nil : $0 }
    let phone = phone.map(Self.tidy).flatMap { $0.isEmpty ? nil : $0 }
    var wrong: [AccountRefusal] = []
    if name.isEmpty { wrong.append(.noDisplayName) }
    if name.count > 60 { wrong.append(.displayNameTooLong(60)) }
    if let email, !Self.isEmail(email) { wrong.append(.badEmail) }
    if let phone, !Self.isPhone(phone) { wrong.append(.badPhone) }
    guard wrong.isEmpty else { throw FormRefusal(wrong) }
    self.init(known: name, email: email, phone: phone, language: language)
  }

  /// As they were stored.
  public init(known displayName: String, email: String?, phone: String?, language: Language) {
    self.displayName = displayName
    self.email = email
    self.phone = phone
    self.language = language
  }

  private static func tidy(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.count <= 200 else { return false }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
  }

  private static func isPhone(_ text: String) -> Bool {
    let rest = text.hasPrefix("+") ? text.dropFirst() : text[...]
    let digits = rest.filter { ("0"..."9").contains($0) }.count
    return (6...20).contains(digits) && rest.allSatisfy { ("0"..."9").contains($0) || $0 == " " || $0 == "-" }
  }
}
