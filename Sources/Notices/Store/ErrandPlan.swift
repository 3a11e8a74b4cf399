import Access
import Delivery
import Foundation
import Journal
import Kernel
import Notices
import Storage

/// Decides, inside the transaction, what becomes of a delivery that is due.
struct ErrandPlan: Sendable {
  let courier: NoticeCourier
  let now: Date

  func begin(_ found: NoticeDelivery, in db: any Writing) throws -> Errand? {
    var delivery = found
    guard let posted = try NoticeRows.posted(delivery.notice, in: db) else { return nil }
    let goal: Goal
    switch delivery.channel {
    case .email: goal = try mailGoal(delivery, posted, in: db)
    case .webhook: goal = try webhookGoal(delivery, in: db)
    }
    switch goal {
    case .nobody(let why):
      delivery.stage = .dropped
      (delivery.endedAt, delivery.outcome) = (now, why)
      try DeliveryRows.forgetSecret(of: delivery.id, in: db)
      try DeliveryRows.update(delivery, in: db)
      return Errand(delivery: delivery, parcel: nil)
    case .later(let due):
      delivery.stage = .waiting
      delivery.dueAt = due
      try DeliveryRows.update(delivery, in: db)
      return Errand(delivery: delivery, parcel: nil)
    case .mail(let address, let language):
      try start(&delivery, in: db)
      let secret = try DeliveryRows.secret(of: delivery.id, in: db).map {
        try courier.outbox.secret($0, of: delivery.id)
      }
      let letter = NoticeLetter(posted: posted.notice, delivery: delivery, secret: secret, post: courier.post)
      return Errand(delivery: delivery, parcel: .mail(letter.mail(to: address, first: language, at: now)))
    case .program(let address, let key):
      try start(&delivery, in: db)
      let call = WebhookCall(posted: posted.notice, delivery: delivery, key: key, origin: courier.post.origin)
      return Errand(
        delivery: delivery,
        parcel: .post(body: try call.body(), address: address.description, headers: try call.headers(at: now)))
    }
  }

  /// A delivery that is found under way was left by a process that died: nobody knows whether it arrived.
  private func start(_ delivery: inout NoticeDelivery, in db: any Writing) throws {
    if delivery.stage == .sending {
      delivery.mayBeRepeated = true
      try DeliveryRows.end(delivery, outcome: "process-ended", at: now, in: db)
    }
    delivery.stage = .sending
    delivery.attempts += 1
    try DeliveryRows.update(delivery, in: db)
    try DeliveryRows.begin(delivery, at: now, in: db)
  }

  private enum Goal {
    case mail(EmailAddress, Language)
    case program(WebhookAddress, Secret)
    case later(Date)
    case nobody(String)
  }

  private func mailGoal(_ delivery: NoticeDelivery, _ posted: PostedNotice, in db: any Reading) throws -> Goal {
    guard courier.outbox.canMail else { return .nobody("mail-off") }
    if let email = posted.email {
      guard let address = try? EmailAddress(email) else { return .nobody("no-address") }
      return .mail(address, posted.language ?? .zh)
    }
    guard let account = posted.account, let reach = try AccountReach.find([account], in: db)[account] else {
      return .nobody("no-account")
    }
    guard let address = reach.email else { return .nobody("no-address") }
    let kind = courier.book[posted.notice.kind] ?? NoticeKind(posted.notice.kind, Phrase(zh: "", en: ""))
    guard reach.preferences.wants(.email, for: kind) else { return .nobody("not-wanted") }
    if !kind.isStatutory, let end = reach.preferences.quiet?.end(at: now) { return .later(end) }
    return .mail(address, reach.preferences.language)
  }

  private func webhookGoal(_ delivery: NoticeDelivery, in db: any Reading) throws -> Goal {
    guard let id = delivery.endpoint, let endpoint = try EndpointRows.find(id, in: db),
      let sealed = try EndpointRows.key(of: id, in: db)
    else { return .nobody("no-endpoint") }
    guard endpoint.stage == .active else { return .nobody("endpoint-\(endpoint.stage.rawValue)") }
    guard try AccountReach.find([endpoint.owner], in: db)[endpoint.owner] != nil else { return .nobody("no-account") }
    return .program(endpoint.address, try courier.outbox.key(sealed, of: id))
  }
}
