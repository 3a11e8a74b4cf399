import Corpus
import Testing

@Suite struct `A fault in a query` {
  /// Each query with the piece that a person has to mend, and where it stands, counted by hand from 0.
  @Test(arguments: [
    ("颜色:红", "颜色:", 0), ("电池 AND 颜色:红", "颜色:", 7), ("电池 AND", "AND", 3), ("OR 电池", "OR", 0),
    ("电池 (泵 OR (阀", "(", 9), ("(泵 OR 阀 电池", "(", 0), ("电池) 泵", ")", 2), ("泵 ipc: AND 阀", "ipc:", 2),
    ("泵 \"隔膜", "\"隔膜", 2), ("ipc:Z99 泵", "Z99", 4), ("AD=20191340", "20191340", 3),
    ("AD=[2020 TO 2019]", "[2020 TO 2019]", 3), ("泵 电?池", "电?池", 2), ("（颜色：红）", "颜色：", 1),
    ("泵 OR", "OR", 2), ("泵 NOT", "NOT", 2), ("泵 [2019", "[2019", 2), ("()", "(", 0),
  ])
  func `is shown where it stands`(query: String, piece: String, start: Int) throws {
    let (fault, place) = try #require(QueryParser.fault(in: query))
    let symbols = Array(query)
    #expect(place.lowerBound == start && String(symbols[place]) == piece)
    // The same fault as whoever searches is refused for.
    #expect(throws: CorpusRefusal.query(fault)) { try QueryParser.parse(query) }
  }

  @Test(arguments: ["电池 隔膜", "TI=(泵 OR 阀) NOT 类型:外观", "AD=[2019 TO 2020]", "\"lithium battery\" -泵", "led*"])
  func `is found in none that is understood`(query: String) {
    #expect(QueryParser.fault(in: query) == nil)
  }
}
