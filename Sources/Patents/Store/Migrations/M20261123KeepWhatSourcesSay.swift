import JournalStore
import Storage

extension Migration {
  /// What sources say beyond the register's fields, and trademarks as each file has them.
  ///
  /// Tables of their own: a further column would change the digest of every row that is vouched for.
  static let keepWhatSourcesSay = Migration("2026-11-23 keep what sources say of patents and trademarks") { dialect in
    [
      """
      CREATE TABLE patent_sayings (
        file   BIGINT NOT NULL,
        line   BIGINT NOT NULL,
        run    BIGINT NOT NULL,
        said   TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (file, line)
      )
      """,
      """
      CREATE TABLE trademarks (
        file                BIGINT NOT NULL,
        line                BIGINT NOT NULL,
        run                 BIGINT NOT NULL,
        identity            \(dialect.text) NOT NULL,
        sort                TEXT   NOT NULL CHECK (sort IN ('trademark', 'geographical-indication')),
        office              TEXT   NOT NULL,
        application_number  TEXT,
        registration_number TEXT,
        name                TEXT,
        applicants          TEXT,
        agents              TEXT,
        classes             TEXT,
        goods               TEXT,
        filing_day          TEXT,
        publication_day     TEXT,
        registration_day    TEXT,
        renewal_day         TEXT,
        end_day             TEXT,
        status              TEXT,
        status_day          TEXT,
        said                TEXT,
        precedence          BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (file, line)
      )
      """,
      "CREATE INDEX trademarks_by_identity ON trademarks (identity)",
    ]
  }
}
