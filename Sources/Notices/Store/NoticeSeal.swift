import Access
import Crypto
import Foundation
import Kernel

/// Keeps one-time codes until their e-mail has left, and the keys that webhooks are signed with.
struct NoticeSeal: Sendable {
  private let key: SymmetricKey

  init(zoneKey: [UInt8]) {
    key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: zoneKey), info: Array("ipzone notices".utf8), outputByteCount: 32)
  }

  /// AES-256-GCM, bound to `place` so that it cannot be moved to another one.
  func seal(_ secret: Secret, for place: String, nonce: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(
      Array(secret.text.utf8), using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: Array(place.utf8))
    return nonce + Array(box.ciphertext) + Array(box.tag)
  }

  func open(_ sealed: [UInt8], of place: String) throws -> Secret {
    let text = try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Array(place.utf8))
    return Secret(String(decoding: text, as: UTF8.self))
  }
}
