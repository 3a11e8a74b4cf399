import Dispatch
import Fixtures
import Foundation
import Storage
import Testing

@Suite struct `A transaction` {
  private struct SecondThoughts: Error {}

  @Test(arguments: DatabaseKind.all)
  func `that throws leaves nothing`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      await #expect(throws: SecondThoughts.self) {
        try await database.write { db in
          try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
          throw SecondThoughts()
        }
      }
      try await #require(database.read { try $0.count("SELECT count(*) FROM people") } == 0)
    }
  }

  @Test(arguments: DatabaseKind.all, [1, 40])
  func `names the key that was taken`(_ kind: DatabaseKind, _ count: Int64) async throws {
    try await kind.withDatabase([.people]) { database in
      try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, 'a')") }
      let taken = StorageFault.duplicate(kind == .postgres ? "people_pkey" : "people.id")
      await #expect(throws: taken) {
        try await database.write { db in
          try db.insert((1...count).map { [.integer($0), .text("b")] }, into: "people", columns: ["id", "name"])
        }
      }
      await #expect(throws: taken) {
        try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, 'a')") }
      }
      #expect(try await database.read { try $0.count("SELECT count(*) FROM people") } == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is doomed by a failed statement, even if nobody minds`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      await #expect(throws: StorageFault.self) {
        try await database.write { db in
          try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
          _ = try? db.run("INSERT INTO people (id, name) VALUES (1, 'b')")
        }
      }
      await #expect(throws: StorageFault.self) {
        try await database.write { db in
          _ = try? db.rows("SELECT nothing FROM nowhere")
          _ = try db.rows("SELECT id FROM people")
        }
      }
      try await #require(database.read { try $0.count("SELECT count(*) FROM people") } == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `counts what it changed`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      try await database.write { db in
        let columns = ["id", "name"]
        let rows = (1...30).map { [SQLValue.integer($0), .text("a")] }
        try #require(db.insert(rows, into: "people", columns: columns) == 30)
        try #require(db.run("UPDATE people SET name = 'b' WHERE id <= 10") == 10)
        try #require(db.run("CREATE TABLE other (id BIGINT)") == 0)
        try #require(db.run("SELECT id FROM people") == 0)
        try #require(db.run("DELETE FROM people WHERE id > 100") == 0)
        try #require(db.insert([], into: "people", columns: columns) == 0)
        let more = (21...60).map { [SQLValue.integer($0), .text("c")] }
        try #require(db.insert(more, into: "people", columns: columns, onConflict: "ON CONFLICT DO NOTHING") == 30)
        try #require(db.count("SELECT count(*) FROM people") == 60)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lets a later row of one insertion meet an earlier one`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let names = try await database.write { db in
        try db.insert(
          [[.integer(1), .text("a")], [.integer(1), .text("b")]], into: "people", columns: ["id", "name"],
          onConflict: "ON CONFLICT (id) DO UPDATE SET name = people.name || excluded.name || \("!")")
        return try db.rows("SELECT name FROM people").map(\.values)
      }
      #expect(names == [[.text("ab!")]])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `may run statements while it is handed rows`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let pairs = try await database.write { db in
        try db.insert((1...1_200).map { [.integer($0), .text("a")] }, into: "people", columns: ["id", "name"])
        var pairs = 0
        try db.forEach("SELECT id FROM people WHERE id <= 1100 ORDER BY id") { outer in
          guard case .integer(let id) = outer.values[0], id % 100 == 0 else { return }
          try db.forEach("SELECT id FROM people WHERE id <= 1100 ORDER BY id") { _ in pairs += 1 }
          pairs += try db.rows("SELECT id FROM people WHERE id = \(id)").count
        }
        return pairs
      }
      #expect(pairs == 11 * 1_100 + 11)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `goes on when a visitor of its rows has had enough`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let count = try await database.write { db in
        try db.insert((1...1_200).map { [.integer($0), .text("a")] }, into: "people", columns: ["id", "name"])
        var seen = 0
        do {
          try db.forEach("\n  SELECT id FROM people") { _ in
            seen += 1
            if seen == 700 { throw SecondThoughts() }
          }
        } catch is SecondThoughts {}
        try db.run("DELETE FROM people WHERE id > \(seen)")
        return try db.count("SELECT count(*) FROM people")
      }
      #expect(count == 700)
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `loses nothing to twenty others`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people, .counter]) { database in
      try await withThrowingTaskGroup { group in
        for task in 0..<20 {
          group.addTask {
            for turn in 0..<10 {
              try await database.write { db in
                let seen = try db.count("SELECT n FROM counter WHERE id = 1 \(db.dialect.forUpdate)")
                try db.run("UPDATE counter SET n = \(seen + 1) WHERE id = 1")
                try db.run("INSERT INTO people (id, name) VALUES (\(task * 10 + turn), 'a')")
              }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try await database.read { try $0.count("SELECT n FROM counter WHERE id = 1") } == 200)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM people") } == 200)
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `that reads sees one state while another commits`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let (hasRead, hasCommitted) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      async let seen = database.read { db in
        let before = try db.count("SELECT count(*) FROM people")
        hasRead.signal()
        let isInTime = hasCommitted.wait(timeout: .now() + 120) == .success
        return (before, try db.count("SELECT count(*) FROM people"), isInTime)
      }
      try await database.write { db in
        #expect(hasRead.wait(timeout: .now() + 120) == .success)
        try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
      }
      hasCommitted.signal()
      let (before, after, isInTime) = try await seen
      #expect(isInTime)
      #expect(before == 0)
      #expect(after == 0)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM people") } == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that reads cannot write`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      await #expect(throws: StorageFault.self) {
        try await database.read { _ = try $0.rows("INSERT INTO people (id, name) VALUES (1, 'a')") }
      }
      try await #require(database.read { try $0.count("SELECT count(*) FROM people") } == 0)
    }
  }

  /// 200,000 rows of a kilobyte are 200 MB; other tests run beside this one, hence the generous bound.
  @Test(arguments: DatabaseKind.shared)
  func `reads 200,000 rows in bounded memory`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let name = String(repeating: "n", count: 1_000)
      try await database.write { db in
        try db.run(
          """
          INSERT INTO people (id, name)
          WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 200000)
          SELECT i, \(name) FROM numbers
          """)
      }
      let before = residentMegabytes()
      let (count, peak) = try await database.read { db in
        var (count, peak) = (0, 0)
        try db.forEach("SELECT id, name FROM people") { row in
          if count % 20_000 == 0 { peak = max(peak, residentMegabytes()) }
          count += row.values.count == 2 ? 1 : 0
        }
        return (count, peak)
      }
      #expect(count == 200_000)
      #expect(peak - before < 170)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `after the end of the database is refused`(_ kind: DatabaseKind) async throws {
    try await kind.withPlace { place in
      let database = try await place.open()
      try await database.close()
      await #expect(throws: StorageFault.unreachable("the database is closed")) {
        try await database.read { try $0.count("SELECT 1") }
      }
    }
  }
}

extension Migration {
  static let counter = Migration("counter") { _ in
    ["CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL)", "INSERT INTO counter VALUES (1, 0)"]
  }
}

private func residentMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1_024
}
