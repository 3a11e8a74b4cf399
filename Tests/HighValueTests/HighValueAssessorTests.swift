import Evidence
import HighValue
import Kernel
import Ledgers
import Patents
import Testing

@Suite struct `The five classes` {
  private func classes(
    _ patent: HighValuePatent, _ certainty: Certainty, basis: HighValueBasis? = nil, rows: [SEIRow] = [],
    pledges: [PatentPledge] = [], awards: [PatentAward] = []
  ) -> [HighValueClass] {
    let basis = basis ?? HighValueBasis(day: day("2026-11-22"))
    let index = SEIIndex(rows) { [$0] }
    let assessor = HighValueAssessor(
      basis, index: index, pledges: [patent.number: pledges], awards: [patent.number: awards])
    return assessor.assess(patent).classes(certainty).sorted()
  }

  @Test func `H1 needs a table, is certain by a bare row and probable by one with a condition`() throws {
    let patent = try HighValuePatent.sample(ipc: ["G06F 16/903"])
    let with = HighValueBasis(day: day("2026-11-22"), table: .sample())
    #expect(classes(patent, .certain, rows: [try row("G06F")]).isEmpty)
    #expect(classes(patent, .certain, basis: with, rows: [try row("G06F")]) == [.industry])
    let conditional = [try row("G06F16/00", "仅限大数据")]
    #expect(classes(patent, .certain, basis: with, rows: conditional).isEmpty)
    #expect(classes(patent, .probable, basis: with, rows: conditional) == [.industry])
    let both = conditional + [try row("G06F16/903", place: 2)]
    #expect(classes(patent, .certain, basis: with, rows: both) == [.industry])
    #expect(classes(patent, .probable, basis: with, rows: [try row("G06F17/00")]).isEmpty)
  }

  @Test func `H2 is certain by a granted right overseas and probable by an application`() throws {
    func of(_ family: String..., as certainty: Certainty) throws -> [HighValueClass] {
      classes(try .sample(family: family), certainty)
    }
    #expect(try of("US2021123456A1", "US10123456B2", as: .certain) == [.overseas])
    #expect(try of("US2021123456A1", as: .certain).isEmpty && of("US2021123456A1", as: .probable) == [.overseas])
    #expect(try of("WO2021012345A1", as: .probable) == [.overseas])
    // Whether Taiwan is overseas in the sense of the definition is not known.
    #expect(try of("TWI123456B", as: .certain).isEmpty && of("TWI123456B", as: .probable) == [.overseas])
    #expect(try of("CN110000001B", as: .probable).isEmpty)
    #expect(try of("US5123456A", as: .certain) == [.overseas])
  }

  @Test func `H3 follows the ruling, and shows both readings where there is none`() throws {
    func found(_ filed: String, _ granted: String, _ start: MaintenanceStart, _ certainty: Certainty) throws -> Bool {
      let basis = HighValueBasis(day: day("2026-11-22"), start: start)
      return !classes(try .sample(filed: filed, granted: granted), certainty, basis: basis).isEmpty
    }
    // Ten years from filing are over, from grant they are not.
    #expect(try found("2015-03-02", "2018-05-03", .filing, .certain))
    #expect(try !found("2015-03-02", "2018-05-03", .grant, .probable))
    #expect(try found("2015-03-02", "2018-05-03", .open, .probable))
    #expect(try !found("2015-03-02", "2018-05-03", .open, .certain))
    #expect(try found("2012-01-04", "2015-05-06", .open, .certain))
    // On the day itself the ten years are full, and not exceeded.
    #expect(try !found("2016-11-22", "2018-05-03", .filing, .certain))
    #expect(try found("2016-11-21", "2018-05-03", .filing, .certain))
  }

  @Test func `H4 says nothing until the smallest amount is known`() throws {
    let pledge = PatentPledge(
      id: ID(9), registeredOn: day("2025-01-02"), endedOn: nil, amount: Fen(100_000_000), grade: .g1)
    let patent = try HighValuePatent.sample()
    #expect(classes(patent, .probable, pledges: [pledge]).isEmpty)
    func basis(_ least: Int64, on when: String = "2026-11-22") -> HighValueBasis {
      HighValueBasis(day: day(when), leastPledge: Fen(least))
    }
    #expect(classes(patent, .certain, basis: basis(100_000_000), pledges: [pledge]) == [.pledged])
    #expect(classes(patent, .certain, basis: basis(100_000_001), pledges: [pledge]).isEmpty)
    #expect(classes(patent, .certain, basis: basis(1, on: "2025-01-01"), pledges: [pledge]).isEmpty)
    #expect(HighValueBasis(day: day("2026-11-22")).hindered == [.industry, .pledged])
  }

