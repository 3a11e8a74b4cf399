import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Patents
import PatentsStore
import Storage
import Testing

@Suite struct `A result set` {
  private static let keeper = Account.console([.exportPatents, .setSourceTerms, .readPatents])

  @Test(arguments: DatabaseKind.all)
  func `has each patent with the files that its values came from, in the order asked for`(
    _ kind: DatabaseKind
  ) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(zone.write([line(1), line(2), line(3)], to: "a.jsonl"))
      // Says more of the second; says the same of the third.
      try await zone.bring(zone.write([line(2, "\"abstract\":\"摘要\""), line(3)], to: "b.jsonl"))
      let ids = try await zone.database.read { db in
        try db.rows("SELECT id FROM patents ORDER BY id").map { row in
          var columns = row.columns
          return try columns.integer()
        }
      }
      let lines = try await zone.desk.lines(of: [ids[2], -5, ids[1]], by: Self.keeper)
      #expect(lines.map { $0.patent.facts[.title] } == ["方法3", "方法2"])
      #expect(lines.map { $0.origins.map(\.file) } == [["a.jsonl"], ["a.jsonl", "b.jsonl"]])
      #expect(lines[1].sources == ["corpus-jsonl"] && lines[1].origins[0].formatName.en.contains("JSON"))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is noted before it leaves, and knows which sources may not be given on`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(zone.write([line(1)]))
      let desk = zone.desk
      #expect(try await desk.beginExport(of: 1, as: "csv", by: Self.keeper).isEmpty)
      await #expect(throws: PatentRefusal.unknownSource("nobody")) {
        try await desk.reserve("nobody", because: "合同", by: Self.keeper)
      }
      await #expect(throws: PatentRefusal.reasonMissing) {
        try await desk.reserve("corpus-jsonl", because: " ", by: Self.keeper)
      }
      try await desk.reserve("corpus-jsonl", because: "合同第3条", by: Self.keeper)
      #expect(try await desk.sourceTerms(by: Self.keeper).map(\.reserved?.reason) == ["合同第3条"])
      #expect(try await desk.beginExport(of: 1, as: "csv", by: Self.keeper) == ["corpus-jsonl"])
      try await desk.release("corpus-jsonl", because: "新合同", by: Self.keeper)
      #expect(try await desk.beginExport(of: 1, as: "csv", by: Self.keeper).isEmpty)
      await #expect(throws: PatentRefusal.unknownSource("corpus-jsonl")) {
        try await desk.release("corpus-jsonl", because: "再来", by: Self.keeper)
      }
      let noted = try await zone.count("SELECT count(*) FROM journal WHERE action = 'patents.export-results'")
      #expect(noted == 3)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of arrivals has what an import added, and nothing that was there before`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      func head() async throws -> Int64 { try await zone.database.read { try JournalTrace.head(in: $0).number } }
      let start = try await head()
      try await zone.bring(zone.write([line(1), line(2)], to: "a.jsonl"))
      let middle = try await head()
      try await zone.bring(zone.write([line(2, title: "改"), line(3)], to: "b.jsonl"))
      let end = try await head()
      func arrived(_ after: Int64, _ through: Int64) async throws -> Int {
        try await zone.database.read { try PatentArrivals.ids(after: after, through: through, in: $0).count }
      }
      #expect(try await arrived(start, middle) == 2)
      #expect(try await arrived(middle, end) == 1)
      #expect(try await arrived(start, end) == 3)
      #expect(try await arrived(end, end + 10) == 0)
    }
  }
}

@Suite struct `The family of a patent` {
  private static let headers = "公开（公告）号,名称,申请号,简单同族,优先权号"

  @Test(arguments: DatabaseKind.all)
  func `is what the register and a source know of it, with links where there are documents`(
    _ kind: DatabaseKind
  ) async throws {
    try await PatentZone.with(kind) { zone in
      // One application with two publications; its number is from the samples of ZC 0006, check symbol and all.
      let rows = [
        #"{"publication_number":"CN110000001A","application_number":"CN200310102344.5","title":"公布文本"}"#,
        #"{"publication_number":"CN110000001B","application_number":"CN200310102344.5","title":"授权文本"}"#,
        #"{"publication_number":"CN110000002A","title":"无同族"}"#,
      ]
      try await zone.bring(zone.write(rows))
      let first = try #require(try await zone.patent("P:CN110000001A"))
      let dossier = try await zone.desk.find(first.id, by: zone.clerk)
      #expect(dossier.family.ofApplication.map { $0.facts[.publicationNumber] } == ["CN110000001B"])
      let alone = try #require(try await zone.patent("P:CN110000002A"))
      #expect(try await zone.desk.find(alone.id, by: zone.clerk).family.isEmpty)
    }
  }
}
