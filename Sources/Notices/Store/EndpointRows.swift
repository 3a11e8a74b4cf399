import Access
import Foundation
import Kernel
import Notices
import Storage

/// The only SQL that knows the addresses of programs and their keys.
enum EndpointRows {
  private static let columns: SQL = "id, title, address, owner, stage, created_by, created_at, entry"

  static func find(_ id: ID<WebhookEndpoint>, in db: any Reading) throws -> WebhookEndpoint? {
    try db.row("SELECT \(columns) FROM webhook_endpoints WHERE id = \(id)").map(WebhookEndpoint.init(row:))
  }

  static func page(after last: ID<WebhookEndpoint>?, limit: Int, in db: any Reading) throws -> [WebhookEndpoint] {
    let older: SQL = last.map { "WHERE id < \($0)" } ?? ""
    return try db.rows("SELECT \(columns) FROM webhook_endpoints \(older) ORDER BY id DESC LIMIT \(limit)")
      .map(WebhookEndpoint.init(row:))
  }

  static func active(of accounts: SQL, in db: any Reading) throws -> [ID<Account>: [ID<WebhookEndpoint>]] {
    var found: [ID<Account>: [ID<WebhookEndpoint>]] = [:]
    try db.forEach(
      "SELECT owner, id FROM webhook_endpoints WHERE stage = 'active' AND owner IN \(accounts) ORDER BY id"
    ) { row in
      var columns = row.columns
      let owner: ID<Account> = try columns.id()
      found[owner, default: []].append(try columns.id())
    }
    return found
  }

  static func values(_ endpoint: WebhookEndpoint) -> [SQLValue] {
    [
      endpoint.id.sqlValue, .text(endpoint.title), .text(endpoint.address.description), endpoint.owner.sqlValue,
      .text(endpoint.stage.rawValue), .integer(endpoint.createdBy), endpoint.createdAt.sqlValue,
    ]
  }

  static func keep(key sealed: [UInt8], of id: ID<WebhookEndpoint>, in db: any Writing) throws {
    try db.run(
      """
      INSERT INTO webhook_keys (endpoint, sealed, failures) VALUES (\(id), \(sealed), 0)
      ON CONFLICT (endpoint) DO UPDATE SET sealed = excluded.sealed, failures = 0
      """)
  }

  static func key(of id: ID<WebhookEndpoint>, in db: any Reading) throws -> [UInt8]? {
    try db.row("SELECT sealed FROM webhook_keys WHERE endpoint = \(id)").map { row in
      var columns = row.columns
      return try columns.blob()
    }
  }

  /// How often in a row it has failed.
  static func failures(of id: ID<WebhookEndpoint>, in db: any Reading) throws -> Int {
    try db.count("SELECT failures FROM webhook_keys WHERE endpoint = \(id)")
  }

  static func set(failures: Int, of id: ID<WebhookEndpoint>, in db: any Writing) throws {
    try db.run("UPDATE webhook_keys SET failures = \(failures) WHERE endpoint = \(id)")
  }
}

extension WebhookEndpoint {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), title: columns.text(), address: WebhookAddress(known: columns.text()), owner: columns.id(),
      stage: columns.value(), createdBy: columns.integer(), createdAt: columns.date(), revision: columns.integer())
    try columns.end()
  }
}
