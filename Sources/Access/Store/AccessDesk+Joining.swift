public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

/// What somebody fills in to register.
public struct Registration: Sendable {
  public let name: String
  public let contact: ContactDetails
  public let password: Secret
  /// What the person is; until a mandate or the centre confirms it the account is a member's.
  public let wanted: Role
  /// The privacy notice that the person agreed to, by its date; nil where nobody was asked.
  public let consent: Day?

  public init(
    name: String, contact: ContactDetails, password: Secret, wanted: Role = .member, consent: Day? = nil
  ) {
    self.name = name
    self.contact = contact
    self.password = password
    self.wanted = wanted
    self.consent = consent
  }
}

/// What somebody is invited with.
public struct Invitation: Sendable {
  public let name: String
  public let contact: ContactDetails
  public let roles: Set<Role>

  public init(name: String, contact: ContactDetails, roles: Set<Role>) {
    self.name = name
    self.contact = contact
    self.roles = roles
  }
}

extension AccessDesk {
  /// - Throws: ``FormRefusal`` with all that is wrong, ``AccountRefusal/nameTaken``,
  ///   ``AccountRefusal/tooManyRegistrations(until:)`` where many came from the same address.
  public func register(
    _ registration: Registration, by visitor: Account, from origin: Origin = Origin()
  ) async throws -> ID<Account> {
    try visitor.require(.register)
    let (name, password) = try checked(registration.name, registration.password.text)
    guard Role.registering.contains(registration.wanted) else {
      throw AccountRefusal.notOpenToRegistration(registration.wanted)
    }
    let wanted = registration.wanted == .member ? nil : registration.wanted
    let row = AccountRow(
      id: world.newID(), name: name.description, contact: registration.contact, stage: .active, wantedRole: wanted,
      salt: freshSalt(), createdAt: world.now())
    let door = origin.address.map { seal.subject("register", $0) }
    try await refuseMany(from: door)
    try await refuseTaken(name)
    let hash = try await passwords.hash(password)
    let facts = registration.consent.map { ["privacy notice agreed to": $0.description] } ?? [:]
    try await database.write { db in
      try add(
        row, SecretRow(account: row.id, passwordHash: hash), roles: [.member], as: .register, by: visitor,
        facts: facts, in: db)
      if let door {
        _ = try SessionRows.fail(door, at: world.now(), forgetting: policy.registrations.forgetting, in: db)
      }
    }
    return row.id
  }

  /// Makes an account that awaits its owner.
  ///
  /// - Returns: the code that its owner needs; it is shown once.
  public func invite(_ invitation: Invitation, by account: Account) async throws -> (ID<Account>, Secret) {
    try account.require(Self.permission(toGive: invitation.roles))
    try Role.check(invitation.roles)
    let name = try AccountName(invitation.name)
    let row = AccountRow(
      id: world.newID(), name: name.description, contact: invitation.contact, stage: .invited, salt: freshSalt(),
      createdAt: world.now())
    let code = OpaqueToken.freshCode(world)
    try await database.write { db in
      guard try AccountRows.find(named: row.name, in: db) == nil else { throw AccountRefusal.nameTaken }
      try Recording.write(Deed(.invite, by: account, on: subject(row.id)), world: world, in: db) { recording in
        try AccountRows.insert(row, SecretRow(account: row.id), in: recording, db)
        try RoleRows.insert(invitation.roles, for: row.id, at: row.createdAt, in: recording)
        try insert(code, .invitation, for: row.id, by: account, life: policy.invitationLife, in: recording)
        try mail(code, .invitation, to: row, life: policy.invitationLife, with: recording, in: db)
      }
    }
    return (row.id, code)
  }

  /// A new code for somebody who has not come yet; the old ones end.
  public func renewInvitation(of id: ID<Account>, by account: Account) async throws -> Secret {
    try account.require(.inviteClients)
    let code = OpaqueToken.freshCode(world)
    try await database.write { db in
      let row = try AccountRows.lock(id, in: db)
      try account.require(Self.permission(toGive: try RoleRows.roles(of: id, in: db)))
      guard row.stage == .invited else { throw AccountRefusal.notNow(.accept, in: row.stage) }
      try Recording.write(Deed(.renewInvitation, by: account, on: subject(id)), world: world, in: db) { recording in
        try endCodes(of: id, in: recording, db)
        try insert(code, .invitation, for: id, by: account, life: policy.invitationLife, in: recording)
        try mail(code, .invitation, to: row, life: policy.invitationLife, with: recording, in: db)
      }
    }
    return code
  }

  /// Sets the first password of an invited account.
  ///
  /// - Returns: the sign-in name.
  public func acceptInvitation(_ code: String, password: Secret) async throws -> String {
    try await spend(code, .invitation, password: password)
  }

  /// Sets a new password with a code from an administrator; the second factor stays as it is.
  ///
  /// - Returns: the sign-in name.
  public func reset(_ code: String, password: Secret) async throws -> String {
    try await spend(code, .reset, password: password)
  }

