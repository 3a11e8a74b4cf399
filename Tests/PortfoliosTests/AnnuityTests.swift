import Kernel
import Patents
import Portfolios
import Rules
import RulesStore
import Testing

@Suite struct `Annuities` {
  private func reckoner() throws -> AnnuityReckoner {
    AnnuityReckoner(rules: try RuleLibrary.shipped(), holidays: try HolidayLibrary.book())
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func facts(
    _ kind: PatentKind = .invention, filed: String, granted: String?, paid: Int? = nil, reduced: FeeReduction = .none
  ) throws -> HoldingFacts {
    HoldingFacts(
      title: "示例", kind: kind, filedOn: try day(filed), grantedOn: try granted.map { try day($0) }, reduction: reduced,
      paidThrough: paid)
  }

  /// The office's own examples: filed on 1999-06-01, the first year runs to 2000-05-31.
  @Test(arguments: [
    ("1999-06-01", 1), ("2000-05-31", 1), ("2000-06-01", 2), ("2001-05-31", 2), ("2018-06-01", 20),
  ])
  func `count years from the filing date`(on text: String, year: Int) throws {
    #expect(AnnuityReckoner.year(of: try day(text), filed: try day("1999-06-01")) == year)
  }

  /// The office's own example: filed 1997-06-03, granted 2001-08-01; the sixth year's is due by 2002-06-03.
  @Test func `are due by the day of the year that corresponds to the filing date`() throws {
    let patent = try facts(filed: "1997-06-03", granted: "2001-08-01")
    let state = try reckoner().state(of: patent, hasOpenLicence: false, on: try day("2002-05-01"))
    guard case .due(let due) = state else { return #expect(Bool(false), "\(state)") }
    #expect(due.year == 6)
    #expect(due.day == Day("2002-06-03"))
    // ¥ 1,200 for the years 4 to 6.
    #expect(due.fee.full == Fen(120_000))
    #expect(due.graceEnd == Day("2002-12-03"))
    #expect(due.provisional == 2002)
  }

  /// 5 % of the full annuity for each month exceeded: nothing in the first month, 25 % in the sixth.
  @Test(
    arguments: [
      ("2002-06-04", 0, 0), ("2002-07-03", 0, 0), ("2002-07-04", 1, 6_000), ("2002-08-03", 1, 6_000),
      ("2002-08-04", 2, 12_000), ("2002-12-03", 5, 30_000),
    ] as [(String, Int, Int64)])
  func `that are late bear a surcharge by the months exceeded`(on text: String, months: Int, fen: Int64) throws {
    let patent = try facts(filed: "1997-06-03", granted: "2001-08-01", paid: 5, reduced: .single)
    let state = try reckoner().state(of: patent, hasOpenLicence: false, on: try day(text))
    guard case .late(_, let exceeded, let surcharge) = state else { return #expect(Bool(false), "\(state)") }
    #expect(exceeded == months)
    #expect(surcharge == Fen(fen))
  }

  @Test func `cannot be paid any more behind the sixth month`() throws {
    let patent = try facts(filed: "1997-06-03", granted: "2001-08-01", paid: 5)
    #expect(try reckoner().state(of: patent, hasOpenLicence: false, on: try day("2002-12-04")).mark == .overdue)
  }

  /// 21 November 2026 is a Saturday; 1 to 7 October 2026 are off.
  @Test(arguments: [("2020-11-21", "2026-11-23"), ("2016-10-01", "2026-10-08")])
  func `move to the next working day`(filed: String, end: String) throws {
    let year = AnnuityReckoner.year(of: try day("2026-09-01"), filed: try day(filed))
    let patent = try facts(filed: filed, granted: "2022-01-04", paid: year)
    let state = try reckoner().state(of: patent, hasOpenLicence: false, on: try day("2026-09-01"))
    #expect(state.next?.day == Day(end))
    #expect(state.next?.anniversary == Day(String(end.prefix(4) + filed.dropFirst(4))))
  }

  /// The schedule as the market regulator of Panzhihua has it, in yuan.
  @Test(arguments: [
    (PatentKind.invention, [2: 900, 3: 900, 4: 1_200, 7: 2_000, 9: 2_000, 10: 4_000, 13: 6_000, 16: 8_000, 20: 8_000]),
    (.utilityModel, [2: 600, 4: 900, 5: 900, 6: 1_200, 8: 1_200, 9: 2_000, 10: 2_000]),
    (.design, [2: 600, 5: 900, 8: 1_200, 10: 2_000, 11: 3_000, 15: 3_000]),
  ])
  func `cost what the schedule says`(_ kind: PatentKind, _ yuan: [Int: Int64]) throws {
    let patent = try facts(kind, filed: "2022-03-01", granted: "2022-09-01")
    let schedule = try reckoner().schedule(of: patent, hasOpenLicence: false)
    for (year, amount) in yuan {
      #expect(schedule.first { $0.year == year }?.fee.full == Fen(amount * 100), "year \(year)")
    }
    #expect(schedule.last?.year == (kind == .invention ? 20 : kind == .design ? 15 : 10))
  }

  /// 85 % off 2,000 leaves 300, 70 % off leaves 600; ten years from the year of grant on, and no longer.
  @Test func `are reduced for ten years from the year of grant on`() throws {
    let single = try facts(filed: "2020-03-02", granted: "2022-05-02", reduced: .single)
    let schedule = try reckoner().schedule(of: single, hasOpenLicence: false)
    #expect(schedule.first { $0.year == 7 }?.fee.payable == Fen(30_000))
    #expect(schedule.first { $0.year == 7 }?.fee.isRecalled == true)
    // The year of grant is the third: 3 to 12 are reduced, 13 is not.
    #expect(schedule.first { $0.year == 12 }?.fee.payable == Fen(60_000))
    #expect(schedule.first { $0.year == 13 }?.fee.payable == Fen(600_000))
    #expect(schedule.first { $0.year == 13 }?.fee.isRecalled == false)
    let joint = try facts(filed: "2020-03-02", granted: "2022-05-02", reduced: .joint)
    #expect(
      try reckoner().schedule(of: joint, hasOpenLicence: false).first { $0.year == 7 }?.fee.payable == Fen(60_000))
  }

  /// 15 % off 2,000 leaves 1,700; who has 85 % off keeps that.
  @Test func `are reduced by an open licence, unless something better is`() throws {
    let plain = try facts(filed: "2020-03-02", granted: "2022-05-02")
    let year7 = try reckoner().schedule(of: plain, hasOpenLicence: true).first { $0.year == 7 }
    #expect(year7?.fee.payable == Fen(170_000))
    let reduced = try facts(filed: "2020-03-02", granted: "2022-05-02", reduced: .single)
    #expect(
      try reckoner().schedule(of: reduced, hasOpenLicence: true).first { $0.year == 7 }?.fee.payable == Fen(30_000))
  }

  @Test func `are not guessed where nobody has said what is paid`() throws {
    let patent = try facts(filed: "2015-03-02", granted: "2018-05-02")
    let state = try reckoner().state(of: patent, hasOpenLicence: false, on: try day("2026-11-22"))
    #expect(state.mark == .unstated)
    // The anniversary ahead: 2027-03-02, the thirteenth year.
    #expect(state.next?.year == 13)
    #expect(state.next?.day == Day("2027-03-02"))
  }

  @Test func `of an application are none, and of a term none behind its end`() throws {
    #expect(
      try reckoner().state(of: facts(filed: "2024-03-02", granted: nil), hasOpenLicence: false, on: day("2026-11-22"))
        == .application)
    let old = try facts(.utilityModel, filed: "2015-03-02", granted: "2015-09-02", paid: 10)
    #expect(try reckoner().state(of: old, hasOpenLicence: false, on: day("2025-03-02")).mark == .complete)
    #expect(try reckoner().state(of: old, hasOpenLicence: false, on: day("2025-03-03")).mark == .expired)
  }

  /// A design filed before June 2021 lasts ten years, one filed later fifteen.
  @Test func `follow the term by the filing date`() throws {
    #expect(try reckoner().term(of: facts(.design, filed: "2021-05-31", granted: nil)) == 10)
    #expect(try reckoner().term(of: facts(.design, filed: "2021-06-01", granted: nil)) == 15)
  }
}
