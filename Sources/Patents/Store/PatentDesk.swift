public import Access
import Foundation
public import JobsStore
public import Journal
import JournalStore
public import Kernel
import PatentFormats
public import Patents
public import Storage

/// What the zone does with the patent register.
public struct PatentDesk: Sendable {
  let database: any Database
  let world: World
  let jobs: JobDesk
  /// The folder of uploaded files, each named by its SHA-256.
  let uploads: String
  let holder: LeaseHolder
  let ranks: SourceRankRule
  private let batchSize: Int
  private let atWork = FilesAtWork()
  private let facets = KeptValue<PatentFacets>(of: [.patents])
  private let texts = KeptValue<TextScan>(of: [.patents])
  let marks = KeptValue<TrademarkList>(of: [.trademarks])

  /// - Parameters:
  ///   - batchSize: how many rows of an import one transaction carries.
  ///   - ranks: the order of sources by the rules of a day.
  public init(
    database: any Database, world: World, jobs: JobDesk, uploads: String, holder: LeaseHolder = .current(),
    batchSize: Int = 4_000, ranks: @escaping SourceRankRule = { _, _ in .shipped }
  ) {
    precondition(batchSize > 0, "a batch has rows")
    self.database = database
    self.world = world
    self.jobs = jobs
    self.uploads = uploads
    self.holder = holder
    self.batchSize = batchSize
    self.ranks = ranks
  }

  public func page(
    _ filter: PatentFilter = PatentFilter(), after cursor: PatentCursor? = nil, limit: Int = 50, by account: Account
  ) async throws -> PatentPage {
    try account.require(.readPatents)
    return try await database.read { db in
      let total = filter.isEmpty ? try facets.value(in: db, compute: PatentLists.facets).total : nil
      return try PatentLists.page(
        filter, after: cursor, limit: limit, total: total,
        texts: { try texts.value(in: db, compute: PatentLists.texts) }, in: db)
    }
  }

  /// What the filters of the list offer.
  public func facets(by account: Account) async throws -> PatentFacets {
    try account.require(.readPatents)
    return try await database.read { try facets.value(in: $0, compute: PatentLists.facets) }
  }

  /// A patent with the origin of each of its values.
  public func find(_ id: ID<Patent>, by account: Account) async throws -> PatentDossier {
    try account.require(.readPatents)
    return try await database.read { db in
      guard let patent = try PatentRows.find(id, in: db) else { throw PatentRefusal.unknown(id) }
      return try PatentDossier(patent, in: db)
    }
  }

  /// Trademarks and geographical indications in the order of office and number, each as its best and newest source says
  /// it, with what that leaves open from the others.
  ///
  /// - Parameter identity: only those behind it; see ``Patents/TrademarkRecord/identity``.
  public func trademarks(
    after identity: String = "", limit: Int = 50, by account: Account
  ) async throws -> [TrademarkRecord] {
    try account.require(.readPatents)
    return try await database.read { try TrademarkRows.page(after: identity, limit: limit, in: $0) }
  }

  public func imports(before last: ID<PatentImport>? = nil, limit: Int = 50, by account: Account) async throws
    -> [ImportFile]
  {
    try account.require(.readImports)
    return try await database.read { db in
      try ImportRows.runs(before: last, limit: limit, in: db).compactMap { run in
        try ImportRows.file(run.file, in: db).map { ImportFile(run: run, file: $0) }
      }
    }
  }

  public func findImport(_ id: ID<PatentImport>, by account: Account) async throws -> ImportFile {
    try account.require(.readImports)
    return try await database.read { db in
      guard let run = try ImportRows.run(id, in: db), let file = try ImportRows.file(run.file, in: db) else {
        throw PatentRefusal.unknownImport(id)
      }
      // The entry that wrote a withdrawn run last is the one that withdrew it.
      let withdrawal = run.stage == .withdrawn ? try JournalLine.find(run.revision, in: db) : nil
      return ImportFile(run: run, file: file, withdrawal: withdrawal)
    }
  }

