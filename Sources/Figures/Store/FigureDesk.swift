public import Access
public import Figures
public import JournalStore
public import Kernel
public import Storage

/// What the zone does with its figures: observe, open into records, freeze, publish, verify.
public struct FigureDesk: Sendable {
  public let book: FigureBook
  public let series: SeriesBook
  let tables: [String: RecordTable]
  let isDemonstration: Bool
  let database: any Database
  let world: World
  private let kept = KeptTotals()

  /// - Parameters:
  ///   - book: every figure of the zone.
  ///   - series: the outside series that the zone takes in.
  ///   - tables: every record table, so that contributions can be checked against the journal.
  ///   - isDemonstration: whether all records are invented, so that nothing can be published.
  public init(
    book: FigureBook, series: SeriesBook, tables: [RecordTable], isDemonstration: Bool, database: any Database,
    world: World
  ) {
    self.book = book
    self.series = series
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    self.isDemonstration = isDemonstration
    self.database = database
    self.world = world
  }

  /// Every figure at `cutoff`, in the order of the codes.
  public func table(at cutoff: Day, by account: Account) async throws -> [Figure] {
    try account.require(.readFigures)
    try Self.check(cutoff)
    return try await database.read { db in
      let chosen = try RulingRows.chosen(in: db)
      return try book.sources.map { try figure($0, at: cutoff, chosen: chosen, in: db) }
    }
  }

  /// Every figure at `cutoff` with its values at the month-ends of that year.
  public func overview(at cutoff: Day, by account: Account) async throws -> [(figure: Figure, months: [FigurePoint])] {
    try account.require(.readFigures)
    try Self.check(cutoff)
    return try await database.read { db in
      let chosen = try RulingRows.chosen(in: db)
      return try book.sources.map { source in
        let figure = try figure(source, at: cutoff, chosen: chosen, in: db)
        return (figure, try months(source, like: figure, chosen: chosen, in: db))
      }
    }
  }

  /// One figure at `cutoff`.
  public func figure(_ code: IndicatorCode, at cutoff: Day, by account: Account) async throws -> Figure {
    try account.require(.readFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in
      try figure(source, at: cutoff, chosen: RulingRows.chosen(in: db), in: db)
    }
  }

  /// One figure with its other readings, comparisons, month-ends and frozen editions.
  public func find(_ code: IndicatorCode, at cutoff: Day, by account: Account) async throws -> FigureFile {
    try account.require(.readFigures)
    try Self.check(cutoff)
    let source = try source(code)
    let seesAll = account.may(.observeFigures)
    return try await database.read { db in
      let chosen = try RulingRows.chosen(in: db)
      let figure = try figure(source, at: cutoff, chosen: chosen, in: db)
      return FigureFile(
        figure: figure,
        alternatives: try source.indicator.alternatives.filter { $0 != figure.period }.map {
          try self.figure(source, reading: $0, at: cutoff, chosen: chosen, in: db)
        },
        byBase: try shares(source, of: figure, by: .base, in: db),
        byCategory: try shares(source, of: figure, by: .category, in: db),
        months: try months(source, like: figure, chosen: chosen, in: db),
        frozen: try FrozenRows.editions(of: code, publishedOnly: !seesAll, in: db),
        latestComparator: try latestComparator(of: source.indicator, in: db))
    }
  }

  /// One page of what a figure counts at `cutoff`, or of what was declared with too weak evidence.
  ///
  /// - Parameter last: what the last thing of the page before counts as.
  public func contributions(
    _ code: IndicatorCode, at cutoff: Day, part: FigurePart = .now, _ standing: ContributionStanding = .counted,
    after last: String? = nil, limit: Int = 50, by account: Account
  ) async throws -> [CountedThing] {
    try account.require(.observeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in
      guard let rows = try rows(source, at: cutoff, in: db) else { return [] }
      return try rows.page(part, standing, after: last, limit: limit, in: db)
    }
  }

