import Access
import Corpus
import Foundation
import Kernel
import Storage

/// The only SQL that knows saved queries, their alerts and how far they have been looked at.
enum SavedQueryRows {
  private static let columns: SQL = "id, account, name, query, narrowing, sort_order, watch, created_at, entry"
  private static let alertColumns: SQL = "a.id, a.query, a.after_entry, a.through_entry, a.found, a.raised_at"

  static func values(_ saved: SavedQuery) -> [SQLValue] {
    [
      saved.id.sqlValue, saved.account.sqlValue, .text(saved.name), .text(saved.question.text),
      .text(saved.question.narrowings.map(\.description).joined(separator: "\n")),
      .text(saved.question.order.word), .text(saved.watch.rawValue), saved.createdAt.sqlValue,
    ]
  }

  static func values(_ alert: QueryAlert) -> [SQLValue] {
    [
      alert.id.sqlValue, alert.query.sqlValue, alert.after.sqlValue, alert.through.sqlValue, alert.found.sqlValue,
      alert.raisedAt.sqlValue,
    ]
  }

  static func all(of account: ID<Account>, in db: any Reading) throws -> [SavedQuery] {
    try db.rows("SELECT \(columns) FROM saved_queries WHERE account = \(account) ORDER BY id DESC")
      .map(SavedQuery.init(row:))
  }

  static func find(_ id: ID<SavedQuery>, of account: ID<Account>, in db: any Reading) throws -> SavedQuery? {
    try db.row("SELECT \(columns) FROM saved_queries WHERE id = \(id) AND account = \(account)")
      .map(SavedQuery.init(row:))
  }

  /// Every query whose keeper is to be told of new documents, with the entry up to which it has been looked at.
  static func watched(in db: any Reading) throws -> [(query: SavedQuery, mark: Int64)] {
    let marks = try db.rows("SELECT query, through_entry FROM saved_query_marks").reduce(into: [Int64: Int64]()) {
      var columns = $1.columns
      $0[try columns.integer()] = try columns.integer()
    }
    return try db.rows("SELECT \(columns) FROM saved_queries WHERE watch = 'active' ORDER BY id")
      .map(SavedQuery.init(row:)).compactMap { saved in marks[saved.id.number].map { (saved, $0) } }
  }

  static func insertMark(_ position: Int64, of id: ID<SavedQuery>, in db: any Writing) throws {
    try db.insert([[id.sqlValue, position.sqlValue]], into: "saved_query_marks", columns: ["query", "through_entry"])
  }

  /// - Returns: whether the mark stood where it was expected: nobody else has looked meanwhile.
  static func moveMark(
    of id: ID<SavedQuery>, from old: Int64, to new: Int64, in db: any Writing
  ) throws -> Bool {
    let moved = try db.run(
      "UPDATE saved_query_marks SET through_entry = \(new) WHERE query = \(id) AND through_entry = \(old)")
    return moved == 1
  }

  static func deleteMark(of id: ID<SavedQuery>, in db: any Writing) throws {
    try db.run("DELETE FROM saved_query_marks WHERE query = \(id)")
  }

  /// Newest first.
  static func alerts(
    of account: ID<Account>, before last: ID<QueryAlert>?, limit: Int, in db: any Reading
  ) throws -> [QueryAlert] {
    let older: SQL = last.map { "AND a.id < \($0)" } ?? ""
    return try db.rows(
      """
      SELECT \(alertColumns) FROM query_alerts AS a JOIN saved_queries AS s ON s.id = a.query
      WHERE s.account = \(account) \(older) ORDER BY a.id DESC LIMIT \(limit)
      """
    ).map(QueryAlert.init(row:))
  }

  static func alert(_ id: ID<QueryAlert>, of account: ID<Account>, in db: any Reading) throws -> QueryAlert? {
    try db.row(
      """
      SELECT \(alertColumns) FROM query_alerts AS a JOIN saved_queries AS s ON s.id = a.query
      WHERE a.id = \(id) AND s.account = \(account)
      """
    ).map(QueryAlert.init(row:))
  }

  static func alertKeys(of id: ID<SavedQuery>, in db: any Reading) throws -> [SQLValue] {
    try db.rows("SELECT id FROM query_alerts WHERE query = \(id)").compactMap(\.values.first)
  }
}

extension SavedQuery {
  init(row: Row) throws {
    var columns = row.columns
    let (id, account): (ID<SavedQuery>, ID<Account>) = (try columns.id(), try columns.id())
    let (name, text, narrowing) = (try columns.text(), try columns.text(), try columns.text())
    let order = CorpusOrder(word: try columns.text()) ?? .relevance
    let watch: QueryWatch = try columns.value()
    let narrowings = narrowing.split(separator: "\n").compactMap { CorpusNarrowing(String($0)) }
    try self.init(
      id: id, account: account, name: name,
      question: CorpusQuestion(text, order: order).narrowed(to: narrowings), watch: watch, createdAt: columns.date(),
      revision: columns.integer())
    try columns.end()
  }
}

extension QueryAlert {
  init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), query: columns.id(), after: columns.integer(), through: columns.integer(),
      found: columns.int(), raisedAt: columns.date())
    try columns.end()
  }
}
