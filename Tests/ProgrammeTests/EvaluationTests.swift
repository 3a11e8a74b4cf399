import Access
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Programme
import ProgrammeStore
import Storage
import Testing

/// A scheme of a test's own: two headings, every kind of rule.
private func scheme(weights: [String] = ["40", "30", "20", "10"], ceiling: String = "100") -> String {
  let weight = weights.map { $0.isEmpty ? "" : "\n        weight: \"\($0)\"" }
  return """
    code: test
    name: {zh: 测试, en: Test}
    year: 2026
    source: 〔2026〕1号
    headings:
      - code: "1"
        name: {zh: 甲, en: A}
        indicators:
          - code: "1.1"
            words: {zh: 机构数, en: Institutions}
            figure: A01\(weight[0])
            rule: {kind: linear, floor: 0, ceiling: \(ceiling)}
          - code: "1.2"
            words: {zh: 撤回率, en: Withdrawn}
            figure: A07\(weight[1])
            rule: {kind: steps, steps: [{from: 0.5, score: 60}, {above: 0.8, score: 100}]}
      - code: "2"
        name: {zh: 乙, en: B}
        indicators:
          - code: "2.1"
            words: {zh: 有指南, en: Guide}
            figure: E06\(weight[2])
            rule: {kind: yes-no}
          - code: "2.2"
            words: {zh: 文化, en: Culture}\(weight[3])
            rule: {kind: manual}
            evidence: [{zh: 照片, en: Photographs}]

    """
}

extension ProgrammeZone {
  /// The same zone with other figures and schemes that come with the program.
  fileprivate func having(_ figures: [String: (Int64, Int64)], _ texts: String...) throws -> ProgrammeZone {
    var zone = self
    zone.figures.values = figures
    zone.schemes = try texts.map { SchemeVersion(shipped: try SchemeReader.scheme(in: $0)) }
    return zone
  }

  fileprivate func evaluate(_ reviews: [String: String] = ["2.2": "75.5"]) async throws -> RunFile {
    let reviews = reviews.compactMapValues { Score($0).map { IndicatorInput.Review(score: $0, note: "实地看过") } }
    let id = try await desk.evaluate(
      by: "test", at: Day("2026-10-31"), reviews: reviews, note: "自评", by: clerk)
    return try await desk.run(id, by: clerk)
  }
}

private let figures: [String: (Int64, Int64)] = ["A01": (95, 1), "A07": (46, 56), "E06": (1, 1)]

