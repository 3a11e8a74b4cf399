import Access
public import AccessStore
import Kernel
public import Web

/// Adds the doors of accounts: signing in and joining, one's own account, mandates, administration, and the API.
public func addAccessDoors(to routes: inout Routes, desk: AccessDesk) {
  addEntrance(to: &routes, desk)
  addOwn(to: &routes, desk)
  addMandates(to: &routes, desk)
  addAdministration(to: &routes, desk)
  let words = AccessPolicyWords(desk)
  routes.page("/privacy", needs: nil) { _, context in privacyPage(context.site, words) }
  routes.say(Success.ofAccess)
  for endpoint in AccessAPI(desk: desk).endpoints { routes.endpoint(endpoint) }
}

private func addEntrance(to routes: inout Routes, _ desk: AccessDesk) {
  let signing = SignInPages(desk: desk)
  routes.form("/sign-in", needs: nil, repeated: .harmless, show: signing.show, submit: signing.signIn)
  routes.form("/sign-in/code", needs: nil, repeated: .harmless, show: signing.showCode, submit: signing.confirm)
  routes.action("/sign-out", needs: nil, repeated: .harmless, submit: signing.signOut)
  let joining = JoiningPages(desk: desk)
  routes.form("/register", needs: .register, show: joining.showRegister, submit: joining.register)
  routes.form("/invitation", needs: nil, show: joining.showInvitation, submit: joining.acceptInvitation)
  routes.form("/forgotten", needs: nil, show: joining.showAsk, submit: joining.ask)
  routes.form("/reset", needs: nil, show: joining.showReset, submit: joining.reset)
}

private func addOwn(to routes: inout Routes, _ desk: AccessDesk) {
  let own = OwnPages(desk: desk)
  routes.page("/account", needs: .ownAccount, own.show)
  routes.form("/account/profile", needs: .ownAccount, show: own.showProfile, submit: own.updateProfile)
  routes.form("/account/password", needs: .ownAccount, show: own.showPassword, submit: own.changePassword)
  routes.form("/account/second-factor", needs: .ownAccount, show: own.showEnrol, submit: own.enrol)
  routes.form("/account/second-factor/code", needs: .ownAccount, show: own.showConfirm, submit: own.confirm)
  routes.page("/account/sessions", needs: .ownAccount, own.sessions)
  routes.action("/account/sessions/end-others", needs: .ownAccount, submit: own.endOthers)
  routes.action("/account/sessions/:id/end", needs: .ownAccount, submit: own.end)
  let tokens = TokenPages(desk: desk)
  routes.page("/account/tokens", needs: .ownAccount, tokens.list)
  routes.form("/account/tokens/new", needs: .ownAccount, show: tokens.showNew, submit: tokens.create)
  routes.action("/account/tokens/:id/revoke", needs: .ownAccount, submit: tokens.revoke)
}

private func addMandates(to routes: inout Routes, _ desk: AccessDesk) {
  let mandates = MandatePages(desk: desk)
  routes.page("/account/mandates", needs: .fileMandates, mandates.mine)
  routes.form("/account/mandates/new", needs: .fileMandates, show: mandates.showNew, submit: mandates.file)
  routes.form("/account/mandates/:id/give-up", needs: .fileMandates, show: mandates.showGiveUp, submit: mandates.giveUp)
  routes.action("/account/act-for", needs: .ownAccount, repeated: .harmless, submit: mandates.actFor)
  routes.page("/mandates", needs: .approveMandates, mandates.queue)
  routes.form("/mandates/:id", needs: .approveMandates, show: mandates.showDecision, submit: mandates.decide)
}

private func addAdministration(to routes: inout Routes, _ desk: AccessDesk) {
  let pages = AdministrationPages(desk: desk)
  routes.page("/accounts", needs: .listAccounts, pages.list)
  routes.form("/accounts/invite", needs: .inviteClients, show: pages.showInvite, submit: pages.invite)
  routes.page("/accounts/:id", needs: .listAccounts, pages.show)
  routes.form("/accounts/:id/look", needs: .lookAtAccount, show: pages.showReason, submit: pages.look)
  routes.form("/accounts/:id/roles", needs: .inviteClients, show: pages.showRoles, submit: pages.changeRoles)
  routes.form("/accounts/:id/stage", needs: .deactivateAccounts, show: pages.showStage, submit: pages.changeStage)
  routes.form("/accounts/:id/reset", needs: .resetPasswords, show: pages.showReason, submit: pages.issueReset)
  routes.form(
    "/accounts/:id/second-factor", needs: .resetSecondFactors, show: pages.showReason, submit: pages.removeFactor)
  routes.form("/accounts/:id/erase", needs: .eraseAccounts, show: pages.showErasure, submit: pages.erase)
  routes.action("/accounts/:id/invitation", needs: .inviteClients, submit: pages.renew)
}
