import Access
import Foundation
import JournalStore
import Kernel
import Storage

/// The only SQL that knows accounts and their secrets.
enum AccountRows {
  static let table = RecordTable(
    "accounts",
    columns: [
      "id", "name", "name_key", "display_name", "email", "phone", "language", "stage", "wanted_role", "must_change",
      "secret_mark", "salt", "created_at",
    ], personal: ["display_name", "email", "phone"])

  private static var columns: SQL { "\(table.columnList), entry" }

  static func find(_ id: ID<Account>, in db: any Reading) throws -> AccountRow? {
    try db.row("SELECT \(columns) FROM accounts WHERE id = \(id)").map(AccountRow.init)
  }

  static func find(named name: String, in db: any Reading) throws -> AccountRow? {
    try db.row("SELECT \(columns) FROM accounts WHERE name_key = \(AccountName.key(name))").map(AccountRow.init)
  }

  /// As ``find(_:in:)``, held until the transaction ends.
  static func lock(_ id: ID<Account>, in db: any Writing) throws -> AccountRow {
    let found = try db.row("SELECT \(columns) FROM accounts WHERE id = \(id) \(db.dialect.forUpdate)")
    guard let found else { throw AccountRefusal.unknown(id) }
    return try AccountRow(found)
  }

  static func isEmpty(in db: any Reading) throws -> Bool { try db.row("SELECT id FROM accounts LIMIT 1") == nil }

  /// Newest first, before the account `last`.
  static func page(_ filter: AccountFilter, after last: ID<Account>?, limit: Int, in db: any Reading) throws
    -> [AccountRow]
  {
    var conditions: [SQL] = []
    if let last { conditions.append("id < \(last)") }
    if let stage = filter.stage { conditions.append("stage = \(stage.rawValue)") }
    if let role = filter.role {
      conditions.append("id IN (SELECT account FROM account_roles WHERE role = \(role.rawValue))")
    }
    if let name = filter.name.map(AccountName.key), !name.isEmpty {
      conditions.append("name_key >= \(name) AND name_key < \(name + "\u{10FFFD}")")
    }
    if filter.asksForReset { conditions.append("id IN (SELECT account FROM reset_requests)") }
    let clause: SQL = conditions.isEmpty ? "" : "WHERE \(.joined(conditions, by: " AND "))"
    return try db.rows("SELECT \(columns) FROM accounts \(clause) ORDER BY id DESC LIMIT \(limit)").map(AccountRow.init)
  }

  static func secrets(of id: ID<Account>, in db: any Reading) throws -> SecretRow {
    let found = try db.row(
      "SELECT account, password_hash, totp, totp_pending, totp_step FROM account_secrets WHERE account = \(id)")
    return try found.map(SecretRow.init) ?? SecretRow(account: id)
  }

  /// Writes the account anew with its secrets.
  static func insert(_ account: AccountRow, _ secrets: SecretRow, in recording: Recording, _ db: any Writing) throws {
    var account = account
    account.secretMark = secrets.mark(salt: account.salt)
    do {
      try recording.insert(account.values, into: table)
    } catch StorageFault.duplicate {
      throw AccountRefusal.nameTaken
    }
    try write(secrets, in: db)
  }

  /// Changes the account and, where given, its secrets.
  static func update(
    _ account: AccountRow, _ secrets: SecretRow? = nil, seen: Int64? = nil, in recording: Recording, _ db: any Writing
  ) throws {
    var account = account
    if let secrets {
      account.secretMark = secrets.mark(salt: account.salt)
      try write(secrets, in: db)
    }
    try recording.update(account.values, in: table, seen: seen)
  }

  /// Writes the secrets that no mark covers: a second factor on trial, the last step used.
  static func write(_ secrets: SecretRow, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO account_secrets (account, password_hash, totp, totp_pending, totp_step)
      VALUES (\(secrets.account), \(secrets.passwordHash), \(secrets.totp), \(secrets.pending), \(secrets.step))
      ON CONFLICT (account) DO UPDATE SET password_hash = excluded.password_hash, totp = excluded.totp,
        totp_pending = excluded.totp_pending, totp_step = excluded.totp_step
      """)
  }

  /// - Returns: false where another sign-in has used this step or a later one.
  static func use(step: Int64, of id: ID<Account>, in db: any Writing) throws -> Bool {
    try db.run("UPDATE account_secrets SET totp_step = \(step) WHERE account = \(id) AND totp_step < \(step)") == 1
  }

  static func askForReset(_ id: ID<Account>, at now: Date, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO reset_requests (account, requested_at) VALUES (\(id), \(now))
      ON CONFLICT (account) DO UPDATE SET requested_at = excluded.requested_at
      """)
  }

  static func forgetReset(_ id: ID<Account>, in db: any Writing) throws {
    try db.run("DELETE FROM reset_requests WHERE account = \(id)")
  }

  static func resetRequests(of ids: [ID<Account>], in db: any Reading) throws -> Set<ID<Account>> {
    Set(
      try db.rows("SELECT account FROM reset_requests WHERE account IN \(.list(ids))").map { row in
        var columns = row.columns
        return try columns.id()
      })
  }
}
