public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
import Storage

extension AccessDesk {
  /// Makes a token that may do part of what its owner may.
  ///
  /// - Parameters:
  ///   - scopes: codes of permissions that `account` holds now.
  ///   - days: how long it lasts.
  /// - Returns: the token and its value, which is shown once and stored only as a hash.
  public func createToken(_ label: String, scopes: Set<String>, days: Int, by account: Account) async throws
    -> (AccessToken, Secret)
  {
    try account.require(.ownAccount)
    let label = try checkedToken(label, scopes: scopes, days: days, by: account)
    let value = Secret("ipz_" + OpaqueToken.fresh(world).text)
    let now = world.now()
    let row = TokenRow(
      id: world.newID(), account: account.id, label: label, tail: String(value.text.suffix(4)),
      hash: OpaqueToken.hash(value.text), scopes: scopes.sorted(), createdAt: now,
      expiresAt: now + Double(days) * 86_400)
    try await database.write { db in
      try Recording.write(Deed(.createToken, by: account, on: subject(account.id)), world: world, in: db) {
        try $0.insert(row.values, into: TokenRows.table)
      }
    }
    return (row.shown(lastUsed: nil), value)
  }

  /// One's own tokens that were not revoked, newest first; expired ones too, so that one sees what stopped.
  public func tokens(by account: Account) async throws -> [AccessToken] {
    try account.require(.ownAccount)
    return try await database.read { db in
      let rows = try TokenRows.all(of: account.id, in: db)
      let uses = try TokenRows.lastUses(of: rows.map(\.id), in: db)
      return rows.map { $0.shown(lastUsed: uses[$0.id]) }
    }
  }

  /// - Throws: ``TokenRefusal/unknown`` for a token that is not one's own or no more.
  public func revokeToken(_ id: ID<AccessToken>, by account: Account) async throws {
    try account.require(.ownAccount)
    try await database.write { db in
      guard var row = try TokenRows.find(id, in: db), row.account == account.id, row.revokedAt == nil else {
        throw TokenRefusal.unknown
      }
      row.revokedAt = world.now()
      try Recording.write(Deed(.revokeToken, by: account, on: subject(account.id)), world: world, in: db) {
        try $0.update(row.values, in: TokenRows.table)
      }
    }
  }

  private func checkedToken(_ label: String, scopes: Set<String>, days: Int, by account: Account) throws -> String {
    let label = label.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    let longest = Int(policy.longestToken / 86_400)
    var wrong: [TokenRefusal] = []
    if label.isEmpty { wrong.append(.noLabel) }
    if label.count > 60 { wrong.append(.labelTooLong(60)) }
    if scopes.isEmpty { wrong.append(.noScope) }
    let held = Set(account.permissions.map(\.code))
    if let foreign = scopes.subtracting(held).min() { wrong.append(.scopeNotHeld(foreign)) }
    if !(1...longest).contains(days) { wrong.append(.badLife(days: longest)) }
    guard wrong.isEmpty else { throw FormRefusal(wrong) }
    return label
  }
}

extension TokenRow {
  func shown(lastUsed: Date?) -> AccessToken {
    AccessToken(
      id: id, label: label, tail: tail, scopes: scopes, createdAt: createdAt, expiresAt: expiresAt,
      lastUsedAt: lastUsed)
  }
}
