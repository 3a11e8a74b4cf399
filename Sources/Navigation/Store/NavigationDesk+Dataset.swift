public import Access
public import Corpus
import CorpusStore
import Foundation
import Journal
import JournalStore
public import Kernel
import Landscape
import LandscapeStore
public import Navigation
import PartiesStore
import Rules
import RulesStore
import Storage

extension NavigationDesk {
  /// What the technology table would find now, without freezing it.
  public func trial(of id: ID<NavigationProject>, by account: Account) async throws -> DatasetSearch {
    try account.require(.keepNavigation)
    let desk = self
    let (project, table) = try await database.read { db in
      (try desk.kept(id, by: account, in: db), try NavigationRows.branches(of: id, in: db))
    }
    guard !table.isEmpty else { throw NavigationRefusal.noBranches }
    return try await search(table, project.facts.restriction, project.facts.cutoff, by: account)
  }

  /// Runs the searches and keeps what they find, as it is, with a hash over all of it.
  ///
  /// An earlier dataset of the project stays on record; its cleaning does not go over to the new one.
  public func freeze(_ id: ID<NavigationProject>, seen: Int64? = nil, by account: Account) async throws {
    try account.require(.keepNavigation)
    let desk = self
    let (project, table) = try await database.read { db in
      (try desk.kept(id, by: account, in: db), try NavigationRows.branches(of: id, in: db))
    }
    _ = try project.taking(.freeze)
    guard !table.isEmpty else { throw NavigationRefusal.noBranches }
    let search = try await search(table, project.facts.restriction, project.facts.cutoff, by: account)
    guard !search.found.isEmpty else { throw NavigationRefusal.nothingFound }
    guard search.found.count <= NavigationDataset.most else {
      throw NavigationRefusal.tooManyFound(search.found.count, limit: NavigationDataset.most)
    }
    try await keep(search, of: project, seen: seen, by: account)
  }

  private func search(
    _ table: [TechnologyBranch], _ restriction: String, _ cutoff: Day?, by account: Account
  ) async throws -> DatasetSearch {
    let snapshot = try await corpus.select(CorpusQuestion(), by: account).snapshot
    return try DatasetSearch(table, within: restriction, until: cutoff, in: snapshot, today: today)
  }

  private func keep(
    _ search: DatasetSearch, of project: NavigationProject, seen: Int64?, by account: Account
  ) async throws {
    let (desk, world) = (self, world)
    try await database.write { db in
      let documents = try desk.register.find(search.ids, db).sorted { $0.id < $1.id }
        .map { FrozenDocument($0, branches: search.found[$0.id] ?? []) }
      let contents = try documents.map { (document: $0.id, content: try $0.content()) }
      let dataset = try desk.dataset(search, documents, contents, of: project, by: account, in: db)
      let deed = Deed(
        .freezeDataset, by: account, on: project.id.subject,
        facts: ["documents": "\(dataset.count)", "hash": dataset.hash, "position": "\(dataset.position)"])
      try Recording.write(deed, world: world, in: db) { recording in
        var taken = try desk.kept(project.id, by: account, in: db).taking(.freeze)
        taken.dataset = dataset.id
        try recording.insert(DatasetRows.values(dataset), into: .navigationDatasets)
        try recording.insert(dataset.branches.map { DatasetRows.values($0, of: dataset.id) }, into: .frozenBranches)
        try recording.update(NavigationRows.values(taken), in: .navigationProjects, seen: seen ?? project.revision)
      }
      try Recording.writeBatch(deed, world: world, in: db) { recording in
        for chunk in contents.chunks(of: Self.chunk) {
          try recording.insert(
            chunk.map {
              [dataset.id.sqlValue, $0.document.sqlValue, .text($0.content)]
            }, into: .frozenDocuments)
        }
      }
    }
  }

  private static let chunk = 500

  private func dataset(
    _ search: DatasetSearch, _ documents: [FrozenDocument], _ contents: [(document: Int64, content: String)],
    of project: NavigationProject, by account: Account, in db: any Reading
  ) throws -> NavigationDataset {
    let book = try rules.book(in: db)
    let names = try names(in: documents, db)
    return NavigationDataset(
      id: world.newID(), project: project.id, number: try DatasetRows.count(of: project.id, in: db) + 1,
      frozenAt: world.now(), frozenBy: account.displayName, position: search.position, corpus: search.corpus,
      cutoff: project.facts.cutoff, latest: search.latest, restriction: project.facts.restriction,
      branches: search.branches, hits: documents.count + search.beyond, beyond: search.beyond,
      count: documents.count, hash: try DatasetHash.of(contents, names),
      months: try book.months(.unpublishedMonths, on: today).value,
      internationalMonths: try book.months(.unpublishedMonthsInternational, on: today).value, names: names)
  }

