import Corpus
import CorpusStore
import Kernel
import Markup

/// Every address of the search's pages.
enum SearchPath {
  static let search = Link("/search")
  static let help = Link("/search/help")
  static let saved = Link("/search/saved")
  static let alerts = Link("/search/alerts")

  static func results(_ question: CorpusQuestion, page: Int = 1) -> Link {
    Link("/search", query: query(question) + (page > 1 ? [("page", "\(page)")] : []))
  }

  /// A question as it stands in addresses.
  static func query(_ question: CorpusQuestion) -> [(String, String)] {
    [("q", question.text)] + question.narrowings.map { ("f", $0.description) }
      + (question.order == .relevance ? [] : [("sort", question.order.word)])
  }

  static func save(_ question: CorpusQuestion) -> Link { Link("/search/saved/new", query: query(question)) }
  static func set(_ watch: QueryWatch, of id: ID<SavedQuery>) -> Link { Link("/search/saved/\(id)/\(watch.rawValue)") }
  static func delete(_ id: ID<SavedQuery>) -> Link { Link("/search/saved/\(id)/delete") }
  static func alert(_ id: ID<QueryAlert>) -> Link { Link("/search/alerts", query: [("alert", "\(id)")]) }
  static func alerts(before id: ID<QueryAlert>) -> Link { Link("/search/alerts", query: [("before", "\(id)")]) }
}
