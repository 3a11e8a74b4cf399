import CPostgres
import Storage

/// What one statement gave back; freed with the value.
struct PostgresResult: ~Copyable {
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }
  var isSuccess: Bool { status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY }
  var rowCount: Int { Int(PQntuples(pointer)) }

  /// Such as `UPDATE 3` or `COMMIT`.
  var tag: String { PQcmdStatus(pointer).map { String(cString: $0) } ?? "" }

  /// The rows that a statement changed; 0 for one that only reads or defines.
  var changeCount: Int {
    let words = tag.split(separator: " ")
    guard let verb = words.first, ["INSERT", "UPDATE", "DELETE", "MERGE", "COPY"].contains(verb) else { return 0 }
    return words.last.flatMap { Int($0) } ?? 0
  }

  func forEach(_ visit: (Row) throws -> Void) throws {
    let width = PQnfields(pointer)
    let types = (0..<width).map { PQftype(pointer, $0) }
    for row in 0..<PQntuples(pointer) {
      var values: [SQLValue] = []
      values.reserveCapacity(Int(width))
      for column in 0..<width { values.append(try value(row, column, types[Int(column)])) }
      try visit(Row(values))
    }
  }

  private func value(_ row: Int32, _ column: Int32, _ type: Oid) throws(StorageFault) -> SQLValue {
    guard PQgetisnull(pointer, row, column) == 0 else { return .null }
    let bytes = UnsafeRawBufferPointer(
      start: PQgetvalue(pointer, row, column), count: Int(PQgetlength(pointer, row, column)))
    return try ColumnType.value(bytes, of: type)
  }
}
