public import Access
public import Kernel
public import Matters
import Storage

extension MatterDesk {
  /// How a procedure has gone among the matters filed in a span of days (办件统计).
  public func statistics(
    _ code: String, from: Day, to: Day, by account: Account
  ) async throws -> MatterStatistics {
    try account.require(.readGuides)
    let code = try book.kept(code).procedure.head.code
    return try await statistics(from: from, to: to, by: account)[code] ?? MatterStatistics(procedure: code)
  }

  /// The same of every procedure that had a matter, by its code.
  public func statistics(from: Day, to: Day, by account: Account) async throws -> [String: MatterStatistics] {
    try account.require(.readGuides)
    let (around, counts, codes) = (around, counts, book.all.map(\.procedure.head.code))
    return try await database.read { db in
      try counts.statistics(of: codes, from: from, to: to, in: db) { try around.calendar($0) }
    }
  }

  /// The matters behind a number of the statistics: those that the account has no part in by their numbers alone.
  public func counted(
    _ filter: MatterFilter, after last: ID<Matter>? = nil, limit: Int = 50, by account: Account
  ) async throws -> CountedMatters {
    try account.require(.workOnMatters)
    let page = try await page(filter, after: last, limit: limit)
    let open = try await opened(Set(page.matters.map(\.id)), by: account)
    return CountedMatters(
      matters: page.matters.map { $0.withoutApplicant() }, open: open, count: page.count, next: page.next)
  }
}

/// A page of matters that were counted: nothing about who asked.
public struct CountedMatters: Sendable {
  public let matters: [Matter]
  /// Those of them that the reader may open.
  public let open: Set<ID<Matter>>
  public let count: Int
  public let next: ID<Matter>?
}

/// Counts of one procedure; what has no case has no median, never 0.
public struct MatterStatistics: Sendable {
  public let procedure: String
  public var filed = 0
  public var byStage: [String: Int] = [:]
  public var byEnd: [MatterEnd: Int] = [:]
  /// With a time limit, and of those without one missed.
  public var timed = 0
  public var onTime = 0
  /// Working days from filing to closing, the lower of the two middle ones where their number is even.
  public var medianDays: Int?

  public init(procedure: String) { self.procedure = procedure }

  public var closed: Int { byEnd.values.reduce(0, +) }
  public var onTimeShare: BasisPoints? { timed == 0 ? nil : BasisPoints(onTime * 10_000 / timed) }
}

extension MatterStatistics {
  /// Of every procedure, in one pass over the matters filed in the span.
  static func all(
    of codes: [String], from: Day, to: Day, calendar: WorkingCalendar, in db: any Reading
  ) throws -> [String: MatterStatistics] {
    var found: [String: MatterStatistics] = [:]
    var days: [String: [Int: Int]] = [:]
    for row in try db.rows(
      """
      WITH filed AS MATERIALIZED (
        SELECT procedure_code, stage, end_sort, (filed_at + 28800000) / 86400000 AS filed_day,
          (closed_at + 28800000) / 86400000 AS closed_day,
          (SELECT MAX(CASE WHEN c.is_told = 1 OR c.ended_on > c.due_on THEN 1 ELSE 0 END) FROM matter_clocks c
            WHERE c.matter = matters.id) AS missed
        FROM matters
        WHERE procedure_code IN \(SQL.list(codes)) AND filed_at >= \(from.start)
          AND filed_at < \(to.adding(days: 1).start)
      )
      SELECT procedure_code, stage, end_sort, filed_day, closed_day, missed, COUNT(*) FROM filed
      GROUP BY procedure_code, stage, end_sort, filed_day, closed_day, missed
      """)
    {
      var row = row.columns
      let (code, stage) = (try row.text(), try row.text())
      let end: MatterEnd? = try row.optional { try $0.value() }
      let (filed, closed) = (Day(number: try row.int()), try row.optional { Day(number: try $0.int()) })
      let isLate = try row.optional { try $0.bool() }
      let count = try row.int()
      var counts = found[code] ?? MatterStatistics(procedure: code)
      counts.filed += count
      counts.byStage[stage, default: 0] += count
      if let end { counts.byEnd[end, default: 0] += count }
      if let isLate {
        counts.timed += count
        if !isLate { counts.onTime += count }
      }
      found[code] = counts
      if let closed {
        days[code, default: [:]][calendar.workingDays(after: filed, through: closed).days, default: 0] += count
      }
    }
    for (code, lengths) in days { found[code]?.medianDays = lowerMedian(lengths) }
    return found
  }

  /// The lower of the two middle ones where their number is even.
  private static func lowerMedian(_ counts: [Int: Int]) -> Int? {
    var left = (counts.values.reduce(0, +) + 1) / 2
    for (value, count) in counts.sorted(by: { $0.key < $1.key }) {
      left -= count
      if left <= 0 { return value }
    }
    return nil
  }
}
