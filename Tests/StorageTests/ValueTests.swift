import Fixtures
import Storage
import Testing

@Suite struct `A value` {
  static let integers: [Int64] = [0, 1, -1, 255, 1 << 31, -(1 << 31) - 1, 1 << 53, .max, .min]
  static let reals: [Double] = [0, -0.0, 0.1, -1.5, 1e300, .leastNonzeroMagnitude, .pi, .greatestFiniteMagnitude]
  static let texts: [String] = [
    "", " ", "abc", "江宁区知识产权", "𠀀𪚥😀", "e\u{301}", "\u{E9}", "a\tb\nc\r\\.\\N", "'\"$1?", "\u{FEFF}x", "\u{1}",
    String(repeating: "长", count: 5_000),
  ]
  static let blobs: [[UInt8]] = [[], [0], [0, 0, 0], Array(0...255), [0x5C, 0x78, 0x0A]]

  /// A few rows go one way into PostgreSQL, many another: both must keep every value.
  @Test(arguments: DatabaseKind.all, [1, 30])
  func `comes back as it went`(_ kind: DatabaseKind, _ copies: Int) async throws {
    try await kind.withDatabase([.values]) { database in
      let count = max(Self.integers.count, Self.reals.count, Self.texts.count, Self.blobs.count)
      let rows = (0..<count * copies).map { place -> [SQLValue] in
        [
          .integer(Int64(place)), place % 13 == 12 ? .null : .integer(Self.integers[place % Self.integers.count]),
          place % 14 == 13 ? .null : .real(Self.reals[place % Self.reals.count]),
          place % 17 == 16 ? .null : .text(Self.texts[place % Self.texts.count]),
          place % 19 == 18 ? .null : .blob(Self.blobs[place % Self.blobs.count]),
        ]
      }
      let found = try await database.write { db in
        for chunk in stride(from: 0, to: rows.count, by: copies * 2) {
          let part = Array(rows[chunk..<min(chunk + copies * 2, rows.count)])
          let inserted = try db.insert(part, into: "kept", columns: ["id", "i", "r", "t", "b"])
          #expect(inserted == part.count)
        }
        return try db.rows("SELECT id, i, r, t, b FROM kept ORDER BY id").map(\.values)
      }
      #expect(found == rows)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is found by itself`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.values]) { database in
      try await database.write { db in
        for (place, text) in Self.texts.enumerated() {
          try db.run("INSERT INTO kept (id, t, b) VALUES (\(place), \(text), \(Self.blobs[place % 5]))")
          #expect(try db.count("SELECT count(*) FROM kept WHERE t = \(text)") == 1)
        }
        for (place, integer) in Self.integers.enumerated() {
          try db.run("UPDATE kept SET i = \(integer) WHERE id = \(place)")
          #expect(try db.count("SELECT count(*) FROM kept WHERE i = \(integer)") == 1)
        }
        #expect(try db.count("SELECT count(*) FROM kept WHERE b = \([UInt8]())") == 3)
      }
    }
  }

  @Test(arguments: DatabaseKind.all, [1, 40])
  func `with a NUL in its text is refused`(_ kind: DatabaseKind, _ count: Int64) async throws {
    let nul = StorageFault.failed(code: "22021", message: "a text with a NUL character")
    try await kind.withDatabase([.values]) { database in
      await #expect(throws: nul) {
        try await database.write { try $0.run("INSERT INTO kept (id, t) VALUES (1, \("a\0b"))") }
      }
      await #expect(throws: nul) {
        try await database.write { db in
          try db.insert((1...count).map { [.integer($0), .text("a\0b")] }, into: "kept", columns: ["id", "t"])
        }
      }
      try await #require(database.read { try $0.count("SELECT count(*) FROM kept") } == 0)
    }
  }

  @Test(arguments: DatabaseKind.all, [1, 40])
  func `that is not a number is refused`(_ kind: DatabaseKind, _ count: Int64) async throws {
    try await kind.withDatabase([.values]) { database in
      await #expect(throws: StorageFault.failed(code: "22003", message: "a real that is not a number")) {
        try await database.write { db in
          try db.insert((1...count).map { [.integer($0), .real(.nan)] }, into: "kept", columns: ["id", "r"])
        }
      }
      try await #require(database.read { try $0.count("SELECT count(*) FROM kept") } == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a sum is an integer, of an average a real`(_ kind: DatabaseKind) async throws {
    try await kind.withDatabase([.values]) { database in
      let row = try await database.write { db in
        try db.insert([[.integer(1)], [.integer(2)], [.integer(4)]], into: "kept", columns: ["id"])
        return try db.row("SELECT count(*), sum(id), avg(id), max(id), sum(i) FROM kept WHERE id < 4")
      }
      #expect(row?.values == [.integer(2), .integer(3), .real(1.5), .integer(2), .null])
    }
  }
}

extension Migration {
  static let values = Migration("values") { dialect in
    [
      """
      CREATE TABLE kept (
        id \(dialect.key) NOT NULL PRIMARY KEY, i BIGINT, r DOUBLE PRECISION, t TEXT, b \(dialect.bytes))
      """
    ]
  }
}
