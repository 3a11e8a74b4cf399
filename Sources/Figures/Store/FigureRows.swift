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

  func totals(in db: any Reading) throws -> FigureTotals {
    try totals(by: "CAST(NULL AS TEXT)", in: db)[nil] ?? FigureTotals()
  }

  /// What each base, or each category, contributes; nil is the key of rows that name none.
  func totals(by comparison: FigureComparison, in db: any Reading) throws -> [String?: FigureTotals] {
    try totals(by: SQL(name: comparison.rawValue), in: db)
  }

  private func totals(by key: SQL, in db: any Reading) throws -> [String?: FigureTotals] {
    // Different things are only counted where they are the value: it is the costly part.
    let things: SQL = counts ? "count(DISTINCT CASE WHEN grade <= \(minimum) THEN counted_as END)" : "0"
    let rows = try db.rows(
      """
      \(contributions)
      SELECT \(key), part, sum(CASE WHEN grade <= \(minimum) THEN 1 ELSE 0 END), \(things),
        CAST(sum(CASE WHEN grade <= \(minimum) THEN weight ELSE 0 END) AS BIGINT),
        sum(CASE WHEN grade > \(minimum) THEN 1 ELSE 0 END), max(CASE WHEN grade <= \(minimum) THEN day END)
      FROM contributions GROUP BY 1, 2
      """)
    return try rows.reduce(into: [:]) { found, row in
      var columns = row.columns
      let key = try columns.optional { try $0.text() }
      let part = try columns.value(FigurePart.self)
      var totals = found[key] ?? FigureTotals()
      totals.met[keyPath: part.place] = FigureTotals.Part(
        rows: try columns.int(), things: try columns.int(), weight: try columns.integer())
      totals.declared += try columns.int()
      totals.newest = try [totals.newest, columns.optional { try $0.day() }].compactMap(\.self).max()
      try columns.end()
      found[key] = totals
    }
  }

  // MARK: Lists

  /// One page of what is counted, in the order of what counts once, each with its first records.
  func page(
    _ part: FigurePart, _ standing: ContributionStanding, after last: String?, limit: Int, in db: any Reading
  ) throws -> [CountedThing] {
    let bytewise = Self.bytewise(db)
    let later: SQL = last.map { "AND counted_as \(bytewise) > \($0)" } ?? ""
    let groups = try db.rows(
      """
      \(contributions)
      SELECT counted_as, count(*), CAST(sum(weight) AS BIGINT) FROM contributions
      WHERE part = \(part.rawValue) AND \(condition(standing)) \(later)
      GROUP BY counted_as ORDER BY counted_as \(bytewise) LIMIT \(limit)
      """
    ).map { row in
      var columns = row.columns
      return try (key: columns.text(), rows: columns.int(), weight: columns.integer())
    }
    guard let first = groups.first, let end = groups.last else { return [] }
    let records = Dictionary(
      grouping: try records(part, standing, from: first.key, through: end.key, in: db), by: \.countedAs)
    return groups.map {
      CountedThing(countedAs: $0.key, rows: $0.rows, weight: $0.weight, records: records[$0.key] ?? [])
    }
  }

  private func records(
    _ part: FigurePart, _ standing: ContributionStanding, from first: String, through last: String, in db: any Reading
  ) throws -> [Contribution] {
    let bytewise = Self.bytewise(db)
    return try db.rows(
      """
      \(contributions)
      SELECT \(Self.columns) FROM (
        SELECT contributions.*, row_number() OVER (PARTITION BY counted_as ORDER BY record_table, record) AS place
        FROM contributions
        WHERE part = \(part.rawValue) AND \(condition(standing))
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

/// What figures are compared by.
public enum FigureComparison: String, CaseIterable, Sendable {
  case base, category
}

/// Whether a contribution's evidence is strong enough.
public enum ContributionStanding: String, CaseIterable, Sendable {
  case counted
  /// 申报未计入.
  case declared
}
