import Access
import Foundation
import JournalStore
import Kernel
import Storage

/// The only SQL that knows who holds which role.
enum RoleRows {
  static let table = RecordTable("account_roles", columns: ["account", "role", "granted_at"], keyWidth: 2)

  static func roles(of id: ID<Account>, in db: any Reading) throws -> Set<Role> {
    try roles(of: [id], in: db)[id] ?? []
  }

  static func roles(of ids: [ID<Account>], in db: any Reading) throws -> [ID<Account>: Set<Role>] {
    var found: [ID<Account>: Set<Role>] = [:]
    for row in try db.rows("SELECT account, role FROM account_roles WHERE account IN \(.list(ids))") {
      var columns = row.columns
      let account: ID<Account> = try columns.id()
      found[account, default: []].insert(try columns.value())
    }
    return found
  }

  static func insert(_ roles: Set<Role>, for id: ID<Account>, at now: Date, in recording: Recording) throws {
    try recording.insert(
      roles.sorted { $0.rawValue < $1.rawValue }.map { [id.sqlValue, .text($0.rawValue), now.sqlValue] }, into: table)
  }

  static func delete(_ role: Role, of id: ID<Account>, in recording: Recording) throws {
    try recording.delete([id.sqlValue, .text(role.rawValue)], from: table)
  }
}
