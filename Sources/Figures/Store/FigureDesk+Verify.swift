public import Access
public import Figures
import Journal
import JournalStore
public import Kernel
import Storage

extension FigureDesk {
  /// Recomputes a figure from its records and holds each record against the journal.
  ///
  /// Where the cut-off was frozen: whether the frozen rows still give the frozen value and hash, and whether each
  /// record is as it was then, or changed by an entry of the journal. Where it was not: the figure of today.
  ///
  /// - Complexity: one pass over the rows and their records.
  public func verify(_ code: IndicatorCode, at cutoff: Day, by account: Account) async throws -> FigureCheck {
    try account.require(.observeFigures)
    try Self.check(cutoff)
    let source = try source(code)
    return try await database.read { db in
      let live = try freshFigure(source, at: cutoff, chosen: try RulingRows.chosen(in: db), in: db)
      var check = FigureVerification(tables: tables)
      guard let frozen = try FrozenRows.latest(code, at: cutoff, in: db) else {
        try check.walk(source, live, in: db)
        return check.result(live, frozen: nil)
      }
      try check.walk(frozen, source.indicator, in: db)
      return check.result(live, frozen: frozen)
    }
  }
}

/// A check of one figure under way.
private struct FigureVerification {
  let tables: [String: RecordTable]
  private var records = 0
  private var changed = 0
  private var disagreements: [FigureDisagreement] = []
  private var entries: [Int64: Bool] = [:]

  init(tables: [String: RecordTable]) { self.tables = tables }

  func result(_ live: Figure, frozen: FrozenFigure?) -> FigureCheck {
    let definition = FigureHash.definition(of: live.indicator, options: live.options)
    return FigureCheck(
      code: live.code, cutoff: live.cutoff, frozen: frozen, live: live, records: records,
      disagreements: Array(disagreements.prefix(100)), changed: changed,
      isRedefined: frozen.map { $0.definition != definition } ?? false)
  }

  /// The records that count today.
  mutating func walk(_ source: FigureSource, _ live: Figure, in db: any Reading) throws {
    let question = FigureQuestion(live.period, at: live.cutoff, rulings: live.options)
    guard let sql = source.rows(question) else { return }
    var byTable: [String: [Int64]] = [:]
    try db.forEach(FigureRows(source.indicator, sql).countedRecords) { row in
      var columns = row.columns
      byTable[try columns.text(), default: []].append(try columns.integer())
    }
    for (name, ids) in byTable.sorted(by: { $0.key < $1.key }) {
      guard let table = tables[name] else {
        disagreements.append(.notVouched(table: name))
        continue
      }
      let found = try VouchedRecords.read(ids.sorted(), in: table, db: db)
      for id in ids.sorted() {
        records += 1
        if let record = found[id] {
          try hold(record, table: name, id, in: db)
        } else {
          disagreements.append(.gone(table: name, record: id))
        }
      }
    }
  }

  /// The frozen rows, their sum and hash, and the record behind each.
  mutating func walk(_ frozen: FrozenFigure, _ indicator: Indicator, in db: any Reading) throws {
    var sum = FrozenSum()
    var hash = FigureHash.List(
      definition: frozen.definition, code: frozen.code, cutoff: frozen.cutoff, isDemonstration: frozen.isDemonstration)
    var byTable: [String: [Int64: FrozenRow]] = [:]
    try FrozenRows.forEachRow(of: frozen.id, in: db) { row in
      sum.add(row)
      hash.add(row)
      byTable[row.table, default: [:]][row.record] = row
    }
    if hash.text != frozen.listHash { disagreements.append(.listHash(frozen: frozen.listHash, rows: hash.text)) }
    try holdItself(frozen, in: db)
    let state = indicator.measure.state(sum.totals(declared: frozen.declared))
    if state.code != frozen.state || state.value != frozen.value {
      let digits = indicator.measure.digits
      disagreements.append(
        .value(
          frozen: frozen.value?.text(digits: digits) ?? frozen.state,
          rows: state.value?.text(digits: digits) ?? state.code))
    }
    for (name, rows) in byTable.sorted(by: { $0.key < $1.key }) { try walk(rows, of: name, in: db) }
  }

  private mutating func walk(_ rows: [Int64: FrozenRow], of name: String, in db: any Reading) throws {
    guard let table = tables[name] else {
      disagreements.append(.notVouched(table: name))
      return
    }
    let ids = rows.keys.sorted()
    let found = try VouchedRecords.read(ids, in: table, db: db)
    for id in ids {
      records += 1
      let then = rows[id]?.entry ?? 0
      guard let record = found[id] else {
        let isTraced = try JournalTrace.hasTrace(of: Subject(table: name, number: id), after: then, in: db)
        if isTraced { changed += 1 } else { disagreements.append(.gone(table: name, record: id)) }
        continue
      }
      try hold(record, table: name, id, in: db)
      if record.entry != then {
        changed += 1
      } else if record.isTrue, record.digest != rows[id]?.digest {
        disagreements.append(.rewritten(table: name, record: id))
      }
    }
  }

  /// The record against its own digest, and its entry against the journal.
  private mutating func hold(
    _ record: VouchedRecords.Found, table: String, _ id: Int64, in db: any Reading
  ) throws {
    guard record.isTrue else { return disagreements.append(.altered(table: table, record: id)) }
    let isKnown = try entries[record.entry] ?? JournalTrace.hasEntry(record.entry, in: db)
    entries[record.entry] = isKnown
    if !isKnown { disagreements.append(.unknownEntry(table: table, record: id)) }
  }

  /// What was frozen is a record, too; its hash speaks for its rows.
  private mutating func holdItself(_ frozen: FrozenFigure, in db: any Reading) throws {
    let found = try VouchedRecords.read([frozen.id.number], in: .figuresFrozen, db: db)
    if !found.values.allSatisfy(\.isTrue) { disagreements.append(.frozenAltered) }
  }
}

/// The totals of frozen rows.
private struct FrozenSum {
  private var parts = FigureTotals.Parts()
  private var things: [FigurePart: Set<String>] = [:]

  mutating func add(_ row: FrozenRow) {
    parts[keyPath: row.part.place].rows += 1
    let (sum, isOver) = parts[keyPath: row.part.place].weight.addingReportingOverflow(row.weight)
    parts[keyPath: row.part.place].weight = isOver ? .max : sum
    things[row.part, default: []].insert(row.countedAs)
  }

  func totals(declared: Int) -> FigureTotals {
    var totals = FigureTotals()
    totals.met = parts
    for (part, names) in things { totals.met[keyPath: part.place].things = names.count }
    totals.declared = declared
    return totals
  }
}
