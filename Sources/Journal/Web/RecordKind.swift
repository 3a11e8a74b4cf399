import Journal
public import Kernel
import Markup

/// What people call the records of one table, and where they look at one.
///
/// The journal knows tables only; whoever composes the portal tells it the words.
public struct RecordKind: Sendable {
  public let phrase: Phrase
  /// What stands before the record's id in the address of its page, such as `/parties/`; nil where it has none.
  public let page: String?

  public init(_ phrase: Phrase, page: String? = nil) {
    self.phrase = phrase
    self.page = page
  }
}

/// The kinds of records by the names of their tables.
typealias RecordKinds = [String: RecordKind]

extension RecordKinds {
  /// A record by its kind and id, with the way to its history.
  func named(_ subject: Subject) -> HTML {
    "<a href=\"\(JournalPath.history(subject))\">\(kind(of: subject.table)) <code>\(ID<Subject>(subject.number))</code></a>"
  }

  /// To pick one from a list.
  var choices: [Choice] { sorted { $0.value.phrase.zh < $1.value.phrase.zh }.map { Choice($0.key, $0.value.phrase) } }

  /// The words for a table, or its own name where nobody gave any.
  func kind(of table: String) -> HTML {
    self[table].map { "\($0.phrase)" } ?? "<code>\(table)</code>"
  }

  /// The page of the record itself.
  func page(of subject: Subject) -> Link? {
    self[subject.table]?.page.map { Link($0 + ID<Subject>(subject.number).description) }
  }
}
