import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Parties
import Patents
public import PatentsStore
public import Web

/// The pages and endpoints of the patent register.
///
/// - Parameters:
///   - trail: the way through the hits of a search.
///   - sections: what other parts say of a patent.
///   - results: what a search finds, to be taken along.
public func addPatentDoors(
  to routes: inout Routes, desk: PatentDesk, trail: PatentTrail = .none, sections: PatentSections = .none,
  results: PatentResults? = nil
) {
  let pages = PatentPages(desk: desk, trail: trail, sections: sections)
  routes.page("/patents", needs: .readPatents, pages.list)
  routes.page("/patents/:id", needs: .readPatents, pages.show)
  routes.form("/patents/:id/merge", needs: .mergePatents, show: pages.showMerge, submit: pages.merge)
  if let results { addResultDoors(to: &routes, desk: desk, results: results) }
  let imports = ImportPages(desk: desk)
  let terms = SourceTermPages(desk: desk)
  routes.form("/imports/terms", needs: .setSourceTerms, show: terms.show, submit: terms.submit)
  routes.page("/imports", needs: .readImports, imports.list)
  routes.form("/imports/new", needs: .importPatents, show: imports.showNew, submit: imports.receive)
  routes.form("/imports/uploads/:sha256", needs: .importPatents, show: imports.showUpload, submit: imports.order)
  addMappingDoors(to: &routes, desk: desk)
  let order = SourceOrderPages(desk: desk)
  routes.page("/imports/order", needs: .readImports, order.show)
  routes.form("/imports/order/apply", needs: .reorderSources, show: order.showApply, submit: order.apply)
  routes.page("/imports/:id", needs: .readImports, imports.show)
  routes.page("/imports/:id/rows/:row", needs: .readImports, imports.showRow)
  routes.file("/imports/:id/report.csv", needs: .readImports, imports.report)
  routes.form("/imports/:id/withdraw", needs: .withdrawImports, show: imports.showWithdraw, submit: imports.withdraw)
  addTrademarkDoors(to: &routes, desk: desk)
  addPatentEndpoints(to: &routes, desk: desk)
}

private func addMappingDoors(to routes: inout Routes, desk: PatentDesk) {
  let mappings = MappingPages(desk: desk)
  routes.form(
    "/imports/uploads/:sha256/columns", needs: .importPatents, show: mappings.showColumns, submit: mappings.saveColumns)
  routes.page("/imports/mappings", needs: .readImports, mappings.list)
  routes.page("/imports/mappings/:id", needs: .readImports, mappings.show)
  routes.form(
    "/imports/mappings/:id/withdraw", needs: .importPatents, show: mappings.showWithdraw, submit: mappings.withdraw)
  routes.say([.mappingSaved, .mappingWithdrawn])
  addMappingEndpoints(to: &routes, desk: desk)
}

/// What the pages of the register do: read the request, ask the desk, hand over to a view.
struct PatentPages: Sendable {
  let desk: PatentDesk
  let trail: PatentTrail
  let sections: PatentSections

  @Sendable func list(_ request: Request, _ context: PortalContext) async throws -> Page {
    let question = PatentQuestion(context.query)
    let facets = try await desk.facets(by: context.account)
    guard question.faults.isEmpty else { return patentListPage(nil, question, facets) }
    let page = try await desk.page(question.filter, after: question.cursor, by: context.account)
    return patentListPage(page, question, facets)
  }

  @Sendable func show(_ request: Request, _ context: PortalContext) async throws -> Page {
    let dossier = try await desk.find(context.id(), by: context.account)
    return patentPage(
      dossier, for: context.account, trail: try await trail.navigation(dossier.patent.id, context),
      marking: PatentMarking(context.query),
      sections: try await sections.below(dossier.patent.id, context))
  }

  @Sendable func showMerge(_ state: FormState, _ request: Request, _ context: PortalContext) async throws -> Page {
    patentMergePage(try await desk.find(context.id(), by: context.account).patent, state)
  }

  @Sendable func merge(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<Patent> = try context.id()
    var check = FormCheck()
    let target = try check.take("into") { () throws -> ID<Patent> in
      let text = try form.required("into")
      guard let target = ID<Patent>(text.split(separator: "/").last ?? "") else {
        throw PatentRefusal.unknown(id)
      }
      return target
    }
    let reason = try check.take("reason") { try form.required("reason") }
    try check.verify()
    guard let target, let reason else { throw PatentRefusal.reasonMissing }
    try await desk.merge(id, into: target, because: reason, seen: form.revision() ?? 0, by: context.account)
    return .seeOther(PatentPath.show(target), context)
  }
}
