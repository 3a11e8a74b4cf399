import Access
public import Journal
public import JournalStore
import Kernel
public import Storage

/// What the journal vouches for, and what it does not.
public enum AccessTables {
  public static let records: [RecordTable] = [
    AccountRows.table, RoleRows.table, MandateRows.table, CodeRows.table, TokenRows.table,
  ]
  /// Secrets (their hash stands in `accounts.secret_mark`) and what lives for hours.
  public static let others = [
    "account_secrets", "sessions", "sign_in_attempts", "reset_requests", "token_uses", "form_uses",
  ]

  /// The first account whose password hash or second factor is not the one that its record vouches for.
  public static func alteredSecret(in db: any Reading) throws -> JournalBreak? {
    var altered: Int64?
    try db.forEach(
      """
      SELECT accounts.id, secret_mark, salt, password_hash, totp FROM accounts
      LEFT JOIN account_secrets ON account_secrets.account = accounts.id ORDER BY accounts.id
      """
    ) { row in
      var columns = row.columns
      let id = try columns.integer()
      guard altered == nil, (try? isSound(ID<Account>(id), &columns)) != true else { return }
      altered = id
    }
    return altered.map { .record(table: "account_secrets", key: "\($0)") }
  }

  private static func isSound(_ id: ID<Account>, _ columns: inout Columns) throws -> Bool {
    let (mark, salt) = (try columns.text(), try columns.text())
    let secrets = SecretRow(
      account: id, passwordHash: try columns.optional { try $0.text() }, totp: try columns.optional { try $0.blob() })
    return secrets.mark(salt: salt) == mark
  }
}
