public import Access
public import Foundation
public import Journal
public import Kernel

/// Something that somebody must or wants to know, in words that are final.
public struct Notice: Equatable, Sendable {
  public let addressee: Addressee
  public let kind: NoticeKind
  public let subject: Phrase
  /// Plain text; lines end with `\n`.
  public let body: Phrase
  /// A path of the portal without the language.
  public let link: String?
  /// The record that it is about.
  public let about: Subject?
  /// A one-time code: sealed until the e-mail has left, then gone.
  ///
  /// The body shows it as `•••`, which is what a `Secret` prints of itself; the e-mail alone puts it in its place.
  /// Portal, journal, log and webhook never have it.
  public let secret: Secret?

  /// - Precondition: `link` begins with `/`.
  public init(
    to addressee: Addressee, _ kind: NoticeKind, subject: Phrase, body: Phrase, link: String? = nil,
    about: Subject? = nil, secret: Secret? = nil
  ) {
    precondition(link.map { $0.hasPrefix("/") } != false, "a notice links into the portal")
    self.addressee = addressee
    self.kind = kind
    self.subject = subject
    self.body = body
    self.link = link
    self.about = about
    self.secret = secret
  }
}

/// Who gets a notice.
public enum Addressee: Hashable, Sendable {
  /// In the portal, and by the other channels that the person chose.
  case account(ID<Account>)
  /// Somebody without an account, by e-mail alone; the language comes first in it.
  case email(EmailAddress, Language)
  /// A program, by its registered address alone.
  case endpoint(ID<WebhookEndpoint>)
}

/// A notice as it lies in somebody's list.
public struct KeptNotice: Equatable, Sendable {
  public let id: ID<Notice>
  public let kind: String
  public let subject: Phrase
  public let body: Phrase
  public let link: String?
  public let about: Subject?
  public let postedAt: Date
  /// Nil while it is unread.
  public let readAt: Date?

  public init(
    id: ID<Notice>, kind: String, subject: Phrase, body: Phrase, link: String?, about: Subject?, postedAt: Date,
    readAt: Date?
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.body = body
    self.link = link
    self.about = about
    self.postedAt = postedAt
    self.readAt = readAt
  }
}
