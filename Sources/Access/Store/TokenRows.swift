import Access
import Foundation
import JournalStore
import Kernel
import Storage

/// The only SQL that knows personal access tokens.
enum TokenRows {
  static let table = RecordTable(
    "tokens",
    columns: ["id", "account", "label", "tail", "token_hash", "scopes", "created_at", "expires_at", "revoked_at"])

  static func find(hash: String, in db: any Reading) throws -> TokenRow? {
    try db.row("SELECT \(table.columnList) FROM tokens WHERE token_hash = \(hash)").map(TokenRow.init)
  }

  static func find(_ id: ID<AccessToken>, in db: any Reading) throws -> TokenRow? {
    try db.row("SELECT \(table.columnList) FROM tokens WHERE id = \(id)").map(TokenRow.init)
  }

  /// Those not revoked, newest first.
  static func all(of account: ID<Account>, in db: any Reading) throws -> [TokenRow] {
    try db.rows(
      "SELECT \(table.columnList) FROM tokens WHERE account = \(account) AND revoked_at IS NULL ORDER BY id DESC"
    ).map(TokenRow.init)
  }

  static func lastUses(of ids: [ID<AccessToken>], in db: any Reading) throws -> [ID<AccessToken>: Date] {
    var uses: [ID<AccessToken>: Date] = [:]
    for row in try db.rows("SELECT token, used_at FROM token_uses WHERE token IN \(.list(ids))") {
      var columns = row.columns
      uses[try columns.id()] = try columns.date()
    }
    return uses
  }

  static func use(_ id: ID<AccessToken>, at now: Date, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO token_uses (token, used_at) VALUES (\(id), \(now))
      ON CONFLICT (token) DO UPDATE SET used_at = excluded.used_at
      """)
  }
}

struct TokenRow {
  let id: ID<AccessToken>
  let account: ID<Account>
  let label: String
  let tail: String
  let hash: String
  let scopes: [String]
  let createdAt: Date
  let expiresAt: Date
  var revokedAt: Date?

  var values: [SQLValue] {
    [
      id.sqlValue, account.sqlValue, .text(label), .text(tail), .text(hash),
      .text(scopes.joined(separator: " ")), createdAt.sqlValue, expiresAt.sqlValue, revokedAt.sqlValue,
    ]
  }
}

extension TokenRow {
  init(_ row: Row) throws {
    var columns = row.columns
    id = try columns.id()
    account = try columns.id()
    label = try columns.text()
    tail = try columns.text()
    hash = try columns.text()
    scopes = try columns.text().split(separator: " ").map(String.init)
    createdAt = try columns.date()
    expiresAt = try columns.date()
    revokedAt = try columns.optional { try $0.date() }
    try columns.end()
  }
}
