import Foundation
import Kernel
import Rules
import RulesStore
import Testing

@Suite struct `The rule library` {
  @Test func `holds every shipped file to the letter`() throws {
    let book = try RuleLibrary.shipped(for: .demonstration)
    #expect(
      book.groups.map(\.key) == [
        "abnormal", "agency", "annuity", "credit", "dataIP", "disclosure", "highValue", "inspection", "penalty",
        "protection", "register",
        "service", "statistics", "time", "trademark", "transfer",
      ])
    for rule in book.rules {
      #expect(rule.title.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(rule.id)")
      #expect(!rule.title.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(rule.id)")
    }
  }

  @Test func `reads a small folder`() throws {
    let book = try RuleLibrary.book(in: folder(rules: Self.good))
    let day = try #require(Day("2026-01-01"))
    #expect(try book.workingDays("test.days", on: day).value == 5)
    #expect(try book.workingDays("test.days", on: day).source?.copies.map(\.address) == ["https://example.org/a"])
  }

  @Test(arguments: [
    ("unit: workingDays", "unit: fortnights", "“unit” cannot be “fortnights”"),
    ("unit: workingDays", "units: workingDays", "unknown key “units”"),
    ("zh: 期限, en: Days", "zh: 期限", "“title” is missing a translation"),
    ("value: 5", "value: five", "“five” is not a value in workingDays"),
    ("from: 2025-01-01", "from: 2025-02-30", "“from” is not a day: 2025-02-30"),
    ("to: 2026-12-31", "to: 2024-12-31", "ends on 2024-12-31, before it starts on 2025-01-01"),
    ("source: {document: law, copies: [S1]}", "note: {zh: 无, en: none}", "status sourced, but no source is given"),
    ("copies: [S1]", "article: {zh: 第一条, en: Article 1}", "status sourced, but no copy that was read is named"),
    ("document: law", "document: lore", "“lore” is not in sources.yaml"),
    ("supplier: office", "supplier: nobody", "“nobody” is not in suppliers.yaml"),
    ("status: sourced", "status: unknown", "“source” does not belong to the status “unknown”"),
    (
      "status: sourced\n        source: {document: law, copies: [S1]}", "status: unknown",
      "status unknown, but a value is given"
    ),
    ("status: sourced", "status: recalled", "“confidence” is missing"),
    ("to: 2026-12-31", "to: 2027-12-31", "two values hold on the same day: 2025-01-01–2027-12-31 and 2027-01-01–…"),
  ])
  func `names file and rule of what is wrong`(part: String, broken: String, problem: String) throws {
    #expect(Self.good.contains(part))
    let error = try #require(throws: RuleLibraryError.self) {
      try RuleLibrary.book(in: folder(rules: Self.good.replacing(part, with: broken, maxReplacements: 1)))
    }
    #expect(error.file == "test.yaml")
    #expect(error.rule == "test.days")
    #expect(error.problem == problem)
    #expect(error.line != nil)
  }

  @Test func `names both files of a rule that is written twice`() throws {
    let twice = try folder(rules: Self.good)
    try Data(Self.good.replacing("key: test", with: "key: other").utf8).write(to: twice.appending(path: "zweite.yaml"))
    let error = try #require(throws: RuleLibraryError.self) { try RuleLibrary.book(in: twice) }
    #expect(error.description == "zweite.yaml: test.days: is already in test.yaml")
  }

  @Test func `refuses a key that is written twice in one rule`() throws {
    let error = try #require(throws: RuleLibraryError.self) {
      try RuleLibrary.book(
        in: folder(rules: Self.good.replacing("unit: workingDays", with: "unit: days\n    unit: workingDays")))
    }
    #expect(error.file == "test.yaml")
  }

  private static let good = """
    group: {key: test, title: {zh: 测试, en: Test}}
    rules:
      - id: test.days
        title: {zh: 期限, en: Days}
        unit: workingDays
        supplier: office
        values:
          - value: 5
            from: 2025-01-01
            to: 2026-12-31
            status: sourced
            source: {document: law, copies: [S1]}
          - from: 2027-01-01
            status: unknown
    """

  private func folder(rules: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      "test.yaml": rules,
      "suppliers.yaml": "suppliers:\n  office: {zh: 某局, en: an office}\n",
      "sources.yaml": "documents:\n  law: {title: {zh: 某法, en: A Law}}\ncopies:\n  S1: https://example.org/a\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }
}

@Suite struct `The holiday library` {
  @Test func `counts over the National Day of 2026`() throws {
    let calendar = try HolidayLibrary.shipped()
    let start = try #require(Day("2026-09-28"))
    #expect(calendar.deadline(workingDays: 5, after: start) == Deadline(day: try #require(Day("2026-10-10"))))
    #expect(calendar.deadline(workingDays: 20, after: start) == Deadline(day: try #require(Day("2026-10-30"))))
  }

  @Test func `says that a day of 2027 is provisional`() throws {
    let calendar = try HolidayLibrary.shipped()
    let deadline = calendar.deadline(months: 3, after: try #require(Day("2026-11-30")))
    #expect(deadline == Deadline(day: try #require(Day("2027-03-01")), provisional: 2027))
  }
}
