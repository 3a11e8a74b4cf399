import JournalStore
import Storage

extension Migration {
  /// Sources whose licence forbids to give on what came from them.
  static let reserveSources = Migration("2026-11-23 reserve sources of patents") { dialect in
    [
      """
      CREATE TABLE source_reservations (
        id     \(dialect.key) NOT NULL PRIMARY KEY,
        source \(dialect.text) NOT NULL UNIQUE,
        reason TEXT   NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """
    ]
  }
}
