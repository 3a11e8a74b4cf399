public import Access
public import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

/// Which accounts a list shows; nil leaves a field open.
public struct AccountFilter: Equatable, Sendable {
  public var stage: AccountStage?
  public var role: Role?
  /// How the sign-in name begins.
  public var name: String?
  /// Only people who asked for a new password.
  public var asksForReset = false

  public init(stage: AccountStage? = nil, role: Role? = nil, name: String? = nil) {
    self.stage = stage
    self.role = role
    self.name = name
  }
}

/// An account as lists show it: personal values masked.
public struct AccountLine: Equatable, Sendable {
  public let id: ID<Account>
  public let name: String
  public let displayName: Masked
  public let email: Masked?
  public let phone: Masked?
  public let roles: Set<Role>
  public let wantedRole: Role?
  public let stage: AccountStage
  /// Whether the person asked for a new password.
  public let hasAskedForReset: Bool
  public let createdAt: Date
  public let revision: Int64
}

extension AccessDesk {
  /// Newest first, personal values masked.
  ///
  /// - Parameter last: the last account of the page before.
  public func accounts(
    _ filter: AccountFilter = AccountFilter(), after last: ID<Account>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [AccountLine] {
    try account.require(.listAccounts)
    return try await database.read { db in
      try lines(AccountRows.page(filter, after: last, limit: min(max(limit, 1), 200), in: db), in: db)
    }
  }

  /// One account, masked.
  public func find(_ id: ID<Account>, by account: Account) async throws -> AccountLine {
    try account.require(.listAccounts)
    return try await database.read { db in
      guard let row = try AccountRows.find(id, in: db), let line = try lines([row], in: db).first else {
        throw AccountRefusal.unknown(id)
      }
      return line
    }
  }

  /// - Throws: ``AccountRefusal/unknownName`` where nobody has the name.
  public func find(named name: String, by account: Account) async throws -> AccountLine {
    try account.require(.listAccounts)
    return try await database.read { db in
      guard let row = try AccountRows.find(named: name, in: db), let line = try lines([row], in: db).first else {
        throw AccountRefusal.unknownName
      }
      return line
    }
  }

  /// The person's contact details in clear; the journal keeps who looked and why.
  public func look(at id: ID<Account>, because text: String, by account: Account) async throws -> ContactDetails {
    try account.require(.lookAtAccount)
    let reason = try reason(text)
    return try await database.write { db in
      guard let row = try AccountRows.find(id, in: db) else { throw AccountRefusal.unknown(id) }
      try Recording.note(Deed(.look, by: account, on: subject(id), because: reason), world: world, in: db)
      return row.contact
    }
  }

  /// Ends the account's sessions and keeps it from signing in; its tokens sleep.
  public func deactivate(_ id: ID<Account>, because text: String, seen: Int64? = nil, by account: Account) async throws
  {
    try await take(.deactivate, as: .deactivate, on: id, because: text, seen: seen, by: account)
  }

  public func reactivate(_ id: ID<Account>, because text: String, seen: Int64? = nil, by account: Account) async throws
  {
    try await take(.reactivate, as: .reactivate, on: id, because: text, seen: seen, by: account)
  }

  /// - Throws: ``AccountRefusal/rolesNotSeparate`` and the like where the roles do not go together.
  public func grant(
    _ role: Role, to id: ID<Account>, because text: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(Self.permission(toGive: [role]))
    let reason = try reason(text)
    try await database.write { db in
      let (row, roles) = try rolesToChange(of: id, seen: seen, by: account, in: db)
      guard !roles.contains(role) else { throw AccountRefusal.alreadyHolds(role) }
      try Role.check(roles.union([role]))
      try Recording.write(Deed(.grantRole, by: account, on: subject(id), because: reason), world: world, in: db) {
        try RoleRows.insert([role], for: id, at: world.now(), in: $0)
        if row.wantedRole == role { try AccountRows.update(row.granted(), in: $0, db) }
      }
    }
  }

  /// - Throws: ``AccountRefusal/noRole`` for the last one: deactivate the account instead.
  public func withdraw(
    _ role: Role, from id: ID<Account>, because text: String, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(Self.permission(toGive: [role]))
    let reason = try reason(text)
    try await database.write { db in
      let (_, roles) = try rolesToChange(of: id, seen: seen, by: account, in: db)
      guard roles.contains(role) else { throw AccountRefusal.doesNotHold(role) }
      guard roles.count > 1 else { throw AccountRefusal.noRole }
      try Recording.write(Deed(.withdrawRole, by: account, on: subject(id), because: reason), world: world, in: db) {
        try RoleRows.delete(role, of: id, in: $0)
      }
    }
  }

  /// A one-time code with which the person sets a new password.
  ///
  /// - Throws: ``AccountRefusal/onlyAtServer(remedy:)`` where the account holds one of the three separated duties and
  ///   `account` is not the console: nobody takes over another administrator's account alone.
  public func issueReset(for id: ID<Account>, because text: String, by account: Account) async throws -> Secret {
    try account.require(.resetPasswords)
    let reason = try reason(text)
    let code = OpaqueToken.freshCode(world)
    try await database.write { db in
      let row = try resettable(id, by: account, remedy: "reset-password", in: db)
      guard row.stage == .active else { throw AccountRefusal.notNow(.accept, in: row.stage) }
      try Recording.write(Deed(.issueReset, by: account, on: subject(id), because: reason), world: world, in: db) {
        try endCodes(of: id, in: $0, db)
        try insert(code, .reset, for: id, by: account, life: policy.resetLife, in: $0)
        try mail(code, .reset, to: row, life: policy.resetLife, with: $0, in: db)
      }
    }
    return code
  }

  /// Removes a lost second factor and ends the account's sessions.
  ///
  /// - Throws: ``AccountRefusal/onlyAtServer(remedy:)`` as ``issueReset(for:because:by:)``.
  public func removeSecondFactor(of id: ID<Account>, because text: String, by account: Account) async throws {
    try account.require(.resetSecondFactors)
    let reason = try reason(text)
    try await database.write { db in
      let row = try resettable(id, by: account, remedy: "reset-second-factor", in: db)
      var secrets = try soundSecrets(of: row, in: db)
      secrets.totp = nil
      secrets.pending = nil
      try Recording.write(Deed(.removeFactor, by: account, on: subject(id), because: reason), world: world, in: db) {
        try AccountRows.update(row, secrets, in: $0, db)
      }
      try SessionRows.endAll(of: id, in: db)
    }
  }

  private func take(
    _ step: AccountStep, as action: Action, on id: ID<Account>, because text: String, seen: Int64?, by account: Account
  ) async throws {
    try account.require(.deactivateAccounts)
    let reason = try reason(text)
    try await database.write { db in
      var row = try helpable(id, by: account, in: db)
      guard var next = row.stage.after(step) else { throw AccountRefusal.notNow(step, in: row.stage) }
      if next == .active, try soundSecrets(of: row, in: db).passwordHash == nil { next = .invited }
      row.stage = next
      try Recording.write(Deed(action, by: account, on: subject(id), because: reason), world: world, in: db) {
        try AccountRows.update(row, seen: seen, in: $0, db)
      }
      try SessionRows.endAll(of: id, in: db)
    }
  }

  private func helpable(_ id: ID<Account>, by account: Account, in db: any Writing) throws -> AccountRow {
    let row = try AccountRows.lock(id, in: db)
    guard account.standing != .person || account.id != id else { throw AccountRefusal.ownAccount }
    let isAdministrator = !Role.separated.isDisjoint(with: try RoleRows.roles(of: id, in: db))
    guard !isAdministrator || account.may(.grantRoles) else { throw AccountRefusal.needsSecurityAdministrator }
    return row
  }

  private func resettable(
    _ id: ID<Account>, by account: Account, remedy: String, in db: any Writing
  ) throws -> AccountRow {
    let row = try AccountRows.lock(id, in: db)
    guard account.standing != .person || account.id != id else { throw AccountRefusal.ownAccount }
    let isAdministrator = !Role.separated.isDisjoint(with: try RoleRows.roles(of: id, in: db))
    guard !isAdministrator || account.standing == .console else {
      throw AccountRefusal.onlyAtServer(remedy: "ipzone user \(remedy) \(row.name)")
    }
    return row
  }

  private func rolesToChange(
    of id: ID<Account>, seen: Int64?, by account: Account, in db: any Writing
  ) throws -> (AccountRow, Set<Role>) {
    let row = try AccountRows.lock(id, in: db)
    guard account.standing != .person || account.id != id else { throw AccountRefusal.ownRoles }
    guard seen.map({ $0 == row.revision }) != false else { throw JournalRefusal.changedMeanwhile }
    return (row, try RoleRows.roles(of: id, in: db))
  }

  private func lines(_ rows: [AccountRow], in db: any Reading) throws -> [AccountLine] {
    let roles = try RoleRows.roles(of: rows.map(\.id), in: db)
    let asking = try AccountRows.resetRequests(of: rows.map(\.id), in: db)
    return rows.map { row in
      AccountLine(
        id: row.id, name: row.name, displayName: .name(row.contact.displayName),
        email: row.contact.email.map(Masked.email),
        phone: row.contact.phone.map(Masked.phone), roles: roles[row.id] ?? [], wantedRole: row.wantedRole,
        stage: row.stage, hasAskedForReset: asking.contains(row.id), createdAt: row.createdAt, revision: row.revision)
    }
  }
}

extension AccountRow {
  /// Without the wish that was just fulfilled.
  func granted() -> AccountRow {
    var granted = self
    granted.wantedRole = nil
    return granted
  }
}
