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

@Suite struct `Leaving` {
  let procedure = Procedure(Premises.Leaving.self)

  @Test func `goes by this chart`() {
    #expect(
      procedure.chart == """
        filed: notify → notified, decide-leave → leaving, decide-move → moving, decide-stay → stays, drop → dropped, withdraw → withdrawn
        notified: state → stated, lapse-statement → stated, drop → dropped, withdraw → withdrawn
        stated: hear → heard, drop → dropped, withdraw → withdrawn
        heard: decide-leave → leaving, decide-move → moving, decide-stay → stays, drop → dropped, withdraw → withdrawn
        leaving: contest → leaving, hand-over → leaving, complete → left, drop → dropped
        moving: move → moved, drop → dropped
        left [granted]
        moved [granted]
        stays [refused]
        dropped [ended]
        withdrawn [withdrawn]
        """)
  }

  @Test func `lets each take these steps and no others`() {
    #expect(
      steps(of: procedure) == """
        filed filer: withdraw
        filed centre: notify decide-leave decide-move decide-stay drop
        notified filer: state withdraw
        notified centre: drop
        notified zone: lapse-statement
        stated filer: withdraw
        stated centre: hear drop
        heard filer: withdraw
        heard centre: decide-leave decide-move decide-stay drop
        leaving filer: contest hand-over
        leaving centre: hand-over complete drop
        moving centre: move drop
        """)
  }

  @Test(arguments: DatabaseKind.all)
  func `by its own wish ends stay and entry on its last day and changes no month before`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      zone.clock.set(day("2027-01-11"))
      #expect(try await zone.a01("2026-12-31") == 1)
      let id = try await zone.leave(["ground": "own", "wanted_last": "2027-01-20"])
      #expect(try await zone.matters.find(id, by: Movers.centre).application.text("rooms") == "301")
      #expect(try await refusals { try await zone.take("notify", id, because: "-") } == ["move-out.not-asked"])
      #expect(
        try await refusals {
          try await zone.take(
            "decide-leave", id, ["decision_number": "迁出决1号", "support_ends": "2027-01-31"], because: "自愿")
        } == ["move-out.support-ends-with-decision support_ends"])
      try await zone.take(
        "decide-leave", id, ["decision_number": "迁出决1号", "support_ends": "2027-01-11"], because: "自愿")
      #expect(try await zone.due("leave", id) == "2027-02-10")
      let back = ["last_day": "2027-01-20", "keys_back": "yes"]
      #expect(try await refusals { try await zone.take("complete", id, back) } == ["move-out.nothing-handed-over"])
      try await zone.take("hand-over", id, ["clients": "0", "handed_to": "无在办客户"], by: Movers.agency)
      #expect(
        try await refusals { try await zone.take("complete", id, ["last_day": "2027-01-10", "keys_back": "no"]) }
          == ["move-out.keys-out keys_back", "move-in.day-over last_day"])
      try await zone.take("complete", id, back)
      let stay = try #require(try await zone.stays(of: code(1)).first)
      #expect(stay.stay.last == day("2027-01-20"))
      #expect(stay.departure == Departure(reason: .own, decision: "迁出决1号") && stay.dispute == nil)
      #expect(try await zone.entry(of: code(1))?.activeTo == day("2027-01-20"))
      zone.clock.set(day("2027-02-01"))
      #expect(try await zone.a01("2026-12-31") == 1)
      #expect(try await zone.a01("2027-01-20") == 1)
      #expect(try await zone.a01("2027-01-21") == 0)
      // The room is free again, and the institution is told apart from one that never was here.
      let next = try await zone.clearedAgain()
      try await zone.sign(next, from: "2027-02-15")
      // The register has it again, and knows the days between on which it had left.
      let entry = try #require(try await zone.entry(of: code(1)))
      #expect(entry.activeFrom == day("2026-12-01") && entry.activeTo == nil && entry.leftFor == nil)
      for (asked, count) in [
        ("2026-11-30", 0), ("2026-12-31", 1), ("2027-01-20", 1), ("2027-01-21", 0), ("2027-02-14", 0),
        ("2027-02-15", 1),
      ] {
        #expect(try await zone.a01(asked) == count, "\(asked)")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `for failed appraisals hears the tenant first, and keeps what it contests`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      let keeper = Account.console([.keepInstitutions])
      let cultivation = try await zone.ledgers.add(
        LedgerDraft(
          texts: [
            "institution": code(1).description, "list": "small", "entered_on": "2026-12-01", "goal": "增长",
          ]), to: .cultivations, by: keeper)
      zone.clock.set(day("2026-12-14"))
      let ground = ["ground": "appraisal", "first_appraisal": "考1号", "second_appraisal": "考2号"]
      #expect(try await refusals { try await zone.leave(ground) } == ["move-out.centre-raises ground"])
      let id = try await zone.leave(ground, by: Movers.centre)
      let decision = ["decision_number": "迁出决2号", "support_ends": "2026-12-22"]
      #expect(
        try await refusals {
          try await zone.take(
            "decide-leave", id, decision.merging(["support_ends": "2026-12-14"]) { $1 }, because: "两次不合格")
        } == ["move-out.not-heard"])
      try await zone.take("notify", id, because: "两次考核不合格")
      #expect(try await zone.due("statement", id) == "2026-12-21")
      #expect(
        try await refusals { try await zone.take("withdraw", id, by: Movers.agency) } == ["move-out.raised-by-centre"])
      // It says nothing in time.
      zone.clock.set(day("2026-12-22"))
      _ = try await zone.matters.runClocks(by: Movers.zone)
      #expect(try await zone.stage(id) == "stated")
      try await zone.take("hear", id, ["heard_on": "2026-12-22", "hearing_note": "逾期未陈述"])
      try await zone.take("decide-leave", id, decision, because: "两次不合格")
      try await zone.take("contest", id, ["dispute": "第二次考核计分有误"], by: Movers.agency)
      // Support stops on the day of the decision, whatever is contested.
      let file = try await zone.ledgers.find(
        cultivation, in: .cultivations, by: .console([.readInstitutionFiles]))
      #expect(file.record.values.day("ended_on") == day("2026-12-22"))
      #expect(try await zone.stays(of: code(1)).first?.dispute == "第二次考核计分有误")
      try await zone.take("hand-over", id, ["clients": "3", "handed_to": "明月咨询"], by: Movers.agency)
      try await zone.take("complete", id, ["last_day": "2026-12-31", "keys_back": "yes"])
      let stay = try #require(try await zone.stays(of: code(1)).first)
      #expect(stay.departure?.reason == .appraisal && stay.dispute == "第二次考核计分有误")
      let entry = try #require(try await zone.entry(of: code(1)))
      let kept = try await zone.ledgers.find(entry.record, in: .institutions, by: .console([.readInstitutions]))
      #expect(kept.record.values.text("left_for") == "考核不合格（机构有异议，见入驻记录）")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `to another stage goes by the criteria and keeps the register's entry`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let grown = ["stage": "growing", "site": "gaoxin", "stage_basis": "other", "stage_reason": "起步"]
      let id = try await zone.judged(grown)
      try await zone.vote(id, Movers.panel.prefix(3).map { ($0, "for") })
      try await zone.take("admit", id, MoveZone.decision.merging(["decided_stage": "growing"]) { $1 })
      zone.clock.set(day("2026-12-01"))
      _ = try await zone.matters.runClocks(by: Movers.zone)
      try await zone.sign(id)
      zone.clock.set(day("2027-01-11"))
      let ask = ["ground": "stage", "wanted_stage": "mature"]
      #expect(try await refusals { try await zone.leave(ask) } == ["move-out.stage-unknown wanted_stage"])
      try await zone.approveReturn(staff: 35)
      #expect(
        try await refusals { try await zone.leave(["ground": "stage", "wanted_stage": "growing"]) }
          == ["move-out.other-stage wanted_stage"])
      let move = try await zone.leave(ask)
      #expect(
        try await refusals {
          try await zone.take(
            "decide-leave", move, ["decision_number": "-", "support_ends": "2027-01-11"], because: "-")
        } == ["move-out.is-a-move"])
      #expect(
        try await refusals {
          try await zone.take("decide-move", move, ["decision_number": "换址1号", "new_site": "gaoxin"])
        } == ["move-out.other-site new_site"])
      try await zone.take("decide-move", move, ["decision_number": "换址1号", "new_site": "centre"])
      let to = ["new_room": "302", "moves_on": "2027-01-15", "contract": "合同2号"]
      #expect(
        try await refusals { try await zone.take("move", move, to.merging(["new_room": "301"]) { $1 }) }
          == ["premises.occupied new_room"])
      try await zone.take("move", move, to)
      let stays = try await zone.stays(of: code(1))
      #expect(stays.map(\.stay.first) == [day("2026-12-01"), day("2027-01-15")])
      #expect(stays[0].stay.last == day("2027-01-14") && stays[0].departure?.reason == .graduated)
      #expect(stays[1].stage == .mature && stays[1].room == zone.rooms[1].id && stays[1].stay.last == nil)
      #expect(try await zone.entry(of: code(1))?.activeTo == nil)
      #expect(try await zone.matter(move).end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a tenant that hands in nothing is registered once its time is over, with the reason`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      let id = try await zone.heard()
      try await zone.take(
        "decide-leave", id, ["decision_number": "迁出决3号", "support_ends": "2026-12-09"], because: "合同到期")
      // 30 days from 9 December.
      #expect(try await zone.due("leave", id) == "2027-01-08")
      zone.clock.set(day("2027-01-08"))
      let back = ["last_day": "2027-01-09", "keys_back": "yes", "no_list_reason": "机构已停业，联系不上"]
      #expect(try await refusals { try await zone.take("complete", id, back) } == ["move-out.nothing-handed-over"])
      zone.clock.set(day("2027-01-09"))
      #expect(
        try await refusals { try await zone.take("complete", id, back.filter { $0.key != "no_list_reason" }) }
          == ["move-out.no-list-unexplained no_list_reason"])
      try await zone.take("complete", id, back)
      #expect(try await zone.matter(id).end == .granted)
      #expect(try await zone.stays(of: code(1)).first?.stay.last == day("2027-01-09"))
      let (letter, facts) = try await zone.matters.letter(7, of: id, by: Movers.agency)
      #expect(letter.body(facts).last?.zh == "未收到客户移交清单：机构已停业，联系不上")
      let notice = try await zone.matters.letter(2, of: id, by: Movers.agency)
      #expect(notice.0.body(notice.1)[1].zh == "因“合同到期”，拟作出迁出决定。")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is dropped after the decision, too, or goes on with what the staff enter from paper`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      let ask = ["ground": "own", "wanted_last": "2026-12-31"]
      let decision = ["decision_number": "迁出决4号", "support_ends": "2026-12-01"]
      let first = try await zone.leave(ask)
      // One departure at a time.
      #expect(try await refusals { try await zone.leave(ask) } == ["move-out.open-already"])
      try await zone.take("decide-leave", first, decision, because: "自愿")
      try await zone.take("drop", first, because: "双方续约")
      #expect(try await zone.matter(first).end == .ended)
      let second = try await zone.leave(ask)
      try await zone.take("decide-leave", second, decision, because: "自愿")
      try await zone.take("hand-over", second, ["clients": "2", "handed_to": "明月咨询"])
      try await zone.take("complete", second, ["last_day": "2026-12-20", "keys_back": "yes"])
      #expect(try await zone.stays(of: code(1)).first?.departure?.decision == "迁出决4号")
      // Whoever has left, if only from a day to come on, has no room to leave.
      #expect(try await refusals { try await zone.leave(ask) } == ["move-out.no-room"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that the centre raises is answered by the tenant alone, signed in`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      let raised = try await zone.matters.file(
        MoveZone.filing(["ground": "expired", "contract_end": "2026-11-30"]), by: Movers.centre)
      #expect(!raised.isCodeGiven)
      #expect(
        try await refusals { try await zone.matters.status(raised.code.text, by: Movers.visitor) } == [
          "matters.wrong-code"
        ])
      try await zone.take("notify", raised.id, because: "合同到期")
      #expect(
        try await refusals { try await zone.take("state", raised.id, ["statement": "无异议"]) } == ["matters.not-yours"])
      try await zone.take("state", raised.id, ["statement": "希望续签"], by: Movers.agency)
      #expect(try await zone.stage(raised.id) == "stated")
      try await zone.take("drop", raised.id, because: "改由机构申请")
      // At its own wish it has signed what a counter files for it, and follows that by its code.
      let own = ["ground": "own", "wanted_last": "2026-12-31"]
      #expect(
        try await refusals { try await zone.matters.file(MoveZone.filing(own), by: Movers.centre) } == [
          "move-out.papers-missing file-papers"
        ])
      let filed = try await zone.matters.file(MoveZone.filing(own, with: ["papers"]), by: Movers.centre)
      #expect(filed.isCodeGiven)
      #expect(try await zone.matters.status(filed.code.text, by: Movers.visitor).steps.map(\.code) == ["withdraw"])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `rests on what has happened: a contract that ended, two appraisals`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      #expect(
        try await refusals {
          try await zone.leave(["ground": "expired", "contract_end": "2026-12-02"], by: Movers.centre)
        } == ["move-in.day-ahead contract_end"])
      #expect(
        try await refusals {
          try await zone.leave(
            ["ground": "appraisal", "first_appraisal": "考1号", "second_appraisal": "考1号"], by: Movers.centre)
        } == ["move-out.same-appraisal second_appraisal"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `to a lower stage is no promotion, and not today`(_ kind: DatabaseKind)
    async throws
  {
    try await MoveZone.with(kind) { zone in
      try await zone.sign(try await zone.cleared())
      zone.clock.set(day("2027-01-11"))
      try await zone.approveReturn(staff: 12)
      let id = try await zone.leave(["ground": "stage", "wanted_stage": "growing"])
      try await zone.take("decide-move", id, ["decision_number": "换址2号", "new_site": "gaoxin"])
      let to = ["new_room": "301", "moves_on": "2027-01-11", "contract": "合同3号"]
      let other = PremisesZone(database: zone.database, clock: zone.clock, facts: .none)
      let room = try #require(try await other.buildFloor(at: .gaoxin, named: "二号楼").first)
      #expect(try await refusals { try await zone.take("move", id, to) } == ["move-out.moves-too-soon moves_on"])
      try await zone.take("move", id, to.merging(["moves_on": "2027-01-12"]) { $1 })
      let stays = try await zone.stays(of: code(1))
      #expect(stays[0].departure?.reason == .moved && stays[0].stay.last == day("2027-01-11"))
      #expect(stays[1].room == room.id && stays[1].stage == .growing)
      let entry = try #require(try await zone.entry(of: code(1)))
      let kept = try await zone.ledgers.find(entry.record, in: .institutions, by: .console([.readInstitutions]))
      #expect(kept.record.values.text("address") == "高新园基地 二号楼 301")
    }
  }

  @Test(arguments: DatabaseKind.all) func `is asked of tenants alone`(_ kind: DatabaseKind) async throws {
    try await MoveZone.with(kind) { zone in
      let refused = try await refusals { try await zone.leave(["ground": "own", "wanted_last": "2026-12-01"]) }
      #expect(refused == ["move-out.no-room"])
    }
  }
}

