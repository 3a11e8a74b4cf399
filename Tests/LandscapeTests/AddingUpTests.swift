import Corpus
import Kernel
import Landscape
import Testing

/// Whatever is asked of whatever corpus: the parts are the whole, and a number is what its link finds.
@Suite struct `Every analysis` {
  @Test(arguments: 1...12) func `adds up, and every number opens into what it counts`(seed: Int) throws {
    var dice = FactDice(seed: UInt64(seed) * 31)
    let documents = (1...Int64(40 + dice.roll(60))).map { dice.document($0) }
    // Small segments, so that values have other codes in each.
    let snapshot = try snapshot(of: documents, places: seed.isMultiple(of: 2) ? 300 : 24_000_000)
    let questions = ["", "装置 OR 泵", "ADY=2016..2021", "AP==\"\" OR PRO==江苏", "NOT IPC:G06F"]
    for text in questions {
      let question = CorpusQuestion(text)
      let selection = snapshot.select(try question.query())
      for level in [IPCLevel.section, .subclass, .subgroup] {
        let options = LandscapeOptions(level: level, rows: 3 + seed % 4, mergesNames: seed % 3 > 0)
        let landscape = Landscape(
          of: selection, question: question, merging: dice.merging, completeness: sampleCompleteness, options: options)
        for kind in AnalysisKind.allCases {
          try check(landscape.analysis(kind), of: landscape, in: snapshot)
        }
        for group in landscape.mergedApplicants {
          for spelling in group.spellings {
            try check(spelling.count, .value(.applicant, spelling.text), landscape, snapshot, "\(group.name)")
          }
        }
      }
    }
  }

  private func check(_ analysis: Analysis, of landscape: Landscape, in snapshot: CorpusSnapshot) throws {
    let balance = analysis.balance
    #expect(balance.adds && balance.documents == landscape.documents, "\(analysis.kind)")
    for part in balance.parts where part.count > 0 {
      let narrowing = try #require(part.narrowing, "\(analysis.kind) \(part.words.en)")
      try check(part.count, narrowing, landscape, snapshot, "\(analysis.kind) \(part.words.en)")
    }
    for row in analysis.rows {
      #expect(row.cells.count == analysis.headings.count, "\(analysis.kind)")
      for cell in row.cells {
        guard case .count(let count, let narrowing) = cell, let narrowing else { continue }
        try check(count, narrowing, landscape, snapshot, "\(analysis.kind) \(row.label)")
      }
    }
    if !analysis.rows.isEmpty { try checkSums(analysis, of: landscape) }
  }

  /// What the rows add up to by themselves.
  private func checkSums(_ analysis: Analysis, of landscape: Landscape) throws {
    let sum = analysis.rows.reduce(0) { $0 + $1.value }
    switch analysis.kind {
    case .filings, .publications, .lifeCycle, .kinds, .provinces, .statuses, .cities, .districts:
      #expect(sum == analysis.balance.parts[0].count, "\(analysis.kind)")
    case .classYears:
      for row in analysis.rows {
        let cells = row.cells.dropFirst().map { cell in if case .count(let count, _) = cell { count } else { 0 } }
        #expect(cells.reduce(0, +) == row.value)
      }
    case .applicants, .classes, .inventors, .agencies, .citations, .coApplicants, .coInventors:
      #expect(sum == analysis.balance.assignments)
    case .concentration, .classPairs, .growth, .whiteSpace: break
    }
    if [.filings, .publications].contains(analysis.kind) {
      for row in analysis.rows {
        let kinds = row.cells.dropFirst().map { cell in if case .count(let count, _) = cell { count } else { 0 } }
        #expect(kinds.reduce(0, +) == row.value)
      }
    }
  }

  private func check(
    _ count: Int, _ narrowing: Narrowing, _ landscape: Landscape, _ snapshot: CorpusSnapshot, _ place: String
  ) throws {
    let text = try #require(narrowing.text(behind: landscape.question.text))
    let found = snapshot.select(try QueryParser.parse(text)).count
    #expect(found == count, "\(place): \(text)")
  }
}

/// Random documents of few values, some of them hard to quote.
private struct FactDice {
  private var dice: SeededDice

  init(seed: UInt64) { dice = SeededDice(seed: seed) }

  mutating func roll(_ bound: Int) -> Int { dice.roll(below: bound) }
  mutating func pick<Item>(_ items: [Item]) -> Item { items[roll(items.count)] }
  mutating func some(_ items: [String], _ most: Int) -> [String] { (0..<roll(most + 1)).map { _ in pick(items) } }

  let merging = NameMerging(known: [
    "乙研究院": NameMerging.Known(name: "南京大学", isByHand: true),
    "南京大学（示例）": NameMerging.Known(name: "南京大学(示例)", isByHand: false),
  ])

  mutating func document(_ id: Int64) -> CorpusDocument {
    var document = CorpusDocument(id: id)
    document.title = pick(["装置", "一种泵", "水阀", "方法 AND 系统"])
    document.abstract = pick(["", "公开了电池与装置", "pump"])
    let names = [
      "南京大学", "南京大学（示例）", "南京大学(示例)", "南京大学出版社", "甲有限责任公司", "甲有限公司", "Foo “Bar” Inc.", "Foo \"Bar\" Inc", "乙研究院",
      "A OR B", " ", "甲;乙", "NOT 丙", "O'Neil, Ltd",
    ]
    document.applicants = some(names, 3)
    document.inventors = some(["张三", "李四", "Lee, Ann", "王\"五\""], 4)
    document.agencies = some(["宁一代理有限责任公司", "宁一代理有限公司", "宁二代理"], 2)
    document.ipc = some(["G06F 16/90", "G06F16/903", "G06F 3/00", "H01L 31/04", "A01B1/02", "G06", "B", "坏分类"], 4)
    document.kind = pick(["invention", "utilityModel", "design", "plant", nil])
    document.status = pick(["有权", "失效 | 未缴年费", "Pending (published)", nil])
    document.province = pick(["江苏", "广东", nil])
    document.city = pick(["南京", "深圳", nil])
    document.district = pick(["江宁", nil])
    document.cited = some(["CN100000001A", "US 7,000,001 B2", "WO2019/000001A1"], 2)
    if roll(8) > 0 { document.filingDay = Day(year: 2010 + roll(17), month: 1 + roll(12), day: 1 + roll(28)) }
    if roll(8) > 0 { document.publicationDay = Day(year: 2012 + roll(15), month: 1 + roll(12), day: 1 + roll(28)) }
    return document
  }
}
