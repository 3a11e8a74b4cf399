import JournalStore
import Storage

extension Migration {
  /// Notices are records; lists, deliveries, attempts and sealed secrets are the state of their way.
  static let createNotices = Migration("2026-11-23 create notices") { dialect in
    [endpoints(dialect), notices(dialect)] + preferences(dialect) + ways(dialect)
  }

  private static func notices(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE notices (
      id          \(dialect.key) NOT NULL PRIMARY KEY,
      kind        TEXT   NOT NULL CHECK (kind <> ''),
      account     BIGINT,
      email       TEXT,
      language    TEXT,
      endpoint    BIGINT REFERENCES webhook_endpoints (id),
      subject_zh  TEXT   NOT NULL,
      subject_en  TEXT   NOT NULL,
      body_zh     TEXT   NOT NULL,
      body_en     TEXT   NOT NULL,
      link        TEXT,
      about_table TEXT,
      about_key   BIGINT,
      posted_at   BIGINT NOT NULL,
      \(RecordTable.vouching(dialect)),
      CHECK (
        CASE WHEN account IS NULL THEN 0 ELSE 1 END + CASE WHEN email IS NULL THEN 0 ELSE 1 END
        + CASE WHEN endpoint IS NULL THEN 0 ELSE 1 END = 1
      )
    )
    """
  }

  private static func endpoints(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE webhook_endpoints (
      id         \(dialect.key) NOT NULL PRIMARY KEY,
      title      TEXT   NOT NULL CHECK (title <> ''),
      address    TEXT   NOT NULL,
      owner      BIGINT NOT NULL,
      stage      TEXT   NOT NULL CHECK (stage IN ('active', 'paused', 'broken')),
      created_by BIGINT NOT NULL,
      created_at BIGINT NOT NULL,
      \(RecordTable.vouching(dialect))
    )
    """
  }

  private static func preferences(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE notice_preferences (
        account    \(dialect.key) NOT NULL PRIMARY KEY,
        language   TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
        quiet_from BIGINT CHECK (quiet_from BETWEEN 0 AND 1439),
        quiet_to   BIGINT CHECK (quiet_to BETWEEN 0 AND 1439),
        \(RecordTable.vouching(dialect)),
        CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
      )
      """,
      """
      CREATE TABLE notice_choices (
        account BIGINT NOT NULL,
        kind    TEXT   NOT NULL,
        email   BIGINT NOT NULL CHECK (email IN (0, 1)),
        webhook BIGINT NOT NULL CHECK (webhook IN (0, 1)),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (account, kind)
      )
      """,
      "CREATE INDEX webhook_endpoints_by_owner ON webhook_endpoints (owner)",
    ]
  }

  private static func ways(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE notice_inbox (
        account BIGINT NOT NULL,
        notice  BIGINT NOT NULL REFERENCES notices (id),
        read_at BIGINT,
        PRIMARY KEY (account, notice)
      ) \(dialect.keyedStorage)
      """,
      "CREATE INDEX notice_inbox_unread ON notice_inbox (account, notice) WHERE read_at IS NULL",
      """
      CREATE TABLE notice_deliveries (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        notice    BIGINT NOT NULL REFERENCES notices (id),
        channel   TEXT   NOT NULL CHECK (channel IN ('email', 'webhook')),
        endpoint  BIGINT REFERENCES webhook_endpoints (id),
        stage     TEXT   NOT NULL CHECK (stage IN ('waiting', 'sending', 'sent', 'failed', 'dropped')),
        attempts  BIGINT NOT NULL,
        repeated  BIGINT NOT NULL CHECK (repeated IN (0, 1)),
        due_at    BIGINT NOT NULL,
        posted_at BIGINT NOT NULL,
        ended_at  BIGINT,
        outcome   TEXT
      )
      """,
      "CREATE INDEX notice_deliveries_open ON notice_deliveries (channel, due_at) WHERE stage IN ('waiting', 'sending')",
      "CREATE INDEX notice_deliveries_by_notice ON notice_deliveries (notice)",
      "CREATE INDEX notice_deliveries_by_endpoint ON notice_deliveries (endpoint, id)",
      """
      CREATE TABLE notice_attempts (
        delivery BIGINT NOT NULL REFERENCES notice_deliveries (id),
        number   BIGINT NOT NULL,
        repeated BIGINT NOT NULL CHECK (repeated IN (0, 1)),
        begun_at BIGINT NOT NULL,
        ended_at BIGINT,
        outcome  TEXT,
        PRIMARY KEY (delivery, number)
      ) \(dialect.keyedStorage)
      """,
      """
      CREATE TABLE notice_secrets (
        delivery \(dialect.key) NOT NULL PRIMARY KEY REFERENCES notice_deliveries (id),
        sealed   \(dialect.bytes) NOT NULL
      )
      """,
      """
      CREATE TABLE webhook_keys (
        endpoint \(dialect.key) NOT NULL PRIMARY KEY REFERENCES webhook_endpoints (id),
        sealed   \(dialect.bytes) NOT NULL,
        failures BIGINT NOT NULL
      )
      """,
    ]
  }
}
