import Kernel
import Testing

@Suite struct `A scan of texts` {
  private static func scan(_ texts: [(String, String, Int64)]) -> TextScan {
    var scan = TextScan()
    for (text, key, id) in texts { scan.append(text, at: TextScan.Place(key: key, id: id)) }
    return scan
  }

  private static let few = scan([
    ("一种电池", "2024", 9), ("Laser 焊接", "2024", 3), ("电池极片；ＬＡＳＥＲ", "2023", 5), ("", "2022", 7), ("Émile", "2021", 1),
  ])

  @Test(arguments: [
    ("电池", [9, 5] as [Int64]), ("laser", [3, 5]), ("ｌａｓｅｒ", [3, 5]), ("池极", [5]), ("池 极", []), ("é", [1]), ("", []),
    ("一种电池Laser", []), ("接电", []),
  ])
  func `finds a part in any case and width, never across two texts`(_ part: String, _ ids: [Int64]) {
    let found = Self.few.find(part, limit: 10, countedTo: 10)
    #expect(found.ids == ids)
    #expect(found.count == ids.count)
  }

  @Test func `takes further texts of one record as one`() {
    let scan = Self.scan([("华为", "h", 1), ("Huawei", "h", 1), ("中兴", "z", 2)])
    #expect(scan.find("HUAWEI", limit: 5, countedTo: 5).ids == [1])
    #expect(scan.find("为h", limit: 5, countedTo: 5).ids.isEmpty)
    #expect(scan.find("中", limit: 5, countedTo: 5).ids == [2])
  }

  @Test func `finds all parts of one of several choices, in the list's order`() {
    let scan = Self.scan([("红 绿", "d", 1), ("绿 蓝", "c", 2), ("红 蓝 绿", "b", 3), ("黄", "a", 4)])
    #expect(Array(scan.matches(anyOf: [["红", "绿"]])) == [1, 3])
    #expect(Array(scan.matches(anyOf: [["绿", "蓝"], ["红"], ["黄"]])) == [1, 2, 3, 4])
    #expect(Array(scan.matches(anyOf: [["红", "黄"], [""], []])) == [])
    #expect(Array(scan.matches(anyOf: [["", "蓝"]]) { $0.id > 2 }) == [3])
    let found = scan.find(anyOf: [["红"], ["绿"]], limit: 2, countedTo: 9)
    #expect(found.ids == [1, 2] && found.count == 3)
  }

  @Test func `agrees with the standard library on random texts, page by page`() {
    var dice = SeededDice(seed: 42)
    let letters = Array("ab电池")
    let texts = (0..<400).map { _ in
      String((0..<dice.roll(below: 12)).map { _ in letters[dice.roll(below: letters.count)] })
    }
    let scan = Self.scan(texts.enumerated().map { ($1, "\(9 - $0 / 50)", Int64(1_000 - $0)) })
    for part in ["a", "ab", "电池", "池a电", "bbb", "abab"] {
      let expected = texts.indices.filter { texts[$0].contains(part) }.map { Int64(1_000 - $0) }
      #expect(scan.find(part, limit: 1_000, countedTo: 1_000).ids == expected)
      #expect(scan.find(part, limit: 2, countedTo: 3).count == min(3, expected.count))
      for from in [0, 17, 399] {
        let page = scan.find(part, limit: 5, countedTo: 0) { $0.id < Int64(1_000 - from) }
        #expect(page.ids == Array(expected.filter { $0 < Int64(1_000 - from) }.prefix(5)))
      }
    }
  }
}
