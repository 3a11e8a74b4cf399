import Foundation
import Testing

/// Every command with its sub-commands.
private let commands = [
  "", "serve", "migrate", "import", "withdraw", "reorder",
  "seed", "seed demo", "export", "search", "index",
  "index status",
  "index rebuild", "verify", "verify journal", "backup",
  "restore", "doctor", "user", "user create-administrator", "user demo-logins", "user reset-password",
  "user reset-second-factor", "user list",
  "user deactivate", "routes",
]

@Suite struct Help {
  @Test(arguments: commands) func `is in one language`(command: String) async throws {
    let words = command.split(separator: " ").map(String.init)
    let english = try await Program.start(words + ["--help", "--lang", "en"]).ended()
    let chinese = try await Program.start(words + ["--help", "--lang", "zh"]).ended()
    for help in [english, chinese] { #expect(help.status == 0) }
    #expect(english.output.contains("Usage: " + (["ipzone"] + words).joined(separator: " ")))
    #expect(chinese.output.contains("用法：" + (["ipzone"] + words).joined(separator: " ")))
    #expect(!english.output.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || $0.value > 0xFF00 })
    let sentences = chinese.output.matches(of: /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/).map { String($0.output) }
    #expect(sentences.allSatisfy { $0.hasPrefix("ipzone ") })
    #expect(chinese.output.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test func `goes by the locale where no language is named`() async throws {
    let chinese = try await Program.run("--help", environment: ["LANG": "zh_CN.GB18030"])
    #expect(chinese.output.contains("用法"))
    let english = try await Program.run("--help", environment: ["LANG": "C"])
    #expect(english.output.contains("Usage"))
  }
}

@Suite struct `Wrong usage` {
  @Test(arguments: [
    ["import"], ["bogus"], ["search"], ["migrate", "--bogus"], ["verify", "journal", "--head"], ["backup", "a", "b"],
  ])
  func `ends with 2 and the JSON line`(words: [String]) async throws {
    for language in ["zh", "en"] {
      let run = try await Program.start(words + ["--json", "--lang", language]).ended()
      #expect(run.status == 2)
      #expect(try run.json(Complaint.self).error == "usage")
    }
  }

  @Test func `a directory without a zone is refused and stays empty`() async throws {
    try await Bench.with { bench in
      for words in [["export"], ["verify", "journal"], ["doctor"], ["user", "list"]] {
        let run = try await Program.start(words + ["--data", bench.data, "--json"]).ended()
        #expect(run.status == 1)
        #expect(try run.json(Complaint.self).error == "command.no-zone")
      }
      #expect(!FileManager.default.fileExists(atPath: bench.data))
    }
  }

  @Test func `is not what options before the command are`() async throws {
    try await Bench.with { bench in
      let run = try await Program.run("--lang", "en", "--data", bench.data, "--json", "migrate")
      #expect(run.status == 0)
      #expect(FileManager.default.fileExists(atPath: bench.data))
    }
  }

  @Test func `a password never shows in what the program says`() async throws {
    try await Bench.with { bench in
      let address = "postgres://zone:geheim42@127.0.0.1:1/none"
      let run = try await Program.run("migrate", "--data", bench.data, "--json", "--database", address)
      #expect(run.status == 1)
      #expect(try run.json(Complaint.self).error == "storage.unreachable")
      #expect(!(run.output + run.errors).contains("geheim42"))
    }
  }
}
