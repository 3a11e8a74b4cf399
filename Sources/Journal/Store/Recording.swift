import Crypto
import Foundation
public import Journal
public import Kernel
public import Storage

/// A journal entry while it is being written: the one way to change a record.
///
/// Opening it takes the next number and, on PostgreSQL, holds the chain's head until the commit, so
/// that numbers have no gaps. Everything happens in the caller's transaction.
public final class Recording {
  public let number: Int64
  private let deed: Deed
  private let world: World
  private let before: JournalHead
  private let db: any Writing
  private let isBatch: Bool
  private var added = RowSum.none
  private var superseded: [Int64: RowSum] = [:]
  private var changes: [RecordedChange] = []
  private var personal: [PersonalValue] = []
  private var tables: Set<String> = []
  private var facts: [String: String]

  private init(_ deed: Deed, world: World, before: JournalHead, batch: Bool, in db: any Writing) {
    self.deed = deed
    self.world = world
    self.before = before
    self.db = db
    isBatch = batch
    facts = deed.facts
    number = before.number + 1
  }

  /// Runs `work` and writes the entry that vouches for its changes.
  ///
  /// Where `work` changes nothing, no entry is written: what did not happen leaves no trace.
  @discardableResult
  public static func write<Result>(
    _ deed: Deed, world: World, in db: any Writing, _ work: (Recording) throws -> Result
  ) throws -> Result {
    try write(deed, world: world, batch: false, in: db, work)
  }

  /// As ``write(_:world:in:_:)`` for many rows at once: the entry keeps their count and sum, not each change.
  @discardableResult
  public static func writeBatch<Result>(
    _ deed: Deed, world: World, in db: any Writing, _ work: (Recording) throws -> Result
  ) throws -> Result {
    try write(deed, world: world, batch: true, in: db, work)
  }

  /// Writes an entry for something that changed no record, such as a look at personal data.
  public static func note(_ deed: Deed, world: World, in db: any Writing) throws {
    let recording = Recording(deed, world: world, before: try JournalRows.lockHead(in: db), batch: false, in: db)
    try recording.close()
  }

  private static func write<Result>(
    _ deed: Deed, world: World, batch: Bool, in db: any Writing, _ work: (Recording) throws -> Result
  ) throws -> Result {
    let recording = Recording(deed, world: world, before: try JournalRows.lockHead(in: db), batch: batch, in: db)
    let result = try work(recording)
    if recording.hasChanges { try recording.close() }
    return result
  }

  private var hasChanges: Bool { added.count > 0 || !superseded.isEmpty }

  /// Adds a fact that is only known once the work is under way.
  public func state(_ value: String, as name: String) { facts[name] = value }

  /// - Parameter values: a value for each of the table's columns.
  public func insert(_ values: [SQLValue], into table: RecordTable) throws {
    try insert([values], into: table)
  }

  /// Inserts many rows with one statement.
  public func insert(_ rows: consuming [[SQLValue]], into table: RecordTable) throws {
    guard !rows.isEmpty else { return }
    tables.insert(table.name)
    let digests = RowDigest(table: table.name)
    var buffer: [UInt8] = []
    // In place: rows that the caller has let go of are not copied.
    for place in rows.indices {
      precondition(rows[place].count == table.columns.count, "a value for each column of \(table.name)")
      let digest = digests.of(rows[place], entry: number, using: &buffer)
      added += RowSum(digest: digest)
      rows[place].append(.integer(number))
      rows[place].append(.blob(digest))
    }
    try db.insert(rows, into: table.name, columns: table.allColumns)
    guard !isBatch else { return }
    for values in rows { try trace(table, before: nil, after: values) }
  }

  /// Writes `values` over the row with their key, if they differ.
  ///
  /// - Parameter seen: the revision (``RecordTable``'s `entry`) that the user saw, or nil where nobody looked.
  /// - Returns: whether anything changed.
  /// - Throws: ``JournalRefusal/changedMeanwhile`` if the row is gone or newer than `seen`.
  @discardableResult
  public func update(_ values: [SQLValue], in table: RecordTable, seen: Int64? = nil) throws -> Bool {
    precondition(values.count == table.columns.count, "a value for each column of \(table.name)")
    let key = Array(values.prefix(table.keyWidth))
    let old = try current(key, in: table, seen: seen)
    guard old.values != values else { return false }
    let digest = RowDigest(table: table.name).of(values, entry: number)
    let settings = SQL.joined(
      zip(table.columns, values).dropFirst(table.keyWidth).map { name, value -> SQL in "\(SQL(name: name)) = \(value)"
      },
      by: ", ")
    let changed = try db.run(
      """
      UPDATE \(SQL(name: table.name)) SET \(settings), entry = \(number), digest = \(digest)
      WHERE \(table.matches(key)) AND entry = \(old.entry)
      """)
    guard changed == 1 else { throw JournalRefusal.changedMeanwhile }
    supersede(old, in: table)
    added += RowSum(digest: digest)
    try trace(table, before: old.values, after: values)
    return true
  }

