import Journal
import Kernel
import Markup

/// Every address of the journal.
enum JournalPath {
  static let list = Link("/journal")
  static let heads = Link("/journal/heads")
  static let headsTable = Link("/journal/heads.csv")
  static let headsFeed = Link("/journal/heads.atom")
  static let verify = Link("/journal/verify")

  /// Entries before `number`, of one action or of all.
  static func list(action: String? = nil, before number: Int64? = nil) -> Link {
    let query = [("action", action), ("before", number.map(String.init))]
    return Link("/journal", query: query.compactMap { name, value in value.map { (name, $0) } })
  }

  static func entry(_ number: Int64) -> Link { Link("/journal/entries/\(number)") }

  static func history(_ subject: Subject) -> Link {
    Link("/journal/records/\(subject.table)/\(ID<Subject>(subject.number))")
  }
}

extension Subject {
  /// A record by its address: an id, or the plain number that a check names it by.
  init?(table: String, key: String) {
    guard let number = ID<Subject>(key)?.number ?? Int64(key) else { return nil }
    self.init(table: table, number: number)
  }
}
