import Access
import Corpus
import CorpusStore
import Fixtures
import Kernel
import PatentsStore
import Testing

@Suite struct `A search` {
  @Test(arguments: DatabaseKind.all)
  func `finds what a look at every row finds`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bringSample()
      let desk = zone.desk()
      #expect(try await desk.search(CorpusQuestion(limit: 1), by: zone.clerk).total == 300)
      var found = 0
      for words in ["装置", "方法", "一", "激光焊接", "所述高速相机连接", "实现了焊接缺陷的在线识别", "无此词句"] {
        let wanted = try await zone.scan(words)
        #expect(try await zone.ids(words, desk) == wanted, "\(words)")
        #expect(try await desk.search(CorpusQuestion(words), by: zone.clerk).total == wanted.count)
        found += wanted.count
      }
      #expect(found > 300)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `counts over all hits, whatever page is shown`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bring([
        line(
          1, title: "水泵",
          #""kind":"A","filing_date":"2019-03-01","ipc":["F04D 13/06","F04B 1/00"],"address":"江苏省南京市江宁区1号""#),
        line(
          2, title: "水泵壳体", #""kind":"A","filing_date":"2020-03-01","ipc":["F04D 29/42"],"address":"100001北京市大兴区2号""#),
        line(3, title: "阀", #""kind":"A","filing_date":"2020-05-01","abstract":"用于水泵的阀""#),
        line(4, title: "灯", #""kind":"A""#),
      ])
      let desk = zone.desk()
      let columns: [CorpusColumn] = [.filingYear, .ipcSubclass, .city, .district, .source]
      let answer = try await desk.search(
        CorpusQuestion("水泵", facets: columns, limit: 1, explains: true), by: zone.clerk)
      #expect(answer.total == 3)
      #expect(answer.hits.count == 1 && answer.hits[0].document.title == "水泵")
      #expect(answer.hits[0].title == [MarkedPiece(text: "水泵", isMarked: true)])
      #expect(answer.hits[0].explanation?.parts.map(\.words) == ["水泵"])
      func entries(_ place: Int) -> [String] { answer.facets[place].entries.map { "\($0.value) \($0.count)" } }
      #expect(entries(0) == ["2020 2", "2019 1"])
      #expect(entries(1) == ["F04D 2", "F04B 1"] && answer.facets[1].missing == 1)
      #expect(entries(2) == ["北京 1", "南京 1"] && entries(3) == ["大兴区 1", "江宁区 1"])
      #expect(entries(4) == ["corpus-jsonl 3"])
      let head = try await zone.head()
      #expect(answer.standing == CorpusStanding(position: head, head: head))
      // Narrowed by a facet the ranked page holds nothing else.
      let narrowed = try await desk.search(
        CorpusQuestion("水泵", narrowing: [.filingYear: ["2020"]]), by: zone.clerk)
      #expect(narrowed.total == 2 && narrowed.hits.map(\.document.title).sorted() == ["水泵壳体", "阀"])
      #expect(narrowed.hits.last?.passages.first?.pieces.contains(MarkedPiece(text: "水泵", isMarked: true)) == true)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `leads through all pages in the order asked for`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bring(
        (0..<23).map { line($0, #""filing_date":"20\#(10 + $0 % 9)-01-02""#) } + [line(40, title: "无日期")])
      let desk = zone.desk()
      for order in CorpusOrder.allCases {
        var titles: [String] = []
        var years: [Int?] = []
        var cursor: CorpusCursor?
        repeat {
          let page = try await desk.search(CorpusQuestion(order: order, limit: 7, cursor: cursor), by: zone.clerk)
          #expect(page.total == 24 && page.hits.count <= 7)
          titles += page.hits.map(\.document.title)
          years += page.hits.map { $0.document.filingDay?.year }
          cursor = page.next
        } while cursor != nil
        #expect(Set(titles).count == 24 && titles.count == 24)
        let known = years.compactMap(\.self)
        if order == .newestFiled { #expect(known == known.sorted(by: >) && years.last == .some(nil)) }
        if order == .oldestFiled { #expect(known == known.sorted() && years.last == .some(nil)) }
      }
      await #expect(throws: CorpusSearchRefusal.tooDeep(limit: 10_000)) {
        try await desk.search(CorpusQuestion(cursor: CorpusCursor(offset: 10_000)), by: zone.clerk)
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `finds all claims of a source, and the first of the register`(_ kind: DatabaseKind) async throws {
    try await CorpusZone.with(kind) { zone in
      try await zone.bring([line(1, #""claims":"1.一种齿轮箱。\n2.如权利要求1所述的齿轮箱，其特征在于行星架。""#)])
      let desk = zone.desk()
      #expect(try await zone.ids("行星架", desk).count == 1)
      #expect(try await zone.ids("CL=齿轮箱", desk).count == 1)
      let id = try #require(try await zone.id(1))
      let found = try await desk.document(id, marking: "行星架", by: zone.clerk)
      #expect(found.passages.map(\.text) == [.claims])
      #expect(found.passages[0].pieces.filter(\.isMarked).map(\.text) == ["行星架"])
      #expect(found.passages[0].pieces.map(\.text).joined() == "1.一种齿轮箱。\n2.如权利要求1所述的齿轮箱，其特征在于行星架。")
      await #expect(throws: CorpusSearchRefusal.unknownDocument(-7)) { try await desk.document(-7, by: zone.clerk) }
    }
  }

  @Test func `is refused to whom the register is not open, before anything else`() async throws {
    try await CorpusZone.with(.memory) { zone in
      for operation in zone.desk().operations {
        await #expect(throws: AccessRefusal.self, "\(operation.name)") { try await operation.run(.console([])) }
      }
    }
  }
}
