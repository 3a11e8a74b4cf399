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
    var check = FormCheck()
    let name = try check.take("name") { try AccountName(form.required("name")) }
    let contact = try check.take("display-name") { try ContactDetails(form, language: context.language) }
    let wanted: Role? = try check.take("role") { try form.choice("role") }
    let password = try check.take("password") { try newPassword(form, name: form.text("name")) }
    if !form.isChecked("consent") { check.refuse("consent", NoConsent()) }
    try check.verify()
    guard let name, let contact, let wanted, let password else { throw FieldFault.missing }
    let registration = Registration(
      name: name.description, contact: contact, password: password, wanted: wanted, consent: PrivacyNotice.day)
    _ = try await desk.register(registration, by: context.account, from: context.origin)
    let actsForOrganisation = [.enterprise, .institution].contains(wanted)
    return try await enter(
      name.description, form, context, saying: actsForOrganisation ? .registeredForOrganisation : .registered)
  }

  @Sendable func showInvitation(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    oneTimePage(Phrase(zh: "接受邀请", en: "Accept an invitation"), to: AccessPath.invitation, state)
  }

  @Sendable func acceptInvitation(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (code, password) = try oneTime(form)
    let name = try await desk.acceptInvitation(code, password: password)
    return try await enter(name, form, context, saying: .joined)
  }

  @Sendable func showAsk(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    askForResetPage(state)
  }

  @Sendable func ask(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let name = try check.take("name") { try form.required("name") }
    try check.verify()
    try await desk.requestReset(name: name ?? "")
    return resetAskedPage.answer(context)
  }

  @Sendable func showReset(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    oneTimePage(Phrase(zh: "重置密码", en: "Set a new password"), to: AccessPath.reset, state)
  }

  @Sendable func reset(_ form: Form, _ context: PortalContext) async throws -> Response {
    let (code, password) = try oneTime(form)
    _ = try await desk.reset(code, password: password)
    return .seeOther(AccessPath.signIn, context, saying: .passwordReset)
  }

  private func oneTime(_ form: Form) throws -> (code: String, password: Secret) {
    var check = FormCheck()
    let code = try check.take("code") { try form.required("code") }
    let password = try check.take("password") { try form.secret("password") }
    try check.verify()
    guard let code, let password else { throw FieldFault.missing }
    return (code, password)
  }

  private func newPassword(_ form: Form, name: String) throws -> Secret {
    let password = try form.secret("password")
    _ = try desk.policy.password.check(password.text, name: name)
    return password
  }

  /// Signs the person in who has just chosen a password.
  private func enter(
    _ name: String, _ form: Form, _ context: PortalContext, saying success: Success
  ) async throws -> Response {
    let outcome = try await desk.signIn(name: name, password: form.raw("password"), from: context.origin)
    guard case .signedIn(let token) = outcome else { return .seeOther(AccessPath.signIn, context) }
    var response = Response.seeOther(form.returnTo ?? AccessPath.account, context, saying: success)
    response.openSession(token.text, lifetime: nil, context)
    return response
  }
}

extension Form {
  /// What was typed into a field of a password.
  func secret(_ name: String) throws(FieldFault) -> Secret {
    let text = raw(name)
    guard !text.isEmpty else { throw .missing }
    return Secret(text)
  }
}

/// Nobody registers without having agreed to what is kept of them.
struct NoConsent: Refusal {
  var kind: RefusalKind { .invalid }
  var code: String { "access.no-consent" }
  var phrase: Phrase {
    Phrase(
      zh: "请阅读并同意个人信息保护说明；不同意的，可以不注册，公开查询无需账号",
      en: "Please read the privacy notice and agree to it; what is public needs no account")
  }
}

extension ContactDetails {
  init(_ form: Form, language: Language) throws(FormRefusal) {
    try self.init(
      displayName: form.text("display-name"), email: form.optional("email"), phone: form.optional("phone"),
      language: Language(rawValue: form.text("language")) ?? language)
  }
}