extension MoveZone {
  /// What the counter files for the agency.
  fileprivate static func filing(_ texts: [String: String], with materials: [String] = []) -> MatterFiling {
    var filing = MatterFiling("move-out", texts: ["wish": "说明"].merging(texts) { $1 }, channel: .counter)
    filing.files = materials.map { HandedIn(material: $0, evidence: ID(1), name: "\($0).pdf") }
    filing.onBehalfOf = .init(name: "清风代理", organisation: code(1))
    return filing
  }

  /// A departure that the centre raised, up to the hearing on 9 December: 1 December and five working days are the 8th.
  fileprivate func heard() async throws -> ID<Matter> {
    let id = try await leave(["ground": "expired", "contract_end": "2026-11-30"], by: Movers.centre)
    try await take("notify", id, because: "合同到期")
    clock.set(day("2026-12-09"))
    _ = try await matters.runClocks(by: Movers.zone)
    try await take("hear", id, ["heard_on": "2026-12-09", "hearing_note": "逾期未陈述"])
    return id
  }

  /// A second application of the same institution, as far as the contract.
  fileprivate func clearedAgain() async throws -> ID<Matter> {
    let id = try await apply(["wanted_from": "2027-03-01"])
    try await take("accept", id)
    try await take(
      "visit", id, ["visited_on": "2027-02-01", "visit_note": "-", "visit_advice": "for"], by: Movers.base)
    try await take("convene", id, naming: Array(Movers.panel.prefix(3)))
    try await vote(id, Movers.panel.prefix(3).map { ($0, "for") })
    try await take("admit", id, Self.decision)
    clock.set(day("2027-02-15"))
    _ = try await matters.runClocks(by: Movers.zone)
    return id
  }

  fileprivate func approveReturn(staff: Int) async throws {
    let keeper = Account.console([.keepInstitutions, .readInstitutionFiles])
    try await ledgers.add(
      LedgerDraft(
        texts: [
          "institution": code(1).description, "year": "2026", "period": "year", "period_end": "2026-12-31",
          "employees": "\(staff)", "total_revenue": "500", "ip_revenue": "400",
        ], grade: .g2, document: "报表"), to: .returns, by: keeper)
    try await ledgers.approveAll(in: .returns, by: keeper)
  }
}
