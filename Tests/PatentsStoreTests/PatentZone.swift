import Access
import Fixtures
import Foundation
import Jobs
import JobsStore
import Journal
import JournalStore
import Kernel
import Parties
import PartiesStore
import Patents
import PatentsStore
import Storage
import Synchronization

/// A zone with a register of patents, and a folder for the files of one test.
struct PatentZone {
  let database: any Database
  let folder: URL
  let world: World
  let batchSize: Int
  let desk: PatentDesk
  /// The order of sources that the rules give.
  let ranks = RuledRanks()
  let clerk = Account.console([
    .readPatents, .readImports, .importPatents, .withdrawImports, .mergePatents, .exportPatents, .readParties,
    .mergeParties, .queueJobs, .readJobs, .verifyJournal, .readJournal, .setSourceTerms, .reorderSources,
  ])

  var parties: PartyDesk { PartyDesk(database: database, world: world) }
  var jobs: JobDesk { JobDesk(database: database, world: world) }

  static let migrations = journalMigrations + jobMigrations + partyMigrations + patentMigrations

  static func with(
    _ kind: DatabaseKind, batchSize: Int = 4, _ work: (PatentZone) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-patents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await kind.withDatabase(migrations) { database in
      try await work(PatentZone(database: database, folder: folder, world: .fixed(), batchSize: batchSize))
    }
  }

  init(database: any Database, folder: URL, world: World, batchSize: Int) {
    self.database = database
    self.folder = folder
    self.world = world
    self.batchSize = batchSize
    desk = PatentDesk(
      database: database, world: world, jobs: JobDesk(database: database, world: world), uploads: folder.path,
      batchSize: batchSize, ranks: { [ranks] _, _ in ranks.value })
  }

  /// The same zone on another connection or with faults: the desk of another process.
  func seen(through database: any Database) -> PatentZone {
    PatentZone(database: database, folder: folder, world: world, batchSize: batchSize)
  }

  func write(_ lines: [String], to name: String = "a.jsonl") throws -> String {
    let path = folder.appending(path: name).path
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult func bring(
    _ path: String, report: @escaping @Sendable (ImportProgress) async -> JobSignal = { _ in .goOn }
  ) async throws -> PatentImport {
    try await desk.importFile(at: path, named: (path as NSString).lastPathComponent, by: clerk, report: report)
  }

  func export() async throws -> [String] {
    let lines = Lines()
    try await desk.export(by: clerk) { lines.add($0) }
    return lines.all
  }

  func isIntact() async throws -> Bool {
    let journal = JournalDesk(
      database: database, world: world, tables: partyTables + patentTables, subjects: { _, _, _ in true })
    if case .intact = try await journal.verify(by: clerk) { return true }
    return false
  }

  /// The patent whose identity is this.
  func patent(_ identity: String) async throws -> Patent? {
    try await desk.page(limit: 1_000, by: clerk).patents.first { $0.identity.text == identity }
  }

  func count(_ sql: SQL) async throws -> Int { try await database.read { try $0.count(sql) } }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func sample(_ path: String) -> String { root.appending(path: "Samples/\(path)").path }
}

/// One line of a corpus file.
func line(_ number: Int, title: String? = nil, applicants: [String] = ["甲公司"], _ further: String = "") -> String {
  let names = applicants.map { "\"\($0)\"" }.joined(separator: ",")
  return """
    {"publication_number":"CN\(110_000_000 + number)A","title":"\(title ?? "方法\(number)")","applicants":[\(names)]\
    \(further.isEmpty ? "" : "," + further)}
    """
}

func counts(_ rows: Int, new: Int = 0, updated: Int = 0, unchanged: Int = 0, repaired: Int = 0, rejected: Int = 0)
  -> ImportCounts
{
  var counts = ImportCounts()
  (counts.rows, counts.new, counts.updated) = (rows, new, updated)
  (counts.unchanged, counts.repaired, counts.rejected) = (unchanged, repaired, rejected)
  return counts
}

/// What a test rules of sources; as the program came where it rules nothing.
final class RuledRanks: Sendable {
  private let ruled = Mutex<[String: Int]>([:])
  var value: SourceRanks { SourceRanks(ruled.withLock { $0 }).completed(by: .shipped) }
  func rule(_ ranks: [String: Int]) { ruled.withLock { $0 = ranks } }
}

private final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  var all: [String] { lines.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }
}
