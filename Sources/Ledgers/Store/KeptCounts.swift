import JournalStore
import Ledgers
import Storage
import Synchronization

/// How many records a list has in all, each count kept until a record of its ledgers changes.
///
/// Counting reads every record; a list shows fifty of them.
final class KeptCounts: Sendable {
  private struct Key: Hashable {
    let ledger: String
    let filter: LedgerFilter
  }

  private let kept = Mutex<[Key: (head: Int64, count: Int)]>([:])
  /// A bound against whoever searches for every word there is.
  private let limit = 1_000

  /// Only for a reading of what is committed.
  func count(_ filter: LedgerFilter, in ledger: Ledger, _ db: any Reading) throws -> Int {
    let heads = try JournalTrace.heads(in: db)
    // A search also looks at the names of the organisations that records refer to.
    let head = ledger.references.union([ledger.code]).reduce(0) { max($0, heads[$1] ?? 0) }
    let key = Key(ledger: ledger.code, filter: filter)
    if let known = kept.withLock({ $0[key] }), known.head == head { return known.count }
    let count = try LedgerRows.count(filter, in: ledger, db)
    kept.withLock { kept in
      if kept.count >= limit { kept = [:] }
      if (kept[key]?.head ?? -1) < head { kept[key] = (head, count) }
    }
    return count
  }
}