  @Test func `H5 counts the two awards, by their day and their evidence`() throws {
    func award(
      _ kind: PatentAward.Kind, _ year: Int, announced: String? = nil, _ grade: EvidenceGrade = .g1
    ) -> PatentAward {
      PatentAward(id: ID(8), kind: kind, year: year, announcedOn: announced.flatMap { Day($0) }, grade: grade)
    }
    let patent = try HighValuePatent.sample()
    #expect(classes(patent, .certain, awards: [award(.chinaPatent, 2024)]) == [.awarded])
    #expect(classes(patent, .probable, awards: [award(.other, 2024)]).isEmpty)
    // In its own year only its day makes it certain.
    #expect(classes(patent, .certain, awards: [award(.stateScience, 2026)]).isEmpty)
    #expect(classes(patent, .probable, awards: [award(.stateScience, 2026)]) == [.awarded])
    #expect(classes(patent, .certain, awards: [award(.stateScience, 2026, announced: "2026-06-24")]) == [.awarded])
    #expect(classes(patent, .probable, awards: [award(.stateScience, 2026, announced: "2026-12-24")]).isEmpty)
    #expect(classes(patent, .probable, awards: [award(.chinaPatent, 2024, .g4)]) == [.awarded])
  }

  @Test func `are only probable where force or place is in doubt, and none where the right has ended`() throws {
    let award = PatentAward(id: ID(8), kind: .chinaPatent, year: 2024, announcedOn: nil, grade: .g1)
    func bin(_ patent: HighValuePatent) -> HighValueBin {
      HighValueAssessor(HighValueBasis(day: day("2026-11-22")), awards: [patent.number: [award]]).assess(patent).bin
    }
    #expect(bin(try .sample()) == .certain)
    #expect(bin(try .sample(status: nil)) == .probable)
    #expect(bin(try .sample(place: .likely)) == .probable)
    #expect(bin(try .sample(place: .unknown)) == .unplaced)
    #expect(bin(try .sample(place: .outside)) == .elsewhere)
    #expect(bin(try .sample(place: .outside, status: "失效")) == .elsewhere)
    #expect(bin(try .sample(status: "失效")) == .notInForce)
    #expect(bin(try .sample(granted: nil)) == .notInForce)
  }
}

@Suite struct `A row of the table of industries` {
  @Test func `is written as the scheme writes it, whatever its spelling`() throws {
    #expect(try IPCPattern("g06f16/903").description == "G06F 16/903")
    #expect(try IPCPattern("G06F 16/9*").prefix == "G06F00169")
    #expect(try IPCPattern("G06F 16/9*").description == "G06F 16/9*")
    #expect(try IPCPattern(IPCPattern("H04L9/*").description).prefix == "H04L0009")
    #expect(try IPCPattern("G06F16/00").prefix == "G06F0016" && IPCPattern("G06F").prefix == "G06F")
    for text in ["", "*", "G06F16", "G06F16/00-G06F16/95", "大数据", "Z99Z"] {
      #expect(throws: SEIRowFault.self) { try IPCPattern(text) }
    }
  }

  @Test func `stands for what the scheme nests under its group, not for what begins with its digits`() throws {
    let index = try SEIIndex([try row("G06F16/90")]) { group in [group, try IPCSymbol("G06F16/901")] }
    func meets(_ symbol: String) throws -> Bool { !index.rows(of: try IPCSymbol(symbol)).isEmpty }
    #expect(try meets("G06F16/90") && meets("G06F16/901"))
    #expect(try !meets("G06F16/903") && !meets("G06F16/00"))
  }

  @Test func `comes first where it has no condition`() throws {
    let index = SEIIndex([try row("G06F", "条件"), try row("G06F16/00", place: 2)]) { [$0] }
    let found = index.rows(of: [try IPCSymbol("G06F16/903")])
    #expect(found.map(\.row.place) == [2, 1])
  }

  @Test func `is of the version that holds on the day`() {
    let old = SEITable.sample(1, from: "2021-02-07")
    let new = SEITable.sample(2, from: "2026-01-01")
    var wrong = SEITable.sample(3, from: "2026-02-01")
    wrong.withdrawnOn = Day("2026-03-01")
    let tables = [new, wrong, old]
    #expect(SEITable.inForce(tables, on: day("2020-12-31")) == nil)
    #expect(SEITable.inForce(tables, on: day("2025-12-31")) == old)
    #expect(SEITable.inForce(tables, on: day("2026-11-22")) == new)
  }
}
