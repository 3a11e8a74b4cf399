import Kernel
import Markup
import Parties

/// Every address of the parties.
enum PartyPath {
  static let list = Link("/parties")

  /// Parties whose names contain `part`, after `last`.
  static func list(containing part: String?, after last: ID<Party>? = nil) -> Link {
    let query = [("q", part), ("after", last?.description)]
    return Link("/parties", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func show(_ id: ID<Party>) -> Link { Link("/parties/\(id)") }

  /// The form of a merge, with what is searched for as its target.
  static func merge(_ id: ID<Party>, searching part: String? = nil) -> Link {
    Link("/parties/\(id)/merge", query: part.map { [("q", $0)] } ?? [])
  }

  static func unmerge(_ id: ID<Party>) -> Link { Link("/parties/\(id)/unmerge") }
}