@Suite struct `An evaluation` {
  /// By hand: 95 of 100 of 40 is 38; 46 of 56 is 82.14 %, above 80 %, so all of 30; yes is 20; 75.5 % of 10 is 7.55.
  @Test(arguments: DatabaseKind.all)
  func `scores each indicator by its rule and adds up by weight`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme())
      let file = try await zone.evaluate()
      #expect(file.result.results.map { $0.score?.text } == ["95", "100", "100", "75.5"])
      #expect(file.result.results.map { $0.points?.text } == ["38", "30", "20", "7.55"])
      #expect(file.result.total == .points(Points(hundredths: 9_555), of: Points(hundredths: 10_000)))
      #expect(file.result.total(of: file.version.scheme.headings[0]).phrase.zh == "68 分（满分 70 分）")
      #expect(file.disagreeing.isEmpty)
      #expect(file.result.results[1].input.reading == FigureReading(numerator: 46, denominator: 56))
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `gives no total while a weight is missing, but every score`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme(weights: ["40", "", "20", ""]))
      let file = try await zone.evaluate()
      #expect(file.result.results.map { $0.score?.text } == ["95", "100", "100", "75.5"])
      #expect(file.result.results.map { $0.points?.text } == ["38", nil, "20", nil])
      #expect(file.result.total == .refused(withoutWeight: ["1.2", "2.2"], withoutScore: []))
      #expect(file.result.total.phrase.zh == "不出总分：缺权重 2 项（1.2、2.2）")
      #expect(file.version.scheme.fullPoints == nil)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `never takes a missing value for nought`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(["A01": (0, 1), "E06": (0, 1)], scheme())
      let file = try await zone.evaluate([:])
      #expect(file.result.results.map { $0.score?.text } == ["0", nil, "0", nil])
      #expect(file.result.results.map(\.missing) == [nil, .figure, nil, .review])
      #expect(file.result.total == .refused(withoutWeight: [], withoutScore: ["1.2", "2.2"]))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `needs a day that has come, and a reason for a reviewer's score`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme())
      func run(_ day: String, _ note: String) async throws {
        let review = IndicatorInput.Review(score: .full, note: note)
        try await zone.desk.evaluate(by: "test", at: Day(day), reviews: ["2.2": review], note: "", by: zone.clerk)
      }
      let found1 = try await refusals { try await run("", "a") }
      #expect(found1 == ["cutoff: evaluations.cutoff-missing"])
      let found2 = try await refusals { try await run("2026-11-23", "a") }
      #expect(found2 == ["cutoff: evaluations.cutoff-in-future"])
      let found3 = try await refusals { try await run("2026-11-22", "") }
      #expect(found3 == ["note-2.2: evaluations.review-note-missing"])
      #expect(try await zone.count("scheme_versions") == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of last year stays what it was when the scheme's file is another`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let last = try await zone.having(figures, scheme()).evaluate()
      // The next release brings another file under the same code: 95 of 190 is one half.
      let next = try zone.having(figures, scheme(ceiling: "190"))
      #expect(try await next.evaluate().result.results[0].score?.text == "50")
      let again = try await next.desk.run(last.run.id, by: next.clerk)
      #expect(again.result.results[0].score?.text == "95" && again.version.hash == last.version.hash)
      #expect(again.disagreeing.isEmpty)
      // Both texts are there to be seen, the present one first.
      let versions = try await next.desk.scheme("test", by: next.clerk).versions
      #expect(versions.map(\.number) == [2, 1] && versions.first?.hash != last.version.hash)
      #expect(try await next.evaluate().version.number == 2)
      #expect(try await zone.count("scheme_versions") == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `whose stored score was altered disagrees with its inputs`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme())
      let id = try await zone.evaluate().run.id
      try await zone.database.write { db in
        try db.run("UPDATE evaluation_scores SET points = 4000, score = 10000 WHERE indicator = '1.1'")
      }
      #expect(try await zone.desk.run(id, by: zone.clerk).disagreeing == ["1.1"])
      #expect(try await !zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `stands beside one by another scheme over the same figures`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let other = scheme(ceiling: "190").replacing("code: test", with: "code: other")
      let zone = try zone.having(figures, scheme(), other)
      #expect(try await zone.desk.schemes(by: zone.clerk).map(\.scheme.code) == ["other", "test"])
      let first = try await zone.evaluate()
      let id = try await zone.desk.evaluate(by: "other", at: Day("2026-10-31"), reviews: [:], note: "", by: zone.clerk)
      let second = try await zone.desk.run(id, by: zone.clerk)
      #expect(first.result.results[0].input == second.result.results[0].input)
      #expect(first.result.results[0].score?.text == "95" && second.result.results[0].score?.text == "50")
      #expect(try await zone.desk.runs(by: zone.clerk).map(\.run.id) == [id, first.run.id])
    }
  }
}

