import Corpus
import Kernel
import Testing

/// Phrases out of so few characters that their pairs stand in nearly every document, many times in most.
@Suite struct `A phrase whose parts stand nearly everywhere` {
  private static let symbols = Array("装置连接所述")

  /// - Parameter length: of the longest text.
  private static func documents(_ count: Int, length: Int, _ dice: inout SeededDice) -> [CorpusDocument] {
    func text(_ atMost: Int, _ dice: inout SeededDice) -> String {
      // Few symbols of few, or many of all: some documents without a pair, others with a hundred of it.
      let known = 2 + dice.roll(below: symbols.count - 1)
      return String((0..<dice.roll(below: atMost + 1)).map { _ in symbols[dice.roll(below: known)] })
    }
    return (0..<count).map { number in
      var document = CorpusDocument(id: Int64(number * 3))
      document.title = text(6, &dice)
      document.abstract = text(dice.roll(below: 9) == 0 ? length : 40, &dice)
      document.claims = text(60, &dice)
      document.ipc = ["G06F16/90", "H01L31/04", "A01B1/02"].filter { _ in dice.roll(below: 2) == 0 }
      document.applicants = ["南京大学", "东南大学", "乙公司"].filter { _ in dice.roll(below: 3) == 0 }
      document.province = dice.roll(below: 4) == 0 ? nil : "江苏"
      return document
    }
  }

  /// How often the phrase stands in the texts, four more being counted for one in the title.
  private static func weight(_ phrase: [Character], in document: CorpusDocument) -> Int {
    let found = [document.title, document.abstract, document.claims].map { text in
      let text = Array(text)
      guard text.count >= phrase.count else { return 0 }
      return (0...text.count - phrase.count).count { text[$0..<$0 + phrase.count].elementsEqual(phrase) }
    }
    return found.reduce(found[0] > 0 ? 4 : 0, +)
  }

  @Test(arguments: [(128, 100), (256, 300), (700, 60), (900, 900)])
  func `is found and weighed as by a look at every character`(count: Int, length: Int) throws {
    var dice = SeededDice(seed: UInt64(count))
    let documents = Self.documents(count, length: length, &dice)
    let index = try CorpusIndex(files: MemoryFiles())
    try index.write(position: 1) { batch in for document in documents { try batch.add(document) } }
    for _ in 0..<120 {
      let phrase = (0..<3 + dice.roll(below: 5)).map { _ in Self.symbols[dice.roll(below: 3 + dice.roll(below: 3))] }
      let selection = index.snapshot.select(.phrase(String(phrase), in: CorpusQuery.allTexts))
      let weights = documents.map { ($0.id, Self.weight(phrase, in: $0)) }.filter { $0.1 > 0 }
      #expect(selection.ids == weights.map(\.0), "\(String(phrase))")
      for (id, weight) in weights {
        #expect(selection.explain(id)?.parts.map(\.weight) == [weight], "\(String(phrase)) \(id)")
      }
    }
  }

  @Test func `is found beside a text of more than sixty-five thousand characters`() throws {
    var dice = SeededDice(seed: 9)
    var documents = Self.documents(200, length: 50, &dice)
    documents[70].claims = String((0..<70_000).map { _ in Self.symbols[dice.roll(below: 6)] })
    let index = try CorpusIndex(files: MemoryFiles())
    let all = documents
    try index.write(position: 1) { batch in for document in all { try batch.add(document) } }
    for phrase in ["装置连", "所述装置", "连接连接"] {
      let found = index.snapshot.select(.phrase(phrase, in: CorpusQuery.allTexts))
      #expect(found.ids == documents.filter { Self.weight(Array(phrase), in: $0) > 0 }.map(\.id))
      #expect(found.explain(210)?.parts.map(\.weight) == [Self.weight(Array(phrase), in: documents[70])])
    }
  }

  /// Most documents are counted by taking away the others.
  @Test(arguments: [1, 2, 40, 190, 300, 640])
  func `is counted as each document by itself, however many there are`(left: Int) throws {
    var dice = SeededDice(seed: UInt64(left))
    var documents = Self.documents(700, length: 30, &dice)
    let out = Set(dice.shuffle(Array(0..<700)).prefix(left))
    for number in out { documents[number].kind = "design" }
    let index = try CorpusIndex(files: MemoryFiles())
    let all = documents
    try index.write(position: 1) { batch in for document in all { try batch.add(document) } }
    let selection = try index.snapshot.select(QueryParser.parse("NOT 类型:外观"))
    let kept = documents.indices.filter { !out.contains($0) }.map { documents[$0] }
    #expect(selection.count == kept.count)
    let applicants = selection.tally(.applicant)
    for name in ["南京大学", "东南大学", "乙公司"] {
      let wanted = kept.count { $0.applicants.contains(name) }
      #expect((applicants.entries.first { $0.value == name }?.count ?? 0) == wanted)
    }
    #expect(applicants.missing == kept.count { $0.applicants.isEmpty })
    #expect(selection.tally(.province).missing == kept.count { $0.province == nil })
    let classes = selection.tally(.ipcSubclass)
    #expect(classes.missing == kept.count { $0.ipc.isEmpty })
    #expect(classes.entries.reduce(0) { $0 + $1.count } == kept.reduce(0) { $0 + $1.ipc.count })
  }
}