  /// Removes the row with `key`; its content stays in the journal.
  public func delete(_ key: [SQLValue], from table: RecordTable, seen: Int64? = nil) throws {
    let old = try current(key, in: table, seen: seen)
    let changed = try db.run(
      "DELETE FROM \(SQL(name: table.name)) WHERE \(table.matches(key)) AND entry = \(old.entry)")
    guard changed == 1 else { throw JournalRefusal.changedMeanwhile }
    supersede(old, in: table)
    try trace(table, before: old.values, after: nil)
  }

  /// Removes every row that meets `condition`, taking each out of the sum of its entry.
  ///
  /// Only in a batch: a single deed shows each row's content, a batch keeps count and sum.
  ///
  /// - Returns: how many rows were removed.
  @discardableResult
  public func deleteAll(from table: RecordTable, where condition: SQL) throws -> Int {
    precondition(isBatch, "many rows are removed by a batch")
    var found = 0
    try db.forEach("SELECT entry, digest FROM \(SQL(name: table.name)) WHERE \(condition)") { row in
      var columns = row.columns
      superseded[try columns.integer(), default: .none] += RowSum(digest: try columns.blob())
      found += 1
    }
    let removed = try db.run("DELETE FROM \(SQL(name: table.name)) WHERE \(condition)")
    guard removed == found else { throw JournalRefusal.changedMeanwhile }
    if removed > 0 { tables.insert(table.name) }
    return removed
  }

  private func supersede(_ old: VouchedRow, in table: RecordTable) {
    tables.insert(table.name)
    superseded[old.entry, default: .none] += RowSum(digest: old.digest)
  }

  private func current(_ key: [SQLValue], in table: RecordTable, seen: Int64?) throws -> VouchedRow {
    let found = try db.row(
      """
      SELECT \(.joined(table.allColumns.map { SQL(name: $0) }, by: ", ")) FROM \(SQL(name: table.name))
      WHERE \(table.matches(key)) \(db.dialect.forUpdate)
      """)
    guard let found, let old = VouchedRow(found), seen.map({ $0 == old.entry }) != false else {
      throw JournalRefusal.changedMeanwhile
    }
    return old
  }

  private func trace(_ table: RecordTable, before: [SQLValue]?, after: [SQLValue]?) throws {
    guard !isBatch, case .integer(let key)? = (after ?? before)?.first else { return }
    var change = RecordedChange(table: table.name, key: key, values: [:])
    for (place, column) in table.columns.enumerated() where before?[place] != after?[place] {
      let isPersonal = table.personal.contains(column)
      let texts = try [before?[place], after?[place]].map { value -> RecordedValue? in
        guard let value, value != .null else { return nil }
        return try isPersonal ? hidden(value, table: table.name, key: key) : .plain(value)
      }
      change.values[column] = RecordedPair(from: texts[0], to: texts[1])
    }
    changes.append(change)
  }

  private func hidden(_ value: SQLValue, table: String, key: Int64) throws -> RecordedValue {
    let salt = hexadecimal(world.randomBytes(16))
    let text = value.plainText
    personal.append(PersonalValue(place: personal.count, table: table, key: key, salt: salt, value: text))
    return .hidden(place: personal.count - 1, hash: PersonalValue.hash(text, salt: salt))
  }

  private func close() throws {
    let details = try EntryDetails(facts: facts, changes: changes).canonicalText()
    var line = EntryRow(
      number: number, happenedAt: world.now(), deed: deed, details: details, added: added,
      superseded: superseded)
    line.hash = line.hash(after: before.hash)
    try JournalRows.append(line, changes: changes, personal: personal, in: db)
    try JournalRows.moveTableHeads(of: tables, to: number, in: db)
  }
}
