import AccessStore
import Assembly
import Fixtures
import Foundation
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `The schema` {
  @Test(arguments: [DatabaseKind.file, .postgres].filter(DatabaseKind.all.contains))
  func `of a new database is the committed one`(_ kind: DatabaseKind) async throws {
    let text = try await kind.withDatabase(Schema.migrations) { try await dump($0) }
    let path = Tree.path("docs/schema.\(kind == .postgres ? "postgres" : "sqlite").sql")
    if ProcessInfo.processInfo.environment["IPZONE_WRITE_SCHEMA"] == "1" {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let committed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == committed, "IPZONE_WRITE_SCHEMA=1 renews it, see CONTRIBUTING.md")
  }

  @Test(arguments: DatabaseKind.all)
  func `has tables of two sorts: records that the journal vouches for, and these`(_ kind: DatabaseKind) async throws {
    let tables = try await kind.withDatabase(Schema.migrations) { try await columns(in: $0) }
    let vouched = tables.filter { $0.value.contains("entry") && $0.value.contains("digest") }
    let records = Schema.records.reduce(into: [:]) { $0[$1.name] = Set($1.columns + ["entry", "digest"]) }
    #expect(vouched.mapValues(Set.init) == records)
    #expect(Set(tables.keys).subtracting(vouched.keys) == Set(Self.withoutJournal.keys))
  }

  @Test func `lists no record twice`() {
    #expect(Set(Schema.records.map(\.name)).count == Schema.records.count)
  }

  /// Every other table, and why the journal does not vouch for it.
  private static let withoutJournal = [
    "migrations": "what the schema is, not what the zone knows",
    "zone": "one row of the deployment: kind, birth, count of processes",
    "zone_key": "one row: the mark of the key that the zone is sealed by",
    "journal": "the journal itself",
    "journal_head": "the journal itself: its last hash",
    "journal_table_heads": "derived from the journal's entries: which one changed a table last",
    "journal_changes": "derived from the journal's entries, and checked against them",
    "journal_personal": "values that can be erased; the entries keep their salted hashes",
    "account_secrets": "password hashes and factors; the account's record keeps a mark of them",
    "sessions": "short-lived",
    "sign_in_attempts": "short-lived",
    "reset_requests": "short-lived",
    "form_uses": "short-lived",
    "token_uses": "when a token was last used, once a minute",
    "notice_inbox":
      "which notice lies in whose list, derived from the notices; when it was read is the reader's own affair",
    "notice_deliveries": "progress of deliveries; the notices are in the journal",
    "notice_attempts": "progress of deliveries",
    "notice_secrets": "one-time codes, sealed, until their e-mail has left",
    "webhook_keys": "keys of webhooks, sealed, with a count of failures",
    "jobs": "progress; what a job does to records is in the journal",
    "leases": "short-lived",
    "matter_codes": "keyed marks of the codes that receipts show",
    "matter_numbers": "counts, one a kind and a year; the numbers stand in the matters",
    "learning_numbers": "counts, one a kind and a year; the numbers stand in lectures and registrations",
    "matter_drafts": "what nobody has filed yet",
    "saved_query_marks": "how far each watched query has been looked at",
    "patent_names": "an index from names to patents, derived from the patents",
  ]

  private func columns(in database: any Database) async throws -> [String: [String]] {
    try await database.read { db in
      let listing: SQL =
        switch db.dialect {
        case .sqlite:
          """
          SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
          """
        case .postgres:
          """
          SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
          WHERE table_schema = current_schema()
            AND table_name NOT IN (SELECT viewname FROM pg_views WHERE schemaname = current_schema())
          """
        }
      return try db.rows(listing).reduce(into: [:]) { found, row in
        var columns = row.columns
        try found[columns.text(), default: []].append(columns.text())
      }
    }
  }

  private func dump(_ database: any Database) async throws -> String { try await SchemaDump.text(of: database) }
}

@Suite struct `The migrations` {
  @Test(arguments: [DatabaseKind.file, .postgres].filter(DatabaseKind.all.contains))
  func `change nothing when they run again on a zone with data`(_ kind: DatabaseKind) async throws {
    try await withZone(on: kind) { zone in
      _ = try await Places(in: zone)
      let before = try await DataDigest(of: zone.zone.database)
      #expect(try await rerun(zone.zone.database).isEmpty)
      #expect(try await DataDigest(of: zone.zone.database).tables(differingFrom: before).isEmpty)
      #expect(try await zone.isIntact())
    }
  }

  /// Data of every earlier migration stay as they are when a later one comes.
  @Test(arguments: DatabaseKind.all)
  func `keep the data that earlier ones brought about`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase { database in
      for (place, migration) in Schema.migrations.enumerated() {
        let before = try await DataDigest(of: database)
        let seen = try await rows(in: database)
        let ran = try await Migration.run(Array(Schema.migrations[...place]), on: database)
        #expect(ran == [migration.name])
        let changed = try await DataDigest(of: database).tables(differingFrom: before)
        // A new table is a change, a table with rows that changed is none that a migration may make unseen.
        #expect(Set(changed).intersection(seen.keys).subtracting(["migrations"]).isEmpty, "\(migration.name)")
        try await fill(database, place)
      }
      let pending = try await Migration.pending(Schema.migrations, in: database)
      #expect(pending.isEmpty)
    }
  }

  /// The zone's own row, once its table is there: the one row that comes before any desk.
  private func fill(_ database: any Database, _ place: Int) async throws {
    guard place == 0 else { return }
    try await database.write { db in
      try db.run("INSERT INTO zone (id, demonstration, created_at, last_node) VALUES (1, 1, 1795320000000, 3)")
    }
  }

  private func rows(in database: any Database) async throws -> [String: Int64] {
    try await database.read { db in
      let listing: SQL =
        switch db.dialect {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        case .postgres: "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"
        }
      return try db.rows(listing).reduce(into: [:]) { found, row in
        var columns = row.columns
        let table = try columns.text()
        var count = try db.rows("SELECT count(*) FROM \(SQL(name: table))")[0].columns
        found[table] = try count.integer()
      }
    }
  }

  private func rerun(_ database: any Database) async throws -> [String] {
    try await Migration.run(Schema.migrations, on: database)
  }
}

/// A demonstration zone on a kind of database.
func withZone(on kind: DatabaseKind, _ work: (TestZone) async throws -> Void) async throws {
  guard kind == .postgres else { return try await TestZone.with(Settings(), work) }
  try await kind.withPlace { place in
    guard case .postgres(let url) = place else { return }
    try await TestZone.inFolder { folder in
      let zone = try await TestZone(ZonePlace(directory: folder, server: url), clock: TestClock())
      try await zone.zone.access.createDemonstrationLogins(by: zone.zone.console)
      try await work(zone)
      try await zone.zone.close()
    }
  }
}
