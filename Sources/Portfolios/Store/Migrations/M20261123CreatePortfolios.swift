import JournalStore
import Storage

extension Migration {
  /// Portfolios of patents, what is paid and agreed on them, their yearly reviews, and what old platforms handed over.
  static let createPortfolios = Migration("2026-11-23 create portfolios") { dialect in
    holdings(dialect) + reviews(dialect) + imports(dialect)
  }

  private static func holdings(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE portfolios (
        id         \(dialect.key) NOT NULL PRIMARY KEY,
        owner      \(dialect.text) NOT NULL UNIQUE CHECK (length(owner) = 18),
        owner_name TEXT   NOT NULL CHECK (owner_name <> ''),
        reduction  TEXT   NOT NULL CHECK (reduction IN ('none', 'single', 'joint')),
        lead_days  BIGINT NOT NULL CHECK (lead_days BETWEEN 1 AND 180),
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE portfolio_patents (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        portfolio     BIGINT NOT NULL REFERENCES portfolios (id),
        number        \(dialect.text) NOT NULL,
        patent        BIGINT,
        title         TEXT   NOT NULL CHECK (title <> ''),
        kind          TEXT   NOT NULL CHECK (kind IN ('invention', 'utilityModel', 'design')),
        filed_on      \(dialect.text) NOT NULL,
        granted_on    \(dialect.text),
        inventors     TEXT   NOT NULL,
        department    \(dialect.text),
        owner_role    TEXT   NOT NULL CHECK (owner_role IN ('sole', 'first', 'other')),
        co_owners     TEXT   NOT NULL,
        share         BIGINT CHECK (share BETWEEN 0 AND 10000),
        reduction     TEXT   NOT NULL CHECK (reduction IN ('none', 'single', 'joint')),
        paid_through  BIGINT CHECK (paid_through BETWEEN 1 AND 20),
        left_way      TEXT   CHECK (left_way IN
          ('transferred', 'abandoned', 'lapsed', 'expired', 'invalidated', 'refused')),
        left_on       \(dialect.text),
        left_document TEXT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (portfolio, number)
      )
      """,
      """
      CREATE TABLE portfolio_contracts (
        id           \(dialect.key) NOT NULL PRIMARY KEY,
        holding      BIGINT NOT NULL REFERENCES portfolio_patents (id),
        kind         TEXT   NOT NULL CHECK (kind IN ('exclusive', 'sole', 'ordinary', 'open-licence', 'pledge')),
        counterparty TEXT   NOT NULL,
        document     TEXT   NOT NULL CHECK (document <> ''),
        first_day    \(dialect.text) NOT NULL,
        last_day     \(dialect.text) CHECK (last_day >= first_day),
        ended_on     \(dialect.text),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX portfolio_contracts_by_holding ON portfolio_contracts (holding)",
      """
      CREATE TABLE portfolio_payments (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        holding   BIGINT NOT NULL REFERENCES portfolio_patents (id),
        year      BIGINT NOT NULL CHECK (year BETWEEN 1 AND 20),
        amount    BIGINT NOT NULL CHECK (amount >= 0),
        surcharge BIGINT NOT NULL CHECK (surcharge >= 0),
        paid_on   \(dialect.text) NOT NULL,
        document  TEXT   NOT NULL CHECK (document <> ''),
        \(RecordTable.vouching(dialect)),
        UNIQUE (holding, year)
      )
      """,
      """
      CREATE TABLE portfolio_reminders (
        holding BIGINT NOT NULL,
        year    BIGINT NOT NULL,
        sort    \(dialect.text) NOT NULL CHECK (sort IN ('ahead', 'late')),
        sent_at BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (holding, year, sort)
      )
      """,
    ]
  }

  private static func reviews(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE portfolio_reviews (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        portfolio BIGINT NOT NULL REFERENCES portfolios (id),
        year      BIGINT NOT NULL,
        opened_at BIGINT NOT NULL,
        opened_by TEXT   NOT NULL,
        list_hash TEXT   NOT NULL,
        previous  BIGINT REFERENCES portfolio_reviews (id),
        closed_at BIGINT,
        closed_by TEXT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (portfolio, year)
      )
      """,
      """
      CREATE TABLE portfolio_review_items (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        review        BIGINT NOT NULL REFERENCES portfolio_reviews (id),
        place         BIGINT NOT NULL CHECK (place > 0),
        holding       BIGINT NOT NULL REFERENCES portfolio_patents (id),
        number        \(dialect.text) NOT NULL,
        title         TEXT   NOT NULL,
        kind          TEXT   NOT NULL CHECK (kind IN ('invention', 'utilityModel', 'design')),
        filed_on      \(dialect.text) NOT NULL,
        granted_on    \(dialect.text),
        department    TEXT,
        inventors     TEXT   NOT NULL,
        annuity       TEXT   NOT NULL CHECK (annuity IN
          ('due', 'late', 'overdue', 'unstated', 'complete', 'application', 'expired')),
        next_year     BIGINT,
        next_day      \(dialect.text),
        next_fee      BIGINT,
        contracts     TEXT   NOT NULL,
        last_decision TEXT   CHECK (last_decision IN ('keep', 'transfer', 'license', 'open-licence', 'abandon')),
        changes       TEXT   NOT NULL,
        maturity      BIGINT CHECK (maturity BETWEEN 1 AND 5),
        market        BIGINT CHECK (market BETWEEN 1 AND 5),
        resistance    BIGINT CHECK (resistance BETWEEN 1 AND 5),
        decision      TEXT   CHECK (decision IN ('keep', 'transfer', 'license', 'open-licence', 'abandon')),
        reason        TEXT,
        evidence      TEXT,
        decided_by    BIGINT,
        decider       TEXT,
        decided_at    BIGINT,
        second_by     BIGINT CHECK (second_by <> decided_by),
        second        TEXT,
        second_at     BIGINT,
        sent_back     TEXT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (review, place),
        UNIQUE (review, holding)
      )
      """,
      "CREATE INDEX portfolio_review_items_by_holding ON portfolio_review_items (holding)",
    ]
  }

  private static func imports(_ dialect: Dialect) -> [SQL] {
    [
      """
      CREATE TABLE portfolio_imports (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        portfolio BIGINT NOT NULL REFERENCES portfolios (id),
        file_name TEXT   NOT NULL,
        file_hash TEXT   NOT NULL,
        taken_at  BIGINT NOT NULL,
        taken_by  TEXT   NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX portfolio_imports_by_portfolio ON portfolio_imports (portfolio, id)",
      """
      CREATE TABLE portfolio_import_rows (
        run      BIGINT NOT NULL REFERENCES portfolio_imports (id),
        place    BIGINT NOT NULL,
        line     BIGINT NOT NULL,
        number   TEXT   NOT NULL,
        title    TEXT   NOT NULL,
        effect   \(dialect.text) NOT NULL CHECK (effect IN ('added', 'updated', 'unchanged', 'repeated', 'rejected')),
        code     TEXT,
        words_zh TEXT,
        words_en TEXT,
        holding  BIGINT,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (run, place)
      ) \(dialect.keyedStorage)
      """,
    ]
  }
}
