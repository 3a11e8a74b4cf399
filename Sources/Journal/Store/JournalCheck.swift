import Journal
import Storage

/// The check of the whole chain and of every record that it vouches for.
///
/// One pass over the journal, one over each record table. What an entry vouched for, less what later
/// entries took over from it, must be just the rows that name it today.
struct JournalCheck {
  private var owed: [Int64: RowSum] = [:]
  private var records: Int64 = 0

  /// - Parameter wanted: the hash of a head published earlier; it must still be in the chain.
  static func run(tables: [RecordTable], wanted: String?, in db: any Reading) throws -> JournalVerdict {
    var check = JournalCheck()
    do {
      let head = try check.walk(wanted: wanted, in: db)
      for table in tables { try check.walk(table, in: db) }
      if let (entry, rest) = check.owed.filter({ $0.value != .none }).min(by: { $0.key < $1.key }) {
        throw Broken(.records(entry: entry, expected: max(rest.count, 0), found: max(-rest.count, 0)))
      }
      return .intact(entries: head.number, records: check.records, head: head)
    } catch let broken as Broken {
      return .broken(broken.place)
    }
  }

  private struct Broken: Error {
    let place: JournalBreak
    init(_ place: JournalBreak) { self.place = place }
  }

  private mutating func walk(wanted: String?, in db: any Reading) throws -> JournalHead {
    var head = JournalHead.start
    var hasWanted = wanted == nil
    try db.forEach("SELECT \(JournalRows.columns) FROM journal ORDER BY number") { row in
      let line = try EntryRow(row)
      guard line.number == head.number + 1 else { throw Broken(.gap(before: line.number)) }
      guard line.hash(after: head.hash) == line.hash, let added = RowSum(text: line.added),
        let superseded = line.supersededSums
      else { throw Broken(.entry(line.number)) }
      owed[line.number, default: .none] += added
      for (entry, sum) in superseded { owed[entry, default: .none] -= sum }
      if owed[line.number] == RowSum.none { owed[line.number] = nil }
      head = JournalHead(number: line.number, hash: line.hash)
      hasWanted = hasWanted || line.hash == wanted
    }
    let stored = try JournalRows.head(in: db)
    guard stored == head else { throw Broken(.gap(before: stored.number)) }
    guard hasWanted else { throw Broken(.head(wanted: wanted ?? "")) }
    return head
  }

  private mutating func walk(_ table: RecordTable, in db: any Reading) throws {
    let digests = RowDigest(table: table.name)
    let list = SQL.joined(table.allColumns.map { SQL(name: $0) }, by: ", ")
    try db.forEach("SELECT \(list) FROM \(SQL(name: table.name))") { row in
      let key = row.values.prefix(table.keyWidth).map(\.plainText).joined(separator: "/")
      guard let vouched = VouchedRow(row),
        digests.of(vouched.values, entry: vouched.entry) == vouched.digest
      else { throw Broken(.record(table: table.name, key: key)) }
      owed[vouched.entry, default: .none] -= RowSum(digest: vouched.digest)
      if owed[vouched.entry] == RowSum.none { owed[vouched.entry] = nil }
      records += 1
    }
  }
}
