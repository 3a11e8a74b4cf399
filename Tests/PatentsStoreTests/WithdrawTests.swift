import Fixtures
import Foundation
import Jobs
import JobsStore
import Journal
import Kernel
import Patents
import PatentsStore
import Storage
import Testing

@Suite struct `Withdrawing an import` {
  private static let older = (0..<6).map { line($0, applicants: ["甲公司"], "\"province\":\"江苏\"") } + ["{}"]
  private static let newer =
    [line(2), line(3, title: "改名", applicants: ["乙公司", "甲公司"]), line(3, title: "又改")]
    + [line(20, applicants: ["丙公司"]), line(20, title: "再改", applicants: ["丁公司"]), "{}"]

  @Test(arguments: DatabaseKind.all)
  func `restores just what was there before`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write(Self.older))
      let before = try await zone.export()
      let names = try await zone.count("SELECT count(*) FROM patent_names")
      let run = try await zone.bring(try zone.write(Self.newer, to: "b.jsonl"))
      #expect(run.counts == counts(6, new: 1, updated: 3, unchanged: 1, rejected: 1))
      #expect(try await zone.export() != before)
      try await zone.desk.withdraw(run.id, because: "导错了文件", by: zone.clerk)
      #expect(try await zone.export() == before)
      #expect(try await zone.count("SELECT count(*) FROM patent_names") == names)
      #expect(try await zone.desk.findImport(run.id, by: zone.clerk).run.stage == .withdrawn)
      #expect(try await zone.isIntact())
      await #expect(throws: PatentRefusal.alreadyWithdrawn) {
        try await zone.desk.withdraw(run.id, because: "再来", by: zone.clerk)
      }
      let again = try await zone.bring(try zone.write(Self.newer, to: "b.jsonl"))
      #expect(again.counts == run.counts)
      try await zone.desk.withdraw(again.id, because: "又错了", by: zone.clerk)
      #expect(try await zone.export() == before)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of everything leaves an empty register`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let first = try await zone.bring(try zone.write(Self.older))
      let second = try await zone.bring(try zone.write(Self.newer, to: "b.jsonl"))
      await #expect(throws: PatentRefusal.restedUpon(patents: 2)) {
        try await zone.desk.withdraw(first.id, because: "错", by: zone.clerk)
      }
      try await zone.desk.withdraw(second.id, because: "错", by: zone.clerk)
      try await zone.desk.withdraw(first.id, because: "错", by: zone.clerk)
      #expect(try await zone.export().isEmpty)
      #expect(try await zone.count("SELECT count(*) FROM patent_names") == 0)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is refused where a later file confirms what it changed`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write([line(1), line(2)]))
      let second = try await zone.bring(try zone.write([line(1, title: "改名"), line(3)], to: "b.jsonl"))
      let third = try await zone.bring(try zone.write([line(1, title: "改名", applicants: [])], to: "c.jsonl"))
      #expect(third.counts == counts(1, unchanged: 1))
      await #expect(throws: PatentRefusal.restedUpon(patents: 1)) {
        try await zone.desk.withdraw(second.id, because: "错", by: zone.clerk)
      }
      try await zone.desk.withdraw(third.id, because: "错", by: zone.clerk)
      try await zone.desk.withdraw(second.id, because: "错", by: zone.clerk)
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "方法1")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is refused while it runs, without a reason, or where it is unknown`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write(Self.older)) { _ in
        await #expect(throws: PatentRefusal.importStillRuns) {
          let running = try await zone.desk.imports(by: zone.clerk)[0].run
          try await zone.desk.withdraw(running.id, because: "错", by: zone.clerk)
        }
        return .goOn
      }
      let run = try await zone.desk.imports(by: zone.clerk)[0].run
      await #expect(throws: PatentRefusal.reasonMissing) {
        try await zone.desk.withdraw(run.id, because: " \n", by: zone.clerk)
      }
      await #expect(throws: ReasonRefusal.tooLong(501)) {
        try await zone.desk.withdraw(run.id, because: String(repeating: "长", count: 501), by: zone.clerk)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.withdraw(run.id, because: "错", seen: run.revision - 1, by: zone.clerk)
      }
      await #expect(throws: PatentRefusal.unknownImport(ID(-5))) {
        try await zone.desk.withdraw(ID(-5), because: "错", by: zone.clerk)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a stopped run takes back its part`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 2) { zone in
      let run = try await zone.bring(try zone.write(Self.older)) { _ in .stop }
      try await zone.desk.withdraw(run.id, because: "错", by: zone.clerk)
      #expect(try await zone.export().isEmpty)
      let again = try await zone.bring(try zone.write(Self.older))
      #expect(again.counts == counts(7, new: 6, rejected: 1))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that fails anywhere leaves everything as it was`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write(Self.older))
      let before = try await zone.export()
      let run = try await zone.bring(try zone.write(Self.newer, to: "b.jsonl"))
      let (statements, _) = try await failEverywhere(on: zone.database) { faulty in
        try await zone.seen(through: faulty).desk.withdraw(run.id, because: "错", by: zone.clerk)
      }
      #expect(statements > 15)
      #expect(try await zone.export() == before)
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `Merging documents` {
  private static let numbered = "{\"publication_number\":\"CN110000001A\",\"title\":\"检索方法\",\"agency\":\"甲事务所\"}"
  private static let nameless =
    "{\"title\":\"检索方法\",\"abstract\":\"摘要\",\"applicants\":[\"乙公司\"],\"filing_date\":\"2020-01-02\",\"agency\":\"乙事务所\"}"

  @Test(arguments: DatabaseKind.all)
  func `without a number fills gaps of the other and moves its sources`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let first = try await zone.bring(try zone.write([Self.numbered]))
      let second = try await zone.bring(try zone.write([Self.nameless], to: "b.jsonl"))
      let kept = try #require(try await zone.patent("P:CN110000001A"))
      let gone = try #require(try await zone.patent("N:CN|检索方法|乙公司|2020-01-02"))
      await #expect(throws: PatentRefusal.hasNumber) {
        try await zone.desk.merge(kept.id, into: gone.id, because: "同一件", seen: kept.revision, by: zone.clerk)
      }
      await #expect(throws: PatentRefusal.intoItself) {
        try await zone.desk.merge(gone.id, into: gone.id, because: "同一件", seen: gone.revision, by: zone.clerk)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.merge(gone.id, into: kept.id, because: "同一件", seen: gone.revision - 1, by: zone.clerk)
      }
      let (statements, _) = try await failEverywhere(on: zone.database) { faulty in
        try await zone.seen(through: faulty).desk.merge(
          gone.id, into: kept.id, because: "同一件", seen: gone.revision, by: zone.clerk)
      }
      #expect(statements > 10)
      let merged = try #require(try await zone.patent("P:CN110000001A"))
      #expect(merged.facts[.abstract] == "摘要")
      #expect(merged.facts[.agency] == "甲事务所")
      #expect(merged.facts.list(.applicants) == ["乙公司"])
      #expect(try await zone.desk.facets(by: zone.clerk).total == 1)
      let dossier = try await zone.desk.find(merged.id, by: zone.clerk)
      #expect(dossier.sources.count == 2)
      for field in [PatentField.publicationNumber, .title, .agency] {
        #expect(dossier.origin(of: field)?.run == first.id, "\(field)")
      }
      for field in [PatentField.abstract, .applicants, .filingDay] {
        #expect(dossier.origin(of: field)?.run == second.id, "\(field)")
      }
      // The agency of the other is not the agency of this one.
      #expect(try await zone.count("SELECT count(*) FROM patent_names") == 2)
      for run in [first, second] {
        await #expect(throws: PatentRefusal.restedUpon(patents: 1)) {
          try await zone.desk.withdraw(run.id, because: "错", by: zone.clerk)
        }
      }
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `A preview` {
  @Test(arguments: DatabaseKind.all)
  func `counts what the import then does, and writes nothing`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write((0..<6).map { line($0) }))
      let lines =
        (4..<9).map { line($0) } + ["{}", line(2, title: "改名"), line(12), line(12), "{\"title\":"]
        + [line(13, "\"filing_date\":\"无\"")]
      let path = try zone.write(lines, to: "b.jsonl")
      let before = try await DataDigest(of: zone.database)
      let preview = try await zone.desk.preview(at: path, by: zone.clerk)
      #expect(try await DataDigest(of: zone.database) == before)
      #expect(preview.formatCode == "corpus-jsonl")
      #expect(preview.isWhole)
      #expect(preview.rejections.map(\.line) == [6, 10])
      #expect(preview.samples.count == 9)
      let run = try await zone.bring(path)
      #expect(preview.counts == run.counts)
      #expect(run.counts == counts(11, new: 5, updated: 1, unchanged: 3, repaired: 1, rejected: 2))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of some rows ends there and says so`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write((0..<100).map { line($0) })
      let preview = try await zone.desk.preview(at: path, rows: 10, by: zone.clerk)
      #expect(!preview.isWhole)
      #expect(preview.counts == counts(12, new: 12))
      await #expect(throws: PatentRefusal.noSuchFile("/nowhere")) {
        try await zone.desk.preview(at: "/nowhere", by: zone.clerk)
      }
    }
  }
}
