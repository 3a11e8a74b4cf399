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
    return .seeOther(AccessPath.account, context, saying: .profileSaved)
  }

  @Sendable func showPassword(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    passwordPage(state)
  }

  @Sendable func changePassword(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let current = try check.take("current-password") { try form.secret("current-password") }
    let new = try check.take("password") { try form.secret("password") }
    try check.verify()
    guard let current, let new else { throw FieldFault.missing }
    try await desk.changePassword(from: current, to: new, keeping: context.sessionID(), by: context.account)
    return .seeOther(AccessPath.account, context, saying: .passwordChanged)
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
    // A mistyped code does not cost the scan: what was shown before the code is shown again.
    let issuer = context.site.platformName.text(in: context.language)
    guard state.wasTyped, let waiting = try await desk.pendingEnrolment(issuer: issuer, by: context.account) else {
      return confirmEnrolmentPage(state)
    }
    return enrolmentPage(waiting, try QRCode(waiting.address.text), state)
  }

  @Sendable func confirm(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.confirmSecondFactor(
      code: form.text("code"), in: try context.sessionID(), by: context.account)
    return .seeOther(AccessPath.account, context, saying: .factorOn)
  }

  @Sendable func sessions(_: Request, _ context: PortalContext) async throws -> Page {
    sessionsPage(try await desk.mySessions(by: context.account), current: context.session?.id)
  }

  @Sendable func end(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.endSession(try context.id(), by: context.account)
    return .seeOther(AccessPath.sessions, context, saying: .sessionEnded)
  }

  @Sendable func endOthers(_: Form, _ context: PortalContext) async throws -> Response {
    try await desk.endAllOthers(but: try context.sessionID(), by: context.account)
    return .seeOther(AccessPath.sessions, context, saying: .sessionEnded)
  }
}
