public import Access
import Corpus
import CorpusStore
import Foundation
import Journal
import JournalStore
public import Kernel
public import Navigation
import Storage

extension NavigationDesk {
  /// Takes documents out of the dataset, each with the reason; the cleaning log has to be closed anew.
  ///
  /// - Returns: how many were taken out.
  @discardableResult
  public func remove(
    _ draft: RemovalDraft, from id: ID<NavigationProject>, by account: Account
  ) async throws -> Int {
    try account.require(.keepNavigation)
    let note = draft.note.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !note.isEmpty else { throw NavigationRefusal.missing(.note) }
    guard note.count <= 500 else { throw NavigationRefusal.tooLong(.note, limit: 500) }
    let found = try await found(by: draft.query, account)
    let now = world.now()
    return try await clean(id, .removeDocuments, because: note, by: account) { documents, removals in
      let (chosen, into) = try draft.choose(from: documents, found, removals)
      let words = draft.query.isEmpty ? note : "\(note)（\(draft.query)）"
      return chosen.map { Removal($0, draft.reason, into: into, note: words, by: account.displayName, at: now) }
    }
  }

  /// Of each application the latest publication stays, the others are merged into it.
  @discardableResult
  public func mergeApplications(in id: ID<NavigationProject>, by account: Account) async throws -> Int {
    try account.require(.keepNavigation)
    let now = world.now()
    return try await clean(id, .removeDocuments, because: nil, by: account) { documents, removals in
      let gone = Set(removals.map(\.document))
      let merges = sameApplications(documents.filter { !gone.contains($0.id) })
      guard !merges.isEmpty else { throw NavigationRefusal.nothingToMerge }
      return merges.map { merge in
        Removal(
          merge.removed, .sameApplication, into: merge.kept, note: "按申请号合并，保留最新公开文本", by: account.displayName,
          at: now)
      }
    }
  }

  /// Takes a document back into the dataset.
  public func restore(_ document: Int64, in id: ID<NavigationProject>, by account: Account) async throws {
    try account.require(.keepNavigation)
    try await change(id, .restoreDocument, by: account) { project, recording, db in
      var dataset = try Self.open(project, db)
      guard try DatasetRows.removals(of: dataset.id, in: db).contains(where: { $0.document == document }) else {
        throw NavigationRefusal.unknown(.document)
      }
      try recording.delete([dataset.id.sqlValue, document.sqlValue], from: .removals)
      dataset.log = nil
      try recording.update(DatasetRows.values(dataset), in: .navigationDatasets)
    }
  }

  /// Closes the cleaning log with a statement of how the data were cleaned.
  public func closeLog(
    _ statement: String, of id: ID<NavigationProject>, by account: Account
  ) async throws {
    try account.require(.keepNavigation)
    let text = statement.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { throw NavigationRefusal.missing(.statement) }
    guard text.count <= 4_000 else { throw NavigationRefusal.tooLong(.statement, limit: 4_000) }
    let now = world.now()
    try await change(id, .closeCleaningLog, by: account) { project, recording, db in
      var dataset = try Self.open(project, db)
      dataset.log = CleaningLog(text, by: account.displayName, at: now)
      try recording.update(DatasetRows.values(dataset), in: .navigationDatasets)
    }
  }

  private func clean(
    _ id: ID<NavigationProject>, _ action: Action, because reason: String?, by account: Account,
    _ work: @escaping @Sendable ([FrozenDocument], [Removal]) throws -> [Removal]
  ) async throws -> Int {
    let (desk, world) = (self, world)
    return try await database.write { db in
      let project = try desk.kept(id, by: account, in: db)
      var dataset = try Self.open(project, db)
      let removals = try work(
        try DatasetRows.documents(of: dataset.id, in: db), try DatasetRows.removals(of: dataset.id, in: db))
      // Many rows are one deed, whose count and sum the journal keeps.
      let deed = Deed(action, by: account, on: id.subject, because: reason, facts: ["documents": "\(removals.count)"])
      try Recording.writeBatch(deed, world: world, in: db) { recording in
        try recording.insert(removals.map { DatasetRows.values($0, of: dataset.id) }, into: .removals)
        dataset.log = nil
        try recording.update(DatasetRows.values(dataset), in: .navigationDatasets)
      }
      return removals.count
    }
  }

  /// The dataset of a project that is being cleaned.
  private static func open(_ project: NavigationProject, _ db: any Reading) throws -> NavigationDataset {
    guard project.stage == .analysing else { throw NavigationRefusal.closed(project.stage) }
    guard let id = project.dataset, let dataset = try DatasetRows.find(id, in: db) else {
      throw NavigationRefusal.notReady([.noDataset])
    }
    return dataset
  }

  /// What a search finds in the whole corpus; nil for no search.
  private func found(by query: String, _ account: Account) async throws -> Set<Int64>? {
    guard query.contains(where: { !$0.isWhitespace }) else { return nil }
    return Set(try await corpus.select(CorpusQuestion(query), by: account).ids)
  }
}

/// Which documents are to be taken out, before that is checked.
public struct RemovalDraft: Equatable, Sendable {
  /// Publication or application numbers, or ids of the register.
  public var numbers: [String]
  /// A search; of what it finds, that which is in the dataset.
  public var query: String
  public var reason: RemovalReason
  /// What they are merged into, by its number.
  public var into: String
  public var note: String

  public init(
    numbers: [String] = [], query: String = "", reason: RemovalReason, into: String = "", note: String
  ) {
    self.numbers = numbers
    self.query = query
    self.reason = reason
    self.into = into
    self.note = note
  }

  func choose(
    from documents: [FrozenDocument], _ found: Set<Int64>?, _ removals: [Removal]
  ) throws(NavigationRefusal) -> (chosen: [Int64], into: Int64?) {
    let gone = Set(removals.map(\.document))
    let wanted = Set(numbers.map(Self.plain).filter { !$0.isEmpty })
    guard !wanted.isEmpty || found != nil else { throw .nothingChosen }
    let named = documents.filter { !wanted.isDisjoint(with: Self.names(of: $0)) }
    let known = Set(named.flatMap { Self.names(of: $0) })
    let strange = wanted.count { !known.contains($0) }
    guard strange == 0 else { throw .notInDataset(strange) }
    let again = named.count { gone.contains($0.id) }
    guard again == 0 else { throw .removedAlready(again) }
    let searched = documents.filter { found?.contains($0.id) == true && !gone.contains($0.id) }
    var chosen = Set((named + searched).map(\.id))
    guard !chosen.isEmpty else { throw .nothingChosen }
    var target: Int64?
    if reason.isMerge {
      let name = Self.plain(into)
      guard !name.isEmpty, let kept = documents.first(where: { Self.names(of: $0).contains(name) }),
        !gone.contains(kept.id)
      else { throw .noMergeTarget }
      target = kept.id
      chosen.remove(kept.id)
      guard !chosen.isEmpty else { throw .noMergeTarget }
    }
    // What others were merged into stands for them and stays.
    let bearing = removals.count { $0.into.map(chosen.contains) == true }
    guard bearing == 0 else { throw .bearsOthers(bearing) }
    return (chosen.sorted(), target)
  }

  private static func names(of frozen: FrozenDocument) -> Set<String> {
    let document = frozen.document
    let numbers = document.publicationNumbers + document.applicationNumbers
    return Set((numbers + ["\(ID<FrozenDocument>(frozen.id))"]).map(plain))
  }

  private static func plain(_ number: String) -> String { number.filter { !$0.isWhitespace }.uppercased() }
}
