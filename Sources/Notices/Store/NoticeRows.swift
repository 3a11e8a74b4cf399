import Access
import Foundation
import Journal
import Kernel
import Notices
import Storage

/// The only SQL that knows notices and the lists that they lie in.
enum NoticeRows {
  static func values(_ notice: Notice, id: ID<Notice>, at now: Date) -> [SQLValue] {
    var (account, email, language, endpoint): (SQLValue, SQLValue, SQLValue, SQLValue) = (.null, .null, .null, .null)
    switch notice.addressee {
    case .account(let id): account = id.sqlValue
    case .email(let address, let first): (email, language) = (.text(address.description), .text(first.rawValue))
    case .endpoint(let id): endpoint = id.sqlValue
    }
    return [
      id.sqlValue, .text(notice.kind.code), account, email, language, endpoint, .text(notice.subject.zh),
      .text(notice.subject.en), .text(notice.body.zh), .text(notice.body.en), notice.link.sqlValue,
      (notice.about?.table).sqlValue, (notice.about?.number).sqlValue, now.sqlValue,
    ]
  }

  /// Newest first, after `last`.
  static func inbox(
    of account: ID<Account>, unreadOnly: Bool, after last: ID<Notice>?, limit: Int, in db: any Reading
  ) throws -> [KeptNotice] {
    let unread: SQL = unreadOnly ? "AND notice_inbox.read_at IS NULL" : ""
    let older: SQL = last.map { "AND notice_inbox.notice < \($0)" } ?? ""
    return try db.rows(
      """
      SELECT \(columns), read_at FROM notice_inbox JOIN notices ON notices.id = notice_inbox.notice
      WHERE notice_inbox.account = \(account) \(unread) \(older)
      ORDER BY notice_inbox.notice DESC LIMIT \(limit)
      """
    ).map { try KeptNotice(row: $0) }
  }

  static func unread(of account: ID<Account>, in db: any Reading) throws -> Int {
    try db.count("SELECT count(*) FROM notice_inbox WHERE account = \(account) AND read_at IS NULL")
  }

  /// - Returns: whether the notice lies in the account's list.
  static func mark(
    _ id: ID<Notice>, readAt: Date?, of account: ID<Account>, in db: any Writing
  ) throws -> Bool {
    try db.run("UPDATE notice_inbox SET read_at = \(readAt) WHERE account = \(account) AND notice = \(id)") == 1
  }

  static func markAll(upTo last: ID<Notice>, at now: Date, of account: ID<Account>, in db: any Writing) throws {
    try db.run(
      """
      UPDATE notice_inbox SET read_at = \(now)
      WHERE account = \(account) AND read_at IS NULL AND notice <= \(last)
      """)
  }

  static func posted(_ id: ID<Notice>, in db: any Reading) throws -> PostedNotice? {
    try db.row("SELECT \(columns), account, email, language, endpoint FROM notices WHERE id = \(id)")
      .map(PostedNotice.init(row:))
  }

  private static let columns: SQL = """
    notices.id, kind, subject_zh, subject_en, body_zh, body_en, link, about_table, about_key, posted_at
    """
}

/// A notice with whom it is for, for the courier.
struct PostedNotice: Sendable {
  let notice: KeptNotice
  let account: ID<Account>?
  let email: String?
  let language: Language?
  let endpoint: ID<WebhookEndpoint>?

  fileprivate init(row: Row) throws {
    var columns = row.columns
    notice = try KeptNotice(&columns, readAt: { _ in nil })
    account = try columns.optional { try $0.id() }
    email = try columns.optional { try $0.text() }
    language = try columns.optional { try $0.value() }
    endpoint = try columns.optional { try $0.id() }
    try columns.end()
  }
}

extension KeptNotice {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(&columns) { try $0.optional { try $0.date() } }
    try columns.end()
  }

  fileprivate init(_ columns: inout Columns, readAt: (inout Columns) throws -> Date?) throws {
    let (id, kind): (ID<Notice>, String) = try (columns.id(), columns.text())
    let subject = try Phrase(zh: columns.text(), en: columns.text())
    let body = try Phrase(zh: columns.text(), en: columns.text())
    let link = try columns.optional { try $0.text() }
    let table = try columns.optional { try $0.text() }
    let key = try columns.optional { try $0.integer() }
    var about: Subject?
    if let table, let key { about = Subject(table: table, number: key) }
    try self.init(
      id: id, kind: kind, subject: subject, body: body, link: link, about: about, postedAt: columns.date(),
      readAt: readAt(&columns))
  }
}
