public import Access
public import Corpus
import Foundation
public import Journal
import JournalStore
public import Kernel
public import NoticesStore
public import Storage

/// What people do with the queries that they keep.
public struct SavedQueryDesk: Sendable {
  let corpus: CorpusDesk
  /// The documents that came to the register behind one journal entry and up to another.
  let arrived: @Sendable (_ after: Int64, _ through: Int64, any Reading) throws -> [Int64]
  let database: any Database
  let world: World
  let outbox: NoticeOutbox

  public init(
    corpus: CorpusDesk, arrived: @escaping @Sendable (_ after: Int64, _ through: Int64, any Reading) throws -> [Int64],
    database: any Database, world: World, outbox: NoticeOutbox
  ) {
    self.corpus = corpus
    self.arrived = arrived
    self.database = database
    self.world = world
    self.outbox = outbox
  }

  /// One's own queries, the newest first.
  public func all(by account: Account) async throws -> [SavedQuery] {
    try account.require(.saveQueries)
    return try await database.read { try SavedQueryRows.all(of: account.id, in: $0) }
  }

  /// Keeps a question under a name.
  ///
  /// - Parameter watch: whether new documents are told of; those that stand in the index now are not new.
  /// - Throws: ``SavedQueryRefusal``, ``CorpusRefusal/query(_:)``, and what the corpus refuses while it is built.
  public func save(
    _ question: CorpusQuestion, as name: String, watch: QueryWatch, by account: Account
  ) async throws -> ID<SavedQuery> {
    try account.require(.saveQueries)
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { throw SavedQueryRefusal.nameMissing }
    guard name.count <= SavedQuery.nameLimit else { throw SavedQueryRefusal.nameTooLong }
    do { _ = try question.query() } catch { throw FieldRefusal(error, in: "q") }
    let position = try await corpus.select(CorpusQuestion(), by: account).snapshot.position
    let kept = CorpusQuestion(question.text, narrowing: question.narrowing, order: question.order)
    let saved = SavedQuery(
      id: world.newID(), account: account.id, name: name, question: kept, watch: watch, createdAt: world.now(),
      revision: 0)
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.saveQuery, by: account, on: saved.id.subject), world: world, in: db) { recording in
        let others = try SavedQueryRows.all(of: account.id, in: db)
        guard others.count < SavedQuery.limit else { throw SavedQueryRefusal.tooMany }
        guard !others.contains(where: { $0.name == name }) else { throw SavedQueryRefusal.nameTaken(name) }
        try recording.insert(SavedQueryRows.values(saved), into: .savedQueries)
        try SavedQueryRows.insertMark(position, of: saved.id, in: db)
      }
    }
    return saved.id
  }

  /// Begins, pauses or ends the alerts of a query of one's own.
  ///
  /// What begins tells of nothing that arrived before; what was paused tells of all that arrived meanwhile.
  public func set(_ watch: QueryWatch, of id: ID<SavedQuery>, by account: Account) async throws {
    try account.require(.saveQueries)
    let position = try await corpus.select(CorpusQuestion(), by: account).snapshot.position
    let world = world
    try await database.write { db in
      try Recording.write(Deed(.watchQuery, by: account, on: id.subject), world: world, in: db) { recording in
        guard var saved = try SavedQueryRows.find(id, of: account.id, in: db) else {
          throw SavedQueryRefusal.unknown(id)
        }
        if saved.watch == .none, watch != .none {
          try SavedQueryRows.deleteMark(of: id, in: db)
          try SavedQueryRows.insertMark(position, of: id, in: db)
        }
        saved.watch = watch
        try recording.update(SavedQueryRows.values(saved), in: .savedQueries)
      }
    }
  }

  /// Deletes a query of one's own, with its alerts; its words do not stay in the journal either.
  public func delete(_ id: ID<SavedQuery>, by account: Account) async throws {
    try account.require(.saveQueries)
    let world = world
    try await database.write { db in
      let deed = Deed(.deleteQuery, by: account, on: id.subject)
      try Recording.write(deed, world: world, in: db) { recording in
        guard try SavedQueryRows.find(id, of: account.id, in: db) != nil else { throw SavedQueryRefusal.unknown(id) }
        for key in try SavedQueryRows.alertKeys(of: id, in: db) { try recording.delete([key], from: .queryAlerts) }
        try SavedQueryRows.deleteMark(of: id, in: db)
        try recording.delete([id.sqlValue], from: .savedQueries)
      }
      try Recording.erasePersonal(of: [id.subject], deed: deed, world: world, in: db)
    }
  }

  /// What one was told of, the newest first.
  public func alerts(
    before last: ID<QueryAlert>? = nil, limit: Int = 50, by account: Account
  ) async throws -> [QueryAlert] {
    try account.require(.saveQueries)
    return try await database.read { try SavedQueryRows.alerts(of: account.id, before: last, limit: limit, in: $0) }
  }

  /// The documents that an alert told of and that are still in the register, the latest arrival first.
  public func documents(
    of id: ID<QueryAlert>, by account: Account
  ) async throws -> (alert: QueryAlert, query: SavedQuery, ids: [Int64]) {
    try account.require(.saveQueries)
    let arrived = arrived
    let (alert, saved, ids) = try await database.read { db in
      guard let alert = try SavedQueryRows.alert(id, of: account.id, in: db),
        let saved = try SavedQueryRows.find(alert.query, of: account.id, in: db)
      else { throw SavedQueryRefusal.unknownAlert(id) }
      return (alert, saved, try arrived(alert.after, alert.through, db))
    }
    let whole = try await corpus.select(CorpusQuestion(), by: account)
    let found = whole.snapshot.select(.all([.ids(ids), try saved.question.query()])).ids
    return (alert, saved, found.reversed())
  }
}

extension ID<SavedQuery> {
  /// The query as the journal names it.
  public var subject: Subject { Subject(table: "saved_queries", number: number) }
}

extension Permission {
  public static let saveQueries = Permission("corpus.save-queries", Phrase(zh: "保存检索式", en: "Keep queries"))
  /// The zone's own, by itself.
  public static let raiseAlerts = Permission("corpus.raise-alerts", Phrase(zh: "提醒新文献", en: "Tell of new documents"))
}

extension Action {
  static let saveQuery = Action("corpus.save-query", Phrase(zh: "保存检索式", en: "Kept a query"))
  static let watchQuery = Action("corpus.watch-query", Phrase(zh: "改变检索式提醒", en: "Changed the alerts of a query"))
  static let deleteQuery = Action("corpus.delete-query", Phrase(zh: "删除检索式", en: "Deleted a query"))
  static let raiseAlert = Action("corpus.raise-alert", Phrase(zh: "提醒检索式的新文献", en: "Told of new documents of a query"))
}
