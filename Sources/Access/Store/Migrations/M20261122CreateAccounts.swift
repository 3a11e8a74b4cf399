import JournalStore
import Storage

extension Migration {
  /// Accounts, roles, mandates, one-time codes and tokens as records; secrets, sessions and attempts beside them.
  static let createAccounts = Migration("2026-11-22 create accounts") { dialect in
    records(dialect) + shortLived(dialect)
  }

  private static func records(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE accounts (
        id           \(dialect.key) NOT NULL PRIMARY KEY,
        name         TEXT   NOT NULL,
        name_key     \(dialect.text) NOT NULL UNIQUE,
        display_name TEXT   NOT NULL,
        email        TEXT,
        phone        TEXT,
        language     TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
        stage        TEXT   NOT NULL CHECK (stage IN ('invited', 'active', 'deactivated')),
        wanted_role  TEXT,
        must_change  BIGINT NOT NULL CHECK (must_change IN (0, 1)),
        secret_mark  TEXT   NOT NULL,
        salt         TEXT   NOT NULL,
        created_at   BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE account_roles (
        account    BIGINT NOT NULL REFERENCES accounts (id),
        role       TEXT   NOT NULL,
        granted_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (account, role)
      )
      """,
      "CREATE INDEX account_roles_by_role ON account_roles (role, account)",
      """
      CREATE TABLE mandates (
        id                \(dialect.key) NOT NULL PRIMARY KEY,
        holder            BIGINT NOT NULL REFERENCES accounts (id),
        organisation      TEXT   NOT NULL,
        organisation_name TEXT   NOT NULL,
        grade             TEXT   NOT NULL CHECK (grade IN ('administrator', 'clerk')),
        from_day          TEXT   NOT NULL,
        to_day            TEXT,
        stage             TEXT   NOT NULL CHECK (stage IN ('filed', 'approved', 'refused', 'revoked')),
        proof             TEXT   NOT NULL,
        filed_by          BIGINT NOT NULL,
        filed_at          BIGINT NOT NULL,
        decided_by        BIGINT,
        decided_at        BIGINT,
        note              TEXT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX mandates_by_holder ON mandates (holder, id)",
      "CREATE INDEX mandates_by_stage ON mandates (stage, id)",
      """
      CREATE TABLE one_time_codes (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        account    BIGINT NOT NULL REFERENCES accounts (id),
        purpose    TEXT   NOT NULL CHECK (purpose IN ('invitation', 'reset')),
        code_hash  TEXT   NOT NULL UNIQUE,
        created_by BIGINT NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        used_at    BIGINT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX one_time_codes_by_account ON one_time_codes (account, id)",
      """
      CREATE TABLE tokens (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        account    BIGINT NOT NULL REFERENCES accounts (id),
        label      TEXT   NOT NULL,
        tail       TEXT   NOT NULL,
        token_hash TEXT   NOT NULL UNIQUE,
        scopes     TEXT   NOT NULL,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        revoked_at BIGINT,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX tokens_by_account ON tokens (account, id)",
    ]
  }

  private static func shortLived(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE account_secrets (
        account       \(dialect.key) NOT NULL PRIMARY KEY REFERENCES accounts (id),
        password_hash TEXT,
        totp          \(dialect.bytes),
        totp_pending  \(dialect.bytes),
        totp_step     BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE sessions (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        token_hash TEXT   NOT NULL UNIQUE,
        account    BIGINT NOT NULL REFERENCES accounts (id),
        factor     TEXT   NOT NULL CHECK (factor IN ('awaited', 'none', 'given')),
        mandate    BIGINT REFERENCES mandates (id),
        address    TEXT,
        device     TEXT,
        created_at BIGINT NOT NULL,
        seen_at    BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
      )
      """,
      "CREATE INDEX sessions_by_account ON sessions (account, id)",
      "CREATE INDEX sessions_by_end ON sessions (expires_at)",
      """
      CREATE TABLE sign_in_attempts (
        subject  TEXT   NOT NULL PRIMARY KEY,
        failures BIGINT NOT NULL,
        last_at  BIGINT NOT NULL
      )
      """,
      "CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (last_at)",
      """
      CREATE TABLE reset_requests (
        account      \(dialect.key) NOT NULL PRIMARY KEY REFERENCES accounts (id),
        requested_at BIGINT NOT NULL
      )
      """,
      """
      CREATE TABLE token_uses (
        token   \(dialect.key) NOT NULL PRIMARY KEY REFERENCES tokens (id),
        used_at BIGINT NOT NULL
      )
      """,
    ]
  }
}
