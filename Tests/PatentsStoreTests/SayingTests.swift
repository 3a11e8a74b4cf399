import Fixtures
import Foundation
import Kernel
import Patents
import PatentsStore
import Storage
import Testing

@Suite struct `What sources say` {
  private static let office = """
    标题,公开(公告)号,申请号,法律状态,被引证次数
    检索方法,CN110000001A,CN201710601862.3,授权,3

    """
  private static let lower = """
    {"publication_number":"CN110000001A","title":"别的名称","abstract":"摘要"}
    """

  @Test(arguments: DatabaseKind.all)
  func `beyond the register stays with each, and a lower one's other word is kept beside`(
    _ kind: DatabaseKind
  ) async throws {
    try await PatentZone.with(kind) { zone in
      let vendor = try zone.write([Self.office], to: "a.csv")
      let first = try await zone.bring(vendor)
      #expect(first.counts == counts(1, new: 1))
      let second = try await zone.bring(try zone.write([Self.lower]))
      #expect(second.counts == counts(1, updated: 1))
      let patent = try #require(try await zone.patent("P:CN110000001A"))
      #expect(patent.facts[.title] == "检索方法")
      #expect(patent.facts[.abstract] == "摘要")
      let dossier = try await zone.desk.find(patent.id, by: zone.clerk)
      #expect(
        dossier.sources.map { dossier.sayings(of: $0) } == [
          [PatentExtra(name: "cited-by", value: "3")], [PatentExtra(name: "field:title", value: "别的名称")],
        ])
      #expect(dossier.origin(of: .abstract)?.file == second.file)
      #expect(try await zone.isIntact())
      try await zone.desk.withdraw(second.id, because: "试", by: zone.clerk)
      let after = try await zone.desk.find(patent.id, by: zone.clerk)
      #expect(after.sources.count == 1 && after.patent.facts[.abstract] == nil)
      #expect(try await zone.count("SELECT count(*) FROM patent_sayings") == 1)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: [#"说"明""#, #"C:\n\路径"#, #"\"#, #"[","]"#, "甲\u{1F600}乙", "１", #"\u0041"#])
  func `comes back letter for letter`(_ value: String) async throws {
    try await PatentZone.with(.memory) { zone in
      let quoted = "\"" + value.replacing("\"", with: "\"\"") + "\""
      let table = "标题,公开(公告)号,甲栏,乙栏\n检索方法,CN110000001A,\(quoted),\(quoted)尾\n"
      try await zone.bring(try zone.write([table], to: "a.csv"))
      let patent = try #require(try await zone.patent("P:CN110000001A"))
      let dossier = try await zone.desk.find(patent.id, by: zone.clerk)
      let said = dossier.sources.flatMap { dossier.sayings(of: $0) }
      #expect(said == [PatentExtra(name: "甲栏", value: value), PatentExtra(name: "乙栏", value: value + "尾")])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a mark are merged when they are read, and go with their import`(_ kind: DatabaseKind) async throws {
    func file(_ status: String, _ further: String) -> String {
      """
      <Transaction><TransactionContentDetails><TradeMark><RegistrationOfficeCode>US</RegistrationOfficeCode>
      <ApplicationNumber>74000001</ApplicationNumber><MarkCurrentStatusCode>\(status)</MarkCurrentStatusCode>\(further)</TradeMark>
      </TransactionContentDetails></Transaction>
      """
    }
    try await PatentZone.with(kind) { zone in
      let name = "<WordMarkSpecification><MarkVerbalElementText>EXAMPLE</MarkVerbalElementText></WordMarkSpecification>"
      let older = try zone.write([file("700", name)], to: "a.xml")
      #expect(try await zone.bring(older).counts == counts(1, new: 1))
      #expect(try await zone.bring(older).counts == counts(1, unchanged: 1))
      let newer = try await zone.bring(try zone.write([file("800", "")], to: "b.xml"))
      #expect(newer.counts == counts(1, updated: 1))
      let marks = try await zone.desk.trademarks(by: zone.clerk)
      #expect(marks.map(\.status) == ["800"])
      #expect(marks.map(\.name) == ["EXAMPLE"])
      try await zone.desk.withdraw(newer.id, because: "试", by: zone.clerk)
      #expect(try await zone.desk.trademarks(by: zone.clerk).map(\.status) == ["700"])
      #expect(try await zone.isIntact())
    }
  }
}
