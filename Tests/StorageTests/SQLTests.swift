import Fixtures
import Kernel
import Storage
import Testing

@Suite struct `A statement` {
  @Test func `has question marks for SQLite and numbers for PostgreSQL`() {
    let (id, name) = (7, "李雷")
    let sql: SQL = "SELECT a FROM t WHERE id = \(id) AND name = \(name)"
    #expect(sql.rendered(for: .sqlite).text == "SELECT a FROM t WHERE id = ? AND name = ?")
    #expect(sql.rendered(for: .postgres).text == "SELECT a FROM t WHERE id = $1 AND name = $2")
    #expect(sql.rendered(for: .postgres).values == [.integer(7), .text("李雷")])
  }

  @Test func `counts on through the fragments it is put together from`() {
    let older: SQL = "AND (day, id) < (\("2026-01-01"), \(3))"
    let sql: SQL = "SELECT a FROM t WHERE kind = \("x") \(older) LIMIT \(20)"
    let (text, values) = sql.rendered(for: .postgres)
    #expect(text == "SELECT a FROM t WHERE kind = $1 AND (day, id) < ($2, $3) LIMIT $4")
    #expect(values == [.text("x"), .text("2026-01-01"), .integer(3), .integer(20)])
  }

  @Test func `binds an absent value as NULL`() {
    let nothing: Int? = nil
    let sql: SQL = "SET a = \(nothing), b = \(Int?.some(1))"
    #expect(sql.rendered(for: .sqlite).values == [.null, .integer(1)])
  }

  @Test func `has a list for IN, and one that matches nothing`() {
    #expect(SQL.list([1, 2, 3]).rendered(for: .postgres).text == "($1, $2, $3)")
    #expect(SQL.list([Int]()).rendered(for: .sqlite).text == "(NULL)")
  }

  @Test(arguments: DatabaseKind.all)
  func `takes an attack for a name`(_ kind: DatabaseKind) async throws {
    let attack = "'); DROP TABLE people; --"
    try await kind.withDatabase([.people]) { database in
      let found = try await database.write { db in
        try db.run("INSERT INTO people (id, name) VALUES (\(1), \(attack))")
        try db.insert([[.integer(2), .text(attack)]], into: "people", columns: ["id", "name"])
        try db.insert(
          (3...40).map { [.integer($0), .text(attack)] }, into: "people", columns: ["id", "name"])
        return try db.count("SELECT count(*) FROM people WHERE name = \(attack) AND name IN \(SQL.list([attack, "b"]))")
      }
      #expect(found == 40)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `with an empty list finds nobody`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.people]) { database in
      let found = try await database.write { db in
        try db.run("INSERT INTO people (id, name) VALUES (1, 'a')")
        return try db.count("SELECT count(*) FROM people WHERE name IN \(SQL.list([String]()))")
      }
      #expect(found == 0)
    }
  }
}

extension Migration {
  static let people = Migration("people") { dialect in
    ["CREATE TABLE people (id \(dialect.key) NOT NULL PRIMARY KEY, name TEXT NOT NULL)"]
  }
}
