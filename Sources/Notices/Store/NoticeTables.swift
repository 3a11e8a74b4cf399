public import JournalStore
public import Storage

extension RecordTable {
  public static let notices = RecordTable(
    "notices",
    columns: [
      "id", "kind", "account", "email", "language", "endpoint", "subject_zh", "subject_en", "body_zh", "body_en",
      "link", "about_table", "about_key", "posted_at",
    ], personal: ["email", "subject_zh", "subject_en", "body_zh", "body_en"])

  static let webhookEndpoints = RecordTable(
    "webhook_endpoints", columns: ["id", "title", "address", "owner", "stage", "created_by", "created_at"])

  static let noticePreferences = RecordTable(
    "notice_preferences", columns: ["account", "language", "quiet_from", "quiet_to"])

  static let noticeChoices = RecordTable(
    "notice_choices", columns: ["account", "kind", "email", "webhook"], keyWidth: 2)
}

/// In the order they were released.
public let noticeMigrations: [Migration] = [.createNotices]

/// The tables that the journal vouches for.
public let noticeTables: [RecordTable] = [.webhookEndpoints, .notices, .noticePreferences, .noticeChoices]

/// The state of deliveries and lists: no records.
public let otherNoticeTables = [
  "notice_inbox", "notice_deliveries", "notice_attempts", "notice_secrets", "webhook_keys",
]
