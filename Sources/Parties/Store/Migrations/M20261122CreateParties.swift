import JournalStore
import Storage

extension Migration {
  /// Parties, and every spelling of their names.
  static let createParties = Migration("2026-11-22 create parties") { dialect in
    [
      """
      CREATE TABLE parties (
        id          \(dialect.key) NOT NULL PRIMARY KEY,
        name        TEXT   NOT NULL CHECK (name <> ''),
        sort_key    \(dialect.text) NOT NULL,
        kind        TEXT   NOT NULL CHECK (kind IN ('organisation', 'person', 'unknown')),
        code        TEXT,
        merged_into BIGINT REFERENCES parties (id),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX parties_by_sort_key ON parties (sort_key, id)",
      "CREATE INDEX parties_by_code ON parties (code)",
      """
      CREATE TABLE party_names (
        id     \(dialect.key) NOT NULL PRIMARY KEY,
        text   \(dialect.text) NOT NULL UNIQUE,
        folded \(dialect.text) NOT NULL,
        home   BIGINT NOT NULL REFERENCES parties (id),
        party  BIGINT NOT NULL REFERENCES parties (id),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX party_names_by_folded ON party_names (folded)",
      "CREATE INDEX party_names_by_party ON party_names (party)",
      "CREATE INDEX party_names_by_home ON party_names (home)",
    ]
  }
}