  /// The spellings of the documents that the register of parties knows under another name.
  private func names(in documents: [FrozenDocument], _ db: any Reading) throws -> FrozenNames {
    let written = Set(documents.flatMap { $0.document.applicants + $0.document.agencies })
    let known = try PartySpelling.variants(in: db).filter { written.contains($0.key) }
    return FrozenNames(known.mapValues { FrozenNames.Name(name: $0.name, byHand: $0.isByHand) })
  }

  /// The documents that are left, searchable and drawn.
  public func figures(
    of id: ID<NavigationProject>, by account: Account
  ) async throws -> NavigationFigures {
    try account.require(.readNavigation)
    let desk = self
    return try await database.read { db in
      let file = try desk.file(id, for: account, in: db)
      guard let dataset = file.dataset else { throw NavigationRefusal.notReady([.noDataset]) }
      let removed = file.removals.map(\.document)
      let corpus = try desk.drawn.corpus(of: dataset.id, without: removed) {
        let gone = Set(removed)
        return try FrozenCorpus(
          DatasetRows.documents(of: dataset.id, in: db).filter { !gone.contains($0.id) }, of: dataset)
      }
      return NavigationFigures(file: file, dataset: dataset, corpus: corpus)
    }
  }

  /// Every document that was frozen, by its id, with why it was removed where it was.
  public func documents(
    of id: ID<NavigationProject>, by account: Account
  ) async throws -> (file: NavigationFile, documents: [DatasetLine]) {
    try account.require(.readNavigation)
    let desk = self
    return try await database.read { db in
      let file = try desk.file(id, for: account, in: db)
      guard let dataset = file.dataset else { throw NavigationRefusal.notReady([.noDataset]) }
      let removals = Dictionary(file.removals.map { ($0.document, $0) }) { first, _ in first }
      return (
        file,
        try DatasetRows.documents(of: dataset.id, in: db).map { DatasetLine(document: $0, removal: removals[$0.id]) }
      )
    }
  }

  /// Runs the stored searches over the corpus as it is, and says how that differs from what was frozen.
  public func rerun(_ id: ID<NavigationProject>, by account: Account) async throws -> NavigationRerun {
    try account.require(.readNavigation)
    let file = try await find(id, by: account)
    guard let dataset = file.dataset else { throw NavigationRefusal.notReady([.noDataset]) }
    let search = try await search(dataset.branches.map(\.branch), dataset.restriction, dataset.cutoff, by: account)
    let register = register
    return try await database.read { db in
      let contents = try DatasetRows.contents(of: dataset.id, in: db)
      let frozen = Set(contents.map(\.document))
      let more = search.ids.filter { !frozen.contains($0) }
      let gone = contents.map(\.document).filter { search.found[$0] == nil }
      var later: Set<Int64>?
      if let changed = try register.changed(dataset.position, db) {
        let there = Set(gone.isEmpty ? [] : try register.find(gone, db).map(\.id))
        later = Set(changed).union(gone.filter { !there.contains($0) })
      }
      let rerun = Rerun(
        frozenPosition: dataset.position, position: search.position, corpus: search.corpus, hits: search.hits,
        beyond: search.beyond, count: search.found.count,
        branches: zip(dataset.branches, search.branches).map { ($0.branch, $0.hits, $1.hits) }, more: more, gone: gone,
        later: later, isAsFrozen: try DatasetHash.of(contents, dataset.names) == dataset.hash)
      let shown = Array((more + gone).prefix(NavigationRerun.shown))
      let known = Dictionary(try register.find(shown, db).map { ($0.id, $0) }) { first, _ in first }
      return NavigationRerun(file: file, dataset: dataset, rerun: rerun, known: known)
    }
  }
}

/// A document of a dataset.
public struct DatasetLine: Sendable {
  public let document: FrozenDocument
  public let removal: Removal?
}

/// What a project counts, drawn.
public struct NavigationFigures: Sendable {
  public let file: NavigationFile
  public let dataset: NavigationDataset
  public let corpus: FrozenCorpus

  public var balance: DatasetBalance {
    DatasetBalance(dataset, file.removals, remaining: corpus.documents.count)
  }

  /// Whether the documents that the figures count are those that the method page says are left.
  public var adds: Bool {
    balance.adds && corpus.report.documents == balance.remaining && corpus.report.analyses.allSatisfy(\.balance.adds)
  }
}

/// A re-run with the documents that differ.
public struct NavigationRerun: Sendable {
  public let file: NavigationFile
  public let dataset: NavigationDataset
  public let rerun: Rerun
  /// The first of those that differ, as the register has them now.
  public let known: [Int64: CorpusDocument]

  /// So many that differ are listed.
  public static let shown = 100
}
