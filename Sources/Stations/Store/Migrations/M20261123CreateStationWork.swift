import JournalStore
import Storage

extension Migration {
  /// Who works at which station, and what came in there: each visit once, in the order of its queue.
  static let createStationWork = Migration("2026-11-23 create station work") { dialect in
    [
      """
      CREATE TABLE station_staff (
        station BIGINT NOT NULL,
        account BIGINT NOT NULL,
        since   BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (station, account)
      )
      """,
      "CREATE INDEX station_staff_by_account ON station_staff (account, station)",
      """
      CREATE TABLE station_visits (
        matter     \(dialect.key) NOT NULL PRIMARY KEY,
        station    BIGINT NOT NULL,
        account    BIGINT NOT NULL,
        queue      \(dialect.text) NOT NULL,
        sequence   BIGINT NOT NULL CHECK (sequence > 0),
        visit_key  \(dialect.text) NOT NULL,
        content    \(dialect.text) NOT NULL,
        visited_at BIGINT NOT NULL,
        taken_at   BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE UNIQUE INDEX station_visits_by_place ON station_visits (account, station, queue, sequence)",
      "CREATE UNIQUE INDEX station_visits_by_key ON station_visits (account, visit_key)",
    ]
  }
}
