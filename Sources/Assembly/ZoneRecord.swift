public import Foundation
import Kernel
import Storage

/// What a zone is for as long as it exists.
public struct ZoneRecord: Sendable, Equatable {
  /// Fixed when the zone is created: all its records are 示例数据, and none of it can become real.
  public let isDemonstration: Bool
  public let createdAt: Date
  /// By which key the zone's secrets are sealed; nil until the first process with a key has come.
  let keyMark: String?
  /// Which process on this zone this is, counted from its creation.
  public let node: Int
}

/// The only SQL that knows `zone`.
enum ZoneRows {
  /// Reads the zone's record, or writes it for a new zone, and counts this process.
  static func open(asDemonstration isDemonstration: Bool, at now: Date, in db: any Writing) throws -> ZoneRecord {
    if let row = try db.row(
      "UPDATE zone SET last_node = last_node + 1 WHERE id = 1 RETURNING demonstration, created_at, last_node")
    {
      var columns = row.columns
      return try ZoneRecord(
        isDemonstration: columns.bool(), createdAt: columns.date(), keyMark: keyMark(in: db), node: columns.int())
    }
    try db.run(
      "INSERT INTO zone (id, demonstration, created_at, last_node) VALUES (1, \(isDemonstration), \(now), 0)")
    return ZoneRecord(isDemonstration: isDemonstration, createdAt: now, keyMark: nil, node: 0)
  }

  private static func keyMark(in db: any Reading) throws -> String? {
    try db.row("SELECT mark FROM zone_key WHERE id = 1").map { row in
      var columns = row.columns
      return try columns.text()
    }
  }

  static func keep(keyMark: String, in db: any Writing) throws {
    try db.run(
      "INSERT INTO zone_key (id, mark) VALUES (1, \(keyMark)) ON CONFLICT (id) DO UPDATE SET mark = excluded.mark")
  }
}

extension Migration {
  /// By which key the zone is sealed, so that no process goes on with another.
  static let createZoneKey = Migration("2026-11-22 create zone key") { _ in
    ["CREATE TABLE zone_key (id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL)"]
  }

  /// One row: what the zone is.
  static let createZone = Migration("2026-11-22 create zone") { _ in
    [
      """
      CREATE TABLE zone (
        id            BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        demonstration BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
        created_at    BIGINT NOT NULL,
        last_node     BIGINT NOT NULL
      )
      """
    ]
  }
}
