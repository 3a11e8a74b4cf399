import Access
import AccessStore
import Hummingbird
import Kernel
import Markup
import Web

/// Signing in and out.
struct SignInPages: Sendable {
  let desk: AccessDesk

  @Sendable func show(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let isWanted = state.returnTo != nil && !state.wasTyped && context.query.text("by") != "choice"
    return signInPage(state, site: context.site, wanted: isWanted ? state.returnTo : nil)
  }

  @Sendable func signIn(_ form: Form, _ context: PortalContext) async throws -> Response {
    let outcome = try await desk.signIn(name: form.text("name"), password: form.raw("password"), from: context.origin)
    return try await enter(outcome, form, context)
  }

  @Sendable func showCode(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    codePage(state, isAwaited: context.session?.secondFactor == .awaited)
  }

  @Sendable func confirm(_ form: Form, _ context: PortalContext) async throws -> Response {
    guard context.session?.secondFactor == .awaited else { throw SignInRefusal.expired }
    let outcome = try await desk.confirmSecondFactor(in: try context.sessionID(), code: form.text("code"))
    return try await enter(outcome, form, context)
  }

  @Sendable func signOut(_: Form, _ context: PortalContext) async throws -> Response {
    if context.session != nil { try await desk.signOut(try context.sessionID(), by: context.account) }
    var response = Response.seeOther(Link("/"), context)
    response.closeSession(context)
    return response
  }

  private func enter(_ outcome: SignInOutcome, _ form: Form, _ context: PortalContext) async throws -> Response {
    switch outcome {
    case .signedIn(let token):
      let isHeldBack = try await desk.resolve(session: token.text)?.0.heldBack != nil
      var response = Response.seeOther(isHeldBack ? AccessPath.account : form.returnTo ?? Link("/"), context)
      response.openSession(token.text, lifetime: nil, context)
      return response
    case .secondFactorNeeded(let token):
      let query = form.returnTo.map { [("return-to", $0.target)] } ?? []
      var response = Response.seeOther(Link(AccessPath.signInCode.target, query: query), context)
      response.openSession(token.text, lifetime: nil, context)
      return response
    }
  }
}
