public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Notices
import Storage

extension NoticeDesk {
  /// Newest first, after `last`.
  public func endpoints(
    after last: ID<WebhookEndpoint>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [WebhookEndpoint] {
    try account.require(.manageWebhooks)
    return try await database.read { try EndpointRows.page(after: last, limit: limit, in: $0) }
  }

  public func endpoint(_ id: ID<WebhookEndpoint>, by account: Account) async throws -> WebhookFile {
    try account.require(.manageWebhooks)
    return try await database.read { db in
      guard let endpoint = try EndpointRows.find(id, in: db) else { throw NoticeRefusal.unknownEndpoint(id) }
      return WebhookFile(
        endpoint: endpoint, ownerName: try AccountReach.find([endpoint.owner], in: db)[endpoint.owner]?.name,
        failures: try EndpointRows.failures(of: id, in: db))
    }
  }

  /// Registers a program that gets an account's notices from now on.
  ///
  /// - Parameter owner: the sign-in name of the account.
  /// - Returns: the key that the requests are signed with; it is shown once.
  public func register(
    _ title: String, at address: String, for owner: String, by account: Account
  ) async throws -> (ID<WebhookEndpoint>, Secret) {
    try account.require(.manageWebhooks)
    let title = title.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !title.isEmpty else { throw NoticeRefusal.titleMissing }
    guard title.count <= 60 else { throw NoticeRefusal.titleTooLong(limit: 60) }
    let address = try WebhookAddress(address, isPlainAllowed: isPlainAllowed)
    let (world, outbox, id, key) = (world, outbox, world.newID(WebhookEndpoint.self), freshKey())
    try await database.write { db in
      guard let owner = try AccountReach.active(named: owner, in: db) else { throw NoticeRefusal.ownerUnknown }
      let endpoint = WebhookEndpoint(
        id: id, title: title, address: address, owner: owner, stage: .active, createdBy: account.id.number,
        createdAt: world.now(), revision: 0)
      try Recording.write(Deed(.registerWebhook, by: account, on: id.subject), world: world, in: db) { recording in
        try recording.insert(EndpointRows.values(endpoint), into: .webhookEndpoints)
        try EndpointRows.keep(key: outbox.sealed(key, of: id), of: id, in: db)
      }
    }
    return (id, key)
  }

  /// A new key; what is signed from now on is signed with it.
  public func renewKey(of id: ID<WebhookEndpoint>, by account: Account) async throws -> Secret {
    try account.require(.manageWebhooks)
    let (world, outbox, key) = (world, outbox, freshKey())
    try await database.write { db in
      guard try EndpointRows.find(id, in: db) != nil else { throw NoticeRefusal.unknownEndpoint(id) }
      try EndpointRows.keep(key: outbox.sealed(key, of: id), of: id, in: db)
      try Recording.note(Deed(.renewWebhookKey, by: account, on: id.subject), world: world, in: db)
    }
    return key
  }

  /// What is posted meanwhile is not sent there.
  public func pause(_ id: ID<WebhookEndpoint>, seen: Int64?, by account: Account) async throws {
    try account.require(.manageWebhooks)
    try await move(id, to: .paused, as: .pauseWebhook, seen: seen, by: account)
  }

  public func resume(_ id: ID<WebhookEndpoint>, seen: Int64?, by account: Account) async throws {
    try account.require(.manageWebhooks)
    try await move(id, to: .active, as: .resumeWebhook, seen: seen, by: account)
  }

  /// Posts a notice to the program alone, to see whether it arrives.
  public func tryOut(_ id: ID<WebhookEndpoint>, by account: Account) async throws {
    try account.require(.manageWebhooks)
    let (world, outbox) = (world, outbox)
    try await database.write { db in
      guard let endpoint = try EndpointRows.find(id, in: db) else { throw NoticeRefusal.unknownEndpoint(id) }
      let trial = Notice(
        to: .endpoint(id), .webhookTrial, subject: Phrase(zh: "试推送", en: "A trial"),
        body: Phrase(
          zh: "这是向“\(endpoint.title)”的试推送，无须处理。", en: "This is a trial for “\(endpoint.title)”; nothing has to be done."
        ),
        link: "/notices/preferences", about: id.subject)
      try Recording.write(Deed(.tryWebhook, by: account, on: id.subject), world: world, in: db) { recording in
        try outbox.post([trial], with: recording, in: db)
      }
    }
  }

  private func move(
    _ id: ID<WebhookEndpoint>, to stage: EndpointStage, as action: Action, seen: Int64?, by account: Account
  ) async throws {
    let world = world
    try await database.write { db in
      guard var endpoint = try EndpointRows.find(id, in: db) else { throw NoticeRefusal.unknownEndpoint(id) }
      endpoint.stage = stage
      let moved = endpoint
      try Recording.write(Deed(action, by: account, on: id.subject), world: world, in: db) { recording in
        try recording.update(EndpointRows.values(moved), in: .webhookEndpoints, seen: seen)
      }
      if stage == .active { try EndpointRows.set(failures: 0, of: id, in: db) }
    }
  }

  /// 256 random bits.
  private func freshKey() -> Secret { Secret("whsec_" + Data(world.randomBytes(32)).base64EncodedString()) }
}

/// A program with what its page shows beside it.
public struct WebhookFile: Equatable, Sendable {
  public let endpoint: WebhookEndpoint
  /// Nil where the account can no longer come.
  public let ownerName: String?
  /// In a row, up to now.
  public let failures: Int
}
