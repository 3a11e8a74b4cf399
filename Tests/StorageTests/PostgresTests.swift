import Dispatch
import Fixtures
import Logging
import PostgresDriver
import Storage
import Synchronization
import Testing

private let isTested: ConditionTrait = .enabled(
  if: DatabaseKind.all.contains(.postgres), "PostgreSQL is not installed")

@Suite(isTested) struct `PostgreSQL` {
  private func withURL(_ work: (String) async throws -> Void) async throws {
    try await DatabaseKind.postgres.withPlace { place in
      guard case .postgres(let url) = place else { return }
      try await work(url)
    }
  }

  private func withDatabase(
    connections: Int = 2, timeout: Duration = .seconds(60), _ work: (PostgresDatabase) async throws -> Void
  ) async throws {
    try await withURL { url in
      let database = try await PostgresDatabase.open(
        url, connections: connections, statementTimeout: timeout, log: Logger(label: "tests"))
      let result = await Result<Void, any Error>.catching { try await work(database) }
      try await database.close()
      try result.get()
    }
  }

  @Test func `reads every type that statements give`() async throws {
    try await withDatabase { database in
      let row = try await database.read { db in
        try db.row(
          """
          SELECT CAST(-7 AS SMALLINT), CAST(7 AS INTEGER), true, false, CAST(0.5 AS REAL), CAST('n' AS NAME),
            CAST('v' AS VARCHAR(5)), CAST('c' AS CHAR(3)), CAST(12.50 AS NUMERIC(6, 2)), CAST(0.00012 AS NUMERIC),
            CAST('-9223372036854775808' AS NUMERIC), CAST('123450000' AS NUMERIC), CAST('1e30' AS NUMERIC),
            CAST('x' AS "char"), 'literal', CAST(0 AS NUMERIC), CAST('-0.5' AS NUMERIC)
          """)
      }
      #expect(
        row?.values == [
          .integer(-7), .integer(7), .integer(1), .integer(0), .real(0.5), .text("n"), .text("v"), .text("c  "),
          .real(12.5), .real(0.00012), .integer(.min), .integer(123_450_000), .real(1e30), .text("x"),
          .text("literal"), .integer(0), .real(-0.5),
        ])
    }
  }

  @Test func `says which type it cannot read`() async throws {
    try await withDatabase { database in
      await #expect {
        _ = try await database.read { try $0.rows("SELECT now()") }
      } throws: {
        if case StorageFault.failed("type", _) = $0 { true } else { false }
      }
    }
  }

  @Test func `keeps time zone, encoding and strings as the program needs them`() async throws {
    try await withDatabase { database in
      let row = try await database.read { db in
        try db.row(
          """
          SELECT current_setting('TimeZone'), current_setting('client_encoding'),
            current_setting('standard_conforming_strings'), current_setting('transaction_isolation'),
            current_setting('transaction_read_only')
          """)
      }
      #expect(row?.values == ["UTC", "UTF8", "on", "repeatable read", "on"].map { SQLValue.text($0) })
    }
  }

  @Test func `is not there`() async throws {
    await #expect {
      try await PostgresDatabase.open("postgres:///none?host=/nowhere&user=nobody", log: Logger(label: "tests"))
    } throws: {
      if case StorageFault.unreachable = $0 { true } else { false }
    }
  }

  @Test func `is connected again after a connection was lost`() async throws {
    try await withDatabase(connections: 1) { database in
      try await withDatabase(connections: 1) { killer in
        let pid = try await database.read { try $0.count("SELECT pg_backend_pid()") }
        try await killer.write { try $0.run("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER))") }
        let other = try await database.read { try $0.count("SELECT pg_backend_pid()") }
        #expect(other != pid)
      }
    }
  }

  @Test func `says so when the connection is lost in the middle, and goes on afterwards`() async throws {
    try await withDatabase(connections: 1) { database in
      await #expect {
        try await database.write { db in
          try db.run("CREATE TABLE lost (id BIGINT)")
          try db.run("SELECT pg_terminate_backend(pg_backend_pid())")
        }
      } throws: {
        if case StorageFault.unreachable = $0 { true } else { false }
      }
      let left = try await database.read { try $0.count("SELECT count(*) FROM pg_tables WHERE tablename = 'lost'") }
      #expect(left == 0)
    }
  }

  @Test func `repeats what a deadlock has ended`() async throws {
    try await withDatabase { database in
      try await Migration.run([.counter], on: database)
      try await database.write { try $0.run("INSERT INTO counter VALUES (2, 0)") }
      let (attempts, first, second) = (SharedNumber(), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      @Sendable func cross(_ own: Int, _ other: Int, _ mine: DispatchSemaphore, _ theirs: DispatchSemaphore)
        async throws
      {
        try await database.write { db in
          attempts.add()
          try db.run("UPDATE counter SET n = n + 1 WHERE id = \(own)")
          mine.signal()
          _ = theirs.wait(timeout: .now() + 2)
          try db.run("UPDATE counter SET n = n + 1 WHERE id = \(other)")
        }
      }
      async let left: Void = cross(1, 2, first, second)
      async let right: Void = cross(2, 1, second, first)
      _ = try await (left, right)
      // One of the two is ended, and more than once where the machine is slow.
      #expect(attempts.value >= 3)
      #expect(try await database.read { try $0.count("SELECT sum(n) FROM counter") } == 4)
    }
  }

  @Test func `survives a migration under its prepared statements`() async throws {
    try await withDatabase(connections: 1) { database in
      try await Migration.run([.people], on: database)
      #expect(try await database.read { try $0.rows("SELECT * FROM people") }.isEmpty)
      try await database.write { try $0.run("ALTER TABLE people ADD COLUMN town BIGINT DEFAULT 5") }
      try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, 'a')") }
      let rows = try await database.read { try $0.rows("SELECT * FROM people") }
      #expect(rows.map(\.values) == [[.integer(1), .text("a"), .integer(5)]])
    }
  }

  @Test func `gives up a statement after its time`() async throws {
    try await withDatabase(timeout: .seconds(1)) { database in
      await #expect {
        try await database.write { try $0.run("SELECT pg_sleep(20)") }
      } throws: {
        if case StorageFault.failed("57014", _) = $0 { true } else { false }
      }
    }
  }

  @Test func `gives up a transaction whose task is cancelled`() async throws {
    try await withDatabase(connections: 1, timeout: .seconds(900)) { database in
      try await Migration.run([.people], on: database)
      let started = AsyncStream.makeStream(of: Void.self)
      let sleeper = Task {
        try await database.write { db in
          try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
          started.continuation.yield()
          try db.run("SELECT pg_sleep(900)")
        }
      }
      for await _ in started.stream { break }
      let waiting = Task { try await database.read { try $0.count("SELECT 1") } }
      try await Task.sleep(for: .milliseconds(100))
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
      sleeper.cancel()
      await #expect(throws: CancellationError.self) { try await sleeper.value }
      #expect(try await database.read { try $0.count("SELECT count(*) FROM people") } == 0)
    }
  }

  @Test func `serves more tasks than it has connections`() async throws {
    try await withDatabase(connections: 3) { database in
      let sum = try await withThrowingTaskGroup { group in
        for number in 1...100 { group.addTask { try await database.read { try $0.count("SELECT \(number)") } } }
        return try await group.reduce(0, +)
      }
      #expect(sum == 5_050)
    }
  }

  @Test func `forgets prepared statements before they are too many`() async throws {
    try await withDatabase(connections: 1) { database in
      let kept = try await database.read { db in
        for count in 1...1_100 {
          _ = try db.rows("SELECT 1 WHERE 1 IN \(SQL.list(Array(repeating: 1, count: count)))")
        }
        return try db.count("SELECT count(*) FROM pg_prepared_statements")
      }
      #expect(kept <= 500)
    }
  }
}

private final class SharedNumber: Sendable {
  private let number = Mutex(0)
  var value: Int { number.withLock { $0 } }
  func add() { number.withLock { $0 += 1 } }
}

extension Result where Failure == any Error {
  fileprivate static func catching(_ work: () async throws -> Success) async -> Self {
    do { return .success(try await work()) } catch { return .failure(error) }
  }
}
