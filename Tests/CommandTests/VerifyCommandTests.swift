import Foundation
import SQLiteDriver
import Storage
import Testing

@Suite struct `The check of the journal` {
  @Test func `finds a zone intact and knows its earlier head`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("import", "--data", bench.data, bench.patents(3))
      let first = try await Program.run("verify", "journal", "--data", bench.data, "--json")
      let head = try #require(try first.json(Verdict.self).head)
      _ = try await Program.run("import", "--data", bench.data, bench.patents(2, named: "more.jsonl"))
      #expect(try await Program.run("verify", "journal", "--data", bench.data, "--head", head).status == 0)
    }
  }

  @Test func `names the record that was altered`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("import", "--data", bench.data, bench.patents(3))
      try await alter(bench) {
        try $0.run("UPDATE patents SET title = 'other' WHERE id = (SELECT min(id) FROM patents)")
      }
      let run = try await Program.run("verify", "journal", "--data", bench.data, "--json")
      #expect(run.status == 1)
      let verdict = try run.json(Verdict.self)
      #expect(!verdict.intact)
      #expect(verdict.broken == "record")
    }
  }

  @Test func `names the account whose password was exchanged`() async throws {
    try await Bench.with { bench in
      #expect(try await Program.run("migrate", "--data", bench.data).status == 0)
      #expect(try await Program.run("user", "create-administrator", "--data", bench.data).status == 0)
      #expect(try await Program.run("verify", "journal", "--data", bench.data).status == 0)
      try await alter(bench) { try $0.run("UPDATE account_secrets SET password_hash = password_hash || 'x'") }
      let run = try await Program.run("verify", "journal", "--data", bench.data, "--json")
      #expect(run.status == 1)
      #expect(try run.json(Verdict.self).broken == "record")
      #expect(run.output.contains("account_secrets"))
    }
  }

  @Test func `finds a tail that was cut with everything that told of it`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("import", "--data", bench.data, bench.patents(3))
      let copy = bench.path("copy")
      try FileManager.default.copyItem(atPath: bench.data, toPath: copy)
      _ = try await Program.run("import", "--data", bench.data, bench.patents(2, named: "more.jsonl"))
      let run = try await Program.run("verify", "journal", "--data", bench.data, "--json")
      let head = try #require(try run.json(Verdict.self).head)
      #expect(try await Program.run("verify", "journal", "--data", copy).status == 0)
      let cut = try await Program.run("verify", "journal", "--data", copy, "--json", "--head", head)
      #expect(cut.status == 1)
      #expect(try cut.json(Verdict.self).broken == "head")
    }
  }

  private func alter(_ bench: Bench, _ work: @escaping @Sendable (any Writing) throws -> Int) async throws {
    let database = try SQLiteDatabase.open(at: bench.data + "/zone.sqlite")
    try await database.write(work)
    try await database.close()
  }
}
