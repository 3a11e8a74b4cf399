import CPostgres
import Storage

/// Inserts rows one statement each without waiting for each answer.
///
/// One statement a row, and not one for many rows: only so may a later row meet an earlier one of the
/// same call in its conflict clause, as in SQLite.
struct InsertPipeline {
  private let connection: PostgresConnection
  private let target: SQL
  private let onConflict: SQL

  /// - Parameter target: the table with its list of columns.
  init(on connection: PostgresConnection, target: SQL, onConflict: SQL) {
    self.connection = connection
    self.target = target
    self.onConflict = onConflict
  }

  /// - Returns: the number of rows inserted.
  func send(_ rows: [[SQLValue]]) throws -> Int {
    let kinds = kinds(of: rows)
    var inserted = 0
    var start = 0
    while start < rows.count {
      // Few enough that their answers fit in the socket's buffer: neither side can wait for the other.
      let end = min(start + 128, rows.count)
      inserted += try send(rows[start..<end].map { try Insertion($0, of: self, kinds: kinds) })
      start = end
    }
    return inserted
  }

  private struct Insertion {
    let text: String
    let values: BoundValues

    init(_ row: [SQLValue], of pipeline: InsertPipeline, kinds: [Oid]) throws {
      let places = SQL.joined(row.map { "\($0)" as SQL }, by: ", ")
      let rendered = ("INSERT INTO \(pipeline.target) VALUES (\(places)) \(pipeline.onConflict)" as SQL)
        .rendered(for: .postgres)
      text = rendered.text
      values = try BoundValues(
        rendered.values, kinds: kinds + Array(repeating: 0, count: rendered.values.count - kinds.count))
    }
  }

  /// The type of each column's first value, so that a NULL here and there needs no statement of its own.
  private func kinds(of rows: [[SQLValue]]) -> [Oid] {
    rows[0].indices.map { place in rows.lazy.map { $0[place].kind }.first { $0 != 0 } ?? 0 }
  }

  private func send(_ insertions: [Insertion]) throws -> Int {
    try connection.forgetSurplusStatements()
    let names = try insertions.map { try connection.prepared($0.text, $0.values.types) }
    guard PQenterPipelineMode(connection.pointer) == 1 else {
      throw StorageFault.failed(code: "pipeline", message: StorageFault.message(of: connection.pointer))
    }
    var isSent = true
    for (insertion, name) in zip(insertions, names) where isSent {
      isSent = insertion.values.withPointers { count, pointers, lengths, formats in
        PQsendQueryPrepared(connection.pointer, name, count, pointers, lengths, formats, 1) == 1
      }
    }
    guard isSent, PQpipelineSync(connection.pointer) == 1 else {
      // Still in pipeline mode, so the worker drops the connection.
      throw StorageFault.failed(code: "pipeline", message: StorageFault.message(of: connection.pointer))
    }
    return try answers()
  }

  /// Reads every answer, also behind a fault, so that the connection can go on.
  private func answers() throws -> Int {
    var inserted = 0
    var fault: StorageFault?
    while true {
      let result = PostgresResult(PQgetResult(connection.pointer))
      if result.pointer == nil {
        // Between two statements; the end comes as a sync, unless the connection is gone.
        if connection.isLost { break }
        continue
      }
      if result.status == PGRES_PIPELINE_SYNC { break }
      if result.isSuccess {
        inserted += result.changeCount
      } else if fault == nil && result.status != PGRES_PIPELINE_ABORTED {
        fault = StorageFault(result: result.pointer, connection: connection.pointer)
      }
    }
    if connection.isLost { throw StorageFault.unreachable(StorageFault.message(of: connection.pointer)) }
    PQexitPipelineMode(connection.pointer)
    if let fault { throw fault }
    return inserted
  }
}
