import Access
import Hummingbird
import Kernel
import Markup
import Rules
import RulesStore
import Web

/// Translates between the portal and the rule desk.
struct RulePages: Sendable {
  let desk: RuleDesk
  let world: World

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let filter = RuleFilter(context.query)
    let listings = try await desk.list(
      group: filter.group, status: filter.status, containing: filter.part, on: filter.day ?? world.today(),
      by: context.account)
    let groups = try await desk.book().groups
    return ruleListPage(listings, groups: groups, filter: filter)
  }

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let filter = RuleFilter(context.query)
    let day = filter.day ?? world.today()
    let file = try await desk.find(try id(context), on: day, by: context.account)
    return rulePage(file, on: day, dayFault: filter.dayFault, maySupersede: context.account.may(.supersedeRules))
  }

  @Sendable func showSupersede(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.find(try id(context), on: world.today(), by: context.account)
    return supersedePage(file, state)
  }

  @Sendable func supersede(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id = try id(context)
    let rule = try await desk.book().rule(id)
    let draft = try SupersessionDraft(form, for: rule)
    try await desk.supersede(
      id, with: draft.value, from: draft.from, basis: draft.basis, because: draft.reason, by: context.account)
    return .seeOther(RulePath.show(id, on: draft.from), context)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.find(try id(context), on: world.today(), by: context.account)
    let id: ID<Supersession> = try context.id("entry")
    guard let entry = file.entries.first(where: { $0.id == id }) else { throw RuleRefusal.noSuchSupersession(id) }
    let rest = try await desk.findingWithout(id, by: context.account)
    return withdrawPage(entry, of: file.rule, leaving: rest, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    try await desk.withdraw(try context.id("entry"), because: form.text("reason"), by: context.account)
    return .seeOther(RulePath.show(try id(context)), context)
  }

  private func id(_ context: PortalContext) throws -> RuleID {
    guard let id = RuleID(try context.segment("rule")) else { throw NoSuchPage() }
    return id
  }
}
