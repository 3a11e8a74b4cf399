public import Access
public import Corpus
public import CorpusStore
import Foundation
import Journal
public import JournalStore
public import Kernel
public import Navigation
public import RulesStore
public import Storage

/// What becomes of navigation projects: scope and technology table, the frozen dataset and its cleaning, the report, its
/// review and release, and what it was used for.
public struct NavigationDesk: Sendable {
  let corpus: CorpusDesk
  let rules: RuleShelf
  let holidays: HolidayShelf
  let around: NavigationSurroundings
  let database: any Database
  let world: World
  let drawn = DrawnCorpora()

  public init(
    corpus: CorpusDesk, rules: RuleShelf, holidays: HolidayShelf, around: NavigationSurroundings,
    database: any Database, world: World
  ) {
    self.corpus = corpus
    self.rules = rules
    self.holidays = holidays
    self.around = around
    self.database = database
    self.world = world
  }

  public var today: Day { world.today() }
  /// What people call a value of a column; nil where it is its own word.
  public var words: @Sendable (CorpusColumn, String) -> Phrase? { corpus.register.words }
  var register: CorpusRegister { corpus.register }

  /// The projects that the account may see, the latest first.
  public func index(by account: Account) async throws -> [NavigationLine] {
    try account.require(.readNavigation)
    let (desk, today) = (self, today)
    return try await database.read { db in
      let sight = try desk.sight(of: account, in: db)
      let (book, holidays) = (try desk.rules.book(in: db), try desk.holidays.book(in: db))
      return try NavigationRows.all(in: db).filter(sight.sees).map { project in
        let dataset = try project.dataset.flatMap { try DatasetRows.find($0, in: db) }
        return NavigationLine(
          project: project, dataset: dataset, rights: sight.rights(in: project),
          clock: DraftClock(project, book, holidays, on: today))
      }
    }
  }

  /// A project with everything about it.
  public func find(_ id: ID<NavigationProject>, by account: Account) async throws -> NavigationFile {
    try account.require(.readNavigation)
    let desk = self
    return try await database.read { db in try desk.file(id, for: account, in: db) }
  }

  /// Opens a project: for the agency that the account acts for, or for the zone where staff opens it.
  @discardableResult
  public func open(_ facts: NavigationFacts, by account: Account) async throws -> ID<NavigationProject> {
    try account.require(.keepNavigation)
    let (desk, world, today) = (self, world, today)
    let facts = try facts.checked(on: today)
    let id: ID<NavigationProject> = world.newID()
    try await database.write { db in
      let mandate = try desk.around.mandates(account, today, db).first
      guard mandate != nil || account.may(.overseeNavigation) else { throw NavigationRefusal.noMandate }
      let isStaff = account.may(.overseeNavigation)
      let project = NavigationProject(
        id: id, facts: facts, maker: isStaff ? nil : mandate?.organisation,
        makerName: isStaff ? "" : mandate?.organisationName ?? "", author: account.id, authorName: account.displayName,
        openedAt: world.now())
      try Recording.write(Deed(.openNavigation, by: account, on: id.subject), world: world, in: db) { recording in
        try recording.insert(NavigationRows.values(project), into: .navigationProjects)
      }
    }
    return id
  }

  public func set(
    _ facts: NavigationFacts, of id: ID<NavigationProject>, seen: Int64? = nil, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    let facts = try facts.checked(on: today)
    try await change(id, .setNavigation, by: account) { project, recording, _ in
      guard project.stage.mayScope else { throw NavigationRefusal.closed(project.stage) }
      var changed = project
      changed.facts = facts
      try recording.update(NavigationRows.values(changed), in: .navigationProjects, seen: seen)
    }
  }

  /// Writes the technology table anew.
  public func set(
    table: [TechnologyBranch], of id: ID<NavigationProject>, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    guard !table.isEmpty else { throw NavigationRefusal.missing(.branches) }
    try await change(id, .setTechnologyTable, by: account) { project, recording, db in
      guard project.stage.mayScope else { throw NavigationRefusal.closed(project.stage) }
      let old = try NavigationRows.branches(of: id, in: db)
      guard old != table else { return }
      for branch in old {
        try recording.delete([id.sqlValue, branch.place.sqlValue], from: .navigationBranches)
      }
      try recording.insert(table.map { NavigationRows.values($0, of: id) }, into: .navigationBranches)
    }
  }

  /// One change of a project by those who make it.
  func change(
    _ id: ID<NavigationProject>, _ action: Action, because reason: String? = nil, by account: Account,
    _ work: @escaping @Sendable (NavigationProject, Recording, any Writing) throws -> Void
  ) async throws {
    let (desk, world) = (self, world)
    try await database.write { db in
      try Recording.write(Deed(action, by: account, on: id.subject, because: reason), world: world, in: db) {
        try work(try desk.kept(id, by: account, in: db), $0, db)
      }
    }
  }

  /// - Throws: ``NavigationRefusal/unknown(_:)`` where the account may not even see it.
  func kept(_ id: ID<NavigationProject>, by account: Account, in db: any Reading) throws -> NavigationProject {
    let (project, rights) = try seen(id, by: account, in: db)
    guard rights.mayKeep else { throw NavigationRefusal.notMaker }
    return project
  }

  func seen(
    _ id: ID<NavigationProject>, by account: Account, in db: any Reading
  ) throws -> (NavigationProject, NavigationRights) {
    let sight = try sight(of: account, in: db)
    guard let project = try NavigationRows.find(id, in: db), sight.sees(project) else {
      throw NavigationRefusal.unknown(.project)
    }
    return (project, sight.rights(in: project))
  }

  func sight(of account: Account, in db: any Reading) throws -> NavigationSight {
    NavigationSight(
      account: account, organisations: Set(try around.mandates(account, today, db).map(\.organisation)),
      reviewed: account.may(.reviewNavigation) ? try NavigationRows.reviewed(by: account.id, in: db) : [])
  }
}

/// What navigation asks of other parts of the zone.
public struct NavigationSurroundings: Sendable {
  /// The mandates that an account holds on a day, the one it acts by first.
  public var mandates: @Sendable (Account, Day, any Reading) throws -> [Mandate]
  /// Tells those concerned, in the transaction of the step itself.
  public var tell: @Sendable (NavigationNews, Recording, any Writing) throws -> Void

  public init(
    mandates: @escaping @Sendable (Account, Day, any Reading) throws -> [Mandate],
    tell: @escaping @Sendable (NavigationNews, Recording, any Writing) throws -> Void
  ) {
    self.mandates = mandates
    self.tell = tell
  }
}

/// A step of a project that concerns others than whoever took it.
public struct NavigationNews: Sendable {
  public enum Event: Equatable, Sendable {
    /// The draft waits for an expert, who must not be one of `makers`.
    case submitted(makers: Set<ID<Account>>, agency: SocialCreditCode?)
    case reviewed(NavigationReview.Verdict)
    case released
  }

  public let project: NavigationProject
  public let event: Event
  /// Who took the step, and needs not be told of it.
  public let by: ID<Account>
}