@Suite struct `A scheme` {
  @Test(arguments: DatabaseKind.all)
  func `gets its weights under a document, as a new version`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme(weights: ["40", "30", "20", ""]))
      let before = try await zone.evaluate()
      func weigh(_ weight: String, _ document: String, _ reason: String, seen: String) async throws {
        try await zone.desk.weigh(
          "test", with: ["2.2": Points(weight)], under: document, because: reason, seen: seen, by: zone.clerk)
      }
      let hash = before.version.hash
      let found4 = try await refusals { try await weigh("10", "", "a", seen: hash) }
      #expect(found4 == ["document: evaluations.document-missing"])
      let found5 = try await refusals { try await weigh("10", "1号", "", seen: hash) }
      #expect(found5 == ["reason: evaluations.reason-missing"])
      let found6 = try await refusals { try await weigh("10", "1号", "a", seen: "0") }
      #expect(found6 == ["-: journal.changed-meanwhile"])
      try await weigh("10", "国知发运字〔2026〕9号", "附件下达", seen: hash)
      #expect(
        try await zone.evaluate().result.total == .points(Points(hundredths: 9_555), of: Points(hundredths: 10_000)))
      let again = try await zone.desk.run(before.run.id, by: zone.clerk)
      #expect(again.result.total == .refused(withoutWeight: ["2.2"], withoutScore: []))
      let present = try await zone.desk.scheme("test", by: zone.clerk).shown
      #expect(present.number == 2 && present.entered?.document == "国知发运字〔2026〕9号")
      let same = try await refusals { try await weigh("10", "1号", "a", seen: present.hash) }
      #expect(same == ["-: evaluations.same-scheme"])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `can be entered whole, and weighs before the one that came with the program`(_ kind: DatabaseKind) async throws {
    try await ProgrammeZone.with(kind) { zone in
      let zone = try zone.having(figures, scheme())
      let entered = try SchemeReader.scheme(in: scheme(ceiling: "190"))
      try await zone.desk.enterScheme(entered, under: "〔2026〕2号", because: "更新", by: zone.clerk)
      #expect(try await zone.evaluate().result.results[0].score?.text == "50")
      #expect(try await zone.desk.scheme("test", by: zone.clerk).versions.map(\.number) == [1, nil])
    }
  }

  @Test func `has one text, and from it the same scheme and hash`() throws {
    for text in [scheme(), scheme(weights: ["", "", "", "2.25"])] {
      let read = try SchemeReader.scheme(in: text)
      #expect(try SchemeReader.scheme(in: schemeText(read)) == read)
    }
    let odd = "引号\"、反斜杠\\、\u{85}与'单引号'：# - {x}"
    let named = EvaluationScheme(
      code: "odd", name: Phrase(zh: odd, en: odd), year: 2026, source: odd, note: nil, headings: [])
    #expect(try SchemeReader.scheme(in: schemeText(named)) == named)
  }

  @Test(arguments: [
    ("code: test", "code: Test", "code 只能用小写字母"), ("year: 2026", "year: 26", "year 不是年份"),
    ("kind: manual", "kind: auto", "kind 只能是"), ("figure: A01", "figure: 机构", "指标代码形如"),
    ("weight: \"40\"", "weight: 很多", "权重为不小于"), ("ceiling: 100", "ceiling: 0", "floor 与 ceiling 相同"),
    ("code: \"1.2\"", "code: \"1.1\"", "出现了两次"), ("en: Test", "fr: Test", "不认识的键“fr”"),
    ("above: 0.8", "above: 0.8, from: 1", "from 或 above"), ("score: 60", "score: 160", "0 至 100"),
    ("name: {zh: 测试, en: Test}", "name: {zh: 测试}", "缺少“en”"), ("code: test", "code: [", "不是有效的 YAML"),
  ])
  func `that is not right is refused with what is wrong`(_ part: String, _ wrong: String, _ words: String) throws {
    let text = scheme()
    #expect(text.contains(part))
    let refusal = #expect(throws: EvaluationRefusal.self) {
      try SchemeReader.scheme(in: text.replacing(part, with: wrong, maxReplacements: 1))
    }
    #expect(refusal?.phrase.zh.contains(words) == true, "\(String(describing: refusal?.phrase.zh))")
    #expect(refusal?.field == "scheme")
  }

  /// The parser follows nesting and aliases wherever they lead.
  @Test func `that nests without end, or repeats itself without end, is refused`() throws {
    let many = Array(repeating: "*a", count: 101).joined(separator: ", ")
    let texts = [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "? ", count: 100_000), scheme() + "x: &a {}\n",
      scheme().replacing("evidence: [", with: "evidence: [&a {zh: 一, en: one}, \(many), "),
    ]
    for text in texts {
      #expect(throws: EvaluationRefusal.self) { try SchemeReader.scheme(in: text) }
    }
  }

  /// Three frames are known, of which 28号文 names six headings; the weights of none were found.
  @Test func `comes with the program three times, without weights`() throws {
    let shipped = try SchemeLibrary.shipped().map(\.scheme)
    #expect(shipped.map(\.code) == ["powerhouse-2025", "province-2025", "zone-2023"])
    for scheme in shipped {
      #expect(scheme.withoutWeight.count == scheme.indicators.count && !scheme.indicators.isEmpty)
      #expect(scheme.note?.zh.contains("[design]") == true)
    }
    let zone = try #require(shipped.last)
    #expect(
      zone.headings.map(\.name.zh) == ["高质量服务集聚", "高价值品牌引领", "高效益贡献产出", "高水平服务创新", "高标准行业监管", "高层次文化体验"])
    #expect(zone.headings[3].indicators.map(\.figure) == ["C04", "E27", "E03", "C12"])
    // 8 + 7 + 17 + 4 + 8 + 6 by the table of the proposed mapping.
    #expect(zone.indicators.count == 50)
  }
}

