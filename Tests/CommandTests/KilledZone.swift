import Access
import Assembly
import Corpus
import CorpusStore
import Fixtures
import Foundation
import Kernel
import Logging
import PatentsStore
import SQLiteDriver
import Storage
import Synchronization

/// A zone whose processes are killed at moments that a seed draws.
final class KilledZone {
  private let bench: Bench
  private let zone: Zone
  private let database: SQLiteDatabase
  private let log: Logger
  private let told = Told()
  private var dice: SeededDice
  private var files = 0
  /// The numbers of the patents that an import said it had taken in.
  private var acknowledged: Set<String> = []
  private let clerk = Account.console([.readPatents, .rebuildIndex])
  private var index: String { bench.data + "/corpus/1" }

  /// What is killed.
  enum Work: CaseIterable {
    /// `ipzone import`.
    case importing
    /// `ipzone search` after an import: it takes in what the journal says, and merges.
    case following
    /// `ipzone index rebuild`.
    case rebuilding
  }

  init(_ bench: Bench, seed: UInt64) async throws {
    self.bench = bench
    dice = SeededDice(seed: seed)
    let told = told
    log = Logger(label: "tests") { _ in Pen(told: told) }
    zone = try await Zone.open(ZonePlace(directory: bench.data), world: { World.live(node: $0) }, log: log)
    database = try SQLiteDatabase.open(at: bench.data + "/zone.sqlite")
  }

  func close() async throws {
    try await database.close()
    try await zone.close()
  }

  /// - Returns: what was killed; nil where it had ended before.
  func kill() async throws -> Work? {
    let work = Work.allCases[dice.roll(below: 3)]
    switch work {
    case .importing:
      let (path, numbers) = try file()
      let isKilled = try await isKilled(["import", "--data", bench.data, path], at: bench.data, steps: 7)
      if !isKilled { acknowledged.formUnion(numbers) }
      // What was cut off goes on, sometimes at once, sometimes never.
      if isKilled, dice.roll(below: 3) == 0 { try await bring(path, numbers) }
      return isKilled ? work : nil
    case .following:
      let (path, numbers) = try file()
      try await bring(path, numbers)
      return try await isKilled(["search", "--data", bench.data, "装置"], at: index, steps: 4) ? work : nil
    case .rebuilding:
      return try await isKilled(["index", "rebuild", "--data", bench.data], at: index, steps: 7) ? work : nil
    }
  }

  /// Patents of which most were there before, so that later versions take the place of earlier ones.
  private func file() throws -> (path: String, numbers: Set<String>) {
    files += 1
    var (text, numbers): (String, Set<String>) = ("", [])
    for _ in 0..<30 + dice.roll(below: 120) {
      let number = "CN\(110_000_000 + dice.roll(below: 500))A"
      numbers.insert(number)
      text += """
        {"publication_number":"\(number)","title":"测量装置\(dice.roll(below: 60))",\
        "abstract":"一种方法，所述装置\(dice.roll(below: 40))与支架相连接","applicants":["示例公司\(dice.roll(below: 9))"]}

        """
    }
    let path = bench.path("\(files).jsonl")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return (path, numbers)
  }

  private func bring(_ path: String, _ numbers: Set<String>) async throws {
    _ = try await zone.patents.importFile(at: path, named: "\(files).jsonl", by: zone.console)
    acknowledged.formUnion(numbers)
  }

  /// Starts the program and kills it after some changes of the files in `folder`, or after some time.
  ///
  /// By the time alone nearly every kill would meet its start, which takes ten times as long as the work.
  private func isKilled(_ words: [String], at folder: String, steps: Int) async throws -> Bool {
    let changes = dice.roll(below: 10) == 0 ? Int.max : 1 + dice.roll(below: steps)
    let rest = UInt32(dice.roll(below: changes == .max ? 200_000 : 2_000))
    let started = try Program.start(words)
    // A thread of its own: the tests beside this one may keep the pool busy for longer than the program runs.
    Thread.detachNewThread {
      var (before, seen) = (Self.look(at: folder), 0)
      while changes != .max, seen < changes, started.process.isRunning {
        let now = Self.look(at: folder)
        seen += now == before ? 0 : 1
        before = now
        usleep(200)
      }
      usleep(rest)
      started.signal(SIGKILL)
    }
    return try await started.ended().status == 128 + SIGKILL
  }

  /// The names of the files, and how long the database's log of writes is.
  private static func look(at folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let wal = names.contains("zone.sqlite-wal") ? folder + "/zone.sqlite-wal" : nil
    let size = wal.flatMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? NSNumber }
    return names.sorted() + ["\(size ?? 0)"]
  }
}

// MARK: - What must hold

extension KilledZone {
  struct State: Equatable {
    /// By the number of the patents that nobody may have lost.
    var lost: Set<String> = []
    /// What was named as damaged.
    var told: [String] = []
    var answers: [String: [Int64]] = [:]
    var counts: [String: [CorpusTally]] = [:]
  }

  /// What the index answers after it has been opened as it was left, and what one answers that is built anew.
  func states() async throws -> (found: State, clean: State) {
    if FileManager.default.fileExists(atPath: index) { _ = try CorpusIndex.look(at: DiskFiles(folder: index)) }
    let clean = desk(bench.path("clean"))
    try await clean.rebuild(by: clerk)
    var found = try await answers(of: desk(bench.data + "/corpus"))
    found.lost = acknowledged.subtracting(try await registered())
    found.told = told.messages
    return (found, try await answers(of: clean))
  }

  /// A desk as a process has it that starts now; it leaves the merging to those that are killed.
  private func desk(_ folder: String) -> CorpusDesk {
    var limits = CorpusLimits()
    limits.fan = 1_000
    return CorpusDesk(
      of: .patents, folder: folder, database: database, world: .live(node: 1), limits: limits, log: log)
  }

  private func answers(of desk: CorpusDesk) async throws -> State {
    var state = State()
    for query in ["", "装置", "测量装置7", "所述装置", "支架相连接", "TI=装置", "PN:CN1100001*", "申请人:示例公司3", "装置 NOT 方法"] {
      let selection = try await desk.select(CorpusQuestion(query), by: clerk)
      state.answers[query] = selection.ids
      state.counts[query] = [CorpusColumn.kind, .applicant, .source].map { selection.tally($0) }
    }
    return state
  }

  private func registered() async throws -> Set<String> {
    try await database.read { db in
      Set(
        try db.rows("SELECT identity FROM patents").map { row in
          var columns = row.columns
          return String(try columns.text().dropFirst(2))
        })
    }
  }
}

private final class Told: Sendable {
  private let held = Mutex<[String]>([])
  var messages: [String] { held.withLock { $0 } }
  func add(_ message: String) { held.withLock { $0.append(message) } }
}

private struct Pen: LogHandler {
  let told: Told
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.warning

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { told.add("\(event.message)") }
}
