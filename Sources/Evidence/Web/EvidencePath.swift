import Evidence
import EvidenceStore
import Kernel
import Markup

/// Every address of the evidence.
enum EvidencePath {
  static let list = Link("/evidence")
  static let new = Link("/evidence/new")

  static func list(_ filter: EvidenceFilter, after last: ID<EvidenceItem>? = nil) -> Link {
    let words = filter.words.joined(separator: " ")
    let query: [(String, String?)] = [
      ("q", words.isEmpty ? nil : words), ("grade", filter.grade?.code),
      ("standing", filter.standing == .standing ? nil : filter.standing.rawValue), ("after", last?.description),
    ]
    return Link("/evidence", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func show(_ id: ID<EvidenceItem>) -> Link { Link("/evidence/\(id)") }
  static func file(_ id: ID<EvidenceItem>) -> Link { Link("/evidence/\(id)/file") }
  static func withdraw(_ id: ID<EvidenceItem>) -> Link { Link("/evidence/\(id)/withdraw") }
}
