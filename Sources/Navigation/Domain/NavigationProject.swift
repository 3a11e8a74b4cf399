public import Access
public import Foundation
public import Kernel

/// A patent-navigation project (专利导航项目): a question that patent data are to help decide, from the request to what
/// was decided by it.
///
/// Source: GB/T 39551-2020, 专利导航指南.
public struct NavigationProject: Equatable, Sendable {
  public let id: ID<NavigationProject>
  public var facts: NavigationFacts
  /// The agency that makes it; nil where the zone's own staff do.
  public let maker: SocialCreditCode?
  public let makerName: String
  /// Who is responsible for the draft.
  public let author: ID<Account>
  public let authorName: String
  public let openedAt: Date
  public var stage: NavigationStage
  /// What it counts at present; earlier ones stay on record.
  public var dataset: ID<NavigationDataset>?
  /// When the draft first went to an expert: the clock of the draft stops.
  public var submittedAt: Date?
  public var releasedAt: Date?
  public var releasedBy: String?
  public var declinedBecause: String?
  public let revision: Int64

  public init(
    id: ID<NavigationProject>, facts: NavigationFacts, maker: SocialCreditCode?, makerName: String, author: ID<Account>,
    authorName: String, openedAt: Date, stage: NavigationStage = .scoping, dataset: ID<NavigationDataset>? = nil,
    submittedAt: Date? = nil, releasedAt: Date? = nil, releasedBy: String? = nil, declinedBecause: String? = nil,
    revision: Int64 = 0
  ) {
    self.id = id
    self.facts = facts
    self.maker = maker
    self.makerName = makerName
    self.author = author
    self.authorName = authorName
    self.openedAt = openedAt
    self.stage = stage
    self.dataset = dataset
    self.submittedAt = submittedAt
    self.releasedAt = releasedAt
    self.releasedBy = releasedBy
    self.declinedBecause = declinedBecause
    self.revision = revision
  }

  /// The project after a step of its chart.
  public func taking(_ step: NavigationStep) throws(NavigationRefusal) -> NavigationProject {
    guard let next = stage.after(step) else { throw .notNow(step, in: stage) }
    var taken = self
    taken.stage = next
    return taken
  }
}

/// What a project is about, as whoever opens it writes it down.
public struct NavigationFacts: Equatable, Sendable {
  public var title: String
  public var kind: NavigationKind
  /// The question that it has to answer, and what is to be decided by it.
  public var need: String
  /// Region, industry, technology and time that it covers.
  public var scope: String
  /// For whom it is made: a park or a firm.
  public var ordererName: String
  public var orderer: SocialCreditCode?
  /// What every branch is restricted by, in the language of searches; empty for nothing.
  public var restriction: String
  /// Documents published later are left out; nil while nobody has set it.
  public var cutoff: Day?
  /// Whether everybody sees the report once it is released.
  public var isPublic: Bool

  public init(
    title: String, kind: NavigationKind, need: String, scope: String = "", ordererName: String,
    orderer: SocialCreditCode? = nil, restriction: String = "", cutoff: Day? = nil, isPublic: Bool = false
  ) {
    self.title = title
    self.kind = kind
    self.need = need
    self.scope = scope
    self.ordererName = ordererName
    self.orderer = orderer
    self.restriction = restriction
    self.cutoff = cutoff
    self.isPublic = isPublic
  }

  /// The facts, trimmed, if nothing is wrong with them.
  public func checked(on today: Day) throws(NavigationRefusal) -> NavigationFacts {
    var facts = self
    facts.title = try Self.checked(title, .title, upTo: 120)
    facts.need = try Self.checked(need, .need, upTo: 2_000)
    facts.ordererName = try Self.checked(ordererName, .orderer, upTo: 120)
    facts.scope = scope.trimmingCharacters(in: .whitespacesAndNewlines)
    guard facts.scope.count <= 2_000 else { throw .tooLong(.scope, limit: 2_000) }
    facts.restriction = restriction.trimmingCharacters(in: .whitespacesAndNewlines)
    if !facts.restriction.isEmpty { try TechnologyBranch.check(facts.restriction, line: 0) }
    if let cutoff, cutoff > today { throw .cutoffAhead }
    return facts
  }

  static func checked(
    _ text: String, _ field: NavigationRefusal.Field, upTo limit: Int
  ) throws(NavigationRefusal) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw .missing(field) }
    guard text.count <= limit else { throw .tooLong(field, limit: limit) }
    return text
  }
}

extension Permission {
  public static let readNavigation = Permission(
    "navigation.read", Phrase(zh: "查看已发布的专利导航报告", en: "Read released navigation reports"))
  public static let keepNavigation = Permission(
    "navigation.keep", Phrase(zh: "承办专利导航项目", en: "Make patent-navigation projects"))
  public static let overseeNavigation = Permission(
    "navigation.oversee", Phrase(zh: "查看全部专利导航项目", en: "See all patent-navigation projects"))
  public static let reviewNavigation = Permission(
    "navigation.review", Phrase(zh: "评审专利导航报告", en: "Review navigation reports"))
  public static let tellNavigationUse = Permission(
    "navigation.tell-use", Phrase(zh: "登记专利导航成果的运用", en: "Tell what a navigation report was used for"))
}
