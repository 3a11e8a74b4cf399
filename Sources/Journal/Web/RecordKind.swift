public import Access
import Journal
public import Kernel
public import Markup
import Web

/// What people call the records of one table, and where they look at one.
///
/// The journal knows tables only; whoever composes the portal tells it the words.
public struct RecordKind: Sendable {
  public let phrase: Phrase
  /// What stands before the record's id in the address of its page, such as `/parties/`; nil where it has none.
  public let page: String?
  /// What that page asks for; nil where anybody may open it.
  public let needs: Permission?
  /// What opens it for who acts for an organisation.
  public let own: Permission?

  public init(_ phrase: Phrase, page: String? = nil, needs: Permission? = nil, orActing own: Permission? = nil) {
    self.phrase = phrase
    self.page = page
    self.needs = needs
    self.own = own
  }

  /// The page of the record with this id; nil where it has none, or none for this account.
  public func page(of id: String, for account: Account) -> Link? {
    page.flatMap { account.mayEnter(needs, orActing: own) ? Link($0 + id) : nil }
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

  /// The page of the record itself, for who may open it.
  func page(of subject: Subject, for account: Account) -> Link? {
    self[subject.table]?.page(of: ID<Subject>(subject.number).description, for: account)
  }
}
