import Access
import Corpus
import CorpusStore
import Fixtures
import Foundation
import JobsStore
import Journal
import JournalStore
import Kernel
import Logging
import PartiesStore
import Patents
import PatentsStore
import Storage

/// A register of patents with a folder for its files and its indexes.
struct CorpusZone {
  let database: any Database
  let folder: URL
  let world: World
  let patents: PatentDesk
  let book = LogBook()
  let clerk = Account.console([
    .readPatents, .readImports, .importPatents, .withdrawImports, .mergePatents, .rebuildIndex,
  ])

  static func with(_ kind: DatabaseKind, _ work: (CorpusZone) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ipzone-corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let migrations = journalMigrations + jobMigrations + partyMigrations + patentMigrations
    try await kind.withDatabase(migrations) { try await work(CorpusZone(database: $0, folder: folder)) }
  }

  private init(database: any Database, folder: URL) {
    self.database = database
    self.folder = folder
    world = .fixed()
    patents = PatentDesk(
      database: database, world: world, jobs: JobDesk(database: database, world: world), uploads: folder.path,
      batchSize: 70)
  }

  /// The folder of the indexes of one machine.
  func corpus(_ name: String = "corpus") -> String { folder.appending(path: name).path }

  /// A desk as a process has it that starts now.
  func desk(
    _ name: String = "corpus",
    files: @escaping FolderFiles = { (path) throws(CorpusRefusal) in try DiskFiles(folder: path) }
  ) -> CorpusDesk {
    var limits = CorpusLimits()
    (limits.places, limits.fan) = (9_000, 3)
    return CorpusDesk(
      of: .patents, folder: corpus(name), database: database, world: world, limits: limits, files: files, log: book.log)
  }

  @discardableResult func bring(_ lines: [String], as name: String = "a.jsonl") async throws -> PatentImport {
    let path = folder.appending(path: name).path
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
    return try await patents.importFile(at: path, named: name, by: clerk)
  }

  func bringSample() async throws {
    _ = try await patents.importFile(at: Self.sample, named: "demo.jsonl", by: clerk)
  }

  private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Samples/demo/demo-patents.jsonl").path

  /// The ids that a question finds.
  func ids(_ text: String, _ desk: CorpusDesk) async throws -> [Int64] {
    try await desk.select(CorpusQuestion(text), by: clerk).ids
  }

  /// The documents of the register with these words one after the other in title, abstract or first claim, by looking at
  /// every row.
  func scan(_ words: String) async throws -> [Int64] {
    try await database.read { db in
      try db.rows("SELECT id, title, abstract, first_claim FROM patents ORDER BY id").compactMap { row in
        var columns = row.columns
        let id = try columns.integer()
        let texts = try (0..<3).map { _ in try columns.optional { try $0.text() } ?? "" }
        return texts.contains { $0.filter { !$0.isWhitespace }.contains(words) } ? id : nil
      }
    }
  }

  /// By its number.
  func id(_ number: Int) async throws -> Int64? {
    try await database.read { db in
      try db.row("SELECT id FROM patents WHERE identity = \("P:CN\(110_000_000 + number)A")").map { row in
        var columns = row.columns
        return try columns.integer()
      }
    }
  }

  func head() async throws -> Int64 { try await database.read { try JournalTrace.head(in: $0).number } }
}

/// One line of a corpus file.
func line(_ number: Int, title: String? = nil, _ further: String = "") -> String {
  """
  {"publication_number":"CN\(110_000_000 + number)A","title":"\(title ?? "测量装置\(number)")"\
  \(further.isEmpty ? "" : "," + further)}
  """
}

/// Everything by which two indexes of one register could be told apart.
struct Fingerprint: Equatable {
  private var totals: [String: [Int64]] = [:]
  private var counts: [String: [CorpusTally]] = [:]

  static let queries = [
    "", "装置", "测量", "方法", "一种", "连接", "所述", "所述高速相机连接", "激光焊接", "TI=装置", "ipc:G06F", "类型:外观",
    "year:2019..2021", "装置 NOT 方法", "省:江苏", "申请人:示例", "PN:CN1100000*",
  ]

  init(of desk: CorpusDesk, by account: Account) async throws {
    for query in Self.queries {
      let selection = try await desk.select(CorpusQuestion(query), by: account)
      totals[query] = selection.ids
      counts[query] = [CorpusColumn.kind, .filingYear, .applicant, .ipcSubclass, .city, .source].map {
        selection.tally($0)
      }
    }
  }
}
