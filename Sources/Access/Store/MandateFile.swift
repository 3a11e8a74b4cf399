public import Access
public import Foundation
public import Kernel

/// A mandate with its papers: the proof, who filed it, who decided.
public struct MandateFile: Equatable, Sendable {
  public let mandate: Mandate
  public let proof: String
  public let filedBy: ID<Account>
  public let filedAt: Date
  public let decidedBy: ID<Account>?
  public let decidedAt: Date?
  public let note: String?
  /// For forms: which state of the file somebody looked at.
  public let revision: Int64
}

/// Who is to hold a mandate, as the centre sees it: the letter of authority names the same person.
public struct MandateHolder: Equatable, Sendable {
  public let id: ID<Account>
  /// The sign-in name.
  public let name: String
  public let displayName: Masked
}

/// What somebody files.
public struct MandateDraft: Sendable {
  public let organisation: SocialCreditCode
  public let organisationName: String
  public let grade: MandateGrade
  public let from: Day
  public let to: Day?
  /// The letter of authority, by number or otherwise so that the centre can find it.
  public let proof: String
  /// The sign-in name of the clerk, where the organisation's administrator files for somebody else.
  public let holder: String?

  public init(
    organisation: SocialCreditCode, organisationName: String, grade: MandateGrade, from: Day, to: Day?, proof: String,
    holder: String? = nil
  ) {
    self.organisation = organisation
    self.organisationName = organisationName
    self.grade = grade
    self.from = from
    self.to = to
    self.proof = proof
    self.holder = holder
  }
}
