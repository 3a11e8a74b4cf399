import Foundation
import Testing

@Suite struct `The doctor's look at the search index` {
  @Test func `tells what is missing, what is behind and what is damaged, and what mends it`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      #expect(try await Self.finding(bench).state == "ok")
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(70))
      let missing = try await Self.finding(bench)
      #expect(missing.state == "warning")
      #expect(missing.message.contains("70") && missing.message.contains("ipzone index rebuild"))
      _ = try await Program.run("index", "rebuild", "--data", bench.data)
      let built = try await Self.finding(bench)
      #expect(built.state == "ok" && built.message.contains("corpus/1"))
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(75, named: "more.jsonl"))
      let behind = try await Self.finding(bench)
      #expect(behind.state == "warning" && behind.message.contains("behind"))
      _ = try await Program.run("search", "--data", bench.data, "样品架")
      #expect(try await Self.finding(bench).state == "ok")
    }
  }

  @Test func `names the segment with a changed bit, and is content when it is built anew`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(40))
      _ = try await Program.run("index", "rebuild", "--data", bench.data)
      let folder = bench.data + "/corpus/1"
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".seg") })
      let file = URL(fileURLWithPath: "\(folder)/\(name)")
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 4
      try bytes.write(to: file)
      let damaged = try await Self.finding(bench)
      #expect(damaged.state == "failed" && damaged.status == 1)
      #expect(damaged.message.contains(name) && damaged.message.contains("ipzone index rebuild"))
      let rebuild = try await Program.run("index", "rebuild", "--data", bench.data)
      #expect(rebuild.status == 0 && rebuild.errors.contains(name))
      #expect(try await Self.finding(bench).state == "ok")
    }
  }

  private struct Report: Decodable {
    struct Check: Decodable {
      let name: String
      let state: String
      let message: String
    }
    let checks: [Check]
  }

  private static func finding(_ bench: Bench) async throws -> (state: String, message: String, status: Int32) {
    let run = try await Program.run("doctor", "--data", bench.data, "--json", "--lang", "en")
    let check = try #require(try run.json(Report.self).checks.first { $0.name == "index" })
    return (check.state, check.message, run.status)
  }
}
