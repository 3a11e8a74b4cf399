import Access
import AccessStore
import Fixtures
import Foundation
import Journal
import JournalStore
import Kernel
import Storage
import Testing

@Suite struct `The desk of accounts` {
  @Test(arguments: DatabaseKind.all) func `invites, and the code works once`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let (id, code) = try await zone.desk.invite(
        Invitation(name: "expert.li", contact: .sample, roles: [.expert]), by: .security)
      await zone.failToEnter("expert.li")
      await #expect(throws: PasswordRefusal.tooShort(10)) {
        try await zone.desk.acceptInvitation(code.text, password: Secret("short"))
      }
      let renewed = try await zone.desk.renewInvitation(of: id, by: .security)
      await #expect(throws: AccountRefusal.wrongCode) {
        try await zone.desk.acceptInvitation(code.text, password: .sample)
      }
      #expect(try await zone.desk.acceptInvitation(renewed.text, password: .sample) == "expert.li")
      await #expect(throws: AccountRefusal.wrongCode) {
        try await zone.desk.acceptInvitation(renewed.text, password: .sample)
      }
      #expect(try await zone.enter("expert.li").account.roles == [.expert])
      await #expect(throws: AccountRefusal.notNow(.accept, in: .active)) {
        try await zone.desk.renewInvitation(of: id, by: .security)
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `refuses an invitation after seven days`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let (_, code) = try await zone.desk.invite(
        Invitation(name: "expert.li", contact: .sample, roles: [.expert]), by: .security)
      zone.clock.pass(7 * 86_400)
      await #expect(throws: AccountRefusal.wrongCode) {
        try await zone.desk.acceptInvitation(code.text, password: .sample)
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `lets the centre invite its clients, but no staff`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let centre = try await zone.staff("centre", [.centreStaff])
      _ = try await zone.desk.invite(Invitation(name: "expert.li", contact: .sample, roles: [.expert]), by: centre)
      for roles in [[Role.inspector], [.expert, .administrator], []] as [Set<Role>] {
        await #expect(throws: AccessRefusal.notPermitted(.grantRoles)) {
          try await zone.desk.invite(Invitation(name: "somebody", contact: .sample, roles: roles), by: centre)
        }
      }
    }
  }

  @Test(arguments: DatabaseKind.all) func `registers members only, and says all that is wrong`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let refusal = await #expect(throws: FormRefusal.self) {
        try await zone.desk.register(
          Registration(name: "13812341234", contact: .sample, password: Secret("short")), by: zone.desk.visitor)
      }
      #expect(refusal?.causes.map(\.code) == ["access.name-is-personal", "access.password-too-short"])
      await #expect(throws: AccountRefusal.notOpenToRegistration(.inspector)) {
        try await zone.desk.register(
          Registration(name: "wangfang", contact: .sample, password: .sample, wanted: .inspector),
          by: zone.desk.visitor)
      }
      let member = try await zone.member("wangfang", wanted: .institution)
      #expect(member.roles == [.member])
      #expect(try await zone.desk.profile(by: member).wantedRole == .institution)
      await #expect(throws: AccountRefusal.nameTaken) { try await zone.member("WANGFANG") }
    }
  }

  @Test(arguments: DatabaseKind.all) func `keeps the three administrators apart`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let system = try await zone.staff("system-admin", [.administrator])
      let security = try await zone.staff("security-admin", [.securityAdministrator])
      await #expect(throws: AccessRefusal.notPermitted(.grantRoles)) {
        try await zone.desk.grant(.securityAdministrator, to: system.id, because: "我要", by: system)
      }
      await #expect(throws: AccountRefusal.ownRoles) {
        try await zone.desk.grant(.inspector, to: security.id, because: "我要", by: security)
      }
      await #expect(throws: AccountRefusal.rolesNotSeparate) {
        try await zone.desk.grant(.auditor, to: system.id, because: "兼任", by: security)
      }
      await #expect(throws: AccountRefusal.alreadyHolds(.administrator)) {
        try await zone.desk.grant(.administrator, to: system.id, because: "再来", by: security)
      }
      await #expect(throws: AccountRefusal.noRole) {
        try await zone.desk.withdraw(.administrator, from: system.id, because: "调岗", by: security)
      }
      await #expect(throws: AccountRefusal.doesNotHold(.auditor)) {
        try await zone.desk.withdraw(.auditor, from: system.id, because: "调岗", by: security)
      }
      try await zone.desk.grant(.baseManager, to: system.id, because: "兼管基地", by: security)
      try await zone.desk.withdraw(.administrator, from: system.id, because: "调岗", by: security)
      #expect(try await zone.desk.find(system.id, by: security).roles == [.baseManager])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `lets the system administrator reset clients, not administrators`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let system = try await zone.staff("system-admin", [.administrator])
      let security = try await zone.staff("security-admin", [.securityAdministrator])
      let member = try await zone.member()
      try await zone.desk.requestReset(name: "wangfang")
      try await zone.desk.requestReset(name: "nobody")
      #expect(try await zone.desk.accounts(by: system).filter(\.hasAskedForReset).map(\.id) == [member.id])
      var filter = AccountFilter()
      filter.asksForReset = true
      #expect(try await zone.desk.accounts(filter, by: system).map(\.id) == [member.id])
      await #expect(throws: AccountRefusal.onlyAtServer(remedy: "ipzone user reset-password security-admin")) {
        try await zone.desk.issueReset(for: security.id, because: "忘记", by: system)
      }
      await #expect(throws: AccountRefusal.ownAccount) {
        try await zone.desk.issueReset(for: security.id, because: "忘记", by: security)
      }
      let old = try await zone.desk.issueReset(for: member.id, because: "忘记", by: system)
      let code = try await zone.desk.issueReset(for: member.id, because: "又忘记", by: system)
      await #expect(throws: AccountRefusal.wrongCode) { try await zone.desk.reset(old.text, password: .sample) }
      #expect(try await zone.desk.reset(code.text, password: Secret("some other words")) == "wangfang")
      #expect(try await zone.desk.mySessions(by: member).isEmpty)
      try await zone.enter("wangfang", Secret("some other words"))
      #expect(try await zone.desk.accounts(by: system).filter(\.hasAskedForReset).isEmpty)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `takes nobody's account over who holds a separated duty, but at the server`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let security = try await zone.staff("security-admin", [.securityAdministrator])
      let auditor = try await zone.staff("auditor", [.auditor])
      await #expect(throws: AccountRefusal.onlyAtServer(remedy: "ipzone user reset-password auditor")) {
        try await zone.desk.issueReset(for: auditor.id, because: "忘记", by: security)
      }
      await #expect(throws: AccountRefusal.onlyAtServer(remedy: "ipzone user reset-second-factor auditor")) {
        try await zone.desk.removeSecondFactor(of: auditor.id, because: "丢失", by: security)
      }
      let line = try await zone.desk.find(named: "AUDITOR", by: .server)
      try await zone.desk.removeSecondFactor(of: line.id, because: "丢失", by: .server)
      #expect(try await !zone.desk.profile(by: auditor).hasSecondFactor)
    }
  }

  @Test(arguments: DatabaseKind.all) func `erases a person, and the journal stays intact`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      try await zone.desk.updateProfile(
        try ContactDetails(displayName: "王芳芳", email: "fang@example.cn"), seen: nil, by: member)
      _ = try await zone.desk.fileMandate(try .sample(), by: member)
      try await zone.desk.erasePersonal(of: member.id, because: "本人申请", by: .server)
      for table in ["accounts", "mandates", "journal", "journal_personal", "sessions", "account_secrets"] {
        let rows = try await zone.database.read { try $0.rows("SELECT * FROM \(SQL(name: table))") }
        for word in ["王芳", "example.cn", "13812341234", "授权书"] { #expect(!"\(rows)".contains(word), "\(table)") }
      }
      let line = try await zone.desk.find(member.id, by: .security)
      #expect(line.stage == .deactivated && line.name == "wangfang" && line.displayName.description.isEmpty)
      await zone.failToEnter()
      #expect(try await zone.actions().suffix(2) == ["access.erase", "journal.erase-personal"])
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `hears a request for a reset once, and the journal keeps it`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      for name in ["wangfang", "WANGFANG", "nobody"] { try await zone.desk.requestReset(name: name) }
      let found = try await zone.journal.page(
        JournalFilter(action: "access.ask-for-reset"), by: .console([.readJournal]))
      #expect(found.map(\.subject?.number) == [member.id.number])
    }
  }

  @Test(arguments: DatabaseKind.all) func `lets one address register thirty accounts, and more when it has waited`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      func register(_ number: Int, from address: String) async throws {
        _ = try await zone.desk.register(
          Registration(name: "person.\(number)", contact: .sample, password: .sample), by: zone.desk.visitor,
          from: Origin(address: address))
      }
      for number in 1...30 { try await register(number, from: "10.0.0.9") }
      let until = zone.clock.now + 60
      await #expect(throws: AccountRefusal.tooManyRegistrations(until: until)) {
        try await register(31, from: "10.0.0.9")
      }
      try await register(31, from: "10.0.0.10")
      zone.clock.pass(60)
      try await register(32, from: "10.0.0.9")
    }
  }

  @Test(arguments: DatabaseKind.all) func `masks personal values, and journals every look at them`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let line = try await zone.desk.find(member.id, by: .security)
      #expect(
        [line.displayName, line.email, line.phone].compactMap(\.?.description)
          == ["王*", "w***@example.cn", "138****1234"])
      await #expect(throws: AccountRefusal.noReason) {
        try await zone.desk.look(at: member.id, because: " ", by: .security)
      }
      #expect(try await zone.desk.look(at: member.id, because: "核实身份", by: .security) == .sample)
      let look = try #require(
        try await zone.journal.page(JournalFilter(action: "access.look"), by: .console([.readJournal])).first)
      #expect(look.reason == "核实身份" && look.subject == Subject(table: "accounts", number: member.id.number))
      let subject = try #require(look.subject)
      #expect(try await zone.journal.history(of: subject, by: member).contains(look))
    }
  }

  @Test(arguments: DatabaseKind.all) func `pages and filters`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      for name in ["anna", "anton", "berta", "小明"] { try await zone.member(name) }
      let console = Account.security
      let first = try await zone.desk.accounts(limit: 3, by: console)
      #expect(first.map(\.name) == ["小明", "berta", "anton"])
      #expect(try await zone.desk.accounts(after: first.last?.id, limit: 3, by: console).map(\.name) == ["anna"])
      let named = try await zone.desk.accounts(AccountFilter(stage: .active, role: .member, name: "AN"), by: console)
      #expect(named.map(\.name) == ["anton", "anna"])
      #expect(try await zone.desk.accounts(AccountFilter(name: "小"), by: console).map(\.name) == ["小明"])
      #expect(try await zone.desk.accounts(AccountFilter(role: .auditor), by: console).isEmpty)
    }
  }

  @Test(arguments: DatabaseKind.all) func `notices that somebody else was faster`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let seen = try await zone.desk.profile(by: member).revision
      let contact = try ContactDetails(displayName: "王芳芳", email: "fang@example.cn")
      try await zone.desk.updateProfile(contact, seen: seen, by: member)
      #expect(try await zone.desk.profile(by: member).contact == contact)
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.updateProfile(.sample, seen: seen, by: member)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.deactivate(member.id, because: "离职", seen: seen, by: .security)
      }
      await #expect(throws: JournalRefusal.changedMeanwhile) {
        try await zone.desk.grant(.expert, to: member.id, because: "聘任", seen: seen, by: .security)
      }
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `The console` {
  @Test(arguments: DatabaseKind.all) func `creates the first administrator, who must change the password`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      #expect(try await zone.desk.isEmpty(by: .server))
      let login = try await zone.desk.createAdministrator(by: .server)
      #expect(try await !zone.desk.isEmpty(by: .server))
      #expect(login.name == "admin" && login.role == .administrator)
      let entered = try await zone.enter("admin", login.password)
      #expect(entered.account.permissions == [.register, .ownAccount])
      #expect(entered.account.heldBack == .mustChangePassword)
      try await zone.desk.changePassword(
        from: login.password, to: .sample, keeping: entered.session.id, by: entered.account)
      try await zone.enrol(entered)
      #expect(try await zone.desk.resolve(session: entered.token)?.0.may(.resetPasswords) == true)
      await #expect(throws: AccountRefusal.nameTaken) { try await zone.desk.createAdministrator(by: .server) }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `gives a lost account a one-time password`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.member()
      let login = try await zone.desk.resetPassword(name: "wangfang", by: .server)
      await zone.failToEnter()
      #expect(try await zone.enter("wangfang", login.password).account.permissions == [.register, .ownAccount])
      await #expect(throws: AccountRefusal.unknownName) {
        try await zone.desk.resetPassword(name: "nobody", by: .server)
      }
      #expect(try await zone.isIntact())
    }
  }

  @Test func `makes demonstration logins in a demonstration only`() async throws {
    try await TestZone.open { zone in
      await #expect(throws: AccountRefusal.zoneIsReal) { try await zone.desk.createDemonstrationLogins(by: .server) }
      #expect(throws: AccountRefusal.zoneIsReal) { try zone.desk.demonstrationCode(for: .inspector) }
      let isEmpty = try await zone.desk.isEmpty(by: .server)
      #expect(isEmpty)
    }
    var policy = AccessPolicy()
    policy.isDemonstration = true
    try await TestZone.open(policy: policy) { zone in
      let logins = try await zone.desk.createDemonstrationLogins(by: .server)
      #expect(try await zone.desk.createDemonstrationLogins(by: .server) == logins)
      #expect(logins.map(\.role) == Role.allCases)
      for login in logins {
        let outcome = try await zone.desk.signIn(
          name: login.name, password: login.password.text, code: try zone.desk.demonstrationCode(for: login.role),
          from: .sample)
        guard case .signedIn(let token) = outcome else { throw Unexpected() }
        let account = try #require(try await zone.desk.resolve(session: token.text)).0
        #expect(account.permissions == PermissionMatrix.tests.permissions(of: [login.role]))
      }
      #expect(try await zone.isIntact())
    }
  }
}
