import Access
import JournalStore
import Kernel
import Notices
import Storage

/// The only SQL that knows what people prefer.
enum PreferenceRows {
  /// Reads `notice_preferences.account, language, quiet_from, quiet_to` of a left join.
  static func read(
    _ columns: inout Columns, own: Language, choices: [String: ChannelChoice]
  ) throws -> NoticePreferences {
    let chosen = try columns.optional { try $0.integer() } != nil
    let language: Language? = try columns.optional { try $0.value() }
    let (from, to) = try (columns.optional { try $0.int() }, columns.optional { try $0.int() })
    guard chosen else { return NoticePreferences(language: own, choices: choices) }
    var quiet: QuietHours?
    if let from, let to { quiet = try QuietHours(from: from, to: to) }
    return NoticePreferences(language: language ?? own, quiet: quiet, choices: choices)
  }

  static func choices(of accounts: SQL, in db: any Reading) throws -> [ID<Account>: [String: ChannelChoice]] {
    var found: [ID<Account>: [String: ChannelChoice]] = [:]
    try db.forEach("SELECT account, kind, email, webhook FROM notice_choices WHERE account IN \(accounts)") { row in
      var columns = row.columns
      let (account, kind): (ID<Account>, String) = try (columns.id(), columns.text())
      found[account, default: [:]][kind] = try ChannelChoice(email: columns.bool(), webhook: columns.bool())
      try columns.end()
    }
    return found
  }

  /// The entry that last wrote the account's preferences; nil where it has none.
  static func revision(of account: ID<Account>, in db: any Reading) throws -> Int64? {
    try db.row("SELECT entry FROM notice_preferences WHERE account = \(account)").map { row in
      var columns = row.columns
      return try columns.integer()
    }
  }

  static func keep(
    _ preferences: NoticePreferences, of account: ID<Account>, seen: Int64?, with recording: Recording,
    in db: any Writing
  ) throws {
    let values: [SQLValue] = [
      account.sqlValue, .text(preferences.language.rawValue), (preferences.quiet?.from).sqlValue,
      (preferences.quiet?.to).sqlValue,
    ]
    if try revision(of: account, in: db) == nil {
      try recording.insert(values, into: .noticePreferences)
    } else {
      try recording.update(values, in: .noticePreferences, seen: seen)
    }
    let kept = try choices(of: SQL.list([account]), in: db)[account] ?? [:]
    for (kind, choice) in preferences.choices.sorted(by: { $0.key < $1.key }) {
      let row: [SQLValue] = [account.sqlValue, .text(kind), choice.email.sqlValue, choice.webhook.sqlValue]
      if kept[kind] == nil {
        try recording.insert(row, into: .noticeChoices)
      } else {
        try recording.update(row, in: .noticeChoices)
      }
    }
  }
}
