import Storage

extension Migration {
  /// What other parts may know of accounts, inside their own transactions: how to reach those that can come, who holds
  /// which role, and who may act for whom.
  static let publishContacts = Migration("2026-11-23 publish contacts") { _ in
    [
      """
      CREATE VIEW account_contacts AS
      SELECT id, name, name_key, email, language, stage FROM accounts WHERE stage IN ('active', 'invited')
      """,
      """
      CREATE VIEW role_holders AS
      SELECT account_roles.role, account_roles.account FROM account_roles
      JOIN accounts ON accounts.id = account_roles.account WHERE accounts.stage = 'active'
      """,
      """
      CREATE VIEW mandate_holders AS
      SELECT mandates.organisation, mandates.holder, mandates.from_day, mandates.to_day FROM mandates
      JOIN accounts ON accounts.id = mandates.holder WHERE mandates.stage = 'approved' AND accounts.stage = 'active'
      """,
    ]
  }
}
