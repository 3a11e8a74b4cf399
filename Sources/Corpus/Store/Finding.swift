import Corpus

/// What a question finds in a state of the index.
struct Finding: Sendable {
  let total: Int
  let hits: [CorpusHit]
  let facets: [CorpusTally]
  let next: CorpusCursor?
  /// Why hits rank as they do, where that was asked for.
  let explanations: [Int64: CorpusExplanation]

  init(_ question: CorpusQuestion, _ page: CorpusQuestion.Page, in selection: CorpusSelection) {
    total = selection.count
    hits = selection.top(page.limit, after: page.offset, by: question.order)
    facets = question.facets.map { column in
      switch column {
      case .filingYear, .publicationYear: selection.tally(column)
      default: selection.tally(column, top: max(0, question.facetLimit))
      }
    }
    let explained = question.explains ? hits.compactMap { hit in selection.explain(hit.id).map { (hit.id, $0) } } : []
    explanations = Dictionary(explained) { first, _ in first }
    let end = page.offset + hits.count
    let goesOn = !hits.isEmpty && hits.count == page.limit && end < min(selection.count, CorpusQuestion.deepest)
    next = goesOn ? CorpusCursor(offset: end) : nil
  }
}
