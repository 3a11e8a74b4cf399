import Access
import AccessStore
import Fixtures
import Foundation
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `Signing in` {
  @Test(arguments: DatabaseKind.all) func `opens a session that any server resolves`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let entered = try await zone.enter("WangFang")
      #expect(entered.account.id == member.id)
      #expect(entered.account.permissions == [.register, .ownAccount, .fileMandates])
      let other = zone.desk(on: zone.database)
      #expect(try await other.resolve(session: entered.token)?.0 == entered.account)
      #expect(try await zone.desk.resolve(session: "nonsense") == nil)
      #expect(try await zone.isIntact())
      #expect(try await zone.actions() == ["access.register", "access.sign-in", "access.sign-in"])
    }
  }

  @Test(arguments: DatabaseKind.all) func `says the same of a wrong name and a wrong password`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      for name in ["wangfang", "nobody"] {
        await #expect(throws: SignInRefusal.wrongNameOrPassword) {
          try await zone.desk.signIn(name: name, password: "another password", from: .sample)
        }
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `locks the name after five failures, longer each time`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      for _ in 1...5 { await zone.failToEnter() }
      await #expect(throws: SignInRefusal.locked(until: .noon + 60)) { try await zone.enter("wangfang") }
      zone.clock.pass(60)
      await zone.failToEnter()
      await #expect(throws: SignInRefusal.locked(until: .noon + 180)) { try await zone.enter("wangfang") }
      zone.clock.pass(120)
      try await zone.enter("wangfang")
      await zone.failToEnter()
      try await zone.enter("wangfang")
      #expect(try await zone.actions().filter { $0 == "access.lock" }.count == 2)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.shared) func `holds when many come at once`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let codes = try await withThrowingTaskGroup(of: String.self) { group in
        for attempt in 0..<16 {
          let password = attempt.isMultiple(of: 2) ? "another password" : Secret.sample.text
          group.addTask {
            do {
              _ = try await zone.desk.signIn(name: "wangfang", password: password, from: .sample)
              return "in"
            } catch let refusal as any Refusal {
              return refusal.code
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let entered = codes.filter { $0 == "in" }.count
      #expect(Set(codes).isSubset(of: ["in", "access.wrong-name-or-password", "access.locked"]))
      #expect(try await zone.desk.mySessions(by: member).count == entered + 1)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.shared) func `answers five of many wrong guesses at once`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      let answered = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask {
            do {
              _ = try await zone.desk.signIn(name: "wangfang", password: "another password", from: .sample)
              return false
            } catch { return error as? SignInRefusal == .wrongNameOrPassword }
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(answered == 5)
    }
  }

  @Test(arguments: DatabaseKind.all) func `locks an address that tries many names`(kind: DatabaseKind) async throws {
    var policy = AccessPolicy()
    policy.addressLockout = Lockout(failures: 3, first: 60, longest: 60, forgetting: 600)
    try await TestZone.open(on: kind, policy: policy) { zone in
      try await zone.member()
      for name in ["aaa", "bbb", "ccc"] { await zone.failToEnter(name) }
      await #expect(throws: SignInRefusal.locked(until: .noon + 60)) { try await zone.enter("wangfang") }
      _ = try await zone.desk.signIn(
        name: "wangfang", password: Secret.sample.text, from: Origin(address: "10.0.0.8", device: nil))
    }
  }

  @Test(arguments: DatabaseKind.all) func `keeps no name, password or token in clear among attempts and sessions`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      await zone.failToEnter("my-password-by-mistake")
      try await zone.member()
      let entered = try await zone.enter("wangfang")
      let kept = try await zone.database.read { db in
        try db.rows("SELECT subject FROM sign_in_attempts").map { "\($0)" }
          + db.rows("SELECT token_hash, device FROM sessions").map { "\($0)" }
          + db.rows("SELECT details, actor_name FROM journal").map { "\($0)" }
      }
      for text in kept {
        #expect(!text.contains("mistake") && !text.contains(entered.token) && !text.contains("horse"))
        #expect(!text.contains("argon2") && !text.contains("王芳") && !text.contains("13812341234"))
      }
      #expect(kept.count == 7)
    }
  }

  @Test(arguments: DatabaseKind.all) func `refuses when somebody changed the hash in the database itself`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      try await zone.member("attacker")
      try await zone.database.write { db in
        try db.run(
          """
          UPDATE account_secrets SET password_hash = (SELECT s.password_hash FROM account_secrets s
            JOIN accounts a ON a.id = s.account WHERE a.name = 'attacker') WHERE account = \(member.id)
          """)
      }
      await #expect(throws: AlteredSecrets.self) { try await zone.enter("wangfang") }
    }
  }

  @Test(arguments: DatabaseKind.all) func `is over for a deactivated account`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      let entered = try await zone.enter("wangfang")
      try await zone.desk.deactivate(entered.account.id, because: "离职", by: .security)
      #expect(try await zone.desk.resolve(session: entered.token) == nil)
      await #expect(throws: SignInRefusal.wrongNameOrPassword) { try await zone.enter("wangfang") }
      try await zone.desk.reactivate(entered.account.id, because: "返聘", by: .security)
      try await zone.enter("wangfang")
    }
  }
}

