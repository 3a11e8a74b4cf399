import Foundation
import Journal
import Storage

/// The check of the whole chain and of every record that it vouches for.
///
/// One pass over the journal, one over each record table. What an entry vouched for, less what later
/// entries took over from it, must be just the rows that name it today. The index from records to
/// entries is held against the entries in the same way; each personal value against its hash.
struct JournalCheck {
  private var owed: [Int64: RowSum] = [:]
  private var indexed: [Int64: RowSum] = [:]
  private var records: Int64 = 0

  /// - Parameter wanted: the hash of a head published earlier; it must still be in the chain.
  static func run(tables: [RecordTable], wanted: String?, in db: any Reading) throws -> JournalVerdict {
    var check = JournalCheck()
    do {
      let head = try check.walkChain(wanted: wanted, in: db)
      for table in tables { try check.walk(table, in: db) }
      if let (entry, rest) = check.owed.min(by: { $0.key < $1.key }) {
        let found = try tables.reduce(0) {
          try $0 + db.count("SELECT count(*) FROM \(SQL(name: $1.name)) WHERE entry = \(entry)")
        }
        throw Broken(.records(entry: entry, expected: found + rest.count, found: found))
      }
      try check.walkIndex(in: db)
      try check.walkPersonal(in: db)
      return .intact(entries: head.number, records: check.records, head: head)
    } catch let broken as Broken {
      return .broken(broken.place)
    }
  }

  private struct Broken: Error {
    let place: JournalBreak
    init(_ place: JournalBreak) { self.place = place }
  }

  private mutating func walkChain(wanted: String?, in db: any Reading) throws -> JournalHead {
    var head = JournalHead.start
    var hasWanted = wanted == nil || wanted == head.hash
    try db.forEach("SELECT \(JournalRows.columns) FROM journal ORDER BY number") { row in
      let line = try Self.entry(row, after: head)
      try owe(line)
      try index(line)
      head = JournalHead(number: line.number, hash: line.hash)
      hasWanted = hasWanted || line.hash == wanted
    }
    let noted = try Self.notedHead(in: db)
    guard noted == head else { throw Broken(.tail(noted: noted?.number ?? 0, found: head.number)) }
    guard hasWanted else { throw Broken(.head(wanted: wanted ?? "")) }
    return head
  }

  private static func entry(_ row: Row, after head: JournalHead) throws -> EntryRow {
    let next = head.number + 1
    do {
      let line = try EntryRow(row)
      guard line.number == next else { throw Broken(.gap(before: line.number)) }
      guard line.hash(after: head.hash) == line.hash else { throw Broken(.entry(next)) }
      return line
    } catch is RowFault {
      // SQLite lets a hand put a text where a number belongs.
      throw Broken(.entry(next))
    }
  }

  private static func notedHead(in db: any Reading) throws -> JournalHead? {
    do { return try JournalRows.head(in: db) } catch is RowFault { return nil }
  }

  private mutating func owe(_ line: EntryRow) throws {
    guard let added = RowSum(text: line.added), let superseded = line.supersededSums else {
      throw Broken(.entry(line.number))
    }
    owed[line.number, default: .none] += added
    for (entry, sum) in superseded { take(sum, from: entry, of: \.owed) }
    take(.none, from: line.number, of: \.owed)
  }

  private mutating func index(_ line: EntryRow) throws {
    for subject in Set(try line.changedRecords().map { Subject(table: $0.table, number: $0.key) }) {
      indexed[line.number, default: .none] += Self.sum(of: subject, entry: line.number)
    }
  }

  private static func sum(of subject: Subject, entry: Int64) -> RowSum {
    RowSum(digest: RowDigest(table: subject.table).of([.integer(subject.number)], entry: entry))
  }

  /// Sums that have come to nothing are dropped, so that memory grows only with what is still open.
  private mutating func take(
    _ sum: RowSum, from entry: Int64, of ledger: WritableKeyPath<JournalCheck, [Int64: RowSum]>
  ) {
    self[keyPath: ledger][entry, default: .none] -= sum
    if self[keyPath: ledger][entry] == RowSum.none { self[keyPath: ledger][entry] = nil }
  }

  private mutating func walk(_ table: RecordTable, in db: any Reading) throws {
    let digests = RowDigest(table: table.name)
    let list = SQL.joined(table.allColumns.map { SQL(name: $0) }, by: ", ")
    try db.forEach("SELECT \(list) FROM \(SQL(name: table.name))") { row in
      let key = row.values.prefix(table.keyWidth).map(\.plainText).joined(separator: "/")
      guard let vouched = VouchedRow(row),
        digests.of(vouched.values, entry: vouched.entry) == vouched.digest
      else { throw Broken(.record(table: table.name, key: key)) }
      take(RowSum(digest: vouched.digest), from: vouched.entry, of: \.owed)
      records += 1
    }
  }

  private mutating func walkIndex(in db: any Reading) throws {
    try db.forEach("SELECT entry, record_table, record_key FROM journal_changes") { row in
      guard case .integer(let entry) = row.values[0] else { throw Broken(.index(entry: 0)) }
      guard case .text(let table) = row.values[1], case .integer(let key) = row.values[2] else {
        throw Broken(.index(entry: entry))
      }
      take(Self.sum(of: Subject(table: table, number: key), entry: entry), from: entry, of: \.indexed)
    }
    if let entry = indexed.keys.min() { throw Broken(.index(entry: entry)) }
  }

  /// What has been erased is missing, and may be; what is there must be true.
  private func walkPersonal(in db: any Reading) throws {
    var entry: Int64 = 0
    var hidden: [Int: HiddenValue] = [:]
    try db.forEach(
      "SELECT entry, place, record_table, record_key, salt, value FROM journal_personal ORDER BY entry, place"
    ) { row in
      do {
        var columns = row.columns
        let number = try columns.integer()
        if number != entry {
          entry = number
          hidden = try JournalRows.row(number, in: db)?.hiddenValues() ?? [:]
        }
        let known = try hidden[columns.int()]
        let value = try PersonalValue(
          place: 0, table: columns.text(), key: columns.integer(), salt: columns.text(), value: columns.text())
        guard known == HiddenValue(value) else { throw Broken(.personal(entry: entry)) }
      } catch is RowFault {
        throw Broken(.personal(entry: entry))
      }
    }
  }
}
