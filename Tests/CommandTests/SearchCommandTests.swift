import Foundation
import Testing

@Suite struct `ipzone search` {
  @Test func `gives total, hits, facets and milliseconds`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(70))
      let run = try await Program.run(
        "search", "--data", bench.data, "--json", "样品架", "--facets", "applicant,kind", "--limit", "3")
      #expect(run.status == 0, "\(run.errors)")
      let found = try run.json(Found.self)
      #expect(found.total == 70 && found.hits.count == 3 && found.lag == 0 && found.milliseconds >= 0)
      #expect(found.facets["applicant"]?.values == [.init(value: "南京测试科技有限公司", count: 70)])
      #expect(found.facets["kind"]?.values == [.init(value: "invention", count: 70)])
      #expect(found.hits.allSatisfy { $0.highlights.title.contains("【样品架】") })
      let one = try await Program.run("search", "--data", bench.data, "--json", "PN:CN100000007A")
      #expect(try one.json(Found.self).hits.map(\.publicationNumber) == ["CN100000007A"])
      let status = try await Program.run("index", "status", "--data", bench.data, "--json")
      #expect(status.status == 0)
      #expect(try status.json(Standing.self) == Standing(state: "ready", documents: 70, registered: 70, lag: 0))
    }
  }

  @Test func `refuses in words what it does not understand`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      for (words, code) in [
        (["(电池"], "corpus.query-unclosed-bracket"), (["颜色:红"], "corpus.query-unknown-field"),
        (["电池", "--facets", "colour"], "command.not-a-facet"), (["电池", "--limit", "201"], "command.not-a-count"),
        (["电池", "--order", "best"], "command.not-an-order"),
      ] {
        let run = try await Program.start(["search", "--data", bench.data, "--json"] + words).ended()
        #expect(run.status == 1)
        #expect(try run.json(Complaint.self).error == code)
      }
      let status = try await Program.run("index", "status", "--data", bench.data, "--json")
      #expect(status.status == 1)
      #expect(try status.json(Standing.self).state == "absent")
    }
  }

  @Test func `finds everything whenever the building was killed`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(3_000))
      var killed = 0
      for round in 1...8 {
        let rebuild = try Program.start(["index", "rebuild", "--data", bench.data])
        usleep(UInt32(round) * 23_000)
        rebuild.signal(SIGKILL)
        if try await rebuild.ended().status == 128 + SIGKILL { killed += 1 }
        let run = try await Program.run("search", "--data", bench.data, "--json", "样品架")
        #expect(try run.json(Found.self).total == 3_000)
      }
      #expect(killed > 0)
    }
  }

  @Test func `beside a server searches what the server keeps`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      _ = try await Program.run("import", "--data", bench.data, try bench.patents(40))
      let port = try LocalPort.free()
      let server = try Program.start(["serve", "--data", bench.data, "--port", "\(port)", "--metrics-port", "0"])
      try await server.wait { server.output.contains("Listening") }
      // The server builds what is missing by itself.
      try await server.wait {
        FileManager.default.fileExists(atPath: bench.data + "/corpus/1/manifest")
          && (try? String(contentsOfFile: bench.data + "/corpus/1/manifest", encoding: .utf8))?.contains("mark") == true
      }
      let run = try await Program.run("search", "--data", bench.data, "--json", "样品架")
      #expect(run.status == 0, "\(run.errors)")
      #expect(try run.json(Found.self).total == 40)
      let rebuild = try await Program.run("index", "rebuild", "--data", bench.data, "--json")
      #expect(rebuild.status == 1)
      #expect(try rebuild.json(Complaint.self).error == "corpus.in-use")
      server.signal(SIGTERM)
      #expect(try await server.ended().status == 0)
    }
  }
}

private struct Found: Decodable {
  let total: Int
  let hits: [Hit]
  let facets: [String: Facet]
  let milliseconds: Double
  let lag: Int

  struct Hit: Decodable {
    let publicationNumber: String
    let highlights: Highlights
  }

  struct Highlights: Decodable {
    let title: String
  }

  struct Facet: Decodable {
    let values: [Value]
  }

  struct Value: Decodable, Equatable {
    let value: String
    let count: Int
  }
}

private struct Standing: Decodable, Equatable {
  var state: String
  var documents: Int
  var registered: Int
  var lag: Int
}
