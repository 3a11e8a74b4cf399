import Access
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import ProtectionStore
import Testing

@Suite struct `A complaint` {
  @Test func `has this chart`() {
    #expect(
      Procedure(Complaint.self).chart == """
        filed: request-correction → correction, refuse → refused, refer → referred, accept-to-mediate → mediating, \
        accept-to-verify → verifying, withdraw → withdrawn
        correction: correct → filed, refuse → refused, refer → referred, withdraw → withdrawn
        mediating: respond → mediating, confide → mediating, settle → settled, end → unsettled, \
        lapse-mediation → unsettled, withdraw → withdrawn
        settled: rate → closedSettled, close → closedSettled
        unsettled: tell-both → closedUnsettled
        verifying: request-more → supplementing, decide → decided
        supplementing: supplement → verifying, resume → verifying
        decided: answer → answered
        answered: object → reviewing, rate → closed, close → closed, lapse-objection → closed
        reviewing: uphold → closed, reopen → verifying
        refused [refused]
        referred [referred]
        closedSettled [granted]
        closedUnsettled [ended]
        closed [granted]
        withdrawn [withdrawn]
        """)
  }

  private static let table = DisputeSteps(
    """
    request-correction | filed | staff head
    correct | correction | filer code
    refuse | filed correction | staff head
    refer | filed correction | staff head
    accept-to-mediate | filed | staff head
    accept-to-verify | filed | staff head
    respond | mediating | respondent
    confide | mediating | respondent
    settle | mediating | staff head
    end | mediating | staff head
    lapse-mediation | mediating | zone
    tell-both | unsettled | staff head
    request-more | verifying | staff head
    supplement | supplementing | filer code
    resume | supplementing | staff head
    decide | verifying | staff head
    answer | decided | staff head
    object | answered | filer code
    uphold | reviewing | head
    reopen | reviewing | head
    rate | settled answered | filer code
    close | settled answered | staff head
    lapse-objection | answered | zone
    withdraw | filed correction mediating | filer code
    """)

  @Test func `lets nobody take a step that is not theirs, at any stage`() throws {
    let people = try DisputePeople()
    let procedure = Procedure(Complaint.self)
    #expect(Set(procedure.steps.map(\.code)) == Self.table.steps)
    let parties = [
      MatterParty(
        matter: .sample(), place: 1, role: "respondent", organisation: people.respondent.mandate?.organisation,
        account: nil, name: "乙公司")
    ]
    let roles: [(String, Account)] = [
      ("staff", people.handler), ("head", people.supervisor), ("filer", people.reporter),
      ("respondent", people.respondent), ("nobody", people.mediator), ("nobody", people.outsider),
      ("nobody", people.auditor), ("nobody", people.visitor), ("zone", people.zone), ("code", people.visitor),
    ]
    var checked = 0
    for stage in procedure.stages {
      let matter = Matter(
        id: .sample(), procedure: "complaint", number: MatterNumber(letters: "TS", year: 2026, serial: 1),
        stage: stage.code, channel: .web, filedAt: .noon, filer: people.reporter.id, organisation: nil,
        applicant: nil, title: nil)
      for step in procedure.steps {
        for (role, account) in roles {
          let standing =
            role == "code"
            ? MatterStanding(sides: [.filer]) : procedure.standing(of: account, in: matter, parties: parties)
          let may =
            procedure.after(step.code, at: stage.code) != nil
            && procedure.capacity(for: step, of: account, with: standing) != nil
          #expect(
            may == Self.table.allows(step.code, at: stage.code, by: role),
            "\(step.code) at \(stage.code) by \(role) \(account.name)")
          checked += 1
        }
      }
    }
    // 16 stages, 24 steps, 10 people.
    #expect(checked == 16 * 24 * 10)
  }
}

extension DisputeZone {
  static let complaint = [
    "complaint_kind": "consumer", "complaint_subject": "代理费不退", "target": "乙公司", "facts": "逾期未提交申请",
    "happened_on": "2026-09-01", "demand": "退还代理费", "complainant": "投诉人楚某绝密", "complainant_phone": "绝密号码丙三",
  ]
  static let report = [
    "complaint_kind": "report", "complaint_subject": "无资质代理", "target": "某商行", "facts": "无执业许可对外代理专利",
  ]

