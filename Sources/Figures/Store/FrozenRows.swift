import Figures
import JournalStore
import Kernel
import Storage

/// The only SQL that knows `figures_frozen`, `figure_rows` and `figure_publications`.
enum FrozenRows {
  private static let columns: SQL = """
    f.id, f.code, f.cutoff, f.edition, f.definition, f.rulings, f.state, f.numerator, f.denominator, f.verdict,
    f.comparator_numerator, f.comparator_denominator, f.comparator_source, f.row_count, f.declared, f.list_hash,
    f.reason, f.frozen_by, f.frozen_at, f.demonstration, p.published_at
    """
  private static let tables: SQL = "figures_frozen AS f LEFT JOIN figure_publications AS p ON p.frozen = f.id"

  static func find(_ id: ID<FrozenFigure>, in db: any Reading) throws -> FrozenFigure? {
    try db.row("SELECT \(columns) FROM \(tables) WHERE f.id = \(id)").map(FrozenFigure.init(row:))
  }

  /// Newest cut-off first, and of one cut-off the newest edition first.
  static func editions(
    of code: IndicatorCode, publishedOnly: Bool, in db: any Reading
  ) throws -> [FrozenFigure] {
    let published: SQL = publishedOnly ? "AND p.frozen IS NOT NULL" : ""
    return try db.rows(
      """
      SELECT \(columns) FROM \(tables) WHERE f.code = \(code.description) \(published)
      ORDER BY f.cutoff DESC, f.edition DESC LIMIT 200
      """
    ).map(FrozenFigure.init(row:))
  }

  /// The newest edition of a cut-off.
  static func latest(_ code: IndicatorCode, at cutoff: Day, in db: any Reading) throws -> FrozenFigure? {
    try db.row(
      """
      SELECT \(columns) FROM \(tables) WHERE f.code = \(code.description) AND f.cutoff = \(cutoff)
      ORDER BY f.edition DESC LIMIT 1
      """
    ).map(FrozenFigure.init(row:))
  }

  static func nextEdition(_ code: IndicatorCode, at cutoff: Day, in db: any Reading) throws -> Int {
    try db.count(
      "SELECT coalesce(max(edition), 0) FROM figures_frozen WHERE code = \(code.description) AND cutoff = \(cutoff)")
      + 1
  }

  private static let rowColumns: SQL = """
    position, record_table, record, counted_as, weight, part, grade, record_entry, record_digest
    """

  static func rows(
    of id: ID<FrozenFigure>, after position: Int, limit: Int, in db: any Reading
  ) throws -> [FrozenRow] {
    try db.rows(
      """
      SELECT \(rowColumns) FROM figure_rows WHERE frozen = \(id) AND position > \(position)
      ORDER BY position LIMIT \(limit)
      """
    ).map(FrozenRow.init(row:))
  }

  static func forEachRow(of id: ID<FrozenFigure>, in db: any Reading, _ visit: (FrozenRow) throws -> Void) throws {
    try db.forEach("SELECT \(rowColumns) FROM figure_rows WHERE frozen = \(id) ORDER BY position") {
      try visit(FrozenRow(row: $0))
    }
  }

  /// The records of a frozen figure that were written or removed since, of one table.
  static func changed(
    of id: ID<FrozenFigure>, in table: RecordTable, limit: Int, db: any Reading
  ) throws -> (count: Int, first: [ChangedRecord]) {
    let key = SQL(name: table.columns[0])
    let found: SQL = """
      FROM (
        SELECT DISTINCT record, record_entry FROM figure_rows WHERE frozen = \(id) AND record_table = \(table.name)
      ) AS then_written
      LEFT JOIN (
        SELECT \(key) AS record_key, max(entry) AS now_entry FROM \(SQL(name: table.name)) GROUP BY \(key)
      ) AS now_written ON record_key = record
      WHERE now_entry IS NULL OR now_entry <> record_entry
      """
    let count = try db.count("SELECT count(*) \(found)")
    guard count > 0 else { return (0, []) }
    let first = try db.rows("SELECT record, now_entry \(found) ORDER BY record LIMIT \(limit)").map { row in
      var columns = row.columns
      return try ChangedRecord(
        table: table.name, record: columns.integer(), entry: columns.optional { try $0.integer() })
    }
    return (count, first)
  }

  static func recordTables(of id: ID<FrozenFigure>, in db: any Reading) throws -> [String] {
    try db.rows("SELECT DISTINCT record_table FROM figure_rows WHERE frozen = \(id)").map { row in
      var columns = row.columns
      return try columns.text()
    }.sorted()
  }

  static func values(_ frozen: FrozenFigure) -> [SQLValue] {
    [
      frozen.id.sqlValue, .text(frozen.code.description), frozen.cutoff.sqlValue, frozen.edition.sqlValue,
      .text(frozen.definition), .text(frozen.rulings.joined(separator: ";")), .text(frozen.state),
      (frozen.value?.numerator).sqlValue, (frozen.value?.denominator).sqlValue, .text(frozen.verdict.rawValue),
      (frozen.comparator?.numerator).sqlValue, (frozen.comparator?.denominator).sqlValue,
      frozen.comparatorSource.sqlValue, frozen.rows.sqlValue, frozen.declared.sqlValue, .text(frozen.listHash),
      .text(frozen.reason), .text(frozen.frozenBy), frozen.frozenAt.sqlValue, frozen.isDemonstration.sqlValue,
    ]
  }

  static func values(_ row: FrozenRow, of id: ID<FrozenFigure>) -> [SQLValue] {
    [
      id.sqlValue, row.position.sqlValue, .text(row.table), .integer(row.record), .text(row.countedAs),
      .integer(row.weight), .text(row.part.rawValue), row.grade.sqlValue, row.entry.sqlValue, row.digest.sqlValue,
    ]
  }
}

extension FrozenFigure {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    id = try columns.id()
    let code = try columns.text()
    guard let indicator = IndicatorCode(code[...]) else {
      throw RowFault(column: 1, wanted: "a code", found: .text(code))
    }
    self.code = indicator
    cutoff = try columns.day()
    edition = try columns.int()
    definition = try columns.text()
    rulings = try columns.text().split(separator: ";").map(String.init)
    state = try columns.text()
    value = try Self.quantity(&columns)
    verdict = try columns.value()
    comparator = try Self.quantity(&columns)
    comparatorSource = try columns.optional { try $0.text() }
    rows = try columns.int()
    declared = try columns.int()
    listHash = try columns.text()
    reason = try columns.text()
    frozenBy = try columns.text()
    frozenAt = try columns.date()
    isDemonstration = try columns.bool()
    publishedAt = try columns.optional { try $0.date() }
    try columns.end()
  }

  private static func quantity(_ columns: inout Columns) throws -> Quantity? {
    let numerator = try columns.optional { try $0.integer() }
    let denominator = try columns.optional { try $0.integer() }
    guard let numerator, let denominator else { return nil }
    return Quantity(Int128(numerator), over: Int128(denominator))
  }
}

extension FrozenRow {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    position = try columns.int()
    table = try columns.text()
    record = try columns.integer()
    countedAs = try columns.text()
    weight = try columns.integer()
    part = try columns.value()
    grade = try columns.int()
    entry = try columns.optional { try $0.integer() }
    digest = try columns.optional { try $0.text() }
    try columns.end()
  }
}
