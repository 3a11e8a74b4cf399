import Access
import Enterprises
import Evidence
import Foundation
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

@Suite struct `Rights-protection aid` {
  let procedure = Procedure(RightsAid.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        filed: ask → correction, accept → accepted, refuse → refused, refer → referred, withdraw → withdrawn
        correction: supplement → filed, refuse → refused, refer → referred, withdraw → withdrawn
        accepted: refer → referred, assign → helping, withdraw → withdrawn
        helping: refer → referred, assign → helping, help → helping, close → closed, withdraw → withdrawn
        closed [granted]: follow-up → closed
        refused [refused]
        referred [referred]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      stepTable(procedure, everybody(parties: [("helper", Cast.helper)])) == """
        filed filer: withdraw
        filed staff: ask accept refuse refer
        correction filer: supplement withdraw
        correction staff: refuse refer
        accepted filer: withdraw
        accepted staff: refer assign
        helping filer: withdraw
        helping staff: refer assign help close
        helping helper: help
        closed staff: follow-up
        """)
  }

  @Test(arguments: DatabaseKind.all) func `counts as a service when it closes with an outcome, not before`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.fileAid()
      #expect(filed.number.description == "WQ-2026-00001")
      #expect(try await zone.dues(filed.id) == ["acceptance 2026-10-10"])
      try await zone.take("accept", filed.id, by: Cast.staff)
      #expect(try await zone.dues(filed.id) == ["handling 2026-10-30"])
      try await zone.take("assign", filed.id, naming: [Cast.helper.id], by: Cast.staff)
      let theirs = try await zone.file(of: filed.id, by: Cast.helper)
      #expect(theirs.application.text("facts") == "市场有仿冒")
      #expect(theirs.steps.map(\.code) == ["help"])
      #expect(
        try await refusals { try await zone.take("close", filed.id, Self.closing, by: Cast.staff) }
          == ["aid.nobody-helped"])
      try await zone.take("help", filed.id, ["help_kind": "opinion", "content": "意见书"], by: Cast.helper)
      #expect(try await zone.records(.services).isEmpty)
      try await zone.take("close", filed.id, Self.closing, by: Cast.staff)
      let record = try #require(try await zone.records(.services).first)
      #expect(record.values.text("channel") == "aid")
      #expect(record.values.text("matter") == "protection")
      #expect(record.values.text("client") == Cast.firmCode)
      #expect(record.grade == .g2)
      zone.clock.set("2026-12-28")
      try await zone.take("follow-up", filed.id, ["followed": "侵权已停止"], by: Cast.staff)
      #expect(try await zone.matter(filed.id).closedAt == Day("2026-09-28")?.start.addingTimeInterval(43_200))
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `is not accepted where nobody has said how long it may take`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind, rules: .operating) { zone in
      let filed = try await zone.fileAid()
      #expect(try await zone.dues(filed.id).isEmpty)
      #expect(
        try await refusals { try await zone.take("accept", filed.id, by: Cast.staff) } == ["matters.limit-unknown"])
      #expect(try await zone.matter(filed.id).stage == "filed")
      try await zone.take("refuse", filed.id, ["where_to": "市保护中心"], because: "不属援助范围", by: Cast.staff)
    }
  }

  @Test func `out of scope is refused with a reason and where to turn`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let filed = try await zone.fileAid(["applicant": "other"])
      #expect(try await refusals { try await zone.take("accept", filed.id, by: Cast.staff) } == ["aid.not-eligible"])
      #expect(
        try await refusals { try await zone.take("refuse", filed.id, by: Cast.staff) }
          == ["ledger.missing", "matters.reason-missing"])
      try await zone.take("refuse", filed.id, ["where_to": "市保护中心"], because: "非中小微企业", by: Cast.staff)
      let (letter, facts) = try await zone.desk().letter(2, of: filed.id, by: Cast.firm)
      #expect(letter.title.zh == "维权援助不予受理通知书")
      #expect(
        letter.body(facts).map(\.zh) == [
          "你单位的维权援助申请（WQ-2026-00001）不予受理，理由如下：", "非中小微企业。", "你单位可向以下部门提出：市保护中心。",
        ])
      #expect(try await zone.matter(filed.id).end == .refused)
      #expect(try await zone.records(.services).isEmpty)
    }
  }

  @Test func `needs an organisation, the proof of its right and first evidence`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let missing = try await refusals { try await zone.file("rights-aid", Self.texts) }
      #expect(missing == ["matters.material-missing", "matters.material-missing"])
      let nameless = MatterFiling(
        "rights-aid", texts: Self.texts, files: Self.files, onBehalfOf: .init(name: "某人"))
      #expect(
        try await refusals { try await zone.desk().file(nameless, by: Cast.staff) } == ["aid.no-organisation"])
    }
  }

  @Test func `waits for a correction without losing time`() async throws {
    try await ProtectionZone.with(.memory) { zone in
      let filed = try await zone.fileAid()
      zone.clock.set("2026-09-30")
      try await zone.take("ask", filed.id, because: "权利证明不清", by: Cast.staff)
      zone.clock.set("2026-10-12")
      try await zone.take("supplement", filed.id, ["supplement": "已补"], by: Cast.firm)
      // From 30 September to 12 October four days are worked (8, 9, 10 and 12): four after 10 October (12 to 15) end on 15 October.
      #expect(try await zone.dues(filed.id) == ["acceptance 2026-10-15"])
    }
  }

  @Test(arguments: [DatabaseKind.memory, .postgres]) func `closes with its record of service or not at all`(
    _ kind: DatabaseKind
  ) async throws {
    try await ProtectionZone.with(kind) { zone in
      let filed = try await zone.fileAid()
      try await zone.take("accept", filed.id, by: Cast.staff)
      try await zone.take("assign", filed.id, naming: [Cast.helper.id], by: Cast.staff)
      try await zone.take("help", filed.id, ["help_kind": "advice", "content": "咨询"], by: Cast.staff)
      try await failEverywhere(on: zone.database) {
        try await zone.desk($0).take("close", on: filed.id, StepGiven(texts: Self.closing), seen: nil, by: Cast.staff)
      }
      #expect(try await zone.records(.services).count == 1)
    }
  }

  static let closing = ["outcome": "已停止侵权", "provider": "运营中心", "record": "签-8"]
  static let texts = [
    "applicant": "small", "difficulty": "无专职人员", "object": "mark", "right_number": "第 1 号", "subject": "商标被仿冒",
    "facts": "市场有仿冒", "evidence_list": "照片",
  ]
  static let files = ["right", "evidence"].map { HandedIn(material: $0, evidence: ID(1), name: "\($0).pdf") }
}

extension ProtectionZone {
  func fileAid(_ more: [String: String] = [:]) async throws -> FiledMatter {
    try await file(
      "rights-aid", `Rights-protection aid`.texts.merging(more) { $1 }, files: `Rights-protection aid`.files)
  }
}