  /// The rejected or repaired rows of an import, in the order of the file.
  ///
  /// - Parameters:
  ///   - line: only notes on later rows, or on this row behind `place`.
  ///   - place: of the last note that was seen of that row; left out, no more of the row is wanted.
  public func notes(
    of id: ID<PatentImport>, sort: ImportNote.Sort? = nil, after line: Int = 0, place: Int = .max, limit: Int = 100,
    by account: Account
  ) async throws -> [ImportNote] {
    try account.require(.readImports)
    return try await database.read { db in
      guard let run = try ImportRows.run(id, in: db) else { throw PatentRefusal.unknownImport(id) }
      return try ImportRows.notes(of: id, file: run.file, sort: sort, after: line, place: place, limit: limit, in: db)
    }
  }

  /// Carries the file at `path` into the register, or goes on where an earlier run of it stopped.
  ///
  /// The format is recognised by content. The same file twice changes nothing.
  ///
  /// - Parameters:
  ///   - name: what people call the file.
  ///   - mapping: the name of the mapping that reads the file's columns; nil for whatever its content tells.
  ///   - report: called after each batch; ``JobSignal/stop`` ends the run, which can go on later.
  public func importFile(
    at path: String, named name: String, mapping: String? = nil, by account: Account,
    report: @escaping @Sendable (ImportProgress) async -> JobSignal = { _ in .goOn }
  ) async throws -> PatentImport {
    try account.require(.importPatents)
    guard isFile(path) else { throw PatentRefusal.noSuchFile(path) }
    let look = try FileLook(path)
    let format = try await format(of: path, mapping: mapping, mayDeclareEntities: look.mayDeclareEntities)
    let file = ImportableFile(path: path, name: name, size: look.size, hash: look.hash, format: format)
    let importer = PatentImporter(
      database: database, world: world, account: account, holder: holder, batchSize: batchSize)
    return try await atWork.with(file.hash, of: holder) { try await importer.run(file, report: report) }
  }

  /// What ``importFile(at:named:mapping:by:report:)`` would do, without doing it.
  ///
  /// - Parameter limit: how many rows to look at; nil for the whole file.
  public func preview(
    at path: String, mapping: String? = nil, rows limit: Int? = nil, by account: Account
  ) async throws -> ImportPreview {
    try account.require(.importPatents)
    guard isFile(path) else { throw PatentRefusal.noSuchFile(path) }
    return try await ImportPreview.of(
      format(of: path, mapping: mapping), path: path, rows: limit, batchSize: batchSize, in: database)
  }
}

/// A run of the importer with the file that it read.
public struct ImportFile: Sendable {
  public let run: PatentImport
  public let file: PatentFile
  /// Who withdrew it, when and why; only where one import is asked for.
  public let withdrawal: JournalLine?

  init(run: PatentImport, file: PatentFile, withdrawal: JournalLine? = nil) {
    self.run = run
    self.file = file
    self.withdrawal = withdrawal
  }

  /// What people call the format; its code where this release does not know it any more.
  public var format: Phrase { sourceName(of: file.format) }
}

extension ID<Patent> {
  /// The patent as the journal names it.
  public var subject: Subject { Subject(table: "patents", number: number) }
}

extension Permission {
  public static let readPatents = Permission("patents.read", Phrase(zh: "查看专利", en: "See patents"))
  public static let readImports = Permission("patents.read-imports", Phrase(zh: "查看导入记录", en: "See imports"))
  public static let importPatents = Permission("patents.import", Phrase(zh: "导入专利", en: "Import patents"))
  public static let withdrawImports = Permission(
    "patents.withdraw-import", Phrase(zh: "撤回导入", en: "Withdraw an import"))
  public static let mergePatents = Permission(
    "patents.merge", Phrase(zh: "合并无号文献", en: "Merge documents without a number"))
  public static let exportPatents = Permission("patents.export", Phrase(zh: "导出专利", en: "Export patents"))
  public static let setSourceTerms = Permission(
    "patents.source-terms", Phrase(zh: "规定来源可否再提供", en: "Say which sources may be given on"))
}
