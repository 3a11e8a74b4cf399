import Fixtures
import Storage
import Testing

@Suite struct `A failure at every statement` {
  @Test(arguments: DatabaseKind.all)
  func `of one transaction leaves nothing`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let (statements, _) = try await failEverywhere(on: database) { database in
        try await database.write { db in
          try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
          try db.insert([[.integer(2), .text("b")]], into: "people", columns: ["id", "name"])
          try db.forEach("SELECT id FROM people") { _ in }
          _ = try db.rows("SELECT id FROM people")
        }
      }
      #expect(statements == 4)
      #expect(try await database.read { try $0.count("SELECT count(*) FROM people") } == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is noticed where two transactions do half each`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      await #expect(throws: SomethingLeft(statement: 2, tables: ["people"])) {
        try await failEverywhere(on: database) { database in
          try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, 'a')") }
          try await database.write { try $0.run("INSERT INTO people (id, name) VALUES (2, 'b')") }
        }
      }
    }
  }

  @Test func `is noticed where it is swallowed`() async throws {
    try await DatabaseKind.memory.withDatabase([.people]) { database in
      await #expect(throws: FaultSwallowed(statement: 1)) {
        try await failEverywhere(on: database) { database in
          _ = try? await database.write { try $0.run("INSERT INTO people (id, name) VALUES (1, 'a')") }
        }
      }
    }
  }
}
