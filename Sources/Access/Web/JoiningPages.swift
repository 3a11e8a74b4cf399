import Access
import AccessStore
import Hummingbird
import Kernel
import Markup
import Web

/// Registering, coming by invitation, and getting back in.
struct JoiningPages: Sendable {
  let desk: AccessDesk

  @Sendable func showRegister(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    registerPage(state)
  }

  @Sendable func register(_ form: Form, _ context: PortalContext) async throws -> Response {
    let contact = try ContactDetails(form, language: context.language)
    let wanted: Role = try form.choice("role")
    let registration = Registration(
      name: form.text("name"), contact: contact, password: Secret(form.raw("password")), wanted: wanted)
    _ = try await desk.register(registration, by: context.account)
    return try await enter(form.text("name"), form, context)
  }

  @Sendable func showInvitation(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    oneTimePage(Phrase(zh: "接受邀请", en: "Accept an invitation"), to: AccessPath.invitation, state)
  }

  @Sendable func acceptInvitation(_ form: Form, _ context: PortalContext) async throws -> Response {
    let name = try await desk.acceptInvitation(form.text("code"), password: Secret(form.raw("password")))
    return try await enter(name, form, context)
  }

  @Sendable func showAsk(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    askForResetPage(state)
  }

  @Sendable func ask(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.requestReset(name: form.text("name"))
    return try resetAskedPage.answer(context)
  }

  @Sendable func showReset(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    oneTimePage(Phrase(zh: "重置密码", en: "Set a new password"), to: AccessPath.reset, state)
  }

  @Sendable func reset(_ form: Form, _ context: PortalContext) async throws -> Response {
    _ = try await desk.reset(form.text("code"), password: Secret(form.raw("password")))
    return .seeOther(AccessPath.signIn, context)
  }

  /// Signs the person in who has just chosen a password.
  private func enter(_ name: String, _ form: Form, _ context: PortalContext) async throws -> Response {
    let outcome = try await desk.signIn(name: name, password: form.raw("password"), from: context.origin)
    guard case .signedIn(let token) = outcome else { return .seeOther(AccessPath.signIn, context) }
    var response = Response.seeOther(form.returnTo ?? AccessPath.account, context)
    response.openSession(token.text, lifetime: nil, context)
    return response
  }
}

extension ContactDetails {
  init(_ form: Form, language: Language) throws(FormRefusal) {
    try self.init(
      displayName: form.text("display-name"), email: form.optional("email"), phone: form.optional("phone"),
      language: Language(rawValue: form.text("language")) ?? language)
  }
}
