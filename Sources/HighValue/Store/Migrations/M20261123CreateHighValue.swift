import JournalStore
import Storage

extension Migration {
  /// Versions of the table of industries, and the lists of high-value patents that were made.
  static let createHighValue = Migration("2026-11-23 create high-value patents") { dialect in
    tables(dialect) + lists(dialect)
  }

  private static func tables(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE sei_tables (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        name          TEXT   NOT NULL CHECK (name <> ''),
        source        TEXT   NOT NULL CHECK (source <> ''),
        first_day     \(dialect.text) NOT NULL,
        file_name     TEXT   NOT NULL,
        file_hash     TEXT   NOT NULL CHECK (length(file_hash) = 64),
        row_count     BIGINT NOT NULL CHECK (row_count > 0),
        imported_at   BIGINT NOT NULL,
        imported_by   TEXT   NOT NULL,
        withdrawn_on  \(dialect.text),
        withdrawn_for TEXT,
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE sei_rows (
        edition  BIGINT NOT NULL REFERENCES sei_tables (id),
        place    BIGINT NOT NULL CHECK (place > 0),
        sei_code TEXT   NOT NULL CHECK (sei_code <> ''),
        sei_name TEXT   NOT NULL CHECK (sei_name <> ''),
        pattern  TEXT   NOT NULL CHECK (pattern <> ''),
        proviso  TEXT,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (edition, place)
      ) \(dialect.keyedStorage)
      """,
    ]
  }

  private static func lists(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE high_value_lists (
        id           \(dialect.key) NOT NULL PRIMARY KEY,
        day          \(dialect.text) NOT NULL,
        counted_from TEXT   NOT NULL CHECK (counted_from IN ('filing', 'grant', 'open')),
        by_rule      BIGINT NOT NULL CHECK (by_rule IN (0, 1)),
        least_pledge BIGINT CHECK (least_pledge >= 0),
        edition      BIGINT REFERENCES sei_tables (id),
        certain      BIGINT NOT NULL CHECK (certain >= 0),
        probable     BIGINT NOT NULL CHECK (probable >= 0),
        list_hash    TEXT   NOT NULL CHECK (length(list_hash) = 64),
        reason       TEXT   NOT NULL CHECK (reason <> ''),
        made_at      BIGINT NOT NULL,
        made_by      TEXT   NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX high_value_lists_by_day ON high_value_lists (day, id)",
      """
      CREATE TABLE high_value_entries (
        id          \(dialect.key) NOT NULL PRIMARY KEY,
        list        BIGINT NOT NULL REFERENCES high_value_lists (id),
        number      \(dialect.text) NOT NULL,
        patent      BIGINT NOT NULL,
        title       TEXT   NOT NULL,
        applicants  TEXT   NOT NULL,
        granted_on  \(dialect.text) NOT NULL,
        certainty   \(dialect.text) NOT NULL CHECK (certainty IN ('certain', 'probable')),
        certain     TEXT   NOT NULL,
        probable    TEXT   NOT NULL,
        evidence_zh TEXT   NOT NULL CHECK (evidence_zh <> ''),
        evidence_en TEXT   NOT NULL CHECK (evidence_en <> ''),
        grade       BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
        \(RecordTable.vouching(dialect)),
        UNIQUE (list, number)
      )
      """,
    ]
  }
}
