import Access
import Fixtures
import Journal
import JournalStore
import Kernel
import Storage

/// A small zone to journal: people (one key, personal columns, every type) and shares (two keys).
struct Ledger {
  let database: any Database
  let world = World.fixed()
  let clerk = Account.console([.readJournal, .readJournalHeads, .verifyJournal, .erasePersonal])
  var desk: JournalDesk {
    JournalDesk(database: database, world: world, tables: Self.tables, subjects: { _, _, _ in false })
  }

  static let people = RecordTable(
    "people", columns: ["id", "name", "phone", "grade", "weight", "photo"], personal: ["name", "phone"])
  static let shares = RecordTable("shares", columns: ["owner", "part", "amount"], keyWidth: 2)
  static let tables = [people, shares]
  static let migrations: [Migration] =
    journalMigrations + [
      Migration("ledger") { dialect in
        [
          """
          CREATE TABLE people (
            id \(dialect.key) NOT NULL PRIMARY KEY, name TEXT NOT NULL, phone TEXT, grade BIGINT NOT NULL,
            weight DOUBLE PRECISION, photo \(dialect.bytes), \(RecordTable.vouching(dialect)))
          """,
          """
          CREATE TABLE shares (
            owner BIGINT NOT NULL, part BIGINT NOT NULL, amount BIGINT NOT NULL, \(RecordTable.vouching(dialect)),
            PRIMARY KEY (owner, part))
          """,
        ]
      }
    ]

  static func with(_ kind: DatabaseKind, _ work: (Ledger) async throws -> Void) async throws {
    try await kind.withDatabase(migrations) { try await work(Ledger(database: $0)) }
  }

  static func person(
    _ id: Int64, name: String = "李雷", phone: String? = "13800000000", grade: Int64 = 1
  ) -> [SQLValue] {
    [.integer(id), .text(name), phone.sqlValue, .integer(grade), .real(61.5), .blob([0, 0xFF])]
  }

  func deed(on id: Int64? = nil) -> Deed {
    Deed(.test, by: clerk, on: id.map { Subject(table: "people", number: $0) }, because: "测试", facts: ["count": "1"])
  }

  func record(on id: Int64? = nil, _ work: @escaping @Sendable (Recording) throws -> Void) async throws {
    let (deed, world) = (deed(on: id), world)
    try await database.write { db in try Recording.write(deed, world: world, in: db, work) }
  }

  func recordBatch(_ work: @escaping @Sendable (Recording) throws -> Void) async throws {
    let (deed, world) = (deed(), world)
    try await database.write { db in try Recording.writeBatch(deed, world: world, in: db, work) }
  }

  func note(on id: Int64? = nil) async throws {
    let (deed, world) = (deed(on: id), world)
    try await database.write { try Recording.note(deed, world: world, in: $0) }
  }

  /// What somebody does who has got hold of the database.
  @discardableResult func tamper(_ sql: SQL) async throws -> Int { try await database.write { try $0.run(sql) } }

  func verdict(head: String? = nil) async throws -> JournalVerdict { try await desk.verify(head: head, by: clerk) }

  func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }

  /// Three people, two shares, an update, a batch that took over, a deletion, a note: entries 1 to 7.
  func fill() async throws {
    try await record(on: 1) { try $0.insert(Self.person(1), into: Self.people) }
    try await record(on: 2) { recording in
      try recording.insert([Self.person(2, name: "韩梅梅"), Self.person(3, phone: nil)], into: Self.people)
      try recording.insert([.integer(1), .integer(1), .integer(60)], into: Self.shares)
      try recording.insert([.integer(1), .integer(2), .integer(40)], into: Self.shares)
    }
    try await record(on: 1) { try $0.update(Self.person(1, grade: 2), in: Self.people, seen: 1) }
    try await recordBatch { recording in
      try recording.insert((10...19).map { Self.person($0) }, into: Self.people)
    }
    try await recordBatch { recording in
      for id in Int64(10)...12 { try recording.update(Self.person(id, grade: 5), in: Self.people) }
    }
    try await record(on: 3) { recording in
      try recording.delete([.integer(3)], from: Self.people)
      try recording.delete([.integer(1), .integer(2)], from: Self.shares)
    }
    try await note()
  }
}

extension Action {
  static let test = Action("test.change", Phrase(zh: "改动", en: "Changed"))
}
