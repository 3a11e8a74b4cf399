public import Access
public import Journal
public import Kernel
public import Navigation
public import Storage

/// Whom an account sees and what it may do there.
struct NavigationSight: Sendable {
  let account: Account
  /// The organisations that it acts for.
  let organisations: Set<SocialCreditCode>
  let reviewed: Set<ID<NavigationProject>>

  private var isHouse: Bool { account.standing == .console || account.standing == .system }

  func sees(_ project: NavigationProject) -> Bool {
    if isHouse || account.may(.overseeNavigation) || keeps(project) { return true }
    if account.may(.reviewNavigation), project.stage == .reviewing || reviewed.contains(project.id) { return true }
    guard project.stage == .released else { return false }
    return project.facts.isPublic || project.facts.orderer.map(organisations.contains) == true
  }

  private func keeps(_ project: NavigationProject) -> Bool {
    guard account.may(.keepNavigation) else { return false }
    if isHouse { return true }
    guard let maker = project.maker else { return account.may(.overseeNavigation) }
    return organisations.contains(maker)
  }

  func rights(in project: NavigationProject) -> NavigationRights {
    NavigationRights(
      mayKeep: keeps(project), mayReview: account.may(.reviewNavigation) && project.stage == .reviewing,
      mayTellUse: account.may(.tellNavigationUse) && project.stage == .released && sees(project))
  }
}

/// What an account may do in a project.
public struct NavigationRights: Equatable, Sendable {
  public let mayKeep: Bool
  public let mayReview: Bool
  public let mayTellUse: Bool
}

/// Who makes the projects whose records the journal tells of.
public enum NavigationKeepers {
  /// Whether a record is a project that the account makes; false for a record of another part.
  public static func keeps(
    _ account: Account, _ subject: Subject, for organisations: [SocialCreditCode], in db: any Reading
  ) throws -> Bool {
    guard subject.table == "navigation_projects", account.may(.keepNavigation),
      let project = try NavigationRows.find(ID(subject.number), in: db)
    else { return false }
    return NavigationSight(account: account, organisations: Set(organisations), reviewed: []).rights(in: project)
      .mayKeep
  }
}
