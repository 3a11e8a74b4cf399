public import Figures
public import JournalStore
public import Storage

/// Where the rows of an indicator come from.
///
/// The query is one SELECT, of the same text on both databases, with just these columns in this order:
///
/// | column | meaning |
/// |---|---|
/// | `record_table` TEXT, `record` BIGINT | the record that contributes |
/// | `counted_as` TEXT | what counts once; never NULL |
/// | `weight` BIGINT | what a sum adds: 1, fen, days… |
/// | `part` TEXT | `now`; `of` for what a ratio divides by; `before` and `before-of` for the year before |
/// | `grade` BIGINT | the evidence, 1 to 4 |
/// | `label` TEXT | what people call it |
/// | `base`, `category` TEXT or NULL | for comparison |
/// | `day` TEXT or NULL | when it happened, for the freshness of the data |
///
/// It filters by the question's days itself and gives each contributing record once a part: a sum adds every row.
public struct FigureSource: Sendable {
  public let indicator: Indicator
  /// Every record table that the query reads, so that what was computed is kept until one of them changes; empty for
  /// any.
  public let reads: [RecordTable]
  /// Tables that it reads under some rulings only, by the option of each.
  let readsUnder: @Sendable ([String: String]) -> [RecordTable]
  /// Nil where the zone keeps no such records yet.
  public let rows: @Sendable (FigureQuestion) -> SQL?
  /// Whether the zone keeps no such records yet, whatever is asked.
  let isAwaited: Bool

  /// - Parameter readsUnder: further tables that the query reads under the options that hold.
  public init(
    _ indicator: Indicator, reads: [RecordTable] = [],
    under readsUnder: @escaping @Sendable ([String: String]) -> [RecordTable] = { _ in [] },
    rows: @escaping @Sendable (FigureQuestion) -> SQL?
  ) {
    self.indicator = indicator
    self.reads = reads
    self.readsUnder = readsUnder
    self.rows = rows
    isAwaited = false
  }

  /// The same, also made of `tables`.
  public func reading(also tables: [RecordTable]) -> FigureSource {
    reads.isEmpty ? self : FigureSource(indicator, reads: reads + tables, under: readsUnder, rows: rows)
  }

  /// Every table that the query reads under `options`; empty for any.
  func tables(under options: [String: String]) -> [RecordTable] { reads.isEmpty ? [] : reads + readsUnder(options) }

  /// An indicator whose records do not exist in the zone yet.
  public init(awaited indicator: Indicator) {
    self.indicator = indicator
    reads = []
    readsUnder = { _ in [] }
    rows = { _ in nil }
    isAwaited = true
  }
}

/// All figures of a zone.
public struct FigureBook: Sendable {
  /// In the order of their codes.
  public let sources: [FigureSource]
  private let byCode: [IndicatorCode: FigureSource]

  /// - Precondition: no two have the same code.
  public init(_ sources: [FigureSource]) {
    self.sources = sources.sorted { $0.indicator.code < $1.indicator.code }
    byCode = Dictionary(uniqueKeysWithValues: sources.map { ($0.indicator.code, $0) })
  }

  public func find(_ code: IndicatorCode) -> FigureSource? { byCode[code] }

  /// The indicator that this one belongs to and all others that belong to it, this one left out.
  func family(of indicator: Indicator) -> [FigureSource] {
    let root = indicator.parent ?? indicator.code
    return sources.filter {
      $0.indicator.code != indicator.code && ($0.indicator.code == root || $0.indicator.parent == root)
    }
  }

  /// Every ruling that some indicator asks for, once, in the order of their codes.
  public var rulings: [Ruling] {
    var found: [String: Ruling] = [:]
    for ruling in sources.flatMap(\.indicator.rulings) where found[ruling.code] == nil { found[ruling.code] = ruling }
    return found.values.sorted { $0.code < $1.code }
  }
}
