import JournalStore
import Storage

extension Migration {
  /// Queries that people keep, and what they were told of.
  static let createSavedQueries = Migration("2026-11-23 create saved queries") { dialect in
    [
      """
      CREATE TABLE saved_queries (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        account    BIGINT NOT NULL,
        name       TEXT   NOT NULL,
        query      TEXT   NOT NULL,
        narrowing  TEXT   NOT NULL,
        sort_order TEXT   NOT NULL,
        watch      TEXT   NOT NULL CHECK (watch IN ('none', 'active', 'paused')),
        created_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX saved_queries_by_account ON saved_queries (account, id)",
      """
      CREATE TABLE query_alerts (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        query         BIGINT NOT NULL REFERENCES saved_queries (id),
        after_entry   BIGINT NOT NULL,
        through_entry BIGINT NOT NULL,
        found         BIGINT NOT NULL,
        raised_at     BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX query_alerts_by_query ON query_alerts (query, id)",
      """
      CREATE TABLE saved_query_marks (
        query         \(dialect.key) NOT NULL PRIMARY KEY REFERENCES saved_queries (id),
        through_entry BIGINT NOT NULL
      )
      """,
    ]
  }
}
