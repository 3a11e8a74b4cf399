import API
import Access
import Corpus
import CorpusStore
import Hummingbird
import Kernel
import Markup
import Web

/// What the pages of the search do: read the address, ask the desk, hand over to a view.
struct SearchPages: Sendable {
  let desk: CorpusDesk
  let links: SearchLinks

  @Sendable func search(_ request: Request, _ context: PortalContext) async throws -> Page {
    let asked = SearchQuestion(context.query)
    guard let question = asked.question else {
      return searchLandingPage(try await desk.status(by: context.account), links)
    }
    guard let whole = asked.asked(facets: FacetPanel.columns(for: question)) else { throw NoSuchPage() }
    do {
      let answer = try await desk.search(whole, by: context.account)
      return searchPage(answer, asked, question, shown(context))
    } catch let refusal as CorpusRefusal where refusal.fault != nil {
      return searchRefusedPage(refusal, question, links)
    } catch let refusal as CorpusSearchRefusal {
      return searchRefusedPage(refusal, question, links)
    }
  }

  @Sendable func help(_ request: Request, _ context: PortalContext) async throws -> Page { searchHelpPage() }

  private func shown(_ context: PortalContext) -> SearchShown {
    SearchShown(links: links, words: ValueWords(known: desk.register.words), account: context.account)
  }
}
