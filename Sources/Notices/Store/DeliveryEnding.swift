import Access
import Delivery
import Foundation
import Journal
import JournalStore
import Kernel
import Notices
import Storage

/// Writes down what became of an attempt.
struct DeliveryEnding: Sendable {
  let courier: NoticeCourier
  let now: Date

  func end(_ begun: NoticeDelivery, _ outcome: DeliveryOutcome, in db: any Writing) throws {
    var delivery = begun
    delivery.outcome = outcome.code
    try DeliveryRows.end(delivery, outcome: outcome.code, at: now, in: db)
    switch outcome {
    case .arrived: (delivery.stage, delivery.endedAt) = (.sent, now)
    case .refused: (delivery.stage, delivery.endedAt) = (.failed, now)
    case .unreachable, .unknown:
      if case .unknown = outcome { delivery.mayBeRepeated = true }
      if delivery.attempts >= courier.patience.attempts {
        (delivery.stage, delivery.endedAt) = (.failed, now)
      } else {
        delivery.stage = .waiting
        delivery.dueAt = now + courier.patience.wait(after: delivery.attempts)
      }
    }
    // A code that has arrived or never will is of no use here.
    if delivery.endedAt != nil { try DeliveryRows.forgetSecret(of: delivery.id, in: db) }
    try DeliveryRows.update(delivery, in: db)
    if let endpoint = delivery.endpoint { try count(outcome, on: endpoint, in: db) }
  }

  private func count(_ outcome: DeliveryOutcome, on id: ID<WebhookEndpoint>, in db: any Writing) throws {
    if case .arrived = outcome { return try EndpointRows.set(failures: 0, of: id, in: db) }
    let failures = try EndpointRows.failures(of: id, in: db) + 1
    try EndpointRows.set(failures: failures, of: id, in: db)
    guard failures >= courier.patience.failuresOfEndpoint || outcome.code == "http 410",
      var endpoint = try EndpointRows.find(id, in: db), endpoint.stage == .active
    else { return }
    endpoint.stage = .broken
    let stopped = endpoint
    let deed = Deed(.stopWebhook, by: .system([]), on: id.subject, facts: ["failures": "\(failures)"])
    try Recording.write(deed, world: courier.world, in: db) { recording in
      try recording.update(EndpointRows.values(stopped), in: .webhookEndpoints)
      try courier.outbox.post(notices(of: stopped, failures), with: recording, in: db)
    }
  }

  private func notices(of endpoint: WebhookEndpoint, _ failures: Int) -> [Notice] {
    var readers = [endpoint.owner]
    if endpoint.createdBy != endpoint.owner.number { readers.append(ID(endpoint.createdBy)) }
    return readers.map { reader in
      Notice(
        to: .account(reader), .webhookStopped,
        subject: Phrase(zh: "推送地址“\(endpoint.title)”已停用", en: "The webhook “\(endpoint.title)” was stopped"),
        body: Phrase(
          zh: "连续 \(failures) 次推送未送达，已自动停用。修复后请系统管理员恢复；停用期间的通知仍在平台内。",
          en:
            "\(failures) deliveries in a row did not arrive, so it was stopped. Once it is mended the administrator can resume it; the notices themselves are in the portal."
        ),
        link: "/notices", about: endpoint.id.subject)
    }
  }
}
