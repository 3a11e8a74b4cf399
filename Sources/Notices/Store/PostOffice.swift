import Access
public import Delivery
import Foundation
import Kernel

/// The ways out of the house.
public struct PostOffice: Sendable {
  let mail: MailServer?
  let sender: String
  let webhooks: WebhookSender
  /// Scheme and host of the portal; nil while unknown: then mails name the path alone.
  let origin: String?
  private let mailSender: MailSender?

  /// - Parameter sender: what stands before the address that mails come from.
  public init(mail: MailServer?, sender: String, webhooks: WebhookPolicy, origin: String?) {
    self.mail = mail
    self.sender = sender
    self.webhooks = WebhookSender(webhooks)
    self.origin = origin
    mailSender = mail.map { MailSender($0) }
  }

  func send(_ parcel: Parcel) async -> DeliveryOutcome {
    switch parcel {
    case .mail(let mail):
      guard let mailSender else { return .unreachable(code: "mail-off") }
      return await mailSender.send(mail)
    case .post(let body, let address, let headers):
      return await webhooks.post(body, to: address, headers: headers)
    }
  }
}

/// What leaves the house.
enum Parcel: Sendable {
  case mail(Mail)
  case post(body: [UInt8], address: String, headers: [(name: String, value: String)])
}
