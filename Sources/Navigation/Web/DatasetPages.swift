import Corpus
import Foundation
import Hummingbird
import Kernel
import Markup
import NIOCore
import Navigation
import NavigationStore
import Tables
import Web

/// The pages of frozen datasets: freezing, looking, cleaning, running again.
struct DatasetPages: Sendable {
  let desk: NavigationDesk
  let links: NavigationLinks

  @Sendable func showFreeze(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.kept(context)
    guard !file.table.isEmpty else { throw NavigationRefusal.noBranches }
    return freezePage(file, try await desk.trial(of: file.project.id, by: context.account), state)
  }

  @Sendable func freeze(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    guard let seen = form.revision() else { throw WebRefusal.malformedForm }
    try await desk.freeze(id, seen: seen, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "dataset"), context, saying: .datasetFrozen)
  }

  @Sendable func documents(_: Request, _ context: PortalContext) async throws -> Page {
    let question = DatasetQuestion(context.query)
    let id: ID<NavigationProject> = try context.id()
    do {
      let (file, lines) = try await chosen(id, question, context)
      return documentsPage(file, lines, question, links)
    } catch let refusal as CorpusRefusal {
      guard refusal.fault != nil else { throw refusal }
      let (file, _) = try await desk.documents(of: id, by: context.account)
      return documentsPage(file, [], question, links, fault: refusal.phrase)
    }
  }

  private func chosen(
    _ id: ID<NavigationProject>, _ question: DatasetQuestion, _ context: PortalContext
  ) async throws -> (NavigationFile, [DatasetLine]) {
    let (file, all) = try await desk.documents(of: id, by: context.account)
    let lines = all.filter(question.selects)
    guard !question.text.isEmpty else { return (file, lines) }
    let figures = try await desk.figures(of: id, by: context.account)
    let found = Set(try figures.corpus.documents(where: question.text).map(\.id))
    return (file, lines.filter { found.contains($0.document.id) })
  }

  @Sendable func csv(_: Request, _ context: PortalContext) async throws -> Response {
    let (_, lines) = try await chosen(try context.id(), DatasetQuestion(context.query), context)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: datasetCSV(lines, in: context.language, for: .people))),
      name: "navigation-dataset.csv", mediaType: "text/csv; charset=utf-8")
  }

  @Sendable func showClean(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    cleanPage(try await desk.kept(context), state, links, chosen: context.query.optional("which") ?? "")
  }

  @Sendable func clean(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    var check = FormCheck()
    let reason = try check.take("reason") { try form.choice("reason", of: RemovalReason.self) }
    if form.optional("note") == nil { check.refuse("note", FieldFault.missing) }
    try check.verify()
    guard let reason else { throw WebRefusal.malformedForm }
    let numbers = form.text("which").split { $0.isNewline || ",，;；、\t".contains($0) }.map(String.init)
    do {
      try await desk.remove(
        RemovalDraft(
          numbers: numbers, query: form.text("query"), reason: reason, into: form.text("into"), note: form.text("note")),
        from: id, by: context.account)
    } catch let refusal as CorpusRefusal {
      throw FormRefusal([FieldRefusal(refusal, in: "query")])
    }
    return .seeOther(NavigationPath.show(id, at: "dataset"), context, saying: .documentsRemoved)
  }

  @Sendable func merge(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.mergeApplications(in: id, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "dataset"), context, saying: .documentsRemoved)
  }

  @Sendable func restore(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    guard let document = ID<FrozenDocument>(form.text("document")) else { throw WebRefusal.malformedForm }
    try await desk.restore(document.number, in: id, by: context.account)
    return .seeOther(
      NavigationPath.documents(id, DatasetQuestion(state: .removed)), context, saying: .documentRestored)
  }

  @Sendable func showLog(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    logPage(try await desk.kept(context), state)
  }

  @Sendable func closeLog(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.closeLog(form.text("statement"), of: id, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "dataset"), context, saying: .logClosed)
  }

  @Sendable func rerun(_: Request, _ context: PortalContext) async throws -> Page {
    rerunPage(try await desk.rerun(try context.id(), by: context.account), links)
  }
}
