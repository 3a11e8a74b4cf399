import Access
import Journal
public import Kernel
public import Navigation
public import Rules
import RulesStore
import Storage
public import Foundation

/// A project in a list.
public struct NavigationLine: Sendable {
  public let project: NavigationProject
  public let dataset: NavigationDataset?
  public let rights: NavigationRights
  public let clock: DraftClock
}

/// A project with everything about it but its figures.
public struct NavigationFile: Sendable {
  public let project: NavigationProject
  public let table: [TechnologyBranch]
  public let dataset: NavigationDataset?
  /// How many datasets were frozen, this one among them.
  public let datasets: Int
  public let removals: [Removal]
  public let texts: [SectionText]
  public let reviews: [NavigationReview]
  public let uses: [NavigationUse]
  public let rights: NavigationRights
  public let clock: DraftClock
  /// What stands in the way of a release.
  public let gaps: [ReleaseGap]
  /// SHA-256 over dataset, cleaning and text; nil without a dataset.
  public let contentHash: String?

  public func text(of section: NavigationSection) -> SectionText? { texts.first { $0.key == section.key } }

  public var balance: DatasetBalance? {
    dataset.map { DatasetBalance($0, removals, remaining: $0.count - removals.count) }
  }
}

/// The time in which the draft has to be ready: the zone's own service level, a rule.
public struct DraftClock: Sendable {
  /// Nil where nobody has said in what time.
  public let days: RuleReading<Int>?
  /// Why there is no time limit.
  public let gap: RuleRefusal?
  public let deadline: Deadline?
  /// When the draft went to review; nil while it is not ready.
  public let stoppedAt: Date?
  /// Whether the last day has passed, or had when the draft was ready.
  public let isLate: Bool

  init(_ project: NavigationProject, _ book: RuleBook, _ holidays: HolidayBook, on today: Day) {
    stoppedAt = project.submittedAt
    do throws(RuleRefusal) {
      let reading = try book.workingDays(.navigationDraftDays, on: Day(project.openedAt))
      let end = holidays.calendar.deadline(workingDays: reading.value, after: Day(project.openedAt))
      (days, gap, deadline) = (reading, nil, end)
      isLate = (project.submittedAt.map { Day($0) } ?? today) > end.day
    } catch {
      (days, gap, deadline, isLate) = (nil, error, nil, false)
    }
  }
}

extension RuleID {
  public static let navigationDraftDays: RuleID = "service.navigation.draftDays"
}

/// Where navigation uses rules.
public let navigationUses = [
  RuleUse(.navigationDraftDays, in: Phrase(zh: "专利导航项目", en: "Navigation projects"), at: "/navigations")
]

extension NavigationDesk {
  func file(
    _ id: ID<NavigationProject>, for account: Account, in db: any Reading
  ) throws -> NavigationFile {
    let (project, rights) = try seen(id, by: account, in: db)
    let table = try NavigationRows.branches(of: id, in: db)
    let dataset = try project.dataset.flatMap { try DatasetRows.find($0, in: db) }
    let removals = try dataset.map { try DatasetRows.removals(of: $0.id, in: db) } ?? []
    let texts = try NavigationRows.sections(of: id, in: db).map(\.text)
    let reviews = try NavigationRows.reviews(of: id, in: db)
    let hash = dataset.map { DatasetHash.of(project.facts, $0, removals, texts) }
    return NavigationFile(
      project: project, table: table, dataset: dataset, datasets: try DatasetRows.count(of: id, in: db),
      removals: removals, texts: texts, reviews: reviews, uses: try NavigationRows.uses(of: id, in: db),
      rights: rights, clock: try DraftClock(project, rules.book(in: db), holidays.book(in: db), on: today),
      gaps: Self.gaps(project, table, dataset, texts, reviews, hash), contentHash: hash)
  }

  private static func gaps(
    _ project: NavigationProject, _ table: [TechnologyBranch], _ dataset: NavigationDataset?, _ texts: [SectionText],
    _ reviews: [NavigationReview], _ hash: String?
  ) -> [ReleaseGap] {
    guard let dataset else { return [.noDataset] + (project.facts.cutoff == nil ? [.noCutoff] : []) }
    var gaps: [ReleaseGap] = []
    if dataset.log == nil { gaps.append(.noCleaningLog) }
    if dataset.cutoff == nil { gaps.append(.noCutoff) }
    if !dataset.isOf(project.facts, table) { gaps.append(.staleDataset) }
    let unwritten = project.facts.kind.sections.filter { section in !texts.contains { $0.key == section.key } }
    if !unwritten.isEmpty { gaps.append(.unwritten(unwritten)) }
    let accepted = reviews.last { $0.verdict == .accept }
    if project.stage != .accepted && project.stage != .released || accepted == nil { gaps.append(.noReview) }
    if let accepted, gaps.isEmpty, accepted.contentHash != hash { gaps.append(.changedSinceReview) }
    return gaps
  }
}