  func complain(
    _ texts: [String: String] = complaint, isAnonymous: Bool = false, by account: Account? = nil
  ) async throws -> FiledMatter {
    try await desk.file(
      MatterFiling("complaint", texts: texts, isAnonymous: isAnonymous), by: account ?? people.reporter)
  }
}

@Suite struct `The journey of a complaint` {
  @Test(arguments: DatabaseKind.all)
  func `of a service goes by the charter, and a time that had to pass was not missed`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let service = try await zone.complain(DisputeZone.complaint.merging(["complaint_kind": "service"]) { $1 })
      // Five working days of the zone's own; the seven, 45 and 7 are of consumers.
      #expect(try await zone.due("accept", service.id) == nil)
      #expect(try await zone.due("charter", service.id) == "2026-10-10")
      try await zone.take("accept-to-mediate", service.id, ["respondent_code": disputeCode(2)], by: people.handler)
      #expect(try await zone.due("mediation", service.id) == nil)
      let report = try await zone.complain(DisputeZone.report)
      try await zone.take("accept-to-verify", report.id, by: people.handler)
      try await zone.take("decide", report.id, ["finding": "unfounded", "file_note": "记录"], by: people.handler)
      try await zone.take("answer", report.id, ["outcome": "未发现违法"], because: "证据不足", by: people.handler)
      #expect(try await zone.due("objection", report.id) == "2026-10-10")
      try zone.clock.turn(to: "2026-10-13")
      _ = try await zone.desk.runClocks(by: people.zone)
      let file = try await zone.file(report.id)
      let objection = try #require(file.clocks.last { $0.clock == "objection" })
      #expect(file.matter.end == .granted && objection.endedOn?.description == "2026-10-10")
      #expect(!objection.isToldOf && !objection.isLate(on: objection.startedOn.adding(days: 99)))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is mediated for 45 working days, then both are told within 7`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let filed = try await zone.complain()
      #expect(filed.number.description == "TS-2026-00001")
      // The 5th working day is 10 October; then 12 and 13.
      #expect(try await zone.due("accept", filed.id) == "2026-10-13")
      #expect(try await zone.due("verify", filed.id) == nil)
      #expect(
        try await disputeRefusals { try await zone.take("request-correction", filed.id, by: people.handler) } == [
          "matters.reason-missing"
        ])
      try zone.clock.turn(to: "2026-10-08")
      try await zone.take("request-correction", filed.id, because: "请补充合同", by: people.handler)
      try zone.clock.turn(to: "2026-10-12")
      try await zone.take("correct", filed.id, ["correction": "合同附后"], by: people.reporter)
      // It stood still on 9, 10 and 12 October: three working days more.
      #expect(try await zone.due("accept", filed.id) == "2026-10-16")
      try zone.clock.turn(to: "2026-10-13")
      #expect(
        try await disputeRefusals { try await zone.take("accept-to-verify", filed.id, by: people.handler) } == [
          "complaint.is-complaint"
        ])
      #expect(
        try await disputeRefusals { _ = try await zone.file(filed.id, by: people.respondent) } == ["matters.unknown"])
      try await zone.take(
        "accept-to-mediate", filed.id, ["respondent_code": disputeCode(2)], by: people.handler)
      #expect(try await zone.due("mediation", filed.id) == "2026-12-15")
      try await zone.take("respond", filed.id, ["response": "愿意协商"], by: people.respondent)
      try zone.clock.turn(to: "2026-12-15")
      #expect(try await zone.desk.runClocks(by: people.zone) == 0)
      try zone.clock.turn(to: "2026-12-16")
      #expect(try await zone.desk.runClocks(by: people.zone) == 1)
      #expect(try await zone.stage(filed.id) == "unsettled")
      #expect(try await zone.due("notice", filed.id) == "2026-12-25")
      try await zone.take("tell-both", filed.id, by: people.handler)
      for reader in [people.reporter, people.respondent] {
        let file = try await zone.file(filed.id, by: reader)
        #expect(file.matter.end == .ended && file.timeline.last?.letter?.code == "end")
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `is settled and rated`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let filed = try await zone.complain()
      try await zone.take("accept-to-mediate", filed.id, ["respondent_code": disputeCode(2)], by: people.handler)
      try await zone.take("settle", filed.id, ["settlement": "退还一半"], by: people.handler)
      #expect(
        try await !disputeRefusals { try await zone.take("rate", filed.id, ["rating": "6"], by: people.reporter) }
          .isEmpty)
      try await zone.take("rate", filed.id, ["rating": "4"], by: people.reporter)
      #expect(try await zone.file(filed.id).matter.end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that nobody accepts by the seventh working day is red and told to the supervisor`(
    kind: DatabaseKind
  ) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let filed = try await zone.complain()
      try await zone.desk.assign(filed.id, to: people.handler.id, seen: nil, by: people.handler)
      zone.post.clear()
      try zone.clock.turn(to: "2026-10-13")
      #expect(try await zone.desk.runClocks(by: people.zone) == 0)
      let clock = try #require(try await zone.file(filed.id).clocks.first)
      #expect(try !clock.isLate(on: #require(Day("2026-10-13"))) && clock.isLate(on: #require(Day("2026-10-14"))))
      try zone.clock.turn(to: "2026-10-14")
      #expect(try await zone.desk.runClocks(by: people.zone) == 1)
      let news = try #require(zone.post.all.last)
      #expect(news.lapsed?.en == "Accept or refuse")
      #expect(Set(news.recipients) == [people.handler.id, people.supervisor.id, people.reporter.id])
      // The complainant sees the same last day and status, with the code alone.
      let status = try await zone.desk.status(filed.code.grouped, by: people.visitor)
      #expect(status.due?.day.description == "2026-10-13" && status.status.en.hasPrefix("Received"))
      // It is told of once, and can still be accepted.
      #expect(try await zone.desk.runClocks(by: people.zone) == 0)
      try await zone.take("accept-to-mediate", filed.id, ["respondent_code": disputeCode(2)], by: people.handler)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `whose time was extended after it had ended is told of again`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let filed = try await zone.complain(DisputeZone.report)
      try await zone.take("accept-to-verify", filed.id, by: people.handler)
      try zone.clock.turn(to: "2026-10-24")
      #expect(try await zone.desk.runClocks(by: people.zone) == 1)
      try await zone.desk.extend("verify", of: filed.id, because: "案情复杂", seen: nil, by: people.supervisor)
      try zone.clock.turn(to: "2026-11-13")
      #expect(try await zone.desk.runClocks(by: people.zone) == 0)
      try zone.clock.turn(to: "2026-11-14")
      #expect(try await zone.desk.runClocks(by: people.zone) == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that is a report is verified in 15 working days, extended once, and answered`(
    kind: DatabaseKind
  ) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let filed = try await zone.complain(DisputeZone.report, isAnonymous: true)
      #expect(try await zone.due("verify", filed.id) == "2026-10-23")
      #expect(
        try await disputeRefusals {
          try await zone.take("accept-to-mediate", filed.id, ["respondent_code": disputeCode(2)], by: people.handler)
        } == ["complaint.is-report"])
      try zone.clock.turn(to: "2026-10-09")
      try await zone.take("accept-to-verify", filed.id, by: people.handler)
      #expect(try await zone.due("verify", filed.id) == "2026-10-23")
      #expect(
        try await disputeRefusals {
          try await zone.desk.extend("verify", of: filed.id, because: "案情复杂", seen: nil, by: people.handler)
        } == ["access.not-permitted"])
      try await zone.desk.extend("verify", of: filed.id, because: "案情复杂", seen: nil, by: people.supervisor)
      #expect(try await zone.due("verify", filed.id) == "2026-11-13")
      #expect(
        try await disputeRefusals {
          try await zone.desk.extend("verify", of: filed.id, because: "再延长", seen: nil, by: people.supervisor)
        } == ["matters.already-extended"])
      try await zone.take("request-more", filed.id, because: "请提供合同", by: people.handler)
      // Who left no name adds what was asked for with the code.
      try await zone.desk.take(
        "supplement", withCode: filed.code.grouped, StepGiven(texts: ["addition": "合同编号"]), by: people.visitor)
      try zone.clock.turn(to: "2026-10-20")
      try await zone.take("decide", filed.id, ["finding": "opened", "file_note": "现场核查记录"], by: people.handler)
      #expect(try await zone.due("inform", filed.id) == "2026-10-27")
      try zone.clock.turn(to: "2026-10-21")
      try await zone.take("answer", filed.id, ["outcome": "已立案"], because: "无执业许可证", by: people.handler)
      #expect(try await zone.due("objection", filed.id) == "2026-10-28")
      let status = try await zone.desk.status(filed.code.text, by: people.visitor)
      #expect(status.reason == "无执业许可证" && status.steps.map(\.code) == ["object", "rate"])
      #expect(status.moves.last?.said.map { $0.value } == [.text("已立案")])
      // What the reporter said, and how it was verified, the code does not show.
      let shown = "\(status.moves)"
      #expect(!shown.contains("合同编号") && !shown.contains("现场核查记录"))
      try await zone.desk.take(
        "object", withCode: filed.code.text, StepGiven(reason: "还有另一家"), by: people.visitor)
      #expect(
        try await disputeRefusals {
          try await zone.take("uphold", filed.id, because: "已核查", by: people.handler)
        } == ["matters.not-yours"])
      try await zone.take("reopen", filed.id, because: "线索成立", by: people.supervisor)
      // 15 working days from 21 October: 30 October is the 7th, 6 November the 12th, 11 November the 15th.
      #expect(try await zone.due("verify", filed.id) == "2026-11-11")
      try await zone.take("decide", filed.id, ["finding": "opened", "file_note": "补充核查"], by: people.handler)
      try await zone.take("answer", filed.id, ["outcome": "两家均已立案"], because: "证据充分", by: people.handler)
      try zone.clock.turn(to: "2026-10-29")
      try await zone.desk.runClocks(by: people.zone)
      #expect(try await zone.file(filed.id).matter.end == .granted)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that is not accepted names the ground and the right address`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let filed = try await zone.complain()
      #expect(
        try await disputeRefusals {
          try await zone.take(
            "refuse", filed.id, ["refusal_ground": "not-competent"], because: "不属职责", by: people.handler)
        } == ["ledger.missing"])
      try await zone.take(
        "refuse", filed.id, ["refusal_ground": "not-competent", "right_address": "江宁区市场监督管理局，12315"],
        because: "属于商品质量争议", by: people.handler)
      let (letter, facts) = try await zone.desk.letter(2, of: filed.id, by: people.reporter)
      let text = letter.body(facts).map(\.zh).joined()
      #expect(text.contains("不属于本单位职责") && text.contains("江宁区市场监督管理局，12315") && text.contains("属于商品质量争议"))
      #expect(try await zone.file(filed.id).matter.end == .refused)
      let other = try await zone.complain()
      try await zone.take(
        "refer", other.id, ["right_body": "区法院", "right_address": "天元中路"], because: "已起诉", by: people.handler)
      #expect(try await zone.file(other.id).matter.end == .referred)
      let counted = try await zone.desk.statistics(
        "complaint", from: #require(Day("2026-01-01")), to: #require(Day("2026-12-31")), by: people.visitor)
      #expect(counted.filed == 2 && counted.byEnd == [.refused: 1, .referred: 1] && counted.onTime == 2)
    }
  }

  @Test func `must give a name unless it is a report`() async throws {
    try await DisputeZone.with(.memory) { zone in
      var texts = DisputeZone.complaint
      texts["complainant"] = ""
      #expect(
        try await disputeRefusals { _ = try await zone.complain(texts, isAnonymous: true) } == [
          "matters.cannot-be-anonymous"
        ])
      // With a name it is not without one.
      #expect(
        try await disputeRefusals { _ = try await zone.complain(isAnonymous: true) } == [
          "matters.cannot-be-anonymous"
        ])
      #expect(
        try await disputeRefusals {
          _ = try await zone.complain(DisputeZone.report.merging(["happened_on": "2026-11-23"]) { $1 })
        } == ["complaint.day-ahead"])
      _ = try await zone.complain(DisputeZone.report, by: zone.people.visitor)
    }
  }
}
