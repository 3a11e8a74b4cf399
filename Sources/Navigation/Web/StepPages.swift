import Foundation
import Hummingbird
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// The steps of a project: review, release, giving up, and what it was used for.
struct StepPages: Sendable {
  let desk: NavigationDesk

  @Sendable func showSubmit(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.kept(context)
    return stepPage(
      file, .submit, state, revision: file.project.revision,
      Phrase(
        zh: "送审后不能改动；专家可以通过，也可以退回修改。", en: "Nothing is changed while experts read; they accept it or send it back."))
  }

  @Sendable func submit(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.submit(id, seen: seen, by: context.account)
    return .seeOther(NavigationPath.show(id), context, saying: .navigationSubmitted)
  }

  @Sendable func showReview(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    reviewFormPage(try await desk.find(try context.id(), by: context.account), state)
  }

  @Sendable func review(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    var check = FormCheck()
    let verdict = try check.take("verdict") { try form.choice("verdict", of: NavigationReview.Verdict.self) }
    for name in ["capacity", "opinion"] where form.optional(name) == nil { check.refuse(name, FieldFault.missing) }
    try check.verify()
    guard let verdict else { throw WebRefusal.malformedForm }
    try await desk.review(
      ReviewDraft(verdict, capacity: form.text("capacity"), opinion: form.text("opinion")), on: id,
      by: context.account)
    return .seeOther(
      NavigationPath.show(id), context, saying: verdict == .accept ? .navigationAccepted : .navigationSentBack)
  }

  @Sendable func showReopen(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    reasonPage(
      try await desk.kept(context), .reopen, state,
      Phrase(zh: "重新修改后须再次评审。", en: "It has to be reviewed again afterwards."))
  }

  @Sendable func reopen(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.reopen(id, because: form.text("reason"), by: context.account)
    return .seeOther(NavigationPath.show(id), context, saying: .navigationReopened)
  }

  @Sendable func showRelease(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    releasePage(try await desk.kept(context), state)
  }

  @Sendable func release(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.release(id, seen: seen, by: context.account)
    return .seeOther(NavigationPath.show(id), context, saying: .navigationReleased)
  }

  @Sendable func showDecline(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    reasonPage(
      try await desk.kept(context), .decline, state,
      Phrase(zh: "终止的项目不再继续，理由留在项目里。", en: "A project that is given up ends here; the reason stays with it."))
  }

  @Sendable func decline(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.decline(id, because: form.text("reason"), by: context.account)
    return .seeOther(NavigationPath.show(id), context, saying: .navigationDeclined)
  }

  @Sendable func showUse(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    usePage(try await desk.find(try context.id(), by: context.account), state, today: desk.today)
  }

  @Sendable func tellUse(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    var check = FormCheck()
    let day = try check.takeRequired("day") { try form.day("day") }
    for name in ["user", "decision"] where form.optional(name) == nil { check.refuse(name, FieldFault.missing) }
    try check.verify()
    guard let day else { throw WebRefusal.malformedForm }
    try await desk.tellUse(
      UseDraft(user: form.text("user"), decision: form.text("decision"), day: day, document: form.text("document")),
      of: id, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "uses"), context, saying: .useTold)
  }
}
