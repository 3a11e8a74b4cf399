import JournalStore
import Storage

extension Migration {
  /// The plans of the years, their tasks, and everything that is ever said about a task's dates.
  static let createPlans = Migration("2026-11-22 create plans") { dialect in
    [plans(dialect), tasks(dialect), "CREATE UNIQUE INDEX plan_tasks_by_place ON plan_tasks (plan, place)"]
      + histories(dialect)
  }

  private static func plans(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE plans (
      id                \(dialect.key) NOT NULL PRIMARY KEY,
      year              BIGINT NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2100),
      title             TEXT   NOT NULL CHECK (title <> ''),
      approved_on       TEXT,
      approval_document TEXT,
      approved_by       BIGINT,
      baselines         BIGINT NOT NULL CHECK ((baselines > 0) = (approved_on IS NOT NULL)),
      \(RecordTable.vouching(dialect))
    )
    """
  }

  /// Time, person and target are never missing.
  private static func tasks(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE plan_tasks (
      id             \(dialect.key) NOT NULL PRIMARY KEY,
      plan           BIGINT NOT NULL REFERENCES plans (id),
      place          BIGINT NOT NULL,
      title          TEXT   NOT NULL CHECK (title <> ''),
      clause         TEXT   NOT NULL,
      start_on       \(dialect.text) NOT NULL,
      due_on         \(dialect.text) NOT NULL CHECK (due_on >= start_on),
      person_name    TEXT   NOT NULL CHECK (person_name <> ''),
      department     TEXT   NOT NULL CHECK (department <> ''),
      person_account BIGINT,
      target         TEXT   NOT NULL CHECK (target <> ''),
      figure         TEXT,
      goal           BIGINT CHECK ((goal IS NULL) = (figure IS NULL)),
      stage          TEXT   NOT NULL CHECK (stage IN ('open', 'done', 'cancelled')),
      done_on        TEXT   CHECK ((done_on IS NOT NULL) = (stage = 'done')),
      closing_note   TEXT   CHECK ((closing_note IS NULL) = (stage = 'open')),
      percent        BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
      \(RecordTable.vouching(dialect))
    )
    """
  }

  private static func histories(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE plan_baselines (
        id       \(dialect.key) NOT NULL PRIMARY KEY,
        task     BIGINT NOT NULL REFERENCES plan_tasks (id),
        number   BIGINT NOT NULL,
        start_on TEXT   NOT NULL,
        due_on   TEXT   NOT NULL,
        set_on   TEXT   NOT NULL,
        reason   TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        UNIQUE (task, number)
      )
      """,
      """
      CREATE TABLE plan_redatings (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        task       BIGINT NOT NULL REFERENCES plan_tasks (id),
        from_start TEXT   NOT NULL,
        from_due   TEXT   NOT NULL,
        to_start   TEXT   NOT NULL,
        to_due     TEXT   NOT NULL,
        reason     TEXT   NOT NULL CHECK (reason <> ''),
        changed_on TEXT   NOT NULL,
        changed_by BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX plan_redatings_by_task ON plan_redatings (task, id)",
      """
      CREATE TABLE plan_progress (
        id       \(dialect.key) NOT NULL PRIMARY KEY,
        task     BIGINT NOT NULL REFERENCES plan_tasks (id),
        noted_on \(dialect.text) NOT NULL,
        percent  BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
        note     TEXT   NOT NULL CHECK (note <> ''),
        noted_by BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX plan_progress_by_task ON plan_progress (task, noted_on, id)",
    ]
  }
}
