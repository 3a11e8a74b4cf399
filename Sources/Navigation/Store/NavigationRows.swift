import Access
import Foundation
import JournalStore
import Kernel
import Navigation
import Storage

/// The only SQL that knows `navigation_projects`, `navigation_branches`, `navigation_sections`, `navigation_reviews` and
/// `navigation_uses`.
enum NavigationRows {
  private static let columns: SQL = "\(RecordTable.navigationProjects.columnList), entry"

  static func find(_ id: ID<NavigationProject>, in db: any Reading) throws -> NavigationProject? {
    try db.row("SELECT \(columns) FROM navigation_projects WHERE id = \(id)").map(project)
  }

  /// The latest first.
  static func all(in db: any Reading) throws -> [NavigationProject] {
    try db.rows("SELECT \(columns) FROM navigation_projects ORDER BY opened_at DESC, id DESC").map(project)
  }

  private static func project(_ row: Row) throws -> NavigationProject {
    var columns = row.columns
    let id = try columns.id(of: NavigationProject.self)
    let facts = try facts(&columns)
    let project = try NavigationProject(
      id: id, facts: facts, maker: columns.optional { try SocialCreditCode($0.text()) }, makerName: columns.text(),
      author: columns.id(), authorName: columns.text(), openedAt: columns.date(), stage: columns.value(),
      dataset: columns.optional { try $0.id() }, submittedAt: columns.optional { try $0.date() },
      releasedAt: columns.optional { try $0.date() }, releasedBy: columns.optional { try $0.text() },
      declinedBecause: columns.optional { try $0.text() }, revision: columns.integer())
    try columns.end()
    return project
  }

  private static func facts(_ columns: inout Columns) throws -> NavigationFacts {
    let (title, kind) = (try columns.text(), try columns.value(NavigationKind.self))
    let (need, scope) = (try columns.text(), try columns.text())
    return try NavigationFacts(
      title: title, kind: kind, need: need, scope: scope, ordererName: columns.text(),
      orderer: columns.optional { try SocialCreditCode($0.text()) }, restriction: columns.text(),
      cutoff: columns.optional { try $0.day() }, isPublic: columns.bool())
  }

  static func values(_ project: NavigationProject) -> [SQLValue] {
    let facts = project.facts
    let own: [SQLValue] = [
      project.id.sqlValue, .text(facts.title), .text(facts.kind.rawValue), .text(facts.need), .text(facts.scope),
      .text(facts.ordererName), (facts.orderer?.description).sqlValue, .text(facts.restriction), facts.cutoff.sqlValue,
      facts.isPublic.sqlValue,
    ]
    return own + [
      (project.maker?.description).sqlValue, .text(project.makerName), project.author.sqlValue,
      .text(project.authorName), project.openedAt.sqlValue, .text(project.stage.rawValue), project.dataset.sqlValue,
      project.submittedAt.sqlValue, project.releasedAt.sqlValue, project.releasedBy.sqlValue,
      project.declinedBecause.sqlValue,
    ]
  }

  /// In their order.
  static func branches(of id: ID<NavigationProject>, in db: any Reading) throws -> [TechnologyBranch] {
    try db.rows("SELECT place, name, query FROM navigation_branches WHERE project = \(id) ORDER BY place").map { row in
      var columns = row.columns
      return try TechnologyBranch(place: columns.int(), name: columns.text(), query: columns.text())
    }
  }

  static func values(_ branch: TechnologyBranch, of id: ID<NavigationProject>) -> [SQLValue] {
    [id.sqlValue, branch.place.sqlValue, .text(branch.name), .text(branch.query)]
  }

  /// The text of each chapter, with the account that wrote it last.
  static func sections(
    of id: ID<NavigationProject>, in db: any Reading
  ) throws -> [(text: SectionText, writer: ID<Account>)] {
    try db.rows(
      "SELECT section, text, written_by, writer FROM navigation_sections WHERE project = \(id) ORDER BY section"
    ).map { row in
      var columns = row.columns
      return try (SectionText(key: columns.text(), text: columns.text(), by: columns.text()), columns.id())
    }
  }

  private static let reviewColumns = RecordTable.navigationReviews.columnList

  /// The first opinion first.
  static func reviews(of id: ID<NavigationProject>, in db: any Reading) throws -> [NavigationReview] {
    try db.rows("SELECT \(reviewColumns) FROM navigation_reviews WHERE project = \(id) ORDER BY id").map { row in
      var columns = row.columns
      return try NavigationReview(
        id: columns.id(), project: columns.id(), dataset: columns.id(), reviewer: columns.id(),
        reviewerName: columns.text(), capacity: columns.text(), verdict: columns.value(), opinion: columns.text(),
        at: columns.date(), contentHash: columns.text())
    }
  }

  /// The projects on which an account has given an opinion.
  static func reviewed(by reviewer: ID<Account>, in db: any Reading) throws -> Set<ID<NavigationProject>> {
    Set(
      try db.rows("SELECT DISTINCT project FROM navigation_reviews WHERE reviewer = \(reviewer)").map {
        row -> ID<NavigationProject> in
        var columns = row.columns
        return try columns.id()
      })
  }

  static func values(_ review: NavigationReview) -> [SQLValue] {
    [
      review.id.sqlValue, review.project.sqlValue, review.dataset.sqlValue, review.reviewer.sqlValue,
      .text(review.reviewerName), .text(review.capacity), .text(review.verdict.rawValue), .text(review.opinion),
      review.at.sqlValue, .text(review.contentHash),
    ]
  }

  static func uses(of id: ID<NavigationProject>, in db: any Reading) throws -> [NavigationUse] {
    try db.rows(
      "SELECT \(RecordTable.navigationUses.columnList) FROM navigation_uses WHERE project = \(id) ORDER BY used_on, id"
    ).map { row in
      var columns = row.columns
      return try NavigationUse(
        id: columns.id(), project: columns.id(), user: columns.text(), decision: columns.text(), day: columns.day(),
        document: columns.text(), by: columns.text(), at: columns.date())
    }
  }

  static func values(_ use: NavigationUse) -> [SQLValue] {
    [
      use.id.sqlValue, use.project.sqlValue, .text(use.user), .text(use.decision), use.day.sqlValue,
      .text(use.document), .text(use.by), use.at.sqlValue,
    ]
  }
}
