import Access
import Enterprises
import Evidence
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import ProtectionStore
import Storage
import Testing

@Suite struct `A window ticket` {
  let procedure = Procedure(WindowTicket.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        received: answer → inside, ask → waiting, refer → referred, withdraw → withdrawn
        waiting: supplement → inside, refer → referred, end → ended, withdraw → withdrawn
        inside: ask → waiting, to-agency → agency, to-city → city, close → closed, refer → referred, withdraw → withdrawn
        agency: report → inside, take-back → inside, close → closed, withdraw → withdrawn
        city: take-back → inside, close → closed, withdraw → withdrawn
        closed [granted]: rate → closed
        referred [referred]
        ended [ended]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      stepTable(procedure, everybody(parties: [("agency", Cast.agency)])) == """
        received filer: withdraw
        received staff: answer ask refer
        waiting filer: supplement withdraw
        waiting staff: refer end
        inside filer: withdraw
        inside staff: ask to-agency to-city close refer
        agency filer: withdraw
        agency staff: take-back close
        agency agency: report
        city filer: withdraw
        city staff: take-back close
        closed filer: rate
        """)
  }

  @Test(arguments: DatabaseKind.all) func `of a firm leaves one record of service when it closes`(_ kind: DatabaseKind)
    async throws
  {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.file("window-ticket", Self.texts, channel: .phone)
      #expect(filed.number.description == "CK-2026-00001")
      #expect(try await zone.file(of: filed.id).application.codes("classes") == ["high-tech", "srdi-nation"])
      try await zone.take("answer", filed.id, ["answer": "已联系"], by: Cast.staff)
      try await zone.take("to-agency", filed.id, ["agency": "清风代理"], by: Cast.staff)
      let theirs = try await zone.file(of: filed.id, by: Cast.agency)
      #expect(theirs.application.text("question") == "想做专利检索")
      #expect(theirs.matter.applicant == nil)
      try await zone.take("report", filed.id, ["report": "已检索"], by: Cast.agency)
      #expect(try await zone.records(.services).isEmpty)
      try await zone.take("close", filed.id, ["outcome": "已检索并说明", "record": "签-7"], by: Cast.staff)
      let records = try await zone.records(.services)
      let record = try #require(records.first)
      #expect(records.count == 1)
      #expect(record.values.text("number") == "CK-2026-00001")
      #expect(record.values.text("institution") == Cast.agencyCode)
      #expect(record.values.text("client") == Cast.firmCode)
      #expect(record.values.text("channel") == "ticket")
      #expect(record.values.text("matter") == "consulting")
      #expect(record.values.text("client_place") == "jiangning")
      #expect(record.values.day("served_on") == Day("2026-09-28"))
      #expect(record.grade == .g2)
      #expect(record.counts)
      try await zone.take("rate", filed.id, ["rating": "5"], by: Cast.firm)
      #expect(
        try await refusals { try await zone.take("rate", filed.id, ["rating": "1"], by: Cast.firm) }
          == ["tickets.rated-already"])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `comes by any way in one series, and its code shows the same status`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      var numbers: [String] = []
      for channel in [Matter.Channel.counter, .phone, .station, .web] {
        let station = channel == .station ? "禄口站" : nil
        numbers.append(
          try await zone.file("window-ticket", Self.texts, channel: channel, station: station).number.description)
      }
      #expect(numbers == ["CK-2026-00001", "CK-2026-00002", "CK-2026-00003", "CK-2026-00004"])
      let desk = try zone.desk()
      let asked = try await desk.file(MatterFiling("window-ticket", texts: Self.texts), by: Cast.visitor)
      try await zone.take("ask", asked.id, because: "请说明技术领域", by: Cast.staff)
      let status = try await desk.status(asked.code.text, by: Cast.visitor)
      #expect(status.status.zh == "请补充说明")
      #expect(status.reason == "请说明技术领域")
      try await desk.take(
        "supplement", withCode: asked.code.grouped, StepGiven(texts: ["supplement": "电池"]), by: Cast.visitor)
      #expect(try await zone.matter(asked.id).stage == "inside")
      // Whoever has no account reads the outcome by the code.
      try await zone.take("close", asked.id, ["outcome": "可申请快速预审"], by: Cast.staff)
      let closed = try await desk.status(asked.code.text, by: Cast.visitor)
      #expect(closed.end == .granted && closed.moves.last?.said.map { $0.value } == [.text("可申请快速预审")])
    }
  }

  @Test(arguments: DatabaseKind.all) func `outside its scope is sent elsewhere and is no service`(_ kind: DatabaseKind)
    async throws
  {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.file("window-ticket", Self.texts)
      #expect(
        try await refusals { try await zone.take("refer", filed.id, because: "不属本窗口", by: Cast.staff) }
          == ["ledger.missing"])
      try await zone.take("refer", filed.id, ["addressee": "市税务局"], because: "属税务事项", by: Cast.staff)
      #expect(try await zone.matter(filed.id).end == .referred)
      #expect(try await zone.records(.services).isEmpty)
      #expect(
        try await refusals { try await zone.take("rate", filed.id, ["rating": "5"], by: Cast.firm) } == [
          "matters.not-now"
        ])
    }
  }

  @Test func `is reported on by the agency that has it now`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let filed = try await zone.file("window-ticket", Self.texts)
      try await zone.take("answer", filed.id, ["answer": "已联系"], by: Cast.staff)
      try await zone.take("to-agency", filed.id, ["agency": "清风代理"], by: Cast.staff)
      try await zone.take("take-back", filed.id, by: Cast.staff)
      try await zone.take("to-agency", filed.id, ["agency": "运营中心"], by: Cast.staff)
      let refused = try await refusals { try await zone.take("report", filed.id, ["report": "完"], by: Cast.agency) }
      #expect(refused == ["tickets.not-in-charge"])
    }
  }

  @Test func `of a firm does not close without who served it, that of a person does`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let firm = try await zone.file("window-ticket", Self.texts)
      let person = try await zone.file("window-ticket", Self.texts, by: Cast.stranger)
      for filed in [firm, person] { try await zone.take("answer", filed.id, ["answer": "已答"], by: Cast.staff) }
      #expect(
        try await refusals { try await zone.take("close", firm.id, ["outcome": "已答"], by: Cast.staff) }
          == ["protection.provider-missing"])
      try await zone.take("close", firm.id, ["outcome": "已答", "provider": "运营中心"], by: Cast.staff)
      try await zone.take("close", person.id, ["outcome": "已答"], by: Cast.staff)
      let records = try await zone.records(.services)
      #expect(records.map { $0.values.text("institution") } == [Cast.centreCode])
      // Without a record that the client has signed the service is declared, not proven.
      #expect(records.map(\.grade) == [.g4])
    }
  }

  @Test func `is answered in one working day and closed in five, without the days that it waits`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let filed = try await zone.file("window-ticket", Self.texts)
      #expect(try await zone.dues(filed.id) == ["answer 2026-09-29", "close 2026-10-10"])
      zone.clock.set("2026-09-29")
      try await zone.take("ask", filed.id, because: "请说明", by: Cast.staff)
      zone.clock.set("2026-09-30")
      try await zone.take("supplement", filed.id, ["supplement": "补充"], by: Cast.firm)
      // One working day longer: 10 October is worked, 11 October is a Sunday.
      #expect(try await zone.dues(filed.id) == ["close 2026-10-12"])
      zone.clock.set("2026-10-13")
      #expect(try await zone.desk().runClocks(by: Cast.zone) == 1)
      try await zone.take("close", filed.id, ["outcome": "完", "provider": "运营中心"], by: Cast.staff)
      #expect(try await zone.dues(filed.id).isEmpty)
    }
  }

  @Test(arguments: [DatabaseKind.memory, .postgres]) func `closes with its record of service or not at all`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.file("window-ticket", Self.texts)
      try await zone.take("answer", filed.id, ["answer": "已答"], by: Cast.staff)
      let given = StepGiven(texts: ["outcome": "已答", "provider": "运营中心"])
      let found = try await failEverywhere(on: zone.database) {
        try await zone.desk($0).take("close", on: filed.id, given, seen: nil, by: Cast.staff)
      }
      #expect(found.statements > 10)
      #expect(try await zone.records(.services).count == 1)
      #expect(try await zone.isIntact())
    }
  }

  static let texts = ["category": "consulting", "object": "patent", "question": "想做专利检索", "contact": "13800000000"]
}

extension ProtectionZone {
  /// The last days of the open clocks.
  func dues(_ id: ID<Matter>) async throws -> [String] {
    try await file(of: id).clocks.filter(\.isOpen).map { "\($0.clock) \($0.due.day)" }
  }
}