  /// Tells the administrators that somebody cannot sign in; says nothing about whether the name exists.
  public func requestReset(name: String) async throws {
    let now = world.now()
    try await database.write { db in
      guard let row = try AccountRows.find(named: name, in: db), row.stage == .active else { return }
      let isFirst = try AccountRows.resetRequests(of: [row.id], in: db).isEmpty
      try AccountRows.askForReset(row.id, at: now, in: db)
      // Asking again before anybody has helped tells nothing new, and must not fill the journal.
      guard isFirst else { return }
      try Recording.note(Deed(.askForReset, by: visitor, on: subject(row.id)), world: world, in: db)
    }
  }

  private func spend(_ typed: String, _ purpose: CodePurpose, password: Secret) async throws -> String {
    let hash = OpaqueToken.hash(code: typed)
    let (_, row) = try await database.write { try usable(hash, purpose, in: $0) }
    let checked = try policy.password.check(password.text, name: row.name)
    let encoded = try await passwords.hash(checked)
    return try await database.write { db in
      var (code, row) = try usable(hash, purpose, in: db)
      var secrets = try soundSecrets(of: row, in: db)
      let owner = actor(row, roles: try RoleRows.roles(of: row.id, in: db))
      code.usedAt = world.now()
      row.stage = .active
      row.mustChange = false
      secrets.passwordHash = encoded
      let action: Action = purpose == .invitation ? .acceptInvitation : .resetPassword
      try Recording.write(Deed(action, by: owner, on: subject(row.id)), world: world, in: db) { recording in
        try recording.update(code.values, in: CodeRows.table)
        try AccountRows.update(row, secrets, in: recording, db)
      }
      try SessionRows.endAll(of: row.id, in: db)
      try AccountRows.forgetReset(row.id, in: db)
      return row.name
    }
  }

  private func usable(_ hash: String, _ purpose: CodePurpose, in db: any Writing) throws -> (OneTimeCode, AccountRow) {
    guard let code = try CodeRows.find(hash: hash, purpose: purpose, in: db), code.usedAt == nil,
      world.now() < code.expiresAt
    else { throw AccountRefusal.wrongCode }
    let row = try AccountRows.lock(code.account, in: db)
    guard row.stage == (purpose == .invitation ? .invited : .active) else { throw AccountRefusal.wrongCode }
    return (code, row)
  }
}

extension AccessDesk {
  /// Who may give `roles`: the centre to its clients, the security administrator to everybody.
  static func permission(toGive roles: Set<Role>) -> Permission {
    roles.isSubset(of: Role.clients) && !roles.isEmpty ? .inviteClients : .grantRoles
  }

  func checked(_ name: String, _ password: String) throws -> (AccountName, String) {
    var wrong: [any Refusal] = []
    var results: (AccountName?, String?) = (nil, nil)
    do throws(AccountRefusal) { results.0 = try AccountName(name) } catch { wrong.append(error) }
    do throws(PasswordRefusal) { results.1 = try policy.password.check(password, name: name) } catch {
      wrong.append(error)
    }
    guard let name = results.0, let password = results.1 else { throw FormRefusal(wrong) }
    return (name, password)
  }

  private func refuseMany(from door: String?) async throws {
    guard let door else { return }
    let now = world.now()
    let made = try await database.read { try SessionRows.attempts(door, in: $0) }
    guard let made, let end = policy.registrations.end(after: made.failures, last: made.last), end > now else { return }
    throw AccountRefusal.tooManyRegistrations(until: end)
  }

  func refuseTaken(_ name: AccountName) async throws {
    let isTaken = try await database.read { try AccountRows.find(named: name.description, in: $0) != nil }
    if isTaken { throw AccountRefusal.nameTaken }
  }

  func add(
    _ row: AccountRow, _ secrets: SecretRow, roles: Set<Role>, as action: Action, by account: Account,
    facts: [String: String] = [:], in db: any Writing
  ) throws {
    guard try AccountRows.find(named: row.name, in: db) == nil else { throw AccountRefusal.nameTaken }
    let deed = Deed(action, by: account, on: subject(row.id), facts: facts)
    try Recording.write(deed, world: world, in: db) { recording in
      try AccountRows.insert(row, secrets, in: recording, db)
      try RoleRows.insert(roles, for: row.id, at: row.createdAt, in: recording)
    }
  }

  func insert(
    _ code: Secret, _ purpose: CodePurpose, for id: ID<Account>, by account: Account, life: Double,
    in recording: Recording
  ) throws {
    let now = world.now()
    let code = OneTimeCode(
      id: world.newID(), account: id, purpose: purpose, hash: OpaqueToken.hash(code: code.text), createdBy: account.id,
      createdAt: now, expiresAt: now + life)
    try recording.insert(code.values, into: CodeRows.table)
  }

  func endCodes(of id: ID<Account>, in recording: Recording, _ db: any Writing) throws {
    for var code in try CodeRows.open(of: id, in: db) {
      code.usedAt = world.now()
      try recording.update(code.values, in: CodeRows.table)
    }
  }
}
