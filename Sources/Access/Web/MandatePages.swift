import Access
import AccessStore
import Hummingbird
import Kernel
import Markup
import Web

/// Mandates: one's own, and the centre's queue.
struct MandatePages: Sendable {
  let desk: AccessDesk

  @Sendable func mine(_: Request, _ context: PortalContext) async throws -> Page {
    myMandatesPage(
      try await desk.myMandates(by: context.account), on: desk.today(), acting: context.account.mandate)
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newMandatePage(state, on: desk.today(), acting: context.account.mandate)
  }

  @Sendable func file(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let code = try check.take("organisation") { try SocialCreditCode(form.required("organisation")) }
    let name = try check.take("organisation-name") { try form.required("organisation-name") }
    let grade: MandateGrade? = try check.take("grade") { try form.choice("grade") }
    let from = try check.take("from") { () throws -> Day in
      guard let day = try form.day("from") else { throw FieldFault.missing }
      return day
    }
    let to = try check.take("to") { try form.day("to") } ?? nil
    let proof = try check.take("proof") { try form.required("proof") }
    if let from, let to, to < from { check.refuse("to", MandateRefusal.endsBeforeItBegins) }
    try check.verify()
    guard let code, let name, let grade, let from, let proof else { throw FieldFault.missing }
    let draft = MandateDraft(
      organisation: code, organisationName: name, grade: grade, from: from, to: to, proof: proof,
      holder: form.optional("holder"))
    _ = try await desk.fileMandate(draft, by: context.account)
    return .seeOther(AccessPath.mandates, context, saying: .mandateFiled)
  }

  @Sendable func showGiveUp(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let id: ID<Mandate> = try context.id()
    guard let file = try await desk.myMandates(by: context.account).first(where: { $0.mandate.id == id }) else {
      throw MandateRefusal.unknown(id)
    }
    return giveUpPage(file, state)
  }

  @Sendable func giveUp(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.giveUpMandate(
      try context.id(), because: form.text("reason"), seen: form.revision(), by: context.account)
    return .seeOther(AccessPath.mandates, context, saying: .mandateGivenUp)
  }

  /// An empty `mandate` means to act for oneself again.
  @Sendable func actFor(_ form: Form, _ context: PortalContext) async throws -> Response {
    let chosen = form.optional("mandate").flatMap { ID<Mandate>($0) }
    try await desk.choose(mandate: chosen, in: try context.sessionID(), by: context.account)
    return .seeOther(AccessPath.mandates, context, saying: chosen == nil ? .actingForSelf : .actingFor)
  }

  @Sendable func queue(_: Request, _ context: PortalContext) async throws -> Page {
    let stage = MandateStage(rawValue: context.query.text("stage")) ?? .filed
    let last = context.query.optional("after").flatMap { ID<Mandate>($0) }
    let found = try await desk.mandates(at: stage, after: last, limit: 51, by: context.account)
    return mandateQueuePage(found, at: stage)
  }

  @Sendable func showDecision(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (file, holder) = try await desk.findMandate(try context.id(), by: context.account)
    return decisionPage(file, holder: holder, state, mayLook: context.account.may(.lookAtAccount))
  }

  @Sendable func decide(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Mandate> = try context.id()
    var check = FormCheck()
    let chosen: MandateStep? = try check.take("step") { try form.choice("step") }
    try check.verify()
    guard let step = chosen else { throw FieldFault.missing }
    let (reason, seen) = (form.text("reason"), form.revision())
    let success: Success
    switch step {
    case .approve:
      success = .mandateApproved
      try await desk.approveMandate(id, note: form.optional("reason"), seen: seen, by: context.account)
    case .refuse:
      success = .mandateRefused
      try await desk.refuseMandate(id, because: reason, seen: seen, by: context.account)
    case .revoke:
      success = .mandateRevoked
      try await desk.revokeMandate(id, because: reason, seen: seen, by: context.account)
    case .giveUp: throw FieldRefusal(FieldFault.notOffered, in: "step")
    }
    return .seeOther(AccessPath.queue, context, saying: success)
  }
}
