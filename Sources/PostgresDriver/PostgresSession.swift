import CPostgres
import Storage

/// A connection inside a transaction.
///
/// The server refuses everything after a failed statement; the session remembers why, so that a caller
/// who has swallowed the fault still cannot commit.
final class PostgresSession: Writing {
  private let connection: PostgresConnection
  private(set) var doom: (any Error)?
  private var isOver = false
  private var cursorCount = 0
  var dialect: Dialect { .postgres }

  init(on connection: PostgresConnection) { self.connection = connection }

  func rows(_ sql: SQL) throws -> [Row] {
    let (text, values) = sql.rendered(for: .postgres)
    return try statement {
      let result = try connection.run(text, BoundValues(values))
      var rows: [Row] = []
      rows.reserveCapacity(result.rowCount)
      try result.forEach { rows.append($0) }
      return rows
    }
  }

  func run(_ sql: SQL) throws -> Int {
    let (text, values) = sql.rendered(for: .postgres)
    return try statement {
      let result = try connection.run(text, BoundValues(values))
      return result.changeCount
    }
  }

  /// Rows come through a cursor, 500 at a time, so `visit` may run statements of its own.
  func forEach(_ sql: SQL, _ visit: (Row) throws -> Void) throws {
    let (text, values) = sql.rendered(for: .postgres)
    let statementText = text.drop { $0.isWhitespace }
    guard ["SELECT", "WITH", "VALUES"].contains(where: { statementText.hasPrefix($0) }) else {
      return try rows(sql).forEach(visit)
    }
    cursorCount += 1
    let cursor = "rows_\(cursorCount)"
    try statement { _ = try connection.run("DECLARE \(cursor) NO SCROLL CURSOR FOR \(text)", BoundValues(values)) }
    var isLast = false
    while !isLast {
      let rows = try statement {
        let result = try connection.run("FETCH 500 FROM \(cursor)", BoundValues([]))
        var rows: [Row] = []
        rows.reserveCapacity(result.rowCount)
        try result.forEach { rows.append($0) }
        return rows
      }
      isLast = rows.count < 500
      do { for row in rows { try visit(row) } } catch {
        // What the visitor throws comes out unchanged; a cursor that will not close dooms the transaction.
        if doom == nil { try? close(cursor) }
        throw error
      }
    }
    try close(cursor)
  }

  private func close(_ cursor: String) throws {
    try statement { _ = try connection.run("CLOSE \(cursor)", BoundValues([])) }
  }

  /// Many rows go by COPY, which is several times as fast; a few, or with a conflict clause, one by one in a pipeline.
  func insert(_ rows: [[SQLValue]], into table: String, columns: [String], onConflict: SQL) throws -> Int {
    guard !rows.isEmpty else { return 0 }
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a value for each column")
    let names = columns.map { "\(SQL(name: $0))" as SQL }
    let target: SQL = "\(SQL(name: table)) (\(.joined(names, by: ", ")))"
    return try statement {
      if rows.count > 16 && onConflict == "" {
        return try CopyStream(on: connection).send(rows, to: target.rendered(for: .postgres).text)
      }
      return try InsertPipeline(on: connection, target: target, onConflict: onConflict).send(rows)
    }
  }

  func commit() throws {
    if let doom { throw doom }
    try statement { _ = try connection.command("COMMIT") }
    isOver = true
  }

  /// Ends the transaction whatever its state; a connection that cannot is left for the worker to drop.
  func rollBack() {
    isOver = true
    guard !connection.isLost, !connection.isIdle else { return }
    _ = try? connection.command("ROLLBACK")
  }

  private func statement<Result>(_ run: () throws -> Result) throws -> Result {
    guard !isOver else { throw StorageFault.failed(code: "25P01", message: "the transaction is over") }
    if let doom { throw doom }
    do {
      try Task.checkCancellation()
      return try run()
    } catch {
      let reason: any Error =
        if case StorageFault.failed("57014", _) = error, Task.isCancelled { CancellationError() } else { error }
      doom = reason
      throw reason
    }
  }
}
