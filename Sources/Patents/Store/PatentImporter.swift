import Access
import Foundation
public import Jobs
import JobsStore
public import Journal
import JournalStore
public import Kernel
import PartiesStore
import PatentFormats
public import Patents
import Storage

/// Carries one file into the register, a batch a transaction.
///
/// Whatever stops it, the batches before are in, and the next run of the same file goes on behind them.
struct PatentImporter: Sendable {
  let database: any Database
  let world: World
  let account: Account
  let holder: LeaseHolder
  let batchSize: Int

  func run(
    _ file: ImportableFile, report: @Sendable (ImportProgress) async -> JobSignal
  ) async throws -> PatentImport {
    var run = try await open(file)
    let start = world.now()
    let firstRow = run.counts.rows
    let pump = RowPump(file.format, path: file.path, after: firstRow, batchSize: batchSize)
    defer { pump.stop() }
    let names = NameBook(world: world)
    do {
      for try await batch in pump.batches {
        run = try await write(batch, of: run, from: file, names: names)
        pump.makeRoom()
        let progress = ImportProgress(
          counts: run.counts, bytesRead: batch.bytesRead, size: file.size,
          rowsNow: run.counts.rows - firstRow, seconds: world.now().timeIntervalSince(start))
        if await report(progress) == .stop { return try await close(run, at: .stopped, of: file) }
      }
      // A cancelled task sees the end of the rows, too.
      try Task.checkCancellation()
    } catch {
      // Should even this fail, the run stays open; the next one takes it over, and the first reason is what counts.
      _ = try? await close(run, at: .stopped, of: file)
      throw error
    }
    return try await close(run, at: .done, of: file)
  }

  /// Finds where an earlier run of the same content stopped, or starts a new run.
  private func open(_ file: ImportableFile) async throws -> PatentImport {
    let (world, account, holder) = (world, account, holder)
    return try await repeating { db in
      try Leases.take("import \(file.hash)", for: holder, at: world.now(), in: db)
      var known = try ImportRows.file(withHash: file.hash, in: db)
      if let found = known { known = try renamed(found, for: file, in: db) }
      if let known, var run = try ImportRows.unfinishedRun(of: known.id, in: db) {
        guard run.stage != .running else { return run }
        run.stage = .running
        return try save(run, deed: Deed(.resumeImport, by: account, on: run.id.subject), in: db)
      }
      let source =
        known
        ?? PatentFile(
          id: world.newID(), hash: file.hash, name: file.name, size: file.size, format: file.format.code)
      let run = PatentImport(
        id: world.newID(), file: source.id, startedAt: world.now(), startedBy: account.id.number, stage: .running,
        counts: ImportCounts(), revision: 0)
      let deed = Deed(
        .startImport, by: account, on: run.id.subject,
        facts: ["file": file.name, "sha256": file.hash, "format": file.format.code])
      let entry = try Recording.write(deed, world: world, in: db) { recording in
        if known == nil { try recording.insert(ImportRows.values(source), into: .patentFiles) }
        try recording.insert(ImportRows.values(run), into: .patentImports)
        return recording.number
      }
      return run.revised(entry)
    }
  }

  /// A file that a mapping reads now and something else read before is the other's no longer, once nothing of that stands.
  private func renamed(_ known: PatentFile, for file: ImportableFile, in db: any Writing) throws -> PatentFile {
    let codes = [known.format, file.format.code]
    guard codes[0] != codes[1], codes.contains(where: { MappedTable.mappingName(in: $0) != nil }) else { return known }
    guard try ImportRows.runs(of: known.id, in: db).allSatisfy({ $0.stage == .withdrawn }) else {
      throw MappingRefusal.importedOtherwise(sourceName(of: known.format))
    }
    let renamed = PatentFile(
      id: known.id, hash: known.hash, name: known.name, size: known.size, format: file.format.code)
    try Recording.write(
      Deed(.rereadFile, by: account, facts: ["sha256": file.hash, "format": file.format.code]), world: world, in: db
    ) { try $0.update(ImportRows.values(renamed), in: .patentFiles) }
    return renamed
  }

  private func save(_ run: PatentImport, deed: Deed, in db: any Writing) throws -> PatentImport {
    let entry = try Recording.write(deed, world: world, in: db) { recording in
      try recording.update(ImportRows.values(run), in: .patentImports, seen: run.revision)
      return recording.number
    }
    return run.revised(entry)
  }

