import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Programme
import ProgrammeStore
import Storage
import Testing

@Suite struct `An evidence pack` {
  @Test(arguments: DatabaseKind.all)
  func `opens with any ZIP program, and its list holds the hashes of its parts`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      var zone = zone
      zone.schemes = try SchemeLibrary.shipped()
      let id = try await zone.desk.evaluate(
        by: "zone-2023", at: Day("2026-10-31"), reviews: [:], note: "", by: zone.clerk)
      let hash = String(repeating: "ab", count: 32)
      try await zone.desk.addEvidence("（示例）机构名录", sha256: hash.uppercased(), for: "1.1", of: id, by: zone.clerk)
      let bytes = try await zone.desk.evidencePack(of: id, by: zone.clerk)
      let parts = try await unzipped(bytes)
      #expect(Set(parts.keys) == ["scheme.yaml", "scores.csv", "evidence.csv", "manifest.json"])
      let manifest = try #require(parts["manifest.json"])
      let file = try await zone.desk.run(id, by: zone.clerk)
      #expect(manifest.contains("\"schemeSHA256\" : \"\(file.version.hash)\""))
      #expect(manifest.contains("不出总分"))
      for name in ["scheme.yaml", "scores.csv", "evidence.csv"] {
        let sum = try await sha256sum(Array(try #require(parts[name]).utf8))
        #expect(manifest.contains(sum), "\(name)")
        if name == "scheme.yaml" { #expect(sum == file.version.hash) }
      }
      #expect(parts["evidence.csv"]?.contains("\"（示例）机构名录\",\"\(hash)\"") == true)
      // The same run gives the same bytes.
      #expect(try await zone.desk.evidencePack(of: id, by: zone.clerk) == bytes)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `lists only what belongs to the scheme`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      var zone = zone
      zone.schemes = try SchemeLibrary.shipped()
      let id = try await zone.desk.evaluate(
        by: "zone-2023", at: Day("2026-10-31"), reviews: [:], note: "", by: zone.clerk)
      func add(_ reference: String, _ hash: String, _ indicator: String) async throws {
        try await zone.desk.addEvidence(reference, sha256: hash, for: indicator, of: id, by: zone.clerk)
      }
      let found1 = try await refusals { try await add("", "", "1.1") }
      #expect(found1 == ["reference: evaluations.reference-missing"])
      let found2 = try await refusals { try await add("a", "xyz", "1.1") }
      #expect(found2 == ["sha256: evaluations.wrong-hash"])
      let found3 = try await refusals { try await add("a", "", "9.9") }
      #expect(found3 == ["indicator: evaluations.unknown-indicator"])
      #expect(try await zone.count("evaluation_evidence") == 0)
    }
  }

  /// As Python's own reader of ZIP archives reads it, which checks every sum.
  private func unzipped(_ bytes: [UInt8]) async throws -> [String: String] {
    try await withFile(bytes) { path in
      let script = """
        import zipfile, json, sys
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        print(json.dumps({n: z.read(n).decode() for n in z.namelist()}))
        """
      let output = try run("/usr/bin/python3", ["-c", script, path])
      return try JSONDecoder().decode([String: String].self, from: output)
    }
  }

  private func sha256sum(_ bytes: [UInt8]) async throws -> String {
    try await withFile(bytes) { path in
      String(decoding: try run("/usr/bin/sha256sum", [path]).prefix(64), as: UTF8.self)
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Data {
    try Child.output(of: program, arguments)
  }
}
