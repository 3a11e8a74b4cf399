import Access
import Evidence
import Fixtures
import Institutions
import InstitutionsStore
import Kernel
import Ledgers
import LedgersStore
import Matters
import MattersStore
import Premises
import PremisesStore
import Rules
import Testing

@Suite struct `An admission, wherever its papers and objections come from` {
  private let procedure = Procedure(Admission.self)

  @Test(arguments: DatabaseKind.all)
  func `takes what is missing at the counter and by the code, as far as it is on paper`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      let said = ["supplied": "见附件", "supplies": "licence"]
      let paper = HandedIn(material: "attachment", evidence: ID(1), name: "许可证.pdf")
      for byCode in [false, true] {
        var filing = MatterFiling(
          "move-in", texts: Movers.application, files: [HandedIn(material: "business", evidence: ID(1), name: "照.pdf")],
          channel: .counter)
        filing.onBehalfOf = .init(name: "清风代理", organisation: code(1))
        let filed = try await zone.matters.file(filing, by: Movers.centre)
        try await zone.take("ask", filed.id, ["missing": "licence"], because: "请补许可证")
        if byCode {
          try await zone.matters.take(
            "supplement", withCode: filed.code.text, StepGiven(texts: said, files: [paper]), by: Movers.visitor)
        } else {
          try await zone.take("supplement", filed.id, said, with: ["attachment"])
        }
        try await zone.take("accept", filed.id)
        #expect(try await zone.stage(filed.id) == "accepted")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of an institution that was registered outside the district counts from the first day on`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      let keeper = Account.console([.keepInstitutions, .readInstitutionFiles])
      try await zone.ledgers.add(
        LedgerDraft(
          texts: [
            "code": code(1).description, "name": "清风代理", "kind": "company", "main_category": "agency",
            "categories": "agency", "in_district": "否", "ip_income": "是", "active_from": "2024-01-01",
            "active_to": "2027-06-30",
          ], grade: .g2, document: "证照"), to: .institutions, by: keeper)
      try await zone.ledgers.approveAll(in: .institutions, by: keeper)
      #expect(try await zone.a01("2026-11-23") == 0)
      try await zone.sign(try await zone.cleared())
      let entry = try #require(try await zone.entry(of: code(1)))
      #expect(entry.isInDistrict && entry.activeFrom == day("2026-12-01") && entry.activeTo == nil)
      #expect(try await zone.a01("2026-11-30") == 0)
      #expect(try await zone.a01("2026-12-01") == 1)
    }
  }

  @Test(arguments: DatabaseKind.all) func `rests on a licence that holds`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      #expect(
        try await refusals { try await zone.apply(["licence_from": "2026-11-24"]) } == [
          "move-in.day-ahead licence_from"
        ])
      #expect(
        try await refusals { try await zone.apply(["licence_to": "2026-11-22"]) } == [
          "move-in.licence-expired licence_to"
        ])
      _ = try await zone.apply(["licence_to": "2026-11-23"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is objected to by more than one, until the last day and no longer`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.admitted()
      let system = Account.system([.fileMatters])
      func objection(_ who: String) -> StepGiven {
        StepGiven(texts: ["objection": "\(who)的异议", "objector": who, "objector_contact": "电话"])
      }
      func object(_ who: String) async throws {
        try await zone.matters.handOn("object", on: id, objection(who), from: "192.0.2.1", by: system)
      }
      zone.clock.set(day("2026-11-24"))
      try await object("甲")
      try await object("乙")
      // What the staff were handed on paper may say who objects: it is theirs alone.
      try await zone.take(
        "object", id, ["objection": "丙的异议", "objector": "丙", "objector_contact": "-"], with: ["attachment"])
      let seen = try await zone.matters.find(id, by: Movers.agency)
      #expect(seen.timeline.compactMap { $0.given.text("objection") } == ["甲的异议", "乙的异议", "丙的异议"])
      #expect(!seen.files.contains { $0.material == "attachment" })
      #expect(try await zone.matters.find(id, by: Movers.centre).files.contains { $0.material == "attachment" })
      #expect(try await !zone.matters.find(id, by: Movers.panel[0]).files.contains { $0.material == "attachment" })
      // To be looked into within five working days, 1 December; the publicity stands still.
      #expect(try await zone.matter(id).dueClock == "objection")
      #expect(try await zone.due("objection", id) == "2026-12-01")
      zone.clock.set(day("2026-12-07"))
      try await object("丁")
      try await zone.take("overrule", id, because: "不属实")
      // Nine working days of standing still, 25 November to 7 December, after 30 November.
      #expect(try await zone.due("publicity", id) == "2026-12-11")
      zone.clock.set(day("2026-12-11"))
      let reader = Account.visitor([.readPremises])
      #expect(try await zone.premises.publicDecision(id, by: reader)?.isOver == false)
      zone.clock.set(day("2026-12-12"))
      // The zone has not come round to it yet.
      #expect(try await zone.stage(id) == "publicity")
      #expect(try await zone.premises.publicDecision(id, by: reader)?.isOver == true)
      #expect(try await zone.premises.publicity(by: reader).map(\.isOver) == [true])
      #expect(try await refusals { try await object("戊") } == ["move-in.publicity-over"])
      _ = try await zone.matters.runClocks(by: Movers.zone)
      #expect(try await zone.premises.publicDecision(id, by: reader)?.isOver == true)
      let never = try await zone.apply(by: Movers.rival)
      #expect(try await zone.premises.publicDecision(never, by: reader) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is what the other door asks for, unless something comes late`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      let clerk = Account.console([.readPremises, .managePremises])
      func enter(_ matter: String?, for tenant: SocialCreditCode = code(1)) async throws {
        try await zone.premises.moveIn(
          MoveIn(
            room: zone.rooms[1].id, tenant: tenant, tenantName: "清风代理", stay: .since(day("2026-12-01")),
            contract: "合同9号", decision: "补充决定", matter: matter), by: clerk)
      }
      for wrong in [nil, "入驻决1号", "QC-2026-00001", "RZ-2026-00002"] {
        await #expect(throws: MoveRefusal.needsMatter(letters: "RZ")) { try await enter(wrong) }
      }
      await #expect(throws: MoveRefusal.needsMatter(letters: "RZ")) { try await enter("RZ-2026-00001", for: code(2)) }
      try await enter("RZ-2026-00001")
      #expect(try await zone.stays(of: code(1)).count == 2)
    }
  }

  @Test func `tells who looks into objections at once`() throws {
    let object = try #require(procedure.step("object"))
    #expect(object.tells == .decideMoveIns)
    #expect(procedure.steps.filter { $0.tells != nil }.map(\.code) == ["object"])
  }
}
