import Kernel
import Patents
import Testing

@Suite struct `A list of trademarks` {
  private static func mark(
    _ number: Int, _ name: String?, classes: [Int], status: String? = nil, applicants: [String] = [],
    office: String = "CN"
  ) -> TrademarkLine {
    var mark = TrademarkRecord(.trademark, office: office)
    mark.applicationNumber = "7\(number)-000-00"
    (mark.name, mark.status, mark.applicants) = (name, status, applicants)
    mark.goods = classes.map { TrademarkRecord.Goods(niceClass: $0, text: nil) }
    mark.filingDay = Day("2020-01-0\(number)")
    return TrademarkLine(mark, identity: mark.identity ?? "")
  }

  private let list = TrademarkList([
    mark(1, "江宁 EXAMPLE", classes: [9, 35], status: "注册", applicants: ["甲公司"]),
    mark(2, "ｅｘａｍｐｌｅ two", classes: [35], status: "申请中", applicants: ["乙公司"], office: "US"),
    mark(3, nil, classes: [41], applicants: ["甲公司"]),
  ])

  private func found(_ filter: TrademarkFilter) -> [String] { list.find(filter).map { String($0.identity.prefix(6)) } }

  @Test func `has the newest first, and finds words of any width and case, applicants and numbers`() {
    #expect(found(TrademarkFilter()) == ["CN:A:7", "US:A:7", "CN:A:7"])
    #expect(list.lines.map(\.day) == ["2020-01-03", "2020-01-02", "2020-01-01"])
    #expect(list.find(TrademarkFilter(text: "example")).count == 2)
    #expect(list.find(TrademarkFilter(text: "甲公司 EXAMPLE")).map(\.day) == ["2020-01-01"])
    #expect(list.find(TrademarkFilter(text: "7200000")).map(\.day) == ["2020-01-02"])
    #expect(list.find(TrademarkFilter(text: "72-000")).map(\.day) == ["2020-01-02"])
    #expect(list.find(TrademarkFilter(text: "无")).isEmpty)
  }

  @Test func `is narrowed by class, status, office and sort, and counts each facet as if it were not asked for`() {
    #expect(list.find(TrademarkFilter(niceClass: 35)).count == 2)
    #expect(list.find(TrademarkFilter(niceClass: 35, status: "注册")).map(\.classes) == [[9, 35]])
    #expect(list.find(TrademarkFilter(sort: .geographicalIndication)).isEmpty)
    let facets = list.facets(TrademarkFilter(niceClass: 35, office: "US"))
    #expect(facets.classes.map(\.value) == [35] && facets.classes.map(\.count) == [1])
    #expect(facets.statuses.map(\.value) == ["申请中"])
    #expect(facets.offices.map(\.value) == ["CN", "US"] && facets.offices.map(\.count) == [1, 1])
  }

  @Test func `has ids that follow from identities alone`() {
    #expect(TrademarkRecord.id(of: "US:A:74000001") == TrademarkRecord.id(of: "US:A:74000001"))
    #expect(TrademarkRecord.id(of: "US:A:74000001") != TrademarkRecord.id(of: "US:R:74000001"))
    // FNV-1a of nothing is its offset basis, 14695981039346656037; halved.
    #expect(TrademarkRecord.id(of: "").number == 7_347_990_519_673_328_018)
  }
}
