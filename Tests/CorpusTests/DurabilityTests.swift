import Corpus
import Kernel
import Testing

@Suite struct `An index on disk` {
  private static func limits() -> CorpusLimits {
    var limits = CorpusLimits()
    limits.places = 1_500
    limits.fan = 3
    return limits
  }

  /// Every document of a state, told apart by what it says.
  private static func state(_ snapshot: CorpusSnapshot, _ plain: PlainCorpus) -> Bool {
    guard snapshot.select(.everything).ids == plain.documents.keys.sorted() else { return false }
    return plain.documents.values.allSatisfy { document in
      // A title of nothing but spaces has nothing that could be found.
      PlainCorpus.folded(document.title).isEmpty
        || snapshot.select(.phrase(document.title, in: [.title])).ids.contains(document.id)
    }
  }

  @Test(arguments: 1...100) func `loses nothing that was acknowledged, whenever the power goes`(seed: Int) throws {
    var dice = TextDice(seed: UInt64(seed) * 77)
    let files = MemoryFiles()
    // What was acknowledged, by journal position; the one under way may be there or not.
    var states: [Int64: PlainCorpus] = [0: PlainCorpus()]
    var acknowledged: Int64 = 0
    for life in 1...4 {
      let index = try CorpusIndex(files: files, limits: Self.limits())
      let position = index.snapshot.position
      let plain = try #require(states[position])
      #expect(position >= acknowledged)
      #expect(Self.state(index.snapshot, plain))
      files.failing(at: life == 4 ? .max : 1 + dice.dice.roll(below: 60))
      var now = plain
      do {
        for step in 1...4 {
          let next = position + Int64(step)
          try index.write(position: next) { batch in
            for _ in 0..<1 + dice.dice.roll(below: 30) {
              let document = dice.document(Int64(dice.dice.roll(below: 60)))
              now.documents[document.id] = document
              states[next] = now
              try batch.add(document)
            }
          }
          acknowledged = next
          try index.merge(all: dice.dice.roll(below: 3) == 0)
        }
      } catch CorpusRefusal.unreadable {
        // The power went.
      }
      files.crash(dice: &dice.dice)
    }
    let index = try CorpusIndex(files: files, limits: Self.limits())
    #expect(index.snapshot.position >= acknowledged)
    let plain = try #require(states[index.snapshot.position])
    #expect(Self.state(index.snapshot, plain))
  }

  @Test(arguments: 1...10) func `is after merging what building it anew gives, bit for bit`(seed: Int) throws {
    var dice = TextDice(seed: UInt64(seed) * 13)
    var last: [Int64: CorpusDocument] = [:]
    let files = MemoryFiles()
    let index = try CorpusIndex(files: files, limits: Self.limits())
    for round in 1...4 {
      try index.write(position: Int64(round)) { batch in
        for _ in 0..<70 {
          let document = dice.document(Int64(dice.dice.roll(below: 150)))
          last[document.id] = document
          try batch.add(document)
        }
      }
    }
    try index.merge(all: true)
    let clean = MemoryFiles()
    let documents = last.values.sorted { $0.id < $1.id }
    try CorpusIndex(files: clean).write(position: 4) { batch in for document in documents { try batch.add(document) } }
    let (merged, built) = (
      try #require(try files.names().first { $0.hasSuffix(".seg") }), try #require(try clean.names().first)
    )
    #expect(files.bytes(of: merged) == clean.bytes(of: built))
  }

  @Test func `names a file with a changed or a missing byte`() throws {
    var dice = TextDice(seed: 3)
    let files = MemoryFiles()
    try CorpusIndex(files: files).write(position: 1) { batch in
      for id in 0..<40 { try batch.add(dice.document(Int64(id))) }
    }
    for name in try files.names() {
      let bytes = files.bytes(of: name)
      for _ in 0..<150 {
        var changed = bytes
        changed[dice.dice.roll(below: bytes.count)] ^= 1 << UInt8(dice.dice.roll(below: 8))
        files.replace(name, by: changed)
        #expect(Self.damaged(files) == name)
        files.replace(name, by: Array(bytes.prefix(dice.dice.roll(below: bytes.count))))
        #expect(Self.damaged(files) == name)
      }
      files.replace(name, by: bytes)
    }
    #expect(Self.damaged(files) == nil)
  }

  /// The file that an opening names.
  private static func damaged(_ files: MemoryFiles) -> String? {
    do throws(CorpusRefusal) {
      _ = try CorpusIndex(files: files)
    } catch {
      if case .damaged(let file, _) = error { return file }
    }
    return nil
  }

  @Test func `is rebuilt after damage`() throws {
    var dice = TextDice(seed: 4)
    let documents = (0..<30).map { dice.document(Int64($0)) }
    let files = MemoryFiles()
    files.replace("manifest", by: [1, 2, 3])
    #expect(throws: CorpusRefusal.damaged(file: "manifest", part: "manifest")) { try CorpusIndex(files: files) }
    try CorpusIndex.discard(files)
    let index = try CorpusIndex(files: files)
    try index.write(position: 3) { batch in for document in documents { try batch.add(document) } }
    #expect(index.snapshot.documentCount == 30)
  }
}
