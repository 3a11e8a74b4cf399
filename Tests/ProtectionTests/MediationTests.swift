import Access
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import ProtectionStore
import Testing

@Suite struct `A mediation` {
  @Test func `has this chart`() {
    #expect(
      Procedure(Mediation.self).chart == """
        filed: request-correction → correction, refuse → refused, ask → asked, withdraw → withdrawn
        correction: correct → filed, refuse → refused, withdraw → withdrawn
        asked: consent → consented, decline → noConsent, lapse-answer → noConsent, withdraw → withdrawn
        consented: appoint → mediating, end → noAgreement, quit → noAgreement, withdraw → withdrawn
        mediating: stand-aside → replacing, object → mediating, dismiss → replacing, hold → mediating, \
        note → mediating, state-as-filer → mediating, state-as-respondent → mediating, propose → signing, \
        end → noAgreement, quit → noAgreement, withdraw → withdrawn
        replacing: appoint → mediating, end → noAgreement, quit → noAgreement, withdraw → withdrawn
        signing: sign-as-filer → signedByFiler, sign-as-respondent → signedByRespondent, reopen → mediating, \
        end → noAgreement, quit → noAgreement, withdraw → withdrawn
        signedByFiler: sign-as-respondent → signed, reopen → mediating, end → noAgreement, quit → noAgreement, \
        withdraw → withdrawn
        signedByRespondent: sign-as-filer → signed, reopen → mediating, end → noAgreement, quit → noAgreement, \
        withdraw → withdrawn
        signed: seal → effective
        effective: apply-for-confirmation → confirming, forgo-confirmation → unconfirmed, \
        lapse-confirmation → unconfirmed
        confirming: enter-confirmation → confirmed, enter-rejection → unconfirmed
        confirmed: call-back → concluded
        unconfirmed: call-back → concluded
        concluded [granted]
        refused [refused]
        noConsent [ended]
        noAgreement [ended]
        withdrawn [withdrawn]
        """)
  }

  private static let table = DisputeSteps(
    """
    request-correction | filed | staff
    correct | correction | filer code
    refuse | filed correction | staff
    ask | filed | staff
    consent | asked | respondent
    decline | asked | respondent
    lapse-answer | asked | zone
    appoint | consented replacing | staff
    stand-aside | mediating | mediator
    object | mediating | filer code respondent
    dismiss | mediating | staff
    hold | mediating | mediator staff
    note | mediating | mediator
    state-as-filer | mediating | filer code
    state-as-respondent | mediating | respondent
    propose | mediating | mediator staff
    sign-as-filer | signing signedByRespondent | filer code
    sign-as-respondent | signing signedByFiler | respondent
    reopen | signing signedByFiler signedByRespondent | filer code respondent mediator
    seal | signed | staff
    apply-for-confirmation | effective | staff
    enter-confirmation | confirming | staff
    enter-rejection | confirming | staff
    forgo-confirmation | effective | staff
    lapse-confirmation | effective | zone
    call-back | confirmed unconfirmed | staff
    end | consented mediating replacing signing signedByFiler signedByRespondent | mediator staff
    quit | consented mediating replacing signing signedByFiler signedByRespondent | respondent
    withdraw | filed correction asked consented mediating replacing signing signedByFiler signedByRespondent | filer code
    """)

  @Test func `lets nobody take a step that is not theirs, at any stage`() throws {
    let people = try DisputePeople()
    let procedure = Procedure(Mediation.self)
    #expect(Set(procedure.steps.map(\.code)) == Self.table.steps)
    let organisation = try #require(people.applicant.mandate?.organisation)
    let parties = [
      MatterParty(
        matter: .sample(), place: 1, role: "respondent", organisation: people.respondent.mandate?.organisation,
        account: nil, name: "乙公司"),
      MatterParty(
        matter: .sample(), place: 2, role: "mediator", organisation: nil, account: people.secondMediator.id, name: "赵"),
      MatterParty(
        matter: .sample(), place: 3, role: "mediator", organisation: nil, account: people.mediator.id, name: "王"),
    ]
    let roles: [(String, Account)] = [
      ("staff", people.handler), ("staff", people.supervisor), ("filer", people.applicant),
      ("respondent", people.respondent), ("mediator", people.mediator), ("nobody", people.secondMediator),
      ("nobody", people.outsider), ("nobody", people.auditor), ("nobody", people.visitor), ("zone", people.zone),
      ("code", people.visitor),
    ]
    var checked = 0
    for stage in procedure.stages {
      let matter = Matter(
        id: .sample(), procedure: "mediation", number: MatterNumber(letters: "TJ", year: 2026, serial: 1),
        stage: stage.code, channel: .web, filedAt: .noon, filer: people.applicant.id, organisation: organisation,
        applicant: "甲公司", title: nil)
      for step in procedure.steps {
        for (role, account) in roles {
          // The second mediator stood aside.
          let standing =
            role == "code"
            ? MatterStanding(sides: [.filer])
            : procedure.standing(of: account, in: matter, parties: parties, recused: [people.secondMediator.id])
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
    // 19 stages, 29 steps, 11 people.
    #expect(checked == 19 * 29 * 11)
  }

  @Test func `costs nothing`() {
    #expect(Mediation.head.fee.en == "Free of charge")
  }
}

extension DisputeZone {
  static let dispute = [
    "origin": "party", "claimant": "甲公司", "right_kind": "patent", "dispute_kind": "damages",
    "subject": "涉案专利许可费", "claims": "被申请人未按合同支付许可费", "requests": "支付许可费及利息",
    "respondent_code": disputeCode(2), "respondent_name": "乙公司", "respondent_contact": "对方电话占位",
    "confidential_note": "甲方底线绝密甲一",
  ]

  func apply(_ more: [String: String] = [:], by account: Account? = nil) async throws -> FiledMatter {
    try await desk.file(
      MatterFiling("mediation", texts: Self.dispute.merging(more) { $1 }), by: account ?? people.applicant)
  }

  /// A mediation with a mediator, all on one day.
  func mediation() async throws -> FiledMatter {
    let filed = try await apply()
    try await take("ask", filed.id, by: people.handler)
    try await take("consent", filed.id, by: people.respondent)
    try await take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
    return filed
  }

  /// The document `code` of a matter, as the applicant reads it.
  func letter(_ code: String, of id: ID<Matter>) async throws -> (Letter, LetterFacts) {
    let line = try #require(try await file(id, by: people.applicant).timeline.first { $0.letter?.code == code })
    return try await desk.letter(line.event.place, of: id, by: people.applicant)
  }

  func sign(_ id: ID<Matter>, drawnUpBy mediator: Account? = nil) async throws {
    try await take(
      "propose", id, ["agreement": "分两期支付", "performed_by": "2027-06-30"], by: mediator ?? people.mediator)
    try await take("sign-as-respondent", id, ["signatory": "郑某"], by: people.respondent)
    try await take("sign-as-filer", id, ["signatory": "吴某"], by: people.applicant)
  }
}

@Suite struct `The journey of a mediation` {
  @Test(arguments: DatabaseKind.all)
  func `leads from an application to a confirmed agreement`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-09-28")
      let filed = try await zone.apply()
      #expect(filed.number.description == "TJ-2026-00001")
      #expect(try await zone.due("notice", filed.id) == "2026-10-10")
      zone.post.clear()
      try await zone.take("ask", filed.id, by: people.handler)
      #expect(
        zone.post.all.flatMap(\.organisations) == [1, 2].map(disputeCode).compactMap { try? SocialCreditCode($0) })
      #expect(try await zone.due("answer", filed.id) == "2026-10-13")
      try zone.clock.turn(to: "2026-09-29")
      try await zone.take("consent", filed.id, by: people.respondent)
      #expect(try await zone.due("filing", filed.id) == "2026-10-12")
      try zone.clock.turn(to: "2026-10-09")
      try await zone.take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
      #expect(try await zone.due("term", filed.id) == "2026-11-09")
      #expect(try await zone.due("courtTerm", filed.id) == nil)
      for day in ["2026-10-09", "2026-10-08"] {
        try await zone.take(
          "hold", filed.id, ["held_on": day, "held_as": "together", "minutes": "双方到场"], by: people.mediator)
      }
      try await zone.sign(filed.id)
      #expect(try await zone.stage(filed.id) == "signed")
      try zone.clock.turn(to: "2026-11-30")
      try await zone.take("seal", filed.id, by: people.handler)
      #expect(try await zone.due("confirmation", filed.id) == "2026-12-30")
      let file = try await zone.file(filed.id, by: people.respondent)
      let place = try #require(file.timeline.last?.event.place)
      let (letter, facts) = try await zone.desk.letter(place, of: filed.id, by: people.respondent)
      let text = letter.body(facts).map(\.zh).joined()
      #expect(text.contains("自2026年11月30日起生效") && text.contains("期限至2026年12月30日"))
      #expect(text.contains("司法确认申请书（双方共同签名）"))
      #expect(letter.addressee(facts) == "甲公司、乙公司")
      // What was issued before says what it said then, though its time limit has ended since.
      let (opened, then) = try await zone.letter("acceptance", of: filed.id)
      #expect(opened.body(then).map(\.zh).last == "调解期限至2026年11月9日。")
      let (asked, atFirst) = try await zone.letter("inquiry", of: filed.id)
      #expect(asked.addressee(atFirst) == "乙公司" && asked.body(atFirst).map(\.zh).last == "请于2026年10月13日前（含当日）答复。")
      let (signed, drawnUp) = try await zone.letter("agreement", of: filed.id)
      #expect(signed.body(drawnUp).map(\.zh).contains("分两期支付"))
      #expect(signed.body(drawnUp).map(\.zh).contains("履行期限：2027年6月30日。"))
      try await zone.take(
        "apply-for-confirmation", filed.id, ["confirming_court": "江宁区人民法院", "applied_on": "2026-11-30"],
        by: people.handler)
      try await zone.take(
        "enter-confirmation", filed.id, ["ruling_number": "（2026）民特1号", "ruled_on": "2026-11-30"], by: people.handler)
      try await zone.take("call-back", filed.id, ["performance": "whole"], by: people.handler)
      let closed = try await zone.file(filed.id)
      #expect(closed.matter.end == .granted && closed.clocks.allSatisfy { !$0.isOpen })
      #expect(closed.timeline.count { $0.event.code == "hold" } == 2)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `ends without consent when the other side is silent for 15 days`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      try zone.clock.turn(to: "2026-10-12")
      let filed = try await zone.apply()
      try await zone.take("ask", filed.id, by: zone.people.handler)
      // 15 days from 12 October end on the 27th.
      try zone.clock.turn(to: "2026-10-27")
      #expect(try await zone.desk.runClocks(by: zone.people.zone) == 0)
      try zone.clock.turn(to: "2026-10-28")
      #expect(try await zone.desk.runClocks(by: zone.people.zone) == 1)
      let file = try await zone.file(filed.id, by: zone.people.applicant)
      #expect(file.matter.stage == "noConsent" && file.matter.end == .ended)
      let line = try #require(file.timeline.last)
      #expect(line.letter?.code == "no-consent")
      let (letter, facts) = try await zone.desk.letter(line.event.place, of: filed.id, by: zone.people.applicant)
      #expect(letter.body(facts).contains { $0.zh.contains("起诉") })
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `ends when the other side declines`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let filed = try await zone.apply()
      try await zone.take("ask", filed.id, by: zone.people.handler)
      try await zone.take("decline", filed.id, by: zone.people.respondent)
      #expect(try await zone.stage(filed.id) == "noConsent")
      #expect(
        try await disputeRefusals { try await zone.take("consent", filed.id, by: zone.people.respondent) } == [
          "matters.not-now"
        ])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `has a mediator without ties, who may stand aside and then reads nothing`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let filed = try await zone.apply()
      try await zone.take("ask", filed.id, by: people.handler)
      try await zone.take("consent", filed.id, by: people.respondent)
      let candidates = try await zone.file(filed.id).candidates["appoint"]
      #expect(candidates?.map(\.account) == [people.mediator.id, people.secondMediator.id])
      #expect(
        try await disputeRefusals {
          try await zone.take("appoint", filed.id, naming: [people.tiedMediator.id], by: people.handler)
        } == ["matters.tied"])
      #expect(
        try await disputeRefusals {
          try await zone.take("appoint", filed.id, naming: [people.handler.id], by: people.handler)
        }
          == ["matters.not-a-candidate"])
      #expect(
        try await disputeRefusals { _ = try await zone.file(filed.id, by: people.mediator) } == ["matters.unknown"])
      try await zone.take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
      #expect(
        try await zone.file(filed.id, by: people.mediator).application.text("confidential_note") == "甲方底线绝密甲一")
      #expect(
        try await disputeRefusals { try await zone.take("stand-aside", filed.id, by: people.mediator) } == [
          "matters.reason-missing"
        ])
      try await zone.take("stand-aside", filed.id, because: "曾为乙方提供咨询", by: people.mediator)
      #expect(
        try await disputeRefusals { _ = try await zone.file(filed.id, by: people.mediator) } == ["matters.unknown"])
      #expect(try await zone.desk.own(by: people.mediator).matters.isEmpty)
      #expect(try await zone.file(filed.id).candidates["appoint"]?.map(\.account) == [people.secondMediator.id])
      #expect(
        try await disputeRefusals {
          try await zone.take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
        } == ["matters.not-a-candidate"])
      try await zone.take("appoint", filed.id, naming: [people.secondMediator.id], by: people.handler)
      // The parties see that the mediator changed, not why.
      let seen = try await zone.file(filed.id, by: people.applicant)
      #expect(seen.parties.filter { $0.role == "mediator" }.map(\.account) == [people.secondMediator.id])
      #expect(seen.timeline.contains { $0.event.code == "stand-aside" && $0.event.reason == nil })
      try await zone.take("object", filed.id, because: "与对方法务是亲属", by: people.applicant)
      try await zone.take("dismiss", filed.id, because: "异议成立", by: people.handler)
      #expect(
        try await disputeRefusals { _ = try await zone.file(filed.id, by: people.secondMediator) } == [
          "matters.unknown"
        ])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a case from a court has the court's 30 days, extended once by the supervisor`(
    kind: DatabaseKind
  ) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      try zone.clock.turn(to: "2026-10-09")
      let court = ["origin": "court", "court": "南京知识产权法庭", "court_case": "（2026）苏01民初1号"]
      #expect(try await disputeRefusals { _ = try await zone.apply(court) } == ["mediation.court-assigns"])
      let filing = MatterFiling(
        "mediation", texts: DisputeZone.dispute.merging(court) { $1 }, channel: .counter,
        onBehalfOf: .init(name: "甲公司", organisation: try SocialCreditCode(disputeCode(1))))
      let clerk = DisputePeople.account(
        7_700_017, "clerk", "窗口陈", [.fileMatters, .workOnMatters, .handleMediation, .fileMediation])
      let filed = try await zone.desk.file(filing, by: clerk)
      try await zone.take("ask", filed.id, by: people.handler)
      try await zone.take("consent", filed.id, by: people.respondent)
      try await zone.take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
      // 8 November is a Sunday.
      #expect(try await zone.due("courtTerm", filed.id) == "2026-11-09")
      #expect(try await zone.due("term", filed.id) == nil)
      #expect(
        try await disputeRefusals {
          try await zone.desk.extend("courtTerm", of: filed.id, because: "双方同意", seen: nil, by: people.handler)
        } == ["access.not-permitted"])
      try await zone.desk.extend("courtTerm", of: filed.id, because: "双方同意", seen: nil, by: people.supervisor)
      // 60 days from 9 October.
      #expect(try await zone.due("courtTerm", filed.id) == "2026-12-08")
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `loses the chance of confirmation after 30 days, not the agreement`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      try zone.clock.turn(to: "2026-10-09")
      let filed = try await zone.mediation()
      try await zone.sign(filed.id)
      try await zone.take("seal", filed.id, by: zone.people.handler)
      try zone.clock.turn(to: "2026-11-09")
      #expect(try await zone.desk.runClocks(by: zone.people.zone) == 0)
      try zone.clock.turn(to: "2026-11-10")
      try await zone.desk.runClocks(by: zone.people.zone)
      #expect(try await zone.stage(filed.id) == "unconfirmed")
      try await zone.take("call-back", filed.id, ["performance": "due"], by: zone.people.handler)
      #expect(try await zone.file(filed.id).matter.end == .granted)
    }
  }

  @Test func `is not applied for against oneself, nor with a session that lies ahead`() async throws {
    try await DisputeZone.with(.memory) { zone in
      #expect(
        try await disputeRefusals { _ = try await zone.apply(["respondent_code": disputeCode(1)]) } == [
          "mediation.own-side"
        ])
      let filed = try await zone.mediation()
      #expect(
        try await disputeRefusals {
          try await zone.take(
            "hold", filed.id, ["held_on": "2026-11-23", "held_as": "video", "minutes": "略"], by: zone.people.mediator)
        } == ["mediation.day-ahead"])
    }
  }
}
