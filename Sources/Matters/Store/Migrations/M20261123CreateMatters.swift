import JournalStore
import Storage

extension Migration {
  /// Matters of every procedure: what was asked, what happened, what runs, who takes part.
  static let createMatters = Migration("2026-11-23 create matters") { dialect in
    matters(dialect) + parts(dialect) + besides(dialect)
  }

  private static func matters(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE matters (
        id              \(dialect.key) NOT NULL PRIMARY KEY,
        procedure_code  \(dialect.text) NOT NULL,
        letters         TEXT   NOT NULL,
        year            BIGINT NOT NULL,
        serial          BIGINT NOT NULL CHECK (serial > 0),
        stage           \(dialect.text) NOT NULL,
        channel         TEXT   NOT NULL CHECK (channel IN ('web', 'counter', 'phone', 'station', 'api')),
        filed_at        BIGINT NOT NULL,
        filer           BIGINT,
        organisation    \(dialect.text),
        applicant       TEXT,
        title           TEXT,
        handler         BIGINT,
        station         TEXT,
        closed_at       BIGINT,
        end_sort        \(dialect.text) CHECK (end_sort IN ('granted', 'refused', 'referred', 'ended', 'withdrawn')),
        due_on          \(dialect.text),
        due_provisional BIGINT,
        due_clock       TEXT,
        events          BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        CHECK ((closed_at IS NULL) = (end_sort IS NULL))
      )
      """,
      "CREATE UNIQUE INDEX matters_by_number ON matters (letters, year, serial)",
      "CREATE INDEX matters_by_procedure ON matters (procedure_code, id)",
      "CREATE INDEX matters_by_due ON matters (procedure_code, due_on, id) WHERE closed_at IS NULL",
      "CREATE INDEX matters_by_filer ON matters (filer, id)",
      "CREATE INDEX matters_by_organisation ON matters (organisation, id)",
      "CREATE INDEX matters_by_handler ON matters (handler, id)",
    ]
  }

  private static func parts(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE matter_events (
        matter     BIGINT NOT NULL REFERENCES matters (id),
        place      BIGINT NOT NULL CHECK (place > 0),
        sort       TEXT   NOT NULL CHECK (sort IN
          ('filed', 'step', 'assigned', 'recused', 'note', 'extended', 'lapsed')),
        code       TEXT   NOT NULL,
        from_stage TEXT,
        to_stage   TEXT   NOT NULL,
        at         BIGINT NOT NULL,
        account    BIGINT,
        side       TEXT   NOT NULL,
        reason     TEXT,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, place)
      )
      """,
      """
      CREATE TABLE matter_answers (
        matter BIGINT NOT NULL REFERENCES matters (id),
        place  BIGINT NOT NULL,
        field  \(dialect.text) NOT NULL,
        text   TEXT,
        whole  BIGINT,
        day    \(dialect.text),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, place, field)
      )
      """,
      """
      CREATE TABLE matter_clocks (
        matter      BIGINT NOT NULL REFERENCES matters (id),
        place       BIGINT NOT NULL CHECK (place > 0),
        clock       TEXT   NOT NULL,
        run         BIGINT NOT NULL CHECK (run > 0),
        started_on  TEXT   NOT NULL,
        length      BIGINT NOT NULL CHECK (length >= 0),
        unit        TEXT   NOT NULL CHECK (unit IN ('workingDays', 'days', 'months')),
        stopped     BIGINT NOT NULL CHECK (stopped >= 0),
        paused_on   TEXT,
        ended_on    \(dialect.text),
        due_on      \(dialect.text) NOT NULL,
        provisional BIGINT,
        is_told     BIGINT NOT NULL CHECK (is_told IN (0, 1)),
        is_extended BIGINT NOT NULL CHECK (is_extended IN (0, 1)),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, place)
      )
      """,
      "CREATE INDEX matter_clocks_by_due ON matter_clocks (due_on, matter) WHERE ended_on IS NULL",
    ]
  }

  private static func besides(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE matter_parties (
        matter       BIGINT NOT NULL REFERENCES matters (id),
        place        BIGINT NOT NULL CHECK (place > 0),
        role         TEXT   NOT NULL,
        organisation \(dialect.text),
        account      BIGINT,
        name         TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, place)
      )
      """,
      "CREATE INDEX matter_parties_by_account ON matter_parties (account, matter)",
      "CREATE INDEX matter_parties_by_organisation ON matter_parties (organisation, matter)",
      """
      CREATE TABLE matter_files (
        matter   BIGINT NOT NULL REFERENCES matters (id),
        place    BIGINT NOT NULL,
        number   BIGINT NOT NULL CHECK (number > 0),
        material TEXT   NOT NULL,
        evidence BIGINT NOT NULL,
        name     TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, place, number)
      )
      """,
      """
      CREATE TABLE matter_recusals (
        matter  BIGINT NOT NULL REFERENCES matters (id),
        account BIGINT NOT NULL,
        reason  TEXT   NOT NULL,
        at      BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (matter, account)
      )
      """,
      "CREATE TABLE matter_codes (mark \(dialect.text) NOT NULL PRIMARY KEY, matter BIGINT NOT NULL)",
      """
      CREATE TABLE matter_numbers (
        letters \(dialect.text) NOT NULL,
        year    BIGINT NOT NULL,
        last    BIGINT NOT NULL,
        PRIMARY KEY (letters, year)
      )
      """,
      """
      CREATE TABLE matter_drafts (
        account        BIGINT NOT NULL,
        procedure_code \(dialect.text) NOT NULL,
        texts          TEXT   NOT NULL,
        saved_at       BIGINT NOT NULL,
        PRIMARY KEY (account, procedure_code)
      )
      """,
    ]
  }
}
