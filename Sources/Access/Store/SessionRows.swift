import Access
import Foundation
import Kernel
import Storage

/// The only SQL that knows sessions and failed attempts; neither is a record.
enum SessionRows {
  private static let columns: SQL =
    "id, account, factor, mandate, address, device, created_at, seen_at, expires_at"

  static func insert(_ session: OpenSession, tokenHash: String, in db: any Writing) throws {
    try db.run("DELETE FROM sessions WHERE expires_at <= \(session.createdAt)")
    try db.run(
      """
      INSERT INTO sessions (token_hash, \(columns))
      VALUES (\(tokenHash), \(session.id), \(session.account), \(session.factor.rawValue), \(session.mandate),
        \(session.origin.address), \(session.origin.device), \(session.createdAt), \(session.seenAt),
        \(session.expiresAt))
      """)
  }

  static func find(tokenHash: String, in db: any Reading) throws -> OpenSession? {
    try db.row("SELECT \(columns) FROM sessions WHERE token_hash = \(tokenHash)").map(OpenSession.init)
  }

  static func find(_ id: ID<OpenSession>, in db: any Reading) throws -> OpenSession? {
    try db.row("SELECT \(columns) FROM sessions WHERE id = \(id)").map(OpenSession.init)
  }

  static func all(of id: ID<Account>, in db: any Reading) throws -> [OpenSession] {
    try db.rows("SELECT \(columns) FROM sessions WHERE account = \(id) AND factor <> 'awaited' ORDER BY id DESC")
      .map(OpenSession.init)
  }

  static func see(_ id: ID<OpenSession>, at now: Date, in db: any Writing) throws {
    try db.run("UPDATE sessions SET seen_at = \(now) WHERE id = \(id) AND seen_at < \(now)")
  }

  static func give(_ id: ID<OpenSession>, of account: ID<Account>, in db: any Writing) throws {
    try db.run("UPDATE sessions SET factor = 'given' WHERE id = \(id) AND account = \(account)")
  }

  static func choose(_ mandate: ID<Mandate>?, in id: ID<OpenSession>, of account: ID<Account>, _ db: any Writing) throws
    -> Bool
  {
    try db.run("UPDATE sessions SET mandate = \(mandate) WHERE id = \(id) AND account = \(account)") == 1
  }

  static func end(_ id: ID<OpenSession>, of account: ID<Account>, in db: any Writing) throws -> Bool {
    try db.run("DELETE FROM sessions WHERE id = \(id) AND account = \(account)") == 1
  }

  /// - Returns: how many ended.
  @discardableResult static func endAll(
    of account: ID<Account>, but kept: ID<OpenSession>? = nil, in db: any Writing
  ) throws -> Int {
    try db.run("DELETE FROM sessions WHERE account = \(account) AND id <> \(kept ?? ID(-1))")
  }

  /// Failures in a row, and when the last was.
  static func attempts(_ subject: String, in db: any Reading) throws -> (failures: Int, last: Date)? {
    try db.row("SELECT failures, last_at FROM sign_in_attempts WHERE subject = \(subject)").map { row in
      var columns = row.columns
      return try (columns.int(), columns.date())
    }
  }

  /// Holds the count of `subject` until the transaction ends, so that guesses at one name are judged one by one.
  static func hold(_ subject: String, at now: Date, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES (\(subject), 0, \(now))
      ON CONFLICT (subject) DO NOTHING
      """)
    _ = try db.row("SELECT failures FROM sign_in_attempts WHERE subject = \(subject) \(db.dialect.forUpdate)")
  }

  /// Counts a failure; those older than `forgetting` seconds are forgotten, whoever's they were.
  ///
  /// - Returns: the new count.
  static func fail(_ subject: String, at now: Date, forgetting: TimeInterval, in db: any Writing) throws -> Int {
    try db.run("DELETE FROM sign_in_attempts WHERE last_at < \(now - forgetting)")
    try db.run(
      """
      INSERT INTO sign_in_attempts (subject, failures, last_at) VALUES (\(subject), 1, \(now))
      ON CONFLICT (subject) DO UPDATE SET failures = sign_in_attempts.failures + 1, last_at = excluded.last_at
      """)
    return try attempts(subject, in: db)?.failures ?? 1
  }

  static func forgive(_ subject: String, in db: any Writing) throws {
    try db.run("DELETE FROM sign_in_attempts WHERE subject = \(subject)")
  }
}

extension OpenSession {
  init(_ row: Row) throws {
    var columns = row.columns
    id = try columns.id()
    account = try columns.id()
    factor = try columns.value()
    mandate = try columns.optional { try $0.id() }
    origin = try Origin(address: columns.optional { try $0.text() }, device: columns.optional { try $0.text() })
    createdAt = try columns.date()
    seenAt = try columns.date()
    expiresAt = try columns.date()
    try columns.end()
  }
}
