public import Storage
import Synchronization

/// A value computed from records and kept until one of their tables changes.
///
/// For what every page asks and only a change of records alters. While one reader computes, others wait for it; who
/// reads an older state of the data than the one kept computes for itself.
public final class KeptValue<Value: Sendable>: Sendable {
  private let tables: [String]
  private let kept = Mutex<(head: Int64, value: Value)?>(nil)

  /// - Parameter tables: every table that the value is computed from; each is vouched for by the journal.
  public init(of tables: [RecordTable]) { self.tables = tables.map(\.name) }

  /// The value as of the state of the data that `db` reads.
  ///
  /// Only for a reading of what is committed: a transaction that writes may still be rolled back.
  public func value(in db: any Reading, compute: (any Reading) throws -> Value) throws -> Value {
    let head = try JournalRows.head(of: tables, in: db)
    return try kept.withLock { kept in
      if let kept, kept.head == head { return kept.value }
      let value = try compute(db)
      if (kept?.head ?? -1) < head { kept = (head, value) }
      return value
    }
  }
}
