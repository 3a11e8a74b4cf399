public import Access
import Corpus
import Foundation
import Journal
import JournalStore
import Kernel
import Notices
import NoticesStore
import Storage

extension SavedQueryDesk {
  /// Tells the keepers of watched queries of the documents that have come to the index since they were last looked at.
  ///
  /// Several processes may do so at once: each document is told of once. A register that has not changed raises nothing.
  ///
  /// - Returns: how many notices were posted.
  @discardableResult
  public func raiseAlerts(by account: Account) async throws -> Int {
    try account.require(.raiseAlerts)
    let watched = try await database.read { try SavedQueryRows.watched(in: $0).map { Watched($0.query, $0.mark) } }
    guard !watched.isEmpty else { return 0 }
    let snapshot = try await corpus.select(CorpusQuestion(), by: account).snapshot
    var news: [Int64: [Int64]] = [:]
    var raised = 0
    for one in watched where one.mark < snapshot.position {
      if news[one.mark] == nil { news[one.mark] = try await documents(after: one.mark, through: snapshot.position) }
      let arrived = news[one.mark] ?? []
      let found = arrived.isEmpty ? 0 : count(of: one.query, among: arrived, in: snapshot)
      if try await tell(one, through: snapshot.position, found: found, by: account) { raised += 1 }
    }
    return raised
  }

  private func documents(after mark: Int64, through position: Int64) async throws -> [Int64] {
    let arrived = arrived
    return try await database.read { try arrived(mark, position, $0) }
  }

  /// A query of an older release that is not understood any more finds nothing.
  private func count(of saved: SavedQuery, among ids: [Int64], in snapshot: CorpusSnapshot) -> Int {
    guard let query = try? saved.question.query() else { return 0 }
    return snapshot.select(.all([.ids(ids), query])).count
  }

  private func tell(
    _ watched: Watched, through position: Int64, found: Int, by account: Account
  ) async throws -> Bool {
    let (world, outbox) = (world, outbox)
    let alert = QueryAlert(
      id: world.newID(), query: watched.query.id, after: watched.mark, through: position, found: found,
      raisedAt: world.now())
    return try await database.write { db in
      guard found > 0 else {
        _ = try SavedQueryRows.moveMark(of: alert.query, from: alert.after, to: position, in: db)
        return false
      }
      let deed = Deed(.raiseAlert, by: account, on: alert.query.subject, facts: ["documents": "\(found)"])
      return try Recording.write(deed, world: world, in: db) { recording in
        let isOurs = try SavedQueryRows.moveMark(of: alert.query, from: alert.after, to: position, in: db)
        guard isOurs else { return false }
        try recording.insert(SavedQueryRows.values(alert), into: .queryAlerts)
        let notice = newDocumentsTemplate.notice(
          to: .account(watched.query.account), QueryNews(watched.query, found: found),
          link: "/search/alerts?alert=\(alert.id)", about: watched.query.id.subject)
        try outbox.post([notice], with: recording, in: db)
        return true
      }
    }
  }
}

/// A query whose keeper is told, and the journal entry up to which it has been looked at.
private struct Watched: Sendable {
  let query: SavedQuery
  let mark: Int64

  init(_ query: SavedQuery, _ mark: Int64) {
    self.query = query
    self.mark = mark
  }
}
