import Access
import AccessStore
import Assembly
import JobsStore
import JournalStore
import Kernel
import PatentsStore
import RulesStore
import Testing

@Suite struct `The permissions of the zone` {
  /// Columns: visitor, operation centre, base manager, regulator, inspector, government, institution, enterprise,
  /// expert, member, overseas, system administrator, auditor, security administrator.
  private static let table = """
    permission                     vi ce ba re in go is en ex me ov ad au se
    access.approve-mandates        .  x  .  .  .  .  .  .  .  .  .  .  .  .
    access.deactivate              .  .  .  .  .  .  .  .  .  .  .  x  .  x
    access.erase                   .  .  .  .  .  .  .  .  .  .  .  .  .  x
    access.file-mandates           .  x  x  x  x  x  x  x  x  x  x  x  x  x
    access.grant-roles             .  .  .  .  .  .  .  .  .  .  .  .  .  x
    access.invite-clients          .  x  .  .  .  .  .  .  .  .  .  .  .  x
    access.list                    .  x  .  .  .  .  .  .  .  .  .  x  x  x
    access.look                    .  x  .  .  .  .  .  .  .  .  .  .  .  x
    access.own                     .  x  x  x  x  x  x  x  x  x  x  x  x  x
    access.register                x  x  x  x  x  x  x  x  x  x  x  x  x  x
    access.reset-passwords         .  .  .  .  .  .  .  .  .  .  .  x  .  x
    access.reset-second-factors    .  .  .  .  .  .  .  .  .  .  .  .  .  x
    achievements.keep              .  x  .  x  .  .  .  .  .  .  .  .  .  .
    achievements.read              x  x  x  x  x  x  x  x  x  x  x  x  x  x
    case-ledgers.read              .  x  x  x  x  x  .  .  .  .  .  .  .  .
    corpus.save-queries            .  x  x  x  x  x  x  x  x  x  x  x  .  x
    enterprises.file               .  x  .  .  .  .  .  x  .  .  .  .  .  .
    enterprises.keep               .  x  .  .  .  .  .  .  .  .  .  .  .  .
    enterprises.read               .  x  x  x  x  x  .  .  .  .  .  .  .  .
    evidence.add                   .  x  x  x  .  .  .  .  .  .  .  .  .  .
    evidence.read                  .  x  x  x  x  x  .  .  .  .  .  x  x  .
    evidence.withdraw              .  x  .  .  .  .  .  .  .  .  .  .  .  .
    exchange.read                  x  x  x  x  x  x  x  x  x  x  x  x  x  x
    figures.freeze                 .  x  .  x  .  x  .  .  .  .  .  .  .  .
    figures.observe                .  x  x  x  x  x  .  .  .  .  .  x  x  .
    figures.publish                .  .  .  .  .  x  .  .  .  .  .  .  .  .
    figures.read                   x  x  x  x  x  x  x  x  x  x  x  x  x  x
    figures.rulings                .  .  .  .  .  x  .  .  .  .  .  .  .  .
    figures.series                 .  x  .  x  .  x  .  .  .  .  .  .  .  .
    high-value.keep                .  x  .  .  .  .  .  .  .  .  .  .  .  .
    high-value.pledges             .  x  x  x  x  x  .  .  .  .  .  .  .  .
    high-value.read                x  x  x  x  x  x  x  x  x  x  x  x  x  x
    institutions.file              .  x  .  .  .  .  x  .  .  .  .  .  .  .
    institutions.files             .  x  x  x  x  x  .  .  .  .  .  .  .  .
    institutions.keep              .  x  .  .  .  .  .  .  .  .  .  .  .  .
    institutions.read              x  x  x  x  x  x  x  x  x  x  x  x  x  x
    jobs.queue                     .  x  .  .  .  .  .  .  .  .  .  x  .  .
    jobs.read                      .  x  x  x  x  x  .  .  .  .  .  x  x  .
    journal.erase-personal         .  .  .  .  .  .  .  .  .  .  .  .  .  x
    journal.heads                  x  x  x  x  x  x  x  x  x  x  x  x  x  x
    journal.read                   .  .  .  .  .  .  .  .  .  .  .  .  x  .
    journal.verify                 .  .  .  .  .  .  .  .  .  .  .  .  x  .
    learning.follow                .  x  x  x  x  x  x  x  x  x  x  x  .  x
    learning.give                  .  .  .  .  .  .  .  .  x  .  .  .  .  .
    learning.handle                .  x  .  .  .  .  .  .  .  .  .  .  .  .
    learning.order                 .  x  .  .  .  .  x  x  x  x  x  .  .  .
    learning.read                  x  x  x  x  x  x  x  x  x  x  x  x  x  x
    learning.register              x  x  x  x  x  x  x  x  x  x  x  x  x  x
    learning.topics                .  x  .  .  .  .  x  x  x  x  x  .  .  .
    matters.assign                 .  x  .  x  .  .  .  .  .  .  .  .  .  .
    matters.file                   .  x  x  x  x  x  x  x  x  x  x  x  .  x
    matters.guides                 x  x  x  x  x  x  x  x  x  x  x  x  x  x
    matters.work                   .  x  x  x  x  .  .  .  .  .  .  .  .  .
    navigation.keep                .  x  .  .  .  .  x  .  .  .  .  .  .  .
    navigation.oversee             .  x  .  .  .  x  .  .  .  .  .  .  .  .
    navigation.read                x  x  x  x  x  x  x  x  x  x  x  x  x  x
    navigation.review              .  x  .  .  .  .  .  .  x  .  .  .  .  .
    navigation.tell-use            .  x  .  .  .  .  x  x  .  .  .  .  .  .
    notices.manage-webhooks        .  .  .  .  .  .  .  .  .  .  .  x  .  .
    notices.own                    .  x  x  x  x  x  x  x  x  x  x  x  x  x
    notices.read-deliveries        .  .  .  .  .  .  .  .  .  .  .  x  x  .
    notices.replay                 .  .  .  .  .  .  .  .  .  .  .  x  .  .
    parties.merge                  .  x  .  .  .  .  .  .  .  .  .  .  .  .
    parties.read                   x  x  x  x  x  x  x  x  x  x  x  x  x  x
    patents.export                 .  x  .  x  .  x  .  .  .  .  .  x  .  .
    patents.import                 .  x  .  .  .  .  .  .  .  .  .  x  .  .
    patents.merge                  .  x  .  .  .  .  .  .  .  .  .  .  .  .
    patents.read                   x  x  x  x  x  x  x  x  x  x  x  x  x  x
    patents.read-imports           .  x  x  x  x  x  .  .  .  .  .  x  x  .
    patents.rebuild-index          .  .  .  .  .  .  .  .  .  .  .  x  .  .
    patents.reorder                .  x  .  .  .  .  .  .  .  .  .  x  .  .
    patents.source-terms           .  x  .  .  .  .  .  .  .  .  .  x  .  .
    patents.withdraw-import        .  x  .  .  .  .  .  .  .  .  .  x  .  .
    portfolios.keep                .  .  .  .  .  .  x  x  .  .  .  .  .  .
    portfolios.survey              .  x  .  x  .  x  .  .  .  .  .  .  .  .
    premises.manage                .  x  .  .  .  .  .  .  .  .  .  .  .  .
    premises.move-in.decide        .  x  .  .  .  .  .  .  .  .  .  .  .  .
    premises.move-in.file          .  x  .  .  .  .  x  x  x  x  x  .  .  .
    premises.move-in.handle        .  x  x  .  .  .  .  .  .  .  .  .  .  .
    premises.move-in.judge         .  .  .  x  x  x  .  .  x  .  .  .  .  .
    premises.move-in.visit         .  .  x  .  .  .  .  .  .  .  .  .  .  .
    premises.move-out.file         .  x  .  .  .  .  x  x  x  x  x  .  .  .
    premises.move-out.handle       .  x  x  .  .  .  .  .  .  .  .  .  .  .
    premises.read                  x  x  x  x  x  x  x  x  x  x  x  x  x  x
    premises.set-criteria          .  x  .  .  .  .  .  .  .  .  .  .  .  .
    programme.approve-plan         .  .  .  x  .  x  .  .  .  .  .  .  .  .
    programme.edit-plan            .  x  .  .  .  x  .  .  .  .  .  .  .  .
    programme.edit-schemes         .  x  .  .  .  .  .  .  .  .  .  .  .  .
    programme.read-drafts          .  x  x  x  x  x  .  .  .  .  .  x  .  .
    programme.read-evaluations     .  x  x  x  x  x  .  .  .  .  .  x  .  .
    programme.read-plan            x  x  x  x  x  x  x  x  x  x  x  x  x  x
    programme.run-evaluations      .  x  .  .  .  x  .  .  .  .  .  .  .  .
    protection.aid.ask             .  x  .  .  .  .  x  x  x  x  x  .  .  .
    protection.aid.give            .  .  .  .  .  .  .  .  x  .  .  .  .  .
    protection.aid.handle          .  x  .  .  .  .  .  .  .  .  .  .  .  .
    protection.complaint.file      x  x  x  x  x  x  x  x  x  x  x  x  x  x
    protection.complaint.handle    .  .  .  x  x  .  .  .  .  .  .  .  .  .
    protection.complaint.supervise .  .  .  x  .  .  .  .  .  .  .  .  .  .
    protection.mediation.file      .  x  .  .  .  .  x  x  x  x  x  .  .  .
    protection.mediation.handle    .  x  .  .  .  .  .  .  .  .  .  .  .  .
    protection.mediation.mediate   .  .  .  .  .  .  .  .  x  .  .  .  .  .
    protection.mediation.supervise .  x  .  .  .  .  .  .  .  .  .  .  .  .
    protection.problems.handle     .  x  x  .  .  .  .  .  .  .  .  .  .  .
    protection.problems.raise      .  x  x  .  .  .  .  .  .  .  .  .  .  .
    protection.tickets.ask         x  x  x  x  x  x  x  x  x  x  x  x  x  x
    protection.tickets.handle      .  x  x  .  .  .  .  .  .  .  .  .  .  .
    protection.volunteers.file     .  x  .  .  .  .  x  x  x  x  x  .  .  .
    protection.volunteers.handle   .  x  .  .  .  .  .  .  .  .  .  .  .  .
    rules.read                     x  x  x  x  x  x  x  x  x  x  x  x  x  x
    rules.supersede                .  .  .  .  .  .  .  .  .  .  .  x  .  .
    services.file                  .  x  .  .  .  .  x  .  .  .  .  .  .  .
    stations.keep                  .  x  .  .  .  .  .  .  .  .  .  .  .  .
    stations.read                  x  x  x  x  x  x  x  x  x  x  x  x  x  x
    stations.work                  .  x  x  .  .  .  x  .  .  .  .  .  .  .
    """

