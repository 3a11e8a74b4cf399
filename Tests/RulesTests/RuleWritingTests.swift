import Kernel
import Rules
import Testing

@Suite struct `A written value` {
  @Test func `is read back as it was, for every shipped value`() throws {
    let book = try shippedRules.get()
    for rule in book.rules {
      for value in rule.periods.compactMap(\.value) {
        #expect(RuleValue(value.written, unit: rule.unit) == value, "\(rule.id)")
      }
    }
  }

  @Test func `of a table has a line for its unit and one a row`() throws {
    let table = try #require(
      RuleValue("fen\r\nlow | 较轻 | Light | ..500000\nhigh|严重|Serious|500000..<1000000\n", unit: .table))
    guard case .table(let read) = table else {
      Issue.record("\(table)")
      return
    }
    #expect(read.unit == .fen)
    #expect(read["low"]?.amount.phrase(in: .fen).zh == "5,000 元以下")
    #expect(read["high"]?.amount.phrase(in: .fen).en == "CNY 5,000 to below CNY 10,000")
    #expect(read["high"]?.title == Phrase(zh: "严重", en: "Serious"))
  }

  @Test(arguments: [
    ("-1", RuleUnit.days), ("1.5", .days), ("", .count), ("10001", .basisPoints), ("yes", .flag), ("2026-13-01", .date),
    ("02-29", .dayOfYear), ("01-01", .window), ("只有一行", .text), ("fen", .table), ("date\na | 甲 | A | 1", .table),
    ("fen\na | 甲 | A", .table), ("text\na | 甲 | A | 1", .table), ("fen\na | 甲 | A | 2..1", .table),
    ("fen\na | 甲 | A | ..", .table), ("fen\na | 甲 | A | 1\na | 乙 | B | 2", .table),
  ])
  func `that is not of its unit is nothing`(text: String, unit: RuleUnit) {
    #expect(RuleValue(text, unit: unit) == nil)
  }
}

@Suite struct `A period of the year` {
  @Test func `includes both ends and may run over New Year`() throws {
    let firstHalf = try #require(YearWindow("01-01..06-30"))
    let winter = try #require(YearWindow("11-15..03-15"))
    let days = try ["2026-01-01", "2026-06-30", "2026-07-01", "2026-11-15", "2027-03-15", "2027-03-16"]
      .map { try #require(Day($0)) }
    #expect(days.map(firstHalf.contains) == [true, true, false, false, true, true])
    #expect(days.map(winter.contains) == [true, false, false, true, true, false])
  }
}