@Suite struct `A second factor` {
  @Test(arguments: DatabaseKind.all) func `is asked of staff, and each code is good once`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let (_, code) = try await zone.desk.invite(
        Invitation(name: "inspector", contact: .sample, roles: [.inspector, .centreStaff]), by: .security)
      _ = try await zone.desk.acceptInvitation(code.text.lowercased(), password: .sample)
      let entered = try await zone.enter("inspector")
      #expect(entered.account.permissions == [.register, .ownAccount])
      await #expect(throws: AccessRefusal.heldBack(.needsSecondFactor)) {
        try await zone.desk.mandates(by: entered.account)
      }
      let secret = try await zone.enrol(entered)
      #expect(try await zone.desk.resolve(session: entered.token)?.0.may(.approveMandates) == true)

      let first = try await zone.desk.signIn(name: "inspector", password: Secret.sample.text, from: .sample)
      guard case .secondFactorNeeded(let waiting) = first else { throw Unexpected() }
      let awaited = try #require(try await zone.desk.resolve(session: waiting.text))
      #expect(awaited.0.standing == .visitor)
      await #expect(throws: SignInRefusal.wrongCode) {
        try await zone.desk.confirmSecondFactor(in: awaited.1.id, code: Codes.code(secret, at: zone.clock.now))
      }
      zone.clock.pass(30)
      let fresh = Codes.code(secret, at: zone.clock.now)
      let second = try await zone.desk.confirmSecondFactor(
        in: awaited.1.id, code: " \(fresh.prefix(3)) \(fresh.suffix(3))")
      guard case .signedIn(let token) = second else { throw Unexpected() }
      #expect(token != waiting)
      #expect(try await zone.desk.resolve(session: token.text)?.0.may(.approveMandates) == true)
      await #expect(throws: SignInRefusal.expired) {
        try await zone.desk.confirmSecondFactor(in: awaited.1.id, code: fresh)
      }
      await #expect(throws: SignInRefusal.wrongCode) {
        try await zone.desk.signIn(name: "inspector", password: Secret.sample.text, code: fresh, from: .sample)
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `is waited for five minutes, and wrong codes lock`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      _ = try await zone.staff("inspector", [.inspector])
      let first = try await zone.desk.signIn(name: "inspector", password: Secret.sample.text, from: .sample)
      guard case .secondFactorNeeded(let waiting) = first else { throw Unexpected() }
      let awaited = try #require(try await zone.desk.resolve(session: waiting.text))
      for _ in 1...5 {
        await #expect(throws: SignInRefusal.wrongCode) {
          try await zone.desk.confirmSecondFactor(in: awaited.1.id, code: "000000")
        }
      }
      await #expect(throws: SignInRefusal.locked(until: .noon + 60)) {
        try await zone.desk.confirmSecondFactor(in: awaited.1.id, code: "000000")
      }
      zone.clock.pass(300)
      await #expect(throws: SignInRefusal.expired) {
        try await zone.desk.confirmSecondFactor(in: awaited.1.id, code: "000000")
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `is stored sealed, and removed by the security administrator only`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let entered = try await zone.member()
      let again = try await zone.enter("wangfang")
      let secret = try await zone.enrol(again)
      let stored = try await zone.database.read { try $0.rows("SELECT totp FROM account_secrets") }.first
      guard case .blob(let bytes)? = stored?.values.first else { throw Unexpected() }
      #expect(bytes.count == 12 + 20 + 16)
      #expect(!bytes.indices.contains { bytes[$0...].starts(with: secret) })
      await #expect(throws: AccessRefusal.notPermitted(.resetSecondFactors)) {
        try await zone.desk.removeSecondFactor(of: entered.id, because: "手机丢失", by: entered)
      }
      try await zone.desk.removeSecondFactor(of: entered.id, because: "手机丢失", by: .security)
      try await zone.enter("wangfang")
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `needs the password to be enrolled`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      await #expect(throws: PasswordRefusal.wrongCurrent) {
        try await zone.desk.enrolSecondFactor(password: Secret("some other words"), issuer: "x", by: member)
      }
    }
  }
}

extension TestZone {
  func failToEnter(_ name: String = "wangfang") async {
    await #expect(throws: SignInRefusal.wrongNameOrPassword) {
      try await desk.signIn(name: name, password: "another password", from: .sample)
    }
  }
}
