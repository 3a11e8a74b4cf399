import JournalStore
import Storage

extension Migration {
  /// Chosen readings, frozen figures with their rows, and outside series.
  ///
  /// The view `series_in_use` is for the queries of indicators: one value a series and period, the final one first.
  static let createFigures = Migration("2026-11-22 create figures") { dialect in
    [rulings(dialect), frozen(dialect)]
      + [
        """
        CREATE TABLE figure_rows (
          frozen        BIGINT NOT NULL REFERENCES figures_frozen (id),
          position      BIGINT NOT NULL,
          record_table  TEXT   NOT NULL,
          record        BIGINT NOT NULL,
          counted_as    TEXT   NOT NULL,
          weight        BIGINT NOT NULL,
          part          TEXT   NOT NULL CHECK (part IN ('now', 'of', 'before', 'before-of')),
          grade         BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
          record_entry  BIGINT,
          record_digest TEXT,
          \(RecordTable.vouching(dialect)),
          PRIMARY KEY (frozen, position)
        )
        """,
        """
        CREATE TABLE figure_publications (
          frozen       \(dialect.key) NOT NULL PRIMARY KEY REFERENCES figures_frozen (id),
          reason       TEXT   NOT NULL,
          published_by TEXT   NOT NULL,
          published_at BIGINT NOT NULL,
          \(RecordTable.vouching(dialect))
        )
        """,
        series(dialect),
        """
        CREATE VIEW series_in_use AS
        SELECT id, series, period, period_end, numerator, denominator, standing FROM (
          SELECT id, series, period, period_end, numerator, denominator, standing,
            row_number() OVER (PARTITION BY series, period ORDER BY standing, published_on DESC, id DESC) AS place
          FROM series_values
        ) AS ranked WHERE place = 1
        """,
      ]
  }

  private static func rulings(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE figure_rulings (
      id        \(dialect.key) NOT NULL PRIMARY KEY,
      ruling    \(dialect.text) NOT NULL UNIQUE,
      option    TEXT   NOT NULL,
      reason    TEXT   NOT NULL,
      chosen_by TEXT   NOT NULL,
      chosen_at BIGINT NOT NULL,
      \(RecordTable.vouching(dialect))
    )
    """
  }

  private static func frozen(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE figures_frozen (
      id                     \(dialect.key) NOT NULL PRIMARY KEY,
      code                   \(dialect.text) NOT NULL,
      cutoff                 \(dialect.text) NOT NULL,
      edition                BIGINT NOT NULL,
      definition             TEXT   NOT NULL,
      rulings                TEXT   NOT NULL,
      state                  TEXT   NOT NULL,
      numerator              BIGINT,
      denominator            BIGINT CHECK (denominator > 0),
      verdict                TEXT   NOT NULL,
      comparator_numerator   BIGINT,
      comparator_denominator BIGINT CHECK (comparator_denominator > 0),
      comparator_source      TEXT,
      row_count              BIGINT NOT NULL,
      declared               BIGINT NOT NULL,
      list_hash              TEXT   NOT NULL,
      reason                 TEXT   NOT NULL,
      frozen_by              TEXT   NOT NULL,
      frozen_at              BIGINT NOT NULL,
      demonstration          BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
      \(RecordTable.vouching(dialect)),
      UNIQUE (code, cutoff, edition)
    )
    """
  }

  private static func series(_ dialect: Dialect) -> SQL {
    """
    CREATE TABLE series_values (
      id           \(dialect.key) NOT NULL PRIMARY KEY,
      series       \(dialect.text) NOT NULL,
      period       \(dialect.text) NOT NULL,
      period_end   \(dialect.text) NOT NULL,
      numerator    BIGINT NOT NULL,
      denominator  BIGINT NOT NULL CHECK (denominator > 0),
      standing     \(dialect.text) NOT NULL CHECK (standing IN ('final', 'provisional')),
      source       TEXT   NOT NULL CHECK (source <> ''),
      published_on \(dialect.text) NOT NULL,
      imported_on  \(dialect.text) NOT NULL,
      \(RecordTable.vouching(dialect)),
      UNIQUE (series, period, standing, published_on)
    )
    """
  }
}
