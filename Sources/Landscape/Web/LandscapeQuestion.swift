import Corpus
import Landscape
import Web

/// What an address asks of the landscape: the question as the search has it, and how it is to be drawn.
struct LandscapeQuestion {
  let question: CorpusQuestion
  let options: LandscapeOptions

  /// Narrowings that are taken from an address.
  private static let narrowingLimit = 40

  init(_ query: Query) {
    let narrowings = query.all("f").prefix(Self.narrowingLimit).compactMap { CorpusNarrowing($0) }
    question = CorpusQuestion(query.text("q")).narrowed(to: narrowings)
    var options = LandscapeOptions()
    if let level = IPCLevel(rawValue: query.text("level")) { options.level = level }
    if let rows = Int(query.text("rows")), LandscapeOptions.lengths.contains(rows) { options.rows = rows }
    options.mergesNames = query.text("names") != "written"
    self.options = options
  }
}
