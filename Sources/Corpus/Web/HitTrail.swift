public import Corpus
public import CorpusStore
import Kernel
public import Markup
public import Web

/// The question of an address that is made like those of the search; every document where it asks nothing.
public func searchedQuestion(_ context: PortalContext) -> CorpusQuestion {
  SearchQuestion.question(context.query) ?? CorpusQuestion()
}

/// The way through the hits of a search, for the page of one of them; nothing for whoever comes from elsewhere.
public func hitTrail(
  of id: Int64, in context: PortalContext, desk: CorpusDesk, links: SearchLinks
) async throws -> HTML {
  guard let place = context.query.optional("hit").flatMap({ Int($0) }), (1...CorpusQuestion.deepest).contains(place),
    let question = SearchQuestion.question(context.query)
  else { return "" }
  var asked = question
  asked.limit = 3
  let offset = max(place - 2, 0)
  if offset > 0 { asked.cursor = CorpusCursor(offset: offset) }
  let answer: CorpusAnswer
  do { answer = try await desk.search(asked, by: context.account) } catch is any Refusal { return "" }
  // What was imported meanwhile may have moved the hits: then the list alone is offered.
  guard let here = answer.hits.firstIndex(where: { $0.id == id }) else {
    return navigation(question, place: place, of: answer.total, before: nil, behind: nil)
  }
  func link(_ step: Int) -> Link? {
    guard answer.hits.indices.contains(here + step) else { return nil }
    let address = links.document(answer.hits[here + step].id).target
    return Link(address, query: SearchPath.query(question) + [("hit", "\(offset + here + step + 1)")])
  }
  return navigation(
    question, place: offset + here + 1, of: answer.total, before: here > 0 ? link(-1) : nil, behind: link(1))
}

private func navigation(
  _ question: CorpusQuestion, place: Int, of total: Int, before: Link?, behind: Link?
) -> HTML {
  let page = (place - 1) / SearchQuestion.hitsPerPage + 1
  return """
    <nav class="pager hit-trail" aria-label="\(Phrase(zh: "检索命中", en: "Hits of the search"))">\
    \(before.map { "<a rel=\"prev\" href=\"\($0)\">\(Phrase(zh: "← 上一件", en: "← Previous hit"))</a>" as HTML })\
    <a class="hit-list" href="\(SearchPath.results(question, page: page))">\(Phrase(zh: "命中列表（第 \(Count(place)) 件，共 \(Count(total)) 件）", en: "List of hits (\(Count(place)) of \(Count(total)))"))</a>\
    \(behind.map { "<a rel=\"next\" href=\"\($0)\">\(Phrase(zh: "下一件 →", en: "Next hit →"))</a>" as HTML })</nav>
    """
}
