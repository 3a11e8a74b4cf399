import JournalStore
import Storage

extension Migration {
  /// How people have said that tables of certain headers are read.
  static let keepTableMappings = Migration("2026-11-23 keep mappings of tables") { dialect in
    [
      """
      CREATE TABLE table_mappings (
        id                \(dialect.key) NOT NULL PRIMARY KEY,
        name              \(dialect.text) NOT NULL UNIQUE,
        signature         TEXT   NOT NULL,
        columns           TEXT   NOT NULL,
        made_at           BIGINT NOT NULL,
        made_by           BIGINT NOT NULL,
        withdrawn_at      BIGINT,
        withdrawn_because TEXT,
        \(RecordTable.vouching(dialect)),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
      )
      """
    ]
  }
}