  @Test func `are these, role by role`() {
    let matrix = PermissionMatrix.zone
    let columns = [matrix.visitor] + Role.allCases.map { matrix.permissions(of: [$0]) }
    let heads = ["vi", "ce", "ba", "re", "in", "go", "is", "en", "ex", "me", "ov", "ad", "au", "se"]
    let lines = matrix.all.map { permission in
      padded(permission.code) + columns.map { $0.contains(permission) ? "x" : "." }.joined(separator: "  ")
    }
    let printed = ([padded("permission") + heads.joined(separator: " ")] + lines).joined(separator: "\n")
    #expect(printed == Self.table)
  }

  @Test func `are at the command line all of them, and one that no role has`() async throws {
    try await TestZone.with { zone in
      let console = zone.zone.console.permissions
      #expect(console == Set(PermissionMatrix.zone.all).union([.createLogins]))
      #expect(!PermissionMatrix.zone.all.contains(.createLogins))
    }
  }

  @Test func `keep system, security and audit apart`() {
    let matrix = PermissionMatrix.zone
    func own(_ role: Role) -> Set<String> {
      let others = Role.separated.subtracting([role])
      return Set(matrix.permissions(of: [role]).subtracting(matrix.permissions(of: others)).map(\.code))
    }
    #expect(
      own(.administrator) == [
        "jobs.queue", "patents.import", "patents.withdraw-import", "patents.export", "programme.read-drafts",
        "programme.read-evaluations", "rules.supersede", "notices.manage-webhooks", "notices.replay",
        "patents.rebuild-index", "patents.source-terms", "patents.reorder",
      ])
    #expect(
      own(.securityAdministrator) == [
        "access.look", "access.invite-clients", "access.grant-roles", "access.reset-second-factors",
        "access.erase", "journal.erase-personal",
      ])
    #expect(own(.auditor) == ["journal.read", "journal.verify"])
  }

  @Test func `leave the auditor nothing to change but the own account`() {
    let beyond = PermissionMatrix.zone.permissions(of: [.auditor]).subtracting(PermissionMatrix.zone.visitor)
    #expect(
      Set(beyond.map(\.code)) == [
        "access.own", "access.file-mandates", "access.list", "evidence.read", "patents.read-imports", "jobs.read",
        "journal.read", "journal.verify", "figures.observe", "notices.own", "notices.read-deliveries",
      ])
  }

  @Test func `do not let one person hold two of the three duties`() async throws {
    try await TestZone.with { zone in
      let desk = zone.zone.access
      let (security, _) = try #require(try await desk.resolve(session: try await zone.session(.securityAdministrator)))
      let (administrator, _) = try #require(try await desk.resolve(session: try await zone.session(.administrator)))
      for role in [Role.auditor, .securityAdministrator] {
        await #expect(throws: AccountRefusal.rolesNotSeparate) {
          try await desk.grant(role, to: administrator.id, because: "代班", by: security)
        }
      }
      await #expect(throws: AccessRefusal.self) {
        try await desk.grant(.auditor, to: administrator.id, because: "代班", by: administrator)
      }
    }
  }

  private func padded(_ text: String) -> String {
    text + String(repeating: " ", count: 31 - text.count)
  }
}
