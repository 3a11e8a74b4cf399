import Fixtures
import Kernel
import Premises
import PremisesStore
import Testing

@Suite struct `An area` {
  @Test(arguments: [
    ("86.5", 8_650), ("1,234.50", 123_450), ("0.01", 1), ("7", 700), ("9999999.99", 999_999_999),
  ])
  func `is read to the hundredth of a square metre`(_ text: String, _ hundredths: Int) {
    #expect(FloorArea(text)?.hundredths == hundredths)
  }

  @Test(arguments: ["", ".", "1.", "1.234", "-3", "12345678", "a", "１２", "1.2.3", "86,5", "12,34.50"])
  func `is nothing else`(_ text: String) { #expect(FloorArea(text) == nil) }

  @Test func `is written with two decimals`() {
    #expect(FloorArea(hundredths: 8_650).description == "86.50")
    #expect(FloorArea(hundredths: 5).description == "0.05")
    #expect(FloorArea(hundredths: -5).description == "-0.05")
  }

  @Test func `is a share of another, rounded half up`() {
    // 1 of 3 is 33.33 %, 2 of 3 is 66.67 %, and 1 of 20 000 is half a hundredth of a percent.
    #expect(area("1").share(of: area("3")) == 3_333)
    #expect(area("2").share(of: area("3")) == 6_667)
    #expect(area("0.01").share(of: area("200")) == 1)
    #expect(area("1").share(of: .zero) == nil)
  }
}

@Suite struct `An outline` {
  @Test func `reads back what it wrote`() {
    let outline = Outline(x: 5, y: 7, width: 10, height: 20)
    #expect(outline.description == "5,7 15,7 15,27 5,27")
    #expect(Outline("5,7 15,7 15,27 5,27") == outline)
    #expect(outline.middle == Outline.Point(10, 17))
  }

  @Test(arguments: ["", "1,1 2,2", "1,1 2,2 3", "1,1 2,2 -3,0", "1,1 2,2 100001,0", "a,b c,d e,f"])
  func `has three corners within the plan`(_ text: String) { #expect(Outline(text) == nil) }
}

@Suite struct `A stay` {
  @Test func `has its last day in common with one that begins on it`() throws {
    let march = try Stay(from: day("2026-03-01"), to: day("2026-03-31"))
    #expect(march.overlaps(.since(day("2026-03-31"))))
    #expect(!march.overlaps(.since(day("2026-04-01"))))
    #expect(march.contains(day("2026-03-31")) && !march.contains(day("2026-04-01")))
    #expect(Stay.since(day("2026-01-01")).covers(march) && !march.covers(.since(day("2026-03-02"))))
    #expect(throws: MoveRefusal.endsBeforeItBegins(day("2026-03-02"))) {
      try Stay(from: day("2026-03-02"), to: day("2026-03-01"))
    }
    #expect(Stay.since(day("2026-03-01")).part(before: day("2026-03-01")) == nil)
    #expect(
      try Stay.since(day("2026-02-27")).part(before: day("2026-03-01"))
        == Stay(from: day("2026-02-27"), to: day("2026-02-28")))
  }
}

@Suite struct `The sites` {
  @Test(arguments: DatabaseKind.all)
  func `are for the stages in the order of the plan's words, until they are given another`(
    _ kind: DatabaseKind
  ) async throws {
    try await PremisesZone.with(kind) { zone in
      let sites = try await zone.desk.book(by: zone.visitor).sites
      #expect(sites.map(\.code) == [.centre, .gaoxin, .lifeTown])
      // 在“一中心、两基地”分别入驻成熟期、成长期、初创期服务机构.
      #expect(sites.map(\.stage) == [.mature, .growing, .starting])
      try await zone.desk.reassign(
        sites[2].id, to: .growing, because: "空间布局调整", seen: sites[2].revision, by: zone.clerk)
      #expect(try await zone.desk.book(by: zone.visitor).sites.map(\.stage) == [.mature, .growing, .growing])
      await #expect(throws: PremisesRefusal.missing(.reason)) {
        try await zone.desk.reassign(sites[0].id, to: .growing, because: " ", seen: sites[0].revision, by: zone.clerk)
      }
      #expect(try await zone.isIntact())
    }
  }
}
