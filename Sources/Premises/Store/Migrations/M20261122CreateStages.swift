import JournalStore
import Storage

extension Migration {
  /// The criteria of the stages, what each version changed, and the clusters that tenants serve.
  static let createStages = Migration("2026-11-22 create stages") { dialect in
    [
      """
      CREATE TABLE stage_criteria (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        first_day  \(dialect.text) NOT NULL,
        adopted_by TEXT   NOT NULL CHECK (adopted_by <> ''),
        document   TEXT   NOT NULL CHECK (document <> ''),
        withdrawn  BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE stage_thresholds (
        id       \(dialect.key) NOT NULL PRIMARY KEY,
        criteria BIGINT NOT NULL REFERENCES stage_criteria (id),
        stage    TEXT   NOT NULL CHECK (stage IN ('growing', 'mature')),
        measure  TEXT   NOT NULL CHECK (measure IN ('staff', 'revenue', 'years')),
        minimum  BIGINT NOT NULL CHECK (minimum >= 0),
        \(RecordTable.vouching(dialect)),
        UNIQUE (criteria, stage, measure)
      )
      """,
      """
      CREATE TABLE stage_moves (
        id          \(dialect.key) NOT NULL PRIMARY KEY,
        criteria    BIGINT NOT NULL REFERENCES stage_criteria (id),
        tenant      \(dialect.text) NOT NULL CHECK (length(tenant) = 18),
        tenant_name TEXT   NOT NULL,
        from_stage  TEXT   CHECK (from_stage IN ('starting', 'growing', 'mature')),
        to_stage    TEXT   CHECK (to_stage IN ('starting', 'growing', 'mature')),
        reasons     TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        UNIQUE (criteria, tenant)
      )
      """,
      """
      CREATE TABLE cluster_lists (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        scheme    \(dialect.text) NOT NULL CHECK (scheme IN ('jiangning', 'nanjing')),
        first_day \(dialect.text) NOT NULL,
        standing  TEXT   NOT NULL CHECK (standing IN ('provisional', 'confirmed')),
        source_zh TEXT   NOT NULL CHECK (source_zh <> ''),
        source_en TEXT   NOT NULL CHECK (source_en <> ''),
        \(RecordTable.vouching(dialect)),
        UNIQUE (scheme, first_day)
      )
      """,
      """
      CREATE TABLE clusters (
        id       \(dialect.key) NOT NULL PRIMARY KEY,
        list     BIGINT NOT NULL REFERENCES cluster_lists (id),
        place    BIGINT NOT NULL CHECK (place > 0),
        code     \(dialect.text) NOT NULL CHECK (code <> ''),
        name_zh  TEXT   NOT NULL CHECK (name_zh <> ''),
        name_en  TEXT   NOT NULL CHECK (name_en <> ''),
        group_zh TEXT   NOT NULL CHECK (group_zh <> ''),
        group_en TEXT   NOT NULL CHECK (group_en <> ''),
        \(RecordTable.vouching(dialect)),
        UNIQUE (list, code)
      )
      """,
      """
      CREATE TABLE cluster_services (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        cluster   \(dialect.text) NOT NULL CHECK (cluster <> ''),
        tenant    \(dialect.text) NOT NULL CHECK (length(tenant) = 18),
        first_day \(dialect.text) NOT NULL,
        last_day  \(dialect.text) CHECK (last_day >= first_day),
        ground    TEXT   NOT NULL CHECK (ground <> ''),
        withdrawn BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX cluster_services_by_tenant ON cluster_services (tenant)",
    ]
  }
}
