public import Access
public import AccessStore
public import CorpusStore
public import Documents
public import EvidenceStore
public import ExchangeStore
public import FiguresStore
import Foundation
import HighValue
public import HighValueStore
public import InstitutionsStore
public import JobsStore
public import JournalStore
public import Kernel
public import LandscapeStore
public import LearningStore
public import LedgersStore
public import Logging
import Matters
public import MattersStore
public import NavigationStore
public import NoticesStore
public import PartiesStore
public import PatentsStore
public import PortfoliosStore
import PostgresDriver
public import PremisesStore
public import ProgrammeStore
import Protection
import Rules
public import RulesStore
import SQLiteDriver
public import StationsStore
public import Storage

/// An open zone: its database, its desks, and what it is.
public struct Zone: Sendable {
  public let place: ZonePlace
  public let record: ZoneRecord
  public let database: any Database
  public let world: World
  /// The person at the server's command line.
  public let console: Account
  public let access: AccessDesk
  public let journal: JournalDesk
  public let rules: RuleDesk
  public let jobs: JobDesk
  public let parties: PartyDesk
  public let patents: PatentDesk
  public let corpus: CorpusDesk
  public let landscape: LandscapeDesk
  public let savedQueries: SavedQueryDesk
  public let portfolios: PortfolioDesk
  public let navigation: NavigationDesk
  public let highValue: HighValueDesk
  public let evidence: EvidenceDesk
  public let exchange: ExchangeDesk
  public let ledgers: LedgerDesk
  public let matters: MatterDesk
  public let learning: LearningDesk
  public let stations: StationDesk
  public let figures: FigureDesk
  public let premises: PremisesDesk
  public let programme: ProgrammeDesk
  public let institutions: InstitutionDesk
  /// The faces of official documents.
  public let fonts: LetterFonts
  /// Where every part of the zone posts its notices.
  public let outbox: NoticeOutbox
  public let notices: NoticeDesk
  /// Seals second factors and form tokens.
  let key: [UInt8]

  /// What opening a zone does with its schema.
  public enum SchemaOpening: Sendable {
    /// Brings it up to date, creating it if need be.
    case bringUpToDate
    /// Refuses any but this program's own.
    case require
    /// Takes an older one as it is, to look it over.
    case lookAt
  }

  /// Opens the zone at `place`, creating it if there is none.
  ///
  /// - Parameters:
  ///   - settings: of this deployment.
  ///   - schema: what becomes of an older one; a newer one is always refused.
  ///   - isKeyNew: whether a key that is lost may be replaced.
  ///   - passwords: what each password costs to check; tests take a cheap one.
  ///   - isDemonstration: what a new zone becomes; an existing one keeps what it is.
  ///   - world: the world of one process, by its node.
  public static func open(
    _ place: ZonePlace, settings: Settings = Settings(), asDemonstration isDemonstration: Bool = false,
    schema: SchemaOpening = .bringUpToDate, withNewKey isKeyNew: Bool = false, passwords: PasswordCost = .standard,
    world: (Int) -> World, log: Logger
  ) async throws -> Zone {
    try await open(
      place, settings: settings, asDemonstration: isDemonstration, schema: schema, withNewKey: isKeyNew,
      passwords: passwords, world: world, log: log, reaching: { $0 })
  }

  /// As above, on another way to the database: for tests that make statements fail.
  package static func open(
    _ place: ZonePlace, settings: Settings, asDemonstration isDemonstration: Bool,
    schema: SchemaOpening = .bringUpToDate, withNewKey isKeyNew: Bool = false, passwords: PasswordCost,
    world: (Int) -> World, log: Logger, reaching reached: (any Database) -> any Database
  ) async throws -> Zone {
    try prepareDirectory(place)
    let database = reached(try await openDatabase(place, log: log))
    do {
      try await open(database, by: schema)
      let now = world(0).now()
      let record = try await database.write { try ZoneRows.open(asDemonstration: isDemonstration, at: now, in: $0) }
      let key = try ZoneKey.load(at: place.keyFile, mark: isKeyNew ? nil : record.keyMark, world: world(record.node))
      if isKeyNew || record.keyMark == nil {
        try await database.write { try ZoneRows.keep(keyMark: ZoneKey.mark(of: key), in: $0) }
      }
      return try Zone(place, record, key, settings, passwords, database, world(record.node), log)
    } catch {
      try? await database.close()
      throw error
    }
  }

