public import JournalStore

/// What the journal vouches for, and what it does not.
public enum AccessTables {
  public static let records: [RecordTable] = [
    AccountRows.table, RoleRows.table, MandateRows.table, CodeRows.table, TokenRows.table,
  ]
  /// Secrets (their hash stands in `accounts.secret_mark`) and what lives for hours.
  public static let others = [
    "account_secrets", "sessions", "sign_in_attempts", "reset_requests", "token_uses", "form_uses",
  ]
}
