import API
import Access
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Programme
import ProgrammeStore
import Web

/// Translates between the portal and the desk of the programme, for whole plans.
struct PlanPages: Sendable {
  let desk: ProgrammeDesk
  let links: ProgrammeLinks

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    planListPage(try await desk.plans(by: context.account), mayEdit: context.account.may(.editPlan))
  }

  @Sendable func showNew(_ state: FormState, _: Request, _: PortalContext) async throws -> Page { newPlanPage(state) }

  @Sendable func create(_ form: Form, _ context: PortalContext) async throws -> Response {
    var check = FormCheck()
    let year = try check.take("year") { try form.integer("year", in: Plan.years) }
    let title = try check.take("title") { try form.required("title") }
    try check.verify()
    guard let year = year ?? nil, let title else { throw FieldRefusal(FieldFault.missing, in: "year") }
    try await desk.createPlan(of: year, titled: title, by: context.account)
    return .seeOther(PlanPath.show(year), context, saying: .planMade)
  }

  /// A year without a plan that the reader may see has a page that says so.
  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let year = try context.year()
    do {
      let file = try await desk.plan(of: year, by: context.account)
      return planPage(file, Self.filter(context.query), for: context.account)
    } catch PlanRefusal.unknownPlan {
      return noPlanPage(year, mayEdit: context.account.may(.editPlan))
    }
  }

  @Sendable func table(_: Request, _ context: PortalContext) async throws -> Response {
    let file = try await desk.plan(of: try context.year(), by: context.account)
    return .csv(planTable(file), name: "plan-\(file.plan.year).csv")
  }

  @Sendable func showApproval(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    approvalPage(try await desk.plan(of: try context.year(), by: context.account), state)
  }

  @Sendable func approve(_ form: Form, _ context: PortalContext) async throws -> Response {
    let year = try context.year()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    let isAdjusted = form.text("adjust") == "yes"
    if isAdjusted {
      try await desk.rebaselinePlan(of: year, because: form.text("reason"), seen: seen, by: context.account)
    } else {
      try await desk.approvePlan(of: year, under: form.text("document"), seen: seen, by: context.account)
    }
    return .seeOther(PlanPath.show(year), context, saying: isAdjusted ? .planAdjusted : .planApproved)
  }

  @Sendable func showImport(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    importPage(try await desk.plan(of: try context.year(), by: context.account), state)
  }

  @Sendable func receive(_ form: Form, _ context: PortalContext) async throws -> Response {
    let year = try context.year()
    guard let file = form.file("file"), file.size > 0 else { throw FieldRefusal(FieldFault.noFile, in: "file") }
    let sheet: TaskSheet
    do {
      sheet = try TaskSheet(path: file.path)
    } catch let refusal as any Refusal {
      throw FieldRefusal(refusal, in: "file")
    }
    let rows = try await desk.importTasks(sheet, sha256: file.sha256, toPlanOf: year, by: context.account)
    return importedPage(rows, year).answer(context)
  }

  @Sendable func template(_: Request, _ context: PortalContext) async throws -> Response {
    .csv(TaskSheet.template, name: "plan-template.csv")
  }

  /// A light that there is not filters nothing.
  private static func filter(_ query: Query) -> PlanFilter {
    PlanFilter(
      person: query.optional("person"), department: query.optional("department"),
      colour: query.optional("light").flatMap { TaskLight.Colour(rawValue: $0) })
  }
}

extension PortalContext {
  /// The year in the path.
  func year() throws(NoSuchPage) -> Int {
    guard let year = Int(try segment("year")), Plan.years.contains(year) else { throw NoSuchPage() }
    return year
  }
}

extension Response {
  static func csv(_ text: String, name: String) -> Response {
    .download(.init(byteBuffer: ByteBuffer(string: text)), name: name, mediaType: "text/csv; charset=utf-8")
  }
}
