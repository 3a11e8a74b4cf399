import JournalStore
import Storage

extension Migration {
  /// Navigation projects, what they count, what was removed and why, what was written, reviewed and decided.
  static let createNavigation = Migration("2026-11-24 create navigation") { dialect in
    projects(dialect) + datasets(dialect) + reports(dialect)
  }

  private static func projects(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE navigation_projects (
        id               \(dialect.key) NOT NULL PRIMARY KEY,
        title            TEXT   NOT NULL CHECK (title <> ''),
        kind             TEXT   NOT NULL CHECK (kind IN ('regional', 'industrial', 'enterprise', 'research', 'talent')),
        need             TEXT   NOT NULL CHECK (need <> ''),
        scope            TEXT   NOT NULL,
        orderer_name     TEXT   NOT NULL CHECK (orderer_name <> ''),
        orderer          \(dialect.text) CHECK (length(orderer) = 18),
        restriction      TEXT   NOT NULL,
        cutoff           \(dialect.text),
        is_public        BIGINT NOT NULL CHECK (is_public IN (0, 1)),
        maker            \(dialect.text) CHECK (length(maker) = 18),
        maker_name       TEXT   NOT NULL,
        author           BIGINT NOT NULL,
        author_name      TEXT   NOT NULL,
        opened_at        BIGINT NOT NULL,
        stage            \(dialect.text) NOT NULL CHECK (stage IN
          ('scoping', 'analysing', 'reviewing', 'accepted', 'released', 'declined')),
        dataset          BIGINT,
        submitted_at     BIGINT,
        released_at      BIGINT CHECK ((stage = 'released') = (released_at IS NOT NULL)),
        released_by      TEXT,
        declined_because TEXT CHECK ((stage = 'declined') = (declined_because IS NOT NULL)),
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE navigation_branches (
        project BIGINT NOT NULL REFERENCES navigation_projects (id),
        place   BIGINT NOT NULL CHECK (place > 0),
        name    TEXT   NOT NULL CHECK (name <> ''),
        query   TEXT   NOT NULL CHECK (query <> ''),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (project, place)
      ) \(dialect.keyedStorage)
      """,
    ]
  }

  private static func datasets(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE navigation_datasets (
        id                   \(dialect.key) NOT NULL PRIMARY KEY,
        project              BIGINT NOT NULL REFERENCES navigation_projects (id),
        number               BIGINT NOT NULL CHECK (number > 0),
        frozen_at            BIGINT NOT NULL,
        frozen_by            TEXT   NOT NULL,
        position             BIGINT NOT NULL,
        corpus               BIGINT NOT NULL CHECK (corpus >= 0),
        cutoff               \(dialect.text),
        latest               \(dialect.text),
        restriction          TEXT   NOT NULL,
        hits                 BIGINT NOT NULL,
        beyond               BIGINT NOT NULL CHECK (beyond >= 0),
        documents            BIGINT NOT NULL CHECK (documents > 0 AND documents = hits - beyond),
        hash                 TEXT   NOT NULL CHECK (length(hash) = 64),
        months               BIGINT NOT NULL,
        international_months BIGINT NOT NULL,
        names                TEXT   NOT NULL,
        log_statement        TEXT,
        log_by               TEXT,
        log_at               BIGINT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (project, number)
      )
      """,
      """
      CREATE TABLE navigation_dataset_branches (
        dataset BIGINT NOT NULL REFERENCES navigation_datasets (id),
        place   BIGINT NOT NULL CHECK (place > 0),
        name    TEXT   NOT NULL,
        query   TEXT   NOT NULL,
        hits    BIGINT NOT NULL CHECK (hits >= 0),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (dataset, place)
      ) \(dialect.keyedStorage)
      """,
      """
      CREATE TABLE navigation_documents (
        dataset  BIGINT NOT NULL REFERENCES navigation_datasets (id),
        document BIGINT NOT NULL,
        content  TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (dataset, document)
      ) \(dialect.keyedStorage)
      """,
      """
      CREATE TABLE navigation_removals (
        dataset     BIGINT NOT NULL REFERENCES navigation_datasets (id),
        document    BIGINT NOT NULL,
        reason      TEXT   NOT NULL CHECK (reason IN
          ('noise', 'out-of-scope', 'faulty', 'same-application', 'same-family', 'duplicate')),
        merged_into BIGINT CHECK (merged_into <> document),
        note        TEXT   NOT NULL CHECK (note <> ''),
        removed_by  TEXT   NOT NULL,
        removed_at  BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (dataset, document)
      ) \(dialect.keyedStorage)
      """,
    ]
  }

  private static func reports(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE navigation_sections (
        project    BIGINT NOT NULL REFERENCES navigation_projects (id),
        section    \(dialect.text) NOT NULL,
        text       TEXT   NOT NULL CHECK (text <> ''),
        writer     BIGINT NOT NULL,
        written_by TEXT   NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (project, section)
      ) \(dialect.keyedStorage)
      """,
      """
      CREATE TABLE navigation_reviews (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        project       BIGINT NOT NULL REFERENCES navigation_projects (id),
        dataset       BIGINT NOT NULL REFERENCES navigation_datasets (id),
        reviewer      BIGINT NOT NULL,
        reviewer_name TEXT   NOT NULL,
        capacity      TEXT   NOT NULL CHECK (capacity <> ''),
        verdict       TEXT   NOT NULL CHECK (verdict IN ('accept', 'send-back')),
        opinion       TEXT   NOT NULL CHECK (opinion <> ''),
        reviewed_at   BIGINT NOT NULL,
        content_hash  TEXT   NOT NULL CHECK (length(content_hash) = 64),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX navigation_reviews_by_project ON navigation_reviews (project, id)",
      """
      CREATE TABLE navigation_uses (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        project   BIGINT NOT NULL REFERENCES navigation_projects (id),
        user_name TEXT   NOT NULL CHECK (user_name <> ''),
        decision  TEXT   NOT NULL CHECK (decision <> ''),
        used_on   \(dialect.text) NOT NULL,
        document  TEXT   NOT NULL,
        told_by   TEXT   NOT NULL,
        told_at   BIGINT NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX navigation_uses_by_project ON navigation_uses (project, id)",
    ]
  }
}
