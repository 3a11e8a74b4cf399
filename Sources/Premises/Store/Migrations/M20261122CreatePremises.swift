import JournalStore
import Storage

extension Migration {
  /// Sites, buildings, floors, rooms, and who is in them.
  ///
  /// For reports: an institution is at a site on a day if `occupancies` has a row with `tenant` = its social credit
  /// code, `withdrawn` = 0, `first_day` <= day and (`last_day` IS NULL OR `last_day` >= day); `site` is the code of
  /// the site: `centre`, `gaoxin` or `life-town`. Areas are hundredths of a square metre, days ISO text.
  static let createPremises = Migration("2026-11-22 create premises") { dialect in
    [
      """
      CREATE TABLE sites (
        id      \(dialect.key) NOT NULL PRIMARY KEY,
        code    \(dialect.text) NOT NULL UNIQUE CHECK (code IN ('centre', 'gaoxin', 'life-town')),
        stage   TEXT   NOT NULL CHECK (stage IN ('starting', 'growing', 'mature')),
        outline TEXT   NOT NULL CHECK (outline <> ''),
        \(RecordTable.vouching(dialect))
      )
      """,
      """
      CREATE TABLE buildings (
        id   \(dialect.key) NOT NULL PRIMARY KEY,
        site BIGINT NOT NULL REFERENCES sites (id),
        name \(dialect.text) NOT NULL CHECK (name <> ''),
        \(RecordTable.vouching(dialect)),
        UNIQUE (site, name)
      )
      """,
      """
      CREATE TABLE floors (
        id       \(dialect.key) NOT NULL PRIMARY KEY,
        building BIGINT NOT NULL REFERENCES buildings (id),
        number   BIGINT NOT NULL CHECK (number <> 0),
        gross    BIGINT NOT NULL CHECK (gross > 0),
        usable   BIGINT NOT NULL CHECK (usable > 0 AND usable <= gross),
        outline  TEXT   NOT NULL CHECK (outline <> ''),
        \(RecordTable.vouching(dialect)),
        UNIQUE (building, number)
      )
      """,
      """
      CREATE TABLE rooms (
        id        \(dialect.key) NOT NULL PRIMARY KEY,
        floor     BIGINT NOT NULL REFERENCES floors (id),
        number    \(dialect.text) NOT NULL CHECK (number <> ''),
        area      BIGINT NOT NULL CHECK (area > 0),
        outline   TEXT   NOT NULL CHECK (outline <> ''),
        kind      TEXT   NOT NULL CHECK (kind IN ('office', 'desk', 'meeting', 'service', 'common')),
        first_day \(dialect.text) NOT NULL,
        last_day  \(dialect.text) CHECK (last_day >= first_day),
        \(RecordTable.vouching(dialect))
      )
      """,
      "CREATE INDEX rooms_by_floor ON rooms (floor)",
      """
      CREATE TABLE occupancies (
        id                 \(dialect.key) NOT NULL PRIMARY KEY,
        room               BIGINT NOT NULL REFERENCES rooms (id),
        site               \(dialect.text) NOT NULL CHECK (site IN ('centre', 'gaoxin', 'life-town')),
        tenant             \(dialect.text) NOT NULL CHECK (length(tenant) = 18),
        tenant_name        TEXT   NOT NULL CHECK (tenant_name <> ''),
        first_day          \(dialect.text) NOT NULL,
        last_day           \(dialect.text) CHECK (last_day >= first_day),
        stage              TEXT   CHECK (stage IN ('starting', 'growing', 'mature')),
        contract           TEXT   NOT NULL CHECK (contract <> ''),
        decision           TEXT   NOT NULL CHECK (decision <> ''),
        departure_reason   TEXT   CHECK (departure_reason IN
          ('expired', 'own', 'appraisal', 'graduated', 'moved', 'closed')),
        departure_decision TEXT   CHECK ((departure_reason IS NULL) = (departure_decision IS NULL)),
        dispute            TEXT,
        withdrawn          BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
        \(RecordTable.vouching(dialect)),
        CHECK (departure_reason IS NULL OR last_day IS NOT NULL)
      )
      """,
      "CREATE INDEX occupancies_by_tenant ON occupancies (tenant, first_day)",
      "CREATE INDEX occupancies_by_room ON occupancies (room, first_day)",
    ]
  }
}
