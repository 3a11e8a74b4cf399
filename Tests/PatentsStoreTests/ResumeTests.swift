import Access
import Fixtures
import Foundation
import Jobs
import JobsStore
import Journal
import Kernel
import Patents
import PatentsStore
import Storage
import Synchronization
import Testing

@Suite struct `A disturbed import` {
  /// Rows of every effect, over five batches of four.
  private static let lines =
    (0..<8).map { line($0, applicants: ["公司\($0 % 3)", "王\($0)"], "\"agency\":\"甲事务所\"") } + ["{}"]
    + (4..<12).map { line($0, title: "改名\($0)") } + [line(3), "{\"title\":"]

  /// 0 to 7 and 8 to 11 are new; 4 to 7 change their names and applicants, and so does 3.
  private static let expectedCounts = counts(19, new: 12, updated: 5, rejected: 2)

  private func undisturbed(_ kind: DatabaseKind) async throws -> [String] {
    let result = Mutex<[String]>([])
    try await PatentZone.with(kind) { zone in
      let run = try await zone.bring(try zone.write(Self.lines))
      #expect(run.counts == Self.expectedCounts)
      let export = try await zone.export()
      result.withLock { $0 = export }
    }
    return result.withLock { $0 }
  }

  @Test(arguments: DatabaseKind.all)
  func `that was stopped after any batch goes on to the same end`(_ kind: DatabaseKind) async throws {
    let expected = try await undisturbed(kind)
    for stop in 1...5 {
      try await PatentZone.with(kind) { zone in
        let path = try zone.write(Self.lines)
        let batches = Count()
        let first = try await zone.bring(path) { _ in batches.next() == stop ? .stop : .goOn }
        #expect(first.stage == .stopped)
        #expect(first.counts.rows == min(4 * stop, 19))
        #expect(first.counts.addsUp)
        let second = try await zone.bring(path)
        #expect(second.id == first.id)
        #expect(second.stage == .done)
        #expect(second.counts == Self.expectedCounts)
        #expect(try await zone.export() == expected)
        #expect(try await zone.isIntact())
      }
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `that failed at any statement goes on to the same end`(_ kind: DatabaseKind) async throws {
    let expected = try await undisturbed(kind)
    var failing = 0
    var isThrough = false
    while !isThrough && failing < 1_000 {
      failing += 1
      let faultyIsThrough = Mutex(false)
      try await PatentZone.with(kind) { zone in
        let path = try zone.write(Self.lines)
        let faulty = FaultyDatabase(zone.database, failing: failing)
        do {
          try await zone.seen(through: faulty).bring(path)
          faultyIsThrough.withLock { $0 = !faulty.hasFailed }
          #expect(!faulty.hasFailed)
        } catch is InjectedFault {
          let run = try await zone.bring(path)
          #expect(run.stage == .done)
          #expect(run.counts.rows == 19 && run.counts.addsUp)
        }
        #expect(try await zone.export() == expected)
        #expect(try await zone.isIntact())
      }
      isThrough = faultyIsThrough.withLock { $0 }
    }
    #expect((60..<1_000).contains(failing))
  }

  @Test(arguments: DatabaseKind.all)
  func `whose task was cancelled is stopped, not done`(_ kind: DatabaseKind) async throws {
    let expected = try await undisturbed(kind)
    try await PatentZone.with(kind) { zone in
      let path = try zone.write(Self.lines)
      let task = Task {
        try await zone.bring(path) { _ in
          withUnsafeCurrentTask { $0?.cancel() }
          return .goOn
        }
      }
      await #expect(throws: CancellationError.self) { try await task.value }
      let run = try #require(try await zone.desk.imports(by: zone.clerk).first?.run)
      #expect(run.stage == .stopped)
      #expect(run.counts.rows == 4)
      try await zone.bring(path)
      #expect(try await zone.export() == expected)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.shared)
  func `by another one of overlapping files loses nothing`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind, batchSize: 3) { zone in
      let files = try (0..<3).map { file in
        try zone.write(
          (0..<20).map { line($0 + file * 5, applicants: ["公司\($0 % 4)", "（\(file)）王\($0)"]) }, to: "\(file).jsonl")
      }
      let runs = try await withThrowingTaskGroup(of: PatentImport.self) { group in
        for file in files { group.addTask { try await zone.bring(file) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(runs.allSatisfy { $0.stage == .done && $0.counts.rows == 20 && $0.counts.addsUp })
      #expect(runs.map(\.counts.new).reduce(0, +) == 30)
      #expect(try await zone.desk.facets(by: zone.clerk).total == 30)
      #expect(try await zone.count("SELECT count(*) FROM party_names") == 4 + 60)
      #expect(try await zone.count("SELECT count(*) FROM patent_sources") == 60)
      #expect(try await zone.isIntact())
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `by a key that somebody else has just taken is written again`(_ kind: DatabaseKind) async throws {
    let expected = try await undisturbed(kind)
    try await PatentZone.with(kind) { zone in
      let racing = RacingDatabase(sound: zone.database)
      let run = try await zone.seen(through: racing).bring(try zone.write(Self.lines))
      #expect(run.stage == .done)
      #expect(racing.races == 7)
      #expect(try await zone.export() == expected)
      #expect(try await zone.isIntact())
    }
  }
}

@Suite struct `The lease of a file` {
  @Test(arguments: DatabaseKind.all)
  func `keeps a second process away while the first one lives`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write([line(1), line(2)])
      let other = PatentDesk(
        database: zone.database, world: zone.world, jobs: zone.jobs, uploads: zone.folder.path,
        holder: .current(part: "other"))
      let refused = Count()
      let run = try await zone.bring(path) { _ in
        do {
          _ = try await other.importFile(at: path, named: "a", by: zone.clerk)
        } catch is JobRefusal {
          refused.next()
        } catch { Issue.record(error) }
        return .goOn
      }
      #expect(refused.value == 1)
      #expect(run.counts == counts(2, new: 2))
      #expect(try await zone.count("SELECT count(*) FROM leases") == 0)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `keeps a second task of the same process away, too`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write([line(1)])
      let refused = Count()
      try await zone.bring(path) { _ in
        do { try await zone.bring(path) } catch is JobRefusal { refused.next() } catch { Issue.record(error) }
        return .goOn
      }
      #expect(refused.value == 1)
    }
  }

  @Test(arguments: DatabaseKind.all)
  func `of a process that has died is taken over`(_ kind: DatabaseKind) async throws {
    try await PatentZone.with(kind) { zone in
      let path = try zone.write((1...9).map { line($0) })
      let run = try await zone.bring(path) { _ in .stop }
      let hash = try await zone.desk.findImport(run.id, by: zone.clerk).file.hash
      let (lease, until) = ("import \(hash)", zone.world.now().addingTimeInterval(60))
      try await zone.database.write { db in
        _ = try db.run("INSERT INTO leases (name, holder, until) VALUES (\(lease), \("elsewhere/1/2/main"), \(until))")
      }
      await #expect(throws: JobRefusal.taken(by: "elsewhere/1/2/main")) { try await zone.bring(path) }
      // A number that no process of this machine has.
      let machine = try #require(LeaseHolder.current().text.split(separator: "/").first)
      let dead = "\(machine)/4194303/1/main"
      try await zone.database.write { db in
        _ = try db.run("UPDATE leases SET holder = \(dead) WHERE name = \(lease)")
      }
      let second = try await zone.bring(path)
      #expect(second.id == run.id)
      #expect(second.counts == counts(9, new: 9))
      #expect(try await zone.isIntact())
    }
  }
}

/// A database where every other write fails at its last moment, as if another process had taken a key.
private final class RacingDatabase: Database {
  private let sound: any Database
  private let writes = Count()
  var dialect: Dialect { sound.dialect }
  var races: Int { (writes.value + 1) / 2 }

  init(sound: any Database) { self.sound = sound }

  func read<Result: Sendable>(_ work: @escaping @Sendable (any Reading) throws -> Result) async throws -> Result {
    try await sound.read(work)
  }

  func write<Result: Sendable>(_ work: @escaping @Sendable (any Writing) throws -> Result) async throws -> Result {
    let isRace = writes.next() % 2 == 1
    return try await sound.write { db in
      let result = try work(db)
      if isRace { throw StorageFault.duplicate("party_names.text") }
      return result
    }
  }

  func close() async throws {}
}

private final class Count: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  @discardableResult func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