  /// Hands every row of a figure to `visit`, those that count first.
  ///
  /// - Complexity: one pass; memory does not grow with the rows.
  public func eachContribution(
    _ code: IndicatorCode, at cutoff: Day, by account: Account,
    _ visit: @escaping @Sendable (Contribution) throws -> Void
  ) async throws {
    try account.require(.observeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    try await database.read { db in try rows(source, at: cutoff, in: db)?.forEach(in: db, visit) }
  }

  static func check(_ cutoff: Day) throws(FigureRefusal) {
    guard (2_020...2_099).contains(cutoff.year) else { throw .cutoffOutOfRange(cutoff) }
  }

  func source(_ code: IndicatorCode) throws(FigureRefusal) -> FigureSource {
    guard let source = book.find(code) else { throw .unknown(code.description) }
    return source
  }

  private func rows(_ source: FigureSource, at cutoff: Day, in db: any Reading) throws -> FigureRows? {
    let options = source.indicator.options(chosen: try RulingRows.chosen(in: db))
    return source.rows(FigureQuestion(source.indicator.period, at: cutoff, rulings: options)).map {
      FigureRows(source.indicator, $0)
    }
  }

  // MARK: Computing

  /// - Parameter period: another reading than the indicator's own: it has no verdict.
  func figure(
    _ source: FigureSource, reading period: PeriodKind? = nil, at cutoff: Day, chosen: [String: String],
    in db: any Reading
  ) throws -> Figure {
    let indicator = source.indicator
    let options = indicator.options(chosen: chosen)
    let period = period ?? indicator.period
    let totals = try keptTotals(source, period, at: cutoff, options: options, in: db)
    return try figure(indicator, period, at: cutoff, options: options, totals, in: db)
  }

  /// The same, computed anew whatever was kept: for what is frozen or verified.
  func freshFigure(
    _ source: FigureSource, at cutoff: Day, chosen: [String: String], in db: any Reading
  ) throws -> Figure {
    let indicator = source.indicator
    let options = indicator.options(chosen: chosen)
    let rows = source.rows(FigureQuestion(indicator.period, at: cutoff, rulings: options))
    let totals = try rows.map { try FigureRows(indicator, $0).totals(in: db) }
    return try figure(indicator, indicator.period, at: cutoff, options: options, totals, in: db)
  }

  private func figure(
    _ indicator: Indicator, _ period: PeriodKind, at cutoff: Day, options: [String: String], _ totals: FigureTotals?,
    in db: any Reading
  ) throws -> Figure {
    let state = totals.map { indicator.measure.state($0) } ?? .noRecords(.noSource)
    let isOwn = period == indicator.period
    let comparator = isOwn ? try comparator(of: indicator, at: cutoff, totals, in: db) : nil
    let verdict =
      isOwn
      ? indicator.target.verdict(on: state, measure: indicator.measure, comparator: comparator?.value) : .noTarget
    return Figure(
      indicator: indicator, cutoff: cutoff, period: period, options: options, state: state,
      totals: totals ?? FigureTotals(), comparator: comparator, verdict: verdict)
  }

  private func keptTotals(
    _ source: FigureSource, _ period: PeriodKind, at cutoff: Day, options: [String: String], in db: any Reading
  ) throws -> FigureTotals? {
    guard let rows = source.rows(FigureQuestion(period, at: cutoff, rulings: options)) else { return nil }
    let key = KeptTotals.Key(code: source.indicator.code, period: period, cutoff: cutoff, options: options)
    let read = source.reads.isEmpty ? Array(tables.values) : source.reads
    return try kept.totals(key, of: read, in: db) { try FigureRows(source.indicator, rows).totals(in: $0) }
  }

  private func comparator(
    of indicator: Indicator, at cutoff: Day, _ totals: FigureTotals?, in db: any Reading
  ) throws -> Comparator? {
    switch indicator.target {
    case .series(_, let series):
      return try SeriesRows.value(of: series, at: cutoff, in: db).map {
        Comparator(value: $0.value, origin: .series($0))
      }
    case .risesOverYear:
      guard let totals, let value = indicator.measure.yearBefore(totals) else { return nil }
      return Comparator(value: value, origin: .yearBefore(indicator.period.daysBefore(cutoff)))
    case .absolute, .done, .none: return nil
    }
  }

  private func latestComparator(of indicator: Indicator, in db: any Reading) throws -> SeriesValue? {
    guard case .series(_, let series) = indicator.target else { return nil }
    return try SeriesRows.inUse(of: series, in: db).last
  }

  private func shares(
    _ source: FigureSource, of figure: Figure, by comparison: FigureComparison, in db: any Reading
  ) throws -> [FigureShare] {
    let question = FigureQuestion(figure.period, at: figure.cutoff, rulings: figure.options)
    guard figure.totals.rows > 0, let rows = source.rows(question) else { return [] }
    let totals = try FigureRows(source.indicator, rows).totals(by: comparison, in: db)
    guard totals.keys.contains(where: { $0 != nil }) else { return [] }
    return totals.sorted { ($0.key == nil ? 1 : 0, $0.key ?? "") < ($1.key == nil ? 1 : 0, $1.key ?? "") }.map {
      FigureShare(key: $0.key, state: source.indicator.measure.state($0.value))
    }
  }

  /// The month-ends of the cut-off's year; the cut-off itself stands for its month, later ones are empty.
  private func months(
    _ source: FigureSource, like figure: Figure, chosen: [String: String], in db: any Reading
  ) throws -> [FigurePoint] {
    let first = figure.cutoff.adding(days: 1 - figure.cutoff.day).adding(months: 1 - figure.cutoff.month)
    return try (0..<12).map { month in
      let end = first.adding(months: month).monthEnd
      let isOwn = end.month == figure.cutoff.month
      guard !isOwn else { return FigurePoint(cutoff: figure.cutoff, state: figure.state) }
      guard end < figure.cutoff else { return FigurePoint(cutoff: end, state: nil) }
      return FigurePoint(cutoff: end, state: try self.figure(source, at: end, chosen: chosen, in: db).state)
    }
  }
}
