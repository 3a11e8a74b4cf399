import JournalStore
import Patents
public import Storage

/// In the order they were released.
public let patentMigrations: [Migration] = [
  .createPatents, .indexWhatIsSearched, .keepWhatSourcesSay, .indexByEntry, .reserveSources, .keepTableMappings,
  .orderSources,
]

extension Migration {
  /// The register, where its values came from, and the runs of the importer.
  static let createPatents = Migration("2026-11-22 create patents") { dialect in
    files(dialect) + register(dialect) + provenance(dialect)
  }

  private static func files(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE patent_files (
        id     \(dialect.key) NOT NULL PRIMARY KEY,
        hash   TEXT   NOT NULL UNIQUE,
        name   TEXT   NOT NULL,
        size   BIGINT NOT NULL,
        format TEXT   NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE patent_imports (
        id              \(dialect.key) NOT NULL PRIMARY KEY,
        file            BIGINT NOT NULL REFERENCES patent_files (id),
        started_at      BIGINT NOT NULL,
        started_by      BIGINT NOT NULL,
        stage           TEXT   NOT NULL CHECK (stage IN ('running', 'done', 'stopped', 'withdrawn')),
        row_count       BIGINT NOT NULL,
        new_count       BIGINT NOT NULL,
        updated_count   BIGINT NOT NULL,
        unchanged_count BIGINT NOT NULL,
        repaired_count  BIGINT NOT NULL,
        rejected_count  BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        CHECK (new_count + updated_count + unchanged_count + rejected_count = row_count)
      )
      """,
      "CREATE INDEX patent_imports_by_file ON patent_imports (file, id)",
    ]
  }

  private static func register(_ dialect: Dialect) -> [SQL] {
    let fields = SQL.joined(PatentField.allCases.map { field in "\(SQL(name: field.rawValue)) TEXT" }, by: ", ")
    let byDay: SQL =
      switch dialect {
      case .sqlite: "CREATE INDEX patents_by_day ON patents (sort_day, id, title)"
      case .postgres: "CREATE INDEX patents_by_day ON patents (sort_day, id)"
      }
    return [
      """
      CREATE TABLE patents (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        identity   \(dialect.text) NOT NULL UNIQUE,
        \(fields),
        precedence BIGINT NOT NULL,
        sort_day   \(dialect.text) NOT NULL,
        section    TEXT,
        \(RecordTable.vouching(dialect))
      )
      """,
      byDay,
      "CREATE INDEX patents_by_kind ON patents (kind, sort_day, id)",
      "CREATE INDEX patents_by_section ON patents (section, sort_day, id)",
      "CREATE INDEX patents_by_province ON patents (province, sort_day, id)",
      "CREATE INDEX patents_by_application ON patents (application_number) WHERE application_number IS NOT NULL",
    ]
  }

  private static func provenance(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE patent_sources (
        file     BIGINT NOT NULL,
        line     BIGINT NOT NULL,
        patent   BIGINT NOT NULL,
        run      BIGINT NOT NULL,
        effect   TEXT   NOT NULL CHECK (effect IN ('new', 'updated', 'unchanged')),
        row_hash BIGINT NOT NULL,
        fields   BIGINT NOT NULL,
        before   TEXT,
        precedence_before BIGINT,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (file, line)
      ) \(dialect.keyedStorage)
      """,
      "CREATE INDEX patent_sources_by_patent ON patent_sources (patent)",
      """
      CREATE TABLE import_notes (
        file     BIGINT NOT NULL,
        line     BIGINT NOT NULL,
        place    BIGINT NOT NULL,
        run      BIGINT NOT NULL,
        sort     TEXT   NOT NULL CHECK (sort IN ('rejected', 'repaired')),
        code     TEXT   NOT NULL,
        zh       TEXT   NOT NULL,
        en       TEXT   NOT NULL,
        field    TEXT,
        original TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (file, line, place)
      ) \(dialect.keyedStorage)
      """,
      """
      CREATE TABLE patent_names (
        name   BIGINT NOT NULL,
        role   BIGINT NOT NULL,
        patent BIGINT NOT NULL,
        place  BIGINT NOT NULL,
        PRIMARY KEY (name, role, patent, place)
      ) \(dialect.keyedStorage)
      """,
    ]
  }
}
