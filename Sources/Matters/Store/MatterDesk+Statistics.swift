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
    let procedure = try book.kept(code).procedure
    let around = around
    return try await database.read { db in
      let calendar = try around.calendar(db)
      var found = MatterStatistics(procedure: procedure.head.code)
      var days: [Int] = []
      for row in try db.rows(
        """
        SELECT m.stage, m.end_sort, m.filed_at, m.closed_at,
          (SELECT COUNT(*) FROM matter_clocks c WHERE c.matter = m.id),
          (SELECT COUNT(*) FROM matter_clocks c
            WHERE c.matter = m.id AND (c.is_told = 1 OR c.ended_on > c.due_on))
        FROM matters m
        WHERE m.procedure_code = \(code) AND m.filed_at >= \(from.start) AND m.filed_at < \(to.adding(days: 1).start)
        """)
      {
        var row = row.columns
        let stage = try row.text()
        let end: MatterEnd? = try row.optional { try $0.value() }
        let (filed, closed) = (try row.date(), try row.optional { try $0.date() })
        let (clocks, late) = (try row.int(), try row.int())
        found.filed += 1
        found.byStage[stage, default: 0] += 1
        if let end { found.byEnd[end, default: 0] += 1 }
        if clocks > 0 { found.timed += 1 }
        if clocks > 0, late == 0 { found.onTime += 1 }
        if let closed { days.append(calendar.workingDays(after: Day(filed), through: Day(closed)).days) }
      }
      found.medianDays = days.isEmpty ? nil : days.sorted()[(days.count - 1) / 2]
      return found
    }
  }
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
