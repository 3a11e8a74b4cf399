import Access
import AccessStore
import Fixtures
import Foundation
import Kernel
import Storage
import Testing

@Suite struct `Every operation of the access desk` {
  @Test(arguments: DatabaseKind.all) func `is refused without its permission, and not for want of it with it`(
    kind: DatabaseKind
  ) async throws {
    try await TestZone.open(on: kind) { zone in
      let before = try await DataDigest(of: zone.database)
      for operation in zone.desk.operations {
        let permission = try #require(operation.permission)
        await #expect(throws: AccessRefusal.notSignedIn, "\(operation.name)") { try await operation.run(.visitor([])) }
        let others = Set(AccessDesk.permissions).subtracting([permission])
        await #expect(throws: AccessRefusal.notPermitted(permission), "\(operation.name)") {
          try await operation.run(.console(others))
        }
        do {
          try await operation.run(.console([permission]))
        } catch let refusal as any Refusal {
          #expect(!(refusal is AccessRefusal), "\(operation.name)")
        }
      }
      #expect(try await DataDigest(of: zone.database) == before)
    }
  }

  @Test(arguments: DatabaseKind.all) func `has a name of its own, and every permission is asked for`(kind: DatabaseKind)
    async throws
  {
    try await TestZone.open(on: kind) { zone in
      let operations = zone.desk.operations
      #expect(Set(operations.map(\.name)).count == operations.count)
      #expect(Set(operations.compactMap(\.permission)) == Set(AccessDesk.permissions))
    }
  }
}

@Suite struct `A failure at any statement leaves nothing behind` {
  @Test(arguments: DatabaseKind.all) func `of joining and signing in`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      try await zone.survives { desk in
        _ = try await desk.register(
          Registration(name: "wangfang", contact: .sample, password: .sample), by: desk.visitor)
      }
      try await zone.survives { _ = try await $0.signIn(name: "wangfang", password: Secret.sample.text, from: .sample) }
      let (invited, code) = try await zone.survives {
        try await $0.invite(Invitation(name: "centre", contact: .sample, roles: [.centreStaff]), by: .security)
      }
      try await zone.survives { _ = try await $0.acceptInvitation(code.text, password: .sample) }
      let reset = try await zone.survives { try await $0.issueReset(for: invited, because: "忘记", by: .security) }
      try await zone.survives { _ = try await $0.reset(reset.text, password: .sample) }
      try await zone.survives { _ = try await $0.createAdministrator(by: .server) }
      try await zone.survives { _ = try await $0.resetPassword(name: "admin", by: .server) }
      try await zone.survives { try await $0.requestReset(name: "wangfang") }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `of one's own account`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member()
      let here = try await zone.enter("wangfang")
      try await zone.survives {
        try await $0.updateProfile(try ContactDetails(displayName: "新名"), seen: nil, by: member)
      }
      let enrolment = try await zone.survives {
        try await $0.enrolSecondFactor(password: .sample, issuer: "x", by: member)
      }
      let secret = try #require(Base32.bytes(enrolment.secret.text))
      let code = Codes.code(secret, at: zone.clock.now)
      try await zone.survives { try await $0.confirmSecondFactor(code: code, in: here.session.id, by: member) }
      zone.clock.pass(30)
      guard
        case .secondFactorNeeded(let waiting) = try await zone.desk.signIn(
          name: "wangfang", password: Secret.sample.text, from: .sample)
      else { throw Unexpected() }
      let awaited = try #require(try await zone.desk.resolve(session: waiting.text)).1
      let next = Codes.code(secret, at: zone.clock.now)
      try await zone.survives { _ = try await $0.confirmSecondFactor(in: awaited.id, code: next) }
      let (token, _) = try await zone.survives {
        try await $0.createToken("脚本", scopes: ["access.own"], days: 1, by: member)
      }
      try await zone.survives { try await $0.revokeToken(token.id, by: member) }
      try await zone.survives {
        try await $0.changePassword(from: .sample, to: Secret("some other words"), keeping: here.session.id, by: member)
      }
      try await zone.survives { try await $0.endSession(here.session.id, by: member) }
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all) func `of administration and mandates`(kind: DatabaseKind) async throws {
    try await TestZone.open(on: kind) { zone in
      let member = try await zone.member("wangfang", wanted: .enterprise)
      let centre = try await zone.staff("centre", [.centreStaff])
      try await zone.survives { try await $0.grant(.expert, to: member.id, because: "聘任", by: .security) }
      try await zone.survives { try await $0.withdraw(.expert, from: member.id, because: "解聘", by: .security) }
      try await zone.survives { _ = try await $0.look(at: member.id, because: "核实", by: .security) }
      try await zone.survives { try await $0.removeSecondFactor(of: centre.id, because: "丢失", by: .security) }
      let filed = try await zone.survives { try await $0.fileMandate(try .sample(), by: member) }
      try await zone.survives { _ = try await $0.approveMandate(filed.mandate.id, by: centre) }
      try await zone.survives { _ = try await $0.revokeMandate(filed.mandate.id, because: "来函", by: centre) }
      try await zone.survives { try await $0.deactivate(member.id, because: "离职", by: .security) }
      try await zone.survives { try await $0.reactivate(member.id, because: "返聘", by: .security) }
      try await zone.survives { try await $0.erasePersonal(of: member.id, because: "本人申请", by: .server) }
      #expect(try await zone.isIntact())
    }
  }
}

extension TestZone {
  /// Fails the operation at each of its statements, then lets it through.
  @discardableResult func survives<Result>(_ operation: (AccessDesk) async throws -> Result) async throws -> Result {
    let world = World.ticking(clock, from: serials.next())
    return try await failEverywhere(on: database) { try await operation(Self.desk($0, world)) }.result
  }
}
