import JournalStore
import Storage

extension Migration {
  /// Private addresses of calendars: the address itself is kept nowhere, only its hash.
  static let createFeeds = Migration("2026-11-23 create calendar feeds") { dialect in
    [
      """
      CREATE TABLE calendar_feeds (
        account    \(dialect.key) NOT NULL PRIMARY KEY,
        token_hash \(dialect.text) NOT NULL UNIQUE,
        language   TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
        created_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """
    ]
  }
}
