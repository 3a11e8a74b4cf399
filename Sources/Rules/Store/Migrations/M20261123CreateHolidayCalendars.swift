import JournalStore
import Storage

extension Migration {
  /// The holidays of a year as an administrator took them in; the latest of a year counts.
  static let createHolidayCalendars = Migration("2026-11-23 create holiday calendars") { dialect in
    [
      """
      CREATE TABLE holiday_calendars (
        id              \(dialect.key) NOT NULL PRIMARY KEY,
        year            BIGINT NOT NULL CHECK (year BETWEEN 2000 AND 2099),
        title           TEXT   NOT NULL CHECK (title <> ''),
        document_number TEXT   NOT NULL CHECK (document_number <> ''),
        issued_on       TEXT   NOT NULL,
        address         TEXT   NOT NULL CHECK (address <> ''),
        days            TEXT   NOT NULL CHECK (days <> ''),
        reason          TEXT,
        entered_by      BIGINT NOT NULL,
        entered_at      BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX holiday_calendars_by_entry ON holiday_calendars (entry)",
    ]
  }
}
