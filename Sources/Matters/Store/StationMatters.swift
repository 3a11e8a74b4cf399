public import Foundation
public import Kernel
public import Matters
public import Storage

/// What stations read of matters, inside their own transactions.
public enum StationMatters {
  /// Newest first, after `last`; `isOpen` nil takes both.
  public static func page(
    of station: String, isOpen: Bool?, after last: ID<Matter>? = nil, limit: Int, in db: any Reading
  ) throws -> [Matter] {
    let cursor = try last.flatMap { try MatterRows.find($0, in: db) }
    return try MatterRows.page(filter(station, isOpen), after: cursor, limit: limit, in: db)
  }

  public static func count(of station: String, isOpen: Bool?, in db: any Reading) throws -> Int {
    try MatterRows.count(filter(station, isOpen), in: db)
  }

  private static func filter(_ station: String, _ isOpen: Bool?) -> MatterFilter {
    var filter = MatterFilter()
    filter.station = station
    filter.isOpen = isOpen
    return filter
  }

  /// What every station has taken in, by its name in the matters.
  ///
  /// - Parameter since: from when on a matter is recent.
  public static func loads(since: Date, on today: Day, in db: any Reading) throws -> [String: StationLoad] {
    var found: [String: StationLoad] = [:]
    for row in try db.rows(
      """
      SELECT station, COUNT(*), SUM(CASE WHEN filed_at >= \(since) THEN 1 ELSE 0 END),
        SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END),
        SUM(CASE WHEN closed_at IS NULL AND due_on < \(today) THEN 1 ELSE 0 END)
      FROM matters WHERE station IS NOT NULL GROUP BY station
      """)
    {
      var row = row.columns
      found[try row.text()] = StationLoad(
        total: try row.int(), recent: try row.int(), open: try row.int(), late: try row.int())
    }
    return found
  }
}

/// How many matters a station has taken in.
public struct StationLoad: Equatable, Sendable {
  public let total: Int
  public let recent: Int
  public let open: Int
  /// Of the open ones, those whose last day is over.
  public let late: Int

  public init(total: Int = 0, recent: Int = 0, open: Int = 0, late: Int = 0) {
    self.total = total
    self.recent = recent
    self.open = open
    self.late = late
  }
}