  private func write(
    _ batch: RowPump.Batch, of run: PatentImport, from file: ImportableFile, names: NameBook
  ) async throws -> PatentImport {
    let (world, account, holder) = (world, account, holder)
    let written = try await repeating { db in
      names.forget()
      try Leases.take("import \(file.hash)", for: holder, at: world.now(), in: db)
      var run = run
      let range = "\(batch.rows.first?.line ?? 0)-\(batch.rows.last?.line ?? 0)"
      let deed = Deed(
        .importBatch, by: account, on: run.id.subject, facts: ["rows": range, "sha256": rowsHash(batch.rows)])
      let entry = try Recording.writeBatch(deed, world: world, in: db) { recording in
        let rank = try SourceOrderRows.inEffect(in: db)?[file.format.code] ?? file.format.precedence
        var work = try ImportBatch(batch.rows, of: run, precedence: rank, world: world, in: db)
        try work.take(batch.rows, in: db)
        try work.write(by: recording, names: names, in: db)
        run.counts += work.counts
        try recording.update(ImportRows.values(run), in: .patentImports, seen: run.revision)
        return recording.number
      }
      return run.revised(entry)
    }
    names.confirm()
    return written
  }

  /// Writes again where another process has just added the same name, document, file or lease: what it added is
  /// found the next time.
  private func repeating<Result: Sendable>(
    _ work: @escaping @Sendable (any Writing) throws -> Result
  ) async throws -> Result {
    for _ in 1..<Self.attempts {
      do { return try await database.write(work) } catch StorageFault.duplicate {}
    }
    return try await database.write(work)
  }

  private static let attempts = 5

  /// Also where the task has been cancelled: that the run ended is written down in a task of its own.
  private func close(_ run: PatentImport, at stage: ImportStage, of file: ImportableFile) async throws -> PatentImport {
    let (world, account, holder) = (world, account, holder)
    let writing = Task {
      try await repeating { db in
        // Whoever has taken the import over says how it ends.
        try Leases.take("import \(file.hash)", for: holder, at: world.now(), in: db)
        var run = run
        run.stage = stage
        let action: Action = stage == .done ? .finishImport : .stopImport
        let saved = try save(run, deed: Deed(action, by: account, on: run.id.subject), in: db)
        try Leases.release("import \(file.hash)", of: holder, in: db)
        return saved
      }
    }
    return try await writing.value
  }
}

/// A file that some format has recognised.
struct ImportableFile: Sendable {
  let path: String
  let name: String
  let size: Int64
  let hash: String
  let format: any PatentFormat
}

/// How far an import has come.
public struct ImportProgress: Sendable {
  public let counts: ImportCounts
  public let bytesRead: Int64
  public let size: Int64
  /// Rows of this run, without those that an earlier run had done.
  public let rowsNow: Int
  public let seconds: Double

  public var share: BasisPoints { BasisPoints(size > 0 ? Int(min(bytesRead, size) * 10_000 / size) : 10_000) }
  public var rowsPerSecond: Double { seconds > 0 ? Double(rowsNow) / seconds : 0 }

  /// By the share of bytes read since the start; nil before anything was read.
  public var secondsLeft: Double? {
    bytesRead > 0 && seconds > 0 ? Double(max(size - bytesRead, 0)) * seconds / Double(bytesRead) : nil
  }

  /// The same for the job queue.
  public var job: JobProgress {
    JobProgress(done: Int64(counts.rows), share: share, rate: rowsPerSecond, secondsLeft: secondsLeft)
  }
}

extension ImportCounts {
  static func += (sum: inout ImportCounts, other: ImportCounts) {
    sum.rows += other.rows
    sum.new += other.new
    sum.updated += other.updated
    sum.unchanged += other.unchanged
    sum.repaired += other.repaired
    sum.rejected += other.rejected
  }
}

extension PatentImport {
  fileprivate func revised(_ entry: Int64) -> PatentImport {
    PatentImport(
      id: id, file: file, startedAt: startedAt, startedBy: startedBy, stage: stage, counts: counts, revision: entry)
  }
}

extension ID<PatentImport> {
  /// The run as the journal names it.
  public var subject: Subject { Subject(table: "patent_imports", number: number) }
}

extension Action {
  static let startImport = Action("patents.import-start", Phrase(zh: "开始导入", en: "Started an import"))
  static let resumeImport = Action("patents.import-resume", Phrase(zh: "继续导入", en: "Resumed an import"))
  static let importBatch = Action("patents.import-batch", Phrase(zh: "导入一批", en: "Imported a batch"))
  static let finishImport = Action("patents.import-finish", Phrase(zh: "完成导入", en: "Finished an import"))
  static let rereadFile = Action(
    "patents.file-reread", Phrase(zh: "改按列对应读取文件", en: "Set a file to be read by other columns"))
  static let stopImport = Action("patents.import-stop", Phrase(zh: "中止导入", en: "Stopped an import"))
}
