public import Access
import Corpus
public import Journal
public import JournalStore
public import Kernel
public import Storage

/// What becomes of somebody's queries when their personal data is erased.
public enum SavedQueryErasure {
  /// Deletes all queries of an account, with their alerts.
  ///
  /// - Returns: the queries as the journal names them, whose personal values it has to forget, too.
  public static func erase(of account: ID<Account>, in recording: Recording, _ db: any Writing) throws -> [Subject] {
    let kept = try SavedQueryRows.all(of: account, in: db)
    for saved in kept {
      for key in try SavedQueryRows.alertKeys(of: saved.id, in: db) { try recording.delete([key], from: .queryAlerts) }
      try SavedQueryRows.deleteMark(of: saved.id, in: db)
      try recording.delete([saved.id.sqlValue], from: .savedQueries)
    }
    return kept.map(\.id.subject)
  }
}
