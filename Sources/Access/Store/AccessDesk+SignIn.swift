public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

/// What came of a right password.
public enum SignInOutcome: Equatable, Sendable {
  /// The session's token; the browser keeps it, the database only its hash.
  case signedIn(Secret)
  /// The token of a session that waits for ``AccessDesk/confirmSecondFactor(in:code:)``; nobody is signed in yet.
  case secondFactorNeeded(Secret)
}

extension AccessDesk {
  /// Signs somebody in.
  ///
  /// Takes the time of one Argon2id hash whether or not the name exists.
  ///
  /// - Parameter code: of the authenticator, where the form has asked for it already.
  /// - Throws: ``SignInRefusal``; ``AlteredSecrets`` where the account was tampered with.
  public func signIn(name: String, password: String, code: String? = nil, from origin: Origin) async throws
    -> SignInOutcome
  {
    let doors = self.doors(name: name, origin: origin)
    let now = world.now()
    let encoded = try await database.read { db -> String? in
      if let end = try lockEnd(doors, at: now, in: db) { throw SignInRefusal.locked(until: end) }
      guard let row = try AccountRows.find(named: name, in: db), row.stage == .active else { return nil }
      return try soundSecrets(of: row, in: db).passwordHash
    }
    let isRight = try await passwords.verify(String(password.prefix(policy.password.longest + 1)), against: encoded)
    let settled = try await database.write { db in
      try SessionRows.hold(doors.name, at: now, in: db)
      if let end = try lockEnd(doors, at: now, in: db) { return Settled.refused(.locked(until: end)) }
      guard isRight, let encoded, let row = try AccountRows.find(named: name, in: db), row.stage == .active else {
        return try fail(doors, as: .wrongNameOrPassword, of: try AccountRows.find(named: name, in: db), in: db)
      }
      let secrets = try soundSecrets(of: row, in: db)
      guard secrets.passwordHash == encoded else { return .refused(.wrongNameOrPassword) }
      return try enter(row, secrets, code: code, doors: doors, from: origin, in: db)
    }
    return try settled.outcome()
  }

  /// The second step of signing in; the waiting session ends with the right code, and a new token begins.
  ///
  /// - Parameter waiting: what ``resolve(session:)`` gave for the caller's own token.
  public func confirmSecondFactor(in waiting: ID<OpenSession>, code: String) async throws -> SignInOutcome {
    let now = world.now()
    let settled = try await database.write { db in
      guard let session = try SessionRows.find(waiting, in: db), session.factor == .awaited,
        now < session.expiresAt, let row = try AccountRows.find(session.account, in: db), row.stage == .active
      else { return Settled.refused(.expired) }
      let doors = self.doors(name: row.name, origin: session.origin)
      try SessionRows.hold(doors.name, at: now, in: db)
      if let end = try lockEnd(doors, at: now, in: db) { return .refused(.locked(until: end)) }
      let secrets = try soundSecrets(of: row, in: db)
      guard try uses(code, of: secrets, at: now, in: db) else {
        return try fail(doors, as: .wrongCode, of: row, in: db)
      }
      _ = try SessionRows.end(session.id, of: row.id, in: db)
      return .entered(.signedIn(try open(row, factor: .given, doors: doors, from: session.origin, in: db)))
    }
    return try settled.outcome()
  }

  /// Ends the session that `account` came with.
  public func signOut(_ session: ID<OpenSession>, by account: Account) async throws {
    try await database.write { _ = try SessionRows.end(session, of: account.id, in: $0) }
  }

  private func enter(
    _ row: AccountRow, _ secrets: SecretRow, code: String?, doors: Doors, from origin: Origin, in db: any Writing
  ) throws -> Settled {
    guard secrets.totp != nil else {
      return .entered(.signedIn(try open(row, factor: .none, doors: doors, from: origin, in: db)))
    }
    guard let code, !code.isEmpty else {
      return .entered(.secondFactorNeeded(try wait(row, from: origin, in: db)))
    }
    guard try uses(code, of: secrets, at: world.now(), in: db) else {
      return try fail(doors, as: .wrongCode, of: row, in: db)
    }
    return .entered(.signedIn(try open(row, factor: .given, doors: doors, from: origin, in: db)))
  }

  private func wait(_ row: AccountRow, from origin: Origin, in db: any Writing) throws -> Secret {
    let token = OpaqueToken.fresh(world)
    let now = world.now()
    let session = OpenSession(
      id: world.newID(), account: row.id, factor: .awaited, mandate: nil, origin: origin, createdAt: now, seenAt: now,
      expiresAt: now + policy.secondFactorWait)
    try SessionRows.insert(session, tokenHash: OpaqueToken.hash(token.text), in: db)
    return token
  }

  private func open(
    _ row: AccountRow, factor: SessionFactor, doors: Doors, from origin: Origin, in db: any Writing
  ) throws -> Secret {
    let roles = try RoleRows.roles(of: row.id, in: db)
    let token = OpaqueToken.fresh(world)
    let now = world.now()
    let session = OpenSession(
      id: world.newID(), account: row.id, factor: factor, mandate: nil, origin: origin, createdAt: now, seenAt: now,
      expiresAt: now + policy.session(of: roles).whole)
    try SessionRows.insert(session, tokenHash: OpaqueToken.hash(token.text), in: db)
    try SessionRows.forgive(doors.name, in: db)
    try Recording.note(
      Deed(
        .signIn, by: actor(row, roles: roles, factor: factor), on: subject(row.id),
        facts: ["second factor": factor.rawValue]), world: world, in: db)
    return token
  }

  /// Whether `code` is right; if so it is used up.
  private func uses(_ code: String, of secrets: SecretRow, at now: Date, in db: any Writing) throws -> Bool {
    guard let sealed = secrets.totp else { return false }
    let secret = try seal.open(sealed, of: secrets.account)
    guard let step = Authenticator.step(of: code, secret: secret, at: now, after: secrets.step) else { return false }
    return try AccountRows.use(step: step, of: secrets.account, in: db)
  }
}

/// What a transaction of signing in decided: a refusal is a result, for its failure count must be kept.
enum Settled: Sendable {
  case entered(SignInOutcome)
  case refused(SignInRefusal)

  func outcome() throws(SignInRefusal) -> SignInOutcome {
    switch self {
    case .entered(let outcome): return outcome
    case .refused(let refusal): throw refusal
    }
  }
}
