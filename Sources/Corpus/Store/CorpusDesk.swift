public import Access
public import Corpus
import Foundation
public import Kernel
public import Logging
public import Storage

/// What the zone does with its corpus: search it, show what was found, and keep the index behind the register.
///
/// Each process has an index of its own below `corpus/` of the data directory. While ``follow()`` runs it is kept up to
/// date beside the requests; without that, whoever searches brings it up to date first.
public struct CorpusDesk: Sendable {
  public let register: CorpusRegister
  let keeper: CorpusKeeper
  let database: any Database
  let world: World
  let log: Logger

  /// - Parameters:
  ///   - register: what the index is made of.
  ///   - folder: `corpus/` of the data directory; made when it is needed.
  ///   - scheme: the IPC's, by whose dots a symbol holds those below it; asked for when an index is opened.
  ///   - limits: how the index is written; tests take small ones.
  ///   - files: how it reaches the files of its folder.
  public init(
    of register: CorpusRegister, folder: String, database: any Database, world: World,
    scheme: @escaping @Sendable () throws -> IPCScheme = IPCLibrary.shipped,
    limits: CorpusLimits = CorpusLimits(),
    files: @escaping FolderFiles = { (path) throws(CorpusRefusal) in try DiskFiles(folder: path) }, log: Logger
  ) {
    self.register = register
    self.database = database
    self.world = world
    self.log = log
    keeper = CorpusKeeper(
      of: register, in: folder, database: database, scheme: scheme, limits: limits, files: files, log: log)
  }

  /// The hits of a question, ranked, counted and with their words marked.
  ///
  /// - Throws: ``Corpus/CorpusRefusal/query(_:)`` for a fault in the text, ``Corpus/CorpusSearchRefusal`` while the index
  ///   is being built, where it is behind the entry asked for, and beyond the last page.
  public func search(_ question: CorpusQuestion, by account: Account) async throws -> CorpusAnswer {
    try account.require(register.readers)
    let query = try question.query()
    let page = try question.page()
    let view = try await view(atLeast: question.atLeast)
    let (snapshot, start) = (view.snapshot, world.now())
    let found = keeper.findings.finding(of: question, in: snapshot) {
      Finding(question, page, in: snapshot.select(query))
    }
    let milliseconds = world.now().timeIntervalSince(start) * 1_000
    return try await database.read { [register] db in
      let documents = try register.find(found.hits.map(\.id), db)
      let byID = Dictionary(documents.map { ($0.id, $0) }) { first, _ in first }
      return CorpusAnswer(
        query: query, total: found.total,
        hits: found.hits.compactMap { hit in
          byID[hit.id].map { document in
            CorpusFind(
              document, score: hit.score, marking: query,
              because: found.explanations[hit.id])
          }
        },
        facets: found.facets, next: found.next, milliseconds: milliseconds,
        standing: try Self.standing(of: view, register, in: db))
    }
  }

  /// All documents of a question at one moment, to be counted, crossed and listed: what analyses are made of.
  ///
  /// Order, page and facets of the question do not matter to it.
  public func select(_ question: CorpusQuestion, by account: Account) async throws -> CorpusSelection {
    try account.require(register.readers)
    let query = try question.query()
    return try await view(atLeast: question.atLeast).snapshot.select(query)
  }

  /// One document as the register has it, whole, with the words of a query marked in it.
  ///
  /// - Parameter text: the query as typed; one that has a fault marks nothing.
  public func document(_ id: Int64, marking text: String = "", by account: Account) async throws -> CorpusFind {
    try account.require(register.readers)
    let query: CorpusQuery
    do throws(CorpusRefusal) { query = try CorpusQuestion(text).query() } catch { query = .everything }
    return try await database.read { [register] db in
      guard let document = try register.find([id], db).first else { throw CorpusSearchRefusal.unknownDocument(id) }
      return CorpusFind(whole: document, marking: query)
    }
  }

  /// How the index of this process stands: its size, how far it has followed the journal, or how far its building has
  /// come.
  public func status(by account: Account) async throws -> CorpusStatus {
    try account.require(register.readers)
    let (view, found) = (keeper.view, try await keeper.found())
    return try await database.read { [register] db in
      let count = try register.count(db)
      let standing = try Self.standing(of: view ?? found.view, register, in: db)
      let isForeign = try (view ?? found.view).map { try !RegisterState.knows($0.snapshot, register, in: db) } ?? false
      return CorpusStatus(found, view, registered: count, standing, isForeign: isForeign)
    }
  }

  /// Builds the index anew from the register; what is there serves until the new one is complete.
  ///
  /// - Parameter report: told now and then how many documents of how many are in.
  /// - Throws: ``Corpus/CorpusRefusal/inUse(folder:)`` where another process keeps the index.
  public func rebuild(
    by account: Account, report: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    try account.require(register.keepers)
    try await keeper.rebuild(report)
  }
}
