import Access
import AccessStore
import Fixtures
import Foundation
import Kernel
import Storage
import Testing

@Suite struct `A session` {
  @Test(arguments: DatabaseKind.all) func `slides while it is used and ends when idle`(kind: DatabaseKind) async throws
  {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      let entered = try await zone.enter("wangfang")
      for _ in 1...3 {
        zone.clock.pass(8 * 3_600 - 1)
        #expect(try await zone.desk.resolve(session: entered.token) != nil)
      }
      zone.clock.pass(8 * 3_600)
      #expect(try await zone.desk.resolve(session: entered.token) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all) func `of staff is idle for half an hour and twelve hours long at most`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let (_, code) = try await zone.desk.invite(
        Invitation(name: "inspector", contact: .sample, roles: [.inspector]), by: .security)
      _ = try await zone.desk.acceptInvitation(code.text, password: .sample)
      let entered = try await zone.enter("inspector")
      let other = try await zone.enter("inspector")
      for _ in 1...24 {
        #expect(try await zone.desk.resolve(session: entered.token) != nil)
        zone.clock.pass(30 * 60 - 1)
      }
      #expect(try await zone.desk.resolve(session: other.token) == nil)
      zone.clock.pass(24)
      #expect(try await zone.desk.resolve(session: entered.token) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all) func `is written at most once a minute`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      let entered = try await zone.enter("wangfang")
      let before = try await DataDigest(of: zone.database)
      zone.clock.pass(59)
      _ = try await zone.desk.resolve(session: entered.token)
      #expect(try await DataDigest(of: zone.database) == before)
      zone.clock.pass(1)
      _ = try await zone.desk.resolve(session: entered.token)
      #expect(try await DataDigest(of: zone.database).tables(differingFrom: before) == ["sessions"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `is listed and ended by its owner alone`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let other = try await zone.member("other")
      let second = try await zone.enter("wangfang")
      #expect(try await zone.desk.mySessions(by: member).count == 2)
      await #expect(throws: AccountRefusal.unknownSession) {
        try await zone.desk.endSession(second.session.id, by: other)
      }
      try await zone.desk.endAllOthers(but: second.session.id, by: member)
      #expect(try await zone.desk.mySessions(by: member).map(\.id) == [second.session.id])
      try await zone.desk.endSession(second.session.id, by: member)
      #expect(try await zone.desk.resolve(session: second.token) == nil)
      let third = try await zone.enter("wangfang")
      try await zone.desk.signOut(third.session.id, by: other)
      #expect(try await zone.desk.resolve(session: third.token) != nil)
      try await zone.desk.signOut(third.session.id, by: member)
      #expect(try await zone.desk.resolve(session: third.token) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all) func `ends when the password changes, but for the one that changed it`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let here = try await zone.enter("wangfang")
      await #expect(throws: PasswordRefusal.wrongCurrent) {
        try await zone.desk.changePassword(from: Secret("x"), to: Secret("some other words"), by: member)
      }
      await #expect(throws: PasswordRefusal.same) {
        try await zone.desk.changePassword(from: .sample, to: .sample, by: member)
      }
      try await zone.desk.changePassword(
        from: .sample, to: Secret("some other words"), keeping: here.session.id, by: member)
      #expect(try await zone.desk.mySessions(by: member).map(\.id) == [here.session.id])
      await zone.failToEnter()
      try await zone.enter("wangfang", Secret("some other words"))
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `A token` {
  @Test(arguments: DatabaseKind.all) func `may do its scopes and no more`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let (token, value) = try await zone.desk.createToken("脚本", scopes: ["access.own"], days: 30, by: member)
      let bearer = try #require(try await zone.desk.resolve(bearer: value.text))
      #expect(bearer.permissions == [.ownAccount])
      #expect(bearer.id == member.id)
      #expect(value.text.hasPrefix("ipz_") && value.text.hasSuffix(token.tail))
      #expect(try await zone.desk.tokens(by: member).map(\.lastUsedAt) == [.noon])
      await #expect(throws: AccessRefusal.notInScope(.fileMandates)) {
        try await zone.desk.myMandates(by: bearer)
      }
      await #expect(throws: AccessRefusal.notPermitted(.listAccounts)) { try await zone.desk.accounts(by: bearer) }
      await #expect(throws: FormRefusal.self) {
        try await zone.desk.createToken("更大", scopes: ["access.file-mandates"], days: 30, by: bearer)
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `ends with its day, its revocation, its owner`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      var values: [String] = []
      var ids: [ID<AccessToken>] = []
      for days in [1, 30, 30] {
        let (token, value) = try await zone.desk.createToken("脚本", scopes: ["access.own"], days: days, by: member)
        values.append(value.text)
        ids.append(token.id)
      }
      try await zone.desk.revokeToken(ids[1], by: member)
      #expect(try await zone.desk.tokens(by: member).map(\.id) == [ids[2], ids[0]])
      await #expect(throws: TokenRefusal.unknown) { try await zone.desk.revokeToken(ids[1], by: member) }
      zone.clock.pass(86_400)
      #expect(try await zone.desk.resolve(bearer: values[0]) == nil)
      #expect(try await zone.desk.resolve(bearer: values[1]) == nil)
      #expect(try await zone.desk.resolve(bearer: values[2]) != nil)
      try await zone.desk.deactivate(member.id, because: "离职", by: .security)
      #expect(try await zone.desk.resolve(bearer: values[2]) == nil)
    }
  }

  @Test(arguments: DatabaseKind.all) func `is refused with all that is wrong`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let refusal = await #expect(throws: FormRefusal.self) {
        try await zone.desk.createToken(" ", scopes: ["journal.read"], days: 0, by: member)
      }
      #expect(
        refusal?.causes.map(\.code) == ["access.token-no-label", "access.token-scope-not-held", "access.token-life"])
      let other = try await zone.member("other")
      let (token, _) = try await zone.desk.createToken("脚本", scopes: ["access.own"], days: 1, by: member)
      await #expect(throws: TokenRefusal.unknown) { try await zone.desk.revokeToken(token.id, by: other) }
    }
  }
}
