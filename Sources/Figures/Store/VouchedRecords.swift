import JournalStore
import Kernel
import Storage

/// Records as they stand in their tables, each held against its own digest.
enum VouchedRecords {
  struct Found {
    /// The journal entry that last wrote the record.
    let entry: Int64
    /// The digest beside the record, in hexadecimal.
    let digest: String
    /// Whether the digest is that of the record's present values.
    let isTrue: Bool
  }

  /// Those of `ids` that there are.
  ///
  /// - Complexity: one statement for 500 records.
  static func read(_ ids: [Int64], in table: RecordTable, db: any Reading) throws -> [Int64: Found] {
    let digests = RowDigest(table: table.name)
    let key = SQL(name: table.columns[0])
    let list = SQL.joined((table.columns + ["entry", "digest"]).map { SQL(name: $0) }, by: ", ")
    let order = SQL.joined(table.columns.prefix(table.keyWidth).map { SQL(name: $0) }, by: ", ")
    var found: [Int64: Found] = [:]
    for var chunk in ids.chunks(of: 500) {
      // Equal chunks keep the number of prepared statements small.
      if ids.count > 500 { chunk += Array(repeating: chunk[0], count: 500 - chunk.count) }
      try db.forEach(
        "SELECT \(list) FROM \(SQL(name: table.name)) WHERE \(key) IN \(SQL.list(chunk)) ORDER BY \(order)"
      ) { row in
        guard case .integer(let id)? = row.values.first else { return }
        let one = check(row.values, digests)
        found[id] = found[id].map { $0.joined(with: one) } ?? one
      }
    }
    return found
  }

  private static func check(_ values: [SQLValue], _ digests: RowDigest) -> Found {
    let own = values.dropLast(2)
    guard case .integer(let entry) = values[values.count - 2], case .blob(let digest) = values[values.count - 1] else {
      return Found(entry: 0, digest: "", isTrue: false)
    }
    return Found(entry: entry, digest: hexadecimal(digest), isTrue: digests.of(own, entry: entry) == digest)
  }
}

extension VouchedRecords.Found {
  /// A record of several rows, such as a list: the newest entry, all digests, and true if all are.
  fileprivate func joined(with other: Self) -> Self {
    Self(entry: max(entry, other.entry), digest: digest + other.digest, isTrue: isTrue && other.isTrue)
  }
}
