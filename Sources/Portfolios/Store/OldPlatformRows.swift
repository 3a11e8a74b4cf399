import Kernel
import Portfolios
import Storage

/// The only SQL that knows `portfolio_imports` and `portfolio_import_rows`.
enum OldPlatformRows {
  private static let columns: SQL = "id, portfolio, file_name, file_hash, taken_at, taken_by"

  static func find(_ id: ID<OldPlatformRun>, in db: any Reading) throws -> OldPlatformRun? {
    try db.row("SELECT \(columns) FROM portfolio_imports WHERE id = \(id)").map { try run($0, in: db) }
  }

  /// The latest first.
  static func all(of portfolio: ID<Portfolio>, in db: any Reading) throws -> [OldPlatformRun] {
    try db.rows("SELECT \(columns) FROM portfolio_imports WHERE portfolio = \(portfolio) ORDER BY id DESC LIMIT 50")
      .map { try run($0, in: db) }
  }

  private static func run(_ row: Row, in db: any Reading) throws -> OldPlatformRun {
    var columns = row.columns
    let id: ID<OldPlatformRun> = try columns.id()
    return try OldPlatformRun(
      id: id, portfolio: columns.id(), fileName: columns.text(), fileHash: columns.text(), takenAt: columns.date(),
      takenBy: columns.text(), counts: counts(of: id, in: db))
  }

  /// Counted from the rows themselves, so that a number and the rows behind it cannot differ.
  private static func counts(of run: ID<OldPlatformRun>, in db: any Reading) throws -> OldPlatformCounts {
    var counts = OldPlatformCounts()
    for row in try db.rows(
      "SELECT effect, COUNT(*) FROM portfolio_import_rows WHERE run = \(run) GROUP BY effect")
    {
      var columns = row.columns
      counts.byEffect[try columns.value()] = try columns.int()
    }
    return counts
  }

  /// In the order of the file.
  static func rows(
    of run: ID<OldPlatformRun>, effects: Set<OldPlatformEffect>, after place: Int, limit: Int, in db: any Reading
  ) throws -> [OldPlatformRow] {
    try db.rows(
      """
      SELECT place, line, number, title, effect, code, words_zh, words_en, holding FROM portfolio_import_rows
      WHERE run = \(run) AND place > \(place) AND effect IN \(SQL.list(effects.map(\.rawValue)))
      ORDER BY place LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      let (place, line) = (try columns.int(), try columns.int())
      let (number, title) = (try columns.text(), try columns.text())
      let effect: OldPlatformEffect = try columns.value()
      let code = try columns.optional { try $0.text() }
      let (zh, en) = (try columns.optional { try $0.text() }, try columns.optional { try $0.text() })
      var words: Phrase?
      if let zh, let en { words = Phrase(zh: zh, en: en) }
      return OldPlatformRow(
        place: place, line: line, number: number, title: title, effect: effect, code: code, words: words,
        holding: try columns.optional { try $0.id() })
    }
  }

  static func values(_ run: OldPlatformRun) -> [SQLValue] {
    [
      run.id.sqlValue, run.portfolio.sqlValue, .text(run.fileName), .text(run.fileHash), run.takenAt.sqlValue,
      .text(run.takenBy),
    ]
  }

  static func values(_ row: OldPlatformRow, of run: ID<OldPlatformRun>) -> [SQLValue] {
    [
      run.sqlValue, row.place.sqlValue, row.line.sqlValue, .text(row.number), .text(row.title),
      .text(row.effect.rawValue),
      row.code.sqlValue, (row.words?.zh).sqlValue, (row.words?.en).sqlValue, row.holding.sqlValue,
    ]
  }
}
