public import Access
import Evidence
public import Figures
public import Journal
import JournalStore
public import Kernel
import Storage

extension FigureDesk {
  /// Keeps a figure as it is at `cutoff`, with every row that counts and the digest of each row's record.
  ///
  /// A cut-off that was frozen before gets a new edition; the old ones stay. In a demonstration zone name and hash
  /// carry the mark of invented data.
  ///
  /// - Throws: ``FigureRefusal``.
  @discardableResult
  public func freeze(
    _ code: IndicatorCode, at cutoff: Day, because reason: String, by account: Account
  ) async throws -> FrozenFigure {
    try account.require(.freezeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    guard cutoff < world.today() else { throw FigureRefusal.cutoffNotOver(cutoff) }
    let reason = try Reason(reason, orElse: FigureRefusal.reasonMissing)
    let id: ID<FrozenFigure> = world.newID()
    let world = world
    return try await database.write { db in
      try db.liftTimeLimit()
      let deed = Deed(
        .freezeFigure, by: account, on: id.subject, because: reason.text,
        facts: ["code": code.description, "cutoff": cutoff.description])
      return try Recording.writeBatch(deed, world: world, in: db) { recording in
        let frozen = try freezing(source, id, at: cutoff, because: reason.text, by: account, recording, in: db)
        recording.state(frozen.listHash, as: "hash")
        recording.state(frozen.value.map { "\($0.numerator)/\($0.denominator)" } ?? frozen.state, as: "value")
        recording.state("\(frozen.edition)", as: "edition")
        return frozen
      }
    }
  }

  private func freezing(
    _ source: FigureSource, _ id: ID<FrozenFigure>, at cutoff: Day, because reason: String, by account: Account,
    _ recording: Recording, in db: any Writing
  ) throws -> FrozenFigure {
    let figure = try freshFigure(source, at: cutoff, chosen: try RulingRows.chosen(in: db), in: db)
    if case .noRecords(.noSource) = figure.state { throw FigureRefusal.nothingToFreeze(figure.code) }
    let definition = FigureHash.definition(of: figure.indicator, options: figure.options)
    let rows = try frozenRows(source, figure, in: db)
    var hash = FigureHash.List(
      definition: definition, code: figure.code, cutoff: cutoff, isDemonstration: isDemonstration)
    for row in rows { hash.add(row) }
    let frozen = FrozenFigure(
      id: id, code: figure.code, cutoff: cutoff,
      edition: try FrozenRows.nextEdition(figure.code, at: cutoff, in: db), definition: definition,
      rulings: figure.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, state: figure.state.code,
      value: figure.state.value, verdict: figure.verdict, comparator: figure.comparator?.value,
      comparatorSource: figure.comparator?.phrase.zh, rows: rows.count, declared: figure.totals.declared,
      listHash: hash.text, reason: reason, frozenBy: account.displayName, frozenAt: world.now(),
      isDemonstration: isDemonstration, publishedAt: nil)
    try recording.insert(FrozenRows.values(frozen), into: .figuresFrozen)
    for start in stride(from: 0, to: rows.count, by: 5_000) {
      let chunk = rows[start..<min(start + 5_000, rows.count)]
      try recording.insert(chunk.map { FrozenRows.values($0, of: id) }, into: .figureRows)
    }
    return frozen
  }

  /// The rows that count, with what vouches for each record.
  private func frozenRows(_ source: FigureSource, _ figure: Figure, in db: any Reading) throws -> [FrozenRow] {
    let question = FigureQuestion(figure.period, at: figure.cutoff, rulings: figure.options)
    guard let sql = source.rows(question) else { return [] }
    var counted: [Contribution] = []
    try FigureRows(source.indicator, sql).forEachCounted(in: db) { counted.append($0) }
    var vouched: [String: [Int64: VouchedRecords.Found]] = [:]
    for (name, rows) in Dictionary(grouping: counted, by: \.table) {
      guard let table = tables[name] else { continue }
      vouched[name] = try VouchedRecords.read(Set(rows.map(\.record)).sorted(), in: table, db: db)
    }
    return counted.enumerated().map { place, row in
      let record = vouched[row.table]?[row.record]
      return FrozenRow(
        position: place + 1, table: row.table, record: row.record, countedAs: row.countedAs, weight: row.weight,
        part: row.part, grade: row.grade.rawValue, entry: record?.entry, digest: record?.digest)
    }
  }

  /// Makes a frozen figure known to everybody.
  ///
  /// - Throws: ``FigureRefusal/demonstrationIsNotPublished`` for invented data, ``FigureRefusal/alreadyPublished``.
  public func publish(_ id: ID<FrozenFigure>, because reason: String, by account: Account) async throws {
    try account.require(.publishFigures)
    let reason = try Reason(reason, orElse: FigureRefusal.reasonMissing)
    let world = world
    try await database.write { db in
      let deed = Deed(.publishFigure, by: account, on: id.subject, because: reason.text)
      try Recording.write(deed, world: world, in: db) { recording in
        guard let frozen = try FrozenRows.find(id, in: db) else { throw FigureRefusal.unknownFrozen }
        guard !frozen.isDemonstration, !isDemonstration else { throw FigureRefusal.demonstrationIsNotPublished }
        guard frozen.publishedAt == nil else { throw FigureRefusal.alreadyPublished }
        recording.state(frozen.name, as: "figure")
        recording.state(frozen.listHash, as: "hash")
        try recording.insert(
          [id.sqlValue, .text(reason.text), .text(account.displayName), world.now().sqlValue],
          into: .figurePublications)
      }
    }
  }

  /// A frozen figure and what has become of its records; visitors see published ones.
  public func frozen(_ id: ID<FrozenFigure>, by account: Account) async throws -> FrozenFile {
    try account.require(.readFigures)
    let seesAll = account.may(.observeFigures)
    return try await database.read { db in
      guard let frozen = try FrozenRows.find(id, in: db), seesAll || frozen.publishedAt != nil else {
        throw FigureRefusal.unknownFrozen
      }
      let source = book.find(frozen.code)
      let (count, first) = try changes(of: frozen, in: db)
      return FrozenFile(
        frozen: frozen, indicator: source?.indicator,
        live: try source.map { try figure($0, at: frozen.cutoff, basis(in: db), in: db) },
        changed: first, changedCount: count)
    }
  }

  func changes(of frozen: FrozenFigure, in db: any Reading) throws -> (count: Int, first: [ChangedRecord]) {
    var (count, first) = (0, [ChangedRecord]())
    for name in try FrozenRows.recordTables(of: frozen.id, in: db) {
      guard let table = tables[name] else { continue }
      let found = try FrozenRows.changed(of: frozen.id, in: table, limit: 100 - first.count, db: db)
      count += found.count
      first += found.first
    }
    return (count, first)
  }

  /// One page of the rows of a frozen figure.
  public func frozenRows(
    of id: ID<FrozenFigure>, after position: Int = 0, limit: Int = 50, by account: Account
  ) async throws -> [FrozenRow] {
    try account.require(.observeFigures)
    return try await database.read { db in
      guard try FrozenRows.find(id, in: db) != nil else { throw FigureRefusal.unknownFrozen }
      return try FrozenRows.rows(of: id, after: position, limit: limit, in: db)
    }
  }

  /// The frozen editions of a figure, newest first; visitors are given the published ones.
  public func editions(of code: IndicatorCode, by account: Account) async throws -> [FrozenFigure] {
    try account.require(.readFigures)
    _ = try source(code)
    let seesAll = account.may(.observeFigures)
    return try await database.read { try FrozenRows.editions(of: code, publishedOnly: !seesAll, in: $0) }
  }
}

extension ID<FrozenFigure> {
  /// The frozen figure as the journal names it.
  public var subject: Subject { Subject(table: "figures_frozen", number: number) }
}
