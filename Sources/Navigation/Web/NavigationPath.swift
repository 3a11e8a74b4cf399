import Kernel
import Landscape
import Markup
import Navigation
import Rules

/// Every address of the navigation projects.
enum NavigationPath {
  static let index = Link("/navigations")
  static let new = Link("/navigations/new")

  static func show(_ id: ID<NavigationProject>, at part: String? = nil) -> Link {
    Link("/navigations/\(id)", fragment: part)
  }

  /// A page or form of a project, such as `method`.
  static func part(_ id: ID<NavigationProject>, _ part: String) -> Link { Link("/navigations/\(id)/\(part)") }

  static func documents(_ id: ID<NavigationProject>, _ question: DatasetQuestion = DatasetQuestion()) -> Link {
    Link("/navigations/\(id)/documents", query: question.query)
  }

  /// The documents that a number counts; nil where no search can be as long as that.
  static func documents(_ id: ID<NavigationProject>, _ narrowing: Narrowing?) -> Link? {
    guard let narrowing else { return documents(id) }
    return narrowing.text(behind: "").map { documents(id, DatasetQuestion(text: $0)) }
  }

  static func file(_ id: ID<NavigationProject>, _ kind: AnalysisKind) -> Link {
    Link("/navigations/\(id)/figures.csv", query: [("analysis", kind.rawValue)])
  }

  static func section(_ id: ID<NavigationProject>, _ section: NavigationSection) -> Link {
    Link("/navigations/\(id)/sections/\(section.key)")
  }

  static func rule(_ id: RuleID) -> Link { Link("/rules/\(id)") }
}
