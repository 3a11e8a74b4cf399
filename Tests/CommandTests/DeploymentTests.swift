import Foundation
import Testing

@Suite struct `A deployment` {
  @Test func `refuses an unknown setting with its line`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      try "origin: https://ip.example.cn\npotr: 80\n".write(
        toFile: bench.data + "/ipzone.yaml", atomically: true, encoding: .utf8)
      let run = try await Program.run("migrate", "--data", bench.data, "--json")
      #expect(run.status == 1)
      let complaint = try run.json(Complaint.self)
      #expect(complaint.error == "settings.unknown-key")
      #expect(complaint.message.contains("ipzone.yaml:2"))
    }
  }

  @Test func `is found sound, and the doctor tells of a key that others can read`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      #expect(try await Program.run("doctor", "--data", bench.data).status == 0)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.data + "/zone.key")
      let run = try await Program.run("doctor", "--data", bench.data, "--json")
      #expect(run.status == 1)
      #expect(run.output.contains(#""name":"key","state":"failed""#))
    }
  }

  @Test func `that is real takes no demonstration`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      let samples = try bench.patents(1)
      let run = try await Program.run("seed", "demo", "--data", bench.data, "--json", "--samples", samples)
      #expect(run.status == 1)
      #expect(try run.json(Complaint.self).error == "zone.not-demonstration")
    }
  }

  @Test func `of samples has a login for each role`() async throws {
    struct Login: Decodable {
      let name: String
      let password: String
    }
    try await Bench.with { bench in
      let samples = try bench.patents(7)
      let run = try await Program.run("seed", "demo", "--data", bench.data, "--json", "--samples", samples)
      #expect(run.status == 0)
      let logins = try run.output.split(separator: "\n").map {
        try JSONDecoder().decode(Login.self, from: Data($0.utf8))
      }
      #expect(Set(logins.map(\.name)).isSuperset(of: ["administrator", "centre-staff", "auditor"]))
      let again = try await Program.run("user", "demo-logins", "--data", bench.data, "--json")
      #expect(again.output == run.output)
    }
  }

  @Test func `creates and resets an administrator`() async throws {
    try await Bench.with { bench in
      _ = try await Program.run("migrate", "--data", bench.data)
      #expect(try await Program.run("user", "create-administrator", "--data", bench.data).status == 0)
      let taken = try await Program.run("user", "create-administrator", "--data", bench.data, "--json")
      #expect(taken.status == 1)
      #expect(try await Program.run("user", "reset-password", "--data", bench.data, "admin").status == 0)
      let factor = ["user", "reset-second-factor", "--data", bench.data, "ADMIN", "--because", "lost"]
      #expect(try await Program.start(factor).ended().status == 0)
      let nobody = ["user", "reset-second-factor", "--data", bench.data, "nobody", "--because", "lost"]
      #expect(try await Program.start(nobody).ended().status == 1)
      let list = try await Program.run("user", "list", "--data", bench.data, "--json")
      #expect(list.output.contains(#""name":"admin""#))
      let gone = ["user", "deactivate", "--data", bench.data, "admin", "--because", "left"]
      #expect(try await Program.start(gone).ended().status == 0)
    }
  }

  @Test func `lists its doors as lines of JSON`() async throws {
    struct Door: Decodable {
      let method: String
      let path: String
      let roles: [String]
      let sort: String
    }
    let run = try await Program.run("routes", "--json")
    #expect(run.status == 0)
    let doors = try run.output.split(separator: "\n").map { try JSONDecoder().decode(Door.self, from: Data($0.utf8)) }
    #expect(doors.contains { $0.path == "/patents" && $0.method == "GET" && $0.roles.isEmpty })
  }
}
