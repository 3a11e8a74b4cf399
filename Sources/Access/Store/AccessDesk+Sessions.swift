public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

extension AccessDesk {
  /// Who a browser's token stands for, or nil where it is unknown or over; a visitor while it waits for a code.
  ///
  /// Slides the idle time, with one write a minute at most.
  public func resolve(session token: String) async throws -> (Account, OpenSession)? {
    let hash = OpaqueToken.hash(token)
    let now = world.now()
    let found = try await database.read { db -> (Account, OpenSession)? in
      guard let session = try SessionRows.find(tokenHash: hash, in: db), now < session.expiresAt,
        let row = try AccountRows.find(session.account, in: db), row.stage == .active
      else { return nil }
      guard session.factor != .awaited else { return (visitor, session) }
      let roles = try RoleRows.roles(of: row.id, in: db)
      guard !policy.session(of: roles).isOver(created: session.createdAt, seen: session.seenAt, at: now) else {
        return nil
      }
      return (
        actor(row, roles: roles, factor: session.factor, mandate: try mandate(of: session, on: now, in: db)), session
      )
    }
    if let found, found.1.factor != .awaited, now >= found.1.seenAt + policy.sightEvery {
      try await database.write { try SessionRows.see(found.1.id, at: now, in: $0) }
    }
    return found
  }

  /// The secret that forms of this session carry; it follows from the token and is stored nowhere.
  public static func formSecret(of token: String) -> String { OpaqueToken.hash("form:" + token) }

  /// Who a personal access token stands for: its owner with no more than the token's scopes.
  public func resolve(bearer value: String) async throws -> Account? {
    let hash = OpaqueToken.hash(value)
    let now = world.now()
    let found = try await database.read { db -> (account: Account, token: ID<AccessToken>, last: Date?)? in
      guard let token = try TokenRows.find(hash: hash, in: db), token.revokedAt == nil, now < token.expiresAt,
        let row = try AccountRows.find(token.account, in: db), row.stage == .active, !row.mustChange
      else { return nil }
      let factor: SessionFactor = try AccountRows.secrets(of: row.id, in: db).totp == nil ? .none : .given
      let owner = actor(row, roles: try RoleRows.roles(of: row.id, in: db), factor: factor)
      let scopes = Set(token.scopes)
      let account = Account(
        id: owner.id, standing: .person, name: owner.name, displayName: owner.displayName, roles: owner.roles,
        permissions: owner.permissions.filter { scopes.contains($0.code) }, heldBack: owner.heldBack,
        withheld: owner.permissions.filter { !scopes.contains($0.code) })
      return (account, token.id, try TokenRows.lastUses(of: [token.id], in: db)[token.id])
    }
    guard let found else { return nil }
    if found.last.map({ now >= $0 + policy.sightEvery }) != false {
      try await database.write { try TokenRows.use(found.token, at: now, in: $0) }
    }
    return found.account
  }

  /// One's own sessions that still hold, newest first.
  public func mySessions(by account: Account) async throws -> [OpenSession] {
    try account.require(.ownAccount)
    let now = world.now()
    let life = policy.session(of: account.roles)
    return try await database.read { try SessionRows.all(of: account.id, in: $0) }
      .filter { now < $0.expiresAt && !life.isOver(created: $0.createdAt, seen: $0.seenAt, at: now) }
  }

  /// - Throws: ``AccountRefusal/unknownSession`` for one that has ended or is somebody else's.
  public func endSession(_ id: ID<OpenSession>, by account: Account) async throws {
    try account.require(.ownAccount)
    try await database.write { db in
      guard try SessionRows.end(id, of: account.id, in: db) else { throw AccountRefusal.unknownSession }
      try note(ended: 1, by: account, in: db)
    }
  }

  /// Ends all of one's sessions but `kept`.
  ///
  /// - Throws: ``AccountRefusal/unknownSession`` where `kept` is none of one's own.
  public func endAllOthers(but kept: ID<OpenSession>, by account: Account) async throws {
    try account.require(.ownAccount)
    try await database.write { db in
      guard try SessionRows.all(of: account.id, in: db).contains(where: { $0.id == kept }) else {
        throw AccountRefusal.unknownSession
      }
      let count = try SessionRows.endAll(of: account.id, but: kept, in: db)
      if count > 0 { try note(ended: count, by: account, in: db) }
    }
  }

  /// Acts under `mandate` from now on in this session, or for oneself where it is nil.
  ///
  /// - Throws: ``MandateRefusal/notHeld`` unless it is one's own and holds today.
  public func choose(mandate id: ID<Mandate>?, in session: ID<OpenSession>, by account: Account) async throws {
    try account.require(.ownAccount)
    let today = world.today()
    try await database.write { db in
      if let id {
        guard let mandate = try MandateRows.find(id, in: db)?.mandate, mandate.holder == account.id,
          mandate.holds(on: today)
        else { throw MandateRefusal.notHeld }
      }
      guard try SessionRows.choose(id, in: session, of: account.id, db) else { throw AccountRefusal.unknownSession }
    }
  }

  private func mandate(of session: OpenSession, on now: Date, in db: any Reading) throws -> Mandate? {
    guard let id = session.mandate, let mandate = try MandateRows.find(id, in: db)?.mandate,
      mandate.holder == session.account, mandate.holds(on: Day(now))
    else { return nil }
    return mandate
  }

  private func note(ended count: Int, by account: Account, in db: any Writing) throws {
    try Recording.note(
      Deed(.endSessions, by: account, on: subject(account.id), facts: ["sessions": "\(count)"]), world: world, in: db)
  }
}
