import Fixtures
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `The check of the journal` {
  /// One value of one row at a time, in every column of every table, and back again.
  @Test(arguments: DatabaseKind.all)
  func `names every single value that was altered`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      let intact = try await ledger.verdict()
      var altered: Set<String> = []
      for table in ["people", "shares", "journal", "journal_changes", "journal_personal", "journal_head"] {
        for (column, type) in try await columns(of: table, in: ledger) where (table, column) != ("journal_head", "id") {
          let name = SQL(name: column)
          for (place, old) in try await values(of: column, in: table, ledger).enumerated() {
            let new = changed(old, type: type)
            let row: SQL = "\(SQL(name: table))"
            let same: SQL = old == .null ? "\(name) IS NULL" : "\(name) = \(old)"
            guard try await ledger.count("SELECT count(*) FROM \(row) WHERE \(same)") == 1 || place == 0 else {
              continue
            }
            let before = try await snapshot(of: table, ledger)
            try await ledger.tamper("UPDATE \(row) SET \(name) = \(new) WHERE \(same)")
            let verdict = try await ledger.verdict()
            #expect(isNamed(verdict, table: table), "\(table).\(column): \(verdict)")
            altered.insert("\(table).\(column)")
            try await restore(before, to: table, ledger)
          }
        }
      }
      // people 8, shares 5, journal 14, index 3, personal values 6, head 2.
      #expect(altered.count == 38)
      #expect(try await ledger.verdict() == intact)
    }
  }

  private func isNamed(_ verdict: JournalVerdict, table: String) -> Bool {
    switch (table, verdict) {
    case ("people", .broken(.record("people", _))), ("shares", .broken(.record("shares", _))): true
    case ("journal", .broken(.entry)), ("journal", .broken(.gap)): true
    case ("journal_changes", .broken(.index)), ("journal_personal", .broken(.personal)): true
    case ("journal_head", .broken(.tail)): true
    default: false
    }
  }

  private func changed(_ value: SQLValue, type: String) -> SQLValue {
    switch value {
    case .integer(let integer): .integer(integer + 1_000)
    case .real(let real): .real(real.nextUp)
    case .text(let text): .text(text + " ")
    case .blob(let bytes): .blob(bytes.dropLast() + [(bytes.last ?? 0) ^ 1])
    case .null: type.uppercased().contains("TEXT") ? .text("x") : .integer(1)
    }
  }

  private func columns(of table: String, in ledger: Ledger) async throws -> [(String, String)] {
    let listing: SQL =
      switch ledger.database.dialect {
      case .sqlite: "SELECT name, type FROM pragma_table_info(\(table))"
      case .postgres:
        """
        SELECT CAST(column_name AS TEXT), CAST(data_type AS TEXT) FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = \(table)
        """
      }
    return try await ledger.database.read { db in
      try db.rows(listing).map { row in
        var columns = row.columns
        return try (columns.text(), columns.text())
      }
    }
  }

  private func values(of column: String, in table: String, _ ledger: Ledger) async throws -> [SQLValue] {
    try await ledger.database.read { db in
      try db.rows("SELECT DISTINCT \(SQL(name: column)) FROM \(SQL(name: table))").prefix(4).map { $0.values[0] }
    }
  }

  private func snapshot(of table: String, _ ledger: Ledger) async throws -> [[SQLValue]] {
    try await ledger.database.read { try $0.rows("SELECT * FROM \(SQL(name: table))").map(\.values) }
  }

  private func restore(_ rows: [[SQLValue]], to table: String, _ ledger: Ledger) async throws {
    let columns = try await columns(of: table, in: ledger).map(\.0)
    try await ledger.database.write { db in
      try db.run("DELETE FROM \(SQL(name: table))")
      try db.insert(rows, into: table, columns: columns)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `names rows that were removed, added or exchanged`(_ kind: DatabaseKind) async throws {
    try await expect(.records(entry: 4, expected: 7, found: 6), on: kind, after: "DELETE FROM people WHERE id = 15")
    try await expect(
      .records(entry: 2, expected: 2, found: 1), on: kind, after: "DELETE FROM shares WHERE owner = 1")
    try await expect(
      .record(table: "people", key: "77"), on: kind,
      after: """
        INSERT INTO people (id, name, phone, grade, weight, photo, entry, digest)
        SELECT 77, name, phone, grade, weight, photo, entry, digest FROM people WHERE id = 1
        """)
    try await expect(
      .record(table: "people", key: "1"), on: kind,
      after: "UPDATE people SET name = CASE id WHEN 1 THEN '韩梅梅' ELSE '李雷' END WHERE id IN (1, 2)")
  }

  @Test(arguments: DatabaseKind.all)
  func `finds a row whose digest was forged along`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      let forged = Ledger.person(1, grade: 99)
      let digest = RowDigest(table: "people").of(forged, entry: 3)
      try await ledger.tamper("UPDATE people SET grade = 99, digest = \(digest) WHERE id = 1")
      #expect(try await ledger.verdict() == .broken(.records(entry: 3, expected: 1, found: 1)))
      let moved = RowDigest(table: "people").of(forged, entry: 4)
      try await ledger.tamper("UPDATE people SET digest = \(moved), entry = 4 WHERE id = 1")
      #expect(try await ledger.verdict() == .broken(.records(entry: 3, expected: 1, found: 0)))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `finds entries removed, exchanged and cut off`(_ kind: DatabaseKind) async throws {
    try await expect(.gap(before: 5), on: kind, after: "DELETE FROM journal WHERE number = 4")
    try await expect(.gap(before: 2), on: kind, after: "DELETE FROM journal WHERE number = 1")
    try await expect(.tail(noted: 7, found: 6), on: kind, after: "DELETE FROM journal WHERE number = 7")
    try await expect(.tail(noted: 0, found: 7), on: kind, after: "DELETE FROM journal_head")
    try await expect(
      .entry(4), on: kind, after: "UPDATE journal SET number = 104 WHERE number = 4",
      "UPDATE journal SET number = 4 WHERE number = 5", "UPDATE journal SET number = 5 WHERE number = 104")
  }

  @Test(arguments: DatabaseKind.all)
  func `finds a cut tail by a head that was published`(_ kind: DatabaseKind) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      let heads = try await ledger.desk.dailyHeads(by: ledger.clerk)
      let published = try #require(heads.first?.1)
      #expect(published.number == 7)
      try await ledger.tamper("DELETE FROM journal WHERE number = 7")
      try await ledger.tamper(
        "UPDATE journal_head SET number = 6, hash = (SELECT hash FROM journal WHERE number = 6)")
      guard case .intact(6, _, _) = try await ledger.verdict() else {
        Issue.record("a note that nobody has seen can be cut off")
        return
      }
      #expect(try await ledger.verdict(head: published.hash) == .broken(.head(wanted: published.hash)))
    }
  }

  @Test(arguments: [DatabaseKind.memory, .file])
  func `names an entry into which SQLite let a text where a number belongs`(_ kind: DatabaseKind) async throws {
    try await expect(.entry(3), on: kind, after: "UPDATE journal SET happened_at = 'x' WHERE number = 3")
    try await expect(
      .record(table: "people", key: "2"), on: kind, after: "UPDATE people SET entry = 'x' WHERE id = 2")
    try await expect(.tail(noted: 0, found: 7), on: kind, after: "UPDATE journal_head SET number = 'x'")
    try await expect(
      .personal(entry: 1), on: kind, after: "UPDATE journal_personal SET place = 'x' WHERE entry = 1 AND place = 0")
  }

  /// The digests come from a program in another language.
  @Test func `has digests that anybody can compute`() {
    let people = RowDigest(table: "people")
    #expect(
      hexadecimal(people.of([.integer(7), .text("李雷"), .null, .real(1.5), .blob([0, 0xFF])], entry: 3))
        == "d58ef2db6a4299792e6529f5c012b6ddacc3d39e499974180fb7a4a52516ca60")
    #expect(
      hexadecimal(people.of([.integer(-1), .text(""), .real(-0.0), .blob([])], entry: 9))
        == "3fd3e8f37bf92f7bddc0ac63a5d96137eb6a1e72cc79f3bf9356a3aee7dc181c")
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func expect(_ wanted: JournalBreak, on kind: DatabaseKind, after changes: SQL...) async throws {
    try await Ledger.with(kind) { ledger in
      try await ledger.fill()
      for change in changes { #expect(try await ledger.tamper(change) > 0) }
      #expect(try await ledger.verdict() == .broken(wanted))
    }
  }
}
