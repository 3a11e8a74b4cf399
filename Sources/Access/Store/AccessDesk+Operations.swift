public import Access
import Foundation
import Kernel

extension AccessDesk {
  /// Every operation that is handed an account, with arguments that change nothing.
  ///
  /// Signing in, the second factor, one-time codes and ``resolve(session:)`` are not here: they are
  /// how somebody becomes an account.
  public var operations: [DeskOperation] { ownOperations + accountOperations + mandateOperations + consoleOperations }

  private var ownOperations: [DeskOperation] {
    let desk = self
    let nothing = Secret("")
    return [
      DeskOperation("access.register", needs: .register) {
        let contact = ContactDetails(known: "", email: nil, phone: nil, language: .zh)
        _ = try await desk.register(Registration(name: "", contact: contact, password: nothing), by: $0)
      },
      DeskOperation("access.profile", needs: .ownAccount) { _ = try await desk.profile(by: $0) },
      DeskOperation("access.update-profile", needs: .ownAccount) {
        try await desk.updateProfile(
          ContactDetails(known: $0.displayName, email: nil, phone: nil, language: .zh), seen: -1, by: $0)
      },
      DeskOperation("access.change-password", needs: .ownAccount) {
        try await desk.changePassword(from: nothing, to: nothing, by: $0)
      },
      DeskOperation("access.enrol", needs: .ownAccount) {
        _ = try await desk.enrolSecondFactor(password: nothing, issuer: "", by: $0)
      },
      DeskOperation("access.pending-enrolment", needs: .ownAccount) {
        _ = try await desk.pendingEnrolment(issuer: "", by: $0)
      },
      DeskOperation("access.confirm-enrolment", needs: .ownAccount) {
        try await desk.confirmSecondFactor(code: "", in: ID(-1), by: $0)
      },
      DeskOperation("access.sessions", needs: .ownAccount) { _ = try await desk.mySessions(by: $0) },
      DeskOperation("access.end-session", needs: .ownAccount) { try await desk.endSession(ID(-1), by: $0) },
      DeskOperation("access.end-other-sessions", needs: .ownAccount) {
        try await desk.endAllOthers(but: ID(-1), by: $0)
      },
      DeskOperation("access.choose-mandate", needs: .ownAccount) {
        try await desk.choose(mandate: ID(-1), in: ID(-1), by: $0)
      },
      DeskOperation("access.tokens", needs: .ownAccount) { _ = try await desk.tokens(by: $0) },
      DeskOperation("access.create-token", needs: .ownAccount) {
        _ = try await desk.createToken("", scopes: [], days: 0, by: $0)
      },
      DeskOperation("access.revoke-token", needs: .ownAccount) { try await desk.revokeToken(ID(-1), by: $0) },
    ]
  }

  private var accountOperations: [DeskOperation] {
    let desk = self
    let nobody: ID<Account> = ID(-1)
    let contact = ContactDetails(known: "", email: nil, phone: nil, language: .zh)
    return [
      DeskOperation("access.list", needs: .listAccounts) { _ = try await desk.accounts(limit: 1, by: $0) },
      DeskOperation("access.find", needs: .listAccounts) { _ = try await desk.find(nobody, by: $0) },
      DeskOperation("access.look", needs: .lookAtAccount) { _ = try await desk.look(at: nobody, because: "", by: $0) },
      DeskOperation("access.invite-client", needs: .inviteClients) {
        _ = try await desk.invite(Invitation(name: "", contact: contact, roles: [.expert]), by: $0)
      },
      DeskOperation("access.invite-staff", needs: .grantRoles) {
        _ = try await desk.invite(Invitation(name: "", contact: contact, roles: [.inspector]), by: $0)
      },
      DeskOperation("access.renew-invitation", needs: .inviteClients) {
        _ = try await desk.renewInvitation(of: nobody, by: $0)
      },
      DeskOperation("access.grant-client-role", needs: .inviteClients) {
        try await desk.grant(.expert, to: nobody, because: "", by: $0)
      },
      DeskOperation("access.grant-staff-role", needs: .grantRoles) {
        try await desk.grant(.inspector, to: nobody, because: "", by: $0)
      },
      DeskOperation("access.withdraw-client-role", needs: .inviteClients) {
        try await desk.withdraw(.expert, from: nobody, because: "", by: $0)
      },
      DeskOperation("access.withdraw-staff-role", needs: .grantRoles) {
        try await desk.withdraw(.inspector, from: nobody, because: "", by: $0)
      },
      DeskOperation("access.deactivate", needs: .deactivateAccounts) {
        try await desk.deactivate(nobody, because: "", by: $0)
      },
      DeskOperation("access.reactivate", needs: .deactivateAccounts) {
        try await desk.reactivate(nobody, because: "", by: $0)
      },
      DeskOperation("access.issue-reset", needs: .resetPasswords) {
        _ = try await desk.issueReset(for: nobody, because: "", by: $0)
      },
      DeskOperation("access.remove-factor", needs: .resetSecondFactors) {
        try await desk.removeSecondFactor(of: nobody, because: "", by: $0)
      },
      DeskOperation("access.find-named", needs: .listAccounts) { _ = try await desk.find(named: "", by: $0) },
      DeskOperation("access.erase", needs: .eraseAccounts) {
        try await desk.erasePersonal(of: nobody, because: "", by: $0)
      },
    ]
  }

  private var mandateOperations: [DeskOperation] {
    let desk = self
    let none: ID<Mandate> = ID(-1)
    return [
      DeskOperation("access.file-mandate", needs: .fileMandates) {
        let draft = MandateDraft(
          organisation: try SocialCreditCode("91350100M000100Y43"), organisationName: "", grade: .clerk,
          from: Day(number: 0), to: nil, proof: "")
        _ = try await desk.fileMandate(draft, by: $0)
      },
      DeskOperation("access.my-mandates", needs: .fileMandates) { _ = try await desk.myMandates(by: $0) },
      DeskOperation("access.give-up-mandate", needs: .fileMandates) {
        try await desk.giveUpMandate(none, because: "", by: $0)
      },
      DeskOperation("access.filed-mandates", needs: .approveMandates) { _ = try await desk.mandates(limit: 1, by: $0) },
      DeskOperation("access.find-mandate", needs: .approveMandates) { _ = try await desk.findMandate(none, by: $0) },
      DeskOperation("access.approve-mandate", needs: .approveMandates) { try await desk.approveMandate(none, by: $0) },
      DeskOperation("access.refuse-mandate", needs: .approveMandates) {
        try await desk.refuseMandate(none, because: "", by: $0)
      },
      DeskOperation("access.revoke-mandate", needs: .approveMandates) {
        try await desk.revokeMandate(none, because: "", by: $0)
      },
    ]
  }

  private var consoleOperations: [DeskOperation] {
    let desk = self
    return [
      DeskOperation("access.is-empty", needs: .createLogins) { _ = try await desk.isEmpty(by: $0) },
      DeskOperation("access.create-administrator", needs: .createLogins) {
        _ = try await desk.createAdministrator(name: "", by: $0)
      },
      DeskOperation("access.create-demonstration-logins", needs: .createLogins) {
        try await desk.createDemonstrationLogins(by: $0)
      },
      DeskOperation("access.console-reset", needs: .createLogins) {
        _ = try await desk.resetPassword(name: "", by: $0)
      },
    ]
  }
}
