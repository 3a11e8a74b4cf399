public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
public import Notices
public import Storage

/// What people do with notices: read them, say how they want them, and see to it that they arrive.
public struct NoticeDesk: Sendable {
  let database: any Database
  let world: World
  let outbox: NoticeOutbox
  public let book: NoticeBook
  /// Where e-mail goes out; nil while it is not set up.
  public let mailRoute: MailRoute?
  /// Whether `http` to this machine is taken as an address: for tests.
  let isPlainAllowed: Bool

  public init(
    book: NoticeBook, database: any Database, world: World, outbox: NoticeOutbox, mailRoute: MailRoute?,
    isPlainAllowed: Bool = false
  ) {
    self.book = book
    self.database = database
    self.world = world
    self.outbox = outbox
    self.mailRoute = mailRoute
    self.isPlainAllowed = isPlainAllowed
  }

  /// The account's own notices, newest first, after `last`.
  public func inbox(
    _ part: InboxPart = .all, after last: ID<Notice>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [KeptNotice] {
    try account.require(.ownNotices)
    return try await database.read { db in
      try NoticeRows.inbox(of: account.id, unreadOnly: part == .unread, after: last, limit: limit, in: db)
    }
  }

  public func unread(by account: Account) async throws -> Int {
    try account.require(.ownNotices)
    return try await database.read { try NoticeRows.unread(of: account.id, in: $0) }
  }

  /// - Throws: ``NoticeRefusal/unknown(_:)`` where the notice is not in the account's list.
  public func markRead(_ id: ID<Notice>, by account: Account) async throws {
    try await mark(id, readAt: world.now(), by: account)
  }

  public func markUnread(_ id: ID<Notice>, by account: Account) async throws {
    try await mark(id, readAt: nil, by: account)
  }

  /// Marks all up to `last`, the newest that the person has seen.
  public func markAllRead(upTo last: ID<Notice>, by account: Account) async throws {
    try account.require(.ownNotices)
    let now = world.now()
    try await database.write { try NoticeRows.markAll(upTo: last, at: now, of: account.id, in: $0) }
  }

  /// That somebody has read a notice is the reader's own affair: no entry of the journal.
  private func mark(_ id: ID<Notice>, readAt: Date?, by account: Account) async throws {
    try account.require(.ownNotices)
    try await database.write { db in
      guard try NoticeRows.mark(id, readAt: readAt, of: account.id, in: db) else { throw NoticeRefusal.unknown(id) }
    }
  }

  /// How the account is reached, its address masked.
  public func preferences(by account: Account) async throws -> OwnPreferences {
    try account.require(.ownNotices)
    return try await database.read { db in
      let reach = try AccountReach.find([account.id], in: db)[account.id]
      return OwnPreferences(
        preferences: reach?.preferences ?? NoticePreferences(),
        email: (reach?.email).map { Masked.email($0.description) },
        endpoints: try (reach?.endpoints ?? []).compactMap { try EndpointRows.find($0, in: db)?.title },
        revision: try PreferenceRows.revision(of: account.id, in: db))
    }
  }

  /// - Parameter seen: the revision that the form showed; nil where there were no preferences yet.
  public func set(_ preferences: NoticePreferences, seen: Int64?, by account: Account) async throws {
    try account.require(.ownNotices)
    let world = world
    var known = preferences
    known.choices = preferences.choices.filter { book[$0.key] != nil }
    let kept = known
    try await database.write { db in
      guard try AccountReach.find([account.id], in: db)[account.id] != nil else { return }
      let deed = Deed(.setPreferences, by: account, on: Subject(table: "accounts", number: account.id.number))
      try Recording.write(deed, world: world, in: db) { recording in
        try PreferenceRows.keep(kept, of: account.id, seen: seen, with: recording, in: db)
      }
    }
  }
}

/// Which of one's notices.
public enum InboxPart: String, CaseIterable, Sendable {
  case all, unread
}

/// One's own preferences as a page shows them.
public struct OwnPreferences: Equatable, Sendable {
  public let preferences: NoticePreferences
  /// Nil where the account has none, or none that SMTP can carry.
  public let email: Masked?
  /// The titles of the active programs that get the account's notices.
  public let endpoints: [String]
  public let revision: Int64?
}

/// Where e-mail goes out, as administrators may see it.
public struct MailRoute: Equatable, Sendable {
  public let server: String
  public let from: String

  public init(server: String, from: String) {
    self.server = server
    self.from = from
  }
}
