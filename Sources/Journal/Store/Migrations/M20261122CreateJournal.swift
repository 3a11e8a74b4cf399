import Storage

extension Migration {
  /// The chain, its head, the index from records to entries, and the erasable personal values.
  static let createJournal = Migration("2026-11-22 create journal") { dialect in
    [
      """
      CREATE TABLE journal (
        number        \(dialect.key) NOT NULL PRIMARY KEY,
        happened_at   BIGINT NOT NULL,
        actor         BIGINT NOT NULL,
        actor_name    TEXT   NOT NULL,
        action        TEXT   NOT NULL,
        action_zh     TEXT   NOT NULL,
        action_en     TEXT   NOT NULL,
        subject_table TEXT,
        subject_key   BIGINT,
        reason        TEXT,
        details       TEXT   NOT NULL,
        added         TEXT   NOT NULL,
        superseded    TEXT   NOT NULL,
        hash          TEXT   NOT NULL
      )
      """,
      "CREATE INDEX journal_by_time ON journal (happened_at, number)",
      "CREATE INDEX journal_by_subject ON journal (subject_table, subject_key, number)",
      """
      CREATE TABLE journal_head (
        id     BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        number BIGINT NOT NULL,
        hash   TEXT   NOT NULL
      )
      """,
      """
      INSERT INTO journal_head (id, number, hash)
      VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000')
      """,
      """
      CREATE TABLE journal_changes (
        record_table TEXT   NOT NULL,
        record_key   BIGINT NOT NULL,
        entry        BIGINT NOT NULL,
        PRIMARY KEY (record_table, record_key, entry)
      )
      """,
      """
      CREATE TABLE journal_personal (
        entry        BIGINT NOT NULL,
        place        BIGINT NOT NULL,
        record_table TEXT   NOT NULL,
        record_key   BIGINT NOT NULL,
        salt         TEXT   NOT NULL,
        value        TEXT   NOT NULL,
        PRIMARY KEY (entry, place)
      )
      """,
      "CREATE INDEX journal_personal_by_record ON journal_personal (record_table, record_key)",
    ]
  }
}
