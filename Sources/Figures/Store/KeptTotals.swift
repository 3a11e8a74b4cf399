import Figures
import JournalStore
import Kernel
import Storage
import Synchronization

/// Totals that were computed, each kept until one of the tables it came from changes.
final class KeptTotals: Sendable {
  struct Key: Hashable {
    let code: IndicatorCode
    let period: PeriodKind
    let cutoff: Day
    let options: [String: String]
  }

  private let kept = Mutex<[Key: (head: Int64, totals: FigureTotals)]>([:])
  /// Far above 60 figures at 13 cut-offs; a bound against whoever asks for every day there is.
  private let limit = 5_000

  /// Only for a reading of what is committed.
  func totals(
    _ key: Key, of tables: [RecordTable], in db: any Reading, compute: (any Reading) throws -> FigureTotals
  ) throws -> FigureTotals {
    let head = try JournalTrace.head(of: tables, in: db)
    if let known = kept.withLock({ $0[key] }), known.head == head { return known.totals }
    let totals = try compute(db)
    kept.withLock { kept in
      if kept.count >= limit { kept = [:] }
      if (kept[key]?.head ?? -1) < head { kept[key] = (head, totals) }
    }
    return totals
  }
}
