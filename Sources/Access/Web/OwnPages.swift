import Access
import AccessStore
import Documents
import Hummingbird
import Kernel
import Markup
import Web

/// One's own account: 我的账号.
struct OwnPages: Sendable {
  let desk: AccessDesk

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let profile = try await desk.profile(by: context.account)
    return accountPage(profile, heldBack: context.account.heldBack, mandate: context.account.mandate)
  }

  @Sendable func showProfile(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    profilePage(try await desk.profile(by: context.account), state)
  }

  @Sendable func updateProfile(_ form: Form, _ context: PortalContext) async throws -> Response {
    let contact = try ContactDetails(form, language: context.language)
    try await desk.updateProfile(contact, seen: form.revision(), by: context.account)
    return .seeOther(AccessPath.account, context)
  }

  @Sendable func showPassword(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    passwordPage(state)
  }

  @Sendable func changePassword(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.changePassword(
      from: Secret(form.raw("current-password")), to: Secret(form.raw("password")), keeping: context.sessionID(),
      by: context.account)
    return .seeOther(AccessPath.account, context)
  }

  @Sendable func showEnrol(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    enrolPage(state)
  }

  @Sendable func enrol(_ form: Form, _ context: PortalContext) async throws -> Response {
    let enrolment = try await desk.enrolSecondFactor(
      password: Secret(form.raw("current-password")), issuer: context.site.platformName.text(in: context.language),
      by: context.account)
    return try enrolmentPage(enrolment, QRCode(enrolment.address.text)).answer(context)
  }

  @Sendable func showConfirm(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    confirmEnrolmentPage(state)
  }

  @Sendable func confirm(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.confirmSecondFactor(
      code: form.text("code"), in: try context.sessionID(), by: context.account)
    return .seeOther(AccessPath.account, context)
  }

  @Sendable func sessions(_: Request, _ context: PortalContext) async throws -> Page {
    sessionsPage(try await desk.mySessions(by: context.account), current: context.session?.id)
  }

  @Sendable func end(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.endSession(try context.id(), by: context.account)
    return .seeOther(AccessPath.sessions, context)
  }

  @Sendable func endOthers(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.endAllOthers(but: try context.sessionID(), by: context.account)
    return .seeOther(AccessPath.sessions, context)
  }
}
