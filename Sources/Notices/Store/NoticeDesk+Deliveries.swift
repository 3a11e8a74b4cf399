public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Notices
import Storage

extension NoticeDesk {
  /// Newest first, after `last`.
  public func deliveries(
    _ filter: DeliveryFilter = DeliveryFilter(), after last: ID<NoticeDelivery>? = nil, limit: Int = 50,
    by account: Account
  ) async throws -> [DeliveryLine] {
    try account.require(.readDeliveries)
    return try await database.read { db in
      try DeliveryRows.page(filter, after: last, limit: limit, in: db).map { try DeliveryLine($0, in: db) }
    }
  }

  public func delivery(_ id: ID<NoticeDelivery>, by account: Account) async throws -> DeliveryFile {
    try account.require(.readDeliveries)
    return try await database.read { db in
      guard let delivery = try DeliveryRows.find(id, in: db) else { throw NoticeRefusal.unknownDelivery(id) }
      return DeliveryFile(line: try DeliveryLine(delivery, in: db), attempts: try DeliveryRows.attempts(of: id, in: db))
    }
  }

  /// Sends what was sent, failed or dropped once more, marked as repeated.
  ///
  /// A one-time code that has left is not sent again.
  public func replay(_ id: ID<NoticeDelivery>, because reason: String, by account: Account) async throws {
    try account.require(.replayDeliveries)
    let reason = try Reason(reason, orElse: NoticeRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      guard var delivery = try DeliveryRows.find(id, in: db) else { throw NoticeRefusal.unknownDelivery(id) }
      guard let stage = delivery.stage.after(.replay) else { throw NoticeRefusal.notNow(.replay, in: delivery.stage) }
      delivery.stage = stage
      delivery.mayBeRepeated = delivery.mayBeRepeated || delivery.attempts > 0
      delivery.dueAt = world.now()
      delivery.endedAt = nil
      try DeliveryRows.update(delivery, in: db)
      let deed = Deed(
        .replayDelivery, by: account, on: delivery.notice.subject, because: reason.text,
        facts: ["delivery": delivery.id.description, "channel": delivery.channel.rawValue])
      try Recording.note(deed, world: world, in: db)
    }
  }
}

/// A delivery as the log shows it: never the words of the notice, and the address masked.
public struct DeliveryLine: Equatable, Sendable {
  public let delivery: NoticeDelivery
  /// The code of the notice's kind.
  public let kind: String
  /// A masked e-mail address, the title of a program, or the name of an account.
  public let recipient: String

  init(_ delivery: NoticeDelivery, in db: any Reading) throws {
    self.delivery = delivery
    let posted = try NoticeRows.posted(delivery.notice, in: db)
    kind = posted?.notice.kind ?? ""
    if let endpoint = delivery.endpoint {
      recipient = try EndpointRows.find(endpoint, in: db)?.title ?? endpoint.description
    } else if let email = posted?.email {
      recipient = Masked.email(email).description
    } else if let account = posted?.account {
      recipient = try AccountReach.find([account], in: db)[account]?.name ?? account.description
    } else {
      recipient = ""
    }
  }
}

/// A delivery with all that was tried.
public struct DeliveryFile: Equatable, Sendable {
  public let line: DeliveryLine
  public let attempts: [DeliveryAttempt]
}
