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
  private let refresh: @Sendable (any Reading) throws -> Void
  let kept = KeptTotals()
  let wishes = MonthWishes()

  /// - Parameters:
  ///   - book: every figure of the zone.
  ///   - series: the outside series that the zone takes in.
  ///   - tables: every record table, so that contributions can be checked against the journal.
  ///   - isDemonstration: whether all records are invented, so that nothing can be published.
  ///   - refresh: called before figures are computed, to bring up to date what their queries rest on besides records.
  public init(
    book: FigureBook, series: SeriesBook, tables: [RecordTable], isDemonstration: Bool, database: any Database,
    world: World, refresh: @escaping @Sendable (any Reading) throws -> Void = { _ in }
  ) {
    self.book = book
    self.series = series
    self.tables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    self.isDemonstration = isDemonstration
    self.database = database
    self.world = world
    self.refresh = refresh
  }

  /// Every figure at `cutoff`, in the order of the codes.
  public func table(at cutoff: Day, by account: Account) async throws -> [Figure] {
    try account.require(.readFigures)
    try Self.check(cutoff)
    return try await database.read { db in
      let basis = try basis(in: db)
      return try book.sources.map { try figure($0, at: cutoff, basis, in: db) }
    }
  }

  /// Every figure at `cutoff` with its values at the month-ends of that year.
  public func overview(
    at cutoff: Day, _ reading: MonthReading = .exact, by account: Account
  ) async throws -> [(figure: Figure, months: [FigurePoint])] {
    try account.require(.readFigures)
    try Self.check(cutoff)
    return try await database.read { db in
      let basis = try basis(in: db)
      return try book.sources.map { source in
        let figure = try figure(source, at: cutoff, basis, in: db)
        return (figure, try months(source, like: figure, reading, basis, in: db))
      }
    }
  }

  /// The last journal entry of whatever figures are made of: pages made of them hold until it rises.
  public func edition(by account: Account) async throws -> Int64 {
    try account.require(.readFigures)
    return try await database.read { db in
      let basis = try basis(in: db)
      let sources = book.sources.filter { !$0.isAwaited }
      guard !sources.contains(where: \.reads.isEmpty) else { return basis.head(of: []) }
      let tables = sources.flatMap { $0.tables(under: $0.indicator.options(chosen: basis.chosen)) }
      return basis.head(of: tables + [.figureRulings, .seriesValues])
    }
  }

  /// One figure at `cutoff`.
  public func figure(_ code: IndicatorCode, at cutoff: Day, by account: Account) async throws -> Figure {
    try account.require(.readFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in try figure(source, at: cutoff, basis(in: db), in: db) }
  }

  /// One figure with its other readings, comparisons, month-ends and frozen editions.
  public func find(
    _ code: IndicatorCode, at cutoff: Day, _ reading: MonthReading = .exact, by account: Account
  ) async throws -> FigureFile {
    try account.require(.readFigures)
    try Self.check(cutoff)
    let source = try source(code)
    let seesAll = account.may(.observeFigures)
    return try await database.read { db in
      let basis = try basis(in: db)
      let figure = try figure(source, at: cutoff, basis, in: db)
      return FigureFile(
        figure: figure,
        alternatives: try source.indicator.alternatives.filter { $0 != figure.period }.map {
          try self.figure(source, reading: $0, at: cutoff, basis, in: db)
        },
        family: try book.family(of: source.indicator).map { try self.figure($0, at: cutoff, basis, in: db) },
        byBase: try shares(source, of: figure, by: .base, basis, in: db),
        byCategory: try shares(source, of: figure, by: .category, basis, in: db),
        byGrade: try shares(source, of: figure, by: .grade, basis, in: db),
        months: try months(source, like: figure, reading, basis, in: db),
        frozen: try FrozenRows.editions(of: code, publishedOnly: !seesAll, in: db),
        latestComparator: try latestComparator(of: source.indicator, in: db))
    }
  }

  /// One page of what a figure counts at `cutoff`, or of what was declared with too weak evidence.
  ///
  /// - Parameter last: what the last thing of the page before counts as.
  public func contributions(
    _ code: IndicatorCode, at cutoff: Day, part: FigurePart = .now, _ standing: ContributionStanding = .counted,
    narrowed narrowing: FigureNarrowing = FigureNarrowing(), after last: String? = nil, limit: Int = 50,
    by account: Account
  ) async throws -> [CountedThing] {
    try account.require(.observeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in
      guard let rows = try rows(source, narrowing.reading, at: cutoff, in: db) else { return [] }
      return try rows.page(part, standing, narrowing, after: last, limit: limit, in: db)
    }
  }

  /// What some rows of a figure add up to.
  ///
  /// - Returns: nil where the zone keeps no such records yet.
  public func totals(
    _ code: IndicatorCode, at cutoff: Day, narrowed narrowing: FigureNarrowing, by account: Account
  ) async throws -> FigureTotals? {
    try account.require(.observeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in
      try rows(source, narrowing.reading, at: cutoff, in: db)?.totals(narrowing, in: db)
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

  private func rows(
    _ source: FigureSource, _ reading: PeriodKind? = nil, at cutoff: Day, in db: any Reading
  ) throws -> FigureRows? {
    try refresh(db)
    let options = source.indicator.options(chosen: try RulingRows.chosen(in: db))
    let period = reading.flatMap { source.indicator.alternatives.contains($0) ? $0 : nil } ?? source.indicator.period
    return source.rows(FigureQuestion(period, at: cutoff, rulings: options)).map {
      FigureRows(source.indicator, $0)
    }
  }

  // MARK: Computing

  /// What all figures of one reading stand on.
  func basis(in db: any Reading) throws -> FigureBasis {
    try refresh(db)
    return FigureBasis(chosen: try RulingRows.chosen(in: db), heads: try JournalTrace.heads(in: db))
  }

  /// - Parameter period: another reading than the indicator's own: it has no verdict.
  func figure(
    _ source: FigureSource, reading period: PeriodKind? = nil, at cutoff: Day, _ basis: FigureBasis,
    in db: any Reading
  ) throws -> Figure {
    let indicator = source.indicator
    let period = period ?? indicator.period
    let totals = try totals(source, period, at: cutoff, basis, in: db)
    let options = indicator.options(chosen: basis.chosen)
    return try figure(indicator, period, at: cutoff, options: options, totals, in: db)
  }

  /// The same, computed anew whatever was kept: for what is frozen or verified.
  func freshFigure(
    _ source: FigureSource, at cutoff: Day, chosen: [String: String], in db: any Reading
  ) throws -> Figure {
    try refresh(db)
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

  /// - Returns: nil where the zone keeps no such records yet.
  func totals(
    _ source: FigureSource, _ period: PeriodKind, at cutoff: Day, _ basis: FigureBasis, in db: any Reading
  ) throws -> FigureTotals? {
    guard !source.isAwaited else { return nil }
    let key = key(source, period, at: cutoff, basis)
    let found = try kept.totals(key, at: basis.head(of: source.tables(under: key.options)), now: world.now()) {
      () throws -> KeptTotals.Totals in
      let question = FigureQuestion(period, at: cutoff, rulings: key.options)
      guard let rows = source.rows(question) else { return [:] }
      return [nil: try FigureRows(source.indicator, rows).totals(in: db)]
    }
    return found[nil]
  }

  func key(_ source: FigureSource, _ period: PeriodKind, at cutoff: Day, _ basis: FigureBasis) -> KeptTotals.Key {
    KeptTotals.Key(
      code: source.indicator.code, period: period, cutoff: cutoff,
      options: source.indicator.options(chosen: basis.chosen))
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
    _ source: FigureSource, of figure: Figure, by comparison: FigureComparison, _ basis: FigureBasis,
    in db: any Reading
  ) throws -> [FigureShare] {
    guard figure.totals.rows + figure.totals.declared > 0 else { return [] }
    var key = key(source, figure.period, at: figure.cutoff, basis)
    key.comparison = comparison
    let totals = try kept.totals(key, at: basis.head(of: source.tables(under: key.options)), now: world.now()) {
      () throws -> KeptTotals.Totals in
      let question = FigureQuestion(figure.period, at: figure.cutoff, rulings: figure.options)
      return try source.rows(question).map { try FigureRows(source.indicator, $0).totals(by: comparison, in: db) }
        ?? [:]
    }
    guard totals.keys.contains(where: { $0 != nil }) else { return [] }
    let named = totals.compactMap { key, totals in key.map { ($0, totals) } }.sorted { $0.0 < $1.0 }
    let unnamed = totals[nil].map { [(String?.none, $0)] } ?? []
    return (named.map { (String?($0), $1) } + unnamed).map { (key: String?, totals: FigureTotals) in
      FigureShare(key: key, state: source.indicator.measure.state(totals), rows: totals.rows)
    }
  }
}

/// The readings that hold, and the last journal entry of each table.
struct FigureBasis {
  let chosen: [String: String]
  let heads: [String: Int64]

  /// - Parameter tables: none for all.
  func head(of tables: [RecordTable]) -> Int64 {
    guard !tables.isEmpty else { return heads.values.max() ?? 0 }
    return tables.reduce(0) { max($0, heads[$1.name] ?? 0) }
  }
}
