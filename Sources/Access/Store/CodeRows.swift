import Access
import Foundation
import JournalStore
import Kernel
import Storage

enum CodePurpose: String, CaseIterable { case invitation, reset }

/// A code that lets its bearer set a password once.
struct OneTimeCode {
  let id: ID<OneTimeCode>
  let account: ID<Account>
  let purpose: CodePurpose
  let hash: String
  let createdBy: ID<Account>
  let createdAt: Date
  let expiresAt: Date
  var usedAt: Date?

  var values: [SQLValue] {
    [
      id.sqlValue, account.sqlValue, .text(purpose.rawValue), .text(hash), createdBy.sqlValue, createdAt.sqlValue,
      expiresAt.sqlValue, usedAt.sqlValue,
    ]
  }
}

/// The only SQL that knows invitations and password resets.
enum CodeRows {
  static let table = RecordTable(
    "one_time_codes",
    columns: ["id", "account", "purpose", "code_hash", "created_by", "created_at", "expires_at", "used_at"])

  static func find(hash: String, purpose: CodePurpose, in db: any Writing) throws -> OneTimeCode? {
    try db.row(
      """
      SELECT \(table.columnList) FROM one_time_codes
      WHERE code_hash = \(hash) AND purpose = \(purpose.rawValue) \(db.dialect.forUpdate)
      """
    ).map(OneTimeCode.init)
  }

  /// Those of `account` that could still be used.
  static func open(of account: ID<Account>, in db: any Writing) throws -> [OneTimeCode] {
    try db.rows("SELECT \(table.columnList) FROM one_time_codes WHERE account = \(account) AND used_at IS NULL")
      .map(OneTimeCode.init)
  }
}

extension OneTimeCode {
  init(_ row: Row) throws {
    var columns = row.columns
    id = try columns.id()
    account = try columns.id()
    purpose = try columns.value()
    hash = try columns.text()
    createdBy = try columns.id()
    createdAt = try columns.date()
    expiresAt = try columns.date()
    usedAt = try columns.optional { try $0.date() }
    try columns.end()
  }
}

extension CodePurpose: Sendable {}
