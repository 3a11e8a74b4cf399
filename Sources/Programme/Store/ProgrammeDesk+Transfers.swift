public import Access
import FiguresStore
public import Kernel
public import Programme
import Storage

extension ProgrammeDesk {
  /// The flags of those transfers that C11 counts in `days`: recorded ones by document, patent and day once.
  public func transferFlags(in days: ClosedRange<Day>, by account: Account) async throws -> TransferFlags {
    try account.require(.readFigures)
    return try await database.read { db in
      let row = try db.row(
        """
        SELECT CAST(COALESCE(SUM(f), 0) AS BIGINT), CAST(COALESCE(SUM(g), 0) AS BIGINT),
          CAST(COALESCE(SUM(b), 0) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN f + g + b > 1 THEN 1 ELSE 0 END), 0) AS BIGINT)
        FROM (SELECT MAX(t.from_zone) AS f, MAX(t.to_zone) AS g, MAX(t.brokered) AS b FROM transfers t
          WHERE \(Counting.live("t")) AND t.kind = 'right' AND t.grade <= 1
            AND \(Counting.within("t.changed_on", days)) GROUP BY t.patent, t.changed_on) flagged
        """)
      guard let row else { return TransferFlags(fromZone: 0, toZone: 0, brokered: 0, several: 0) }
      var columns = row.columns
      return try TransferFlags(
        fromZone: columns.int(), toZone: columns.int(), brokered: columns.int(), several: columns.int())
    }
  }
}
