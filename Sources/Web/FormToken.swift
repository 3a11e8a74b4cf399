import Crypto
import Foundation
import Kernel

/// The proof that a form was shown by this portal to this browser.
///
/// A session has its own token. A visitor gets a random cookie, and forms carry a MAC of it: another site
/// can neither read the cookie nor make the MAC, so sign-in and registration are protected, too.
struct FormToken: Sendable {
  let text: String
  /// What to set as a cookie when a form is shown; nil where the browser has it already.
  let freshCookie: String?

  static let none = FormToken(text: "", freshCookie: nil)

  static func of(_ session: SessionView) -> FormToken { FormToken(text: session.formToken, freshCookie: nil) }

  /// `cookie`: what the browser sent, if anything.
  static func ofVisitor(cookie: String?, secret: [UInt8], world: World) -> FormToken {
    if let cookie, isNonce(cookie) { return FormToken(text: mac(of: cookie, secret), freshCookie: nil) }
    let nonce = hexadecimal(world.randomBytes(16))
    return FormToken(text: mac(of: nonce, secret), freshCookie: nonce)
  }

  /// Whether `given` is the token; takes the same time wherever they differ.
  func matches(_ given: String) -> Bool {
    let (own, other) = (Array(text.utf8), Array(given.utf8))
    guard !own.isEmpty, own.count == other.count else { return false }
    return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The cookie's name; browsers accept `__Host-` by https only, and then from nobody but this host.
  static func cookieName(isSecure: Bool) -> String { isSecure ? "__Host-ipzone-visit" : "ipzone-visit" }

  private static func isNonce(_ text: String) -> Bool {
    text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private static func mac(of nonce: String, _ secret: [UInt8]) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Data("visitor form \(nonce)".utf8), using: SymmetricKey(data: secret))
    return hexadecimal(code)
  }
}

/// Two digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
