import Access
import Crypto
import Foundation
import Journal
import Kernel
import Notices

/// A notice as a signed request to a program.
///
/// `IPZone-Signature: t=1795420800,v1=<hex>` is HMAC-SHA256, keyed with the endpoint's key as it was shown, over the
/// number behind `t=`, a full stop, and the body as it was sent. A receiver compares it, refuses what is older than some
/// minutes, and does a notice once, by its `id`.
struct WebhookCall {
  let posted: KeptNotice
  let delivery: NoticeDelivery
  let key: Secret
  let origin: String?

  /// JSON with sorted keys; the same for each sending.
  func body() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let about = posted.about.map { Content.About(table: $0.table, id: ID<Subject>($0.number).description) }
    let link = posted.link.map { (origin ?? "") + $0 }
    return Array(
      try encoder.encode(
        Content(
          id: posted.id.description, kind: posted.kind, subject: Content.Words(posted.subject),
          body: Content.Words(posted.body), link: link, about: about,
          postedAt: posted.postedAt.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))))
  }

  func headers(at now: Date) throws -> [(name: String, value: String)] {
    let time = Int(now.timeIntervalSince1970)
    var headers = [
      (name: "IPZone-Signature", value: "t=\(time),v1=\(Self.signature(of: try body(), at: time, key: key))"),
      (name: "IPZone-Notice", value: posted.id.description),
      (name: "IPZone-Delivery", value: delivery.id.description),
      (name: "IPZone-Attempt", value: "\(delivery.attempts)"),
    ]
    if delivery.mayBeRepeated { headers.append((name: "IPZone-Repeated", value: "yes")) }
    return headers
  }

  static func signature(of body: [UInt8], at time: Int, key: Secret) -> String {
    var mac = HMAC<SHA256>(key: SymmetricKey(data: Array(key.text.utf8)))
    mac.update(data: Array("\(time).".utf8))
    mac.update(data: body)
    return mac.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private struct Content: Encodable {
    let id: String
    let kind: String
    let subject: Words
    let body: Words
    let link: String?
    let about: About?
    let postedAt: String

    struct Words: Encodable {
      let zh: String
      let en: String

      init(_ phrase: Phrase) { (zh, en) = (phrase.zh, phrase.en) }
    }

    struct About: Encodable {
      let table: String
      let id: String
    }
  }
}
