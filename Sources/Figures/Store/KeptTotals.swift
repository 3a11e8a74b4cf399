import Figures
import Foundation
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
    /// Nil for the whole.
    var comparison: FigureComparison?
  }

  /// By what they were compared by; the whole under nil.
  typealias Totals = [String?: FigureTotals]

  struct Entry {
    /// The last journal entry of the tables it came from.
    let head: Int64
    let totals: Totals
    let computed: Date
  }

  private let kept = Mutex<[Key: Entry]>([:])
  /// Far above 70 figures at 13 cut-offs; a bound against whoever asks for every day there is.
  private let limit = 5_000

  /// What was computed last, however old.
  func last(_ key: Key) -> Entry? { kept.withLock { $0[key] } }

  /// Only for a reading of what is committed.
  func totals(_ key: Key, at head: Int64, now: Date, compute: () throws -> Totals) rethrows -> Totals {
    if let known = last(key), known.head == head { return known.totals }
    let totals = try compute()
    kept.withLock { kept in
      if kept.count >= limit { kept = [:] }
      if (kept[key]?.head ?? -1) < head { kept[key] = Entry(head: head, totals: totals, computed: now) }
    }
    return totals
  }
}
