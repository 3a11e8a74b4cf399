public import Access
import Foundation
import Journal
import JournalStore
public import Kernel
public import Navigation
import Storage

extension NavigationDesk {
  /// Writes a chapter; an empty text takes it away.
  public func write(
    _ text: String, in section: String, of id: ID<NavigationProject>, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.count <= NavigationSection.longest else {
      throw NavigationRefusal.tooLong(.text, limit: NavigationSection.longest)
    }
    try await change(id, .writeSection, by: account) { project, recording, db in
      guard project.facts.kind.section(section) != nil else { throw NavigationRefusal.unknown(.section) }
      guard project.stage == .analysing else { throw NavigationRefusal.closed(project.stage) }
      let key: [SQLValue] = [id.sqlValue, .text(section)]
      let values = key + [.text(text), account.id.sqlValue, .text(account.displayName)]
      switch (try NavigationRows.sections(of: id, in: db).first { $0.text.key == section }, text.isEmpty) {
      case (nil, true): return
      case (nil, false): try recording.insert(values, into: .navigationSections)
      case (_?, true): try recording.delete(key, from: .navigationSections)
      case (let old?, false):
        if old.text.text != text { try recording.update(values, in: .navigationSections) }
      }
    }
  }

  /// Sends the draft to the experts; the clock of the draft stops.
  public func submit(_ id: ID<NavigationProject>, seen: Int64? = nil, by account: Account) async throws {
    try account.require(.keepNavigation)
    let (around, now) = (around, world.now())
    try await change(id, .submitNavigation, by: account) { project, recording, db in
      var taken = try project.taking(.submit)
      let writers = try NavigationRows.sections(of: id, in: db).map(\.writer)
      guard !writers.isEmpty else { throw NavigationRefusal.nothingWritten }
      taken.submittedAt = taken.submittedAt ?? now
      try recording.update(NavigationRows.values(taken), in: .navigationProjects, seen: seen)
      let event = NavigationNews.Event.submitted(makers: Set(writers).union([project.author]), agency: project.maker)
      try around.tell(NavigationNews(project: taken, event: event, by: account.id), recording, db)
    }
  }

  /// An expert accepts the draft or sends it back, and says why.
  public func review(
    _ draft: ReviewDraft, on id: ID<NavigationProject>, by account: Account
  ) async throws {
    try account.require(.reviewNavigation)
    let draft = try draft.checked()
    let (desk, world) = (self, world)
    try await database.write { db in
      let file = try desk.file(id, for: account, in: db)
      let taken = try file.project.taking(draft.verdict.step)
      guard try !desk.isMaker(account, of: file.project, in: db) else { throw NavigationRefusal.ownWork }
      guard let dataset = file.dataset, let hash = file.contentHash else {
        throw NavigationRefusal.notReady([.noDataset])
      }
      let review = NavigationReview(
        id: world.newID(), project: id, dataset: dataset.id, reviewer: account.id, reviewerName: account.displayName,
        capacity: draft.capacity, verdict: draft.verdict, opinion: draft.opinion, at: world.now(), contentHash: hash)
      let deed = Deed(.reviewNavigation, by: account, on: id.subject, because: draft.opinion)
      try Recording.write(deed, world: world, in: db) { recording in
        try recording.insert(NavigationRows.values(review), into: .navigationReviews)
        try recording.update(NavigationRows.values(taken), in: .navigationProjects)
        let news = NavigationNews(project: taken, event: .reviewed(draft.verdict), by: account.id)
        try desk.around.tell(news, recording, db)
      }
    }
  }

  /// Whether somebody opened the project, wrote in its report, or acts for the agency that makes it.
  func isMaker(_ account: Account, of project: NavigationProject, in db: any Reading) throws -> Bool {
    if project.author == account.id { return true }
    if try NavigationRows.sections(of: project.id, in: db).contains(where: { $0.writer == account.id }) { return true }
    guard let maker = project.maker else { return false }
    return try around.mandates(account, today, db).contains { $0.organisation == maker }
  }

  /// Opens an accepted draft again; it has to be reviewed anew.
  public func reopen(
    _ id: ID<NavigationProject>, because reason: String, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    let reason = try NavigationDesk.reason(reason)
    try await change(id, .reopenNavigation, because: reason, by: account) { project, recording, _ in
      try recording.update(NavigationRows.values(try project.taking(.reopen)), in: .navigationProjects)
    }
  }

  /// Releases the report.
  ///
  /// - Throws: ``NavigationRefusal/notReady(_:)`` naming all that is missing: the cleaning log, the cut-off date, an
  ///   expert's acceptance.
  public func release(_ id: ID<NavigationProject>, seen: Int64? = nil, by account: Account) async throws {
    try account.require(.keepNavigation)
    let (desk, now) = (self, world.now())
    try await change(id, .releaseNavigation, by: account) { project, recording, db in
      guard project.stage.isOpen else { throw NavigationRefusal.notNow(.release, in: project.stage) }
      let gaps = try desk.file(id, for: account, in: db).gaps
      guard gaps.isEmpty else { throw NavigationRefusal.notReady(gaps) }
      var taken = try project.taking(.release)
      (taken.releasedAt, taken.releasedBy) = (now, account.displayName)
      try recording.update(NavigationRows.values(taken), in: .navigationProjects, seen: seen)
      try desk.around.tell(NavigationNews(project: taken, event: .released, by: account.id), recording, db)
    }
  }

  /// Ends a project without a report.
  public func decline(
    _ id: ID<NavigationProject>, because reason: String, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    let reason = try NavigationDesk.reason(reason)
    try await change(id, .declineNavigation, because: reason, by: account) { project, recording, _ in
      var taken = try project.taking(.decline)
      taken.declinedBecause = reason
      try recording.update(NavigationRows.values(taken), in: .navigationProjects)
    }
  }

  /// Puts on record what a released report was used for.
  public func tellUse(_ draft: UseDraft, of id: ID<NavigationProject>, by account: Account) async throws {
    try account.require(.tellNavigationUse)
    let (desk, world, today) = (self, world, today)
    try await database.write { db in
      let (project, rights) = try desk.seen(id, by: account, in: db)
      guard rights.mayTellUse, let released = project.releasedAt else {
        throw NavigationRefusal.closed(project.stage)
      }
      let draft = try draft.checked(releasedOn: Day(released), today: today)
      let use = NavigationUse(
        id: world.newID(), project: id, user: draft.user, decision: draft.decision, day: draft.day,
        document: draft.document, by: account.displayName, at: world.now())
      try Recording.write(Deed(.tellUse, by: account, on: id.subject), world: world, in: db) { recording in
        try recording.insert(NavigationRows.values(use), into: .navigationUses)
      }
    }
  }

  private static func reason(_ text: String) throws(NavigationRefusal) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw .missing(.reason) }
    guard text.count <= 500 else { throw .tooLong(.reason, limit: 500) }
    return text
  }
}
