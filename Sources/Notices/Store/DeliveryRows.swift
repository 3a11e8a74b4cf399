import Foundation
import Kernel
import Notices
import Storage

/// The only SQL that knows deliveries, their attempts and the secrets on their way.
enum DeliveryRows {
  private static let columns: SQL =
    "id, notice, channel, endpoint, stage, attempts, repeated, due_at, posted_at, ended_at, outcome"

  static func insert(_ deliveries: [NoticeDelivery], in db: any Writing) throws {
    try db.insert(
      deliveries.map {
        [
          $0.id.sqlValue, $0.notice.sqlValue, .text($0.channel.rawValue), $0.endpoint.sqlValue,
          .text($0.stage.rawValue), $0.attempts.sqlValue, $0.mayBeRepeated.sqlValue, $0.dueAt.sqlValue,
          $0.postedAt.sqlValue, $0.endedAt.sqlValue, $0.outcome.sqlValue,
        ]
      }, into: "notice_deliveries",
      columns: [
        "id", "notice", "channel", "endpoint", "stage", "attempts", "repeated", "due_at", "posted_at", "ended_at",
        "outcome",
      ])
  }

  static func find(_ id: ID<NoticeDelivery>, in db: any Reading) throws -> NoticeDelivery? {
    try db.row("SELECT \(columns) FROM notice_deliveries WHERE id = \(id)").map(NoticeDelivery.init(row:))
  }

  /// The next that is due on `channel`: what a dead process left first, then the longest due.
  static func next(_ channel: NoticeChannel, at now: Date, in db: any Reading) throws -> NoticeDelivery? {
    try db.row(
      """
      SELECT \(columns) FROM notice_deliveries
      WHERE channel = \(channel.rawValue) AND stage IN ('waiting', 'sending') AND due_at <= \(now)
      ORDER BY due_at, id LIMIT 1
      """
    ).map(NoticeDelivery.init(row:))
  }

  /// Newest first, after `last`.
  static func page(
    _ filter: DeliveryFilter, after last: ID<NoticeDelivery>?, limit: Int, in db: any Reading
  ) throws -> [NoticeDelivery] {
    var conditions: [SQL] = []
    if let last { conditions.append("id < \(last)") }
    if let stage = filter.stage { conditions.append("stage = \(stage.rawValue)") }
    if let channel = filter.channel { conditions.append("channel = \(channel.rawValue)") }
    if let endpoint = filter.endpoint { conditions.append("endpoint = \(endpoint)") }
    let condition: SQL = conditions.isEmpty ? "" : "WHERE \(.joined(conditions, by: " AND "))"
    return try db.rows("SELECT \(columns) FROM notice_deliveries \(condition) ORDER BY id DESC LIMIT \(limit)")
      .map(NoticeDelivery.init(row:))
  }

  static func update(_ delivery: NoticeDelivery, in db: any Writing) throws {
    try db.run(
      """
      UPDATE notice_deliveries SET stage = \(delivery.stage.rawValue), attempts = \(delivery.attempts),
        repeated = \(delivery.mayBeRepeated), due_at = \(delivery.dueAt), ended_at = \(delivery.endedAt),
        outcome = \(delivery.outcome)
      WHERE id = \(delivery.id)
      """)
  }

  static func begin(_ delivery: NoticeDelivery, at now: Date, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO notice_attempts (delivery, number, repeated, begun_at, ended_at, outcome)
      VALUES (\(delivery.id), \(delivery.attempts), \(delivery.mayBeRepeated), \(now), NULL, NULL)
      """)
  }

  static func end(_ delivery: NoticeDelivery, outcome: String, at now: Date, in db: any Writing) throws {
    try db.run(
      """
      UPDATE notice_attempts SET ended_at = \(now), outcome = \(outcome)
      WHERE delivery = \(delivery.id) AND number = \(delivery.attempts)
      """)
  }

  static func attempts(of id: ID<NoticeDelivery>, in db: any Reading) throws -> [DeliveryAttempt] {
    try db.rows(
      "SELECT number, repeated, begun_at, ended_at, outcome FROM notice_attempts WHERE delivery = \(id) ORDER BY number"
    ).map { row in
      var columns = row.columns
      return try DeliveryAttempt(
        number: columns.int(), mayBeRepeated: columns.bool(), begunAt: columns.date(),
        endedAt: columns.optional { try $0.date() }, outcome: columns.optional { try $0.text() })
    }
  }

  static func secret(of id: ID<NoticeDelivery>, in db: any Reading) throws -> [UInt8]? {
    try db.row("SELECT sealed FROM notice_secrets WHERE delivery = \(id)").map { row in
      var columns = row.columns
      return try columns.blob()
    }
  }

  static func forgetSecret(of id: ID<NoticeDelivery>, in db: any Writing) throws {
    try db.run("DELETE FROM notice_secrets WHERE delivery = \(id)")
  }
}

extension NoticeDelivery {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), notice: columns.id(), channel: columns.value(), endpoint: columns.optional { try $0.id() },
      stage: columns.value(), attempts: columns.int(), mayBeRepeated: columns.bool(), dueAt: columns.date(),
      postedAt: columns.date(), endedAt: columns.optional { try $0.date() },
      outcome: columns.optional { try $0.text() })
    try columns.end()
  }
}
