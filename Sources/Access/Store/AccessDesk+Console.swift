public import Access
import Foundation
import Journal
import JournalStore
import Kernel
import Storage

/// A login that is printed once.
public struct PrintedLogin: Equatable, Sendable {
  public let name: String
  public let role: Role
  public let password: Secret
  /// The authenticator's secret in base 32, where the login has a second factor.
  public let secondFactor: Secret?
}

extension AccessDesk {
  /// Whether nobody has an account yet: the first start.
  public func isEmpty(by console: Account) async throws -> Bool {
    try console.require(.createLogins)
    return try await database.read { try AccountRows.isEmpty(in: $0) }
  }

  /// Creates an account with a password that must be changed at the first sign-in.
  public func createAdministrator(name: String = "admin", role: Role = .administrator, by console: Account) async throws
    -> PrintedLogin
  {
    try console.require(.createLogins)
    let name = try AccountName(name)
    try await refuseTaken(name)
    let password = OpaqueToken.freshCode(world)
    let row = AccountRow(
      id: world.newID(), name: name.description,
      contact: ContactDetails(known: role.phrase.zh, email: nil, phone: nil, language: .zh), stage: .active,
      mustChange: true, salt: freshSalt(), createdAt: world.now())
    let hash = try await passwords.hash(password.text)
    try await database.write { db in
      try add(
        row, SecretRow(account: row.id, passwordHash: hash), roles: [role], as: .createLogin, by: console, in: db)
    }
    return PrintedLogin(name: row.name, role: role, password: password, secondFactor: nil)
  }

  /// Creates the logins of a demonstration that are missing, one for each role.
  ///
  /// Passwords and second factors follow from the zone's key, so that each start can print them again.
  ///
  /// - Throws: ``AccountRefusal/zoneIsReal`` unless the data directory was created as a demonstration.
  @discardableResult
  public func createDemonstrationLogins(by console: Account) async throws -> [PrintedLogin] {
    try console.require(.createLogins)
    guard policy.isDemonstration else { throw AccountRefusal.zoneIsReal }
    let logins = Role.allCases.map(demonstrationLogin)
    for login in logins {
      let isThere = try await database.read { try AccountRows.find(named: login.name, in: $0) != nil }
      if !isThere { try await create(login, by: console) }
    }
    return logins
  }

  /// The present code of a demonstration login's second factor, for people without an authenticator at hand.
  ///
  /// - Throws: ``AccountRefusal/zoneIsReal`` unless the zone is a demonstration.
  public func demonstrationCode(for role: Role) throws -> String? {
    guard policy.isDemonstration else { throw AccountRefusal.zoneIsReal }
    guard role.isStaff else { return nil }
    return Authenticator.code(of: demonstrationSecret(role), step: TimeCode.step(at: world.now()))
  }

  /// Gives the account a one-time password, for the person at the server: wakes it if need be; sessions end.
  ///
  /// - Throws: ``AccountRefusal/unknownName`` where nobody has the name.
  public func resetPassword(name: String, by console: Account) async throws -> PrintedLogin {
    try console.require(.createLogins)
    let password = OpaqueToken.freshCode(world)
    let hash = try await passwords.hash(password.text)
    return try await database.write { db in
      guard let found = try AccountRows.find(named: name, in: db) else { throw AccountRefusal.unknownName }
      var row = try AccountRows.lock(found.id, in: db)
      var secrets = try soundSecrets(of: row, in: db)
      secrets.passwordHash = hash
      row.mustChange = true
      row.stage = .active
      try Recording.write(Deed(.resetPassword, by: console, on: subject(row.id)), world: world, in: db) {
        try AccountRows.update(row, secrets, in: $0, db)
      }
      try SessionRows.endAll(of: row.id, in: db)
      try AccountRows.forgetReset(row.id, in: db)
      try SessionRows.forgive(doors(name: row.name, origin: Origin()).name, in: db)
      let role = try RoleRows.roles(of: row.id, in: db).min { $0.rawValue < $1.rawValue } ?? .member
      return PrintedLogin(name: row.name, role: role, password: password, secondFactor: nil)
    }
  }

  private func demonstrationSecret(_ role: Role) -> [UInt8] {
    seal.demonstration("second factor of \(role.rawValue)", count: 20)
  }

  private func demonstrationLogin(_ role: Role) -> PrintedLogin {
    let password = Base32.text(seal.demonstration("password of \(role.rawValue)", count: 10)).lowercased()
    return PrintedLogin(
      name: role.rawValue, role: role, password: Secret(password),
      secondFactor: role.isStaff ? Secret(Base32.text(demonstrationSecret(role))) : nil)
  }

  private func create(_ login: PrintedLogin, by console: Account) async throws {
    let id: ID<Account> = world.newID()
    let row = AccountRow(
      id: id, name: login.name,
      contact: ContactDetails(known: "演示·\(login.role.phrase.zh)", email: nil, phone: nil, language: .zh),
      stage: .active, salt: freshSalt(), createdAt: world.now())
    let hash = try await passwords.hash(login.password.text)
    let totp =
      login.role.isStaff
      ? try seal.seal(demonstrationSecret(login.role), for: id, nonce: world.randomBytes(12)) : nil
    try await database.write { db in
      try add(
        row, SecretRow(account: id, passwordHash: hash, totp: totp), roles: [login.role], as: .createLogin,
        by: console, in: db)
    }
  }
}
