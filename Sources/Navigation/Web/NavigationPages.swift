import Foundation
import Hummingbird
import Kernel
import Markup
import Navigation
import NavigationStore
import Web

/// The pages of projects, their scope and their technology table.
struct NavigationPages: Sendable {
  let desk: NavigationDesk
  let links: NavigationLinks

  @Sendable func index(_: Request, _ context: PortalContext) async throws -> Page {
    navigationIndexPage(try await desk.index(by: context.account), links, for: context.account)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    projectPage(try await desk.find(try context.id(), by: context.account), links, for: context.account)
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newProjectPage(state, links)
  }

  @Sendable func open(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id = try await desk.open(try facts(form), by: context.account)
    return .seeOther(NavigationPath.part(id, "table"), context, saying: .navigationOpened)
  }

  @Sendable func showScope(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    scopePage(try await desk.kept(context), state, links)
  }

  @Sendable func setScope(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.set(try facts(form), of: id, seen: seen, by: context.account)
    return .seeOther(NavigationPath.show(id), context, saying: .navigationSet)
  }

  @Sendable func showTable(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    tablePage(try await desk.kept(context), state, links)
  }

  @Sendable func setTable(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.set(table: try TechnologyBranch.table(form.raw("branches")), of: id, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "table"), context, saying: .navigationSet)
  }

  private func facts(_ form: Form) throws -> NavigationFacts {
    var check = FormCheck()
    let kind = try check.take("kind") { try form.choice("kind", of: NavigationKind.self) }
    let cutoff = try check.take("cutoff") { try form.day("cutoff") } ?? nil
    let code = try check.take("orderer-code") {
      try form.optional("orderer-code").map { try SocialCreditCode($0) }
    }
    for name in ["title", "need", "orderer"] where form.optional(name) == nil { check.refuse(name, FieldFault.missing) }
    try check.verify()
    guard let kind else { throw WebRefusal.malformedForm }
    return NavigationFacts(
      title: form.text("title"), kind: kind, need: form.text("need"), scope: form.text("scope"),
      ordererName: form.text("orderer"), orderer: code ?? nil, restriction: form.text("restriction"), cutoff: cutoff,
      isPublic: form.isChecked("public"))
  }
}

extension NavigationDesk {
  /// The project of the address, for those who make it.
  func kept(_ context: PortalContext) async throws -> NavigationFile {
    let file = try await find(try context.id(), by: context.account)
    guard file.rights.mayKeep else { throw NavigationRefusal.notMaker }
    return file
  }
}
