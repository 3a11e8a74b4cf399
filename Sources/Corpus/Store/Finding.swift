import Corpus
import Foundation
import Kernel

/// What a question finds in a state of the index, with the time it took.
struct Finding: Sendable {
  let selection: CorpusSelection
  let hits: [CorpusHit]
  let facets: [CorpusTally]
  let next: CorpusCursor?
  let milliseconds: Double

  init(
    _ question: CorpusQuestion, _ query: CorpusQuery, _ page: CorpusQuestion.Page, in snapshot: CorpusSnapshot,
    world: World
  ) {
    let start = world.now()
    selection = snapshot.select(query)
    hits = selection.top(page.limit, after: page.offset, by: question.order)
    facets = question.facets.map { [selection] column in
      switch column {
      case .filingYear, .publicationYear: selection.tally(column)
      default: selection.tally(column, top: max(0, question.facetLimit))
      }
    }
    milliseconds = world.now().timeIntervalSince(start) * 1_000
    let end = page.offset + hits.count
    let goesOn = !hits.isEmpty && hits.count == page.limit && end < min(selection.count, CorpusQuestion.deepest)
    next = goesOn ? CorpusCursor(offset: end) : nil
  }
}
