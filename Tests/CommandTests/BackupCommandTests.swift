import Fixtures
import Foundation
import Testing

@Suite struct `A backup` {
  @Test(arguments: DatabaseKind.all.filter { $0 != .memory })
  func `taken while an import runs is restored with its head`(into kind: DatabaseKind) async throws {
    try await Bench.with { bench in
      _ = try await Program.run("import", "--data", bench.data, bench.patents(100, named: "first.jsonl"))
      let importing = try Program.start(["import", "--data", bench.data, bench.patents(20_000)])
      try await Task.sleep(for: .milliseconds(300))
      let archive = bench.path("zone.backup")
      let backup = try await Program.run("backup", "--data", bench.data, "--json", "--with-key", archive)
      #expect(backup.status == 0)
      #expect(try await importing.ended().status == 0)
      try await kind.withPlace { place in
        let database = if case .postgres(let url) = place { ["--database", url] } else { [String]() }
        let words = ["restore", "--data", bench.path("new"), "--json", archive] + database
        let restored = try await Program.start(words).ended()
        #expect(restored.status == 0, "\(restored.errors)")
        let head = try backup.json(Head.self).head
        #expect(try restored.json(Head.self).head == head)
        let check = ["verify", "journal", "--data", bench.path("new"), "--json"] + database
        #expect(try await Program.start(check).ended().json(Verdict.self).head == head)
        #expect(try await Program.start(words).ended().status == 1)
      }
    }
  }

  @Test func `moves from PostgreSQL to SQLite`() async throws {
    guard DatabaseKind.all.contains(.postgres) else { return }
    try await Bench.with { bench in
      try await DatabaseKind.postgres.withPlace { place in
        guard case .postgres(let url) = place else { return }
        let file = try bench.patents(200)
        #expect(try await Program.run("import", "--data", bench.data, "--database", url, file).status == 0)
        let archive = bench.path("zone.backup")
        #expect(try await Program.run("backup", "--data", bench.data, "--database", url, archive).status == 0)
        #expect(try await Program.run("restore", "--data", bench.path("new"), archive).status == 0)
        let old = try await Program.run("export", "--data", bench.data, "--database", url)
        let keyless = try await Program.run("export", "--data", bench.path("new"), "--json")
        #expect(keyless.status == 1)
        #expect(try keyless.json(Complaint.self).error == "zone.key-missing")
        try FileManager.default.copyItem(atPath: bench.data + "/zone.key", toPath: bench.path("new") + "/zone.key")
        let new = try await Program.run("export", "--data", bench.path("new"))
        #expect(old.output == new.output)
        #expect(!new.output.isEmpty)
      }
    }
  }

  @Test func `that was cut or altered is refused and leaves nothing`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("import", "--data", bench.data, bench.patents(50))
      let archive = bench.path("zone.backup")
      #expect(try await Program.run("backup", "--data", bench.data, archive).status == 0)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: archive))
      var altered = bytes
      altered[altered.count / 2] ^= 1
      for damaged in [bytes.dropLast(40), altered] {
        try damaged.write(to: URL(fileURLWithPath: bench.path("bad")))
        let run = try await Program.run("restore", "--data", bench.path("new"), "--json", bench.path("bad"))
        #expect(run.status == 1)
        #expect(try run.json(Complaint.self).error == "backup.damaged")
        #expect(!FileManager.default.fileExists(atPath: bench.path("new")))
      }
    }
  }

  private struct Head: Decodable { let head: String }
}
