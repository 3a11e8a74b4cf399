import Corpus
import Kernel
import Web

/// What an address asks of the search.
struct SearchQuestion {
  /// Nil where nothing is asked yet.
  let question: CorpusQuestion?
  /// The page of the hits, from 1.
  let page: Int

  static let hitsPerPage = 20
  /// Narrowings that are taken from an address.
  private static let narrowingLimit = 40

  init(_ query: Query) {
    page = query.optional("page").flatMap { Int($0) }.map { min(max($0, 1), 100_000) } ?? 1
    question = Self.question(query)
  }

  /// The question of an address: typed, or put together from the fields of the builder.
  static func question(_ query: Query) -> CorpusQuestion? {
    let narrowings = query.all("f").prefix(narrowingLimit).compactMap { CorpusNarrowing($0) }
    let order = CorpusOrder(word: query.text("sort")) ?? .relevance
    let built = QueryBuilder(query).text
    guard query.pairs.contains(where: { $0.name == "q" }) || built != nil || !narrowings.isEmpty else { return nil }
    return CorpusQuestion(built ?? query.text("q"), order: order).narrowed(to: narrowings)
  }

  /// With everything that the page shows.
  func asked(facets: [CorpusColumn]) -> CorpusQuestion? {
    guard var asked = question else { return nil }
    asked.facets = facets
    asked.facetLimit = FacetPanel.valueLimit
    asked.limit = Self.hitsPerPage
    asked.explains = true
    if page > 1 { asked.cursor = CorpusCursor(offset: (page - 1) * Self.hitsPerPage) }
    return asked
  }
}
