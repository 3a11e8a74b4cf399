import Foundation
import FoundationNetworking
import Testing

@Suite struct `The server` {
  @Test func `answers, is ready, counts, and stops when it is told to`() async throws {
    try await Bench.with { bench in
      let (port, figures) = (try LocalPort.free(), try LocalPort.free())
      let server = try Program.start([
        "serve", "--data", bench.data, "--port", "\(port)", "--metrics-port", "\(figures)",
      ])
      try await server.wait { server.output.contains("Listening") }
      for name in ["admin", "security", "audit"] {
        #expect(server.output.contains(try Regex("\(name), [a-zA-Z ]+; one-time password: [A-Z0-9-]{20,}")), "\(name)")
      }
      let second = try await Program.start(
        ["serve", "--data", bench.path("other"), "--port", "\(port)", "--metrics-port", "0", "--json"]
      ).ended()
      #expect(second.status == 1)
      #expect(try second.json(Complaint.self).error == "server.port-taken")
      // Nobody's password is shown by a server that never ran.
      #expect(!FileManager.default.fileExists(atPath: bench.path("other")))
      for (address, wanted) in [
        ("\(port)/healthz", "ok\n"), ("\(port)/readyz", "ready\n"), ("\(figures)/readyz", "ready\n"),
      ] {
        #expect(try await get(address) == wanted)
      }
      #expect(try await get("\(port)/patents?q=secretword").contains("<!doctype html>"))
      let counted = try await get("\(figures)/metrics")
      #expect(
        counted.contains(
          #"ipzone_http_server_requests_total{http_method="GET",http_route="/patents",http_status="200"} 1"#))
      #expect(counted.contains("process_resident_memory_bytes "))
      server.signal(SIGTERM)
      let ended = try await server.ended()
      #expect(ended.status == 0)
      #expect(!ended.errors.contains("secretword"))
      for line in ended.errors.split(separator: "\n") {
        #expect(throws: Never.self) { try JSONDecoder().decode([String: String].self, from: Data(line.utf8)) }
      }
    }
  }

  @Test(arguments: ["0", "65536", "80900"]) func `refuses a port that is none`(_ port: String) async throws {
    try await Bench.with { bench in
      let run = try await Program.start(["serve", "--data", bench.data, "--port", port, "--json"]).ended()
      #expect(run.status == 1)
      #expect(try run.json(Complaint.self).error == "server.no-port")
    }
  }

  @Test func `refuses another zone's key`() async throws {
    try await Bench.with { bench in
      #expect(try await Program.run("migrate", "--data", bench.data).status == 0)
      try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: bench.data + "/zone.key"))
      let run = try await Program.run("user", "list", "--data", bench.data, "--json")
      #expect(run.status == 1)
      #expect(try run.json(Complaint.self).error == "zone.key-of-another")
      #expect(try await Program.run("migrate", "--new-key", "--data", bench.data).status == 0)
      #expect(try await Program.run("user", "list", "--data", bench.data, "--json").status == 0)
    }
  }

  private func get(_ address: String) async throws -> String {
    let url = try #require(URL(string: "http://127.0.0.1:\(address)"))
    return String(decoding: try await URLSession.shared.data(from: url).0, as: UTF8.self)
  }
}
