import Fixtures
import Foundation
import Jobs
import JobsStore
import Kernel
import PatentFormats
import Patents
import PatentsStore
import Testing

@Suite struct `A mapping of columns` {
  private static let table = "成果编号,题名,专利号\nA1,检索方法,ZL201710601862.3\nA2,另一方法,ZL201830264854.X\n"
  private static let columns = [
    MappedColumn(header: "成果编号", use: .own), MappedColumn(header: "题名", use: .field(.title)),
    MappedColumn(header: "专利号", use: .field(.application)),
  ]

  private func save(_ name: String, in zone: PatentZone) async throws -> ID<KeptMapping> {
    try await zone.desk.saveMapping(named: name, columns: Self.columns, by: zone.clerk)
  }

  @Test(arguments: DatabaseKind.all)
  func `makes an unknown table readable, and the next one with its headers`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write([Self.table], to: "a.csv")
      await #expect(throws: FormatRefusal.self) { try await zone.bring(path) }
      let id = try await save("某大学", in: zone)
      let run = try await zone.bring(path)
      #expect(run.counts == counts(2, new: 2))
      let patent = try #require(try await zone.patent("A:201710601862.3"))
      #expect(patent.facts[.title] == "检索方法" && patent.precedence == 150)
      let next = try zone.write(["专利号,题名,成果编号\nZL201710601862.3,检索方法,A1\n"], to: "b.csv")
      #expect(try await zone.bring(next).counts == counts(1, unchanged: 1))
      let kept = try await zone.desk.findMapping(id, by: zone.clerk)
      #expect(kept.files == 2 && kept.mapping.columns == Self.columns && kept.source == "mapping:某大学")
      #expect(try await zone.desk.findImport(run.id, by: zone.clerk).format.zh == "列对应“某大学”")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps its name and its headers to itself, and ends when it is withdrawn`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let id = try await save("某大学", in: zone)
      await #expect(throws: MappingRefusal.nameTaken("某大学")) { try await save("某大学", in: zone) }
      await #expect(throws: MappingRefusal.headersTaken(by: "某大学")) { try await save("别的", in: zone) }
      await #expect(throws: PatentRefusal.reasonMissing) {
        try await zone.desk.withdrawMapping(id, because: " ", by: zone.clerk)
      }
      try await zone.desk.withdrawMapping(id, because: "列有误", by: zone.clerk)
      await #expect(throws: MappingRefusal.alreadyWithdrawn) {
        try await zone.desk.withdrawMapping(id, because: "再次", by: zone.clerk)
      }
      let path = try zone.write([Self.table], to: "a.csv")
      await #expect(throws: FormatRefusal.self) { try await zone.bring(path) }
      await #expect(throws: MappingRefusal.withdrawn("某大学")) {
        try await zone.desk.importFile(at: path, named: "a", mapping: "某大学", by: zone.clerk)
      }
      await #expect(throws: MappingRefusal.nameTaken("某大学")) { try await save("某大学", in: zone) }
      _ = try await save("某大学二", in: zone)
      #expect(try await zone.bring(path).counts.new == 2)
      #expect(try await zone.desk.mappings(by: zone.clerk).map(\.mapping.name) == ["某大学二", "某大学"])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `does not read a file again that stands by other columns`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write(["标题,公开(公告)号,备注\n方法,CN110000001A,换名\n"], to: "a.csv")
      let first = try await zone.bring(path)
      try await zone.desk.saveMapping(
        named: "换名",
        columns: [
          MappedColumn(header: "标题", use: .own), MappedColumn(header: "公开(公告)号", use: .field(.publication)),
          MappedColumn(header: "备注", use: .field(.title)),
        ], by: zone.clerk)
      await #expect(throws: MappingRefusal.importedOtherwise(sourceName(of: "cnipr-xlsx"))) {
        try await zone.bring(path)
      }
      try await zone.desk.withdraw(first.id, because: "列读错", by: zone.clerk)
      let again = try await zone.bring(path)
      #expect(again.counts == counts(1, new: 1))
      #expect(try await zone.patent("P:CN110000001A")?.facts[.title] == "换名")
      #expect(try await zone.desk.findImport(again.id, by: zone.clerk).file.format == "mapping:换名")
      #expect(try await zone.isIntact())
    }
  }

  @Test func `is named for a file with columns more or less, and goes with the job`() async throws {
    try await PatentZone.with(.memory) { zone in
      _ = try await save("某大学", in: zone)
      let table = "题名,专利号,电话\n检索方法,ZL201710601862.3,025\n"
      let path = try zone.write([table], to: "a.csv")
      try zone.desk.keepUpload(at: path, sha256: hash, named: "a.csv", by: zone.clerk)
      #expect(try await zone.desk.needsColumns(hash, by: zone.clerk))
      let found = try await zone.desk.columns(ofUpload: hash, by: zone.clerk)
      #expect(found.known == nil && found.look.columns.map(\.header) == ["题名", "专利号", "电话"])
      await #expect(throws: FormatRefusal.self) { try await zone.desk.orderImport(of: hash, by: zone.clerk) }
      await #expect(throws: MappingRefusal.unknown("没有")) {
        try await zone.desk.orderImport(of: hash, mapping: "没有", by: zone.clerk)
      }
      let job = try await zone.desk.orderImport(of: hash, mapping: "某大学", by: zone.clerk)
      let run = try await zone.desk.carryOut(job) { _ in .goOn }
      let imported = try await zone.desk.imports(by: zone.clerk)
      #expect(imported.map { $0.run.id.description } == [run] && imported[0].run.counts == counts(1, new: 1))
      let kept = try zone.write([table], to: "b.csv")
      try zone.desk.keepUpload(at: kept, sha256: imported[0].file.hash, named: "a.csv", by: zone.clerk)
      let row = try await zone.desk.originalRow(1, of: imported[0].run.id, by: zone.clerk)
      #expect(row.text?.contains("025") == true)
    }
  }
}

private let hash = String(repeating: "0b", count: 32)
