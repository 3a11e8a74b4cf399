import Corpus
import Documents
import Foundation
import Hummingbird
import Kernel
import Landscape
import Markup
import NIOCore
import Navigation
import NavigationStore
import Tables
import Web

/// The report in its four forms: page, PDF, DOCX, and the files of its figures.
struct ReportPages: Sendable {
  let desk: NavigationDesk
  let fonts: LetterFonts
  let links: NavigationLinks

  @Sendable func report(_: Request, _ context: PortalContext) async throws -> Page {
    let figures = try await desk.figures(of: try context.id(), by: context.account)
    return reportPage(figures, links, words: sourceWords)
  }

  @Sendable func method(_: Request, _ context: PortalContext) async throws -> Page {
    let figures = try await desk.figures(of: try context.id(), by: context.account)
    return methodPage(figures, links, words: sourceWords)
  }

  private func sourceWords(_ source: String) -> Phrase? { desk.words(.source, source) }

  @Sendable func figures(_: Request, _ context: PortalContext) async throws -> Response {
    let kind = AnalysisKind(rawValue: context.query.optional("analysis") ?? AnalysisKind.filings.rawValue)
    let figures = try await desk.figures(of: try context.id(), by: context.account)
    guard let kind, let analysis = figures.corpus.report.analysis(kind) else {
      throw NavigationRefusal.unknown(.analysis)
    }
    let words = AnalysisWords(words: desk.words, language: context.language)
    let text = words.csv(analysis, of: figures, isDemonstration: context.site.isDemonstration)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(string: text)), name: "navigation-\(kind.rawValue).csv",
      mediaType: "text/csv; charset=utf-8")
  }

  @Sendable func pdf(_: Request, _ context: PortalContext) async throws -> Response {
    let bytes = try await written(context).pdf(fonts: fonts)
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)), name: "navigation-report.pdf", mediaType: "application/pdf")
  }

  @Sendable func word(_: Request, _ context: PortalContext) async throws -> Response {
    let parts = try await written(context).wordParts.map { (path: $0.path, bytes: Array($0.text.utf8)) }
    return .download(
      ResponseBody(byteBuffer: ByteBuffer(bytes: try ZipPacker.pack(parts))), name: "navigation-report.docx",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  }

  private func written(_ context: PortalContext) async throws -> Report {
    let figures = try await desk.figures(of: try context.id(), by: context.account)
    let words = AnalysisWords(words: desk.words, language: context.language)
    return NavigationReportText(figures: figures, words: words, site: context.site).report
  }

  @Sendable func showSection(_ state: FormState, _: Request, _ context: PortalContext) async throws -> Page {
    let file = try await desk.kept(context)
    guard let section = file.project.facts.kind.section(try context.segment("section")) else { throw NoSuchPage() }
    return sectionPage(file, section, state)
  }

  @Sendable func write(_ form: Form, _ context: PortalContext) async throws -> Response {
    let id: ID<NavigationProject> = try context.id()
    try await desk.write(form.raw("text"), in: try context.segment("section"), of: id, by: context.account)
    return .seeOther(NavigationPath.show(id, at: "chapters"), context, saying: .sectionWritten)
  }
}
