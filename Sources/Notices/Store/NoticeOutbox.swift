public import Access
import Foundation
public import JournalStore
public import Kernel
public import Notices
public import Storage

/// Where notices are put: in the very transaction of the change that they tell of.
///
/// ```swift
/// try Recording.write(deed, world: world, in: db) { recording in
///   try recording.update(…)
///   try outbox.post([template.notice(to: .account(filer), …)], with: recording, in: db)
/// }
/// ```
///
/// So there is no change without its notice and no notice without its change, and the entry of the journal names
/// both. A courier delivers afterwards; until then nothing leaves the program.
public struct NoticeOutbox: Sendable {
  let world: World
  let seal: NoticeSeal
  /// Whether e-mail is set up; without it nothing is queued for that channel.
  public let canMail: Bool

  public init(world: World, zoneKey: [UInt8], canMail: Bool) {
    self.world = world
    seal = NoticeSeal(zoneKey: zoneKey)
    self.canMail = canMail
  }

  /// Keeps `notices` and queues their deliveries, as each addressee prefers.
  ///
  /// An account that there is not (the console, the program itself, somebody erased or not active) gets nothing;
  /// somebody invited gets e-mail alone. Two notices to the same addressee are two.
  ///
  /// - Parameter db: the transaction of `recording`.
  /// - Returns: how many were kept.
  @discardableResult
  public func post(_ notices: [Notice], with recording: Recording, in db: any Writing) throws -> Int {
    let accounts = notices.compactMap { notice -> ID<Account>? in
      if case .account(let id) = notice.addressee { id } else { nil }
    }
    let reach = try AccountReach.find(Set(accounts), in: db)
    var posting = Posting(now: world.now())
    for notice in notices { try add(notice, reach, to: &posting) }
    try recording.insert(posting.notices, into: .notices)
    try db.insert(posting.inbox, into: "notice_inbox", columns: ["account", "notice", "read_at"])
    try DeliveryRows.insert(posting.deliveries, in: db)
    try db.insert(posting.secrets, into: "notice_secrets", columns: ["delivery", "sealed"])
    return posting.notices.count
  }

  private func add(_ notice: Notice, _ reach: [ID<Account>: AccountReach], to posting: inout Posting) throws {
    let id = world.newID(Notice.self)
    switch notice.addressee {
    case .account(let account):
      guard let known = reach[account] else { return }
      if canMail, known.email != nil, known.preferences.wants(.email, for: notice.kind) {
        try queue(.email, notice, id, to: &posting)
      }
      if known.preferences.wants(.webhook, for: notice.kind) {
        for endpoint in known.endpoints { try queue(.webhook, notice, id, endpoint, to: &posting) }
      }
      posting.inbox.append([account.sqlValue, id.sqlValue, .null])
    case .email: try queue(.email, notice, id, to: &posting)
    case .endpoint(let endpoint): try queue(.webhook, notice, id, endpoint, to: &posting)
    }
    posting.notices.append(NoticeRows.values(notice, id: id, at: posting.now))
  }

  private func queue(
    _ channel: NoticeChannel, _ notice: Notice, _ id: ID<Notice>, _ endpoint: ID<WebhookEndpoint>? = nil,
    to posting: inout Posting
  ) throws {
    let delivery = NoticeDelivery(
      id: world.newID(), notice: id, channel: channel, endpoint: endpoint, stage: .waiting, attempts: 0,
      mayBeRepeated: false, dueAt: posting.now, postedAt: posting.now, endedAt: nil, outcome: nil)
    posting.deliveries.append(delivery)
    guard channel == .email, let secret = notice.secret else { return }
    let sealed = try seal.seal(secret, for: "delivery \(delivery.id)", nonce: world.randomBytes(12))
    posting.secrets.append([delivery.id.sqlValue, .blob(sealed)])
  }

  private struct Posting {
    let now: Date
    var notices: [[SQLValue]] = []
    var inbox: [[SQLValue]] = []
    var deliveries: [NoticeDelivery] = []
    var secrets: [[SQLValue]] = []
  }
}

extension NoticeOutbox {
  func sealed(_ key: Secret, of endpoint: ID<WebhookEndpoint>) throws -> [UInt8] {
    try seal.seal(key, for: "webhook \(endpoint)", nonce: world.randomBytes(12))
  }

  func key(_ sealed: [UInt8], of endpoint: ID<WebhookEndpoint>) throws -> Secret {
    try seal.open(sealed, of: "webhook \(endpoint)")
  }

  func secret(_ sealed: [UInt8], of delivery: ID<NoticeDelivery>) throws -> Secret {
    try seal.open(sealed, of: "delivery \(delivery)")
  }
}
