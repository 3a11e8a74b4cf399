import Foundation
import Testing

@Suite struct `The import command` {
  @Test func `counts what became of the rows, and a second run changes nothing`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(40, broken: 2)
      let first = try await Program.run("import", "--data", bench.data, "--json", file)
      #expect(first.status == 0)
      #expect(try first.json() == Counts(rows: 42, new: 40, rejected: 2))
      let second = try await Program.run("import", "--data", bench.data, "--json", file)
      #expect(try second.json() == Counts(rows: 42, unchanged: 40, rejected: 2))
    }
  }

  @Test func `fails for rejected rows only when it is strict`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(1, broken: 1)
      #expect(try await Program.run("import", "--data", bench.data, file).status == 0)
      #expect(try await Program.run("import", "--data", bench.data, "--strict", file).status == 1)
    }
  }

  @Test func `previews without writing`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(5)
      let preview = try await Program.run("import", "--data", bench.data, "--dry-run", "--json", file)
      #expect(try preview.json() == Counts(rows: 5, new: 5))
      let export = try await Program.run("export", "--data", bench.data)
      #expect(export.output.isEmpty)
    }
  }

  @Test func `writes nothing of XML that declares entities, as its preview says`() async throws {
    try await Bench.with { bench in
      let file = bench.path("bomb.xml")
      try "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"x\">]><us-patent-grant>&e;</us-patent-grant>".write(
        toFile: file, atomically: true, encoding: .utf8)
      for words in [["--dry-run"], []] {
        for (language, saying) in [("zh", "声明了实体"), ("en", "declares entities")] {
          let run = try await Program.start(
            ["import", "--data", bench.data, "--lang", language] + words + [file]
          ).ended()
          #expect(run.status == 1)
          #expect((run.output + run.errors).contains(saying), "\(run.errors)")
        }
      }
      let run = try await Program.run("import", "--data", bench.data, "--json", bench.patents(1))
      #expect(try run.json() == Counts(rows: 1, new: 1))
    }
  }

  @Test func `reads folders and names what it does not know`() async throws {
    try await Bench.with { bench in
      let folder = bench.path("files/deep")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      _ = try bench.patents(3, named: "files/deep/a.jsonl")
      try "nothing of ours".write(toFile: bench.path("files/notes.txt"), atomically: true, encoding: .utf8)
      let run = try await Program.run("import", "--data", bench.data, "--json", bench.path("files"))
      #expect(run.status == 0)
      #expect(try run.json() == Counts(rows: 3, new: 3))
      #expect(run.errors.contains("notes.txt"))
      #expect(try await Program.run("import", "--data", bench.data, bench.path("files/notes.txt")).status == 1)
    }
  }

  @Test func `writes every rejected row to a sheet`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(2, broken: 3)
      let sheet = bench.path("report.csv")
      #expect(try await Program.run("import", "--data", bench.data, "--report", sheet, file).status == 0)
      let lines = try String(contentsOfFile: sheet, encoding: .utf8).split(whereSeparator: \.isNewline)
      #expect(lines.count == 4)
    }
  }

  @Test func `stops at SIGTERM and goes on from there`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(150_000)
      try await interrupt(SIGTERM, bench: bench, file: file) { ended in
        #expect(ended.status == 1)
        #expect(ended.errors.contains("again"))
      }
    }
  }

  @Test func `a kill in the middle leaves what the next run completes`() async throws {
    try await Bench.with { bench in
      let file = try bench.patents(150_000)
      try await interrupt(SIGKILL, bench: bench, file: file) { ended in #expect(ended.status == 128 + 9) }
    }
  }

  /// Interrupts an import, runs it again and holds the export against that of an import in one go.
  private func interrupt(
    _ signal: Int32, bench: Bench, file: String, _ check: (Program.Ended) throws -> Void
  ) async throws {
    let started = try Program.start(["import", "--data", bench.data, file])
    // Far more than the tables and rules that a new zone begins with.
    let database = bench.data + "/zone.sqlite"
    try await started.wait {
      let size = try? FileManager.default.attributesOfItem(atPath: database)[.size] as? NSNumber
      return (size ?? 0).intValue > 20_000_000
    }
    started.signal(signal)
    try check(await started.ended())
    let again = try await Program.run("import", "--data", bench.data, "--json", file)
    #expect(try again.json(Counts.self).rows == 150_000)
    let whole = bench.path("whole")
    #expect(try await Program.run("import", "--data", whole, file).status == 0)
    let exports = [bench.path("one.jsonl"), bench.path("two.jsonl")]
    #expect(try await Program.run("export", "--data", bench.data, "--to", exports[0]).status == 0)
    #expect(try await Program.run("export", "--data", whole, "--to", exports[1]).status == 0)
    #expect(FileManager.default.contentsEqual(atPath: exports[0], andPath: exports[1]))
    #expect(try await Program.run("verify", "journal", "--data", bench.data).status == 0)
  }

  @Test func `refuses a file that is not there`() async throws {
    try await Bench.with { bench in
      let run = try await Program.run("import", "--data", bench.data, "--json", bench.path("none"))
      #expect(run.status == 1)
      #expect(try run.json(Complaint.self).error == "patents.no-such-file")
    }
  }

  @Test func `is taken back by withdraw`() async throws {
    struct Done: Decodable {
      struct File: Decodable { let `import`: String }
      let files: [File]
    }
    try await Bench.with { bench in
      let run = try await Program.run("import", "--data", bench.data, "--json", bench.patents(4))
      let id = try #require(try run.json(Done.self).files.first).import
      #expect(try await Program.run("withdraw", "--data", bench.data, id, "--because", "").status == 1)
      #expect(try await Program.run("withdraw", "--data", bench.data, id, "--because", "wrong file").status == 0)
      #expect(try await Program.run("export", "--data", bench.data).output.isEmpty)
    }
  }
}
