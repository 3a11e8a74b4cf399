public import Storage

extension Migration {
  /// Jobs and leases: the state of running work, no records.
  static let createJobs = Migration("2026-11-22 create jobs") { dialect in
    [
      """
      CREATE TABLE jobs (
        id           \(dialect.key) NOT NULL PRIMARY KEY,
        kind         TEXT   NOT NULL,
        input        TEXT   NOT NULL,
        title        TEXT   NOT NULL,
        created_at   BIGINT NOT NULL,
        created_by   BIGINT NOT NULL,
        stage        TEXT   NOT NULL CHECK (stage IN
          ('waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed')),
        done         BIGINT NOT NULL,
        share        BIGINT,
        rate         DOUBLE PRECISION,
        seconds_left DOUBLE PRECISION,
        outcome      TEXT
      )
      """,
      "CREATE INDEX jobs_by_stage ON jobs (stage, id)",
      """
      CREATE TABLE leases (
        name    TEXT   NOT NULL PRIMARY KEY,
        holder  TEXT   NOT NULL,
        until   BIGINT NOT NULL
      )
      """,
    ]
  }
}

/// In the order they were released.
public let jobMigrations: [Migration] = [.createJobs]
