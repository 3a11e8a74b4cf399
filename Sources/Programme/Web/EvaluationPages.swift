import API
import Access
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Programme
import ProgrammeStore
import Web

/// Translates between the portal and the desk of the programme, for schemes and evaluations.
struct EvaluationPages: Sendable {
  let desk: ProgrammeDesk
  let links: ProgrammeLinks

  @Sendable func list(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    return evaluationListPage(
      try await desk.schemes(by: account), try await desk.runs(by: account), mayEdit: account.may(.editSchemes))
  }

  @Sendable func scheme(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let file = try await desk.scheme(
      try context.segment("scheme"), version: context.query.optional("version"), by: account)
    return schemePage(file, for: account, figure: links.figure)
  }

  @Sendable func text(_: Request, _ context: PortalContext) async throws -> Response {
    let file = try await desk.scheme(
      try context.segment("scheme"), version: context.query.optional("version"), by: context.account)
    return .download(
      .init(byteBuffer: ByteBuffer(string: schemeText(file.shown.scheme))), name: "\(file.shown.scheme.code).yaml",
      mediaType: "application/yaml; charset=utf-8")
  }

  @Sendable func showNew(_ state: FormState, _: Request, _: PortalContext) async throws -> Page { newSchemePage(state) }

  @Sendable func enter(_ form: Form, _ context: PortalContext) async throws -> Response {
    let scheme = try SchemeReader.scheme(in: try Self.sent(form))
    let version = try await desk.enterScheme(
      scheme, under: form.text("document"), because: form.text("reason"), by: context.account)
    return .seeOther(EvaluationPath.scheme(version.scheme.code), context, saying: .schemeEntered)
  }

  private static func sent(_ form: Form) throws(EvaluationRefusal) -> String {
    guard let file = form.file("scheme"), file.size > 0 else {
      guard let text = form.optional("text") else { throw .schemeMissing }
      return text
    }
    guard file.size <= Int64(SchemeReader.limit), let content = FileManager.default.contents(atPath: file.path),
      let text = String(data: content, encoding: .utf8), !text.utf8.contains(0)
    else {
      throw .badScheme(line: nil, Phrase(zh: "文件不是 UTF-8 文本，或过大", en: "The file is no UTF-8 text, or too large"))
    }
    return text
  }

  @Sendable func showWeights(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    weightsPage(try await desk.scheme(try context.segment("scheme"), by: context.account).shown, state)
  }

  @Sendable func weigh(_ form: Form, _ context: PortalContext) async throws -> Response {
    let code = try context.segment("scheme")
    let present = try await desk.scheme(code, by: context.account).shown
    var weights: [String: Points?] = [:]
    var check = FormCheck()
    for indicator in present.scheme.indicators {
      let field = "weight-" + indicator.code
      weights[indicator.code] = try check.take(field) { () throws(EvaluationRefusal) -> Points? in
        guard let text = form.optional(field) else { return nil }
        guard let weight = Points(text) else { throw .wrongWeight(indicator: indicator.code) }
        return weight
      }
    }
    try check.verify()
    try await desk.weigh(
      code, with: weights, under: form.text("document"), because: form.text("reason"), seen: form.text("seen"),
      by: context.account)
    return .seeOther(EvaluationPath.scheme(code), context, saying: .schemeEntered)
  }

  @Sendable func showNewRun(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    newRunPage(try await desk.scheme(try context.segment("scheme"), by: context.account).shown, state)
  }

  @Sendable func evaluate(_ form: Form, _ context: PortalContext) async throws -> Response {
    let code = try context.segment("scheme")
    let present = try await desk.scheme(code, by: context.account).shown
    var check = FormCheck()
    let cutoff = try check.take("cutoff") { try form.day("cutoff") } ?? nil
    var reviews: [String: IndicatorInput.Review] = [:]
    for indicator in present.scheme.indicators where indicator.isReviewed {
      let field = "score-" + indicator.code
      guard let text = form.optional(field) else { continue }
      let score = try check.take(field) { () throws(EvaluationRefusal) -> Score in
        guard let score = Score(text) else { throw .wrongScore(indicator: indicator.code) }
        return score
      }
      let note = form.text("note-" + indicator.code)
      if note.isEmpty {
        check.refuse("note-" + indicator.code, EvaluationRefusal.reviewNoteMissing(indicator: indicator.code))
      }
      if let score { reviews[indicator.code] = IndicatorInput.Review(score: score, note: note) }
    }
    try check.verify()
    let id = try await desk.evaluate(
      by: code, at: cutoff, reviews: reviews, note: form.text("note"), seen: form.optional("seen"),
      by: context.account)
    return .seeOther(EvaluationPath.run(id), context, saying: .evaluated)
  }

  @Sendable func run(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let file = try await desk.run(try context.id(), by: account)
    return runPage(
      file, links: (links.figure, links.history(account, file.run.id.subject)), mayAdd: account.may(.runEvaluations))
  }

  @Sendable func showEvidence(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    evidencePage(try await desk.run(try context.id(), by: context.account), state)
  }

  @Sendable func addEvidence(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<EvaluationRun> = try context.id()
    try await desk.addEvidence(
      form.text("reference"), sha256: form.text("sha256"), for: form.text("indicator"), of: id, by: context.account)
    return .seeOther(EvaluationPath.run(id), context, saying: .evidenceListed)
  }

  @Sendable func pack(_: Request, _ context: PortalContext) async throws -> Response {
    let id: ID<EvaluationRun> = try context.id()
    let bytes = try await desk.evidencePack(of: id, by: context.account)
    return .download(
      .init(byteBuffer: ByteBuffer(bytes: bytes)), name: "evaluation-\(id).zip", mediaType: "application/zip")
  }

  @Sendable func compare(_: Request, _ context: PortalContext) async throws -> Page {
    let account = context.account
    let runs = try await desk.runs(by: account)
    let one = context.query.optional("one").flatMap { ID<EvaluationRun>($0) }
    let other = context.query.optional("other").flatMap { ID<EvaluationRun>($0) }
    var files: (RunFile, RunFile)?
    if let one, let other, one != other {
      files = (try await desk.run(one, by: account), try await desk.run(other, by: account))
    }
    return comparePage(runs, one, other, files)
  }
}
