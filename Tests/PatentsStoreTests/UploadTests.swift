import Fixtures
import Foundation
import Jobs
import JobsStore
import Kernel
import Patents
import PatentsStore
import Testing

@Suite struct `An upload` {
  /// Foundation takes an empty path for the working directory, and would move the program's home; so this
  /// happens in a process of its own, whose home is a folder that nobody needs.
  @Test func `is kept only if it is a file, and nothing is moved`() async {
    await #expect(processExitsWith: .success) {
      try await PatentZone.with(.memory) { zone in
        for name in ["home", "folder"] {
          let folder = zone.folder.appending(path: name)
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
          try Data("a".utf8).write(to: folder.appending(path: "a.csv"))
        }
        let home = zone.folder.appending(path: "home").path
        try #require(FileManager.default.changeCurrentDirectoryPath(home))
        for name in ["", ".", "..", zone.folder.appending(path: "folder").path, zone.folder.path + "/none"] {
          #expect(throws: PatentRefusal.noSuchFile("—"), "\(name)") {
            try zone.desk.keepUpload(at: name, sha256: hash, named: "a.jsonl", by: zone.clerk)
          }
          #expect(try tree(zone) == ["folder", "folder/a.csv", "home", "home/a.csv"], "\(name)")
          #expect(FileManager.default.currentDirectoryPath.hasSuffix("/home"))
        }
        try #require(FileManager.default.changeCurrentDirectoryPath("/"))
      }
    }
  }

  @Test(arguments: [
    "", "none", "../../zone.key", String(repeating: "0A", count: 32), String(repeating: "0", count: 63),
  ])
  func `is kept under a digest and no other name`(_ name: String) async throws {
    try await PatentZone.with(.memory) { zone in
      let path = try zone.write([line(1)])
      #expect(throws: PatentRefusal.noSuchFile("—")) {
        try zone.desk.keepUpload(at: path, sha256: name, named: "a.jsonl", by: zone.clerk)
      }
      #expect(try tree(zone) == ["a.jsonl"])
      await #expect(throws: PatentRefusal.noSuchFile("—")) {
        try await zone.desk.previewUpload(name, by: zone.clerk)
      }
      await #expect(throws: PatentRefusal.noSuchFile("—")) {
        try await zone.desk.orderImport(of: name, by: zone.clerk)
      }
    }
  }

  @Test func `is moved where preview and import find it, and a second one changes nothing`() async throws {
    try await PatentZone.with(.memory) { zone in
      try zone.desk.keepUpload(at: zone.write([line(1), line(2)]), sha256: hash, named: "a.jsonl", by: zone.clerk)
      #expect(try tree(zone) == [hash, hash + ".name"])
      #expect(try await zone.desk.previewUpload(hash, by: zone.clerk).preview.counts == counts(2, new: 2))
      let again = try zone.write([line(3)])
      try zone.desk.keepUpload(at: again, sha256: hash, named: "a.jsonl", by: zone.clerk)
      #expect(try await zone.desk.previewUpload(hash, by: zone.clerk).preview.counts == counts(2, new: 2))
      let job = try await zone.desk.orderImport(of: hash, by: zone.clerk)
      #expect(job.input == hash && job.stage == .waiting)
    }
  }

  @Test func `becomes an import only where the file is still there`() async throws {
    try await PatentZone.with(.memory) { zone in
      await #expect(throws: PatentRefusal.noSuchFile("—")) {
        try await zone.desk.orderImport(of: hash, by: zone.clerk)
      }
      // A folder by the name of a digest is no upload either.
      try FileManager.default.createDirectory(
        at: zone.folder.appending(path: hash), withIntermediateDirectories: true)
      await #expect(throws: PatentRefusal.noSuchFile("—")) {
        try await zone.desk.previewUpload(hash, by: zone.clerk)
      }
      #expect(try await zone.jobs.page(by: zone.clerk).isEmpty)
    }
  }
}

/// Any digest: what is kept is named by it, not checked against it.
private let hash = String(repeating: "0a", count: 32)

/// Everything below the zone's folder.
private func tree(_ zone: PatentZone) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: zone.folder.path).sorted()
}
