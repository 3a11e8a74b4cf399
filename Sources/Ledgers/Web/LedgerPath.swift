import Kernel
import Ledgers
import LedgersStore
import Markup

/// Every address of one ledger.
struct LedgerPath {
  private let base: String

  init(_ ledger: Ledger) { base = ledger.path }

  var list: Link { Link(base) }
  var new: Link { Link(base + "/new") }
  var newImport: Link { Link(base + "/import") }
  func template(_ ending: String) -> Link { Link(base + "/template." + ending) }

  /// The list narrowed by `query`, behind `cursor`.
  func list(_ query: [(String, String)], after cursor: LedgerCursor? = nil) -> Link {
    Link(base, query: query + (cursor.map { [("after", "\($0.day)~\($0.id)")] } ?? []))
  }

  /// The list of what it holds about one organisation.
  func list(of code: String) -> Link { Link(base, query: [(LedgerQuestion.owner, code)]) }

  func export(_ ending: String, _ query: [(String, String)]) -> Link { Link(base + "/export." + ending, query: query) }

  func show(_ id: ID<LedgerRecord>) -> Link { Link("\(base)/\(id)") }

  /// A step that can be taken with a record, such as `correct`.
  func step(_ step: String, _ id: ID<LedgerRecord>) -> Link { Link("\(base)/\(id)/\(step)") }

  func trial(_ sha256: String, named name: String) -> Link { Link("\(base)/import/\(sha256)", query: [("name", name)]) }

  func report(_ sha256: String) -> Link { Link("\(base)/import/\(sha256)/report.csv") }
}

extension LedgerCursor {
  /// Reads what an address of a list has behind `after`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = ID<LedgerRecord>(parts[1]), parts[0].isEmpty || Day(parts[0]) != nil else {
      return nil
    }
    self.init(day: String(parts[0]), id: id)
  }
}
