import Figures
import Kernel
import Storage

/// The only SQL that knows `series_values`.
enum SeriesRows {
  private static let columns: SQL = """
    id, series, period, numerator, denominator, standing, source, published_on, imported_on
    """

  /// Every value of a series, oldest period first; the one in use first within its period.
  static func all(of series: SeriesCode, in db: any Reading) throws -> [SeriesValue] {
    try db.rows(
      """
      SELECT \(columns) FROM series_values WHERE series = \(series.description)
      ORDER BY period_end, period, standing, published_on DESC, id DESC
      """
    ).map(SeriesValue.init(row:))
  }

  /// The value in use of each period: the final one, else the latest provisional one.
  static func inUse(of series: SeriesCode, in db: any Reading) throws -> [SeriesValue] {
    var values: [SeriesValue] = []
    for value in try all(of: series, in: db) where values.last?.period != value.period { values.append(value) }
    return values
  }

  /// The value in use for just this day; a year's value stands for its 31 December.
  static func value(of series: SeriesCode, at day: Day, in db: any Reading) throws -> SeriesValue? {
    let found = try db.rows(
      """
      SELECT \(columns) FROM series_values WHERE series = \(series.description) AND period_end = \(day)
      ORDER BY standing, published_on DESC, id DESC
      """
    ).map(SeriesValue.init(row:))
    // A value of the day itself is closer than one of the year.
    return found.first { $0.period == .day(day) } ?? found.first
  }

  static func find(
    _ series: SeriesCode, _ period: SeriesPeriod, _ standing: SeriesStanding, publishedOn: Day, in db: any Reading
  ) throws -> SeriesValue? {
    try db.row(
      """
      SELECT \(columns) FROM series_values WHERE series = \(series.description) AND period = \(period.description)
        AND standing = \(standing.rawValue) AND published_on = \(publishedOn)
      """
    ).map(SeriesValue.init(row:))
  }

  static func values(_ value: SeriesValue) -> [SQLValue] {
    [
      value.id.sqlValue, .text(value.series.description), .text(value.period.description), value.period.end.sqlValue,
      .integer(value.value.numerator), .integer(value.value.denominator), .text(value.standing.rawValue),
      .text(value.source), value.publishedOn.sqlValue, value.importedOn.sqlValue,
    ]
  }
}

extension SeriesValue {
  fileprivate init(row: Row) throws {
    var columns = row.columns
    let id: ID<SeriesValue> = try columns.id()
    guard let series = SeriesCode(try columns.text()), let period = SeriesPeriod(try columns.text()),
      let value = Quantity(Int128(try columns.integer()), over: Int128(try columns.integer()))
    else { throw RowFault(column: 1, wanted: "a value of a series", found: nil) }
    try self.init(
      id: id, series: series, period: period, value: value, standing: columns.value(), source: columns.text(),
      publishedOn: columns.day(), importedOn: columns.day())
    try columns.end()
  }
}
