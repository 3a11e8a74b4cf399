import Figures
import Kernel
import Testing

@Suite struct `A quantity` {
  @Test(arguments: [
    // 46 of 56: the printed rate of the city bureau in docs/indicators.md.
    (Int128(4_600), Int128(56), 2, "82.14"), (1, 3, 4, "0.3333"), (2, 3, 0, "1"), (1_234_567, 1, 0, "1,234,567"),
    (-5, 2, 0, "-3"), (5, 2, 0, "3"), (1, 2, 0, "1"), (-1, 3, 0, "0"), (999_995, 1_000, 2, "1,000.00"),
  ])
  func `prints with the decimals that are asked, half away from zero`(
    _ numerator: Int128, _ denominator: Int128, _ digits: Int, _ text: String
  ) throws {
    #expect(try #require(Quantity(numerator, over: denominator)).text(digits: digits) == text)
  }

  @Test func `compares without rounding`() throws {
    let third = try #require(Quantity(1, over: 3))
    let nearly = try #require(Quantity(333_333_333_333_333_333, over: 1_000_000_000_000_000_000))
    #expect(nearly < third)
    #expect(third == Quantity(-2, over: -6))
    let large = try #require(Quantity(Int128(Int64.max), over: Int128(Int64.max) - 1))
    #expect(large > 1)
  }

  @Test func `does not exist over zero or beyond 64 bits`() {
    #expect(Quantity(1, over: 0) == nil)
    #expect(Quantity(Int128(Int64.max) * 2, over: 1) == nil)
    #expect(Quantity(Int128(Int64.max) * 2, over: 2) != nil)
  }

  @Test(arguments: [
    ("88.3", Quantity(883, over: 10)), ("1,250.05", Quantity(125_005, over: 100)), ("-3", Quantity(-3)), ("100", 100),
    ("", nil), (".5", nil), ("1.", nil), ("8e3", nil), ("1.2.3", nil), ("0.1234567890", nil), ("12a", nil),
    ("88,3", nil),
  ])
  func `is read from a decimal and from nothing else`(_ text: String, _ quantity: Quantity?) {
    #expect(Quantity(decimal: text) == quantity)
  }

  @Test func `says as many decimals as it has`() {
    #expect(Quantity(2_600).shortest == "2,600")
    #expect(Quantity(decimal: "88.30")?.shortest == "88.3")
  }
}

@Suite struct `A target` {
  private let count = Measure.distinct
  private let rate = Measure.ratio(times: 100, digits: 2)

  @Test func `of more than 100 is met by 101 and not by 100`() {
    let target = Target.absolute(.moreThan, 100)
    #expect(target.verdict(on: .value(100), measure: count, comparator: nil) == .notMet)
    #expect(target.verdict(on: .value(101), measure: count, comparator: nil) == .met)
  }

  @Test func `of at least 65 is met by 65`() {
    let target = Target.absolute(.atLeast, 65)
    #expect(target.verdict(on: .value(65), measure: rate, comparator: nil) == .met)
    #expect(target.verdict(on: .value(Quantity(decimal: "64.99") ?? 0), measure: rate, comparator: nil) == .notMet)
  }

  @Test(
    arguments: [
      ("82.14", "88.3", .below), ("90", "88.3", .above), ("88.3", "88.3", .tied), ("100", "100", .tieAtCeiling),
      ("82.14", nil, .noComparator), ("99.99", "100", .below),
    ] as [(String, String?, Verdict)])
  func `above a series is held against the comparator, and never met without one`(
    _ value: String, _ comparator: String?, _ verdict: Verdict
  ) throws {
    let target = Target.series(.moreThan, "rate.province")
    let found = target.verdict(
      on: .value(try #require(Quantity(decimal: value))), measure: rate,
      comparator: comparator.flatMap { Quantity(decimal: $0) })
    #expect(found == verdict)
    #expect(found.isAttained == (verdict == .above))
  }

  @Test(arguments: [Target.absolute(.moreThan, 0), .series(.moreThan, "x"), .risesOverYear, .done])
  func `is not met where there is no value`(_ target: Target) {
    let missing = FigureState.noRecords(.none)
    #expect(target.verdict(on: missing, measure: .milestone(of: 1), comparator: 0) == .noData)
  }

  @Test func `of rising needs the year before`() {
    #expect(Target.risesOverYear.verdict(on: .value(5), measure: count, comparator: nil) == .noComparator)
    #expect(Target.risesOverYear.verdict(on: .value(5), measure: count, comparator: 5) == .notMet)
    #expect(Target.risesOverYear.verdict(on: .value(6), measure: count, comparator: 5) == .met)
  }

  @Test func `of a milestone is met by as many documents as it asks`() {
    let two = Measure.milestone(of: 2)
    #expect(Target.done.verdict(on: .value(1), measure: two, comparator: nil) == .notMet)
    #expect(Target.done.verdict(on: .value(2), measure: two, comparator: nil) == .met)
  }
}

@Suite struct `The days of a figure` {
  private func days(_ kind: PeriodKind, _ cutoff: String) throws -> String {
    let cutoff = try #require(Day(cutoff))
    let (now, before) = (kind.days(until: cutoff), kind.daysBefore(cutoff))
    return "\(now.lowerBound) \(now.upperBound) | \(before.lowerBound) \(before.upperBound)"
  }

  @Test func `follow from its cut-off`() throws {
    #expect(try days(.stock, "2026-10-31") == "2026-10-31 2026-10-31 | 2025-10-31 2025-10-31")
    #expect(try days(.flow, "2026-10-31") == "2026-01-01 2026-10-31 | 2025-01-01 2025-10-31")
    #expect(try days(.cumulative, "2026-10-31") == "2024-01-01 2026-10-31 | 2025-01-01 2025-10-31")
    #expect(try days(.flow, "2024-02-29") == "2024-01-01 2024-02-29 | 2023-01-01 2023-02-28")
    #expect(try days(.cumulative, "2023-06-30") == "2023-06-30 2023-06-30 | 2022-01-01 2022-06-30")
    #expect(PeriodKind.planEnd.description == "2026-12-31")
  }
}

@Suite struct `An indicator's code` {
  @Test(arguments: ["A01", "E28", "E09.1"]) func `is read back as it was written`(_ text: String) {
    #expect(IndicatorCode(text[...])?.description == text)
  }

  @Test(arguments: ["", "A1", "F01", "A00", "A001", "a01", "A01.", "A01.0", "A0１", "A01.1.1"])
  func `is nothing else`(_ text: String) { #expect(IndicatorCode(text[...]) == nil) }

  @Test func `sorts by level, number and part`() {
    let codes: [IndicatorCode] = ["E09.2", "A10", "E09", "A02", "E09.1", "E10"]
    #expect(codes.sorted().map(\.description) == ["A02", "A10", "E09", "E09.1", "E09.2", "E10"])
  }
}
