import JournalStore
import Storage

extension Migration {
  /// Versions of schemes, and what was scored by them.
  static let createEvaluations = Migration("2026-11-22 create evaluations") { dialect in
    [
      """
      CREATE TABLE scheme_versions (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        code       \(dialect.text) NOT NULL,
        number     BIGINT NOT NULL,
        hash       TEXT   NOT NULL,
        content    TEXT   NOT NULL,
        document   TEXT,
        reason     TEXT   CHECK ((reason IS NULL) = (document IS NULL)),
        entered_by BIGINT NOT NULL,
        entered_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        UNIQUE (code, number)
      )
      """,
      """
      CREATE TABLE evaluation_runs (
        id     \(dialect.key) NOT NULL PRIMARY KEY,
        scheme BIGINT NOT NULL REFERENCES scheme_versions (id),
        cutoff \(dialect.text) NOT NULL,
        note   TEXT   NOT NULL,
        run_by BIGINT NOT NULL,
        run_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX evaluation_runs_by_scheme ON evaluation_runs (scheme, id)",
      scores(dialect),
      """
      CREATE TABLE evaluation_evidence (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        run       BIGINT NOT NULL REFERENCES evaluation_runs (id),
        indicator TEXT   NOT NULL,
        reference TEXT   NOT NULL CHECK (reference <> ''),
        sha256    TEXT,
        added_by  BIGINT NOT NULL,
        added_at  BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX evaluation_evidence_by_run ON evaluation_evidence (run, id)",
    ]
  }

  /// What went into a score, and the score: the first gives the second again.
  private static func scores(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE evaluation_scores (
      id           \(dialect.key) NOT NULL PRIMARY KEY,
      run          BIGINT NOT NULL REFERENCES evaluation_runs (id),
      indicator    TEXT   NOT NULL,
      numerator    BIGINT,
      denominator  BIGINT CHECK ((denominator IS NULL) = (numerator IS NULL)),
      words_zh     TEXT,
      words_en     TEXT   CHECK ((words_en IS NULL) = (words_zh IS NULL)),
      review_score BIGINT CHECK (review_score BETWEEN 0 AND 10000),
      review_note  TEXT   CHECK ((review_note IS NULL) = (review_score IS NULL)),
      score        BIGINT CHECK (score BETWEEN 0 AND 10000),
      points       BIGINT CHECK (points IS NULL OR score IS NOT NULL),
      \(RecordTable.vouching(dialect)),
      UNIQUE (run, indicator)
    )
    """
  }
}