@Suite struct `Numbers of a scheme` {
  @Test(arguments: [("101", "101"), ("88.50", "88.5"), ("-3", "-3"), ("0.000001", "0.000001"), ("007", "7")])
  func `are read exactly`(_ text: String, _ printed: String) { #expect(SchemeNumber(text)?.text == printed) }

  @Test(arguments: ["", "1e3", "1.", ".5", "1,000", "1.0000001", "9999999999999", "一"])
  func `are refused otherwise`(_ text: String) { #expect(SchemeNumber(text) == nil) }

  /// One third between 0 and 1 is 33.33; two thirds 66.67; 1/8 of a point, half up.
  @Test func `share out in proportion, rounded half up to hundredths`() throws {
    func score(_ numerator: Int64, _ denominator: Int64, _ floor: String, _ ceiling: String) throws -> String? {
      let rule = ScoringRule.linear(
        floor: try #require(SchemeNumber(floor)), ceiling: try #require(SchemeNumber(ceiling)))
      let indicator = SchemeIndicator(
        code: "1", words: Phrase(zh: "", en: ""), figure: "A01", weight: nil, rule: rule, evidence: [], note: nil)
      let reading = FigureReading(numerator: numerator, denominator: denominator)
      return IndicatorResult(indicator, IndicatorInput(reading: reading)).score?.text
    }
    #expect(try score(1, 3, "0", "1") == "33.33")
    #expect(try score(2, 3, "0", "1") == "66.67")
    #expect(try score(1, 80_000, "0", "10") == "0")
    #expect(try score(1, 20_000, "0", "1") == "0.01")
    #expect(try score(5, 1, "10", "0") == "50")
    #expect(try score(11, 1, "10", "0") == "0")
    #expect(try score(-1, 1, "10", "0") == "100")
    #expect(try score(7, 1, "0", "6") == "100")
    #expect(FigureReading(numerator: 1, denominator: 0) == nil)
    #expect(Points(hundredths: 333).earned(by: Score(hundredths: 5_000)).text == "1.67")
  }

  @Test func `make the plan's 超过 a bound that does not count itself`() throws {
    let hundred = try #require(SchemeNumber("100"))
    let rule = ScoringRule.steps([
      ScoringStep(bound: hundred, isStrict: true, score: .full),
      ScoringStep(bound: try #require(SchemeNumber("80")), isStrict: false, score: Score(hundredths: 6_000)),
    ])
    for (value, score) in [(101, "100"), (100, "60"), (80, "60"), (79, "0")] as [(Int64, String)] {
      let indicator = SchemeIndicator(
        code: "1", words: Phrase(zh: "", en: ""), figure: "A01", weight: nil, rule: rule, evidence: [], note: nil)
      let input = IndicatorInput(reading: FigureReading(numerator: value, denominator: 1))
      #expect(IndicatorResult(indicator, input).score?.text == score)
    }
  }
}
