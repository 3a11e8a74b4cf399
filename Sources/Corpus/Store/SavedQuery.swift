public import Access
public import Corpus
public import Foundation
public import Kernel

/// A question to the corpus that somebody keeps under a name (保存的检索式), and whether new documents are told of.
public struct SavedQuery: Equatable, Sendable {
  public let id: ID<SavedQuery>
  public let account: ID<Account>
  public var name: String
  /// Text, narrowing and order alone.
  public let question: CorpusQuestion
  public var watch: QueryWatch
  public let createdAt: Date
  public let revision: Int64

  public init(
    id: ID<SavedQuery>, account: ID<Account>, name: String, question: CorpusQuestion, watch: QueryWatch,
    createdAt: Date, revision: Int64
  ) {
    self.id = id
    self.account = account
    self.name = name
    self.question = question
    self.watch = watch
    self.createdAt = createdAt
    self.revision = revision
  }

  /// The longest name, in characters.
  public static let nameLimit = 100
  /// The most that one account keeps.
  public static let limit = 200
}

/// Whether somebody is told when documents arrive that a saved query finds.
public enum QueryWatch: String, CaseIterable, Sendable {
  case none, active
  /// Nothing is told; what arrives meanwhile is told of together when it goes on.
  case paused

  public var phrase: Phrase {
    switch self {
    case .none: Phrase(zh: "不提醒", en: "No alerts")
    case .active: Phrase(zh: "提醒中", en: "Alerts on")
    case .paused: Phrase(zh: "已暂停", en: "Paused")
    }
  }
}

/// That new documents were told of once: the rule is the query, the records are those that came between two entries.
public struct QueryAlert: Equatable, Sendable {
  public let id: ID<QueryAlert>
  public let query: ID<SavedQuery>
  /// Documents behind this entry of the journal, up to the other.
  public let after: Int64
  public let through: Int64
  /// How many of them the query found.
  public let found: Int
  public let raisedAt: Date

  public init(id: ID<QueryAlert>, query: ID<SavedQuery>, after: Int64, through: Int64, found: Int, raisedAt: Date) {
    self.id = id
    self.query = query
    self.after = after
    self.through = through
    self.found = found
    self.raisedAt = raisedAt
  }
}
