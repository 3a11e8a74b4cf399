import JournalStore
import Kernel
import Portfolios
import RulesStore
import Storage
import Synchronization

/// The patents of each portfolio as they stand on a day, kept until one of their records changes.
///
/// Counting the annuities of thousands of patents takes longer than a page may.
final class KeptLines: Sendable {
  private struct Edition {
    var day: Day?
    var kept: [ID<Portfolio>: KeptValue<[HoldingLine]>] = [:]
  }

  private let edition = Mutex(Edition())

  /// Only for a reading of what is committed.
  func lines(
    of portfolio: ID<Portfolio>, on day: Day, in db: any Reading, compute: (any Reading) throws -> [HoldingLine]
  ) throws -> [HoldingLine] {
    let kept = edition.withLock { edition in
      if edition.day != day { edition = Edition(day: day) }
      if let kept = edition.kept[portfolio] { return kept }
      let fresh = KeptValue<[HoldingLine]>(of: [.holdings, .holdingContracts, .ruleSupersessions, .holidayCalendars])
      edition.kept[portfolio] = fresh
      return fresh
    }
    return try kept.value(in: db, compute: compute)
  }
}
