package import Access
import Crypto
import Foundation
package import Kernel

/// What the zone's key file protects: second factors at rest, and the names in the list of failed attempts.
package struct ZoneSeal: Sendable {
  private let sealing: SymmetricKey
  private let naming: SymmetricKey
  private let demonstrating: SymmetricKey

  package init(zoneKey: [UInt8]) {
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: SymmetricKey(data: zoneKey), info: Array("ipzone \(purpose)".utf8), outputByteCount: 32)
    }
    sealing = derived("second factor")
    naming = derived("attempts")
    demonstrating = derived("demonstration")
  }

  /// AES-256-GCM, bound to the account so that a sealed secret cannot be moved to another one.
  package func seal(_ secret: [UInt8], for account: ID<Account>, nonce: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(
      secret, using: sealing, nonce: AES.GCM.Nonce(data: nonce), authenticating: Array("\(account)".utf8))
    return nonce + Array(box.ciphertext) + Array(box.tag)
  }

  package func open(_ sealed: [UInt8], of account: ID<Account>) throws -> [UInt8] {
    Array(
      try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealing, authenticating: Array("\(account)".utf8)))
  }

  /// A name or address as the list of attempts keeps it: somebody may have typed a password into the wrong field.
  func subject(_ kind: String, _ text: String) -> String {
    hexadecimal(Array(HMAC<SHA256>.authenticationCode(for: Array("\(kind):\(text)".utf8), using: naming)))
  }

  /// Bytes that are the same at each start of the same demonstration.
  func demonstration(_ purpose: String, count: Int) -> [UInt8] {
    Array(Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: demonstrating)).prefix(count))
  }
}

/// Codes of an authenticator with `secret`.
package enum Authenticator {
  package static func code(of secret: [UInt8], step: Int64, digits: Int = 6) -> String {
    let mac = HMAC<Insecure.SHA1>.authenticationCode(
      for: TimeCode.message(step: step), using: SymmetricKey(data: secret))
    return TimeCode.digits(of: Array(mac), count: digits)
  }

  /// - Returns: the step that `typed` is the code of, if it may be used now.
  static func step(of typed: String, secret: [UInt8], at now: Date, after last: Int64) -> Int64? {
    let typed = typed.filter { !$0.isWhitespace }
    return TimeCode.steps(at: now, after: last).first { code(of: secret, step: $0) == typed }
  }
}

/// Tokens and codes: random, and stored only as their hash.
enum OpaqueToken {
  /// 256 random bits.
  static func fresh(_ world: World) -> Secret { Secret(Base32.text(world.randomBytes(32)).lowercased()) }

  /// 100 random bits in five groups, to be read out and typed.
  static func freshCode(_ world: World) -> Secret {
    let symbols = Base32.text(world.randomBytes(13)).prefix(20)
    return Secret(
      stride(from: 0, to: 20, by: 4).map { String(symbols.dropFirst($0).prefix(4)) }.joined(separator: "-"))
  }

  static func hash(_ token: String) -> String { hexadecimal(Array(SHA256.hash(data: Array(token.utf8)))) }

  /// As ``hash(_:)``, whatever case and separators somebody typed.
  static func hash(code: String) -> String { hash(code.uppercased().filter { $0.isLetter || $0.isNumber }) }
}
