import Kernel
import Patents
import Testing

@Suite struct `A patent of several sources` {
  private func facts(_ values: [PatentField: String]) -> PatentFacts {
    var facts = PatentFacts()
    for (field, value) in values { facts[field] = value }
    return facts
  }

  /// Rows as an import brings them, each with its rank.
  private func imported(_ rows: [(words: PatentFacts, rank: Int)]) -> Heard {
    var heard = Heard(facts: rows[0].words, precedence: rows[0].rank)
    heard.add(.new, 0, fields: PatentField.allCases.filter { rows[0].words[$0] != nil }, beside: .init())
    for (place, row) in rows.enumerated().dropFirst() {
      let merge = PatentMerge(heard.facts, precedence: heard.precedence, with: row.words, precedence: row.rank)
      let isChanged = !merge.before.isEmpty
      heard.add(
        isChanged ? .updated : .unchanged, place,
        fields: PatentField.allCases.filter { merge.before.keys.contains($0) },
        before: merge.before, precedenceBefore: isChanged ? heard.precedence : nil, beside: merge.beside(row.words))
      if isChanged { (heard.facts, heard.precedence) = (merge.merged, max(heard.precedence, row.rank)) }
    }
    return heard
  }

  private struct Heard {
    var facts: PatentFacts
    var precedence: Int
    var sources: [PatentSource] = []
    var beside: [PatentTestimony.Beside] = []

    mutating func add(
      _ effect: RowEffect, _ place: Int, fields: [PatentField], before: [PatentField: String?] = [:],
      precedenceBefore: Int? = nil, beside: PatentTestimony.Beside
    ) {
      sources.append(
        PatentSource(
          file: ID(Int64(place)), line: 1, patent: ID(1), run: ID(Int64(place)), effect: effect,
          rowHash: Int64(place), before: before, precedenceBefore: precedenceBefore, fields: fields))
      self.beside.append(beside)
    }

    func testimonies(_ ranks: [Int]) -> [PatentTestimony] {
      let words = PatentTestimony.words(of: sources, beside: beside, now: facts)
      return zip(sources, zip(words, ranks)).map { PatentTestimony($0, words: $1.0, rank: $1.1) }
    }
  }

  private var rows: [PatentFacts] {
    [
      facts([.title: "甲", .address: "江宁区"]), facts([.title: "乙", .kind: "invention"]),
      facts([.title: "丙", .address: "江宁区", .abstract: "摘要"]),
    ]
  }

  @Test func `has the words of every row, taken or not`() {
    for ranks in [[100, 200, 300], [300, 200, 100], [200, 100, 200]] {
      let heard = imported(Array(zip(rows, ranks)))
      #expect(heard.testimonies(ranks).map(\.words) == rows, "\(ranks)")
    }
  }

  @Test(arguments: [[100, 200, 300], [300, 200, 100], [200, 100, 200], [100, 100, 100], [100, 300, 200]])
  func `heard again in another order is as if its files had come in under it`(_ ranks: [Int]) throws {
    let first = imported(rows.map { ($0, 100) })
    let replay = try #require(PatentReplay(first.testimonies(ranks), noted: first.beside))
    let wanted = imported(Array(zip(rows, ranks)))
    #expect(replay.facts == wanted.facts && replay.precedence == wanted.precedence)
    #expect(replay.sources == wanted.sources)
    #expect(replay.beside == wanted.beside)
  }

  @Test func `is left as it is where documents were merged by hand, or agreement was not noted`() {
    var heard = imported(rows.map { ($0, 100) })
    #expect(PatentReplay(heard.testimonies([1, 2, 3]), noted: heard.beside) != nil)
    heard.beside[1].agreed = nil
    #expect(PatentReplay(heard.testimonies([1, 2, 3]), noted: heard.beside) == nil)
    var merged = imported(rows.map { ($0, 100) })
    merged.add(.new, 3, fields: [.title], beside: .init())
    #expect(PatentReplay(merged.testimonies([1, 2, 3, 4]), noted: merged.beside) == nil)
  }

  @Test func `shows each value of a disputed field with why it is shown or not`() throws {
    let ranks = [200, 300, 200]
    let heard = imported(Array(zip(rows, ranks)))
    let disputes = FieldDispute.all(heard.testimonies(ranks), now: heard.facts)
    #expect(disputes.map(\.field) == [.title])
    let title = try #require(disputes.first)
    #expect(title.sayings.map(\.value) == ["甲", "乙", "丙"])
    #expect(title.sayings.map(\.standing) == [.replaced, .shown, .ranksLower(than: 300)])
    #expect(title.sayings.map(\.rank) == ranks)
  }

  @Test func `tells of a source that came behind a higher one, and of an order that has changed`() throws {
    let words = [
      facts([.title: "甲", .address: "江宁区"]), facts([.kind: "invention"]), facts([.address: "鼓楼区"]),
    ]
    let heard = imported(Array(zip(words, [200, 300, 200])))
    let address = try #require(FieldDispute.all(heard.testimonies([200, 300, 200]), now: heard.facts).first)
    #expect(address.sayings.map(\.standing) == [.shown, .cameBehind(rank: 300)])
    let changed = try #require(FieldDispute.all(heard.testimonies([200, 100, 200]), now: heard.facts).first)
    #expect(changed.sayings.map(\.standing) == [.shown, .beforeNewOrder])
  }

  @Test func `does not dispute how a number is written`() {
    let number = [PatentField.applicationNumber: "201710601862.3"]
    let words = [
      facts(number.merging([.applicationRaw: "CN201710601862.3"]) { $1 }),
      facts(number.merging([.applicationRaw: "2017106018623"]) { $1 }),
    ]
    let heard = imported(words.map { ($0, 100) })
    #expect(FieldDispute.all(heard.testimonies([100, 100]), now: heard.facts).isEmpty)
  }
}

@Suite struct `The order of sources` {
  @Test func `names its rules by the codes of formats, and has one rank for all mapped tables`() {
    #expect(SourceRanks.rule(of: "cnipr-xlsx") == "register.rank.cniprXlsx")
    #expect(SourceRanks.rule(of: "wipo-st96") == "register.rank.wipoSt96")
    let ranks = SourceRanks(["mapping": 150, "a": 1])
    #expect(ranks["mapping:某大学"] == 150 && ranks["b"] == nil)
    #expect(ranks.completed(by: SourceRanks(["a": 9, "b": 2])) == SourceRanks(["mapping": 150, "a": 1, "b": 2]))
  }
}
