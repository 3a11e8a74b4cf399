import JournalStore
import Storage

extension Migration {
  /// Each order of sources by which the register was computed; the newest is in effect.
  static let orderSources = Migration("2026-11-23 order sources") { dialect in
    [
      """
      CREATE TABLE source_orders (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        day        TEXT   NOT NULL,
        ranks      TEXT   NOT NULL,
        started_at BIGINT NOT NULL,
        started_by BIGINT NOT NULL,
        ended_at   BIGINT,
        looked     BIGINT NOT NULL,
        changed    BIGINT NOT NULL,
        kept       BIGINT NOT NULL,
        marks      BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """
    ]
  }
}
