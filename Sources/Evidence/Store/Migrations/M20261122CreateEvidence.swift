import JournalStore
import Storage

extension Migration {
  /// Files by their SHA-256, and what is said of each piece of evidence.
  static let createEvidence = Migration("2026-11-22 create evidence") { dialect in
    [
      """
      CREATE TABLE evidence_files (
        id     \(dialect.key) NOT NULL PRIMARY KEY,
        sha256 TEXT   NOT NULL UNIQUE CHECK (length(sha256) = 64),
        size   BIGINT NOT NULL CHECK (size > 0),
        sort   TEXT   NOT NULL CHECK (sort IN ('pdf', 'png', 'jpeg', 'xlsx', 'docx', 'text')),
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE evidence (
        id                \(dialect.key) NOT NULL PRIMARY KEY,
        file              BIGINT NOT NULL REFERENCES evidence_files (id),
        file_name         TEXT   NOT NULL CHECK (file_name <> ''),
        title             TEXT   NOT NULL CHECK (title <> ''),
        grade             BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
        issuer            TEXT,
        number            TEXT,
        issued_on         TEXT,
        note              TEXT,
        added_by          BIGINT NOT NULL,
        added_at          BIGINT NOT NULL,
        withdrawn_at      BIGINT,
        withdrawn_because TEXT,
        \(RecordTable.vouching(dialect)),
        CHECK (grade > 2 OR issuer IS NOT NULL),
        CHECK (grade > 1 OR number IS NOT NULL),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
      )
      """,
      "CREATE INDEX evidence_by_file ON evidence (file)",
      "CREATE INDEX evidence_by_grade ON evidence (grade, id)",
    ]
  }
}
