import JournalStore
import Storage

extension Migration {
  /// Where the text behind a superseding value can be read; an entry without one is still to be verified.
  static let createRuleCopies = Migration("2026-11-22 create rule copies") { dialect in
    [
      """
      CREATE TABLE rule_supersession_copies (
        id      \(dialect.key) NOT NULL PRIMARY KEY REFERENCES rule_supersessions (id),
        address TEXT   NOT NULL CHECK (address <> ''),
        \(RecordTable.vouching(dialect))
      )
      """
    ]
  }
}
