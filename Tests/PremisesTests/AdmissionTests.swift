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

@Suite struct `Moving in` {
  let procedure = Procedure(Admission.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        filed: ask → correction, accept → accepted, refuse → refused, withdraw → withdrawn
        correction: supplement → filed, refuse → refused, withdraw → withdrawn
        accepted: visit → visited, withdraw → withdrawn
        visited: convene → judging, withdraw → withdrawn
        judging: stand-aside → panelShort, vote → judging, admit → publicity, turn-down → turnedDown, withdraw → withdrawn
        panelShort: replace → judging, withdraw → withdrawn
        publicity: object → objected, lapse-publicity → cleared, withdraw → withdrawn
        objected: object → objected, uphold → judging, overrule → publicity, withdraw → withdrawn
        cleared: sign → admitted, give-up → unsigned, withdraw → withdrawn
        admitted [granted]
        refused [refused]
        turnedDown [refused]
        unsigned [ended]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      steps(of: procedure, panel: Admission.panel) == """
        filed filer: withdraw
        filed centre: ask accept refuse
        correction filer: supplement withdraw
        correction centre: supplement refuse
        accepted filer: withdraw
        accepted base: visit
        visited filer: withdraw
        visited centre: convene
        judging filer: withdraw
        judging centre: admit turn-down
        judging panel: stand-aside vote
        panelShort filer: withdraw
        panelShort centre: replace
        publicity filer: withdraw
        publicity centre: object
        publicity zone: object lapse-publicity
        objected filer: withdraw
        objected centre: object uphold overrule
        objected zone: object
        cleared filer: withdraw
        cleared centre: sign give-up
        """)
  }

  @Test(arguments: DatabaseKind.all)
  func `brings room, register and figure on one day and changes no earlier one`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.cleared()
      #expect(try await zone.stage(id) == "cleared")
      // It ran out on its last day, though the zone looked a day later: nobody was late.
      let publicity = try #require(try await zone.matters.find(id, by: Movers.centre).clocks.last)
      #expect(publicity.endedOn == day("2026-11-30") && !publicity.isLate(on: day("2026-12-01")) && !publicity.isToldOf)
      #expect(try await zone.a01("2026-12-01") == 0)
      try await zone.sign(id)
      #expect(try await zone.a01("2026-12-01") == 1)
      #expect(try await zone.a01("2026-11-30") == 0)
      let stay = try #require(try await zone.stays(of: code(1)).first)
      #expect(stay.room == zone.rooms[0].id && stay.site == .centre && stay.stage == .mature)
      #expect(stay.stay == .since(day("2026-12-01")) && stay.decision == "入驻决1号" && stay.contract == "合同1号")
      let entry = try #require(try await zone.entry(of: code(1)))
      #expect(entry.activeFrom == day("2026-12-01"))
      let kept = try await zone.ledgers.find(entry.record, in: .institutions, by: .console([.readInstitutions]))
      #expect(kept.record.values.text("address") == "一中心 A座 301")
      #expect(try await zone.matter(id).end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `without a licence is asked for it once and then refused`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.apply(materials: ["business"])
      #expect(try await zone.due("completeness", id) == "2026-11-26")
      #expect(try await refusals { try await zone.take("accept", id) } == ["move-in.licence-missing"])
      #expect(
        try await refusals { try await zone.take("ask", id, ["missing": "licence"]) }
          == ["matters.reason-missing step-reason"])
      try await zone.take("ask", id, ["missing": "licence"], because: "请上传专利代理机构执业许可证")
      try await zone.take("supplement", id, ["supplied": "正在补办"], by: Movers.agency)
      #expect(try await refusals { try await zone.take("accept", id) } == ["move-in.licence-missing"])
      #expect(
        try await refusals { try await zone.take("ask", id, ["missing": "licence"], because: "再补") }
          == ["move-in.asked-already"])
      try await zone.take("refuse", id, ["ground": "licence"], because: "未取得执业许可")
      let matter = try await zone.matter(id)
      #expect(matter.end == .refused && matter.stage == "refused")
      let letters = try await zone.matters.find(id, by: Movers.agency).timeline.compactMap(\.letter?.code)
      #expect(letters == ["correction", "refusal"])
      #expect(try await zone.a01("2026-11-23") == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is accepted where the licence comes with the correction`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.apply(materials: ["business"])
      try await zone.take("ask", id, ["missing": "licence"], because: "请上传许可证")
      // Said to be attached, and not attached.
      try await zone.take("supplement", id, ["supplied": "见附件", "supplies": "licence"], by: Movers.agency)
      #expect(try await refusals { try await zone.take("accept", id) } == ["move-in.licence-missing"])
      let other = try await zone.apply(["name": "清风二部"], materials: ["business"])
      try await zone.take("ask", other, ["missing": "licence"], because: "请上传许可证")
      try await zone.take(
        "supplement", other, ["supplied": "见附件", "supplies": "licence"], with: ["attachment"], by: Movers.agency)
      try await zone.take("accept", other)
      #expect(try await zone.due("decision", other) == "2026-12-14")
      let unlicensed = try await zone.apply(["licence": "none"], materials: ["business"])
      try await zone.take("accept", unlicensed)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `gives no room to two institutions on one day`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let first = try await zone.admitted()
      let second = try await zone.admitted(["name": "明月咨询"], by: Movers.rival)
      try await zone.endPublicity()
      try await zone.sign(first)
      #expect(try await refusals { try await zone.sign(second) } == ["premises.occupied room"])
      #expect(try await refusals { try await zone.sign(second, room: "999") } == ["move-in.no-such-room room"])
      #expect(try await refusals { try await zone.sign(second, room: "304") } == ["premises.not-for-letting room"])
      #expect(
        try await refusals { try await zone.sign(second, room: "302", from: "2026-11-30") }
          == ["move-in.day-over first_day"])
      #expect(try await zone.stays(of: code(2)).isEmpty)
      let offered = try await zone.matters.prepare("sign", on: second, by: Movers.centre)
      #expect(offered.offers["room"]?.map(\.code) == ["302", "303"])
      try await zone.sign(second, room: "302")
      #expect(try await zone.a01("2026-12-01") == 2)
    }
  }

  @Test(arguments: DatabaseKind.all) func `is judged by three without a tie`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.apply()
      try await zone.take("accept", id)
      #expect(
        try await refusals {
          try await zone.take(
            "visit", id, ["visited_on": "2026-11-24", "visit_note": "-", "visit_advice": "for"], by: Movers.base)
        } == ["move-in.day-ahead visited_on"])
      try await zone.take(
        "visit", id, ["visited_on": "2026-11-23", "visit_note": "场所真实", "visit_advice": "for"], by: Movers.base)
      let panel = Movers.panel
      #expect(
        try await refusals { try await zone.take("convene", id, naming: Array(panel.prefix(2))) }
          == ["matters.wrong-number appointed"])
      #expect(
        try await refusals { try await zone.take("convene", id, naming: [panel[0], panel[1], panel[4]]) }
          == ["matters.tied appointed"])
      try await zone.take("convene", id, naming: Array(panel.prefix(3)))
      // The third declares a tie.
      #expect(
        try await refusals {
          try await zone.take("vote", id, ["no_tie": "no", "vote": "for", "opinion": "好"], by: panel[2])
        } == ["move-in.tie-declared no_tie"])
      try await zone.take("stand-aside", id, because: "曾任职", by: panel[2])
      #expect(try await refusals { try await zone.matters.find(id, by: panel[2]) } == ["matters.unknown"])
      #expect(
        try await refusals { try await zone.take("replace", id, naming: [panel[2]]) }
          == ["matters.not-a-candidate appointed"])
      try await zone.take("replace", id, naming: [panel[3]])
      try await zone.vote(id, [(panel[0], "for"), (panel[1], "against")])
      #expect(
        try await refusals { try await zone.vote(id, [(panel[0], "for")]) } == ["move-in.voted-already"])
      let sheet = MoveZone.decision.merging(
        ["panel_names": "评审甲、评审乙、评审丁", "votes_for": "2", "votes_against": "1"]) { $1 }
      #expect(try await refusals { try await zone.take("admit", id, sheet) }.contains("move-in.votes-missing"))
      try await zone.vote(id, [(panel[3], "for")])
      let prepared = try await zone.matters.prepare("admit", on: id, by: Movers.centre).texts
      #expect(prepared["panel_names"] == "评审甲、评审乙、评审丁" && prepared["votes_for"] == "2")
      #expect(
        try await refusals { try await zone.take("admit", id, MoveZone.decision) }
          == ["move-in.wrong-votes votes_for", "move-in.name-missing panel_names"])
      #expect(
        try await refusals { try await zone.take("turn-down", id, sheet, because: "-") } == ["move-in.majority-for"])
      try await zone.take("admit", id, sheet)
      #expect(try await zone.due("publicity", id) == "2026-11-30")
      // How each voted the applicant never reads.
      let seen = try await zone.matters.find(id, by: Movers.agency)
      #expect(seen.timeline.filter { $0.event.code == "vote" }.allSatisfy { $0.given.all.isEmpty })
      #expect(seen.timeline.filter { $0.event.code == "visit" }.allSatisfy { $0.given.all.isEmpty })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is public for five working days, and an objection stops them`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let id = try await zone.judged()
      try await zone.vote(id, Movers.panel.prefix(3).map { ($0, "for") })
      #expect(try await zone.premises.publicity(by: .visitor([.readPremises])).isEmpty)
      try await zone.take("admit", id, MoveZone.decision)
      let shown = try #require(try await zone.premises.publicity(by: .visitor([.readPremises])).first)
      #expect(shown.name == "清风代理" && shown.site == .centre && shown.decision == "入驻决1号")
      #expect(shown.from == day("2026-11-23") && shown.until?.day == day("2026-11-30") && !shown.isObjected)
      zone.clock.set(day("2026-11-25"))
      let objection = ["objection": "场所并非自用", "objector": "某人", "objector_contact": "电话"]
      try await zone.take("object", id, objection, by: .system([.fileMatters]))
      #expect(try await zone.premises.publicity(by: .visitor([.readPremises])).first?.isObjected == true)
      // The applicant reads what is said against it, never by whom.
      let line = try #require(try await zone.matters.find(id, by: Movers.agency).timeline.last)
      #expect(line.given.text("objection") == "场所并非自用" && line.given.all.count == 1)
      zone.clock.set(day("2026-11-27"))
      try await zone.take("overrule", id, because: "经核查不属实")
      // Two working days of standing still.
      #expect(try await zone.due("publicity", id) == "2026-12-02")
      try await zone.take("object", id, objection, by: .system([.fileMatters]))
      try await zone.take("uphold", id, because: "需重新评审")
      // The votes of before count no more.
      #expect(
        try await refusals { try await zone.take("admit", id, MoveZone.decision) } == [
          "move-in.votes-missing", "move-in.majority-against",
        ])
      try await zone.vote(id, Movers.panel.prefix(3).map { ($0, "against") })
      let sheet = MoveZone.decision.merging(["votes_for": "0", "votes_against": "3"]) { $1 }
      #expect(try await refusals { try await zone.take("admit", id, sheet) } == ["move-in.majority-against"])
      try await zone.take(
        "turn-down", id, sheet.filter { !$0.key.hasPrefix("decided") }, because: "场所并非自用")
      #expect(try await zone.matter(id).end == .refused)
      #expect(try await zone.premises.publicity(by: .visitor([.readPremises])).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all) func `is asked by the criteria`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      #expect(
        try await refusals { try await zone.apply(["stage": "growing", "site": "gaoxin"]) } == [
          "move-in.other-stage stage"
        ])
      #expect(try await refusals { try await zone.apply(["site": "gaoxin"]) } == ["move-in.other-site site"])
      #expect(
        try await refusals { try await zone.apply(["commitments": "lawful", "ip_revenue": "1300"]) } == [
          "move-in.not-all-committed commitments", "move-in.part-above-whole ip_revenue",
        ])
      #expect(
        try await refusals { try await zone.apply(["kind": "branch"]) } == [
          "ledger.missing parent_name", "ledger.missing parent_code",
        ])
      #expect(
        try await refusals { try await zone.apply(materials: ["licence"]) } == [
          "matters.material-missing file-business"
        ])
      #expect(try await refusals { try await zone.apply(by: Movers.outsider) } == ["matters.needs-mandate"])
      let other = ["stage": "growing", "site": "gaoxin", "stage_basis": "other", "stage_reason": "总部在高新园"]
      let id = try await zone.apply(other)
      let application = try await zone.matters.find(id, by: Movers.centre).application
      #expect(application.text("suggested_stage") == "mature" && application.text("suggested_site") == "centre")
    }
  }

  @Test(arguments: DatabaseKind.all) func `begins with what the register knows`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let fresh = try await zone.matters.begin("move-in", by: Movers.agency).texts
      #expect(fresh["name"] == "清风代理" && fresh["stage_basis"] == "criteria" && fresh["stage"] == nil)
      let keeper = Account.console([.keepInstitutions, .readInstitutionFiles])
      try await zone.ledgers.add(
        LedgerDraft(
          texts: [
            "code": code(1).description, "name": "清风代理事务所", "kind": "partnership", "main_category": "agency",
            "categories": "agency,law", "in_district": "是", "ip_income": "是", "active_from": "2024-01-01",
            "registered_on": "2015-05-01",
          ], grade: .g2, document: "证照"), to: .institutions, by: keeper)
      try await zone.ledgers.add(
        LedgerDraft(
          texts: [
            "institution": code(1).description, "year": "2025", "period": "year", "period_end": "2025-12-31",
            "employees": "12", "total_revenue": "500", "ip_revenue": "412.5",
          ], grade: .g2, document: "报表"), to: .returns, by: keeper)
      try await zone.ledgers.approveAll(in: .returns, by: keeper)
      let known = try await zone.matters.begin("move-in", by: Movers.agency).texts
      #expect(known["name"] == "清风代理事务所" && known["kind"] == "partnership" && known["categories"] == "agency;law")
      #expect(known["staff"] == "12" && known["ip_revenue"] == "412.5" && known["registered_on"] == "2015-05-01")
      // Twelve of the ten that the growing stage asks for.
      #expect(known["stage"] == "growing" && known["site"] == "gaoxin")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is made public for no time that nobody has set`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind, rules: .operating) { zone in
      let id = try await zone.judged()
      #expect(try await zone.due("completeness", id) == nil)
      try await zone.vote(id, Movers.panel.prefix(3).map { ($0, "for") })
      #expect(try await refusals { try await zone.take("admit", id, MoveZone.decision) } == ["matters.limit-unknown"])
    }
  }
}

/// Which steps everybody who can stand to a matter in some way may take, a line for a stage and who has any there.
func steps(of procedure: Procedure, panel: String? = nil) -> String {
  var people: [(name: String, account: Account, sides: Set<EventSide>)] = [
    ("filer", Movers.agency, [.filer]), ("centre", Movers.centre, [.staff]), ("base", Movers.base, [.staff]),
    ("zone", Movers.zone, [.zone]), ("outsider", Movers.rival, []), ("visitor", Movers.visitor, []),
    ("recused", Movers.centre, []),
  ]
  if let panel { people.append(("panel", Movers.panel[0], [.party(panel)])) }
  return procedure.stages.flatMap { stage in
    people.compactMap { person -> String? in
      let steps = procedure.steps.filter { step in
        procedure.after(step.code, at: stage.code) != nil
          && procedure.capacity(for: step, of: person.account, with: MatterStanding(sides: person.sides)) != nil
      }
      return steps.isEmpty ? nil : "\(stage.code) \(person.name): \(steps.map(\.code).joined(separator: " "))"
    }
  }.joined(separator: "\n")
}
