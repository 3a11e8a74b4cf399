import Access
import AccessStore
import Hummingbird
import Kernel
import Markup
import Web

/// The accounts of others.
struct AdministrationPages: Sendable {
  let desk: AccessDesk

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    var filter = AccountFilter(
      stage: AccountStage(rawValue: context.query.text("stage")), role: Role(rawValue: context.query.text("role")),
      name: context.query.optional("name"))
    filter.asksForReset = context.query.text("asks") == "reset"
    let last = context.query.optional("after").flatMap { ID<Account>($0) }
    let found = try await desk.accounts(filter, after: last, limit: 51, by: context.account)
    return accountListPage(found, filter, by: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    accountDetailPage(try await desk.find(try context.id(), by: context.account), by: context.account)
  }

  @Sendable func showInvite(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    invitePage(grantable(context), state)
  }

  @Sendable func invite(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let name = try check.take("name") { try AccountName(form.required("name")) }
    let contact = try check.take("display-name") { try ContactDetails(form, language: .zh) }
    let roles = Set(form.all("role").compactMap(Role.init))
    _ = try check.take("role") { try Role.check(roles) }
    try check.verify()
    guard let name, let contact else { throw FieldFault.missing }
    let invitation = Invitation(name: name.description, contact: contact, roles: roles)
    let (id, code) = try await desk.invite(invitation, by: context.account)
    return invitationCodePage(code, for: invitation.name, id).answer(context)
  }

  @Sendable func renew(_: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    let code = try await desk.renewInvitation(of: id, by: context.account)
    return invitationCodePage(code, for: nil, id).answer(context)
  }

  @Sendable func showReason(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    reasonPage(context.address, try context.id(), state)
  }

  @Sendable func look(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    let contact = try await desk.look(at: id, because: form.text("reason"), by: context.account)
    return contactPage(contact, id, back: form.returnTo).answer(context)
  }

  @Sendable func showRoles(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    rolesPage(try await desk.find(try context.id(), by: context.account), grantable(context), state)
  }

  @Sendable func changeRoles(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    var check = FormCheck()
    let chosen: Role? = try check.take("role") { try form.choice("role") }
    let why = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let role = chosen, let reason = why else { throw FieldFault.missing }
    switch form.text("change") {
    case "grant": try await desk.grant(role, to: id, because: reason, seen: form.revision(), by: context.account)
    case "withdraw":
      try await desk.withdraw(role, from: id, because: reason, seen: form.revision(), by: context.account)
    default: throw FieldRefusal(FieldFault.notOffered, in: "change")
    }
    return .seeOther(AccessPath.show(id), context, saying: .rolesChanged)
  }

  @Sendable func showStage(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    stagePage(try await desk.find(try context.id(), by: context.account), state)
  }

  @Sendable func changeStage(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    let (reason, seen) = (form.text("reason"), form.revision())
    switch form.text("step") {
    case AccountStep.deactivate.rawValue:
      try await desk.deactivate(id, because: reason, seen: seen, by: context.account)
    case AccountStep.reactivate.rawValue:
      try await desk.reactivate(id, because: reason, seen: seen, by: context.account)
    default: throw FieldRefusal(FieldFault.notOffered, in: "step")
    }
    let isEnded = form.text("step") == AccountStep.deactivate.rawValue
    return .seeOther(AccessPath.show(id), context, saying: isEnded ? .deactivated : .reactivated)
  }

  @Sendable func issueReset(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    let code = try await desk.issueReset(for: id, because: form.text("reason"), by: context.account)
    return resetCodePage(code, id).answer(context)
  }

  @Sendable func removeFactor(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    try await desk.removeSecondFactor(of: id, because: form.text("reason"), by: context.account)
    return .seeOther(AccessPath.show(id), context, saying: .factorRemoved)
  }

  @Sendable func showErasure(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    erasurePage(try await desk.find(try context.id(), by: context.account), state)
  }

  @Sendable func erase(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Account> = try context.id()
    var check = FormCheck()
    let reason = try check.take("reason") { try form.required("reason") }
    if !form.isChecked("sure") { check.refuse("sure", FieldFault.missing) }
    try check.verify()
    try await desk.erasePersonal(of: id, because: reason ?? "", by: context.account)
    return .seeOther(AccessPath.show(id), context, saying: .erased)
  }

  private func grantable(_ context: PortalContext) -> [Role] {
    Role.allCases.filter { context.account.may(.grantRoles) || Role.clients.contains($0) }
  }
}
