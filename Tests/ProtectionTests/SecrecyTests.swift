import Access
import Fixtures
import Kernel
import Ledgers
import Matters
import MattersStore
import Protection
import Testing

@Suite struct `What is told in confidence` {
  private static let ofApplicant = ["甲方底线绝密甲一", "甲方陈述绝密甲二", "甲方批注绝密甲三"]
  private static let ofRespondent = ["乙方陈述绝密乙一", "乙方批注绝密乙二"]
  private static let ofMediator = ["调解员记录绝密丁一", "回避理由绝密丁二", "异议理由绝密丁三"]

  /// A mediation in which everybody has told everything in confidence.
  private func mediation(in zone: DisputeZone) async throws -> FiledMatter {
    let people = zone.people
    let filed = try await zone.apply()
    #expect(
      try await disputeRefusals { _ = try await zone.file(filed.id, by: people.respondent) } == ["matters.unknown"])
    try await zone.take("ask", filed.id, by: people.handler)
    try await zone.take("consent", filed.id, by: people.respondent)
    try await zone.take("appoint", filed.id, naming: [people.mediator.id], by: people.handler)
    try await zone.take("state-as-filer", filed.id, ["filer_statement": Self.ofApplicant[1]], by: people.applicant)
    try await zone.take(
      "state-as-respondent", filed.id, ["respondent_statement": Self.ofRespondent[0]], by: people.respondent)
    try await zone.desk.note(Self.ofApplicant[2], isShared: false, on: filed.id, by: people.applicant)
    try await zone.desk.note(Self.ofRespondent[1], isShared: false, on: filed.id, by: people.respondent)
    try await zone.take("note", filed.id, ["private_note": Self.ofMediator[0]], by: people.mediator)
    try await zone.take("object", filed.id, because: Self.ofMediator[2], by: people.applicant)
    try await zone.take("stand-aside", filed.id, because: Self.ofMediator[1], by: people.mediator)
    try await zone.take("appoint", filed.id, naming: [people.secondMediator.id], by: people.handler)
    try await zone.sign(filed.id, drawnUpBy: people.secondMediator)
    try await zone.take("seal", filed.id, by: people.handler)
    return filed
  }

  @Test(arguments: DatabaseKind.all)
  func `to a mediator the other side never sees, wherever it looks`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let filed = try await mediation(in: zone)
      // A second matter that is still open has deadlines.
      let open = try await zone.mediation()
      let walk = LeakWalk(zone, matters: [filed, open], codes: [filed, open])
      let all = Self.ofApplicant + Self.ofRespondent + Self.ofMediator
      // The walk sees: the staff reads everything, each side its own, the mediator both sides' statements
      // and what the one before wrote down.
      let staff = try await walk.finds(all, for: people.handler)
      #expect(Set(staff.map { String($0.suffix(8)) }).count == all.count, "\(staff)")
      #expect(
        Set(try await walk.finds(Self.ofApplicant, for: people.applicant).map { String($0.suffix(2)) }) == [
          "甲一", "甲二", "甲三",
        ])
      #expect(
        Set(try await walk.finds(all, for: people.secondMediator).map { String($0.suffix(2)) }) == [
          "甲一", "甲二", "乙一", "丁一", "丁二",
        ])
      // And nobody sees more.
      #expect(try await walk.finds(Self.ofApplicant, for: people.respondent) == [])
      #expect(try await walk.finds(Self.ofRespondent, for: people.applicant) == [])
      #expect(try await walk.finds(Self.ofMediator, for: people.respondent) == [])
      #expect(try await walk.finds(Array(Self.ofMediator.prefix(2)), for: people.applicant) == [])
      for account in [
        people.mediator, people.outsider, people.reporter, people.auditor, people.visitor,
      ] {
        let mine = account == people.mediator ? [open.number.description] : []
        let found = try await walk.finds(all, for: account).filter { line in !mine.contains { line.hasPrefix($0) } }
        #expect(found == [], "\(account.name)")
      }
      // The handler's colleague who stood aside knows nothing more, either.
      try await zone.desk.recuse(open.id, because: "与当事人相识", seen: nil, by: people.supervisor)
      let after = LeakWalk(zone, matters: [open], codes: [])
      #expect(
        try await after.finds(["涉案专利许可费", "甲公司"], for: people.supervisor).filter { $0.hasPrefix("TJ-2026-00002") } == []
      )
      #expect(try await zone.desk.queue(MatterFilter(), by: people.supervisor).matters.map(\.id) == [filed.id])
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `the other side reads subject, claims and requests, and no more`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let filed = try await zone.mediation()
      let read = try await zone.file(filed.id, by: zone.people.respondent)
      #expect(
        Set(read.application.all.keys) == [
          "claimant", "right_kind", "dispute_kind", "subject", "claims", "requests", "respondent_name",
        ])
      #expect(read.matter.filer == nil && read.matter.title == nil)
      let walk = LeakWalk(zone, matters: [filed], codes: [], withHistories: false)
      #expect(try await walk.finds(["对方电话占位", "申请人吴", "7700021"], for: zone.people.respondent) == [])
    }
  }
}

