import Fixtures
import Storage
import Testing

@Suite struct `A migration` {
  private static let second = Migration("second") { _ in
    [
      "ALTER TABLE people ADD COLUMN town TEXT NOT NULL DEFAULT '南京'",
      "CREATE INDEX people_by_town ON people (town, id)",
    ]
  }

  @Test(arguments: DatabaseKind.all)
  func `runs once and keeps what is there`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase { database in
      #expect(try await Migration.pending([.people, Self.second], in: database) == ["people", "second"])
      #expect(try await Migration.run([.people], on: database) == ["people"])
      try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, '李雷')") }
      #expect(try await Migration.pending([.people, Self.second], in: database) == ["second"])
      #expect(try await Migration.run([.people, Self.second], on: database) == ["second"])
      #expect(try await Migration.run([.people, Self.second], on: database).isEmpty)
      #expect(try await Migration.pending([.people, Self.second], in: database).isEmpty)
      let row = try await database.read { try $0.row("SELECT id, name, town FROM people") }
      #expect(row?.values == [.integer(1), .text("李雷"), .text("南京")])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that fails in the middle leaves nothing of itself`(_ kind: DatabaseKind) async throws {
    let broken = Migration("broken") { _ in ["CREATE TABLE half (id BIGINT)", "CREATE NONSENSE"] }
    try await kind.withDatabase([.people]) { database in
      let before = try await SchemaDump.text(of: database)
      await #expect(throws: StorageFault.self) {
        try await Migration.run([.people, broken, Self.second], on: database)
      }
      #expect(try await SchemaDump.text(of: database) == before)
      #expect(try await Migration.pending([.people, broken], in: database) == ["broken"])
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `runs once when four start together`(_ kind: DatabaseKind) async throws {
    try await kind.withPlace { place in
      let ran = try await withThrowingTaskGroup { group in
        for _ in 0..<4 {
          group.addTask {
            let database = try await place.open(connections: 2)
            let ran = try await Migration.run([.people, Self.second], on: database)
            try await database.close()
            return ran
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      #expect(ran.sorted() == ["people", "second"])
    }
  }

  @Test func `gives the schema that SQLite was told`() async throws {
    try await DatabaseKind.memory.withDatabase([.people, .counter]) { database in
      let text = try await SchemaDump.text(of: database)
      #expect(
        text == """
          CREATE TABLE counter (id BIGINT NOT NULL PRIMARY KEY, n BIGINT NOT NULL);

          CREATE TABLE migrations (name TEXT NOT NULL PRIMARY KEY);

          CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);

          """)
    }
  }

  @Test(.enabled(if: DatabaseKind.all.contains(.postgres), "PostgreSQL is not installed"))
  func `gives PostgreSQL's schema with columns, constraints and indexes`() async throws {
    let rich = Migration("rich") { dialect in
      [
        """
        CREATE TABLE rich (
          id BIGINT NOT NULL PRIMARY KEY, person BIGINT NOT NULL REFERENCES people (id), code \(dialect.text) UNIQUE,
          size DOUBLE PRECISION DEFAULT 1.5 CHECK (size > 0), photo \(dialect.bytes))
        """,
        "CREATE INDEX rich_by_size ON rich (size, id) WHERE size > 1",
        "CREATE VIEW big AS SELECT id FROM rich WHERE size > 10",
      ]
    }
    try await DatabaseKind.postgres.withDatabase([.people, rich, Self.second]) { database in
      let text = try await SchemaDump.text(of: database)
      #expect(
        text == """
          CREATE TABLE migrations (
            name text NOT NULL,
            CONSTRAINT migrations_pkey PRIMARY KEY (name)
          );

          CREATE TABLE people (
            id bigint NOT NULL,
            name text NOT NULL,
            town text NOT NULL DEFAULT '南京'::text,
            CONSTRAINT people_pkey PRIMARY KEY (id)
          );

          CREATE INDEX people_by_town ON people USING btree (town, id);

          CREATE TABLE rich (
            id bigint NOT NULL,
            person bigint NOT NULL,
            code text COLLATE "C",
            size double precision DEFAULT 1.5,
            photo bytea,
            CONSTRAINT rich_pkey PRIMARY KEY (id),
            CONSTRAINT rich_code_key UNIQUE (code),
            CONSTRAINT rich_size_check CHECK (size > 0::double precision),
            CONSTRAINT rich_person_fkey FOREIGN KEY (person) REFERENCES people(id)
          );

          CREATE INDEX rich_by_size ON rich USING btree (size, id) WHERE size > 1::double precision;

          CREATE VIEW big AS
           SELECT rich.id
             FROM rich
            WHERE rich.size > 10::double precision;

          """)
    }
  }
}
