import Fixtures
import Foundation
import Kernel
import Patents
import PatentsStore
import Testing

@Suite struct `The register of trademarks` {
  private static func file(_ number: Int, _ status: String, name: String? = nil, nice: Int = 9) -> String {
    let words = name.map {
      "<WordMarkSpecification><MarkVerbalElementText>\($0)</MarkVerbalElementText></WordMarkSpecification>"
    }
    return """
      <Transaction><TransactionContentDetails><TradeMark><RegistrationOfficeCode>US</RegistrationOfficeCode>
      <ApplicationNumber>7400000\(number)</ApplicationNumber><MarkCurrentStatusCode>\(status)</MarkCurrentStatusCode>
      <ApplicationDate>2020-01-0\(number)</ApplicationDate>\(words ?? "")
      <GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription><ClassNumber>0\(nice)</ClassNumber>
      </ClassDescription></ClassDescriptionDetails></GoodsServices></GoodsServicesDetails></TradeMark>
      </TransactionContentDetails></Transaction>
      """
  }

  @Test(arguments: DatabaseKind.all)
  func `is listed, narrowed and paged, and follows its imports`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write([Self.file(1, "700", name: "ALPHA")], to: "a.xml"))
      try await zone.bring(try zone.write([Self.file(2, "800", name: "BETA", nice: 35)], to: "b.xml"))
      let last = try await zone.bring(try zone.write([Self.file(3, "800")], to: "c.xml"))
      let first = try await zone.desk.trademarks(TrademarkFilter(), limit: 2, by: zone.clerk)
      #expect(first.count == 3 && first.lines.map(\.name) == [nil, "BETA"])
      let second = try await zone.desk.trademarks(TrademarkFilter(), after: first.next, limit: 2, by: zone.clerk)
      #expect(second.lines.map(\.name) == ["ALPHA"] && second.next == nil)
      let found = try await zone.desk.trademarks(TrademarkFilter(status: "800"), by: zone.clerk)
      #expect(found.count == 2 && found.facets.statuses.map(\.count) == [2, 1])
      #expect(found.facets.classes.map(\.value) == [9, 35])
      try await zone.desk.withdraw(last.id, because: "试", by: zone.clerk)
      #expect(try await zone.desk.trademarks(TrademarkFilter(), by: zone.clerk).count == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `shows each value with its source, and what others say`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let older = try await zone.bring(try zone.write([Self.file(1, "700", name: "ALPHA")], to: "a.xml"))
      let newer = try await zone.bring(try zone.write([Self.file(1, "800")], to: "b.xml"))
      let line = try #require(try await zone.desk.trademarks(TrademarkFilter(), by: zone.clerk).lines.first)
      let mark = try await zone.desk.trademark(line.id, by: zone.clerk)
      #expect(mark.mark.status == "800" && mark.mark.name == "ALPHA")
      #expect(mark.sources.map(\.run) == [newer.id, older.id])
      #expect(mark.origin(of: .status) == 0 && mark.origin(of: .name) == 1 && mark.origin(of: .registrationDay) == nil)
      #expect(mark.disputed == [.status])
      await #expect(throws: PatentRefusal.unknownTrademark(ID(7))) {
        try await zone.desk.trademark(ID(7), by: zone.clerk)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is taken along with its sources, and ranks with them`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      try await zone.bring(try zone.write([Self.file(1, "700", name: "ALPHA")], to: "a.xml"))
      let export = try await zone.desk.beginTrademarkExport(TrademarkFilter(text: "alpha"), by: zone.clerk)
      #expect(export.identities == ["US:A:74000001"] && export.reserved.isEmpty)
      #expect(
        try await zone.desk.trademarks(of: export.identities, by: zone.clerk).map(\.identity) == export.identities)
      zone.ranks.rule(["trademark-xml": 120])
      let order = try await zone.desk.reorder(by: zone.clerk)
      #expect(order.marks == 1)
      let mark = try await zone.desk.trademarks(of: export.identities, by: zone.clerk).first
      #expect(mark?.sources.map(\.rank) == [120])
      #expect(try await zone.isIntact())
    }
  }
}
