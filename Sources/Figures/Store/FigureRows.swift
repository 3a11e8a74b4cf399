import Evidence
import Figures
import Kernel
import Storage

/// The SQL around the queries of indicators: totals, comparisons and pages of contributions.
///
/// Everything is added up by the database; rows are only fetched a page at a time, to be frozen or to be exported.
struct FigureRows {
  private let source: SQL
  private let minimum: Int
  private let counts: Bool

  init(_ indicator: Indicator, _ source: SQL) {
    self.source = source
    minimum = indicator.minimum.rawValue
    counts = indicator.measure.counts
  }

  /// The query under the names of its columns, whatever it calls them itself.
  private var contributions: SQL {
    """
    WITH contributions (record_table, record, counted_as, weight, part, grade, label, base, category, day) AS (
      \(source)
    )
    """
  }

  // MARK: Totals

  /// - Complexity: one pass over the rows, without sorting them.
  func totals(_ narrowing: FigureNarrowing = FigureNarrowing(), in db: any Reading) throws -> FigureTotals {
    let sql: SQL = "\(contributions) SELECT \(sums(in: db)) FROM contributions WHERE \(narrowing.condition)"
    guard let row = try db.row(sql) else { return FigureTotals() }
    var columns = row.columns
    return try totals(&columns)
  }

  /// What each base, category or grade contributes; nil is the key of rows that name none.
  func totals(by comparison: FigureComparison, in db: any Reading) throws -> [String?: FigureTotals] {
    let key: SQL = comparison == .grade ? "CAST(grade AS TEXT)" : SQL(name: comparison.rawValue)
    let rows = try db.rows("\(contributions) SELECT \(key), \(sums(in: db)) FROM contributions GROUP BY \(key)")
    return try rows.reduce(into: [:]) { found, row in
      var columns = row.columns
      let key = try columns.optional { try $0.text() }
      found[key] = try totals(&columns)
    }
  }

  /// Rows, things and weight of each part, then what is only declared, and the newest day.
  private func sums(in db: any Reading) -> SQL {
    let bytewise = Self.bytewise(db)
    let parts = FigurePart.allCases.map { part -> SQL in
      let counted: SQL = "FILTER (WHERE part = \(part.rawValue) AND grade <= \(minimum))"
      // Different things are only counted where they are the value: it is the costly part.
      let things: SQL = countsThings(of: part) ? "count(DISTINCT counted_as \(bytewise)) \(counted)" : "0"
      return "count(*) \(counted), \(things), CAST(coalesce(sum(weight) \(counted), 0) AS BIGINT)"
    }
    return """
      \(.joined(parts, by: ", ")), count(*) FILTER (WHERE grade > \(minimum)), \
      max(day) FILTER (WHERE grade <= \(minimum))
      """
  }

  private func countsThings(of part: FigurePart) -> Bool {
    switch part {
    case .now, .before: counts
    case .of, .beforeOf: false
    }
  }

  private func totals(_ columns: inout Columns) throws -> FigureTotals {
    var totals = FigureTotals()
    for part in FigurePart.allCases {
      totals.met[keyPath: part.place] = FigureTotals.Part(
        rows: try columns.int(), things: try columns.int(), weight: try columns.integer())
    }
    totals.declared = try columns.int()
    totals.newest = try columns.optional { try $0.day() }
    try columns.end()
    return totals
  }

  // MARK: Lists

  /// One page of what is counted, in the order of what counts once, each with its first records.
  func page(
    _ part: FigurePart, _ standing: ContributionStanding, _ narrowing: FigureNarrowing, after last: String?, limit: Int,
    in db: any Reading
  ) throws -> [CountedThing] {
    let bytewise = Self.bytewise(db)
    let later: SQL = last.map { "AND counted_as \(bytewise) > \($0)" } ?? ""
    let groups = try db.rows(
      """
      \(contributions)
      SELECT counted_as, count(*), CAST(sum(weight) AS BIGINT) FROM contributions
      WHERE part = \(part.rawValue) AND \(condition(standing)) AND \(narrowing.condition) \(later)
      GROUP BY counted_as ORDER BY counted_as \(bytewise) LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      return try (key: columns.text(), rows: columns.int(), weight: columns.integer())
    }
    guard let first = groups.first, let end = groups.last else { return [] }
    let records = Dictionary(
      grouping: try records(part, standing, narrowing, from: first.key, through: end.key, in: db), by: \.countedAs)
    return groups.map {
      CountedThing(countedAs: $0.key, rows: $0.rows, weight: $0.weight, records: records[$0.key] ?? [])
    }
  }

  private func records(
    _ part: FigurePart, _ standing: ContributionStanding, _ narrowing: FigureNarrowing, from first: String,
    through last: String, in db: any Reading
  ) throws -> [Contribution] {
    let bytewise = Self.bytewise(db)
    return try db.rows(
      """
      \(contributions)
      SELECT \(Self.columns) FROM (
        SELECT contributions.*, row_number() OVER (PARTITION BY counted_as ORDER BY record_table, record) AS place
        FROM contributions
        WHERE part = \(part.rawValue) AND \(condition(standing)) AND \(narrowing.condition)
          AND counted_as \(bytewise) >= \(first) AND counted_as \(bytewise) <= \(last)
      ) AS placed WHERE place <= \(CountedThing.shownRecords) ORDER BY place
      """
    ).map(Contribution.init(row:))
  }

  /// Every row with the evidence that counts, in the one order of frozen lists.
  func forEachCounted(in db: any Reading, _ visit: (Contribution) throws -> Void) throws {
    let bytewise = Self.bytewise(db)
    try db.forEach(
      """
      \(contributions)
      SELECT \(Self.columns) FROM contributions WHERE \(condition(.counted))
      ORDER BY part \(bytewise), counted_as \(bytewise), record_table \(bytewise), record, weight, grade
      """
    ) { try visit(Contribution(row: $0)) }
  }

  /// Every row, those that are only declared behind those that count.
  func forEach(in db: any Reading, _ visit: (Contribution) throws -> Void) throws {
    let bytewise = Self.bytewise(db)
    try db.forEach(
      """
      \(contributions)
      SELECT \(Self.columns) FROM contributions
      ORDER BY CASE WHEN grade <= \(minimum) THEN 0 ELSE 1 END, part \(bytewise), counted_as \(bytewise),
        record_table \(bytewise), record, weight, grade
      """
    ) { try visit(Contribution(row: $0)) }
  }

  /// The records that count, as a fragment of two columns, each once.
  var countedRecords: SQL {
    """
    \(contributions) SELECT DISTINCT record_table, record FROM contributions WHERE \(condition(.counted))
    """
  }

  private func condition(_ standing: ContributionStanding) -> SQL {
    switch standing {
    case .counted: "grade <= \(minimum)"
    case .declared: "grade > \(minimum)"
    }
  }

  private static let columns: SQL =
    "record_table, record, counted_as, weight, part, grade, label, base, category, day"

  /// What makes texts sort by their bytes on both databases.
  static func bytewise(_ db: any Reading) -> SQL {
    switch db.dialect {
    case .sqlite: ""
    case .postgres: "COLLATE \"C\""
    }
  }
}

/// Whether a contribution's evidence is strong enough.
public enum ContributionStanding: String, CaseIterable, Sendable {
  case counted
  /// 申报未计入.
  case declared
}