@Suite struct `Whoever reports without a name` {
  private func report(in zone: DisputeZone) async throws -> FiledMatter {
    let people = zone.people
    // Signed in, with a draft on the way.
    try await zone.desk.save(DisputeZone.report, of: "complaint", by: people.reporter)
    let filed = try await zone.complain(DisputeZone.report, isAnonymous: true)
    try await zone.take("accept-to-verify", filed.id, by: people.handler)
    try await zone.take("request-more", filed.id, because: "请补充", by: people.handler)
    try await zone.desk.take(
      "supplement", withCode: filed.code.grouped, StepGiven(texts: ["addition": "补充线索"]), by: people.reporter)
    try await zone.take("decide", filed.id, ["finding": "unfounded", "file_note": "核查记录"], by: people.handler)
    try await zone.take("answer", filed.id, ["outcome": "未发现违法"], because: "有执业许可证", by: people.handler)
    try await zone.desk.take(
      "object", withCode: filed.code.grouped, StepGiven(reason: "请再查"), by: people.reporter)
    return filed
  }

  @Test(arguments: DatabaseKind.all)
  func `is nowhere in the zone`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let filed = try await report(in: zone)
      let names = ["7700051", "whistle", "吹哨人孙"]
      // Not even in the database: no export and no backup can give them away.
      #expect(try await zone.tables(holding: names) == [])
      let walk = LeakWalk(zone, matters: [filed], codes: [filed])
      for account in people.all + [people.visitor, people.zone] {
        // Their own prefilled forms do name people to themselves.
        let found = try await walk.finds(names, for: account).filter { !$0.hasPrefix("begin") }
        #expect(found == [], "\(account.name)")
      }
      #expect(zone.post.all.allSatisfy { !$0.recipients.contains(people.reporter.id) })
      // A matter filed under a name is found by the same look.
      _ = try await zone.complain()
      #expect(try await zone.tables(holding: names).contains("matters"))
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `and whoever complains under a name is known to the staff alone`(kind: DatabaseKind) async throws {
    try await DisputeZone.with(kind) { zone in
      let people = zone.people
      let named = try await zone.complain(
        DisputeZone.report.merging(["reporter": "举报人实名绝密", "reporter_contact": "举报联系绝密"]) { $1 },
        by: people.visitor)
      let complained = try await zone.complain()
      try await zone.take("accept-to-mediate", complained.id, ["respondent_code": disputeCode(2)], by: people.handler)
      try await zone.take("accept-to-verify", named.id, by: people.handler)
      try await zone.take("settle", complained.id, ["settlement": "退还"], by: people.handler)
      try await zone.take("rate", complained.id, ["rating": "2", "comment": "评价绝密"], by: people.reporter)
      let words = [
        "投诉人楚某绝密", "绝密号码丙三", "举报人实名绝密", "举报联系绝密", "评价绝密", "吹哨人孙", "whistle", "7700051",
      ]
      let walk = LeakWalk(zone, matters: [named, complained], codes: [named, complained], withHistories: false)
      #expect(try await walk.finds(words, for: people.handler).count >= 6)
      for account in [people.respondent, people.applicant, people.outsider, people.mediator, people.visitor] {
        #expect(try await walk.finds(words, for: account) == [], "\(account.name)")
      }
      // The journal names who acted, not what they said.
      #expect(try await walk.finds(Array(words.prefix(5)), for: people.auditor) == [])
      // Of a report there is no other side.
      #expect(try await zone.file(named.id).parties.isEmpty)
    }
  }
}
