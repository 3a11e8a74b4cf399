import JournalStore
import Storage

extension Migration {
  /// Topics and their votes, lectures with their tests, and who registered.
  static let createLectures = Migration("2026-11-23 create lectures") { dialect in
    [
      """
      CREATE TABLE lectures (
        id               \(dialect.key) NOT NULL PRIMARY KEY,
        year             BIGINT NOT NULL,
        serial           BIGINT NOT NULL CHECK (serial > 0),
        title            TEXT   NOT NULL CHECK (title <> ''),
        series           TEXT   NOT NULL CHECK (series IN ('order', 'training', 'topic')),
        about            TEXT,
        lecturer         TEXT   NOT NULL,
        lecturer_account BIGINT,
        matter           BIGINT,
        medium           TEXT   NOT NULL CHECK (medium IN ('onsite', 'online')),
        place            TEXT   NOT NULL,
        starts_at        BIGINT NOT NULL,
        ends_at          BIGINT NOT NULL CHECK (ends_at > starts_at),
        capacity         BIGINT NOT NULL CHECK (capacity > 0),
        least            BIGINT NOT NULL CHECK (least > 0),
        pass_mark        BIGINT NOT NULL CHECK (pass_mark BETWEEN 1 AND 100),
        tries            BIGINT NOT NULL CHECK (tries > 0),
        stage            TEXT   NOT NULL CHECK (stage IN ('planned', 'merged', 'cancelled')),
        merged_into      BIGINT REFERENCES lectures (id),
        reason           TEXT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (year, serial),
        CHECK ((stage = 'merged') = (merged_into IS NOT NULL))
      )
      """,
      "CREATE INDEX lectures_by_start ON lectures (starts_at)",
      // An order has one lecture at a time; another follows only one that was merged or cancelled.
      "CREATE UNIQUE INDEX lectures_once ON lectures (matter) WHERE stage = 'planned'",
      "CREATE INDEX lectures_by_matter ON lectures (matter, year, serial)",
      """
      CREATE TABLE lecture_questions (
        lecture BIGINT NOT NULL REFERENCES lectures (id),
        place   BIGINT NOT NULL CHECK (place > 0),
        text    TEXT   NOT NULL,
        answers TEXT   NOT NULL,
        correct BIGINT NOT NULL CHECK (correct >= 0),
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (lecture, place)
      )
      """,
      """
      CREATE TABLE lecture_bookings (
        id            \(dialect.key) NOT NULL PRIMARY KEY,
        lecture       BIGINT NOT NULL REFERENCES lectures (id),
        year          BIGINT NOT NULL,
        serial        BIGINT NOT NULL CHECK (serial > 0),
        person        \(dialect.text) NOT NULL,
        name          TEXT   NOT NULL,
        email         TEXT,
        organisation  \(dialect.text) CHECK (length(organisation) = 18),
        employer      TEXT,
        district      TEXT,
        account       BIGINT,
        stage         TEXT   NOT NULL CHECK (stage IN ('seated', 'waiting', 'withdrawn')),
        registered_at BIGINT NOT NULL,
        queued_at     BIGINT NOT NULL,
        moved_from    BIGINT REFERENCES lectures (id),
        signed_at     BIGINT CHECK (signed_at IS NULL OR stage = 'seated'),
        signed_by     TEXT   CHECK (signed_by IN ('code', 'ticket', 'list')),
        tries         BIGINT NOT NULL CHECK (tries >= 0),
        score         BIGINT CHECK (score BETWEEN 0 AND 100),
        certified_at  BIGINT,
        certificate   BIGINT CHECK (certificate > 0),
        rating        BIGINT CHECK (rating BETWEEN 1 AND 5),
        comment       TEXT,
        \(RecordTable.vouching(dialect)),
        UNIQUE (year, serial)
      )
      """,
      "CREATE UNIQUE INDEX lecture_bookings_once ON lecture_bookings (lecture, person) WHERE stage <> 'withdrawn'",
      "CREATE UNIQUE INDEX lecture_bookings_by_certificate ON lecture_bookings (lecture, certificate)",
      "CREATE INDEX lecture_bookings_by_account ON lecture_bookings (account)",
      "CREATE INDEX lecture_bookings_by_queue ON lecture_bookings (lecture, queued_at, year, serial)",
      "CREATE INDEX lecture_bookings_by_sign_in ON lecture_bookings (signed_at)",
      """
      CREATE TABLE lecture_claims (
        matter   \(dialect.key) NOT NULL PRIMARY KEY,
        account  BIGINT NOT NULL,
        name     TEXT   NOT NULL,
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE lecture_topics (
        id           \(dialect.key) NOT NULL PRIMARY KEY,
        title        TEXT   NOT NULL CHECK (title <> ''),
        wish         TEXT,
        quarter      \(dialect.text) NOT NULL,
        nominator    BIGINT NOT NULL,
        nominated_at BIGINT NOT NULL,
        stage        TEXT   NOT NULL CHECK (stage IN ('open', 'scheduled', 'declined')),
        lecture      BIGINT REFERENCES lectures (id),
        reason       TEXT,
        answered_at  BIGINT,
        \(RecordTable.vouching(dialect)),
        CHECK ((stage = 'declined') = (reason IS NOT NULL)),
        CHECK ((stage = 'scheduled') = (lecture IS NOT NULL))
      )
      """,
      "CREATE INDEX lecture_topics_by_quarter ON lecture_topics (quarter)",
      """
      CREATE TABLE lecture_votes (
        topic   BIGINT NOT NULL REFERENCES lecture_topics (id),
        account BIGINT NOT NULL,
        at      BIGINT NOT NULL,
        \(RecordTable.vouching(dialect)),
        PRIMARY KEY (topic, account)
      )
      """,
      """
      CREATE TABLE learning_numbers (
        letters \(dialect.text) NOT NULL,
        year    BIGINT NOT NULL,
        last    BIGINT NOT NULL,
        PRIMARY KEY (letters, year)
      )
      """,
    ]
  }
}
