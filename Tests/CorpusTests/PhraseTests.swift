import Corpus
import Kernel
import Testing

@Suite struct `The corpus index` {
  @Test(arguments: 1...20) func `finds what a look at every symbol finds`(seed: Int) throws {
    var dice = TextDice(seed: UInt64(seed))
    var plain = PlainCorpus()
    var limits = CorpusLimits()
    limits.places = 2_000
    limits.fan = 3
    let index = try CorpusIndex(files: MemoryFiles(), limits: limits)
    for round in 1...3 {
      try index.write(position: Int64(round)) { batch in
        for id in 0..<Int64(20 + dice.dice.roll(below: 200)) {
          let document = dice.document(id * 7 % 160)
          plain.documents[document.id] = document
          try batch.add(document)
        }
        for _ in 0..<dice.dice.roll(below: 9) {
          let id = Int64(dice.dice.roll(below: 160))
          plain.documents[id] = nil
          batch.remove(id)
        }
      }
      if dice.dice.roll(below: 2) == 0 { try index.merge(all: dice.dice.roll(below: 2) == 0) }
    }
    let snapshot = index.snapshot
    #expect(snapshot.documentCount == plain.documents.count)
    let documents = plain.documents.values.sorted { $0.id < $1.id }
    for _ in 0..<40 {
      let phrase = dice.phrase(of: dice.pick(documents))
      guard !PlainCorpus.folded(phrase).isEmpty else { continue }
      let found = snapshot.select(.phrase(phrase, in: CorpusQuery.allTexts))
      #expect(Set(found.ids) == plain.find(phrase), "\(phrase)")
      #expect(Set(found.top(10_000).map(\.id)) == plain.find(phrase), "\(phrase)")
      for text in CorpusText.allCases {
        #expect(
          Set(snapshot.select(.phrase(phrase, in: [text])).ids) == plain.find(phrase, in: [text]), "\(phrase) \(text)")
      }
    }
  }

  @Test func `finds a phrase whose parts also stand at the beginning of the text`() throws {
    let index = try CorpusIndex(files: MemoryFiles())
    try index.write(position: 1) { batch in
      for (id, title) in ["传a体述(传、", "水(电。", "机、(电。"].enumerated() {
        var document = CorpusDocument(id: Int64(id))
        document.title = title
        try batch.add(document)
      }
    }
    #expect(try index.snapshot.select(QueryParser.parse("\"(传、\"")).ids == [0])
    #expect(try index.snapshot.select(QueryParser.parse("\"(电。\"")).ids == [1, 2])
  }

  @Test func `finds a word of an alphabet as a whole, and by its beginning with an asterisk`() throws {
    let index = try CorpusIndex(files: MemoryFiles())
    try index.write(position: 1) { batch in
      for (id, title) in ["LED lamp", "led灯", "LEDs", "controlled"].enumerated() {
        var document = CorpusDocument(id: Int64(id))
        document.title = title
        try batch.add(document)
      }
    }
    #expect(try index.snapshot.select(QueryParser.parse("led")).ids == [0, 1])
    #expect(try index.snapshot.select(QueryParser.parse("led*")).ids == [0, 1, 2])
    #expect(try index.snapshot.select(QueryParser.parse("led灯")).ids == [1])
  }

  @Test func `ranks a title above a claim, rare words above frequent ones, and says why`() throws {
    let index = try CorpusIndex(files: MemoryFiles())
    try index.write(position: 1) { batch in
      for id in 0..<20 {
        var document = CorpusDocument(id: Int64(id))
        document.title = id == 3 ? "石墨烯电池" : "电池"
        document.abstract = id == 7 ? "一种石墨烯薄膜" : "一种普通薄膜"
        try batch.add(document)
      }
    }
    let selection = try index.snapshot.select(QueryParser.parse("石墨烯 OR 薄膜"))
    let top = selection.top(3)
    #expect(top.map(\.id).prefix(2) == [3, 7])
    let explanation = try #require(selection.explain(3))
    #expect(explanation.parts.map(\.words) == ["石墨烯", "薄膜"])
    #expect(explanation.parts.map(\.weight) == [5, 1])
    #expect(explanation.parts.map(\.documents) == [2, 20])
    #expect(explanation.score == top[0].score)
  }
}
