import Access
import Enterprises
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import ProtectionStore
import Rules
import Storage
import Testing

@Suite struct `A problem of a visit` {
  let procedure = Procedure(ProblemVisit.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        raised: begin → working, answer → answered
        working: answer → answered
        answered: confirm → closed, insist → working, finish → unconfirmed
        closed [granted]
        unconfirmed [ended]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      stepTable(procedure, everybody()) == """
        raised staff: begin answer
        working staff: answer
        answered filer: confirm insist
        answered staff: finish
        """)
  }

  @Test(arguments: DatabaseKind.all) func `is closed in the ledger by the enterprise's word`(_ kind: DatabaseKind)
    async throws
  {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.raise()
      #expect(filed.number.description == "ZF-2026-00001")
      var record = try #require(try await zone.records(.problems).first)
      #expect(record.values.day("raised_on") == Day("2026-09-28"))
      // Ten working days after 28 September: 29, 30, 8, 9, 10, 12, 13, 14, 15, 16.
      #expect(record.values.day("due_on") == Day("2026-10-16"))
      #expect(record.values.text("enterprise") == Cast.firmCode)
      #expect(record.document == "ZF-2026-00001")
      try await zone.take("answer", filed.id, ["outcome": "已介绍银行"], by: Cast.staff)
      try await zone.take("insist", filed.id, because: "额度不够", by: Cast.firm)
      try await zone.take("answer", filed.id, ["outcome": "另介绍担保公司"], by: Cast.staff)
      #expect(try await zone.records(.problems).first?.values.day("closed_on") == nil)
      zone.clock.set("2026-10-09")
      try await zone.take("confirm", filed.id, by: Cast.firm)
      record = try #require(try await zone.records(.problems).first)
      #expect(record.values.day("closed_on") == Day("2026-10-09"))
      #expect(record.values.text("outcome") == "另介绍担保公司")
      #expect(record.values.flag("confirmed") == true)
      #expect(record.values.text("closed_for") == nil)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `closes without that word for a reason alone`(_ kind: DatabaseKind)
    async throws
  {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.raise()
      try await zone.take("answer", filed.id, ["outcome": "已介绍银行"], by: Cast.staff)
      #expect(
        try await refusals { try await zone.take("finish", filed.id, by: Cast.staff) } == ["matters.reason-missing"])
      try await zone.take("finish", filed.id, because: "三次联系未复", by: Cast.staff)
      let record = try #require(try await zone.records(.problems).first)
      #expect(record.values.text("closed_for") == "三次联系未复")
      #expect(record.values.flag("confirmed") != true)
      #expect(try await zone.matter(filed.id).end == .ended)
    }
  }

  @Test func `needs its visit on record, and a day where the zone has none`() async throws {
    try await ProtectionZone.with(.memory, rules: .operating) { zone in
      #expect(
        try await refusals { try await zone.raise(["visited_on": "2026-09-24"]) }
          == ["problem-visits.no-visit", "problem-visits.no-day"])
      try await zone.raise(["due_on": "2026-10-09"])
      #expect(try await zone.records(.problems).map { $0.values.day("due_on") } == [Day("2026-10-09")])
      #expect(try await refusals { try await zone.raise(["due_on": "2026-10-09"]) } == ["ledger.duplicate"])
    }
  }

  @Test(arguments: [DatabaseKind.memory, .postgres]) func `opens and closes with its record or not at all`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let filing = ProtectionZone.problem()
      let filed = try await failEverywhere(on: zone.database) {
        try await zone.desk($0).file(filing, by: Cast.staff)
      }.result
      try await zone.take("answer", filed.id, ["outcome": "已解决"], by: Cast.staff)
      try await failEverywhere(on: zone.database) {
        try await zone.desk($0).take("confirm", on: filed.id, StepGiven(), seen: nil, by: Cast.firm)
      }
      #expect(try await zone.records(.problems).count == 1)
      #expect(try await zone.isIntact())
    }
  }
}

extension ProtectionZone {
  static func problem(_ more: [String: String] = [:]) -> MatterFiling {
    MatterFiling(
      "problem-visit",
      texts: ["visited_on": "2026-09-25", "problem": "融资难", "keeper": "丙"].merging(more) { $1 }, channel: .counter,
      onBehalfOf: .init(name: "星河科技", organisation: Cast.firm.mandate?.organisation))
  }

  @discardableResult
  func raise(_ more: [String: String] = [:]) async throws -> FiledMatter {
    try await desk().file(Self.problem(more), by: Cast.staff)
  }
}
