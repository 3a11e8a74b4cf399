import Access
import JournalStore
import Kernel
import Matters
import RulesStore
import Storage

/// What every list and table of matters asks and only a change of matters alters: kept until then.
///
/// Counting a hundred thousand matters takes many times as long as showing fifty of them.
final class MatterCounts: Sendable {
  private struct Span: Hashable {
    let from: Day
    let to: Day
  }

  private struct Load: Hashable {
    let codes: [String]
    let account: ID<Account>
    let today: Day
  }

  private let counts = KeptAnswers<MatterFilter, Int>(of: [.matters, .matterClocks, .matterParties, .matterRecusals])
  private let loads = KeptAnswers<Load, [MatterLoad]>(of: [.matters, .matterRecusals])
  private let statistics = KeptAnswers<Span, [String: MatterStatistics]>(
    of: [.matters, .matterClocks, .holidayCalendars], limit: 100)

  func count(_ filter: MatterFilter, in db: any Reading) throws -> Int {
    try counts.answer(filter, in: db) { try MatterRows.count(filter, in: $0) }
  }

  /// By whoever works on them, of the procedures that `account` works on and without what it stood aside from.
  func load(
    _ codes: [String], for account: ID<Account>, on today: Day, in db: any Reading
  ) throws -> [MatterLoad] {
    try loads.answer(Load(codes: codes, account: account, today: today), in: db) { db in
      var filter = MatterFilter()
      filter.procedures = Set(codes)
      filter.isOpen = true
      filter.notRecused = account
      return try MatterRows.load(filter, on: today, in: db)
    }
  }

  /// Of every procedure that had a matter filed in the span, by its code.
  func statistics(
    of codes: [String], from: Day, to: Day, in db: any Reading, calendar: (any Reading) throws -> WorkingCalendar
  ) throws -> [String: MatterStatistics] {
    try statistics.answer(Span(from: from, to: to), in: db) { db in
      try MatterStatistics.all(of: codes, from: from, to: to, calendar: calendar(db), in: db)
    }
  }
}

/// Open matters of one person's, or nobody's.
struct MatterLoad: Sendable {
  let handler: ID<Account>?
  let open: Int
  let late: Int
}
