import Corpus
import Kernel
import Landscape
import Markup
import Rules

/// Every address of the landscapes, and the ways from their numbers to documents.
enum LandscapePath {
  static func page(_ question: CorpusQuestion, _ options: LandscapeOptions) -> Link {
    Link("/landscape", query: query(question) + query(options))
  }

  static func file(_ kind: AnalysisKind, _ question: CorpusQuestion, _ options: LandscapeOptions) -> Link {
    Link("/landscape/csv", query: [("analysis", kind.rawValue)] + query(question) + query(options))
  }

  /// The documents that a number counts; nil where no search can be as long as that.
  static func documents(_ question: CorpusQuestion, _ narrowing: Narrowing? = nil) -> Link? {
    guard let narrowing else { return Link("/search", query: query(question)) }
    return narrowing.text(behind: question.text).map { text in
      Link("/search", query: [("q", text)] + narrowings(question))
    }
  }

  static func rule(_ id: RuleID) -> Link { Link("/rules/\(id)") }

  /// Where the spellings of a name are merged and taken apart.
  static func party(_ name: String) -> Link { Link("/parties", query: [("q", name)]) }

  private static func query(_ question: CorpusQuestion) -> [(String, String)] {
    [("q", question.text)] + narrowings(question)
  }

  static func narrowings(_ question: CorpusQuestion) -> [(String, String)] {
    question.narrowings.map { ("f", $0.description) }
  }

  /// What differs from the usual.
  private static func query(_ options: LandscapeOptions) -> [(String, String)] {
    let usual = LandscapeOptions()
    var query: [(String, String)] = []
    if options.level != usual.level { query.append(("level", options.level.rawValue)) }
    if options.rows != usual.rows { query.append(("rows", "\(options.rows)")) }
    if !options.mergesNames { query.append(("names", "written")) }
    return query
  }
}
