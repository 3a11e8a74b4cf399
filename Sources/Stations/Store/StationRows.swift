import Access
import Foundation
import JournalStore
import Kernel
import Matters
import Stations
import Storage

/// The only SQL that knows who works at stations and what came in there.
enum StationRows {
  private static let columns: SQL = "id, number, name, place, hours, opened_on, closed_on"

  static func find(_ id: ID<Station>, in db: any Reading) throws -> Station? {
    try db.row("SELECT \(columns) FROM stations WHERE id = \(id) AND withdrawn_on IS NULL").map(Station.init(row:))
  }

  static func all(in db: any Reading) throws -> [Station] {
    try db.rows("SELECT \(columns) FROM stations WHERE withdrawn_on IS NULL ORDER BY number, id")
      .map(Station.init(row:))
  }

  /// The stations at which an account works.
  static func all(of account: ID<Account>, in db: any Reading) throws -> [Station] {
    try db.rows(
      """
      SELECT \(columns) FROM stations
      WHERE withdrawn_on IS NULL AND id IN (SELECT station FROM station_staff WHERE account = \(account))
      ORDER BY number, id
      """
    ).map(Station.init(row:))
  }

  static func isStaff(_ account: ID<Account>, of station: ID<Station>, in db: any Reading) throws -> Bool {
    try db.count("SELECT COUNT(*) FROM station_staff WHERE station = \(station) AND account = \(account)") > 0
  }

  static func staff(of station: ID<Station>, in db: any Reading) throws -> [(account: ID<Account>, since: Date)] {
    try db.rows("SELECT account, since FROM station_staff WHERE station = \(station) ORDER BY since, account")
      .map { row in
        var row = row.columns
        return (try row.id(), try row.date())
      }
  }

  /// The number of the visit that a queue handed in last; 0 for a new queue.
  static func last(of visit: StationVisit, at station: ID<Station>, by account: ID<Account>, in db: any Reading) throws
    -> Int
  {
    try db.count(
      """
      SELECT MAX(sequence) FROM station_visits
      WHERE account = \(account) AND station = \(station) AND queue = \(visit.queue)
      """)
  }

  /// The matter that a visit has become, with the digest of what was said then.
  static func taken(_ key: String, by account: ID<Account>, in db: any Reading) throws -> (ID<Matter>, String)? {
    try db.row("SELECT matter, content FROM station_visits WHERE account = \(account) AND visit_key = \(key)").map {
      row in
      var row = row.columns
      return (try row.id(), try row.text())
    }
  }

  /// When those of the matters were written down that came from a browser of the station.
  static func visits(of matters: [ID<Matter>], in db: any Reading) throws -> [ID<Matter>: Date] {
    guard !matters.isEmpty else { return [:] }
    var found: [ID<Matter>: Date] = [:]
    for row in try db.rows("SELECT matter, visited_at FROM station_visits WHERE matter IN \(SQL.list(matters))") {
      var row = row.columns
      found[try row.id()] = try row.date()
    }
    return found
  }

  static func values(
    _ visit: StationVisit, content: String, of matter: ID<Matter>, at station: ID<Station>, by account: ID<Account>,
    takenAt: Date
  ) -> [SQLValue] {
    [
      matter.sqlValue, station.sqlValue, account.sqlValue, .text(visit.queue), .integer(Int64(visit.sequence)),
      .text(visit.key), .text(content), min(visit.visitedAt, takenAt).sqlValue, takenAt.sqlValue,
    ]
  }
}

extension Station {
  fileprivate init(row: Row) throws {
    var row = row.columns
    self.init(
      id: try row.id(), number: try row.text(), name: try row.text(), place: try row.text(), hours: try row.text(),
      openedOn: try row.day(), closedOn: try row.optional { try $0.day() })
    try row.end()
  }
}
