import JournalStore
import Storage

extension Migration {
  /// Values that administrators put in the place of shipped ones.
  static let createRuleSupersessions = Migration("2026-11-22 create rule supersessions") { dialect in
    [
      """
      CREATE TABLE rule_supersessions (
        id              \(dialect.key) NOT NULL PRIMARY KEY,
        rule            \(dialect.text) NOT NULL,
        value           TEXT   NOT NULL,
        first_day       TEXT   NOT NULL,
        basis           TEXT   NOT NULL CHECK (basis IN ('document', 'decision')),
        document        TEXT   NOT NULL CHECK (document <> ''),
        document_number TEXT   NOT NULL CHECK (document_number <> ''),
        article         TEXT,
        decided_on      TEXT   CHECK ((basis = 'decision') = (decided_on IS NOT NULL)),
        reason          TEXT   NOT NULL CHECK (reason <> ''),
        entered_by      BIGINT NOT NULL,
        entered_at      BIGINT NOT NULL,
        withdrawn_at    BIGINT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX rule_supersessions_by_entry ON rule_supersessions (entry)",
    ]
  }
}
