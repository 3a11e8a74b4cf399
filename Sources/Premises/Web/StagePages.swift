import Access
import Hummingbird
import Kernel
import Markup
import Premises
import PremisesStore
import Web

/// The pages on which tenants are staged, and on which it shows whom they serve.
struct StagePages: Sendable {
  let desk: PremisesDesk
  let links: PremisesLinks
  let world: World

  @Sendable func stages(_: Request, _ context: PortalContext) async throws -> Page {
    let asked = AskedDay(context.query, today: world.today())
    let list = try await desk.stages(on: asked.day, by: context.account)
    let shown = ShownStage(context.query.optional("stage"))
    return stageListPage(list, shown, asked, links, mayKnow: context.account.may(.managePremises))
  }

  @Sendable func criteria(_: Request, _ context: PortalContext) async throws -> Page {
    let versions = try await desk.criteria(by: context.account)
    return criteriaPage(versions, today: world.today(), maySet: context.account.may(.setStageCriteria))
  }

  @Sendable func version(_: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.findCriteria(try context.id(), by: context.account)
    let history = links.history(context.account, file.criteria.id.subject)
    return versionPage(file, links, history: history, for: context.account)
  }

  @Sendable func showNew(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let asked = CriteriaFields { context.query.optional($0) }
    guard !asked.isEmpty else {
      let current = StageCriteria.inForce(try await desk.criteria(by: context.account), on: world.today())
      return newCriteriaPage(current.map { CriteriaFields($0) } ?? asked, .none, state, links)
    }
    do {
      let moves = try await desk.preview(try asked.draft(), by: context.account)
      return newCriteriaPage(asked, .moves(moves), state, links)
    } catch let refusal as any Refusal where refusal.kind != .forbidden && refusal.kind != .unauthenticated {
      return newCriteriaPage(asked, .refused(refusal), state, links)
    }
  }

  @Sendable func adopt(_ form: Form, _ context: PortalContext) async throws -> Response {
    let draft = try CriteriaFields { form.optional($0) }.draft()
    var check = FormCheck()
    let adoptedBy = try check.take("adopted-by") { try WrittenField.adoptedBy.require(form.text("adopted-by")) }
    let document = try check.take("document") { try WrittenField.document.require(form.text("document")) }
    try check.verify()
    guard let adoptedBy, let document else { throw WebRefusal.malformedForm }
    let adopted = try await desk.adopt(
      draft, adoptedBy: adoptedBy, document: document, seen: form.text("mark"), by: context.account)
    return .seeOther(PremisesPath.criteria(adopted.id), context)
  }

  @Sendable func showWithdraw(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    withdrawCriteriaPage(try await desk.findCriteria(try context.id(), by: context.account).criteria, state)
  }

  @Sendable func withdraw(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<StageCriteria> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.withdrawCriteria(id, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(PremisesPath.criteria(id), context)
  }

  @Sendable func coverage(_: Request, _ context: PortalContext) async throws -> Page {
    let asked = AskedDay(context.query, today: world.today())
    let scheme = context.query.optional("scheme").flatMap { ClusterScheme(rawValue: $0) } ?? .jiangning
    let report = try await desk.coverage(of: scheme, on: asked.day, by: context.account)
    return coveragePage(scheme, report, asked, links, for: context.account)
  }

  @Sendable func showClusters(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let (scheme, today) = (try Self.scheme(context), world.today())
    let report = try await desk.coverage(of: scheme, on: today, by: context.account)
    return clusterListPage(scheme, report, today: today, state)
  }

  @Sendable func replaceClusters(_ form: Form, _ context: PortalContext) async throws -> Response {
    let scheme = try Self.scheme(context)
    var check = FormCheck()
    let from = try check.take("from") { try MovePages.requiredDay(form, "from") }
    let entries = try check.take("lines") { try ClusterEntry.list(form.text("lines")) }
    let standing = try check.take("standing") { try form.choice("standing", of: ClusterStanding.self) }
    let zh = try check.take("source-zh") { try WrittenField.ground.require(form.text("source-zh")) }
    let en = try check.take("source-en") { try WrittenField.ground.require(form.text("source-en")) }
    let reason = try check.take("reason") { try WrittenField.reason.require(form.text("reason")) }
    try check.verify()
    guard let from, let entries, let standing, let zh, let en, let reason else { throw WebRefusal.malformedForm }
    try await desk.replaceClusters(
      of: scheme, with: entries, from: from, standing: standing, source: Phrase(zh: zh, en: en), because: reason,
      by: context.account)
    return .seeOther(PremisesPath.coverage(scheme), context)
  }

  private static func scheme(_ context: PortalContext) throws -> ClusterScheme {
    guard let scheme = ClusterScheme(rawValue: try context.segment("scheme")) else { throw NoSuchPage() }
    return scheme
  }

  @Sendable func showService(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let today = world.today()
    let reports = try await clusters(on: today, context)
    let tenants = try await desk.book(by: context.account).tenants(on: today)
    return servicePage(
      reports, tenants: tenants, asked: context.query.optional("cluster"), today: today, state)
  }

  @Sendable func addService(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let cluster = try check.take("cluster") { try form.required("cluster") }
    let tenant = try check.take("tenant") { try SocialCreditCode(form.required("tenant")) }
    let first = try check.take("first") { try MovePages.requiredDay(form, "first") }
    let ground = try check.take("ground") { try WrittenField.ground.require(form.text("ground")) }
    try check.verify()
    guard let cluster, let tenant, let first, let ground else { throw WebRefusal.malformedForm }
    try await desk.addService(cluster, by: tenant, from: first, ground: ground, account: context.account)
    return .seeOther(PremisesPath.coverage(), context)
  }

  @Sendable func showWithdrawService(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    withdrawServicePage(try await service(context), state)
  }

  @Sendable func withdrawService(_ form: Form, _ context: PortalContext) async throws -> Response {
    let service = try await service(context)
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.withdrawService(service.id, because: form.text("reason"), seen: seen, by: context.account)
    return .seeOther(PremisesPath.coverage(), context)
  }

  private func service(_ context: PortalContext) async throws -> ClusterService {
    let id: ID<ClusterService> = try context.id()
    guard let found = try await desk.services(by: context.account).first(where: { $0.id == id }) else {
      throw PremisesRefusal.unknown(.service)
    }
    return found
  }

  private func clusters(on day: Day, _ context: PortalContext) async throws -> [CoverageReport] {
    var reports: [CoverageReport] = []
    for scheme in ClusterScheme.allCases {
      if let report = try await desk.coverage(of: scheme, on: day, by: context.account) { reports.append(report) }
    }
    return reports
  }
}
