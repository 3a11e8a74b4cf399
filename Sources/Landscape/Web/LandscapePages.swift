import Access
import Corpus
import HTTPTypes
import Hummingbird
import Kernel
import Landscape
import LandscapeStore
import Markup
import NIOCore
import Web

/// Translates between the portal and the landscapes.
struct LandscapePages: Sendable {
  let desk: LandscapeDesk
  let parties: Permission

  @Sendable func show(_: Request, _ context: PortalContext) async throws -> Page {
    let asked = LandscapeQuestion(context.query)
    do {
      let file = try await desk.draw(asked.question, asked.options, by: context.account)
      return LandscapeView(file: file, words: desk.words, mayReadParties: context.account.may(parties)).page
    } catch let refusal as CorpusRefusal {
      guard refusal.fault != nil else { throw refusal }
      return landscapeRefused(asked, refusal)
    }
  }

  @Sendable func file(_: Request, _ context: PortalContext) async throws -> Response {
    let name = context.query.optional("analysis") ?? AnalysisKind.filings.rawValue
    guard let kind = AnalysisKind(rawValue: name) else { throw NoSuchPage() }
    let asked = LandscapeQuestion(context.query)
    let file = try await desk.draw(asked.question, asked.options, by: context.account)
    guard let analysis = file.report.analysis(kind) else { throw NoSuchPage() }
    let table = LandscapeTable(
      file: file, isDemonstration: context.site.isDemonstration, words: desk.words, language: context.language)
    return csvAnswer(table.csv(analysis), name: "landscape-\(kind.rawValue).csv")
  }

  private func csvAnswer(_ text: String, name: String) -> Response {
    var response = Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: text)))
    response.headers[.contentType] = "text/csv; charset=utf-8"
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }
}
