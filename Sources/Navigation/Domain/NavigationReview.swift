public import Access
public import Foundation
public import Kernel

/// What an expert says of a draft (专家评审意见).
public struct NavigationReview: Equatable, Sendable {
  public let id: ID<NavigationReview>
  public let project: ID<NavigationProject>
  public let dataset: ID<NavigationDataset>
  public let reviewer: ID<Account>
  public let reviewerName: String
  /// Post or title, as the reviewer gives it.
  public let capacity: String
  public let verdict: Verdict
  public let opinion: String
  public let at: Date
  /// SHA-256 over what was reviewed: dataset, cleaning log and text.
  public let contentHash: String

  public init(
    id: ID<NavigationReview>, project: ID<NavigationProject>, dataset: ID<NavigationDataset>, reviewer: ID<Account>,
    reviewerName: String, capacity: String, verdict: Verdict, opinion: String, at: Date, contentHash: String
  ) {
    self.id = id
    self.project = project
    self.dataset = dataset
    self.reviewer = reviewer
    self.reviewerName = reviewerName
    self.capacity = capacity
    self.verdict = verdict
    self.opinion = opinion
    self.at = at
    self.contentHash = contentHash
  }

  public enum Verdict: String, CaseIterable, Sendable {
    case accept
    case sendBack = "send-back"

    public var phrase: Phrase {
      switch self {
      case .accept: Phrase(zh: "通过", en: "Accept")
      case .sendBack: Phrase(zh: "退回修改", en: "Send back")
      }
    }

    public var step: NavigationStep { self == .accept ? .accept : .sendBack }
  }
}

/// A review before it is checked.
public struct ReviewDraft: Equatable, Sendable {
  public var verdict: NavigationReview.Verdict
  public var capacity: String
  public var opinion: String

  public init(_ verdict: NavigationReview.Verdict, capacity: String, opinion: String) {
    self.verdict = verdict
    self.capacity = capacity
    self.opinion = opinion
  }

  public func checked() throws(NavigationRefusal) -> ReviewDraft {
    ReviewDraft(
      verdict, capacity: try NavigationFacts.checked(capacity, .capacity, upTo: 60),
      opinion: try NavigationFacts.checked(opinion, .opinion, upTo: 4_000))
  }
}

/// What a released report was used for (运用反馈).
public struct NavigationUse: Equatable, Sendable {
  public let id: ID<NavigationUse>
  public let project: ID<NavigationProject>
  /// Who used it.
  public let user: String
  /// The decision that was taken on it.
  public let decision: String
  public let day: Day
  /// The document that shows it, such as minutes; empty where there is none.
  public let document: String
  public let by: String
  public let at: Date

  public init(
    id: ID<NavigationUse>, project: ID<NavigationProject>, user: String, decision: String, day: Day, document: String,
    by name: String, at: Date
  ) {
    self.id = id
    self.project = project
    self.user = user
    self.decision = decision
    self.day = day
    self.document = document
    by = name
    self.at = at
  }
}

/// A use before it is checked.
public struct UseDraft: Equatable, Sendable {
  public var user: String
  public var decision: String
  public var day: Day
  public var document: String

  public init(user: String, decision: String, day: Day, document: String = "") {
    self.user = user
    self.decision = decision
    self.day = day
    self.document = document
  }

  public func checked(releasedOn released: Day, today: Day) throws(NavigationRefusal) -> UseDraft {
    var draft = self
    draft.user = try NavigationFacts.checked(user, .user, upTo: 120)
    draft.decision = try NavigationFacts.checked(decision, .decision, upTo: 2_000)
    draft.document = document.trimmingCharacters(in: .whitespacesAndNewlines)
    guard draft.document.count <= 120 else { throw .tooLong(.document, limit: 120) }
    guard day >= released, day <= today else { throw .useOutsideTime(from: released, to: today) }
    return draft
  }
}
