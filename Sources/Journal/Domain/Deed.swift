public import Access
public import Kernel

/// What someone does: the head of a journal entry.
public struct Deed: Sendable {
  public let action: Action
  public let actor: Account
  /// The record that the deed is about, where there is one.
  public let subject: Subject?
  /// Why, in the actor's words or by document number.
  public let reason: String?
  /// Further facts worth keeping, such as counts or a file's hash; never personal data.
  public let facts: [String: String]

  public init(
    _ action: Action, by actor: Account, on subject: Subject? = nil, because reason: String? = nil,
    facts: [String: String] = [:]
  ) {
    self.action = action
    self.actor = actor
    self.subject = subject
    self.reason = reason
    self.facts = facts
  }
}

/// A kind of deed, with a code that never changes and the words that the history shows.
public struct Action: Hashable, Sendable {
  /// Stable, such as `patents.import`.
  public let code: String
  public let phrase: Phrase

  public init(_ code: String, _ phrase: Phrase) {
    self.code = code
    self.phrase = phrase
  }
}

/// A record, by its table and key.
public struct Subject: Hashable, Sendable {
  public let table: String
  public let number: Int64

  public init(table: String, number: Int64) {
    self.table = table
    self.number = number
  }
}
