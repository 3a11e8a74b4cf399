public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

/// One's own account, unmasked.
public struct Profile: Equatable, Sendable {
  public let name: String
  public let contact: ContactDetails
  public let roles: Set<Role>
  /// What the person asked to be and is not yet.
  public let wantedRole: Role?
  public let mustChangePassword: Bool
  public let hasSecondFactor: Bool
  public let createdAt: Date
  public let revision: Int64
}

/// What an authenticator needs to give codes for the account; shown once.
public struct Enrolment: Sendable {
  /// Base 32, for typing.
  public let secret: Secret
  /// `otpauth://…`, for the QR code.
  public let address: Secret
}

extension AccessDesk {
  public func profile(by account: Account) async throws -> Profile {
    try account.require(.ownAccount)
    return try await database.read { db in
      guard let row = try AccountRows.find(account.id, in: db) else { throw AccountRefusal.unknown(account.id) }
      return Profile(
        name: row.name, contact: row.contact, roles: try RoleRows.roles(of: row.id, in: db),
        wantedRole: row.wantedRole, mustChangePassword: row.mustChange,
        hasSecondFactor: try AccountRows.secrets(of: row.id, in: db).totp != nil, createdAt: row.createdAt,
        revision: row.revision)
    }
  }

  /// - Parameter seen: the revision of the ``Profile`` that the form showed.
  public func updateProfile(_ contact: ContactDetails, seen: Int64?, by account: Account) async throws {
    try account.require(.ownAccount)
    try await database.write { db in
      var row = try AccountRows.lock(account.id, in: db)
      row.contact = contact
      try Recording.write(Deed(.updateProfile, by: account, on: subject(row.id)), world: world, in: db) { recording in
        try AccountRows.update(row, seen: seen, in: recording, db)
      }
    }
  }

  /// Changes the password and ends all other sessions.
  ///
  /// A wrong current password counts as a failed sign-in.
  public func changePassword(
    from current: Secret, to new: Secret, keeping session: ID<OpenSession>? = nil, by account: Account
  ) async throws {
    try account.require(.ownAccount)
    let row = try await confirm(current, of: account)
    let password = try policy.password.check(new.text, name: row.name)
    guard password != PasswordRule.normalised(current.text) else { throw PasswordRefusal.same }
    let encoded = try await passwords.hash(password)
    try await database.write { db in
      try set(password: encoded, of: row, by: account, in: db)
      try SessionRows.endAll(of: row.id, but: session, in: db)
    }
  }

  /// Makes a new secret for an authenticator; it counts once ``confirmSecondFactor(code:in:by:)`` was right.
  ///
  /// - Parameter password: asked again, so that an unwatched screen is not enough; a wrong one counts as a failed sign-in.
  public func enrolSecondFactor(password: Secret, issuer: String, by account: Account) async throws -> Enrolment {
    try account.require(.ownAccount)
    _ = try await confirm(password, of: account)
    let secret = world.randomBytes(20)
    let sealed = try seal.seal(secret, for: account.id, nonce: world.randomBytes(12))
    try await database.write { db in
      let row = try AccountRows.lock(account.id, in: db)
      var secrets = try soundSecrets(of: row, in: db)
      secrets.pending = sealed
      try AccountRows.write(secrets, in: db)
    }
    return enrolment(secret, issuer: issuer, of: account)
  }

  /// The enrolment that still awaits its first code, or nil.
  ///
  /// A mistyped code must not cost the scan.
  public func pendingEnrolment(issuer: String, by account: Account) async throws -> Enrolment? {
    try account.require(.ownAccount)
    return try await database.read { db in
      guard let pending = try AccountRows.secrets(of: account.id, in: db).pending else { return nil }
      return enrolment(try seal.open(pending, of: account.id), issuer: issuer, of: account)
    }
  }

  private func enrolment(_ secret: [UInt8], issuer: String, of account: Account) -> Enrolment {
    Enrolment(
      secret: Secret(Base32.text(secret)),
      address: Secret(TimeCode.address(secret: secret, name: account.name, issuer: issuer)))
  }

  /// Takes the pending second factor into use; other sessions end.
  public func confirmSecondFactor(code: String, in session: ID<OpenSession>, by account: Account) async throws {
    try account.require(.ownAccount)
    let now = world.now()
    try await database.write { db in
      let row = try AccountRows.lock(account.id, in: db)
      var secrets = try soundSecrets(of: row, in: db)
      guard let pending = secrets.pending,
        let step = Authenticator.step(of: code, secret: try seal.open(pending, of: row.id), at: now, after: 0)
      else { throw SignInRefusal.wrongCode }
      secrets.totp = pending
      secrets.pending = nil
      secrets.step = step
      try Recording.write(Deed(.enrol, by: account, on: subject(row.id)), world: world, in: db) { recording in
        try AccountRows.update(row, secrets, in: recording, db)
      }
      try SessionRows.give(session, of: row.id, in: db)
      try SessionRows.endAll(of: row.id, but: session, in: db)
    }
  }

  private func confirm(_ password: Secret, of account: Account) async throws -> AccountRow {
    let now = world.now()
    let (row, encoded) = try await database.read { db in
      guard let row = try AccountRows.find(account.id, in: db) else { throw AccountRefusal.unknown(account.id) }
      if let end = try lockEnd(doors(name: row.name, origin: Origin()), at: now, in: db) {
        throw SignInRefusal.locked(until: end)
      }
      return (row, try soundSecrets(of: row, in: db).passwordHash)
    }
    guard try await passwords.verify(password.text, against: encoded) else {
      let doors = self.doors(name: row.name, origin: Origin())
      try await database.write { _ = try fail(doors, as: .wrongNameOrPassword, of: row, in: $0) }
      throw PasswordRefusal.wrongCurrent
    }
    return row
  }

  private func set(password encoded: String, of seen: AccountRow, by account: Account, in db: any Writing) throws {
    var row = try AccountRows.lock(seen.id, in: db)
    guard row.secretMark == seen.secretMark else { throw JournalRefusal.changedMeanwhile }
    var secrets = try soundSecrets(of: row, in: db)
    secrets.passwordHash = encoded
    row.mustChange = false
    try Recording.write(Deed(.changePassword, by: account, on: subject(row.id)), world: world, in: db) { recording in
      try AccountRows.update(row, secrets, in: recording, db)
    }
  }
}
