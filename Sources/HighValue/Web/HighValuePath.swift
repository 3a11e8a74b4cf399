import HighValue
import Kernel
import Ledgers
import Markup
import Patents
import Rules

/// Every address of the high-value patents, and of the pages of other parts that they lead to.
enum HighValuePath {
  static func survey(on day: Day? = nil) -> Link { Link("/high-value", query: query(day)) }

  static func patents(_ question: HighValueQuestion, page: Int = 1) -> Link {
    Link("/high-value/patents", query: question.query + (page > 1 ? [("page", "\(page)")] : []))
  }

  static func file(_ question: HighValueQuestion) -> Link { Link("/high-value/patents.csv", query: question.query) }

  static let tables = Link("/high-value/tables")
  static let newTable = Link("/high-value/tables/import")
  static let template = Link("/high-value/tables/template.csv")
  static func trial(_ sha256: String, named name: String) -> Link {
    Link("/high-value/tables/import/\(sha256)", query: [("name", name)])
  }
  static func show(_ id: ID<SEITable>, after place: Int = 0) -> Link {
    Link("/high-value/tables/\(id)", query: place > 0 ? [("after", "\(place)")] : [])
  }
  static func withdraw(_ id: ID<SEITable>) -> Link { Link("/high-value/tables/\(id)/withdraw") }

  static let newList = Link("/high-value/lists/new")
  static func show(_ id: ID<HighValueList>, _ certainty: Certainty? = nil, after number: String = "") -> Link {
    Link(
      "/high-value/lists/\(id)",
      query: (certainty.map { [("certainty", $0.rawValue)] } ?? []) + (number.isEmpty ? [] : [("after", number)]))
  }
  static func show(_ id: ID<HighValueEntry>) -> Link { Link("/high-value/entries/\(id)") }

  static func patent(_ id: ID<Patent>) -> Link { Link("/patents/\(id)") }
  static func rule(_ id: RuleID) -> Link { Link("/rules/\(id)") }
  static func ruling(_ code: String) -> Link { Link("/figures/rulings/\(code)") }
  static let rulings = Link("/figures/rulings")
  static let figure = Link("/figures/C08")
  static func series(_ code: String) -> Link { Link("/series/\(code)") }
  static func record(_ id: ID<LedgerRecord>, in ledger: Ledger) -> Link { Link("\(ledger.path)/\(id)") }
  static func ledger(_ ledger: Ledger) -> Link { Link(ledger.path) }

  static func query(_ day: Day?) -> [(String, String)] { day.map { [("on", "\($0)")] } ?? [] }
}
