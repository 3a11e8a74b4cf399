import HighValue
import Kernel
import Storage

/// The only SQL that knows `sei_tables` and `sei_rows`.
enum SEITableRows {
  private static let columns: SQL = """
    id, name, source, first_day, file_name, file_hash, row_count, imported_at, imported_by, withdrawn_on, withdrawn_for,
    entry
    """

  /// The latest first.
  static func all(in db: any Reading) throws -> [SEITable] {
    try db.rows("SELECT \(columns) FROM sei_tables ORDER BY first_day DESC, id DESC").map(SEITable.init(row:))
  }

  static func find(_ id: ID<SEITable>, in db: any Reading) throws -> SEITable? {
    try db.row("SELECT \(columns) FROM sei_tables WHERE id = \(id)").map(SEITable.init(row:))
  }

  /// In the order of the table.
  static func rows(
    of table: ID<SEITable>, after place: Int = 0, limit: Int = SEITableFile.mostRows, in db: any Reading
  ) throws -> [SEIRow] {
    try db.rows(
      """
      SELECT edition, place, sei_code, sei_name, pattern, proviso FROM sei_rows
      WHERE edition = \(table) AND place > \(place) ORDER BY place LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      let row = try SEIRow(
        table: columns.id(), place: columns.int(), seiCode: columns.text(), seiName: columns.text(),
        pattern: IPCPattern(columns.text()), condition: columns.optional { try $0.text() })
      try columns.end()
      return row
    }
  }

  static func values(_ table: SEITable) -> [SQLValue] {
    [
      table.id.sqlValue, .text(table.name), .text(table.source), table.from.sqlValue, .text(table.fileName),
      .text(table.fileHash), table.rows.sqlValue, table.importedAt.sqlValue, .text(table.importedBy),
      table.withdrawnOn.sqlValue, table.withdrawnFor.sqlValue,
    ]
  }

  static func values(_ row: SEIRow) -> [SQLValue] {
    [
      row.table.sqlValue, row.place.sqlValue, .text(row.seiCode), .text(row.seiName), .text(row.pattern.description),
      row.condition.sqlValue,
    ]
  }
}

extension SEITable {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    try self.init(
      id: columns.id(), name: columns.text(), source: columns.text(), from: columns.day(), fileName: columns.text(),
      fileHash: columns.text(), rows: columns.int(), importedAt: columns.date(), importedBy: columns.text(),
      withdrawnOn: columns.optional { try $0.day() }, withdrawnFor: columns.optional { try $0.text() },
      revision: columns.integer())
    try columns.end()
  }
}
