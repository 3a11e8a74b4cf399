public import Access
public import AccessStore
import Foundation
public import JobsStore
public import JournalStore
public import Kernel
public import Logging
public import PartiesStore
public import PatentsStore
import PostgresDriver
import Rules
public import RulesStore
import SQLiteDriver
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

  /// Opens the zone at `place`, creating it if there is none, and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - settings: of this deployment.
  ///   - passwords: what each password costs to check; tests take a cheap one.
  ///   - isDemonstration: what a new zone becomes; an existing one keeps what it is.
  ///   - world: the world of one process, by its node.
  public static func open(
    _ place: ZonePlace, settings: Settings = Settings(), asDemonstration isDemonstration: Bool = false,
    passwords: PasswordCost = .standard, world: (Int) -> World, log: Logger
  ) async throws -> Zone {
    try prepareDirectory(place)
    let database = try await openDatabase(place, log: log)
    try await migrate(database)
    let now = world(0).now()
    let record = try await database.write { try ZoneRows.open(asDemonstration: isDemonstration, at: now, in: $0) }
    return try Zone(place, record, settings, passwords, database, world(record.node))
  }

  private init(
    _ place: ZonePlace, _ record: ZoneRecord, _ settings: Settings, _ passwords: PasswordCost, _ database: any Database,
    _ world: World
  ) throws {
    self.place = place
    self.record = record
    self.database = database
    self.world = world
    let matrix = PermissionMatrix.zone
    console = .console(Set(matrix.all + [.createLogins]))
    access = AccessDesk(
      database: database, world: world, matrix: matrix,
      policy: settings.accessPolicy(isDemonstration: record.isDemonstration),
      zoneKey: try ZoneKey.load(at: place.keyFile, world: world), cost: passwords)
    journal = JournalDesk(database: database, world: world, tables: Schema.records, subjects: isSubject)
    let book = try RuleLibrary.shipped(for: record.isDemonstration ? .demonstration : .operating)
    rules = RuleDesk(
      shelf: RuleShelf(shipped: book), holidays: try HolidayLibrary.book(), uses: ruleUses(of: book),
      database: database, world: world)
    jobs = JobDesk(database: database, world: world)
    parties = PartyDesk(database: database, world: world)
    patents = PatentDesk(database: database, world: world, jobs: jobs, uploads: place.uploads)
  }

  public func close() async throws { try await database.close() }

  private static func prepareDirectory(_ place: ZonePlace) throws {
    for path in [place.directory, place.uploads, place.temporary] {
      do {
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw ZoneRefusal.directoryNotWritable(path)
      }
    }
  }

  private static func openDatabase(_ place: ZonePlace, log: Logger) async throws -> any Database {
    if let server = place.server { return try await PostgresDatabase.open(server, log: log) }
    return try SQLiteDatabase.open(at: place.databaseFile)
  }

  private static func migrate(_ database: any Database) async throws {
    try await Migration.run(Schema.migrations, on: database)
  }
}