  private init(
    _ place: ZonePlace, _ record: ZoneRecord, _ key: [UInt8], _ settings: Settings, _ passwords: PasswordCost,
    _ database: any Database, _ world: World, _ log: Logger
  ) throws {
    self.key = key
    fonts = settings.fonts
    self.place = place
    self.record = record
    self.database = database
    self.world = world
    let matrix = PermissionMatrix.zone
    console = .console(Set(matrix.all + [.createLogins]))
    let post = settings.post
    let outbox = NoticeOutbox(world: world, zoneKey: key, canMail: post.mailServer != nil)
    self.outbox = outbox
    notices = NoticeDesk(
      book: .zone, database: database, world: world, outbox: outbox, mailRoute: post.mailRoute,
      isPlainAllowed: post.isPlainAllowed)
    ledgers = LedgerDesk(
      book: .zone, database: database, world: world, outbox: outbox, personKey: PersonKey(zoneKey: key).of)
    let lectures = LearningDesk(
      database: database, world: world, ledgers: ledgers, outbox: outbox, zoneKey: key,
      personKey: PersonKey(zoneKey: key).of)
    learning = lectures
    access = AccessDesk(
      database: database, world: world, matrix: matrix,
      policy: settings.accessPolicy(isDemonstration: record.isDemonstration),
      zoneKey: key, cost: passwords, outbox: outbox,
      erasing: { try lectures.blank(of: $0, in: $1, $2) + SavedQueryErasure.erase(of: $0, in: $1, $2) })
    journal = JournalDesk(
      database: database, world: world, tables: Schema.records, checks: Schema.checks,
      subjects: {
        try isSubject($0, $1, $2) || isKeeper($0, of: $1, by: matrix, on: world.today(), in: $2)
          || isNavigator($0, of: $1, by: matrix, on: world.today(), in: $2)
      })
    let book = try RuleLibrary.shipped(for: record.isDemonstration ? .demonstration : .operating)
    let shelf = RuleShelf(shipped: book)
    rules = RuleDesk(
      shelf: shelf, holidays: try HolidayLibrary.book(), uses: ruleUses(of: book),
      database: database, world: world, calendarChanged: calendarChanged(in: world))
    jobs = JobDesk(database: database, world: world)
    parties = PartyDesk(database: database, world: world)
    patents = PatentDesk(database: database, world: world, jobs: jobs, uploads: place.uploads) { day, db in
      try sourceRanks(of: shelf.book(in: db), on: day)
    }
    corpus = CorpusDesk(of: .patents, folder: place.corpus, database: database, world: world, log: log)
    landscape = LandscapeDesk(corpus: corpus, rules: shelf, database: database, world: world)
    savedQueries = SavedQueryDesk(
      corpus: corpus, arrived: { try PatentArrivals.ids(after: $0, through: $1, in: $2) }, database: database,
      world: world, outbox: outbox)
    evidence = EvidenceDesk(
      database: database, world: world, folder: place.evidence, limit: settings.evidenceLimit
    ) { try LedgerCitations.release($0, from: .zone, $1, in: $2) }
    let portfolios = PortfolioDesk(
      rules: shelf, holidays: rules.calendars, around: .zone(matrix), outbox: outbox, database: database, world: world)
    self.portfolios = portfolios
    navigation = NavigationDesk(
      corpus: corpus, rules: shelf, holidays: rules.calendars,
      around: .zone(matrix, outbox: outbox, world: world), database: database, world: world)
    highValue = HighValueDesk(
      rules: shelf, place: HighValuePlace(city: "南京", district: "江宁区"), residents: "population.jiangning",
      database: database, world: world)
    matters = MatterDesk(
      book: .zone, rules: shelf, ledgers: ledgers,
      around: .zone(
        rules.calendars, matrix, key: key, outbox: outbox, guesses: access.codeGuesses, portfolios: portfolios,
        world: world),
      database: database, world: world)
    stations = try StationDesk(
      visitsBecome: WindowTicket.head.code, of: matters, around: .zone(matrix, key: key), database: database,
      world: world)
    // Some queries hold thresholds of the rules, which administrators may supersede.
    let sources = planFigures { scaleThresholds(of: shelf.current, on: $0) }.map {
      $0.reading(also: [.ruleSupersessions])
    }
    figures = FigureDesk(
      book: FigureBook(sources), series: planSeries, tables: Schema.records,
      isDemonstration: record.isDemonstration, database: database, world: world
    ) { db in _ = try shelf.book(in: db) }
    premises = PremisesDesk(database: database, world: world, facts: .register)
    institutions = InstitutionDesk(database: database)
    programme = ProgrammeDesk(
      database: database, world: world, schemes: try SchemeLibrary.shipped(),
      figures: ZoneFigureValues(figures: figures, reader: console))
    exchange = ExchangeDesk(
      ledgers: ledgers, figures: figures, database: database, world: world, policy: settings.open,
      isDemonstration: record.isDemonstration, begun: record.createdAt, registrar: console)
  }

  public func close() async throws { try await database.close() }

  private static func prepareDirectory(_ place: ZonePlace) throws {
    for path in [place.directory, place.uploads, place.evidence, place.temporary] {
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw ZoneRefusal.directoryNotWritable(path)
      }
    }
  }

  static func openDatabase(_ place: ZonePlace, log: Logger) async throws -> any Database {
    if let server = place.server { return try await PostgresDatabase.open(server, log: log) }
    return try SQLiteDatabase.open(at: place.databaseFile)
  }

  private static func open(_ database: any Database, by schema: SchemaOpening) async throws {
    let pending = try await Migration.pending(Schema.migrations, in: database)
    let known = Set(Schema.migrations.map(\.name))
    let newer =
      pending.count == known.count
      ? [] : try await database.read { try BackupTable.migrations(in: $0) }.filter { !known.contains($0) }
    guard newer.isEmpty else { throw ZoneRefusal.newerSchema(newer) }
    switch schema {
    case .bringUpToDate: try await Migration.run(Schema.migrations, on: database)
    case .require: guard pending.isEmpty else { throw ZoneRefusal.olderSchema(pending.count) }
    case .lookAt:
      // Without the zone's own row there is nothing to look at.
      let own: Set<String> = [Migration.createZone.name, Migration.createZoneKey.name]
      guard own.isDisjoint(with: pending) else { throw ZoneRefusal.olderSchema(pending.count) }
    }
  }
}
