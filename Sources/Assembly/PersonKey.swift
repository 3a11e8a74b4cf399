import Crypto
import Foundation
import Kernel

/// Tells persons apart without keeping their numbers: a hash that only this zone can make.
struct PersonKey: Sendable {
  private let key: SymmetricKey

  init(zoneKey: [UInt8]) { key = SymmetricKey(data: Data(Array("persons".utf8) + zoneKey)) }

  /// A person's key; nil for what is neither an identity number nor could be a passport's, nor a key already.
  @Sendable func of(_ written: String) -> String? {
    let text = written.uppercased().filter { !$0.isWhitespace }
    if isKey(text) { return text }
    let number: String
    if let identity = try? PersonalIdentityNumber(text) {
      number = identity.unmaskedNumber
    } else {
      let isPassport = (5...20).contains(text.count) && text.contains(where: \.isNumber)
      guard isPassport, !isMistyped(text), text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
        return nil
      }
      number = text
    }
    let code = HMAC<SHA256>.authenticationCode(for: Data(number.utf8), using: key)
    return "P-"
      + code.prefix(12).map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// Whether it is an identity number with a digit too many or too few: no passport has fourteen digits and nothing
  /// else, and taken for one it would make a second person of somebody.
  private func isMistyped(_ text: String) -> Bool {
    let digits = text.hasSuffix("X") ? text.dropLast() : text[...]
    return text.count == 18 || text.count >= 14 && digits.allSatisfy(\.isNumber)
  }

  /// What ``of(_:)`` gave, so that what was exported can be imported.
  private func isKey(_ text: String) -> Bool {
    text.count == 26 && text.hasPrefix("P-") && text.dropFirst(2).allSatisfy { $0.isHexDigit && $0.isASCII }
  }
}
