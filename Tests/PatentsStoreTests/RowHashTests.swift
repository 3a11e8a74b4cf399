import Patents
import PatentsStore
import Testing

@Suite struct `The hash of a row` {
  /// FNV-1a, byte for byte.
  private func plain(_ facts: PatentFacts) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in facts.values {
      for byte in Array((value ?? "").utf8) + [0xFF] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return Int64(bitPattern: hash)
  }

  @Test(arguments: 0...9) func `is the same whatever rows are taken with it`(_ count: Int) {
    let rows = (0..<count).map { number in
      var facts = PatentFacts()
      facts[.title] = number == 2 ? nil : "一种装置\(number)"
      facts[.abstract] = String(repeating: "摘要", count: number * number)
      return facts
    }
    var hash = RowHash()
    #expect(hash.of(rows) == rows.map(plain))
    #expect(rows.flatMap { hash.of([$0]) } == rows.map(plain))
  }

  @Test func `is what earlier releases have stored`() {
    var facts = PatentFacts()
    facts[.title] = "专利"
    var hash = RowHash()
    #expect(hash.of([facts]) == [-2569453247045571086])
    #expect(hash.of([PatentFacts()]) == [5557926104951861613])
  }
}
