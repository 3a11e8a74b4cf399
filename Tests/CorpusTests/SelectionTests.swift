import Corpus
import Kernel
import Testing

@Suite struct `A selection` {
  private let documents: [CorpusDocument]
  private let snapshot: CorpusSnapshot

  init() throws {
    var dice = TextDice(seed: 5)
    documents = (0..<300).map { dice.document(Int64($0)) }
    var limits = CorpusLimits()
    limits.places = 9_000
    let symbols = ["G06F16/00": 0, "G06F16/90": 1, "G06F16/903": 2, "G06F16/95": 1]
    let scheme = IPCScheme(symbols.map { (symbol: $0.key, dots: $0.value) })
    let index = try CorpusIndex(files: MemoryFiles(), scheme: scheme, limits: limits)
    let all = documents
    try index.write(position: 9) { batch in for document in all { try batch.add(document) } }
    snapshot = index.snapshot
  }

  private func ids(_ holds: (CorpusDocument) -> Bool) -> [Int64] { documents.filter(holds).map(\.id) }
  private func ids(_ text: String) throws -> [Int64] { try snapshot.select(QueryParser.parse(text)).ids }

  @Test func `follows the algebra of sets`() throws {
    let plain = PlainCorpus(documents: Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0) }))
    let (one, other) = (plain.find("电池"), plain.find("水"))
    let everything = Set(documents.map(\.id))
    #expect(Set(try ids("电池 AND 水")) == one.intersection(other))
    #expect(Set(try ids("电池 OR 水")) == one.union(other))
    #expect(Set(try ids("电池 NOT 水")) == one.subtracting(other))
    #expect(Set(try ids("NOT 电池")) == everything.subtracting(one))
    #expect(Set(try ids("NOT (电池 OR 水)")) == everything.subtracting(one.union(other)))
    #expect(try ids("电池 -电池").isEmpty)
  }

  @Test func `is narrowed by names, days and numbers`() throws {
    #expect(try ids("申请人:大学") == ids { $0.applicants.contains { $0.hasSuffix("大学") } })
    #expect(
      try ids("AD=[201703 TO 2019]")
        == ids { $0.filingDay.map { "2017-03-01" <= "\($0)" && "\($0)" < "2020" } ?? false })
    #expect(try ids("APN=CN2019100017") == [17])
    #expect(try ids("申请号:201910001*") == ids { "\($0.id)".hasPrefix("1") })
  }

  @Test func `finds what has a value to the letter, and what has none`() throws {
    #expect(try ids("申请人==大学").isEmpty)
    #expect(try ids("申请人==南京大学") == ids { $0.applicants.contains("南京大学") })
    #expect(try ids("省==\"\"") == ids { $0.province == nil })
    #expect(try ids("ipc==\"\"") == ids { $0.ipc.isEmpty })
    #expect(try ids("IPC==G06F16/90") == ids { $0.ipc.contains("G06F 16/90") })
    #expect(try ids("城市==\"\"") == documents.map(\.id))
    #expect(
      try ids("申请人==乙公司 AD=2017..2019 NOT 省==江苏")
        == ids {
          $0.applicants.contains("乙公司") && (2017...2019).contains($0.filingDay?.year ?? 0) && $0.province != "江苏"
        })
  }

  @Test func `is read column by column as numbers`() throws {
    let selection = try snapshot.select(QueryParser.parse("电 OR 水"))
    let (applicants, provinces) = (selection.codes(of: .applicant), selection.codes(of: .province))
    let read = (0..<selection.count).map { row in
      (
        Set(applicants[row].map { applicants.values[Int($0) - 1] }),
        provinces[row].first.map { provinces.values[Int($0) - 1] }
      )
    }
    let found = Set(selection.ids)
    let chosen = documents.filter { found.contains($0.id) }
    #expect(read.count == chosen.count && !chosen.isEmpty)
    func words(_ names: Set<String>, _ province: String?) -> String { names.sorted().joined() + (province ?? "–") }
    #expect(
      read.map { words($0.0, $0.1) }.sorted() == chosen.map { words(Set($0.applicants), $0.province) }.sorted())
    let last = documents.compactMap(\.filingDay).map(\.number).max()
    #expect(snapshot.select(.everything).lastDay(.filing, notAfter: .max) == last)
  }

  @Test func `goes down the IPC by dots, not by digits`() throws {
    let spellings = ["G06F 16/90": "G06F16/90"]
    func symbols(_ document: CorpusDocument) -> [String] { document.ipc.map { spellings[$0] ?? $0 } }
    #expect(try ids("ipc:G06F16/90") == ids { symbols($0).contains { $0 == "G06F16/90" || $0 == "G06F16/903" } })
    #expect(try ids("ipc:G06F16/903") == ids { symbols($0).contains("G06F16/903") })
    #expect(try ids("ipc:G06F") == ids { $0.ipc.contains { $0.hasPrefix("G06F") } })
    #expect(try ids("ipc:H") == ids { $0.ipc.contains { $0.hasPrefix("H") } })
  }

  @Test func `is counted by its columns, each value of a document once`() throws {
    let selection = try snapshot.select(QueryParser.parse("电"))
    let found = Set(selection.ids)
    let chosen = documents.filter { found.contains($0.id) }
    let tally = selection.tally(.applicant)
    for entry in tally.entries { #expect(entry.count == chosen.count { $0.applicants.contains(entry.value) }) }
    let provinces = selection.tally(.province)
    #expect(provinces.entries.reduce(provinces.missing) { $0 + $1.count } == selection.count)
    #expect(provinces.missing == chosen.count { $0.province == nil })
    let top = selection.tally(.filingYear, top: 2)
    #expect(top.entries == Array(selection.tally(.filingYear).entries.prefix(2)))
  }

  @Test(arguments: ["电 AND 省:江苏", "电 OR 省:江苏", "电 NOT 省:江苏", "(电 OR 省:江苏) AND 类型:外观"])
  func `lists just what it has, page by page, whatever decides`(_ text: String) throws {
    let selection = try snapshot.select(QueryParser.parse(text))
    #expect(selection.count > 10)
    for order in CorpusOrder.allCases {
      var listed: [CorpusHit] = []
      while true {
        let page = selection.top(9, after: listed.count, by: order)
        if page.isEmpty { break }
        listed += page
      }
      #expect(listed.map(\.id).sorted() == selection.ids)
      // One long page is the same list.
      #expect(selection.top(1_000, by: order) == listed)
      #expect(selection.top(200, by: order) == Array(listed.prefix(200)))
      #expect(
        zip(listed, listed.dropFirst()).allSatisfy { $0.score > $1.score || ($0.score == $1.score && $0.id > $1.id) })
    }
    let filed = Dictionary(uniqueKeysWithValues: documents.map { ($0.id, $0.filingDay) })
    let days = selection.top(1_000, by: .oldestFiled).compactMap { filed[$0.id] ?? nil }
    #expect(days == days.sorted())
  }

  @Test func `is crossed and paired as by hand`() throws {
    let selection = snapshot.select(.everything)
    for cell in selection.cross(.kind, .filingYear).cells {
      #expect(cell.count == documents.count { $0.kind == cell.row && $0.filingDay?.year == Int(cell.column) })
    }
    #expect(selection.cross(.kind, .filingYear).cells.reduce(0) { $0 + $1.count } == documents.count)
    let (newer, older) = (Set(["2020", "2021"]), Set(["2018", "2019"]))
    let change = selection.change(of: .province, by: .filingYear, in: newer, against: older)
    for value in change {
      func count(_ years: ClosedRange<Int>) -> Int {
        documents.count { $0.province == value.value && years.contains($0.filingDay?.year ?? 0) }
      }
      #expect(value.now == count(2020...2021) && value.before == count(2018...2019))
    }
    #expect(change.count == 2)
    let subclasses = Dictionary(grouping: documents.flatMap { document in document.applicants.map { ($0, document) } })
    { $0.0 }
    .mapValues { Set($0.flatMap { $0.1.ipc.map { String($0.prefix(4)) } }) }
    for pair in selection.pairs(of: .ipcSubclass, by: .applicant, top: 10) {
      #expect(pair.count == subclasses.values.count { $0.contains(pair.row) && $0.contains(pair.column) })
      #expect(pair.row < pair.column)
    }
  }

  /// One segment is counted in another way than several.
  @Test func `is crossed in one segment as in several`() throws {
    let index = try CorpusIndex(files: MemoryFiles())
    let all = documents
    try index.write(position: 9) { batch in for document in all { try batch.add(document) } }
    #expect(index.snapshot.segmentCount == 1 && snapshot.segmentCount > 1)
    let (one, several) = (index.snapshot.select(.everything), snapshot.select(.everything))
    #expect(one.cross(.kind, .filingYear) == several.cross(.kind, .filingYear))
    #expect(one.cross(.applicant, .province) == several.cross(.applicant, .province))
    #expect(one.tally(.filingYear) == several.tally(.filingYear))
    #expect(one.cross(.kind, .filingYear).cells.reduce(0) { $0 + $1.count } == documents.count)
  }

  /// Documents have several values in both columns.
  @Test(arguments: ["*", "省:江苏", "电 AND 省:江苏 AND 类型:外观"])
  func `is crossed by every pair of values of a document`(_ text: String) throws {
    let query: CorpusQuery = text == "*" ? .everything : try QueryParser.parse(text)
    let index = try CorpusIndex(files: MemoryFiles())
    let all = documents
    try index.write(position: 9) { batch in for document in all { try batch.add(document) } }
    let ids = Set(snapshot.select(query).ids)
    #expect(!ids.isEmpty)
    var counts: [[String]: Int] = [:]
    for document in documents where ids.contains(document.id) {
      for applicant in Set(document.applicants) {
        for subclass in Set(document.ipc.map { String($0.prefix(4)) }) {
          counts[[applicant, subclass], default: 0] += 1
        }
      }
    }
    for snapshot in [snapshot, index.snapshot] {
      let cells = snapshot.select(query).cross(.applicant, .ipcSubclass).cells
      #expect(Dictionary(uniqueKeysWithValues: cells.map { ([$0.row, $0.column], $0.count) }) == counts)
    }
  }
}
