import Access
import AccessStore
import Fixtures
import Foundation
import Kernel
import Storage
import Testing

@Suite struct `The desk of mandates` {
  @Test(arguments: DatabaseKind.all) func `lets a person act from the first day to the last`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let centre = try await zone.staff("centre", [.centreStaff])
      try await zone.member("wangfang", wanted: .enterprise)
      let entered = try await zone.enter("wangfang")
      let filed = try await zone.desk.fileMandate(
        try .sample(from: "2026-11-23", to: "2026-11-24"), by: entered.account)
      #expect(try await zone.desk.mandates(by: centre) == [filed])
      await #expect(throws: MandateRefusal.notHeld) {
        try await zone.desk.choose(mandate: filed.mandate.id, in: entered.session.id, by: entered.account)
      }
      try await zone.desk.approveMandate(filed.mandate.id, note: "已核", seen: filed.revision, by: centre)
      #expect(try await zone.desk.profile(by: entered.account).roles == [.member, .enterprise])
      await #expect(throws: MandateRefusal.notHeld) {
        try await zone.desk.choose(mandate: filed.mandate.id, in: entered.session.id, by: entered.account)
      }
      zone.clock.pass(86_400)
      let next = try await zone.enter("wangfang")
      try await zone.desk.choose(mandate: filed.mandate.id, in: next.session.id, by: next.account)
      #expect(try await zone.acting(next)?.organisationName == "甲公司")
      zone.clock.pass(86_400)
      let last = try await zone.enter("wangfang")
      try await zone.desk.choose(mandate: filed.mandate.id, in: last.session.id, by: last.account)
      // 12:00 on the last day; twelve hours later, within the session's life if it is used, the day is over.
      zone.clock.pass(6 * 3_600)
      #expect(try await zone.acting(last) != nil)
      zone.clock.pass(6 * 3_600)
      #expect(try await zone.acting(last) == nil)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `ends when it is revoked or given up`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let centre = try await zone.staff("centre", [.centreStaff])
      try await zone.member()
      let other = try await zone.member("other")
      let entered = try await zone.enter("wangfang")
      for isCentre in [true, false] {
        let filed = try await zone.desk.fileMandate(try .sample(), by: entered.account)
        let id = filed.mandate.id
        try await zone.desk.approveMandate(id, by: centre)
        try await zone.desk.choose(mandate: id, in: entered.session.id, by: entered.account)
        #expect(try await zone.acting(entered) != nil)
        await #expect(throws: MandateRefusal.notHeld) {
          try await zone.desk.giveUpMandate(id, because: "别人", by: other)
        }
        if isCentre {
          try await zone.desk.revokeMandate(id, because: "单位来函", by: centre)
        } else {
          try await zone.desk.giveUpMandate(id, because: "调离", by: entered.account)
        }
        #expect(try await zone.acting(entered) == nil)
        await #expect(throws: MandateRefusal.notNow(.approve, in: .revoked)) {
          try await zone.desk.approveMandate(id, by: centre)
        }
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `refuses with a reason, and nobody decides on their own`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let both = try await zone.staff("centre", [.centreStaff, .member])
      let own = try await zone.desk.fileMandate(try .sample(), by: both)
      await #expect(throws: MandateRefusal.own) { try await zone.desk.approveMandate(own.mandate.id, by: both) }
      let member = try await zone.member()
      let filed = try await zone.desk.fileMandate(try .sample(), by: member)
      await #expect(throws: AccountRefusal.noReason) {
        try await zone.desk.refuseMandate(filed.mandate.id, because: "", by: both)
      }
      await #expect(throws: MandateRefusal.alreadyFiled) { try await zone.desk.fileMandate(try .sample(), by: member) }
      await #expect(throws: MandateRefusal.notNow(.revoke, in: .filed)) {
        try await zone.desk.revokeMandate(filed.mandate.id, because: "误报", by: both)
      }
      let refused = try await zone.desk.refuseMandate(filed.mandate.id, because: "印章不清", by: both)
      #expect(refused.note == "印章不清" && refused.mandate.stage == .refused && refused.decidedBy == both.id)
      #expect(try await zone.desk.myMandates(by: member) == [refused])
      await #expect(throws: MandateRefusal.unknown(ID(9))) { try await zone.desk.approveMandate(ID(9), by: both) }
    }
  }

  @Test(arguments: DatabaseKind.all) func `lets an organisation's administrator file for its clerks`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let centre = try await zone.staff("centre", [.centreStaff])
      try await zone.member("chief")
      let clerk = try await zone.member("clerk")
      let chief = try await zone.enter("chief")
      await #expect(throws: MandateRefusal.notHeld) {
        try await zone.desk.fileMandate(try .sample(holder: "clerk"), by: chief.account)
      }
      let own = try await zone.desk.fileMandate(try .sample(grade: .administrator), by: chief.account)
      try await zone.desk.approveMandate(own.mandate.id, by: centre)
      try await zone.desk.choose(mandate: own.mandate.id, in: chief.session.id, by: chief.account)
      let acting = try #require(try await zone.desk.resolve(session: chief.token)).0
      let filed = try await zone.desk.fileMandate(try .sample(holder: "CLERK"), by: acting)
      #expect(filed.mandate.holder == clerk.id && filed.filedBy == acting.id)
      await #expect(throws: MandateRefusal.unknownHolder) {
        try await zone.desk.fileMandate(try .sample(holder: "nobody"), by: acting)
      }
      await #expect(throws: MandateRefusal.notHeld) {
        try await zone.desk.fileMandate(try .sample(grade: .administrator, holder: "clerk"), by: acting)
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `says all that is wrong with a draft`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let draft = MandateDraft(
        organisation: try SocialCreditCode("91350100M000100Y43"), organisationName: " ", grade: .clerk,
        from: try #require(Day("2026-11-22")), to: Day("2026-11-21"), proof: "")
      let refusal = await #expect(throws: FormRefusal.self) { try await zone.desk.fileMandate(draft, by: member) }
      #expect(refusal?.causes.map(\.field) == ["organisation-name", "proof", "to"])
    }
  }
}

extension TestZone {
  func acting(_ entered: Entered) async throws -> Mandate? {
    guard let (account, _) = try await desk.resolve(session: entered.token) else { throw Unexpected() }
    return account.mandate
  }
}

extension MandateDraft {
  static func sample(
    grade: MandateGrade = .clerk, from: String = "2026-11-22", to: String? = nil, holder: String? = nil
  ) throws -> MandateDraft {
    MandateDraft(
      organisation: try SocialCreditCode("91350100M000100Y43"), organisationName: "甲公司", grade: grade,
      from: try #require(Day(from)), to: to.flatMap { Day($0) }, proof: "授权书〔2026〕3号", holder: holder)
  }
}
