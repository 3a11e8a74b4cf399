import Access
import Foundation
import Kernel
import Notices
import Storage

/// How one account can be reached: its address in the records of `Access`, its own preferences and programs.
struct AccountReach: Equatable, Sendable {
  let account: ID<Account>
  let name: String
  let email: EmailAddress?
  let preferences: NoticePreferences
  /// The active ones.
  let endpoints: [ID<WebhookEndpoint>]

  /// Those of `accounts` that are active or invited.
  static func find(_ accounts: Set<ID<Account>>, in db: any Reading) throws -> [ID<Account>: AccountReach] {
    guard !accounts.isEmpty else { return [:] }
    let ids = SQL.list(accounts.sorted())
    let choices = try PreferenceRows.choices(of: ids, in: db)
    let endpoints = try EndpointRows.active(of: ids, in: db)
    var found: [ID<Account>: AccountReach] = [:]
    // The left join takes the account's own language where the person chose nothing else.
    try db.forEach(
      """
      SELECT id, name, email, account_contacts.language, notice_preferences.account, notice_preferences.language,
        quiet_from, quiet_to
      FROM account_contacts LEFT JOIN notice_preferences ON notice_preferences.account = id
      WHERE id IN \(ids)
      """
    ) { row in
      var columns = row.columns
      let (id, name): (ID<Account>, String) = try (columns.id(), columns.text())
      let email = try columns.optional { try $0.text() }
      let own: Language = try columns.value()
      let preferences = try PreferenceRows.read(&columns, own: own, choices: choices[id] ?? [:])
      try columns.end()
      found[id] = AccountReach(
        account: id, name: name, email: email.flatMap { try? EmailAddress($0) }, preferences: preferences,
        endpoints: endpoints[id] ?? [])
    }
    return found
  }
  /// The active account with a sign-in name, in whatever case and width.
  static func active(named name: String, in db: any Reading) throws -> ID<Account>? {
    let key = AccountName.key(name.trimmingCharacters(in: .whitespaces))
    return try db.row("SELECT id FROM account_contacts WHERE name_key = \(key) AND stage = 'active'").map { row in
      var columns = row.columns
      return try columns.id()
    }
  }
}
